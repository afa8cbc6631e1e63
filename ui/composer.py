"""Where the candidate answers. An answer belongs to the question that was on screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from core.exceptions import AnswerConflict, InterviewError
from core.models import MOST_OWN_QUESTIONS, InterviewSession, Stage
from ui import drafts, failures, routes, state
from ui.layout import Page
from ui.safe import safe_markdown
from ui.state import Unsent

_KEY, _OWN = "answer", "own_question"
_OWN_NUMBER = 0  # a question of the candidate's own answers none of the interviewer's
_ONLY_HERE = "It is kept on this page only. Copy it before you leave or reload this page."


def draw(page: Page, session: InterviewSession) -> None:
    """Progress, the input, and the quiet ways out, at the foot of the screen.

    The ways out come after the input: the key that leaves it with an answer half typed reaches
    what sends the answer first.
    """
    question = session.open_question
    number = question.number if question else session.asked + 1
    waiting = session.stage is Stage.ASKING
    heard = len(session.exchanges[-1].requests) if question else 0
    with st.bottom:
        st.progress(session.answered / session.question_count)
        st.markdown(f"Question {number} of {session.question_count}")
        with st.container():  # always there, so that the field below keeps its place and the focus
            failures.beside(session.id, "skip")
    st.chat_input(
        "Type your answer",
        key=_KEY,
        disabled=waiting,
        on_submit=_send,
        args=(page, session.id, number, heard),
    )
    drafts.draw(session, _KEY)
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Skip this question",
            type="tertiary",
            disabled=waiting,
            on_click=_skip,
            args=(page, session.id, number),
        )
        _draw_finish_early(page, session)


def draw_own_questions(page: Page, session: InterviewSession) -> None:
    """Where the candidate asks when the interview is over. The field stays when it is full.

    Without it the page would lose its foot and jump to the top.
    """
    is_full = len(session.own_questions) >= MOST_OWN_QUESTIONS
    with st.bottom, st.container():
        if is_full:
            st.caption(
                f"These were your {MOST_OWN_QUESTIONS} questions. What comes next is your "
                "feedback: choose “See feedback”."
            )
    st.chat_input(
        "There is no room for more questions" if is_full else "Ask a question of your own",
        key=_OWN,
        disabled=is_full,
        on_submit=_ask,
        args=(page, session.id),
    )
    drafts.draw(session, _OWN)


def draw_unsent(page: Page, session: InterviewSession) -> None:
    """Every text that could not be stored, in full, until it is sent or put aside."""
    for place, text in enumerate(state.unsent(session.id)):
        if _is_stored(text, session):  # it was stored after all, perhaps in another tab
            state.drop_unsent(text)
            continue
        with st.container(border=True):
            st.error(safe_markdown(text.message or "This answer has not been stored yet."))
            st.caption(_ONLY_HERE)
            if text.stored is not None:
                _draw_conflict(text, place)
            else:
                _draw_second_try(page, text, place)


@contextmanager
def rescuing(session_id: str) -> Iterator[None]:
    """Keep unsent answers in view when the interview itself cannot be shown."""
    try:
        yield
    except InterviewError:
        for place, text in enumerate(state.unsent(session_id)):
            key = f"rescued_{text.number}_{place}"
            st.text_area(_name(text), text.text, key=key)
            st.caption(_ONLY_HERE)
        raise


def _name(text: Unsent) -> str:
    return f"Your answer to question {text.number}" if text.number else "Your own question"


def _is_stored(text: Unsent, session: InterviewSession) -> bool:
    """A request that is put once more is another one than that which has been explained."""
    if not text.number:
        return any(question.content == text.text for question in session.own_questions)
    exchange = session.exchange(text.number)
    if exchange is None:
        return False
    newer = (request.content for request in exchange.requests[text.heard :])
    return text.text in (exchange.answer, *newer)


def _draw_finish_early(page: Page, session: InterviewSession) -> None:
    answers = sum(bool(exchange.answer) for exchange in session.exchanges)
    if not answers:
        return
    with st.popover("Finish early and get feedback", type="tertiary"):
        st.markdown(
            f"Finish now with {answers} of {session.question_count} questions answered? "
            "Words that are typed and not sent are not kept. To go on, close this."
        )
        finish = st.button("Finish now", type="primary")
    if finish:
        with failures.shown():
            page.app.interviews.finish_early(page.owner, session.id)
        routes.go(routes.FEEDBACK, session.id)


def _draw_conflict(text: Unsent, place: int) -> None:
    st.markdown("**The answer that is stored**")
    st.markdown(safe_markdown(text.stored or "You skipped this question."))
    st.markdown("**Your new text**")
    st.markdown(safe_markdown(text.text))
    _draw_put_aside("Keep the stored answer", text, place)


def _draw_second_try(page: Page, text: Unsent, place: int) -> None:
    key = f"unsent_{text.number}_{place}"
    st.text_area(_name(text), text.text, height=160, key=key)
    with st.container(horizontal=True):
        st.button(
            "Send again",
            key=f"again_{key}",
            type="primary",
            on_click=_send_again,
            args=(page, text, key),
        )
        _draw_put_aside("Discard this text", text, place)


def _draw_put_aside(label: str, text: Unsent, place: int) -> None:
    key = f"aside_{text.number}_{place}"
    st.button(label, key=key, on_click=state.drop_unsent, args=(text,))


def _send(page: Page, session_id: str, number: int, heard: int) -> None:
    text = Unsent(session_id=session_id, number=number, text=state.typed(_KEY), heard=heard)
    if not _is_blank(text):
        _deliver(page, text)


def _send_again(page: Page, former: Unsent, key: str) -> None:
    text = replace(former, text=state.typed(key), message="", stored=None)
    if _is_blank(text):
        return
    state.keep_unsent(text)
    if text.text != former.text:
        state.drop_unsent(former)
    _deliver(page, text)


def _is_blank(text: Unsent) -> bool:
    """True, with a passing word about it, where there is nothing to send."""
    if text.text.strip():
        return False
    st.toast("Please type a few words first.")
    return True


def _deliver(page: Page, text: Unsent) -> None:
    """Store the text. It stays on screen until that has worked, whatever happens."""
    state.keep_unsent(text)
    try:
        _store(page, text)
    except AnswerConflict as error:
        state.keep_unsent(replace(text, message=str(error), stored=error.stored))
    except InterviewError as error:
        state.keep_unsent(replace(text, message=str(error)))
    else:
        state.drop_unsent(text)


def _store(page: Page, text: Unsent) -> None:
    interviews, session_id = page.app.interviews, text.session_id
    if text.number:
        interviews.submit_answer(page.owner, session_id, text.number, text.text, text.heard)
    else:
        interviews.ask_interviewer(page.owner, session_id, text.text)


def _ask(page: Page, session_id: str) -> None:
    text = Unsent(session_id=session_id, number=_OWN_NUMBER, text=state.typed(_OWN))
    if not _is_blank(text):
        _deliver(page, text)


def _skip(page: Page, session_id: str, number: int) -> None:
    with failures.kept(session_id, "skip"):
        page.app.interviews.skip_question(page.owner, session_id, number)
