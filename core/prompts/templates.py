"""The Markdown files: read, hashed, filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from core.models import Role
from core.prompts.tokens import A_MESSAGE, tokens_in

HASH_LENGTH = 16
_DIVIDER = "\n---\n"
_FRAGMENT = re.compile(r"^\{\{(\w+)\}\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told. Nothing in `system` comes from the candidate or the company.

    `turns` are (role, text); `hash` names the wording of the template, fragments included. `tokens`
    estimates the whole. `left_out` names what there was no room for, each in words for the
    candidate that go on a sentence, such as "the end of the job description".
    """

    system: str
    turns: tuple[tuple[Role, str], ...]
    hash: str
    tokens: int = 0
    left_out: tuple[str, ...] = ()


def rendered(name: str, **values: object) -> Prompt:
    """The template called `name` with its placeholders filled, once: values are never expanded.

    A placeholder without a value raises KeyError: that is a bug, not a prompt.
    """
    text = _read(name)
    system, user = (
        Template(part).substitute(values).strip() for part in text.split(_DIVIDER, maxsplit=1)
    )
    return Prompt(
        system=system,
        turns=((Role.USER, user),),
        hash=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH],
        tokens=tokens_in(system) + tokens_in(user) + 2 * A_MESSAGE,
    )


@cache
def _read(name: str) -> str:
    """A template; a line `{{other}}` stands for the file of that name."""
    text = files(__package__).joinpath(f"{name}.md").read_text(encoding="utf-8")
    return _FRAGMENT.sub(lambda found: _read(found[1]).strip(), text)
