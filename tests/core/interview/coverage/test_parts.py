from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage.coverage_map import demands
from core.interview.planning.again import open_demands
from core.models import Demand, Plan, Shown
from tests.core.interview.coverage.test_coverage import interview
from tests.core.interview.interviews import planned

LEAD = "You lead a team of five and coach them on their calls"
LOADS = "Watch the nightly loads and mend what breaks, also on a monthly on-call week"
STOCK = "Count the stock of the warehouse and update the price labels"
LED = "I led a team of four for seven months."
OPEN = "was not found in your answers."


def of(line: str, *answers: str, cv: str = "") -> Demand:
    told = tuple((f"What about {number}?", answer) for number, answer in enumerate(answers))
    [found] = demands(interview(*told, advert=f"Your tasks:\n- {line}", cv=cv))
    return found


@pytest.mark.parametrize(
    ("line", "answers", "standing", "note"),
    [
        # A title or one of two deeds shows half of the line.
        (LEAD, [LED], "partly shown in answer 1", f"“coach them on their calls” {OPEN}"),
        (
            LEAD,
            [LED, "The younger ones take me along, and I like that."],
            "partly shown in answer 1",
            "“coach them on their calls” is only touched on in answer 2.",
        ),
        (LEAD, ["I stood in for the manager."], "you spoke of it in answer 1", "Have an example"),
        (
            STOCK,
            ["I counted the stock of our warehouse twice a year."],
            "partly shown in answer 1",
            f"“update the price labels” {OPEN}",
        ),
        # Both are told, in one answer or in two.
        (LEAD, [f"{LED} I coached each of them on two calls a week."], "shown in answer 1", ""),
        (LEAD, [LED, "I coached two newcomers."], "shown in answers 1 and 2", ""),
        (
            STOCK,
            ["I counted the stock of our warehouse.", "I updated the price labels every week."],
            "shown in answers 1 and 2",
            "",
        ),
        # Nothing of either.
        (LEAD, ["I like the work."], "not asked", ""),
        (STOCK, ["I like the work."], "not asked", ""),
    ],
)
def test_a_line_with_two_demands_is_judged_by_its_parts(
    line: str, answers: list[str], standing: str, note: str
):
    found = of(line, *answers)

    assert found.standing == standing
    assert found.note.startswith(note)
    assert bool(found.note) == bool(note)


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        # The other half is spoken of, if not as a deed: it is not said to be missing.
        (LEAD, f"{LED} They were coached by our director."),
        (STOCK, "I counted the stock of our warehouse, and the labels were in a bad state."),
        # One thing in two words, a choice, or a half that has no words of its own.
        ("Lead and run the shop", "I led the shop for two years."),
        ("Design, build, test and run wooden toys", "I designed the wooden toys of 2 firms."),
        ("Lead a team or coach newcomers", LED),
        ("Work at the till and handle returns", "I worked at the till for two years."),
    ],
)
def test_where_parts_cannot_be_told_apart_none_is_called_missing(line: str, answer: str):
    assert OPEN not in of(line, answer).note


PRACTICE = (
    "I check the columns at the door before anything depends on them, and a missing one stops the "
    "load. I ring the people at the source and map the new name in one place."
)


@pytest.mark.parametrize(
    ("more", "standing", "is_noted"),
    [
        ("", "partly shown in answer 1", True),
        (" I was on call every fourth week.", "shown in answer 1", False),
        (" The on-call week is new to me.", "shown in answer 1", False),
    ],
)
def test_when_the_work_is_done_is_a_demand_of_its_own(more: str, standing: str, *, is_noted: bool):
    asked = "A file changes. What do you do?"
    question = planned("technical", text=asked, quote=LOADS)
    session = interview((asked, PRACTICE + more), advert=f"Your tasks:\n- {LOADS}")

    [found] = demands(replace(session, plan=Plan((question,))))

    assert found.standing == standing
    assert (f"“on a monthly on-call week” {OPEN}" in found.note) == is_noted


def test_a_cv_that_shows_one_half_is_not_said_to_show_the_line():
    both = "Led a team of five\nCoached newcomers on their calls"

    assert not of(LEAD, LED, cv="2020 to 2024: Sales lead, Acme\n- Led a team of five").cv_quote
    assert of(LEAD, LED, cv=f"2020 to 2024: Sales lead, Acme\n{both}").cv_quote


def test_a_must_have_of_which_half_is_shown_stays_open_for_the_next_interview():
    found = demands(interview(("And?", LED), advert=f"Essential:\n- {LEAD}"))

    assert [one.state for one in found] == [Shown.PARTLY]
    assert open_demands(found) == found


@pytest.mark.parametrize(
    ("answer", "open_parts"),
    [
        (
            "I led four people for seven months, and two of them took me along to their visits.",
            1,
        ),
        ("I led four people for seven months and coached two of them on their visits.", 0),
        ("I led four people for seven months. I showed each of them how to prepare for visits.", 0),
    ],
)
def test_to_bring_people_on_takes_more_than_the_visits_it_is_about(answer: str, open_parts: int):
    line = "You lead a team of five account managers and coach them on their calls and visits"
    session = interview(("What did you do?", answer), advert=f"Your tasks:\n- {line}")

    [found] = demands(session)

    assert found.note.count("coach them") == open_parts


def test_where_one_part_is_touched_on_the_others_are_named_all_the_same():
    line = "You coach new colleagues and clean the ovens, also on a monthly on-call week"

    found = of(
        line,
        "The younger ones take me along, and I like that.",
        "I cleaned the ovens every Friday.",
    )

    assert "“coach new colleagues” is only touched on in answer 1." in found.note
    assert "on-call week” was not found" in found.note
