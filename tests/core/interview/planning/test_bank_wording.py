"""What holds for every question and every probe of the bank, whoever adds one."""

from __future__ import annotations

import re
from statistics import mean

import pytest

from core.interview.planning import bank
from core.interview.planning.shapes import Shape
from core.interview.wording import fault_of
from core.interview.words.tables import table
from evals.readability import grade

QUESTIONS = bank.every_question()
PROBES = {
    f"probe {rung}": tuple(text for texts in lists.values() for text in texts)
    for rung, lists in table("probes").items()
}
GROUPS = QUESTIONS | PROBES
EVERY = tuple(text for texts in QUESTIONS.values() for text in texts)
ASKED = tuple(text for texts in GROUPS.values() for text in texts)
FILLED = {
    "{skill}": "Kafka",
    "{need}": "knowledge of bridges",
    "{company}": "Acme",
    "{served}": "customer",
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


def is_one_short_question(text: str) -> bool:
    question = filled(text)
    is_whole = "{" not in question and question == " ".join(question.split())
    is_one = question.count("?") == 1 and question.endswith("?")
    return (
        is_whole and is_one and len(question.split()) <= MOST_WORDS and fault_of(question) is None
    )


def is_open(text: str) -> bool:
    asked = asking_part(text)
    return bool(re.search(ASKING, asked)) and not re.match(YES_OR_NO, asked)


def is_neutral(text: str) -> bool:
    patterns = (PRAISING, PROTECTED, BLAMING, "!")
    return not any(re.search(pattern, text) for pattern in patterns)


def asking_part(text: str) -> str:
    """The last sentence, or what follows its colon: the part with the question mark."""
    return re.split(r"(?<=[.:])\s", filled(text))[-1]


def test_everything_that_is_asked_is_one_short_question():
    assert all(GROUPS.values())
    assert not [text for text in ASKED if not is_one_short_question(text)]


def test_nothing_can_be_answered_with_yes_or_no():
    assert not [text for text in ASKED if not is_open(text)]


def test_everything_is_neutral_and_leaves_protected_topics_alone():
    assert not [text for text in ASKED if not is_neutral(text)]


def test_everything_is_easy_to_read():
    assert not [text for text in ASKED if grade(text) > HARDEST]


@pytest.mark.parametrize(
    ("holds", "text"),
    [
        (is_one_short_question, "What did you do? And why?"),
        (is_one_short_question, "What did you do about {skil}?"),
        (is_one_short_question, f"What did you do {'then ' * MOST_WORDS}?"),
        (is_one_short_question, "Great answer. What did you do?"),
        (is_open, "Suppose a guest is late. Would you wait?"),
        (is_open, "Have you led a team?"),
        (is_neutral, "What does your church expect of you?"),
        (is_neutral, "Thanks. What did you do?"),
        (is_neutral, "What is your biggest weakness?"),
    ],
)
def test_a_question_that_could_not_be_asked_is_noticed(holds, text: str):
    assert not holds(text)


def test_questions_are_plain_on_average():
    grades = [grade(text) for text in EVERY]

    assert mean(grades) <= MEAN_GRADE


def test_most_questions_are_shorter_than_they_may_be():
    long = [text for text in EVERY if len(text.split()) > MOSTLY]

    assert len(long) <= len(EVERY) / 20


def test_hardly_any_question_asks_two_things():
    double = [text for text in EVERY if re.search(TWO_IN_ONE, text)]

    assert len(double) <= len(EVERY) / 50


def test_no_question_names_a_product_a_place_or_a_person():
    named = {word for text in EVERY for word in re.findall(r"(?<=[a-z,;:] )[A-Z]\w*", text)}

    assert named <= {"I", "CV"}


def test_a_demand_that_was_not_found_is_never_called_missing():
    texts = [text for shape in Shape for text in bank.about_a_demand(shape)]

    assert texts
    assert not [text for text in texts if re.search(r"(?i)\b(?:lack|missing|gap|without)", text)]


def test_no_two_probes_are_the_same():
    lowered = [text.lower() for texts in PROBES.values() for text in texts]

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
