"""Whatever scripted providers do, in any order, the reader gets one whole answer."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.ai.chain import ProviderChain
from core.ai.offline import BuiltInProvider
from core.ai.retry import RetryPolicy
from core.ai.types import Attempt, ChunkKind
from tests.core.ai.conftest import request, shown
from tests.fakes.replies import Ending, hangs_up, refuses

OFFLINE = "What would you like to tell us?"
GOOD, BAD = "What did you do?", "Nice answer."
TEXTS = st.sampled_from([GOOD, BAD, "", "What was your own part in it?"])
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


@given(scripts=st.tuples(st.lists(SPEECH, max_size=3), st.lists(SPEECH, max_size=3)))
def test_whatever_the_providers_do_one_whole_answer_stands(lasting_lines, scripts):
    lines = tuple(lasting_lines.values())
    for line, script in zip(lines, scripts, strict=True):
        line.server.forget()
        line.script(*(reply_of(line, *speech) for speech in script))
    attempts: list[Attempt] = []
    providers = (*(line.provider for line in lines), BuiltInProvider())
    chain = ProviderChain(providers, RetryPolicy(attempts=2, backoff=0))
    wish = request(offline=OFFLINE, fault_of=one_question)

    chunks = list(chain.stream(replace(wish, repair=lambda _: wish), attempts.append))

    kinds = [chunk.kind for chunk in chunks]
    assert kinds.count(ChunkKind.END) == 1
    assert kinds[-1] is ChunkKind.END
    assert one_question(shown(chunks)) is None
    *failed, answered = attempts
    assert answered.failure is None
    assert all(attempt.failure for attempt in failed)
    assert kinds.count(ChunkKind.RESET) == sum(attempt.resets for attempt in attempts)
    moved_on = len({attempt.provider for attempt in attempts}) - 1
    assert kinds.count(ChunkKind.NOTICE) == moved_on
