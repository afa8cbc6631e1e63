from __future__ import annotations

from dataclasses import replace

import pytest

from core.bootstrap import Panel, ProviderStatus, Seat, State, Trial
from tests.builders import question, session
from ui import interviewer

MODEL = ProviderStatus("gemini", "Gemini", "flash", active=True, key_hint="ends in cdef, typed")
BUILT_IN = Seat(
    provider=ProviderStatus("built-in", "Built-in interviewer", "", active=True),
    state=State.READY,
)


def seat(state: State = State.READY, **changes: object) -> Seat:
    return replace(Seat(provider=MODEL, state=state), **changes)  # type: ignore[arg-type]


def details(*seats: Seat) -> str:
    """What is said of the first one."""
    return interviewer._details(Panel(seats), seats[0])


def after_this_answer(asked: int, *seats: Seat) -> str:
    interview = session(messages=tuple(question(number + 1) for number in range(asked)))
    return interviewer._after_this_answer(Panel(seats), interview)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0.2, "1 s"),
        (40, "40 s"),
        (59.9, "60 s"),
        (61, "2 min"),
        (300, "5 min"),
        (3601, "about 2 h"),
        (30_000, "about 9 h"),
    ],
)
def test_a_rest_is_told_in_words(seconds, told):
    assert interviewer._duration(seconds) == told


def test_who_rests_says_for_how_long_and_why():
    resting = seat(State.RESTING, seconds_left=40.0, reason="Gemini could not be reached")

    assert details(resting, BUILT_IN).startswith("Resting for 40 s: Gemini could not be reached")


def test_a_refused_key_waits_for_another_one():
    assert details(seat(State.KEY_REFUSED), BUILT_IN).startswith("Not asked until the key changes")


@pytest.mark.parametrize(
    ("ahead", "told"), [(0, "Leads now"), (1, "Comes next"), (2, "Comes third")]
)
def test_each_has_its_place_in_the_order(ahead, told):
    panel = Panel((*(seat() for _ in range(ahead)), BUILT_IN))

    assert interviewer._details(panel, BUILT_IN) == f"{told}  \nNeeds no key and no network"


def test_a_model_and_its_key_are_named():
    assert details(seat(), BUILT_IN).endswith("flash · key ends in cdef, typed")


@pytest.mark.parametrize(
    ("trial", "told"),
    [
        (
            Trial(label="Gemini", seconds=0.84, model="flash-001", tokens=12),
            "Works: answered by flash-001 in 0.8 s, 12 tokens.",
        ),
        (Trial(label="Gemini", seconds=2.0), "Works: it answered in 2.0 s."),
        (
            Trial(label="Gemini", seconds=2.0, problem="Gemini took too long.", advice="Wait."),
            "Gemini took too long. Wait.",
        ),
    ],
)
def test_a_test_of_the_connection_ends_in_a_sentence(trial, told):
    assert interviewer._outcome(trial) == told


def test_whoever_asks_next_is_named_under_an_open_question():
    assert after_this_answer(1, seat(), BUILT_IN) == "Next question: Gemini · flash"
    assert after_this_answer(1, BUILT_IN) == "Next question: the built-in interviewer"


def test_a_visitors_own_key_is_mentioned():
    line = after_this_answer(2, seat(has_typed_key=True), BUILT_IN)

    assert line == "Next question: Gemini · flash, with your key"


def test_after_the_last_question_comes_the_feedback():
    assert after_this_answer(3, seat(), BUILT_IN) == "Feedback: Gemini · flash"
    assert after_this_answer(3, BUILT_IN) == "Feedback: the built-in assessor"


def test_a_model_with_an_odd_name_stays_a_name():
    odd = replace(MODEL, model="![x](http://x)")

    line = after_this_answer(1, seat(provider=odd), BUILT_IN)

    assert "![x]" not in line
