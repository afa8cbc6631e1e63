from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompts.tokens import tokens_in, weight_of


# Counted with the vocabularies o200k and Gemma's.
@pytest.mark.parametrize(
    ("counts", "text"),
    [
        pytest.param(
            (35, 35),
            "I led the ward through the move to electronic records. Two nurses had resigned, "
            "so I first spoke with everybody in turn and then wrote a new rota together with "
            "the team.",
            id="English",
        ),
        pytest.param(
            (58, 63),
            "EXPERIENCE\nCharge Nurse, Northfield Hospital, 03/2019 - today\n- Cut "
            "medication errors by 38 % within 12 months (from 4.2 to 2.6 a week)\n- Trained "
            "14 colleagues; wrote the on-call handbook",
            id="a CV",
        ),
        pytest.param(
            (34, 36),
            "Ich habe zuerst mit jedem einzeln gesprochen und dann gemeinsam mit dem Team "
            "einen neuen Wochenplan entwickelt. Nach drei Monaten hatten wir deutlich "
            "weniger Überstunden und keine Beschwerden mehr.",
            id="German",
        ),
        pytest.param(
            (42, 41),
            "Cuando llegué, los pedidos salían con retraso casi todos los días. Hablé con "
            "los transportistas, medí los tiempos de carga y propuse adelantar la "
            "preparación a la tarde anterior.",
            id="Spanish",
        ),
        pytest.param(
            (42, 39),
            "Я опросила водителей, собрала данные за два месяца и предложила перенести "
            "погрузку на вечер. Через квартал вовремя приходило уже девяносто четыре "
            "процента заказов.",
            id="Russian",
        ),
        pytest.param(
            (48, 44),
            "我刚加入团队的时候,系统每天早上都会变慢,客户经常投诉。我先分析了日志,发现问题出"
            "在一个没有索引的查询上,然后和同事一起重写了这部分代码。",
            id="Chinese",
        ),
        pytest.param(
            (44, 31),
            "まず記録を分析し、原因となっている処理を見つけて、同僚と一緒に書き直しました。三"
            "か月後には苦情が八割減りました。",
            id="Japanese",
        ),
        pytest.param(
            (44, 37),
            "मैंने चालकों से बात की, दो महीने के आँकड़े इकट्ठा किए और शाम को सामान लादने का "
            "सुझाव दिया। तीन महीने बाद अधिकतर ऑर्डर समय पर पहुँचने लगे।",
            id="Hindi",
        ),
        pytest.param(
            (45, 53),
            "def shares(wanted, room):\n    for place, i in "
            "enumerate(sorted(range(len(wanted)))):\n        result[i] = min(wanted[i], room "
            "// (len(wanted) - place))\n    return result\n",
            id="code",
        ),
        pytest.param(
            (38, 50),
            "• • •\n____________\nTel. +44 (0)20 7946 0958 | mara@example.com\n"
            ".................. 12\n(cid:12)(cid:88)",
            id="noise of a PDF",
        ),
    ],
)
def test_an_estimate_is_close_to_real_counts_and_rather_above_them(counts, text):
    mean = sum(counts) / len(counts)

    assert 0.95 * mean <= tokens_in(text) <= 1.35 * mean


@pytest.mark.parametrize(
    "text", ["a", "7", ".", "\n", "é", "я", "中", "한", "😀", "ﷺ", "\U00010348"]
)
def test_whatever_is_seen_takes_at_least_one_token(text):
    assert tokens_in(text) >= 1
    assert tokens_in(text * 1_000) >= 100


def test_no_text_takes_none():
    assert tokens_in("") == 0


@given(st.text())
def test_more_text_never_takes_fewer_tokens(text):
    assert tokens_in(f"{text}\nmore") >= tokens_in(text)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=40)))
def test_the_lines_of_a_text_never_weigh_less_than_the_whole(lines):
    text = "".join(f"{line}\n" for line in lines)

    assert sum(weight_of(f"{line}\n") for line in lines) >= weight_of(text) - 1e-6
