"""An answer as it was and as it was changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from evals.asked import Row

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    before: Row
    after: Row


def changed(row: Row, answer: str, how: str) -> Case:
    """The same question with another answer."""
    return Case(row, replace(row, id=f"{row.id} / {how}", answer=answer))


@cache
def material(name: str) -> dict[str, Any]:
    """What `<name>.toml` beside this module holds."""
    import tomllib

    return tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))
