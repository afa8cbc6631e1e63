"""The Markdown files: read, hashed, filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from core.models import Role

HASH_LENGTH = 16
_DIVIDER = "\n---\n"
_FRAGMENT = re.compile(r"^\{\{(\w+)\}\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told. Nothing in `system` comes from the candidate or the company.

    `turns` are (role, text); `hash` names the wording of the template, fragments included.
    """

    system: str
    turns: tuple[tuple[Role, str], ...]
    hash: str


def rendered(name: str, **values: object) -> Prompt:
    """The template called `name` with its placeholders filled, once: values are never expanded.

    A placeholder without a value raises KeyError: that is a bug, not a prompt.
    """
    text = _read(name)
    system, _, user = text.partition(_DIVIDER)
    return Prompt(
        system=Template(system).substitute(values).strip(),
        turns=((Role.USER, Template(user).substitute(values).strip()),),
        hash=sha256(text.encode()).hexdigest()[:HASH_LENGTH],
    )


@cache
def _read(name: str) -> str:
    """A template; a line `{{other}}` stands for the file of that name."""
    text = files(__package__).joinpath(f"{name}.md").read_text(encoding="utf-8")
    return _FRAGMENT.sub(lambda found: _read(found[1]).strip(), text)
