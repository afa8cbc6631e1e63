from __future__ import annotations

import logging
from contextlib import closing
from datetime import UTC, datetime
from itertools import count

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import SHORTEST_REST, Health
from core.ai.fallback.retry import HELD_CHARACTERS, RetryPolicy
from core.ai.faults.failures import failure
from core.ai.providers.adapter import Address
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.types import Chunk, ChunkKind, Purpose
from core.exceptions import AllProvidersFailed, FailureKind
from tests.core.ai.conftest import IDLE, KEY, Line, healthy, request, shown
from tests.fakes.replies import Ending, Hold, Reply, hangs_up, refuses

NOW = datetime(2026, 11, 22, tzinfo=UTC)
OFFLINE = "What would you like to tell us?"
LONG = "You said that the labels were changed in the end, so "  # more than is held back
BUILT_IN = BuiltInProvider()


def one_question(text):
    return None if text.endswith("?") else "There is no question mark."


def wish(**changes):
    return request(**{"offline": OFFLINE, "fault_of": one_question, **changes})


def chain_of(*providers, attempts=1):
    return ProviderChain(providers, healthy(), RetryPolicy(attempts=attempts, backoff=0))


@pytest.fixture
def lines(lasting_lines) -> tuple[Line, Line]:
    """OpenRouter and Gemini, with nothing scripted."""
    for line in lasting_lines.values():
        line.server.forget()
    return lasting_lines[OpenRouterProvider], lasting_lines[GeminiProvider]


@pytest.fixture
def chain(lines):
    """OpenRouter, then Gemini, then the built-in interviewer; nobody is asked twice."""
    return chain_of(*(line.provider for line in lines), BUILT_IN)


def of_kind(chunks: list[Chunk], kind: ChunkKind) -> list[Chunk]:
    return [chunk for chunk in chunks if chunk.kind is kind]


def test_when_all_fail_the_error_keeps_their_failures_in_order(lines, attempts):
    first, second = lines
    first.script(refuses(401))
    second.script(refuses(402))

    with pytest.raises(AllProvidersFailed) as caught:
        list(chain_of(first.provider, second.provider).stream(wish(), attempts.append))

    assert [error.kind for error in caught.value.attempts] == [FailureKind.AUTH, FailureKind.QUOTA]
    assert [attempt.failure for attempt in attempts] == [FailureKind.AUTH, FailureKind.QUOTA]


def test_a_chain_of_nobody_fails():
    with pytest.raises(AllProvidersFailed):
        list(chain_of().stream(wish(), print))


def test_a_bug_is_not_hidden_by_the_next_provider(lines, attempts):
    class Broken(LocalProvider):
        def _pieces(self, request, watch):
            raise KeyError("typo")

    broken = Broken(Address(base_url="", model="m"))

    with pytest.raises(KeyError):
        list(chain_of(broken, BUILT_IN).stream(wish(), attempts.append))


def test_a_provider_that_stops_without_an_end_has_failed(attempts):
    class Forgetful(LocalProvider):
        def stream(self, request, deadline):
            yield Chunk(ChunkKind.TEXT, "Tell me?")

    class Silent(LocalProvider):
        def stream(self, request, deadline):
            yield from ()

    address = Address(base_url="", model="m")
    chain = chain_of(Forgetful(address), Silent(address), BUILT_IN)

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == OFFLINE
    assert [attempt.failure for attempt in attempts] == [
        FailureKind.TRUNCATED,
        FailureKind.TRUNCATED,
        None,
    ]


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 429, 503])
def test_whatever_the_refusal_the_next_provider_is_asked(lines, chain, attempts, status):
    first, second = lines
    first.script(refuses(status), refuses(status))
    second.script(second.speech.says("What did you do?"))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == "What did you do?"
    assert chunks[-1].provider == "Gemini"
    assert attempts[0].status == status
    assert not of_kind(chunks, ChunkKind.RESET), "nothing had been shown"


@pytest.mark.parametrize(
    ("refusal", "notice"),
    [
        (refuses(401), "OpenRouter did not accept its key, so Gemini asked this question."),
        (refuses(402), "OpenRouter has no credit or quota left, so Gemini asked this question."),
        (hangs_up(), "The connection to OpenRouter broke, so Gemini asked this question."),
    ],
)
def test_the_notice_says_who_failed_and_who_leads_now(lines, chain, attempts, refusal, notice):
    first, second = lines
    first.script(refusal)
    second.script(second.speech.says("What did you do?"))

    chunks = list(chain.stream(wish(), attempts.append))

    assert [chunk.text for chunk in of_kind(chunks, ChunkKind.NOTICE)] == [notice]


def test_the_last_notice_tells_the_whole_story(lines, chain, attempts):
    first, second = lines
    first.script(refuses(503))
    second.script(refuses(429))

    chunks = list(chain.stream(wish(), attempts.append))

    assert of_kind(chunks, ChunkKind.NOTICE)[-1].text == (
        "OpenRouter had a fault of its own and Gemini is too busy just now, "
        "so the built-in interviewer asked this question."
    )
    assert shown(chunks) == OFFLINE


def test_a_reply_that_breaks_off_is_taken_back(lines, chain, attempts):
    first, second = lines
    first.script(*(first.speech.breaks(LONG, Ending.CUT) for _ in range(2)))
    second.script(second.speech.says("What did you do?"))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == "What did you do?"
    assert len(of_kind(chunks, ChunkKind.RESET)) == 2
    assert [attempt.resets for attempt in attempts] == [1, 1, 0]
    assert [attempt.failure for attempt in attempts] == [
        FailureKind.TRANSIENT,
        FailureKind.TRANSIENT,
        None,
    ]


def test_a_reply_with_a_fault_is_taken_back(lines, chain, attempts):
    first, second = lines
    first.script(first.speech.says("Nice answer."))
    second.script(second.speech.says("What did you do?"))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == "What did you do?"
    assert attempts[0].failure is FailureKind.BAD_OUTPUT
    assert attempts[0].usage.prompt_tokens == 11, "what a useless reply has cost is known"


def test_a_reply_with_a_fault_may_be_repaired_once(lines, chain, attempts):
    faults = []

    def repair(before, fault):
        faults.append((before.system, fault))
        return wish(system="Again.")

    first, _ = lines
    first.script(first.speech.says("Nice answer."), first.speech.says("What did you do?"))

    chunks = list(chain.stream(wish(repair=repair), attempts.append))

    assert faults == [("You are the interviewer.", "There is no question mark.")]
    assert shown(chunks) == "What did you do?"
    assert [attempt.provider for attempt in attempts] == ["openrouter", "openrouter"]
    [notice] = of_kind(chunks, ChunkKind.NOTICE)
    assert notice.text == ("OpenRouter gave an answer that cannot be used, so it was asked again.")


def test_a_short_reply_with_a_fault_is_never_seen(lines, chain, attempts):
    first, second = lines
    first.script(first.speech.says("Nice answer."))
    second.script(second.speech.says("What did you do?"))

    chunks = list(chain.stream(wish(), attempts.append))

    assert "".join(chunk.text for chunk in of_kind(chunks, ChunkKind.TEXT)) == "What did you do?"
    assert not of_kind(chunks, ChunkKind.RESET)
    assert [attempt.resets for attempt in attempts] == [0, 0]


def test_the_built_in_wording_is_not_held_against_it(attempts):
    chunks = list(chain_of(BUILT_IN).stream(wish(offline="Tell me more."), attempts.append))

    assert shown(chunks) == "Tell me more."
    assert chunks[-1].provider == "Built-in interviewer"


def test_a_passing_fault_is_tried_again_before_anybody_else_is_asked(lines, attempts):
    first, second = lines
    first.script(refuses(503), hangs_up(), first.speech.says("What did you do?"))
    chain = chain_of(first.provider, second.provider, attempts=3)

    chunks = list(chain.stream(wish(), attempts.append))

    assert chunks[-1].provider == "OpenRouter"
    assert [attempt.retries for attempt in attempts] == [0, 1, 2]
    assert [attempt.failure for attempt in attempts] == [
        FailureKind.TRANSIENT,
        FailureKind.TRANSIENT,
        None,
    ]


def test_silence_leaves_time_for_the_others(connect, attempts):
    first = connect(OpenRouterProvider, first_token_seconds=IDLE)
    second = connect(LocalProvider)
    first.script(*(first.speech.breaks("", Hold()) for _ in range(50)))
    second.script(second.speech.says("What did you do?"))
    chain = chain_of(first.provider, second.provider, BUILT_IN, attempts=50)

    chunks = list(chain.stream(wish(seconds=20 * IDLE), attempts.append))

    assert chunks[-1].provider == "Local model"


def test_after_the_deadline_the_built_in_interviewer_still_answers(lines, chain, attempts):
    chunks = list(chain.stream(wish(seconds=0), attempts.append))

    assert shown(chunks) == OFFLINE
    assert [attempt.provider for attempt in attempts] == ["built-in"], "nobody else was asked"
    assert not any(line.server.requests for line in lines)


def test_text_is_passed_on_as_it_comes(lines, chain, attempts):
    first, _ = lines
    hold = Hold()
    begun = first.speech.breaks(LONG, hold).frames
    first.script(first.speech.sends(*begun, *first.speech.says("what next?").frames))

    with closing(chain.stream(wish(), attempts.append)) as chunks:
        words = ""
        while len(words) < HELD_CHARACTERS:
            words += next(chunks).text
        hold.released.set()

        assert words + shown(list(chunks)) == f"{LONG}what next?"


def test_a_reader_who_leaves_ends_the_call(lines, chain, attempts):
    first, second = lines
    first.script(first.speech.breaks(LONG, Hold()))
    chunks = chain.stream(wish(), attempts.append)
    next(chunks)

    chunks.close()

    assert first.server.request.abandoned.wait(5)
    assert not second.server.requests
    [attempt] = attempts
    assert (attempt.failure, attempt.resets) == (FailureKind.CANCELLED, 0)


def test_a_reader_who_leaves_after_the_end_has_an_answer(lines, chain, attempts):
    first, _ = lines
    first.script(first.speech.says("What did you do?"))

    with closing(chain.stream(wish(), attempts.append)) as chunks:
        while next(chunks).kind is not ChunkKind.END:
            pass

    assert [attempt.failure for attempt in attempts] == [None]


def test_each_attempt_is_accounted_for(lines, chain, attempts):
    first, second = lines
    first.script(refuses(402))
    second.script(second.speech.says("What did you do?"))

    list(chain.stream(wish(purpose=Purpose.FEEDBACK), attempts.append))

    failed, answered = attempts
    assert (failed.provider, failed.model, failed.model_served) == ("openrouter", "asked-model", "")
    assert (failed.failure, failed.status) == (FailureKind.QUOTA, 402)
    assert failed.first_token_ms is None
    assert (answered.provider, answered.model_served) == ("gemini", "served-gemini")
    assert answered.failure is None
    assert answered.usage.completion_tokens == 5
    assert 0 <= (answered.first_token_ms or 0) <= answered.total_ms
    assert {failed.purpose, answered.purpose} == {Purpose.FEEDBACK}


def test_the_log_names_provider_kind_and_status_and_nothing_else(lines, chain, attempts, caplog):
    first, _ = lines
    first.script(refuses(401, {"error": {"message": f"{KEY} Mina Example"}}))

    with caplog.at_level(logging.DEBUG):
        list(chain.stream(wish(system="Mina Example"), attempts.append))

    assert "openrouter failed: auth, status 401" in caplog.text
    assert KEY not in caplog.text
    assert "Mina" not in caplog.text


def test_a_provider_that_was_not_asked_for_want_of_time_is_not_blamed(connect, attempts):
    first = connect(OpenRouterProvider, Reply(head=b"", frames=(Hold(),)))
    second = connect(LocalProvider)
    chain = chain_of(first.provider, second.provider, BUILT_IN)

    chunks = list(chain.stream(wish(seconds=0.3), attempts.append))

    assert of_kind(chunks, ChunkKind.NOTICE)[-1].text == (
        "OpenRouter took too long, so the built-in interviewer asked this question."
    )
    assert not second.server.requests


def test_who_had_no_fair_time_is_not_sent_to_rest(connect, attempts):
    line = connect(OpenRouterProvider, *(Reply(head=b"", frames=(Hold(),)) for _ in range(3)))
    health = healthy()
    chain = ProviderChain([line.provider, BUILT_IN], health, RetryPolicy(attempts=1, backoff=0))

    for _ in range(3):
        list(chain.stream(wish(seconds=1.0), attempts.append))

    assert len(line.server.requests) == 3
    assert not health.standing(line.provider.identity, line.provider.model).is_resting


def test_a_bug_gives_its_trial_back(lines, attempts):
    class Broken(LocalProvider):
        def _pieces(self, request, watch):
            raise KeyError("typo")

    seconds = count(0.0, SHORTEST_REST)
    health = Health(lambda: NOW, lambda: next(seconds))
    broken = Broken(Address(base_url="", model="m"))
    for _ in range(2):
        health.failed(broken, failure(FailureKind.TRANSIENT, "Local model"))
    chain = ProviderChain([broken], health, RetryPolicy(attempts=1, backoff=0))

    for _ in range(2):
        with pytest.raises(KeyError):
            list(chain.stream(wish(), attempts.append))


def test_a_second_chance_is_a_single_call(lines, attempts):
    first, _ = lines
    first.script(
        *(refuses(503) for _ in range(2)),
        first.speech.says("x " * 60, "length"),
        *(first.speech.breaks(LONG, Ending.CUT) for _ in range(9)),
    )
    chain = chain_of(first.provider, BUILT_IN, attempts=3)

    list(chain.stream(wish(repair=lambda *_: wish()), attempts.append))

    assert len(first.server.requests) == 5, "three tries, one longer reply, one restart"
    assert len(attempts) == 5 + 1, "none of them is hidden, and the built-in words came last"
