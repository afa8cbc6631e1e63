from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.checking.invention import SLOT, invented
from core.interview.cv.lines import line_advice
from core.interview.cv.slots import FOR_WHOM
from core.interview.cv.told import Answer
from core.interview.words.text import sentences
from core.models import Advice, Suggestion

HEAD = "Experience\nStock clerk, Bright Ltd, 2019-2023\n"
BULLETS = [
    "Responsible for stock control",
    "Helped with the yearly fair",
    "Reports were prepared every month",
    "Sold software to mid-size companies",
    "Cut waiting times by 20%",
    "In charge of managing the rota for 12 drivers",
    "Duties included the care of 8 patients",
]


def one(line: str) -> Suggestion:
    (found,) = line_advice(f"{HEAD}- {line}")
    return found


@pytest.mark.parametrize(
    "cv",
    [
        "",
        " \n\n",
        "Alex Example\n12 High Street, Leeds\nalex@example.com",
        "Skills\n- Worked on Python and other tools\n- Organised work in many ways",
        "Education\n- Responsible for the student paper\n- Organised the yearly fair for all",
        "Experience\n- Was promoted to shift lead within one year",
        "Berufserfahrung\n- Ich war verantwortlich für das Lager und die Planung der Schichten",
        f"{HEAD}- Cut waiting times by 20% in two months",
        "12345 67890 \x00 \uffff",
    ],
)
def test_what_is_no_line_about_work_or_says_enough_is_left_alone(cv: str):
    assert line_advice(cv) == ()


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        (
            "Responsible for stock control",
            "Controlled stock [how much?], [with what result?]",
        ),
        (
            "Responsible for the care of 8 patients on a respiratory ward",
            "Cared for 8 patients on a respiratory ward [with what result?]",
        ),
        (
            "In charge of managing the rota for 12 drivers",
            "Managed the rota for 12 drivers [with what result?]",
        ),
        (
            "Was responsible for CRM records in HubSpot",
            "[What did you do?] CRM records in HubSpot [how many?], [with what result?]",
        ),
        (
            "Helped with the training of newcomers",
            f"[What did you do?] the training of newcomers {FOR_WHOM}, [with what result?]",
        ),
        (
            "Reports were prepared every month",
            "Prepared reports every month [how many?], [with what result?]",
        ),
        (
            "Sold software to mid-size companies",
            "Sold software to mid-size companies [how many?], [with what result?]",
        ),
        (
            "Packed 300 parcels on every shift",
            "Packed 300 parcels on every shift [with what result?]",
        ),
        (
            "Redesigned the form, which reduced the calls",
            "Redesigned the form, which reduced the calls [by how much?]",
        ),
    ],
)
def test_a_line_that_says_too_little_is_rewritten_with_its_own_words(line: str, rewrite: str):
    found = one(line)

    assert (found.cv_quote, found.rewrite, found.kind) == (line, rewrite, Advice.LINE)


@pytest.mark.parametrize(
    ("line", "slot"),
    [
        ("Won back the largest lost customer in 2023", "[worth how much a year?]"),
        ("Won a contract with the city council", "[worth how much a year?]"),
        ("Renewed the supply deal with a brewery", "[worth how much a year?], [what came of it?]"),
        ("Stood in for the team lead for seven months", "[with what result?]"),
        ("Ran the night shift over two years", "[with what result?]"),
        ("Organised the yearly fair for the town", "[for how many people, or how often?], "),
        ("Cut the waiting times on the ward", "[by how much?]"),
        ("Improved the handover between the shifts", "[by how much?]"),
        ("Trained newcomers at the front desk", "[how many?], [with what result?]"),
        ("Closed the tills at the end of the day", "[how many?], [with what result?]"),
        ("Sold 40 machines in three years", "[with what result?]"),
    ],
)
def test_the_slot_asks_what_can_be_told_of_such_a_thing(line: str, slot: str):
    assert f"{line} {slot}" in f"{one(line).rewrite} "


STOCK = "Built the stock list for the paint shelves"
STOOD = "Stood in for the shift leader for five months"
ROTA = "Planned the rota for the night shift"
ELEVEN = "In 2021 I stood in for our shift leader for five months, with eleven people"


@pytest.mark.parametrize(
    ("line", "told", "quote", "rewrite"),
    [
        # An outcome that can stand by itself becomes a sentence of the line.
        (
            STOCK,
            "I built the stock list for the paint shelves. Missing tins fell from nine to two.",
            "Missing tins fell from nine to two.",
            f"{STOCK} {FOR_WHOM}. Missing tins fell from nine to two.",
        ),
        (
            STOCK,
            f"I {STOCK[0].lower()}{STOCK[1:]}. It took long. My list was used in 4 other shops.",
            "My list was used in 4 other shops.",
            f"{STOCK} {FOR_WHOM}. The list was used in 4 other shops.",
        ),
        (
            "Built the stock lists for the shelves in paint",
            "I built the stock lists for the shelves in paint. Missing tins fell from nine to two.",
            "Missing tins fell from nine to two.",
            (
                "Built the stock lists [how many?] for the shelves in paint. Missing tins fell "
                "from nine to two."
            ),
        ),
        # One whose thing the line does not name is offered, and the line gets a slot.
        (
            STOCK,
            f"I {STOCK[0].lower()}{STOCK[1:]}. It took long. My form was used in 4 other shops.",
            "My form was used in 4 other shops.",
            f"{STOCK} {FOR_WHOM}, [with what result?]",
        ),
        (
            STOCK,
            "I built the stock list for the paint shelves. Since then 4 other shops copied it.",
            "Since then 4 other shops copied it.",
            f"{STOCK} {FOR_WHOM}, [with what result?]",
        ),
        # One that speaks of "it" or of people is offered, and the line gets a slot.
        (
            ROTA,
            "I planned the rota for the night shift. In the end it was three calls, not ten.",
            "In the end it was three calls, not ten.",
            f"{ROTA} {FOR_WHOM}, [with what result?]",
        ),
        (
            ROTA,
            "I planned the rota for the night shift. As a result we had 3 calls instead of ten.",
            "As a result we had 3 calls instead of ten.",
            f"{ROTA} {FOR_WHOM}, [with what result?]",
        ),
        # A size goes into the line, and its outcome is asked for.
        (STOOD, f"{ELEVEN}.", f"{ELEVEN}.", f"{STOOD} in 2021 (eleven people) [with what result?]"),
        (
            f"{STOOD} in 2020",
            f"{ELEVEN}.",
            f"{ELEVEN}.",
            f"{STOOD} in 2020 (eleven people) [with what result?]",
        ),
        (
            "Wrote the fire plan together with a colleague",
            "I wrote the fire plan with a colleague, for nine shops.",
            "I wrote the fire plan with a colleague, for nine shops.",
            "Wrote the fire plan together with a colleague, for nine shops [what came of it?]",
        ),
        (
            STOOD,
            f"{ELEVEN}, and that is when I noticed that I enjoy the deals of others.",
            ELEVEN,
            f"{STOOD} in 2021 (eleven people) [with what result?]",
        ),
    ],
)
def test_what_the_interview_tells_of_a_line_is_put_into_it(
    line: str, told: str, quote: str, rewrite: str
):
    answers = (Answer(("I like it there.",), 1), Answer(tuple(sentences(told)), 4))

    (found,) = line_advice(f"{HEAD}- {line}", answers)

    assert (found.answer_quote, found.number, found.rewrite) == (quote, 4, rewrite)
    assert "Answer 4 tells more of it" in found.text


@pytest.mark.parametrize(
    ("told", "to_do"),
    [
        ("Missing tins fell from nine to two.", "put it into this line."),
        (
            "As a result we had 3 calls instead of ten.",
            "say it in short in place of the last slot.",
        ),
    ],
)
def test_what_does_not_stand_in_the_example_is_to_be_said_in_place_of_a_slot(told: str, to_do: str):
    answers = (Answer((f"I {STOCK[0].lower()}{STOCK[1:]}.", told), 4),)

    (found,) = line_advice(f"{HEAD}- {STOCK}", answers)

    assert found.text.endswith(f"if it belongs here, {to_do}")


@pytest.mark.parametrize(
    "told",
    [
        "",
        "I built a shed. Missing tins went from nine a month to two.",
        "I built the stock list for the paint shelves and trained six newcomers.",
        "I built the stock list for the paint shelves. I would have saved 40 hours with a scanner.",
        "I built the stock list for the paint shelves at half past six.",
        "I never saw a stock list. The paint was cheap. Sales fell by 20 %.",
        "I built the stock list for the paint shelves in three weeks.",
        "The shelves were blue. My colleague had 12 tins of paint.",
        "I built the stock list for the paint shelves. In the end I enjoyed 9 of 10 days.",
        "I built the stock list for the paint shelves. That is when I felt proud of 20 people.",
    ],
)
def test_what_is_told_of_something_else_is_not_put_into_a_line(told: str):
    answers = (Answer(tuple(sentences(told)), 2),)

    (found,) = line_advice(f"{HEAD}- Built the stock list for the paint shelves", answers)

    assert (found.answer_quote, found.number) == ("", 0)
    assert SLOT.search(found.rewrite)


@pytest.mark.parametrize(
    ("cv", "rewrite"),
    [
        # Tasks that are known become deeds, with the size that fits the first of them.
        (
            f"{HEAD}- Till, returns, deliveries",
            (
                "Worked at the till [how many customers a day?], handled returns and dealt with "
                "deliveries"
            ),
        ),
        (
            "Experience\n- Filing, post, front desk",
            (
                "Did the filing [how many files a week?], handled the post and worked at the front "
                "desk at [which place?]"
            ),
        ),
        # With another task among them the list keeps its words.
        (
            f"{HEAD}- Lamps, phones, parcels",
            "Lamps, phones [how many calls a day?] and parcels",
        ),
        (
            f"{HEAD}- Lamps, candles, vases",
            "Lamps, candles and vases [how often, and how much of it?]",
        ),
        (
            "Experience\n- Lamps, candles, vases",
            "Lamps, candles and vases at [which place?], [how often, and how much of it?]",
        ),
    ],
)
def test_tasks_side_by_side_get_a_place_and_a_size(cv: str, rewrite: str):
    (found,) = line_advice(cv)

    assert found.rewrite == rewrite
    assert found.text.startswith("This names tasks.")


@pytest.mark.parametrize(
    "line",
    [
        "Python, SQL, Airflow",
        "Milan, Paris, Rome",
        "Till and returns",
        "From the till to the stock room, at the desk, wherever hands were needed",
        "Till, returns, 300 deliveries a week",
    ],
)
def test_tools_places_and_sentences_are_no_tasks_side_by_side(line: str):
    assert line_advice(f"{HEAD}- {line}") == ()


def test_help_is_never_turned_into_a_deed_of_ones_own():
    assert "Trained" not in one("Helped with training of newcomers").rewrite


def test_a_very_long_line_becomes_two():
    line = (
        "Designed forms for the front desk and talked to the doctors about what they would need in "
        "the morning, planned the rota for the whole floor, and checked the cupboards every day"
    )

    found = one(f"{line} of the week with the clerk who came in at noon")

    assert found.text.startswith("This line has 43 words")
    assert len(found.rewrite.splitlines()) == 2


def test_a_line_that_is_wrapped_is_read_whole():
    cv = f"{HEAD}- Organised the discharge round with the doctors and\n  cut waiting by 20%"

    assert line_advice(cv) == ()


def test_a_role_without_dates_is_asked_for_them():
    (found,) = line_advice("Experience\nStock clerk, Bright Ltd\n- Cut waiting by 20% in 2 weeks")

    assert (found.cv_quote, found.rewrite) == (
        "Stock clerk, Bright Ltd",
        "Stock clerk, Bright Ltd [from when to when?]",
    )


def test_a_cv_in_sentences_is_read_as_well():
    cv = "I worked at Bright Ltd. I was responsible for the tills. Organised the fair for the town."

    quotes = [found.cv_quote for found in line_advice(cv)]

    assert quotes == ["I was responsible for the tills.", "Organised the fair for the town."]


def test_at_most_five_lines_and_two_of_a_kind_are_named():
    found = line_advice(HEAD + "".join(f"- {line}\n" for line in BULLETS * 5))

    assert len(found) <= 5
    assert sum("Begin with the verb for" in suggestion.text for suggestion in found) == 2


@pytest.mark.no_cover  # counting would slow what is timed
@pytest.mark.parametrize("line", ["- Responsible for stock control\n", "Worked on it ", "a. "])
def test_an_endless_cv_takes_little_time(line: str):
    cv = HEAD + line * (400_000 // len(line))

    start = process_time()
    line_advice(cv)

    assert process_time() - start < 5


@given(st.lists(st.sampled_from(BULLETS) | st.text(max_size=60), max_size=8))
def test_nothing_is_invented_and_every_quote_is_verbatim(lines: list[str]):
    cv = HEAD + "".join(f"- {line}\n" for line in lines)

    for found in line_advice(cv):
        verbs = "Controlled Managed Cared"
        assert " ".join(found.cv_quote.split()) in " ".join(cv.split())
        assert invented(found.rewrite, f"{cv} {verbs}") == ()
        assert found.rewrite == "" or SLOT.search(found.rewrite) or "\n" in found.rewrite
