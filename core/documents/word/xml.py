"""Elements by their local names, which are the same in both families of Word's namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_OFF = frozenset({"0", "false", "off"})


def parsed(xml: bytes) -> Any:
    """The root, read by python-docx's parser, which follows no entity and no address."""
    from docx.oxml.parser import parse_xml

    return parse_xml(xml)


def name(element: Any) -> str:
    """Empty for comments and processing instructions, whose tag is no text."""
    tag = element.tag
    return local(tag) if isinstance(tag, str) else ""


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Any, named: str) -> str:
    return next((value for key, value in element.items() if local(key) == named), "")


def child(element: Any, *path: str) -> Any:
    """The first element at the end of the path, or None."""
    for step in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{step}"), None)
    return element


def value(element: Any, *path: str) -> str:
    """The `val` at the end of the path; empty where there is none."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def switched(element: Any, *path: str) -> bool | None:
    """Whether a toggle is on; None where it is not mentioned."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") not in _OFF


def below(root: Any, *names: str) -> Iterator[Any]:
    """Every element with one of these names, in order."""
    return iter(root.iter(*(f"{{*}}{wanted}" for wanted in names)))
