from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.answers.relevance import USUAL, Asked, without_echo
from core.interview.answers.thread import Link, on_the_matter
from core.interview.words.text import content_stems

QUESTION = "How do you calm down a customer who is angry about a late delivery?"
OWN = [
    "I let the customer finish before I say a word.",
    "Then I repeat the complaint in short and apologise for the delay.",
    "After that I call the depot and give a time that I can keep.",
]
PASTED = [
    "Our pupils read a chapter at home and drew the characters on the board.",
    "I marked their essays by hand and met the parents of every class.",
    "The school then bought a second set of the novel for the older students.",
]


def near(text: str, asked: Asked) -> float:
    return asked.nearness(content_stems(text))


def test_words_about_what_was_asked_are_nearer_than_others():
    asked = Asked(QUESTION, "Shop assistant")

    assert near(" ".join(OWN), asked) > 0.3
    assert near(" ".join(PASTED), asked) < 0.1


def test_the_words_in_which_a_question_is_put_bring_an_answer_no_nearer():
    asked = Asked("Describe a time when you experienced a situation with an angry customer.")

    assert near("I describe a situation that I experienced one time.", asked) < USUAL
    assert near("She was upset, so I apologised and found a refund.", asked) > 0.2


def test_a_word_of_another_trade_does_no_harm_and_many_do():
    asked = Asked("Which wound would you dress first on the ward?", "Nurse")

    one = near("I learn from every shift and I teach nobody wrong habits.", asked)
    many = near("The teacher gave pupils homework, lessons and essays in class.", asked)

    assert many < 0 <= one


@pytest.mark.parametrize("is_first", [True, False])
def test_pasted_sentences_about_something_else_are_told_from_the_own(*, is_first: bool):
    sentences = [*PASTED, *OWN] if is_first else [*OWN, *PASTED]
    sure = dict(zip(sentences, Asked(QUESTION, "Shop assistant").sureness(sentences), strict=True))

    assert min(sure[one] for one in OWN[:2]) > max(sure[one] for one in PASTED[1:])


def test_a_story_may_be_about_anything():
    asked = Asked("Tell me about a decision you regret.", is_story=True)

    sure = asked.sureness(["We sold the boat in May.", "My brother never saw it again."])

    assert min(sure) > 0.9


def test_what_somebody_would_do_in_a_made_up_case_belongs_to_it():
    question = "Suppose a colleague asks to come before others who have waited longer. And then?"
    told = [
        "I would ask what happens if they get it when it is their turn.",
        "If there is a date with a fine, that can be a reason.",
        "If it is only that he is loud, I would say no and tell him the day on which it is ready.",
    ]

    imagined = Asked(question, is_imagined=True).sureness(told)

    assert min(imagined) > min(Asked(question).sureness(told))
    assert min(imagined) > 0.5


def test_what_somebody_does_at_the_work_that_is_asked_about_belongs_to_it():
    question = "You name Salesforce in your CV. What do you do differently now?"
    told = [
        "I fill it in right after the visit in the car.",
        "On Mondays I go through everything that has stood still for thirty days.",
        "I throw out about a third of it.",
    ]

    at_work = Asked(question, is_of_work=True).sureness(told)

    assert min(at_work) > 0.5
    assert min(at_work) > min(Asked(question).sureness(told))


def test_another_matter_in_a_made_up_case_is_another_matter():
    told = ["We painted the kitchen green in March.", "The neighbours come for soup on Sundays."]
    question = "Suppose a colleague asks to come before others who have waited longer. And then?"

    assert Asked(question, is_imagined=True).sureness(told) == Asked(question).sureness(told)


def test_a_detail_between_sentences_on_the_matter_counts_more_than_at_the_end_of_others():
    near_one, far_one = Link(2.0, is_tied=False), Link(-0.5, is_tied=False)

    between = on_the_matter([near_one, far_one, near_one])[1]
    left_alone = on_the_matter([near_one, far_one, far_one])[1]

    assert between > left_alone


@given(st.lists(st.builds(Link, st.floats(-2.5, 3.0), is_tied=st.booleans()), max_size=30))
def test_every_sentence_is_judged_with_a_share_between_none_and_all(links: list[Link]):
    sure = on_the_matter(links)

    assert len(sure) == len(links)
    assert all(0 <= one <= 1 for one in sure)


def test_a_run_of_the_questions_own_words_is_taken_out():
    said = "A customer who is angry about a late delivery wants to be heard."

    assert without_echo(said, QUESTION).split() == ["wants", "to", "be", "heard."]
