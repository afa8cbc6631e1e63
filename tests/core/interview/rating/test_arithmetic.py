from __future__ import annotations

from math import fsum
from random import Random

import pytest

from core.interview.answers.findings import named
from core.interview.answers.signals import read_answer
from core.interview.answers.substance import order, prose
from core.interview.assessment import assess
from core.interview.rating.arithmetic import gain, steps
from core.interview.rating.levels import cap, ratings, score
from core.interview.rating.limits import limit_of, limited
from tests.core.interview.interviews import (
    CLICHES,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    STRONG,
    VAGUE,
    planned,
    single,
)


@pytest.mark.parametrize("text", [STRONG, MIDDLING, VAGUE, HOLLOW, CLICHES, "I fixed it.", "Pass"])
@pytest.mark.parametrize("style", ["behavioural", "technical", "motivation"])
def test_the_steps_add_up_to_the_score(text: str, style: str):
    signals = read_answer(text, planned(style))
    rated = ratings(signals)
    reached = score(signals, rated)

    found = steps(signals, rated, reached)

    assert round(fsum(step.points for step in found), 1) == reached


def test_the_change_worth_most_names_a_part_that_is_missing():
    signals = read_answer(NO_OUTCOME, planned())

    found = gain(signals, score(signals, ratings(signals)))

    assert found is not None
    assert found.change in ("naming the outcome", "putting a size to the outcome")
    assert found.points > 0.3


def test_no_change_is_named_for_what_is_no_answer():
    signals = read_answer("I don't know.", planned())

    assert gain(signals, score(signals, ratings(signals))) is None


def test_how_it_was_said_is_told_apart():
    said = assess(single("behavioural", "Um, you know, I called the supplier. He came.")).answers[0]

    assert said.delivery is not None
    assert (said.delivery.words, said.delivery.fillers, said.delivery.a_sentence) == (9, 2, 4.5)


def test_a_story_without_probes_has_no_unaided_score():
    assert assess(single("behavioural", STRONG)).answers[0].unaided is None


def test_what_was_said_before_a_probe_is_rated_by_itself():
    first = "I fixed the scanner at the depot, because it failed every night and nobody knew why."
    review = assess(single("behavioural", first, STRONG)).answers[0]

    assert review.score is not None
    assert review.unaided is not None
    assert review.unaided < review.score


def test_shuffled_words_lose():
    shuffled = STRONG.split()
    Random(7).shuffle(shuffled)
    mixed = read_answer(" ".join(shuffled), planned())
    plain = read_answer(STRONG, planned())

    assert order(STRONG) == 1
    assert score(mixed, ratings(mixed)) < score(plain, ratings(plain)) - 1


@pytest.mark.parametrize(
    "text",
    [
        "Last May a guest was furious. I did what I could for him. In the end he calmed down.",
        "Last May a guest was furious. I did what I could for [their]. In the end [they] left.",
        "I asked [their] about it and told [their] that I would ring [their] on the next day.",
    ],
)
def test_one_slip_and_a_masked_person_leave_words_in_order(text: str):
    assert order(text) == 1


def test_a_list_of_terms_is_no_prose():
    assert prose("Kafka Airflow Spark Python SQL Docker Kubernetes Terraform") < 0.2
    assert prose(STRONG) == 1


def test_the_name_of_a_colleague_changes_nothing():
    texts = [STRONG.replace("the night lead", name) for name in ("Tomasz", "Oluwaseun", "Li")]

    scores = {score(s, ratings(s)) for s in (read_answer(text, planned()) for text in texts)}

    assert len(scores) == 1


def test_the_same_level_and_weight_show_the_same_points_in_every_answer():
    shown: dict[str, set[float]] = {}
    for text in (STRONG, MIDDLING, VAGUE, HOLLOW, CLICHES, NO_OUTCOME):
        for style in ("behavioural", "technical", "motivation"):
            signals = read_answer(text, planned(style))
            rated = ratings(signals)
            for step in steps(signals, rated, score(signals, rated)):
                if "level" in step.label:
                    shown.setdefault(step.label, set()).add(step.points)

    assert len(shown) > 20
    assert {label: points for label, points in shown.items() if len(points) > 1} == {}


KNOWS_NOTHING_OF_IT = (
    "I moved into a flat near the sea with a friend in March. We painted the kitchen green and "
    "found an old table, and on Sundays our neighbours come for soup and bring their own bowls."
)


@pytest.mark.parametrize(
    ("text", "skill", "why"),
    [
        ("", "", "Limited to 1, because nothing was said"),
        ("I do not know.", "", "Limited to 2, because it gives no answer"),
        ("I have no example of that.", "", "Limited to 2, because no example was told"),
        (
            "Can you repeat that?",
            "",
            "Limited to 2, because it only asks for the question again",
        ),
        ("I rang the supplier.", "", "Limited to 3, because it has only 4 words"),
        (KNOWS_NOTHING_OF_IT, "Kafka", "Limited to 4, because it does not mention Kafka"),
        (CLICHES, "", "because most of its words would fit many answers"),
    ],
)
def test_a_limit_says_what_it_is_for(text: str, skill: str, why: str):
    question = planned("technical", skill=skill) if skill else planned()
    signals = read_answer(text, question)
    most = cap(signals)

    assert why in limited(most, limit_of(signals, most))


@pytest.mark.parametrize("repeats", [2, 5])
def test_what_was_told_before_has_a_line_with_the_points_that_it_costs(repeats: int):
    signals = read_answer(STRONG, planned(), repeats=repeats)
    rated = ratings(signals)

    found = steps(signals, rated, score(signals, rated))

    [again] = [s for s in found if s.label == f"Largely the answer to question {repeats}"]
    assert again.points < -1.0


@pytest.mark.parametrize("text", [STRONG, NO_OUTCOME])
def test_an_answer_that_nothing_limits_has_no_such_line(text: str):
    signals = read_answer(text, planned())
    rated = ratings(signals)

    assert not [s for s in steps(signals, rated, score(signals, rated)) if "Limited" in s.label]


def test_no_reason_is_worth_most_where_no_step_is_told():
    text = (
        "I would say I am good at that. I take things as they come, I work hard, and people know "
        "they can rely on me."
    )
    signals = read_answer(text, planned("technical", text="What do you look at in Excel?"))

    found = gain(signals, score(signals, ratings(signals)))

    assert "reason" in [lack.kind for lack in named(signals)]
    assert found is None or found.change != "giving a reason"
