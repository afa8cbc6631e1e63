import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.documents.normalise import normalise
from core.prompts.fences import cleaned

HIDING = dict.fromkeys(map(ord, "\u200c\u200d\ufe0f\U000e0100"))
TROUBLE = st.text(
    st.sampled_from(
        "abcÄ -\n\t\r\xad\u2010\u200b\u200c\u200d\u0301\u0323\u0628\ufe8f\ufb01\ue000\uf095\xa0"
        "\u0915\u094d👩💻\ufe0f\u1100\u1161\ud800\u2028\x85\x00\x1f\u3164#1\u0345\U000e0041"
    )
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\u0301tude", "étude"),
        ("10² ½ ™", "10² ½ ™"),
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        (
            "sta\ufb00 \ufb01ne \ufb02ow a\ufb03x ba\ufb04e fa\ufb05 \ufb06y",
            "staff fine flow affix baffle fast sty",
        ),
        ("\ufee3\ufeae\ufea3\ufe92\ufe8e", "\u0645\u0631\u062d\u0628\u0627"),
        ("\u0645\ufe70", "\u0645\u064b"),
        ("\u2f24\u5b66", "大学"),
        ("soft\xadware zero\u200bwidth \ufeffmark", "software zerowidth mark"),
        ("algo-\nrithm and full-\ntime", "algorithm and full-\ntime"),
        ("soft\xad\nware", "software"),
        ("left\u202eright\u2066", "leftright"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("tagged\U000e0041\U000e0042", "tagged"),
        ("half \ud800 a pair", "half  a pair"),
        ("no\ufffebody \ufff0knows", "nobody knows"),
        ("2019\xa0to\u202f2021\u3000now", "2019 to 2021 now"),
        ("Ines\n \uf095 +49 123\nRole \uf0b7 Place", "Ines\n+49 123\nRole Place"),
        ("one\n\n\n\n\ntwo\n \t\n \nthree", "one\n\ntwo\n\nthree"),
        ("trailing  \t\nspaces ", "trailing\nspaces"),
        ("column\tcolumn", "column\tcolumn"),
        ("Z" + "\u0335" * 30 + "algo", "Z" + "\u0335" * 8 + "algo"),
    ],
)
def test_text_gets_one_form(raw: str, clean: str):
    text = normalise(raw)

    assert text == clean


@pytest.mark.parametrize(
    "text",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "क्\u200dष",
        "👩🏽\u200d💻",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
    ],
)
def test_joiners_stay_where_a_script_or_a_picture_needs_them(text: str):
    kept = normalise(text)

    assert kept == text


@pytest.mark.parametrize(
    "text", ["ig\u200dnore", "a\u200c b", "\u200d\u200dب", "ب\u200c", "a\ufe0f", "b\U000e0100"]
)
def test_joiners_that_only_hide_are_taken_out(text: str):
    kept = normalise(text)

    assert kept == text.translate(HIDING)


@given(st.text() | TROUBLE)
@example("a\u200b\u0301")
@example("\n\x00\n\n\x00\n")
@example(" \xad\n")
@example("\xad\n\xad\na")
@settings(max_examples=500)
def test_normalising_twice_changes_nothing(raw: str):
    once = normalise(raw)

    assert normalise(once) == once


@given(st.text(st.characters(codec="utf-8")))
def test_text_can_always_be_stored(raw: str):
    text = normalise(raw + "\udfff")

    assert text.encode("utf-8").decode("utf-8") == text


@given(st.text() | TROUBLE)
@settings(max_examples=500)
def test_the_text_that_the_candidate_sees_is_the_text_that_the_model_gets(raw: str):
    # Brackets that look like a fence are the one thing that a prompt changes.
    seen = normalise(raw.replace("<", "("))

    assert cleaned(seen) == seen


def test_no_letter_of_any_script_is_lost():
    letters = [
        chr(code)
        for code in range(0x10000)
        if unicodedata.category(chr(code)) in {"Lu", "Ll", "Lt", "Lo", "Nd", "Nl"}
        and chr(code) not in "\u115f\u1160\u3164\uffa0"  # fillers, which show nothing
    ]

    lost = [letter for letter in letters if not normalise(f"a {letter}").removeprefix("a").strip()]

    assert lost == []
