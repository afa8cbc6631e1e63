from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from pydantic import SecretStr

from core.ai.prices import prices_in
from core.ai.roster import Roster
from core.bootstrap import build_app
from core.config import TestSettings
from core.exceptions import ConfigurationError, FailureKind
from core.models import AccountSummary, Attempt, Credit, FailedCalls, ModelUse, Purpose, Usage
from core.repositories.attempts import AttemptRepository
from core.repositories.leases import TurnKey
from core.services.account import Account
from core.services.tally import failures_in, label_of, uses_of
from tests.builders import NOW, OWNER, session
from tests.core.services.test_interviews import STORY, started
from tests.fakes.openai_server import ScriptedOpenAI, plays_along, says

KEY = TurnKey(owner_id=OWNER, session_id=session().id, purpose="question", number=1)
ANSWERED = Attempt(
    purpose=Purpose.QUESTION,
    provider="openrouter",
    model="some/model",
    model_served="some/model-001",
    usage=Usage(1_000, 50, cost_usd=0.002),
)
FAILED = replace(
    ANSWERED, model_served="", usage=Usage(), failure=FailureKind.RATE_LIMITED, status=429
)
QUESTION = Credit(provider="OpenRouter", model="some/model-001", questions=1)
BUILT_IN = Credit(provider="Built-in interviewer", model="", questions=1)


@pytest.fixture
def account(database, sessions) -> Account:
    return Account(AttemptRepository(database), lambda: NOW, prices_in("some/model=1/2"))


@pytest.mark.sqlite
def test_a_call_that_cannot_be_recorded_stops_nobody(account, data_folder):
    blocker = sqlite3.connect(data_folder / "interviews.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")

    account.recorder(KEY)(ANSWERED)

    blocker.execute("ROLLBACK")
    blocker.close()
    assert account.of_session(OWNER, session().id) == ()


def test_an_interview_of_somebody_else_has_no_account(account):
    account.recorder(KEY)(ANSWERED)

    summary = account.summary("somebody else", session().id)

    assert (summary.models, summary.failures, summary.calls) == ((), (), 0)


def test_a_call_is_stored_with_its_price(account):
    account.recorder(KEY)(replace(ANSWERED, usage=Usage(1_000_000, 500_000)))
    account.recorder(KEY)(ANSWERED)
    account.recorder(KEY)(replace(FAILED, model="unheard-of", usage=Usage(10, 10)))

    costs = [attempt.usage.cost_usd for attempt in account.of_session(OWNER, session().id)]
    assert costs == [2.0, 0.002, None]


def test_every_provider_has_the_label_that_the_roster_gives_it():
    _, statuses = Roster(TestSettings()).providers()

    assert {label_of(status.name) for status in statuses} == {status.label for status in statuses}
    assert label_of("of-an-older-version") == "of-an-older-version"


def test_the_built_in_interviewer_is_no_call_and_comes_last():
    built_in = Attempt(purpose=Purpose.QUESTION, provider="built-in", model="")
    assessed = Credit(provider="", model="", feedbacks=1)

    uses = uses_of([built_in, ANSWERED], [BUILT_IN, BUILT_IN, assessed, QUESTION])

    assert [(use.model, use.questions, use.feedbacks, use.calls) for use in uses] == [
        ("some/model-001", 1, 0, 1),
        ("", 2, 1, 0),
    ]
    assert uses[1].label == "Built-in interviewer"


def test_calls_tokens_and_cost_of_a_model_are_added_up():
    again = replace(ANSWERED, retries=2, usage=Usage(500, 20, cost_usd=0.001, is_estimate=True))

    (use,) = uses_of([ANSWERED, again], [QUESTION, replace(QUESTION, questions=0, feedbacks=1)])

    assert use == ModelUse(
        label="OpenRouter",
        model="some/model-001",
        questions=1,
        feedbacks=1,
        calls=2,
        prompt_tokens=1_500,
        completion_tokens=70,
        cost_usd=0.003,
        is_estimate=True,
    )


def test_a_call_that_failed_counts_for_the_model_that_answers_to_that_name():
    (use,) = uses_of([FAILED, ANSWERED], [QUESTION])

    assert (use.model, use.calls, use.cost_usd) == ("some/model-001", 2, 0.002)


def test_where_several_models_answer_to_a_name_a_failure_is_put_on_none_of_them():
    other = replace(ANSWERED, model_served="other/model")

    uses = uses_of([FAILED, ANSWERED, other], [QUESTION])

    assert [(use.model, use.calls) for use in uses] == [
        ("some/model-001", 1),
        ("other/model", 1),
        ("some/model", 1),
    ]


def test_a_beginning_that_was_kept_is_the_work_of_the_model_that_broke_off():
    cut = replace(FAILED, failure=FailureKind.TRUNCATED, usage=Usage(900, 40, cost_usd=0.001))
    kept = replace(QUESTION, model="some/model")

    (use,) = uses_of([ANSWERED, cut], [QUESTION, kept])

    assert (use.questions, use.calls, use.cost_usd) == (2, 2, 0.003)


@pytest.mark.parametrize(
    "unpriced",
    [
        replace(ANSWERED, usage=Usage(1_000, 50)),
        replace(ANSWERED, usage=Usage()),
        replace(FAILED, usage=Usage(900, 40, is_estimate=True)),
    ],
    ids=["no price", "nothing known", "cut, and no price"],
)
def test_one_call_of_unknown_cost_makes_the_cost_of_its_model_unknown(unpriced):
    for attempts in ([ANSWERED, unpriced], [unpriced, ANSWERED]):
        (use,) = uses_of(attempts, [QUESTION])
        assert use.cost_usd is None


def test_failures_are_counted_by_provider_and_reason_with_every_call_that_was_made():
    down = replace(FAILED, provider="gemini", failure=FailureKind.TRANSIENT)
    again = replace(ANSWERED, retries=1)

    assert failures_in([FAILED, down, again, FAILED, down, down]) == (
        FailedCalls(label="OpenRouter", reason="too busy at that moment", count=2),
        FailedCalls(label="Gemini", reason="no whole answer came", count=3),
    )


def test_the_built_in_interviewer_makes_no_failed_call():
    nothing_ready = Attempt(
        purpose=Purpose.QUESTION, provider="built-in", model="", failure=FailureKind.BAD_REQUEST
    )

    assert failures_in([nothing_ready]) == ()


@pytest.mark.parametrize("kind", FailureKind)
def test_every_kind_of_failure_has_words(kind):
    (failed,) = failures_in([replace(FAILED, failure=kind)])

    assert failed.reason
    assert "_" not in failed.reason


def test_one_call_for_each_question_and_the_feedback_is_what_it_takes():
    used = ModelUse(label="Gemini", model="m", questions=8, feedbacks=1, calls=9)

    assert AccountSummary(models=(used,)).spent_in_vain == 0
    assert AccountSummary(models=(replace(used, calls=11),)).spent_in_vain == 2
    assert AccountSummary(models=(replace(used, calls=0),)).spent_in_vain == 0


def test_an_explanation_is_a_call_that_was_needed_and_no_question():
    explained = replace(QUESTION, questions=0, explanations=1)

    (use,) = uses_of([ANSWERED, ANSWERED], [QUESTION, explained])

    assert (use.questions, use.explanations, use.calls) == (1, 1, 2)
    assert AccountSummary(models=(use,)).questions == 1
    assert AccountSummary(models=(use,)).spent_in_vain == 0


def test_a_question_that_was_explained_is_counted_once(settings):
    app = build_app(settings)
    app.visitors.local()
    interview = started(app)
    app.interviews.submit_answer(OWNER, interview.id, 1, "Could you repeat that, please?")

    (built_in,) = app.account.summary(OWNER, interview.id).models

    app.close()
    assert (built_in.questions, built_in.explanations) == (1, 1)


def test_an_interview_tells_what_it_used_over_a_real_line(settings):
    with ScriptedOpenAI(otherwise=plays_along) as model:
        app = build_app(
            settings.model_copy(
                update={
                    "openrouter_api_key": SecretStr("sk-or-v1-made-up"),
                    "openrouter_base_url": model.url,
                    "ai_attempts": 1,
                }
            )
        )
        app.visitors.local()
        interview = started(app)
        model.then(says("No question here."), says("None here either."))
        for number in (1, 2, 3):
            app.interviews.submit_answer(OWNER, interview.id, number, f"{STORY} {number}.")
        app.feedback.generate_feedback(OWNER, interview.id)

        summary = app.account.summary(OWNER, interview.id)

        app.close()
    used, built_in = summary.models
    assert (used.label, used.model) == ("OpenRouter", "served-model")
    assert (used.questions, used.feedbacks, used.calls) == (2, 1, 5)
    assert (used.prompt_tokens, used.completion_tokens) == (5 * 11, 5 * 7)
    assert (used.cost_usd, used.is_estimate) == (None, False)
    assert (built_in.label, built_in.questions, built_in.calls) == ("Built-in interviewer", 1, 0)
    assert summary.failures == (
        FailedCalls(label="OpenRouter", reason="the answer could not be used", count=2),
    )
    assert (summary.questions, summary.calls, summary.spent_in_vain) == (3, 5, 2)


def test_a_price_of_the_installation_that_cannot_be_read_stops_the_start(settings):
    with pytest.raises(ConfigurationError, match="AI_PRICES: entry 1"):
        build_app(settings.model_copy(update={"ai_prices": "cheap"}))


def test_the_prices_of_the_installation_reach_the_account(settings):
    app = build_app(settings.model_copy(update={"ai_prices": "some/model=1/2"}))
    app.visitors.local()
    interview = started(app)
    record = app.account.recorder(replace(KEY, session_id=interview.id))

    record(replace(ANSWERED, usage=Usage(1_000_000, 0)))

    used, _ = app.account.summary(OWNER, interview.id).models
    app.close()
    assert used.cost_usd == 1.0
