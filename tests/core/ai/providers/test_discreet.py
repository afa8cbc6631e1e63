from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import closing

import pytest
from pydantic import SecretStr

from core.ai.fallback.chain import ProviderChain
from core.ai.faults.failures import failure
from core.ai.providers.discreet import Discreet
from core.ai.providers.openai_compatible import LocalProvider
from core.ai.providers.veil import MASK
from core.ai.types import Chunk, ChunkKind, Request, Turn
from core.exceptions import AllProvidersFailed, FailureKind, ProviderError
from tests.core.ai.conftest import KEY, healthy, request, shown
from tests.core.ai.providers.test_veil import pieces_in
from tests.fakes import openai_server as openai


class Echo:
    """Says what it is told to, then ends or fails. No server sends text in such small pieces."""

    name, label, model, identity, context_tokens = "echo", "Echo", "m", "echo/1", 1000

    def __init__(self, *texts: str, fails: bool = False, model: str = "m") -> None:
        self.texts = texts
        self.fails = fails
        self.served = model
        self.closed = False

    def generate_response(self, prompt: str, context: Sequence[Turn] = ()) -> str:
        return "".join(self.texts)

    def stream(self, wish: Request, deadline: float) -> Generator[Chunk, None, None]:
        try:
            for text in self.texts:
                yield Chunk(ChunkKind.TEXT, text)
            if self.fails:
                raise failure(FailureKind.TRANSIENT, self.label)
            yield Chunk(ChunkKind.END, model=self.served)
        finally:
            self.closed = True

    def close(self) -> None:
        self.closed = True


def cloaked(echo: Echo) -> Discreet:
    return Discreet(echo, SecretStr(KEY))


def heard(provider: Discreet) -> list[Chunk]:
    return list(provider.stream(request(), time.monotonic() + 5.0))


def test_the_counts_of_a_reply_that_is_not_whole_come_through(connect, attempts):
    """Else a charge would be hidden."""
    line = connect(LocalProvider, openai.says("Tell me about it", "length"))
    chain = ProviderChain([Discreet(line.provider, SecretStr(KEY))], healthy())

    with pytest.raises(AllProvidersFailed):
        list(chain.stream(request(), attempts.append))

    assert attempts[0].usage.prompt_tokens == 11
    assert attempts[0].usage.completion_tokens == 7
    assert attempts[0].model_served == openai.MODEL


def test_a_key_that_comes_letter_by_letter_is_masked():
    chunks = heard(cloaked(Echo("Take ", *KEY, " now.")))

    assert shown(chunks) == f"Take {MASK} now."
    assert chunks[-1].kind is ChunkKind.END


def test_the_end_comes_after_what_was_held_back():
    chunks = heard(cloaked(Echo("It is sk-")))

    assert [chunk.kind for chunk in chunks[-2:]] == [ChunkKind.TEXT, ChunkKind.END]
    assert shown(chunks) == "It is sk-"


def test_what_was_said_before_a_failure_is_all_there():
    said: list[Chunk] = []

    with pytest.raises(ProviderError):
        said.extend(cloaked(Echo("It is sk-", fails=True)).stream(request(), 0.0))

    assert shown(said) == "It is sk-"


def test_a_model_named_like_the_key_has_no_name():
    assert heard(cloaked(Echo("Hello?", model=KEY)))[-1].model == MASK


def test_a_whole_answer_is_masked():
    assert cloaked(Echo(f"It is {KEY}.")).generate_response("?") == f"It is {MASK}."


def test_who_stops_listening_ends_the_call():
    echo = Echo("One ", "two ")

    with closing(cloaked(echo).stream(request(), 0.0)) as chunks:
        next(chunks)

    assert echo.closed


def test_it_is_known_by_what_it_cloaks():
    echo = Echo()
    provider = cloaked(echo)

    provider.close()

    facts = (provider.name, provider.label, provider.model, provider.identity)
    assert facts == (echo.name, echo.label, echo.model, echo.identity)
    assert provider.context_tokens == echo.context_tokens
    assert echo.closed


def test_a_server_that_sends_its_key_back_is_not_heard_saying_it(line):
    line.script(line.speech.says(f"Your key is {KEY} or {KEY[3:14]}, is it not?"))

    chunks = heard(Discreet(line.provider, SecretStr(KEY)))

    assert shown(chunks) == f"Your key is {MASK} or {MASK}, is it not?"
    assert not pieces_in(repr(chunks), KEY)
