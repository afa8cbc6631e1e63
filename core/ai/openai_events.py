"""Reading what an OpenAI-compatible server sends. Nothing about its shape is taken for granted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from core.ai.refusal import Refusal, classify
from core.ai.reply import Finish, Piece
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


def whole_reply(response: httpx2.Response, label: str) -> Piece:
    """The reply of a server that sends it in one go.

    Raises `ProviderError` for an error that is sent as a success, `ValueError` for broken JSON.
    """
    response.read()
    body = json.loads(response.text)
    choices = body.get("choices") if isinstance(body, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict) or not isinstance(choice.get("message"), dict):
        raise classify(Refusal(response.status_code, body), label)
    return Piece(
        text=_text(choice["message"].get("content")),
        finish=_finish(choice.get("finish_reason")),
        model=_text(body.get("model")),
    )


def piece_of(event: object) -> Piece:
    """An event in our words. The SDK checks no types, so anything may stand in it."""
    choices = getattr(event, "choices", None)
    choice = choices[0] if isinstance(choices, list) and choices else None
    usage = getattr(event, "usage", None)
    return Piece(
        text=_text(getattr(getattr(choice, "delta", None), "content", None)),
        finish=_finish(getattr(choice, "finish_reason", None)),
        model=_text(getattr(event, "model", None)),
        usage=Usage(_count(usage, "prompt_tokens"), _count(usage, "completion_tokens"))
        if usage
        else None,
    )


def _finish(value: object) -> Finish | None:
    return _FINISH.get(str(value), Finish.ODD) if value else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _count(usage: object, name: str) -> int | None:
    value = getattr(usage, name, None)
    return value if isinstance(value, int) else None
