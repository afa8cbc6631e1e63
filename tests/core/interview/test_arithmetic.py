from __future__ import annotations

from math import fsum
from random import Random

import pytest

from core.interview.arithmetic import gain, steps
from core.interview.assessment import assess
from core.interview.levels import ratings, score
from core.interview.signals import read_answer
from core.interview.substance import order, prose
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


def test_a_list_of_terms_is_no_prose():
    assert prose("Kafka Airflow Spark Python SQL Docker Kubernetes Terraform") < 0.2
    assert prose(STRONG) == 1


def test_the_name_of_a_colleague_changes_nothing():
    texts = [STRONG.replace("the night lead", name) for name in ("Tomasz", "Oluwaseun", "Li")]

    scores = {score(s, ratings(s)) for s in (read_answer(text, planned()) for text in texts)}

    assert len(scores) == 1
