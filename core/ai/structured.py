"""Reading JSON from a model: tolerant of its wrapping, strict on its content."""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

MOST_FAULTS = 5
Shape = TypeVar("Shape", bound=BaseModel)


def parsed(shape: type[Shape], reply: str) -> Shape:
    """The one JSON object in `reply`, which may stand in a code fence or between words.

    Raises `ValueError`: for broken JSON as well as for JSON of another shape.
    """
    start, end = reply.find("{"), reply.rfind("}")
    if start < 0 or end < start:
        raise ValueError("there is no JSON object in it")
    try:
        found = json.loads(reply[start : end + 1], strict=False)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    return shape.model_validate(found)


def fault_in(shape: type[BaseModel], reply: str) -> str | None:
    """What keeps `reply` from being read, quoting nothing of it; None when it is fine."""
    try:
        parsed(shape, reply)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        return "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults[:MOST_FAULTS]
        )
    except ValueError as error:
        return str(error)
    return None
