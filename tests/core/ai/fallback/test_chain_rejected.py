"""A wording that must not be asked: once more with the fault named, then the bank's words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import OpenRouterProvider
from core.ai.types import Chunk, ChunkKind
from core.exceptions import FailureKind
from tests.core.ai.conftest import Line, healthy, request, shown
from tests.fakes.replies import Ending, Hold, hangs_up, refuses

OFFLINE = "What would you like to tell us?"
GOOD, BAD = "What did you do?", "Nice answer."
LONG_BAD = (
    "You said that the labels were changed in the end, so please tell me more about that now."
)
BUILT_IN = BuiltInProvider()
NOT_USABLE = "OpenRouter gave an answer that cannot be used"


def one_question(text: str) -> str | None:
    return None if text.endswith("?") else "There is no question mark."


def no_praise(text: str) -> str | None:
    return "It praises." if text.startswith("Great") else None


def repaired(before, fault):
    return replace(before, system=f"Rejected: {fault}", repair=None)


def wish(**changes):
    values = {"offline": OFFLINE, "fault_of": one_question, "repair": repaired}
    return request(**{**values, **changes})


@pytest.fixture
def lines(lasting_lines) -> tuple[Line, Line]:
    for line in lasting_lines.values():
        line.server.forget()
    return lasting_lines[OpenRouterProvider], lasting_lines[GeminiProvider]


@pytest.fixture
def health():
    return healthy()


@pytest.fixture
def chain(lines, health):
    """OpenRouter, then Gemini, then the built-in interviewer; passing faults are tried again."""
    providers = [*(line.provider for line in lines), BUILT_IN]
    return ProviderChain(providers, health, RetryPolicy(attempts=3, backoff=0))


def notice_of(chunks: list[Chunk]) -> str:
    return [chunk.text for chunk in chunks if chunk.kind is ChunkKind.NOTICE][-1]


def asked(*lines: Line) -> list[int]:
    return [len(line.server.requests) for line in lines]


def test_it_is_worded_once_more_by_the_same_provider(lines, chain, attempts):
    first, second = lines
    first.script(first.speech.says(BAD), first.speech.says(GOOD))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == GOOD
    assert asked(first, second) == [2, 0]
    assert [one.failure for one in attempts] == [FailureKind.BAD_OUTPUT, None]
    assert "Rejected: There is no question mark." in str(first.server.requests[1].body)
    assert notice_of(chunks) == f"{NOT_USABLE}, so it was asked again."


def test_the_second_time_the_bank_words_it_and_nobody_else_is_asked(lines, chain, attempts):
    first, second = lines
    first.script(first.speech.says(BAD), first.speech.says(LONG_BAD))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == OFFLINE
    assert asked(first, second) == [2, 0]
    assert [one.failure for one in attempts] == [
        FailureKind.BAD_OUTPUT,
        FailureKind.BAD_OUTPUT,
        None,
    ]
    assert notice_of(chunks) == f"{NOT_USABLE}, so the built-in interviewer asked this question."


@pytest.mark.parametrize("trouble", [refuses(500), refuses(429), hangs_up(), refuses(401)])
def test_when_the_second_try_does_not_come_through_the_next_provider_has_one(
    lines, chain, attempts, trouble
):
    first, second = lines
    first.script(first.speech.says(BAD), trouble)
    second.script(second.speech.says(GOOD))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == GOOD
    assert chunks[-1].provider == "Gemini"
    assert asked(first, second) == [2, 1]


@pytest.mark.parametrize("end", [BAD, LONG_BAD, Ending.CUT, refuses(503)])
def test_after_three_calls_the_bank_words_it_whatever_goes_wrong(lines, chain, attempts, end):
    first, second = lines
    first.script(first.speech.says(BAD), first.speech.breaks(LONG_BAD, Ending.RESET))
    match end:
        case str():
            second.script(second.speech.says(end))
        case Ending():
            second.script(second.speech.breaks(LONG_BAD, end))
        case _:
            second.script(end)
    second.script(second.speech.says(GOOD))

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == OFFLINE
    assert asked(first, second) == [2, 1]
    assert len(attempts) == 3 + 1, "one row a call, and one for the built-in words"


def test_a_provider_that_rests_is_passed_over_for_the_third_call(lines, chain, attempts, health):
    first, second = lines
    first.script(first.speech.says(BAD), refuses(500))
    second.script(*(refuses(401) for _ in range(2)))
    list(ProviderChain([second.provider, BUILT_IN], health).stream(wish(), print))
    second.server.forget()

    chunks = list(chain.stream(wish(), attempts.append))

    assert shown(chunks) == OFFLINE
    assert asked(first, second) == [2, 0]


def test_a_rejected_wording_is_no_fault_of_the_providers_health(lines, chain, attempts, health):
    first, _ = lines

    for _ in range(3):
        first.script(first.speech.says(BAD), first.speech.says(BAD))
        list(chain.stream(wish(), attempts.append))

    standing = health.standing(first.provider.identity, first.provider.model)
    assert not standing.is_resting
    assert not standing.reason
    assert asked(first) == [6]


def test_what_was_seen_is_taken_back_right_before_the_new_words(lines, chain, attempts):
    first, _ = lines
    first.script(first.speech.says(LONG_BAD), first.speech.says(GOOD))

    chunks = list(chain.stream(wish(), attempts.append))

    kinds = [chunk.kind for chunk in chunks]
    assert kinds.count(ChunkKind.RESET) == 1
    assert kinds[kinds.index(ChunkKind.RESET) + 1] is ChunkKind.TEXT
    assert shown(chunks) == GOOD
    assert [one.resets for one in attempts] == [1, 0]


def test_a_fault_that_nothing_could_mend_ends_the_call_before_a_word_is_seen(
    lines, chain, attempts
):
    first, _ = lines
    praise = "Great answer, and so very well explained! Then"
    first.script(first.speech.breaks(praise, Hold()), first.speech.says(GOOD))

    chunks = list(chain.stream(wish(opening_fault_of=no_praise), attempts.append))

    assert "".join(chunk.text for chunk in chunks if chunk.kind is ChunkKind.TEXT) == GOOD
    assert first.server.requests[0].abandoned.wait(5)
    assert [one.failure for one in attempts] == [FailureKind.BAD_OUTPUT, None]
    assert attempts[0].usage.is_estimate, "its tokens were not counted by the server any more"


def test_the_banks_words_are_not_looked_at_for_faults(attempts):
    chain = ProviderChain([BUILT_IN], healthy())
    words = "Great stories need a beginning: which beginning does yours have."

    chunks = list(chain.stream(wish(offline=words, opening_fault_of=no_praise), attempts.append))

    assert shown(chunks) == words


def test_whoever_has_no_other_words_goes_on_as_before(lines, chain, attempts):
    first, second = lines
    first.script(first.speech.says(BAD), first.speech.says(BAD))
    second.script(second.speech.says(GOOD))

    chunks = list(chain.stream(wish(offline=""), attempts.append))

    assert shown(chunks) == GOOD
    assert chunks[-1].provider == "Gemini"


def test_that_the_built_in_interviewer_has_one_language_is_told_when_it_steps_in(
    lines, chain, attempts
):
    first, _ = lines
    english = "The built-in interviewer speaks English only."
    first.script(first.speech.says(BAD), first.speech.says(BAD))

    chunks = list(chain.stream(wish(offline_notice=english), attempts.append))

    assert notice_of(chunks).endswith(f"asked this question. {english}")


def test_nothing_is_told_of_languages_while_a_model_asks(lines, chain, attempts):
    first, _ = lines
    first.script(first.speech.says(BAD), first.speech.says(GOOD))

    chunks = list(chain.stream(wish(offline_notice="English only."), attempts.append))

    assert "English" not in notice_of(chunks)
