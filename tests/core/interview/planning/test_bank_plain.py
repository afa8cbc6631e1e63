"""What holds for the plain second wording of a question, and for the jobs that it does not suit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest

from core.interview.planning import bank
from core.interview.planning.alike import are_alike
from core.interview.words.tables import table
from core.models import Competency, Level
from evals.readability import grade
from tests.core.interview.planning.test_bank_wording import (
    TWO_IN_ONE,
    is_neutral,
    is_one_short_question,
    is_open,
)

FILES = tuple(
    f"questions_{part}" for part in ("behavioural", "situational", "start_and_end", "skill")
)
GROUPS: dict[str, list[dict[str, Any]]] = {
    f"{file} {group} {name}": entries
    for file in FILES
    for group, lists in table(file).items()
    for name, entries in lists.items()
} | {f"technical {family}": table(f"technical/{family}")["question"] for family in bank.families()}
ENTRIES = tuple(entry for entries in GROUPS.values() for entry in entries)
MOST_WORDS, HARDEST, RUN = 35, 9, 6
LEAST_PAST, LEAST_IMAGINED = 4, 2
FILLING = r"(?i)^(?:in other words|simply put|put simply|that is|to put it|let me|i mean)\b"
IDIOMS = r"(?i)\b(?:track down|bear on|come to a head|claim on|pull in the same|fell to you)\b"


def plains(entries: Iterable[dict[str, Any]]) -> list[str]:
    return [entry.get("plain", "") for entry in entries]


def runs(text: str) -> set[tuple[str, ...]]:
    spoken = re.findall(r"[\w{}']+", text.lower())
    return {tuple(spoken[at : at + RUN]) for at in range(len(spoken) - RUN + 1)}


def says_the_same_words(one: str, other: str) -> bool:
    return bool(runs(one) & runs(other))


def is_easy(plain: str) -> bool:
    return (
        len(plain.split()) <= MOST_WORDS
        and grade(plain) <= HARDEST
        and not re.search(TWO_IN_ONE, plain)
        and not re.search(IDIOMS, plain)
        and not re.match(FILLING, plain)
    )


def names_the_served_rightly(text: str) -> bool:
    """At most once, as one person: "a {served}", never a plural."""
    said = len(re.findall(r"(?<!\w)[Aa] \{served\}(?![\w'])", text))
    return text.count(bank.SERVED) == said <= 1


def suiting(entries: list[dict[str, Any]], family: str) -> list[dict[str, Any]]:
    return [entry for entry in entries if family not in entry.get("not_for", ())]


def test_every_question_has_a_plain_wording_that_can_be_asked():
    texts = plains(ENTRIES)

    assert all(GROUPS.values())
    assert all(texts)
    assert not [text for text in texts if not is_one_short_question(text)]
    assert not [text for text in texts if not is_open(text)]
    assert not [text for text in texts if not is_neutral(text)]


def test_a_plain_wording_is_understood_on_hearing_it_once():
    hard = [text for text in plains(ENTRIES) if not is_easy(text)]

    assert not hard


def test_a_plain_wording_has_words_of_its_own():
    repeating = [e["text"] for e in ENTRIES if says_the_same_words(e["text"], e["plain"])]

    assert not repeating


def test_a_plain_wording_names_nothing_that_its_question_does_not_name():
    slots = [(e, [slot for slot in bank.SLOTS if slot in e["plain"]]) for e in ENTRIES]

    assert not [e for e, named in slots if not all(slot in e["text"] for slot in named)]
    assert not [e for e, named in slots if any(e["plain"].count(slot) > 1 for slot in named)]


def test_no_two_plain_wordings_ask_the_same():
    alike = [
        (one["plain"], other["plain"])
        for one, other in combinations(ENTRIES, 2)
        if are_alike(one["plain"], other["plain"])
    ]

    assert not alike


def test_no_plain_wording_asks_what_another_question_asks():
    alike = [
        (one["plain"], other["text"])
        for pair in combinations(ENTRIES, 2)
        for one, other in (pair, pair[::-1])
        if are_alike(one["plain"], other["text"])
    ]

    assert not alike


def test_plain_wordings_are_easier_than_the_questions_on_average():
    easier = sum(grade(entry["text"]) - grade(entry["plain"]) for entry in ENTRIES)

    assert easier / len(ENTRIES) >= 1


@pytest.mark.parametrize(
    ("holds", "text"),
    [
        (is_easy, "In other words, what did you do?"),
        (is_easy, "What did you do, and how did it end?"),
        (is_easy, f"What did you do {'then ' * MOST_WORDS}?"),
        (is_easy, "Which organisational responsibilities necessitated prioritisation?"),
        (is_easy, "How did you track down the reason?"),
        (names_the_served_rightly, "Which {served} taught you something?"),
        (names_the_served_rightly, "What did a {served}s' representative say?"),
        (names_the_served_rightly, "What did a {served} say to a {served}?"),
    ],
)
def test_a_wording_that_is_not_plain_is_noticed(holds, text: str):
    assert not holds(text)


def test_six_words_in_a_row_are_noticed_whatever_stands_between_them():
    question = "When did you stop work, then begin again?"

    assert says_the_same_words(question, "You rested: when did you stop work then?")
    assert not says_the_same_words(question, "You rested: when did you stop to work?")


def test_whom_a_job_serves_is_named_once_and_as_one_person():
    texts = [text for entry in ENTRIES for text in (entry["text"], entry["plain"])]

    assert not [text for text in texts if not names_the_served_rightly(text)]


def test_every_job_family_has_a_word_for_whom_it_serves_that_can_follow_an_a():
    served = table("people")["served"]

    assert set(served) == {bank.ANY, *bank.families()}
    assert not [word for word in served.values() if re.match(r"(?i)[aeio]|u(?!se)", word)]


def test_a_question_is_kept_only_from_job_families_that_exist():
    kept_from = {family for entry in ENTRIES for family in entry.get("not_for", ())}

    assert kept_from <= set(bank.families())


@pytest.mark.parametrize("competency", Competency)
@pytest.mark.parametrize("level", Level)
def test_every_job_family_keeps_enough_questions_of_every_level(
    competency: Competency, level: Level
):
    past = GROUPS[f"questions_behavioural {competency} {level}"]
    imagined = GROUPS[f"questions_situational {competency} {level}"]

    families = (*bank.families(), "")

    assert not [family for family in families if len(suiting(past, family)) < LEAST_PAST]
    assert not [family for family in families if len(suiting(imagined, family)) < LEAST_IMAGINED]


def test_a_nurse_is_not_asked_what_nobody_would_ask_a_nurse():
    kept = [entry["text"] for entry in ENTRIES if "health" in entry.get("not_for", ())]

    asked = {
        text
        for competency in Competency
        for level in Level
        for style in (bank.behavioural, bank.situational)
        for text in style(competency, level, "health")
    }

    assert kept
    assert not asked & set(kept)
