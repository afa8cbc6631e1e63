"""The plan before the start: closed until the candidate wants to see it, each change saved."""

from __future__ import annotations

import streamlit as st

from core.models import (
    MAX_QUESTIONS,
    MIN_QUESTIONS,
    Choice,
    Draft,
    DraftQuestion,
    InterviewSession,
    Origin,
)
from ui import failures, state
from ui.layout import Page
from ui.safe import safe_label, safe_markdown

_PLACE, _OWN_PLACE = "plan", "own_question"
_ABOUT = {"opening": "Introduction", "motivation": "Motivation"}
_LONGEST_REASON = 600
_AT_LEAST = f"An interview has at least {MIN_QUESTIONS} questions. Add one to remove this one."


def draw(page: Page, session: InterviewSession) -> None:
    """The section, and above it what had to be replaced after a change of the documents."""
    if session.draft is not None:
        _draw_replaced(page, session, page.app.plans.propose(session))
    section = st.expander(
        "Your interview plan",  # the same in every run, or it would close when questions change
        icon=":material/checklist:",
        key=f"plan_{session.id}",
        on_change="rerun",  # what is inside is made only while it is open
    )
    if not section.open:
        st.caption(
            f"{session.question_count} questions. You can see or change them before you start. "
            "For a rehearsal close to the real thing, leave this closed."
        )
        return
    with section:
        _draw_draft(page, session, page.app.plans.propose(session))


def unadded(session: InterviewSession) -> str:
    """That a question was written and not added, in words, or an empty text."""
    if not state.kept_words(_own_key(session.id)).strip():
        return ""
    return "Your own question in the plan is not added yet: add it or clear the field."


def _draw_replaced(page: Page, session: InterviewSession, draft: Draft) -> None:
    if not draft.replaced:
        return
    count = len(draft.replaced)
    what = "1 question of your plan was" if count == 1 else f"{count} questions of your plan were"
    gone = "\n".join(f"- {safe_label(text, _LONGEST_REASON)}" for text in draft.replaced)
    with st.container(border=True):
        st.markdown(
            f"Your documents have changed, so {what} replaced. No longer asked:\n\n{gone}",
        )
        st.button(
            "All right", key="accept_plan", on_click=_accept, args=(page, session.id, draft.version)
        )


def _draw_draft(page: Page, session: InterviewSession, draft: Draft) -> None:
    st.caption(
        "In this order, unless an answer calls for a follow-up question: that takes the place of "
        "one of the later ones. Every change is saved at once."
    )
    failures.beside(session.id, _PLACE)
    for place, question in enumerate(draft.questions):
        with st.container(border=True):
            _draw_question(question, place)
            _draw_steps(page, session.id, draft, place)
    is_full = len(draft.questions) >= MAX_QUESTIONS
    if is_full:
        st.caption(f"{MAX_QUESTIONS} questions are the most. Remove one to add another.")
    else:
        _draw_choices(page, session, draft)
    if not is_full or unadded(session):  # words that were typed stay in reach
        _draw_own(page, session.id, draft.version)


def _draw_question(question: DraftQuestion, place: int) -> None:
    planned = question.planned
    st.markdown(f":small[**{place + 1}. {_about(question)}**]  \n{safe_markdown(planned.text)}")
    st.caption(safe_label(planned.reason, _LONGEST_REASON))


def _about(question: DraftQuestion) -> str:
    planned = question.planned
    if question.origin is Origin.OWN:
        return "Your own question"
    if planned.competency is None:
        return _ABOUT.get(planned.style, "")
    return planned.competency.label


def _draw_steps(page: Page, session_id: str, draft: Draft, place: int) -> None:
    question, number = draft.questions[place].id, place + 1
    steps = (("up", "arrow_upward", place - 1), ("down", "arrow_downward", place + 1))
    is_short = len(draft.questions) <= MIN_QUESTIONS
    with st.container(horizontal=True):
        for way, icon, target in steps:
            st.button(
                f"Move {number} {way}",  # named with its number for those who hear the page
                key=f"{way}_{question}",
                type="tertiary",
                icon=f":material/{icon}:",
                disabled=not 0 <= target < len(draft.questions),
                on_click=_move,
                args=(page, session_id, draft.version, question, target),
            )
        st.button(
            f"Remove {number}",
            key=f"remove_{question}",
            type="tertiary",
            icon=":material/close:",
            disabled=is_short,
            help=_AT_LEAST if is_short else None,
            on_click=_remove,
            args=(page, session_id, draft.version, question),
        )


def _draw_choices(page: Page, session: InterviewSession, draft: Draft) -> None:
    key = f"plan_choice_{session.id}"
    choices = {choice.id: choice for choice in page.app.plans.choices(session, draft)}
    st.selectbox(
        "Add a question about",
        choices,
        index=None,
        key=key,
        format_func=lambda chosen: _label(choices[chosen]),
        placeholder="Choose one",
    )
    st.button("Add", on_click=_add, args=(page, session.id, draft.version, key))


def _label(choice: Choice) -> str:
    return f"{choice.group}: {choice.label}"


def _draw_own(page: Page, session_id: str, version: int) -> None:
    key = _own_key(session_id)
    words = st.text_area(
        "Or write a question of your own", state.kept_words(key), height=80, key=key
    )
    state.keep_words(key, words)
    failures.beside(session_id, _OWN_PLACE)
    st.button("Add my question", on_click=_add_own, args=(page, session_id, version, key))


def _own_key(session_id: str) -> str:
    return f"{_OWN_PLACE}_{session_id}"


def _accept(page: Page, session_id: str, version: int) -> None:
    with failures.kept(session_id, _PLACE):
        page.app.plans.accept(page.owner, session_id, version)


def _move(page: Page, session_id: str, version: int, question: str, target: int) -> None:
    with failures.kept(session_id, _PLACE):
        page.app.plans.move(page.owner, session_id, version, question, target)


def _remove(page: Page, session_id: str, version: int, question: str) -> None:
    with failures.kept(session_id, _PLACE):
        page.app.plans.remove(page.owner, session_id, version, question)


def _add(page: Page, session_id: str, version: int, key: str) -> None:
    chosen = state.typed(key)
    if not chosen:
        st.toast("Please choose first what the question should be about.")
        return
    with failures.kept(session_id, _PLACE):
        page.app.plans.add_from(page.owner, session_id, version, chosen)
        state.choose_nothing(key)


def _add_own(page: Page, session_id: str, version: int, key: str) -> None:
    with failures.kept(session_id, _OWN_PLACE):
        draft = page.app.plans.add_own(page.owner, session_id, version, state.typed(key))
        if draft.version == version:
            st.toast("Your plan has this question already.")
        state.empty(key)
        state.keep_words(key, "")
