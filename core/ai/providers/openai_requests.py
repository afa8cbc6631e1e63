"""How a request is worded for an OpenAI-compatible server."""

from __future__ import annotations

from typing import Any

from core.ai.providers.ladder import Part, Rungs
from core.ai.providers.schema import strict
from core.ai.types import Request

FORMS = 2  # a schema, then JSON mode; below them nothing but the prompt
_NAME = "reply"


def messages_of(request: Request) -> list[dict[str, str]]:
    system = [{"role": "system", "content": request.system}] if request.system else []
    return system + [{"role": turn.role, "content": turn.text} for turn in request.turns]


def parts_of(request: Request, effort: str) -> tuple[Part, ...]:
    """The optional parts that this request has."""
    form = (Part.FORMAT,) if request.schema else ()
    thinking = (Part.THINKING,) if effort else ()
    return (*form, Part.USAGE, *thinking, Part.LIMIT)


def options_of(
    request: Request, asked: Rungs, effort: str, limits: tuple[str, ...]
) -> dict[str, Any]:
    """The optional parts on the rungs on which they are `asked` for."""
    options: dict[str, Any] = dict.fromkeys(_limit(limits, asked), request.max_tokens)
    if asked[Part.USAGE] == 0:
        options["stream_options"] = {"include_usage": True}
    if asked.get(Part.THINKING) == 0:
        options["reasoning_effort"] = effort
    if request.schema and asked[Part.FORMAT] == 0:
        schema = {"name": _NAME, "strict": True, "schema": strict(request.schema)}
        options["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif request.schema and asked[Part.FORMAT] < FORMS:
        options["response_format"] = {"type": "json_object"}
    return options


def _limit(limits: tuple[str, ...], asked: Rungs) -> tuple[str, ...]:
    """The name of the limit on the length, or nothing on the lowest rung."""
    return limits[asked[Part.LIMIT] :][:1]
