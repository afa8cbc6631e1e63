"""Reading what an OpenAI-compatible server sends. Nothing about its shape is taken for granted."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from core.ai.faults.refusal import Refusal, classify
from core.ai.providers import counts
from core.ai.providers.reply import Finish, Piece
from core.ai.types import Usage

if TYPE_CHECKING:
    import httpx2

_FINISH = {
    "stop": Finish.DONE,
    "eos": Finish.DONE,
    "eos_token": Finish.DONE,
    "end_turn": Finish.DONE,
    "stop_sequence": Finish.DONE,
    "length": Finish.LENGTH,
    "max_tokens": Finish.LENGTH,
    "content_filter": Finish.BLOCKED,
}
_THOUGHTS = ("reasoning_content", "reasoning")


def whole_reply(response: httpx2.Response, label: str) -> Piece:
    """The reply of a server that sends it in one go.

    Raises `ProviderError` for an error that is sent as a success, `ValueError` for broken JSON.
    """
    response.read()
    body = json.loads(response.text)
    choice = _first(_in(body, "choices"))
    wrong = _in(body, "error") or _in(choice, "error")
    if wrong or not isinstance(_in(choice, "message"), dict):
        raise classify(Refusal(None, wrong or body), label)
    return _piece(body, choice, "message")


def piece_of(event: object, label: str) -> Piece:
    """An event in our words; anything may stand in it. Raises `ProviderError` for an error."""
    choice = _first(_in(event, "choices"))
    if wrong := _error_in(event, choice):
        raise classify(Refusal(None, wrong), label)
    return _piece(event, choice, "delta")


def _error_in(event: object, choice: object) -> object:
    """What is wrong: an error stands in the event, in its choice, or is the event itself."""
    if isinstance(event, list) or _in(event, "object") == "error":
        return event
    return _in(event, "error") or _in(choice, "error")


def _piece(event: object, choice: object, part: str) -> Piece:
    said = _in(choice, part)
    text = _text(_in(said, "content"))
    usage = _in(event, "usage")
    return Piece(
        text=text,
        finish=Finish.BLOCKED if _in(said, "refusal") else _finish(_in(choice, "finish_reason")),
        model=_model(_in(event, "model")),
        usage=_usage(usage) if usage else None,
        is_thought=not text and any(_in(said, name) for name in _THOUGHTS),
    )


def _in(thing: object, name: str) -> object:
    return thing.get(name) if isinstance(thing, dict) else None


def _first(choices: object) -> object:
    return choices[0] if isinstance(choices, list) and choices else None


def _finish(value: object) -> Finish | None:
    return _FINISH.get(str(value), Finish.ODD) if value else None


def _text(value: object) -> str:
    """A text, or the texts of a list of parts, of which some may be thoughts or pictures."""
    if isinstance(value, str):
        return value
    parts = value if isinstance(value, list) else []
    texts = [_in(part, "text") for part in parts if _in(part, "type") == "text"]
    return "".join(text for text in texts if isinstance(text, str))


def _model(value: object) -> str:
    """Some servers name the file that they have loaded; where it lies is nobody's business."""
    name = _text(value)
    is_file = name.startswith("/") or name.lower().endswith(".gguf")
    return re.split(r"[/\\]", name)[-1] if is_file else name


def _usage(usage: object) -> Usage:
    """The tokens of thinking count as said, though some servers only have them in the total.

    OpenRouter says in US dollars what it charged, unasked.
    """
    prompt = counts.tokens(_in(usage, "prompt_tokens"))
    completion = counts.tokens(_in(usage, "completion_tokens"))
    total = counts.tokens(_in(usage, "total_tokens"))
    if prompt is not None and completion is not None and total is not None:
        completion = max(completion, total - prompt)
    return Usage(
        prompt_tokens=prompt,
        completion_tokens=completion,
        thinking_tokens=counts.tokens(
            _in(_in(usage, "completion_tokens_details"), "reasoning_tokens")
        ),
        cached_tokens=counts.tokens(_in(_in(usage, "prompt_tokens_details"), "cached_tokens")),
        cost_usd=counts.dollars(_in(usage, "cost")),
    )
