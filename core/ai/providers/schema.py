"""What is done with a JSON schema: made strict for a model, and held against what came back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

_KEPT = frozenset(
    {"$ref", "const", "description", "enum", "maximum", "maxItems", "minimum", "minItems", "type"}
)
_WHOLE = re.compile(r"\s*([+-]?[0-9]{1,15})(?:\.0+)?\s*")


def strict(schema: Schema) -> dict[str, Any]:
    """The same schema as OpenAI wants it in strict mode, which others take as well.

    Every property is required, none may be added, and there are no defaults, titles or keywords
    that are not in the vendors' subsets of JSON Schema.
    """
    if "$ref" in schema:  # nothing may stand next to it
        return {"$ref": schema["$ref"]}
    made = {name: value for name, value in schema.items() if name in _KEPT}
    if "anyOf" in schema:
        made["anyOf"] = [strict(variant) for variant in schema["anyOf"]]
    if "items" in schema:
        made["items"] = strict(schema["items"])
    if "properties" in schema:
        made["properties"] = _each_strict(schema["properties"])
        made["required"] = list(schema["properties"])
        made["additionalProperties"] = False
    if "$defs" in schema:
        made["$defs"] = _each_strict(schema["$defs"])
    return made


def eased(value: object, schema: Schema, root: Schema) -> object:
    """`value` with what models often confuse put right, as far as that leaves no doubt.

    One item is a list of one, a list of texts is a text, null is an empty list or nothing at all
    where nothing is needed, and a number that is written as a text, or as 4.0, is the whole number
    that it is. Nothing is rounded, clamped or made up: what is still not as `schema` (a part of
    `root`) has it is left for validation.
    """
    part = _resolved(value, schema, root)
    match part.get("type"):
        case "array":
            return [eased(item, part.get("items", {}), root) for item in _listed(value)]
        case "object" if isinstance(value, Mapping):
            return _eased_object(value, part, root)
        case "string" if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return " ".join(value)
        case "integer" if isinstance(value, str) and (found := _WHOLE.fullmatch(value)):
            return int(found[1])
        case "integer" if isinstance(value, float) and value.is_integer():
            return int(value)
        case _:
            return value


def _each_strict(schemas: Mapping[str, Schema]) -> dict[str, Any]:
    return {name: strict(schema) for name, schema in schemas.items()}


def _resolved(value: object, schema: Schema, root: Schema) -> Schema:
    """The schema that a reference stands for, or of several the one that `value` may fit."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        return _resolved(value, root["$defs"][name], root)
    if "anyOf" in schema:
        variants = (_resolved(value, variant, root) for variant in schema["anyOf"])
        wanted = (one for one in variants if (one.get("type") == "null") == (value is None))
        return next(wanted, {})
    return schema


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _eased_object(value: Mapping[str, object], part: Schema, root: Schema) -> dict[str, object]:
    properties = part.get("properties", {})
    needed = part.get("required", ())
    made = {name: eased(item, properties.get(name, {}), root) for name, item in value.items()}
    return {name: item for name, item in made.items() if item is not None or name in needed}
