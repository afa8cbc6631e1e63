"""An older turn in short, made by code: the question, and the first sentence of the answer."""

from __future__ import annotations

import re

from core.models import Exchange
from core.prompts.fences import cleaned
from core.prompts.pieces import MARK

LONGEST_SENTENCE = 300  # characters
_SENTENCE = re.compile(r".+?(?:[.!?](?=\s|$)|[\u3002\uff01\uff1f]|$)")


def gist_of(exchange: Exchange) -> str:
    number = exchange.question.number
    asked = f"Question {number}: {_on_one_line(exchange.question.content)}"
    if exchange.reply is None:
        return asked
    if not exchange.answer:
        return f"{asked}\n(Question {number} was skipped.)"
    mark = f" {MARK}" if is_shorter(exchange) else ""
    return f"{asked}\nAnswer {number}: {_first_sentence(exchange.answer)}{mark}"


def is_shorter(exchange: Exchange) -> bool:
    """Whether the gist lacks any of the answer's words."""
    return _first_sentence(exchange.answer) != _on_one_line(exchange.answer)


def _first_sentence(text: str) -> str:
    """One that does not end is cut between two words."""
    found = _SENTENCE.match(_on_one_line(text))
    sentence = found[0] if found else ""
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    start = sentence[:LONGEST_SENTENCE]
    return start.rpartition(" ")[0] or start


def _on_one_line(text: str) -> str:
    return " ".join(cleaned(text).split())
