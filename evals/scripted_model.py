"""A model that behaves: it words the director's decision and takes up the last answer.

It is a small server on this computer that speaks OpenAI's protocol, so the whole way of a prompt
and of a streamed reply is gone. It reads the prompt by its fences and invents nothing: what it adds
to the planned wording is a turn of phrase, or a few of the candidate's own words.
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

_NEW_TOPIC = (
    "Let us leave that there.",
    "Let me move on to another subject.",
    "I would like to turn to a different side of the work.",
    "Let me ask you about something else.",
)
_TELLING = 12  # words of an answer that says something
_LEAST, _MOST = 4, 10  # words of a clause that can be quoted
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
    planned = fences["planned-question", 0].splitlines()[0]
    answers = {number: text for (name, number), text in fences.items() if name == "answer"}
    if not answers:
        return planned
    lead = _lead(prompt, max(answers), answers[max(answers)], planned)
    whole = f"{lead} {planned}".strip()
    return whole if len(whole.split()) <= _LONGEST else planned


def _lead(prompt: str, number: int, answer: str, planned: str) -> str:
    """What goes before the planned wording."""
    kind = re.search(r"^- Kind\b.*?: (\w+)", prompt, re.MULTILINE)
    if kind and kind[1] == "question":
        return _NEW_TOPIC[number % len(_NEW_TOPIC)]
    clause = _clause(answer) if kind and kind[1] == "probe" else ""
    return f"You said “{clause}”." if clause and "“" not in planned else ""


def _clause(answer: str) -> str:
    """The last clause of the answer that is short enough to be quoted."""
    if len(answer.split()) < _TELLING:
        return ""
    clauses = [part.strip() for part in re.split(r"[,.;:!?\n]", answer)]
    fitting = [part for part in clauses if _LEAST <= len(part.split()) <= _MOST and _tells(part)]
    return re.sub(r"^(and|but|so|then|because|or) ", "", fitting[-1]) if fitting else ""


def _tells(clause: str) -> bool:
    """Whether it tells of the candidate; words to the interviewer are not taken up."""
    words = set(clause.lower().split())
    return bool(words & {"i", "we", "it", "they", "she", "he"}) and not words & {"you", "your"}


def _reply(received: Received) -> Reply:
    return says(words_for(prompt_of(received.body)))
