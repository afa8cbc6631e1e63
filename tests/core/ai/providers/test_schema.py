from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field

from core.ai.providers.schema import eased, strict
from core.interview.judging.judgement import Judgement

# What OpenAI takes in strict mode, without what only some of its models take
ALLOWED = frozenset(
    [
        "$defs",
        "$ref",
        "additionalProperties",
        "anyOf",
        "const",
        "description",
        "enum",
        "items",
        "maxItems",
        "maximum",
        "minItems",
        "minimum",
        "properties",
        "required",
        "type",
    ]
)


class Point(BaseModel):
    """A point."""

    text: str
    number: int = 0


class Sheet(BaseModel):
    title: str = "untitled"
    level: Annotated[int, Field(ge=1, le=5)]
    best: Point = Field(default=Point(text=""), description="the best of them")
    points: tuple[Point, ...] = ()
    maybe: int | None = None


SHEET = Sheet.model_json_schema()


def parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and every schema in it."""
    yield schema
    inner = [*schema.get("anyOf", []), *[schema[name] for name in ("items",) if name in schema]]
    for name in ("properties", "$defs"):
        inner += schema.get(name, {}).values()
    for one in inner:
        yield from parts(one)


@pytest.mark.parametrize("schema", [SHEET, Judgement.model_json_schema()])
def test_every_object_is_closed_and_wants_all_of_its_properties(schema):
    for part in parts(strict(schema)):
        assert set(part) <= ALLOWED
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])


def test_a_reference_stands_alone():
    made = strict(SHEET)

    assert made["properties"]["best"] == {"$ref": "#/$defs/Point"}
    assert made["$defs"]["Point"]["description"] == "A point."


def test_a_property_may_have_any_name():
    made = strict(SHEET)

    assert made["properties"]["title"] == {"type": "string"}
    assert "title" not in made


def test_bounds_and_choices_are_kept():
    made = strict(SHEET)

    assert made["properties"]["level"] == {"type": "integer", "minimum": 1, "maximum": 5}
    assert made["properties"]["maybe"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}


def test_the_schema_that_was_given_stays_as_it_is():
    before = Sheet.model_json_schema()

    strict(SHEET)

    assert before == SHEET


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"level": "4"}, {"level": 4}),
        ({"level": " 4 "}, {"level": 4}),
        ({"level": "4.0"}, {"level": 4}),
        ({"level": 4.0}, {"level": 4}),
        ({"level": "-4"}, {"level": -4}),
        ({"points": None}, {"points": []}),
        ({"points": {"text": "a"}}, {"points": [{"text": "a"}]}),
        ({"points": [{"number": "3"}]}, {"points": [{"number": 3}]}),
        ({"title": ["a", "b"]}, {"title": "a b"}),
        ({"title": []}, {"title": ""}),
        ({"maybe": "3"}, {"maybe": 3}),
        ({"best": {"number": "3"}}, {"best": {"number": 3}}),
        ({"best": None}, {}),
        ({"title": None}, {}),
    ],
)
def test_what_leaves_no_doubt_is_put_right(given, read):
    assert eased(given, SHEET, SHEET) == read


@pytest.mark.parametrize(
    "given",
    [
        {"level": 7.5},
        {"level": "7.5"},
        {"level": "four"},
        {"level": "4/5"},
        {"level": "٣"},
        {"level": ""},
        {"level": "9" * 50},
        {"level": True},
        {"level": None},
        {"level": [4]},
        {"level": 9},
        {"title": 5},
        {"title": ["a", 5]},
        {"title": {"text": "a"}},
        {"best": "text"},
        {"best": ["text"]},
        {"maybe": "some"},
        {"unknown": ["a"], "another": None},
        {},
        [],
        "text",
        None,
    ],
)
def test_everything_else_is_left_to_be_judged_as_it_is(given):
    left = {"unknown": ["a"]} if isinstance(given, dict) and "unknown" in given else given

    assert eased(given, SHEET, SHEET) == left
