from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.wording import fault_of


@pytest.mark.parametrize(
    "question",
    [
        "What was your own part in this?",
        "What would be a good example of that?",
        "What does good work look like on a ward?",
        "How do you work with children and their families on the ward?",
        "When did your health and safety training help you?",
        "How do you keep your health care records up to date?",
        "How did you handle the race condition?",
        "您是怎么做的\uff1f",
        "どのように対応しましたか。",
        "ما هو دورك؟",
        "Ποιος ήταν \u03bf ρόλος σας;",
        "คุณทำอะไรในสถานการณ์นั้น",
        "You said “we moved it”: what came of that?",
    ],
)
def test_a_plain_question_can_be_asked(question: str):
    assert fault_of(question) is None


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ("", "The question is empty."),
        ("  \n", "The question is empty."),
        ("Tell me more.", "There is no question mark."),
        ("Why? How?", "There is more than one question."),
        ("为什么\uff1f怎么\uff1f", "There is more than one question."),
        ("why " * 61 + "?", "The question has more than 60 words."),
        ("# Next\nWhy?", "The question holds a heading, a list or other markup."),
        ("- why?", "The question holds a heading, a list or other markup."),
        ("1. Why was that?", "The question holds a heading, a list or other markup."),
        ("**Why** was that?", "The question holds a heading, a list or other markup."),
        ("Great answer! Why?", "The question praises or thanks the candidate."),
        ("Excellent. What came next?", "The question praises or thanks the candidate."),
        ("Well done, and what came next?", "The question praises or thanks the candidate."),
        ("Thank you for sharing that, what next?", "The question praises or thanks the candidate."),
        ("That\u2019s impressive. What next?", "The question praises or thanks the candidate."),
        ("That's a great example: what next?", "The question praises or thanks the candidate."),
        ("How old are you?", "The question touches a protected topic."),
        ("Are you married?", "The question touches a protected topic."),
        ("Do you plan to have children?", "The question touches a protected topic."),
        ("Do you have any kids?", "The question touches a protected topic."),
        ("What is your religion?", "The question touches a protected topic."),
        ("How is your health?", "The question touches a protected topic."),
        ("What is your nationality?", "The question touches a protected topic."),
        ("Where are you originally from?", "The question touches a protected topic."),
        ("As an AI, what do I ask?", "The question talks about itself or about a model."),
        ("Here is the next question: why?", "The question talks about itself or about a model."),
    ],
)
def test_a_fault_is_named(question: str, fault: str):
    assert fault_of(question) == fault


@given(st.text(max_size=200))
def test_any_text_is_either_fine_or_has_a_fault_in_a_sentence(text: str):
    fault = fault_of(text)

    assert fault is None or fault.endswith(".")
