"""A scripted Gemini server: streamGenerateContent?alt=sse, and generateContent."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fakes.replies import Frame, Reply
from tests.fakes.server import ScriptedServer

MODEL = "served-gemini"


class ScriptedGemini(ScriptedServer):
    """Its `url` has no version in it, since the SDK puts one there."""


def event(data: object) -> bytes:
    return b"data: " + json.dumps(data).encode() + b"\r\n\r\n"


def part(text: str = "", finish: str | None = None, **more: Any) -> bytes:
    """One event with this text; `thought=True` marks it as thinking."""
    parts = [{"text": text, **more}] if text else []
    candidate: dict[str, Any] = {"content": {"role": "model", "parts": parts}, "index": 0}
    if finish:
        candidate["finishReason"] = finish
    counts = {"promptTokenCount": 13, "candidatesTokenCount": 5, "totalTokenCount": 18}
    return event({"candidates": [candidate], "usageMetadata": counts, "modelVersion": MODEL})


def says(text: str, finish: str | None = "STOP") -> Reply:
    return Reply(frames=(*_words(text), *([part(finish=finish)] if finish else [])))


def breaks(text: str, ending: Frame) -> Reply:
    return Reply(frames=(*_words(text), ending))


def sends(*frames: Frame) -> Reply:
    return Reply(frames=frames)


def error(status: int, word: str, message: str = "", details: list[Any] | None = None) -> Any:
    """The body of an error, as Google words it."""
    inner = {"code": status, "status": word, "message": message, "details": details or []}
    return {"error": inner}


def _words(text: str) -> tuple[bytes, ...]:
    return tuple(part(word) for word in re.findall(r"\s*\S+\s*", text))
