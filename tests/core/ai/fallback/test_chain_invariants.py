"""Whatever scripted providers do, in any order, the reader gets one whole answer."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.leftovers import CUT
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.offline import BuiltInProvider
from core.ai.types import Attempt, ChunkKind
from tests.core.ai.conftest import KEY, healthy, request, shown
from tests.fakes.replies import Chatter, Ending, Hold, hangs_up, refuses

BUDGET = 10.0
SLACK = 3.0  # a busy machine may be late; every other limit is five seconds
LABELS = {"openrouter": "OpenRouter", "gemini": "Gemini"}
OFFLINE = "What would you like to tell us?"
GOOD, BAD = "What did you do?", "Nice answer."
LONG = "You said that the labels were changed, and that it took a while. What was your part in it?"
TEXTS = st.sampled_from([GOOD, BAD, "", LONG, LONG[:60], f"{LONG} Well done, all of you."])
ENDINGS = st.sampled_from([Ending.CUT, Ending.RESET, b"data: {oops\r\n\r\n"])
STATUSES = st.sampled_from([400, 401, 402, 404, 408, 429, 500, 503, 529])
SPEECH = st.one_of(
    st.tuples(st.just("says"), TEXTS, st.sampled_from(["stop", "length", "error", None])),
    st.tuples(st.just("breaks"), TEXTS, ENDINGS),
    st.tuples(st.just("refuses"), STATUSES),
    st.tuples(st.just("hangs_up")),
)
OF_GEMINI = {"stop": "STOP", "length": "MAX_TOKENS", "error": "OTHER", None: None}


def one_question(text):
    return None if text.endswith("?") else "There is no question mark."


def reply_of(line, what, *how):
    if what == "refuses":
        return refuses(*how)
    if what == "hangs_up":
        return hangs_up()
    text, end = how
    if what == "says" and line.provider.name == "gemini":
        end = OF_GEMINI[end]
    return getattr(line.speech, what)(text, end)


def rehearsed(lasting_lines, scripts):
    """A chain of both SDKs and the built-in interviewer that will go by these scripts."""
    lines = tuple(lasting_lines.values())
    for line, script in zip(lines, scripts, strict=True):
        line.server.forget()
        line.script(*(reply_of(line, *speech) for speech in script))
    providers = (*(line.provider for line in lines), BuiltInProvider())
    wish = request(offline=OFFLINE, fault_of=one_question, seconds=BUDGET)
    chain = ProviderChain(providers, healthy(), RetryPolicy(attempts=2, backoff=0))
    return chain, replace(wish, repair=lambda *_: wish)


@given(scripts=st.tuples(st.lists(SPEECH, max_size=3), st.lists(SPEECH, max_size=3)))
def test_whatever_the_providers_do_one_whole_answer_stands(lasting_lines, scripts):
    attempts: list[Attempt] = []
    chain, wish = rehearsed(lasting_lines, scripts)

    began = time.monotonic()
    chunks = list(chain.stream(wish, attempts.append))
    elapsed = time.monotonic() - began

    kinds = [chunk.kind for chunk in chunks]
    assert kinds.count(ChunkKind.END) == 1
    assert kinds[-1] is ChunkKind.END
    assert one_question(shown(chunks)) is None
    assert elapsed <= BUDGET + SLACK
    assert KEY not in repr((chunks, attempts))


@given(scripts=st.tuples(st.lists(SPEECH, max_size=3), st.lists(SPEECH, max_size=3)))
def test_whatever_happens_is_accounted_for_and_told(lasting_lines, scripts):
    attempts: list[Attempt] = []
    chain, wish = rehearsed(lasting_lines, scripts)

    chunks = list(chain.stream(wish, attempts.append))

    kinds = [chunk.kind for chunk in chunks]
    failed = [attempt for attempt in attempts if attempt.failure]
    notices = [chunk.text for chunk in chunks if chunk.kind is ChunkKind.NOTICE]
    is_cut = chunks[-1].finish == CUT
    assert len(attempts) - len(failed) == (0 if is_cut else 1)
    assert kinds.count(ChunkKind.RESET) <= sum(attempt.resets for attempt in attempts)
    assert len(set(notices)) == len(notices)
    assert bool(notices) is bool(failed)
    for attempt in failed:
        assert LABELS[attempt.provider] in notices[-1]


SHORT = 0.4
ENDLESS = st.sampled_from([Hold(), Chatter(0.02), Ending.CUT])
SLOW = st.one_of(
    st.tuples(st.just("breaks"), st.sampled_from([LONG, "", LONG[:60]]), ENDLESS),
    st.tuples(st.just("refuses"), STATUSES),
)


@settings(max_examples=12)
@given(scripts=st.tuples(st.lists(SLOW, max_size=3), st.lists(SLOW, max_size=3)))
def test_whoever_stalls_the_time_is_kept(lasting_lines, scripts):
    attempts: list[Attempt] = []
    chain, wish = rehearsed(lasting_lines, scripts)

    began = time.monotonic()
    chunks = list(chain.stream(replace(wish, seconds=SHORT), attempts.append))

    assert time.monotonic() - began <= SHORT + SLACK
    assert one_question(shown(chunks)) is None
    requests = sum(len(line.server.requests) for line in lasting_lines.values())
    assert len([one for one in attempts if one.provider != "built-in"]) == requests
