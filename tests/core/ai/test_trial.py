from __future__ import annotations

import time

import pytest

from core.ai.fallback.health import Health
from core.ai.faults.failures import failure
from core.ai.providers.veil import MASK
from core.ai.trial import tried
from core.exceptions import FailureKind
from tests.builders import NOW
from tests.core.ai.conftest import KEY, Line
from tests.fakes.faults import silent
from tests.fakes.replies import hangs_up, refuses

NEW_KEY = "Check the key, or type another one."


@pytest.fixture
def health() -> Health:
    return Health(lambda: NOW)


def rests(health: Health, line: Line) -> bool:
    return health.standing(line.provider.identity, line.provider.model).is_resting


@pytest.mark.parametrize(
    ("status", "problem", "advice"),
    [
        (401, "did not accept its key", NEW_KEY),
        (402, "has no credit or quota left", "Add credit"),
        (404, "does not offer the chosen model", "Choose another model."),
        (429, "is too busy just now", "Please try again in a minute."),
        (503, "had a fault of its own", "Please try again in a minute."),
    ],
)
def test_a_refusal_is_told_with_what_can_be_done(line, health, status, problem, advice):
    line.script(refuses(status, {"error": {"message": f"{KEY} is bad"}}))

    trial = tried(line.provider, health)

    assert problem in trial.problem
    assert trial.advice.startswith(advice)
    assert KEY not in repr(trial)


def test_nothing_is_asked_twice(line, health):
    line.script(hangs_up())

    trial = tried(line.provider, health)

    assert "could not be reached" in trial.problem or "broke" in trial.problem
    assert len(line.server.requests) == 1


def test_a_server_that_says_nothing_is_waited_for_as_long_as_was_said(line, health, monkeypatch):
    monkeypatch.setattr("core.ai.trial.LONGEST", 0.3)  # nobody's patience is a setting
    line.script(silent())
    began = time.monotonic()

    trial = tried(line.provider, health)

    assert "took too long" in trial.problem
    assert trial.advice.startswith("Please try again")
    assert time.monotonic() - began < 8.0


def test_an_answer_is_told_with_its_model_its_time_and_its_tokens(line, health):
    line.script(line.speech.says("ready"))

    trial = tried(line.provider, health)

    assert not trial.problem
    assert trial.model == line.speech.MODEL
    assert trial.tokens == 18
    assert 0 <= trial.seconds < 5


def test_a_reply_that_fills_its_room_shows_that_the_provider_can_be_used(line, health):
    finish = "MAX_TOKENS" if line.provider.name == "gemini" else "length"
    line.script(line.speech.says("ready ready ready", finish))

    trial = tried(line.provider, health)

    assert not trial.problem
    assert not trial.model


def test_a_success_ends_a_rest(line, health):
    health.failed(line.provider, failure(FailureKind.AUTH, line.provider.label))
    assert rests(health, line)
    line.script(line.speech.says("ready"))

    tried(line.provider, health)

    assert not rests(health, line)


def test_a_failure_counts_as_any_other(line, health):
    line.script(refuses(401))

    tried(line.provider, health)

    assert rests(health, line)


def test_it_is_a_tiny_call(line, health):
    line.script(line.speech.says("ready"))

    tried(line.provider, health)

    assert len(str(line.server.request.body)) < 500
    assert MASK not in str(line.server.request.body)
