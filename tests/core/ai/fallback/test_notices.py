from __future__ import annotations

import pytest

from core.ai.fallback.notices import story
from core.ai.faults.failures import failure
from core.ai.providers.adapter import Address
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.types import NO_USAGE, Usage
from core.exceptions import FailureKind
from tests.core.ai.conftest import request

LEADER = OpenRouterProvider(Address(base_url="http://x", model="m"))
SMALL = LocalProvider(Address(base_url="http://x", model="m", context_tokens=4_096))
BUSY = failure(FailureKind.RATE_LIMITED, "Gemini")
BROKEN = failure(FailureKind.TRUNCATED, "OpenRouter")
REFUSED = failure(FailureKind.AUTH, "OpenAI")


def test_when_all_is_well_there_is_nothing_to_tell():
    assert story([], LEADER, request(), NO_USAGE) == ""


@pytest.mark.parametrize(
    ("mishaps", "leader", "told"),
    [
        ([BUSY], LEADER, "Gemini is too busy just now, so OpenRouter asked this question."),
        (
            [BUSY, BUSY, REFUSED],
            BuiltInProvider(),
            (
                "Gemini is too busy just now and OpenAI did not accept its key, so the built-in "
                "interviewer asked this question."
            ),
        ),
        (
            [BROKEN],
            LEADER,
            "OpenRouter stopped in the middle of its answer, so it was asked again.",
        ),
        (
            [BUSY, BROKEN],
            LEADER,
            (
                "Gemini is too busy just now, so OpenRouter asked this question. OpenRouter "
                "stopped in the middle of its answer, so it was asked again."
            ),
        ),
    ],
)
def test_each_failure_is_told_once_with_what_came_of_it(mishaps, leader, told):
    assert story(mishaps, leader, request(), NO_USAGE) == told


def test_what_was_left_out_is_told():
    wish = request(left_out=("the end of the job description", "your CV's section “Hobbies”"))

    assert story([], LEADER, wish, NO_USAGE) == (
        "Left out for length: the end of the job description; your CV's section “Hobbies”."
    )


@pytest.mark.parametrize(
    ("leader", "sent", "read", "is_told"),
    [
        (SMALL, 3_000, Usage(1_000), True),
        (SMALL, 3_000, Usage(1_000, cached_tokens=900), False),
        (SMALL, 3_000, Usage(2_400), False),
        (SMALL, 3_000, Usage(None), False),
        (SMALL, 100, Usage(10), False),
        (LEADER, 3_000, Usage(10), False),
    ],
)
def test_a_small_server_that_read_less_than_it_was_sent_is_named(leader, sent, read, is_told):
    told = story([], leader, request(tokens=sent), read)

    assert ("read only a part" in told) is is_told
