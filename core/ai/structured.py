"""Reading JSON from a model: tolerant of its form, strict on its content.

Numbers are read as the number that they are: "7" and 7.0 are 7. A level that is no whole number
from 1 to 5, such as 7 or 3.5, is a fault that the model is asked to repair; a score is never
rounded, clamped or filled in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.ai.json_objects import Found, objects_in
from core.ai.providers.schema import eased

MOST_FAULTS = 5
NOTHING = "there is no JSON object in it"
Shape = TypeVar("Shape", bound=BaseModel)


def parsed(shape: type[Shape], reply: str) -> Shape:
    """The JSON object of this shape in `reply`, the last where there are several.

    It may stand in a code fence, between words, or under a single name in another object. Raises
    `ValueError`, which says what is wrong and quotes nothing of the reply.
    """
    read: Shape | None = None
    fault, length = NOTHING, -1
    for found in objects_in(reply):
        try:
            read = _validated(shape, found)
        except ValueError as error:
            if found.length > length:  # the longest was most likely meant
                fault, length = _words(error), found.length
    if read is None:
        raise ValueError(fault)
    return read


def fault_in(shape: type[BaseModel], reply: str) -> str | None:
    """What keeps `reply` from being read, quoting nothing of it; None when it is fine."""
    try:
        parsed(shape, reply)
    except ValueError as error:
        return str(error)
    return None


def _validated(shape: type[Shape], found: Found) -> Shape:
    if found.fault:
        raise ValueError(found.fault)
    try:
        return _strictly(shape, found.value)
    except ValidationError:
        for inner in _wrapped(found.value):
            try:
                return _strictly(shape, inner)
            except ValidationError:
                break
        raise


def _strictly(shape: type[Shape], value: object) -> Shape:
    """As JSON, in which lists are tuples too; nothing else is turned into anything."""
    schema = _schema_of(shape)
    return shape.model_validate_json(json.dumps(eased(value, schema, schema)), strict=True)


def _wrapped(value: object) -> Iterator[object]:
    """What stands under the only name of an object."""
    if isinstance(value, Mapping) and len(value) == 1:
        yield from value.values()


@cache
def _schema_of(shape: type[BaseModel]) -> Mapping[str, Any]:
    return shape.model_json_schema()


def _words(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(_told(fault["loc"], fault["msg"]) for fault in faults[:MOST_FAULTS])


def _told(place: tuple[int | str, ...], fault: str) -> str:
    return f"{'.'.join(map(str, place))}: {fault}" if place else fault
