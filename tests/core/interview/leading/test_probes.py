from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.aims import Aim
from core.interview.answers.own_words import own_words
from core.interview.leading.probes import asked_in
from core.interview.planning.alike import CLOSELY_SPELLED, spelling
from core.interview.words.tables import table
from core.models import PlannedQuestion
from tests import builders

PLANNED = PlannedQuestion(text="How did you begin?", competency=None, reason="")


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        (
            "I migrated 5 tables in 2022 because the old ones were slow.",
            "I migrated 5 tables in 2022",
        ),
        ("I called him (my lead) at once.", ""),
        ("It is what I like to do.", ""),
        ("Yes. I asked the", ""),
        ("I went.", ""),
        ("You could really feel the difference.", "You could really feel the difference"),
        ("In the end the totals agreed and the shop trusted us.", "the shop trusted us"),
        ("I remember the man who refused.", "the man who refused"),
        ("Maybe the late drug rounds. Then it was fine.", "the late drug rounds"),
        ("I think we are fine, and I asked him about the pump.", "I asked him about the pump"),
        ("Quite a lot, I would say.", ""),
        ("I often have the best ideas on the bus.", ""),
        ("The new manager had not really started.", ""),
        ("It will be interesting to see. That reminds me of a film I saw.", ""),
        ("The lead came, and they fixed the pump, at last.", "they fixed the pump"),
    ],
)
def test_only_whole_clauses_are_quoted(answer: str, quote: str):
    assert own_words(answer, Aim.ACTION) == quote


def test_what_was_remembered_goes_first_where_an_occasion_is_asked_for():
    answer = "I remember the bakery that we won back. There was a lot on, and we sorted the oven."

    assert own_words(answer, Aim.OCCASION) == "the bakery that we won back"
    assert own_words(answer, Aim.OWN_PART) == "we sorted the oven"


@pytest.mark.parametrize(
    ("said", "model", "asked"),
    [
        ("Hello and welcome. How did you begin?", "", "How did you begin?"),
        ("Let us leave that there. Which customer left?", "m", "Which customer left?"),
        ("接下来换个话题。您怎么处理?", "m", "您怎么处理?"),
        ("You said “we left”. What came of that?", "", "You said “we left”. What came of that?"),
    ],
)
def test_only_the_question_of_a_message_is_asked_again(said: str, model: str, asked: str):
    message = replace(builders.question(1, model=model), content=said)

    assert asked_in(message, PLANNED) == asked


@pytest.mark.parametrize(
    "rung",
    [
        *("situation", "action", "own part", "result", "measure", "story", "elsewhere", "imagined"),
        *("situational_action", "situational_result", "another"),
        *(f"again_{style}" for style in ("behavioural", "situational", "technical")),
        *(f"again_{style}" for style in ("opening", "motivation", "confidential")),
    ],
)
def test_every_follow_up_has_easier_words_that_are_not_its_own(rung: str):
    easier = table("probes")[rung]["easier"]

    others = [
        text
        for name in ("plain", "quoting", "named")
        for text in table("probes")[rung].get(name, ())
    ]
    assert len(easier) >= 4
    assert not [e for e in easier for other in others if spelling(e, other) >= CLOSELY_SPELLED]


@given(st.text(alphabet="I we they and the because pump.,;:\n()", max_size=120))
def test_what_is_quoted_stands_in_the_answer(answer: str):
    assert own_words(answer, Aim.RESULT) in answer
