"""Who asks the questions: how each provider stands, and whether it can be reached."""

from __future__ import annotations

import math
from typing import Literal

import streamlit as st

from core.bootstrap import Interviewer, Panel, Seat, State, Trial
from core.models import ENGLISH, InterviewSession
from ui import keys, routes, state, words
from ui.safe import safe_label, safe_markdown

_MINUTE, _HOUR = 60, 3600
_PLACES = ("Leads now", "Comes next", "Comes third", "Comes fourth", "Comes last")
_NOT_SCORED = "Answers in other languages are kept, but not scored."
_Colour = Literal["green", "orange", "red"]
_BADGES: dict[State, tuple[str, str, _Colour]] = {
    State.READY: ("Ready", ":material/check:", "green"),
    State.RESTING: ("Resting", ":material/hourglass_top:", "orange"),
    State.KEY_REFUSED: ("Key not accepted", ":material/key_off:", "red"),
}


def draw(interviewer: Interviewer) -> None:
    """Who leads now and who stands in; folded up, all providers and the form for keys."""
    panel = interviewer.panel
    st.markdown(f"**Your interviewer:** {safe_label(panel.label)}{_whose_key(panel)}")
    with st.container():  # always there, so that what is unfolded below stays unfolded
        _draw_stand_ins(panel)
    with st.expander("Interviewers and keys", icon=":material/key:"):
        for seat in panel.seats:
            if seat.state is not State.UNUSED:
                _draw_card(interviewer, panel, seat)
        _draw_unused(panel)
        keys.draw(interviewer)


def draw_next(interviewer: Interviewer, session: InterviewSession) -> None:
    """One quiet line about who is asked for what comes after this answer."""
    panel = interviewer.panel
    st.caption(_after_this_answer(panel, session))
    if panel.has_refused_key:
        _draw_way_to_keys()


def draw_language(interviewer: Interviewer, chosen: str) -> None:
    """Say so where nobody is there who speaks the chosen language, an ISO 639-1 code."""
    if interviewer.is_built_in and chosen != ENGLISH:
        st.info(
            "This interview is in English: the built-in interviewer speaks no other language. "
            f"{_NOT_SCORED} Add a key for an interview in {words.language(chosen)}."
        )
        _draw_way_to_keys()


def draw_language_ahead(interviewer: Interviewer, chosen: str) -> None:
    """The same before the interview starts, and what happens when a model fails in it."""
    draw_language(interviewer, chosen)
    if chosen == ENGLISH and interviewer.is_built_in:
        st.caption(
            f"The built-in interviewer leads this interview. It speaks English only. {_NOT_SCORED}"
        )
    elif chosen != ENGLISH and not interviewer.is_built_in:
        st.caption(
            f"This interview is in {words.language(chosen)}. When no model can answer, the "
            "built-in interviewer steps in. It speaks English only."
        )


def _draw_way_to_keys() -> None:
    routes.link("Interviewers and keys", routes.WELCOME, icon=":material/key:")


def _draw_stand_ins(panel: Panel) -> None:
    if stand_ins := panel.order[1:]:
        names = ", then ".join(_within_a_sentence(seat) for seat in stand_ins)
        st.caption(f"If it cannot answer: {safe_label(names, 200)}.")


def _after_this_answer(panel: Panel, session: InterviewSession) -> str:
    who = _within_a_sentence(panel.leader)
    if back := panel.soon_back:
        who = f"{back.name} if it is back by then, else {who}"
    if session.asked < session.question_count:
        what = "Next question"
    else:
        what, who = "Feedback", who.replace("the built-in interviewer", "the built-in assessor")
    return f"{what}: {safe_label(who)}{_whose_key(panel)}"


def _whose_key(panel: Panel) -> str:
    return ", with your key" if panel.leader.has_typed_key else ""


def _within_a_sentence(seat: Seat) -> str:
    return seat.name if seat.is_model else f"the {seat.name[0].lower()}{seat.name[1:]}"


def _draw_card(interviewer: Interviewer, panel: Panel, seat: Seat) -> None:
    text, icon, colour = _BADGES[seat.state]
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{safe_label(seat.provider.label)}**", width="content")
            st.badge(text, icon=icon, color=colour)
        st.caption(_details(panel, seat))
        if seat.is_model:
            _draw_trial(interviewer, seat)


def _details(panel: Panel, seat: Seat) -> str:
    """Its place in the order, or why it has none; its model and its key."""
    hint = seat.provider.key_hint
    needs: tuple[str, ...] = (seat.provider.model, f"key {hint}" if hint else "")
    if not seat.is_model:
        needs = ("Needs no key and no network",)
    return safe_markdown("\n".join((_place(panel, seat), " · ".join(filter(None, needs)))))


def _place(panel: Panel, seat: Seat) -> str:
    match seat.state:
        case State.RESTING:
            return f"Resting for {_duration(seat.seconds_left)}: {seat.reason}"
        case State.KEY_REFUSED:
            return "Not asked until the key changes"
        case _:
            place = panel.order.index(seat)
            return _PLACES[min(place, len(_PLACES) - 1)]


def _draw_trial(interviewer: Interviewer, seat: Seat) -> None:
    """A button for one tiny call, and how it went."""
    name = seat.provider.name
    told, works = state.take_trial(name)
    if told:
        (st.success if works else st.warning)(safe_markdown(told))
    if st.button("Test connection", key=f"test_{name}", icon=":material/network_check:"):
        with st.spinner(f"Asking {seat.provider.label}. This takes 15 seconds at most."):
            trial = interviewer.test(name)
        state.remember_trial(name, _outcome(trial), works=not trial.problem)
        st.rerun()


def _outcome(trial: Trial) -> str:
    if trial.problem:
        return f"{trial.problem} {trial.advice}"
    who = f"answered by {trial.model}" if trial.model else "it answered"
    tokens = f", {trial.tokens} tokens" if trial.tokens else ""
    return f"Works: {who} in {trial.seconds:.1f} s{tokens}."


def _draw_unused(panel: Panel) -> None:
    unused = [seat for seat in panel.seats if seat.state is State.UNUSED]
    if unused:
        lines = [f"{seat.provider.label} ({seat.reason})" for seat in unused]
        st.caption("Not in use:  \n" + safe_markdown("\n".join(lines)))


def _duration(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{math.ceil(seconds)} s"
    if seconds < _HOUR:
        return f"{math.ceil(seconds / _MINUTE)} min"
    return f"about {math.ceil(seconds / _HOUR)} h"
