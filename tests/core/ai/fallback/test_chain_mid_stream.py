"""A reply that breaks off after its reader has seen some of it."""

from __future__ import annotations

import pytest

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.leftovers import CUT
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.gemini import GeminiProvider
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import OpenRouterProvider
from core.ai.types import Chunk, ChunkKind
from core.exceptions import AllProvidersFailed, FailureKind
from tests.core.ai.conftest import healthy, request, shown
from tests.fakes.replies import Ending, Hold, hangs_up, refuses

OFFLINE = "What would you like to tell us?"
LONG = "You said that the labels were changed in the end, so "
WHOLE = f"{LONG}what was your own part in getting the pharmacy to change them?"
BUILT_IN = BuiltInProvider()


def wish(**changes):
    return request(**{"offline": OFFLINE, **changes})


def heard(providers, attempts, want=None):
    chain = ProviderChain(providers, healthy(), RetryPolicy(attempts=2, backoff=0))
    return list(chain.stream(want or wish(), attempts.append))


def kinds_of(chunks: list[Chunk]) -> list[ChunkKind]:
    return [chunk.kind for chunk in chunks]


def notice_of(chunks: list[Chunk]) -> str:
    return [chunk.text for chunk in chunks if chunk.kind is ChunkKind.NOTICE][-1]


@pytest.mark.parametrize("ending", [*Ending, b"data: {oops\r\n\r\n"])
def test_it_is_begun_again_once_with_the_same_provider(line, attempts, ending):
    line.script(line.speech.breaks(LONG, ending), line.speech.says(WHOLE))

    chunks = heard([line.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert kinds_of(chunks).count(ChunkKind.RESET) == 1
    assert [(one.failure, one.resets) for one in attempts] == [
        (FailureKind.TRANSIENT, 1),
        (None, 0),
    ]
    assert notice_of(chunks).endswith("so it was asked again.")


def test_a_stream_that_ends_without_a_reason_is_begun_again(line, attempts):
    line.script(line.speech.says(LONG, finish=None), line.speech.says(WHOLE))

    chunks = heard([line.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert attempts[0].failure is FailureKind.TRUNCATED


def test_the_second_time_the_next_provider_is_asked(lasting_lines, attempts):
    first, second = lasting_lines[OpenRouterProvider], lasting_lines[GeminiProvider]
    for one in (first, second):
        one.server.forget()
    first.script(*(first.speech.breaks(LONG, Ending.RESET) for _ in range(2)))
    second.script(second.speech.says(WHOLE))

    chunks = heard([first.provider, second.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert [one.provider for one in attempts] == ["openrouter", "openrouter", "gemini"]
    assert notice_of(chunks) == "The connection to OpenRouter broke, so Gemini asked this question."


def test_the_old_text_stays_in_view_until_the_new_one_is_there(line, attempts):
    line.script(line.speech.breaks(LONG, Ending.CUT), hangs_up(), line.speech.says(WHOLE))

    chunks = heard([line.provider, BUILT_IN], attempts)

    kinds = kinds_of(chunks)
    after_reset = kinds[kinds.index(ChunkKind.RESET) + 1]
    assert after_reset is ChunkKind.TEXT


def test_an_early_death_is_not_seen_at_all(line, attempts):
    line.script(line.speech.breaks("You said", Ending.CUT), line.speech.says(WHOLE))

    chunks = heard([line.provider, BUILT_IN], attempts)

    assert ChunkKind.RESET not in kinds_of(chunks)
    assert "".join(one.text for one in chunks if one.kind is ChunkKind.TEXT) == WHOLE
    assert [one.failure for one in attempts] == [FailureKind.TRANSIENT, None]
    assert [one.resets for one in attempts] == [0, 0]
    assert notice_of(chunks).endswith("so it was asked again."), "and yet it is told"


def test_a_stall_in_mid_reply_is_a_failure_like_others(hasty_line, attempts):
    hold = Hold()
    hasty_line.script(hasty_line.speech.breaks(LONG, hold), hasty_line.speech.says(WHOLE))

    chunks = heard([hasty_line.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert "did not answer in time" in notice_of(chunks)


def test_when_nobody_can_do_better_a_whole_sentence_is_kept(line, attempts):
    line.script(*(line.speech.breaks(WHOLE, Ending.CUT) for _ in range(2)))

    chunks = heard([line.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert chunks[-1].finish == CUT
    assert chunks[-1].provider == line.provider.label
    assert notice_of(chunks).endswith("so what was said until then is kept.")


def test_a_sentence_that_was_taken_back_is_shown_again_when_it_is_kept(line, attempts):
    line.script(
        line.speech.breaks(WHOLE, Ending.CUT),
        line.speech.breaks("Now something else that leads to nothing at all", Ending.CUT),
    )

    chunks = heard([line.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert chunks[-1].finish == CUT


@pytest.mark.parametrize(
    ("said", "more"),
    [
        (LONG, {}),  # in mid-sentence
        ("What did you do in the end, and why?", {}),  # too short to be worth it
        (WHOLE, {"fault_of": lambda text: "No." if text == WHOLE else None}),
        (WHOLE, {"schema": {"type": "object"}}),
    ],
)
def test_what_is_of_no_use_is_not_kept(line, attempts, said, more):
    line.script(*(line.speech.breaks(said, Ending.CUT) for _ in range(3)))

    chunks = heard([line.provider, BUILT_IN], attempts, wish(**more))

    assert shown(chunks) == OFFLINE


def test_a_refusal_after_a_long_beginning_keeps_the_beginning(line, attempts):
    line.script(line.speech.breaks(WHOLE, Ending.CUT), refuses(401))

    chunks = heard([line.provider, BUILT_IN], attempts)

    assert shown(chunks) == WHOLE
    assert "did not accept its key" in notice_of(chunks)


def test_without_anybody_to_follow_the_beginning_is_kept_too(line, attempts):
    line.script(*(line.speech.breaks(WHOLE, Ending.CUT) for _ in range(2)))

    chunks = heard([line.provider], attempts)

    assert shown(chunks) == WHOLE
    assert kinds_of(chunks)[-1] is ChunkKind.END


def test_half_a_sentence_and_nobody_to_follow_is_a_failure(line, attempts):
    line.script(*(line.speech.breaks(LONG, Ending.CUT) for _ in range(2)))

    with pytest.raises(AllProvidersFailed) as caught:
        heard([line.provider], attempts)

    assert len(caught.value.attempts) == 2
