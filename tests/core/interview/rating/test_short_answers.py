"""That an answer is short is said with its size; nothing asks for more without saying of what."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.rating.grounds import FEW, SHORT, because
from core.interview.rating.levels import ratings
from core.models import Quality
from tests.core.interview.interviews import (
    CLICHES,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    planned,
)

STYLES = ["behavioural", "situational", "technical", "opening", "motivation"]
REPLIES = [STRONG, MIDDLING, VAGUE, HOLLOW, CLICHES, NO_OUTCOME, ONLY_WE]
EMPTY = (
    *("More of the same", "room for more detail", "in more detail", "more detail would"),
    *("less would be left to guess", "More of it could", "Few reasons"),
)
PUMP = "In May 2023 the pump at the mill failed. I patched the pump with a new seal. It ran again."
LONG_ONE = (
    "In May 2023, when the pump at the mill failed and the water stood in the yard up to the lower "
    "step of the stairs, I took the pump apart with a colleague from the night shift, found that "
    "the seal was worn, and patched it with one from the old pump in the shed, so it ran again "
    "before the first lorry came"
)


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("style", STYLES)
def test_no_ground_asks_for_more_without_saying_of_what(reply: str, style: str):
    told = " ".join(rating.because for rating in ratings(read_answer(reply, planned(style))))

    assert not [words for words in EMPTY if words in told]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("reply", REPLIES)
def test_only_a_short_answer_is_called_short_and_with_its_words(reply: str, style: str):
    signals = read_answer(reply, planned(style))
    told = because(Quality.EVIDENCE, 3.0, signals)

    if "It is short" in told:
        assert len(signals.words) <= SHORT
        assert f"It is short: {len(signals.words)} words." in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "I patched the pump with a new seal from the shed. Then it ran for a year.",
            "It is told in 2 sentences.",
        ),
        (
            "I patched the pump at the mill with a new seal and it ran again.",
            "It is told in 1 sentence.",
        ),
        (PUMP, ""),
        (LONG_ONE, ""),
    ],
    ids=["two", "one", "three", "one long"],
)
def test_few_sentences_are_counted_where_they_are_short(text: str, said: str):
    told = because(Quality.STRUCTURE, 3.0, read_answer(text, planned("technical")))

    assert ("It is told in" in told) is bool(said)
    assert said in told
    assert FEW == 2


@pytest.mark.parametrize("item", [Quality.EVIDENCE, Quality.STRUCTURE])
def test_a_good_level_is_not_called_short(item: Quality):
    told = because(item, 4.0, read_answer(PUMP, planned()))

    assert "short" not in told
    assert "sentences" not in told
