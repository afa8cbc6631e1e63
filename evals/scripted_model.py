"""A model that behaves: it words the director's decision and takes up the last answer.

It is a small server on this computer that speaks OpenAI's protocol, so the whole way of a prompt
and of a streamed reply is gone. It reads the prompt by its fences and invents nothing. A new topic
it mostly asks about as planned, and a probe takes up the words that the decision quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.fakes.interviewer import fences_in, prompt_of
from tests.fakes.openai_server import ScriptedOpenAI, says
from tests.fakes.replies import Reply
from tests.fakes.server import Received

_SAID = "The candidate said: "
# Each is said once in an interview at most, before every fourth question.
_ON = (
    "Let me ask something else.",
    "Something else now.",
    "Here is the next one.",
    "One more thing.",
)
_EVERY = 4
_TAKING_UP = ("You said “{}”.", "You just said “{}”.", "Let me take up “{}”.", "I noted “{}”.")
_LONGEST = 55  # words of a whole question, with room to spare


@contextmanager
def model_settings(*, scripted: bool) -> Iterator[dict[str, Any]]:
    """Settings that put the scripted model first, or none for the built-in interviewer."""
    if not scripted:
        yield {}
        return
    with ScriptedOpenAI(otherwise=_reply) as server:
        yield {"active_providers": "local", "local_base_url": server.url, "local_context": 32_000}


def words_for(prompt: str) -> str:
    """The question, as the scripted model says it."""
    fences = fences_in(prompt)
    planned, *rest = fences["planned-question", 0].splitlines()
    quote = next((line[len(_SAID) :] for line in rest if line.startswith(_SAID)), "")
    numbers = [number for name, number in fences if name == "answer"]
    kind = re.search(r"^- Kind\b.*?: (\w+)", prompt, re.MULTILINE)
    whole = _worded(planned, quote, max(numbers, default=0), kind[1] if kind else "")
    return whole if len(whole.split()) <= _LONGEST else planned


def _worded(planned: str, quote: str, number: int, kind: str) -> str:
    if kind == "probe" and quote:
        return _taken_up(planned, quote, number)
    is_bare = planned.count(". ") == 0  # nothing leads over to it yet
    turn, remainder = divmod(number, _EVERY)
    if kind == "question" and is_bare and remainder == _EVERY - 1 and turn < len(_ON):
        return f"{_ON[turn]} {planned}"
    return planned


def _taken_up(planned: str, quote: str, number: int) -> str:
    """The candidate's words, another way each time, and then what is asked about them."""
    opening = _TAKING_UP[number % len(_TAKING_UP)].format(quote)
    if "“" not in planned:
        return f"{opening} {planned}"
    return planned.replace(_TAKING_UP[0].format(quote), opening, 1)


def _reply(received: Received) -> Reply:
    return says(words_for(prompt_of(received.body)))
