"""What holds for every question and every probe of the bank, whoever adds one."""

from __future__ import annotations

import re
from statistics import mean

import pytest

from core.interview import bank
from core.interview.tables import table
from core.interview.wording import fault_of
from evals.readability import grade

EVERY = tuple((group, text) for group, texts in bank.every_question().items() for text in texts)
PROBES = tuple(
    (rung, text) for rung, lists in table("probes").items() for t in lists.values() for text in t
)
FILLED = {
    "{skill}": "Kafka",
    "{need}": "knowledge of bridges",
    "{company}": "Acme",
    "{words}": "we moved the boxes",
    "{question}": "How did it end?",
}
PARTS = ("situation", "task", "action", "own part", "result", "measure")
IN_EITHER_FORM = (*PARTS, *(f"situational_{part}" for part in PARTS), "technical")
STYLES = ("behavioural", "situational", "technical", "opening", "motivation")
ANSWERS_NOTHING = ("elsewhere", "imagined", "gibberish", "abusive", "empty")
ASKING = r"(?i)\b(?:what|how|which|when|who|whom|whose|where|why|by when)\b"
YES_OR_NO = (
    r"(?i)^(?:am|are|is|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may)\b"
)
TWO_IN_ONE = r"(?i)\b(?:and|or),?\s+(?:what|how|why|which|when|where|who|by when)\b"
PROTECTED = (
    r"(?i)\b(?:age|aged|old|young|married|single|pregnan\w*|child|children|religio\w*|church|faith"
    r"|nationality|native|accent|race|gender|disab\w*|politic\w*|union|born)\b"
)
PRAISING = r"(?i)\b(?:great|excellent|thanks?|well done|impressive|perfect|glad)\b"
BLAMING = r"(?i)\b(?:your (?:worst|biggest) (?:mistake|failure|weakness)|weakness|did you fail)\b"
MOST_WORDS, MOSTLY = 45, 25
HARDEST, MEAN_GRADE = 12, 9


def filled(text: str) -> str:
    for slot, words in FILLED.items():
        text = text.replace(slot, words)
    return text


def asking_part(text: str) -> str:
    """The last sentence, or what follows its colon: the part with the question mark."""
    return re.split(r"(?<=[.:])\s", filled(text))[-1]


@pytest.mark.parametrize(("group", "text"), [*EVERY, *PROBES])
def test_everything_that_is_asked_is_one_short_question(group: str, text: str):
    question = filled(text)

    assert fault_of(question) is None
    assert question.count("?") == 1
    assert question.endswith("?")
    assert len(question.split()) <= MOST_WORDS
    assert "{" not in question
    assert question == " ".join(question.split())


@pytest.mark.parametrize(("group", "text"), [*EVERY, *PROBES])
def test_nothing_can_be_answered_with_yes_or_no(group: str, text: str):
    asked = asking_part(text)

    assert re.search(ASKING, asked)
    assert not re.match(YES_OR_NO, asked)


@pytest.mark.parametrize(("group", "text"), [*EVERY, *PROBES])
def test_everything_is_neutral_and_leaves_protected_topics_alone(group: str, text: str):
    assert not re.search(PRAISING, text)
    assert not re.search(PROTECTED, text)
    assert not re.search(BLAMING, text)
    assert "!" not in text


@pytest.mark.parametrize(("group", "text"), [*EVERY, *PROBES])
def test_everything_is_easy_to_read(group: str, text: str):
    assert grade(text) <= HARDEST


def test_questions_are_plain_on_average():
    grades = [grade(text) for _, text in EVERY]

    assert mean(grades) <= MEAN_GRADE


def test_most_questions_are_shorter_than_they_may_be():
    long = [text for _, text in EVERY if len(text.split()) > MOSTLY]

    assert len(long) <= len(EVERY) / 20


def test_hardly_any_question_asks_two_things():
    double = [text for _, text in EVERY if re.search(TWO_IN_ONE, text)]

    assert len(double) <= len(EVERY) / 50


@pytest.mark.parametrize(("group", "text"), EVERY)
def test_no_question_names_a_product_a_place_or_a_person(group: str, text: str):
    inside = re.findall(r"(?<=[a-z,;:] )[A-Z]\w*", text)

    assert set(inside) <= {"I", "CV"}


def test_a_demand_that_was_not_found_is_never_called_missing():
    texts = [text for group, text in EVERY if group.startswith("needed")]

    assert len(texts) >= 12
    assert not [text for text in texts if re.search(r"(?i)\b(?:lack|missing|gap|without)", text)]


def test_no_two_probes_are_the_same():
    lowered = [text.lower() for _, text in PROBES]

    assert len(set(lowered)) == len(lowered)


@pytest.mark.parametrize("rung", IN_EITHER_FORM)
def test_every_missing_part_has_plain_and_quoting_probes(rung: str):
    plain = bank.probe_wordings(rung, quoting=False)
    quoting = bank.probe_wordings(rung, quoting=True)

    assert len(plain) >= 5
    assert len(quoting) >= 3
    assert all(text.count("“{words}”") == 1 for text in quoting)
    assert not [text for text in plain if "{" in text]


@pytest.mark.parametrize("rung", [*ANSWERS_NOTHING, *(f"again_{style}" for style in STYLES)])
def test_replies_without_an_answer_have_probes_too(rung: str):
    plain = bank.probe_wordings(rung, quoting=False)

    assert len(plain) >= 5
    assert not [text for text in plain if "{" in text]


@pytest.mark.parametrize("style", STYLES)
def test_an_explanation_is_a_statement_that_ends_with_the_question(style: str):
    explanations = bank.probe_wordings(f"clarify_{style}", quoting=False)

    assert len(explanations) >= 5
    assert all(text.endswith(". {question}") for text in explanations)


def test_an_imagined_probe_supposes_and_an_elsewhere_probe_offers_other_ground():
    imagined = bank.probe_wordings("imagined", quoting=False)
    elsewhere = bank.probe_wordings("elsewhere", quoting=False)

    assert all("Suppose" in text and "would" in text for text in imagined)
    assert all(re.search(r"study|studies|course|voluntary|volunteer|outside", t) for t in elsewhere)


def test_longer_words_ask_for_more_schooling():
    short = grade("Which of the jobs did you do?")
    long = grade("Which responsibilities accumulated organically?")

    assert short < 2
    assert long > HARDEST


def test_a_question_in_two_sentences_reads_more_easily_than_in_one():
    one = grade("Suppose the plan has changed and nobody has told you, what would you do?")
    two = grade("Suppose the plan has changed and nobody has told you. What would you do?")

    assert two < one
