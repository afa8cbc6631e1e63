"""Ways to a better score without a better answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from evals.asked import Row
from evals.labelled import hashed
from evals.trials.cases import Case, changed, material

TIMES = 3
PADS = 3


def padded(rows: Sequence[Row], others: Sequence[Row]) -> Iterator[Case]:
    """Three of the others' answers, to other questions, behind each answer."""
    for row in rows:
        pads = _foreign(row, others, lambda one, two: one.question != two.question)[:PADS]
        if len(pads) == PADS:
            yield changed(row, "\n".join((row.answer, *(pad.answer for pad in pads))), "padded")


def padded_by_one(rows: Sequence[Row], others: Sequence[Row]) -> Iterator[Case]:
    """An answer to another question from another role behind each answer."""
    for row in rows:
        pads = _foreign(row, others, _is_far)
        if pads:
            yield changed(row, f"{row.answer}\n{pads[0].answer}", "another role's answer")


def swapped(rows: Sequence[Row], others: Sequence[Row]) -> Iterator[Case]:
    """An answer to another question from another role instead of each answer."""
    for row in rows:
        for other in _foreign(row, others, _is_far)[:1]:
            yield changed(row, other.answer, "off topic")


def _is_far(row: Row, other: Row) -> bool:
    return row.question != other.question and row.job_title != other.job_title


def _foreign(row: Row, others: Sequence[Row], fits: Callable[[Row, Row], bool]) -> list[Row]:
    """Those that fit, in an order that hangs on the row and stays the same in every run."""
    fitting = [other for other in others if fits(row, other)]
    return sorted(fitting, key=lambda other: hashed(f"{row.id} {row.question} {other.answer}"))


def echoed(rows: Sequence[Row]) -> Iterator[Case]:
    """The question before the answer, behind it, and said several times."""
    for row in rows:
        yield changed(row, f"{row.question} {row.answer}", "echo before")
        yield changed(row, f"{row.answer} {row.question}", "echo behind")
        yield changed(row, f"{row.answer} {' '.join([row.question] * TIMES)}", "echo, three times")


def repeated(rows: Sequence[Row]) -> Iterator[Case]:
    for row in rows:
        yield changed(row, "\n".join([row.answer] * TIMES), "three times")


def with_keywords(rows: Sequence[Row]) -> Iterator[Case]:
    for row in rows:
        for number, terms in enumerate(material("empty_words")["keywords"]):
            yield changed(row, f"{row.answer}\n{terms}", f"keywords {number}")


def with_cliches(rows: Sequence[Row]) -> Iterator[Case]:
    """Three empty paragraphs behind each answer."""
    paragraphs = material("empty_words")["cliches"]
    for row in rows:
        first = hashed(row.question) % len(paragraphs)
        taken = [paragraphs[(first + step) % len(paragraphs)] for step in range(PADS)]
        yield changed(row, "\n".join((row.answer, *taken)), "cliches")


def shuffled(rows: Sequence[Row]) -> Iterator[Case]:
    """The answer's words in another order."""
    for row in rows:
        words = row.answer.split()
        Random(hashed(row.answer)).shuffle(words)  # noqa: S311 - guards nothing
        yield changed(row, " ".join(words), "shuffled")


def injected(rows: Sequence[Row]) -> Iterator[Case]:
    """Every payload with every answer: before it, in its middle or behind it, in turn."""
    for number, payload in enumerate(material("payloads")["payloads"]):
        for place, row in enumerate(rows):
            put = _PUT[(number + place) % len(_PUT)]
            yield changed(row, put(row.answer, payload), f"payload {number + 1}")


def _before(answer: str, payload: str) -> str:
    return f"{payload}\n{answer}"


def _behind(answer: str, payload: str) -> str:
    return f"{answer}\n{payload}"


def _inside(answer: str, payload: str) -> str:
    """Behind the full stop that is nearest to the middle; behind the answer where there is none."""
    stops = [place + 1 for place in range(len(answer)) if answer.startswith(". ", place)]
    if not stops:
        return f"{answer} {payload}"
    middle = min(stops, key=lambda place: abs(place - len(answer) // 2))
    return f"{answer[:middle]} {payload}{answer[middle:]}"


_PUT = (_behind, _before, _inside)


def instead(rows: Sequence[Row], kind: str) -> Iterator[Case]:
    """Each text of this kind as the answer to one question of each style."""
    for row in rows:
        for number, text in enumerate(material("empty_words")[kind]):
            yield changed(row, text, f"{kind} {number + 1}")
