from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import prompts
from core.models import Decision, Document, Format, Kind
from core.prompts.pieces import MARK
from core.prompts.room import LONGEST_DOCUMENT, ROOM
from core.prompts.tokens import tokens_in
from tests.builders import answer, job, plan, question, session

FENCE = "0123456789abcdef"
DECISION = Decision(
    kind=Kind.QUESTION, topic=1, wording="What else did you do?", because="The advert asks."
)
SENTENCE = "I led a ward of twelve beds and wrote the rota for everybody on it. "
ANSWER = SENTENCE * 18  # about 250 words
DETAILS = [f"- {SENTENCE}That was in year {number}.\n" for number in range(1_000)]
CV = "Mina Example\nNurse\n{}Experience\n{}Education\n{}Hobbies\n{}".format(
    *("".join(DETAILS[start : start + 10]) for start in (0, 10, 20, 30))
)
ADVERT = "Charge nurse\nAbout us\n{}Requirements\n{}Benefits\n{}".format(
    *("".join(DETAILS[start : start + 14]) for start in (40, 60, 80))
)


def interview(*replies, cv=CV, advert=ADVERT):
    """An interview with these answers; None is a question that was skipped."""
    messages = [
        message
        for number, reply in enumerate(replies, start=1)
        for message in (
            question(number),
            answer(number, reply or "", kind=Kind.ANSWER if reply else Kind.SKIP),
        )
    ]
    return session(
        plan=plan(15),
        format=Format(question_count=15),
        cv=Document(text=cv),
        job=job(description=advert),
        messages=tuple(messages),
    )


def followup(talked, room=ROOM):
    return prompts.followup_question(talked, DECISION, FENCE, room)


def first(prepared, room=ROOM):
    return prompts.first_question(prepared, DECISION, FENCE, room)


def feedback(talked, room=ROOM):
    return prompts.feedback(talked, schema={}, rubric="The rubric.", fence=FENCE, room=room)


def text_of(prompt):
    [(_, text)] = prompt.turns
    return text


def between(prompt, name):
    _, _, rest = text_of(prompt).partition(f"<{name} id={FENCE}>\n")
    return rest.partition(f"\n</{name} id={FENCE}>")[0]


@pytest.mark.parametrize("write", [followup, feedback])
def test_an_ordinary_interview_is_not_cut(write):
    prompt = write(interview(*[ANSWER] * 8))

    assert prompt.left_out == ()
    assert text_of(prompt).count(ANSWER.strip()) == 8
    assert between(prompt, "cv") == CV.strip()
    assert between(prompt, "job-description") == ADVERT.strip()
    assert prompt.tokens <= ROOM


def test_the_longest_interview_with_full_answers_is_not_cut():
    assert followup(interview(*[ANSWER] * 14)).left_out == ()


def test_the_tokens_are_those_of_the_whole_prompt():
    prompt = followup(interview(ANSWER))

    assert prompt.tokens >= tokens_in(prompt.system) + tokens_in(text_of(prompt))


def test_older_turns_become_gists_before_a_document_is_cut():
    talked = interview(*[ANSWER] * 8)
    whole = followup(talked).tokens

    prompt = followup(talked, whole - 50)

    assert prompt.left_out == ("all but the first sentence of your answers to questions 1 to 5",)
    assert text_of(prompt).count(ANSWER.strip()) == 3
    assert between(prompt, "cv") == CV.strip()


def test_a_small_room_takes_from_the_documents_and_says_so():
    prompt = followup(interview(*[ANSWER] * 8), 3_000)

    assert text_of(prompt).count(ANSWER.strip()) == 3
    assert MARK in between(prompt, "cv")
    assert prompt.left_out == (
        "the end of the section “Education” of your CV",
        "the section “Hobbies” of your CV",
        "the end of the section “Requirements” of the job description",
        "the sections “About us” and “Benefits” of the job description",
        "all but the first sentence of your answers to questions 1 to 5",
    )


def test_the_cv_gets_two_thirds_of_what_both_documents_would_fill():
    prompt = first(interview(), 1_400)

    shares = [tokens_in(between(prompt, name)) for name in ("cv", "job-description")]
    assert 1.5 <= shares[0] / shares[1] <= 2.7
    assert 1_250 <= prompt.tokens <= 1_400


def test_what_a_short_advert_leaves_goes_to_the_cv():
    prompt = first(interview(advert="We need a nurse."), 1_500)

    assert between(prompt, "job-description") == "We need a nurse."
    assert prompt.tokens >= 1_350


def test_what_a_short_cv_leaves_goes_to_the_advert():
    prompt = first(interview(cv="Mina, nurse."), 1_500)

    assert between(prompt, "cv") == "Mina, nurse."
    assert prompt.tokens >= 1_350


def test_a_book_of_an_advert_costs_no_more_than_its_limit():
    prompt = first(interview(advert=f"Requirements\n{''.join(DETAILS)}"), 200_000)

    assert tokens_in(between(prompt, "job-description")) <= LONGEST_DOCUMENT
    assert between(prompt, "cv") == CV.strip()
    assert "job description" in prompt.left_out[0]


def test_all_answers_stand_in_the_feedback_whatever_the_room():
    talked = interview(*[ANSWER] * 15)

    prompt = feedback(talked, 3_000)

    assert text_of(prompt).count(ANSWER.strip()) == 15
    assert prompt.tokens > 3_000
    assert between(prompt, "cv") == between(prompt, "job-description") == MARK
    assert prompt.left_out == ("all of your CV", "all of the job description")


def test_feedback_cuts_documents_only():
    talked = interview(*[ANSWER] * 8)

    prompt = feedback(talked, feedback(talked).tokens - 1_500)

    assert text_of(prompt).count(ANSWER.strip()) == 8
    assert len(prompt.left_out) == 5
    assert all(words.endswith(("your CV", "the job description")) for words in prompt.left_out)


def test_an_empty_document_is_no_loss():
    prompt = first(replace(interview(advert=""), cv=None), 0)

    assert prompt.left_out == ()
    assert between(prompt, "cv") == between(prompt, "job-description") == ""


def test_the_planned_question_and_the_last_answer_stand_in_no_room_at_all():
    prompt = followup(interview(*[ANSWER] * 8), 0)

    assert DECISION.wording in text_of(prompt)
    assert f"<answer id={FENCE} number=8>\n{ANSWER.strip()}\n" in text_of(prompt)
    assert "questions 1 to 7 and what you said" in prompt.left_out


REPLIES = st.lists(
    st.none() | st.text(min_size=1) | st.integers(1, 90).map(lambda count: SENTENCE * count),
    max_size=9,
)
TEXTS = st.text() | st.lists(st.sampled_from(CV.split("\n")), max_size=80).map("\n".join)


@given(REPLIES, TEXTS, TEXTS, st.integers(0, 9_000), st.sampled_from([first, followup, feedback]))
def test_a_prompt_fits_its_room_or_is_as_small_as_it_gets(replies, cv, advert, room, write):
    talked = interview(*replies, cv=cv, advert=advert)

    prompt = write(talked, room)

    assert prompt.tokens <= max(room, write(talked, 0).tokens)


@given(REPLIES, TEXTS, st.integers(0, 9_000))
def test_the_last_answer_is_always_there(replies, advert, room):
    talked = interview(*replies, SENTENCE * 100, advert=advert)

    text = text_of(followup(talked, room))

    assert f"<answer id={FENCE} number={len(replies) + 1}>\n{SENTENCE * 20}" in text


@given(REPLIES, TEXTS, TEXTS, st.integers(0, 9_000), st.sampled_from([first, followup, feedback]))
def test_a_prompt_that_names_no_loss_has_none(replies, cv, advert, room, write):
    talked = interview(*replies, cv=cv, advert=advert)

    prompt = write(talked, room)

    is_in_short = bool(prompt.left_out) or "<earlier-turns" in text_of(prompt)
    assert is_in_short or prompt == write(talked, 1_000_000)


@given(st.integers(0, 9_000), st.sampled_from([first, followup, feedback]))
def test_the_same_interview_is_always_told_the_same(room, write):
    talked = interview(*[ANSWER] * 5)

    assert write(talked, room) == write(talked, room)
