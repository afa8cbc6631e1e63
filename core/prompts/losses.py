"""What a prompt had to leave out, in words for the candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.models.telling import listed

MOST_NAMED = 3
SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Loss:
    """How much is kept of the section called `name`, which may have none."""

    name: str
    kept: int
    whole: int


def losses(sections: Sequence[Loss], whose: str) -> Iterator[str]:
    """The sections that were cut and those that went, one phrase for each kind."""
    gone = [section.name for section in sections if not section.kept]
    ended = [section.name for section in sections if 0 < section.kept < section.whole]
    if ended and len(sections) == 1:
        yield f"the end of {whose}"
        return
    if "" in ended:
        yield f"part of the beginning of {whose}"
    if named := list(dict.fromkeys(filter(None, ended))):
        yield f"the end{_s(named)} of {_sections(named)} of {whose}"
    if "" in gone:
        yield f"the beginning of {whose}"
    if named := list(dict.fromkeys(filter(None, gone))):
        yield f"{_sections(named)} of {whose}"


def _sections(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names[:MOST_NAMED]]
    if len(names) > MOST_NAMED:
        quoted.append(f"{len(names) - MOST_NAMED} more")
    return f"the section{_s(names)} {listed(quoted)}"


def questions(numbers: Sequence[int]) -> str:
    return f"question{_s(numbers)} {_numbered(numbers)}"


def answers_to(numbers: Sequence[int]) -> str:
    return f"your answer{_s(numbers)} to {questions(numbers)}"


def _s(items: Sequence[object]) -> str:
    return "s" if len(items) > 1 else ""


def _numbered(numbers: Sequence[int]) -> str:
    """In words: a run as "1 to 3", others as "1, 2 and 4"."""
    is_run = list(numbers) == list(range(numbers[0], numbers[-1] + 1))
    if is_run and len(numbers) >= SHORTEST_RUN:
        return f"{numbers[0]} to {numbers[-1]}"
    return listed([str(number) for number in numbers])
