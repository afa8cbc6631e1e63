"""The conversation so far: who said what, and why it was asked."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.models import ASKED, InterviewSession, Kind, Message, Plan, Role
from ui.safe import safe_label, safe_markdown

_AVATARS = {Role.ASSISTANT: ":material/forum:", Role.USER: ":material/person:"}


def draw(session: InterviewSession, *, with_reasons: bool = True) -> None:
    for message in session.messages:
        with _bubble(message.role):
            _draw_words(message)
            if message.role is Role.ASSISTANT:
                _draw_origin(message)
                if with_reasons and session.plan and message.kind in ASKED:
                    _draw_reason(message, session.plan)


def draw_next() -> DeltaGenerator:
    """The place where the question that is being worded appears."""
    with _bubble(Role.ASSISTANT):
        return st.empty()


def _bubble(role: Role) -> DeltaGenerator:
    return st.chat_message(role.value, avatar=_AVATARS[role])


def _draw_words(message: Message) -> None:
    if message.kind is Kind.SKIP:
        st.caption("You skipped this question.")
    else:
        st.markdown(safe_markdown(message.content))


def _draw_origin(message: Message) -> None:
    """Who worded it, and what happened on the way."""
    if message.model:
        st.caption(f"Worded by {safe_label(f'{message.provider} · {message.model}')}")
    elif message.provider:  # the only one without a model
        st.caption("Asked by the built-in interviewer")
    if message.notice:
        st.caption(f":material/info: {safe_markdown(message.notice)}")


def _draw_reason(message: Message, plan: Plan) -> None:
    if not 0 <= message.topic < len(plan.questions):
        return
    planned = plan.questions[message.topic]
    reason = message.decision or planned.reason
    if not reason:
        return
    with st.expander("Why this question?", type="compact"):
        st.caption(safe_markdown(reason))
        if message.kind is Kind.QUESTION and planned.quote not in reason:
            st.caption(f"“{safe_markdown(planned.quote)}”")
