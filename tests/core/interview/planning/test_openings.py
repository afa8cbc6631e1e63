"""The first question, which a nervous person has to be able to answer at once."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from core.interview.planning import bank
from core.interview.planning.alike import are_alike
from core.interview.words.tables import table
from core.models import Level

OPENINGS = table("questions_start_and_end")["opening"]
EVERY = [entry for entries in OPENINGS.values() for entry in entries]
RANKING = r"(?i)\b(?:most|best|main|important|prepared|decisions?|turning points?|shaped)\b"
GREETING = r"(?i)\b(?:hello|hi|welcome|good (?:morning|day|afternoon|evening))\b"


def leaves_a_choice(text: str) -> bool:
    return bool(re.search(RANKING, text)) or bool(re.search(r"\bWhich\b", text))


@pytest.mark.parametrize(
    "text",
    [
        "Which of your jobs has taught you what you would need here?",
        "What are the turning points of your career?",
        "What matters most in your career so far?",
    ],
)
def test_an_opening_that_asks_for_a_choice_is_noticed(text: str):
    assert leaves_a_choice(text)


def test_an_opening_leaves_nothing_to_rank_or_to_choose():
    assert not [entry["text"] for entry in EVERY if leaves_a_choice(entry["text"])]


def test_an_opening_follows_the_greeting_and_does_not_greet_again():
    texts = [text for entry in EVERY for text in (entry["text"], entry["plain"])]

    assert not [text for text in texts if re.search(GREETING, text)]


@pytest.mark.parametrize("level", Level)
def test_every_level_has_eight_openings_that_differ(level: Level):
    texts = bank.openings(level)

    assert len(texts) >= 8
    assert not [pair for pair in combinations(texts, 2) if are_alike(*pair)]
