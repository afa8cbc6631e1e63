"""The CV and the advert in a report. No line of either is printed twice in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from core.models import Advice, Assessment, Demand, Suggestion, Wanted
from core.reports.escaping import inline
from core.reports.points import titled_quote


def cv_sections(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """The advice on the CV, grouped by what it is about."""
    yield "## Your CV"
    if not suggestions:
        yield "None were found."
    for kind in Advice:
        group = [one for one in suggestions if one.kind is kind]
        if group and kind is not Advice.OTHER:
            yield f"### {kind.value[0].upper()}{kind.value[1:]}"
        elif group and len(group) < len(suggestions):
            yield "### Other advice"
        lines = ["", *(one.job_quote for one in group)]
        for before, suggestion in zip(lines, group, strict=False):
            yield _suggestion(suggestion, is_new=suggestion.job_quote != before)


def demand_sections(assessment: Assessment) -> Iterator[str]:
    """What the advert asks for, the must-haves before the duties and the wishes."""
    if not assessment.demands:
        return
    yield "## What the advert asks for"
    advice = assessment.cv_suggestions
    printed = {quote for one in advice for quote in (one.cv_quote, one.answer_quote) if quote}
    for wanted in Wanted:
        group = [one for one in assessment.demands if one.wanted is wanted]
        if group:
            yield f"### {wanted.value.capitalize()}"
        for line, parts in groupby(group, key=lambda one: one.job_quote):
            for place, one in enumerate(parts):
                yield _demand(one, "" if place else line, printed)
                printed |= {one.cv_quote, one.answer_quote} - {""}


def says(text: str, quote: str) -> bool:
    """Whether the text already holds the words of the quote."""
    return _plain(quote) in _plain(text)


def _suggestion(suggestion: Suggestion, *, is_new: bool) -> str:
    """`is_new`: the advert's line does not stand right above."""
    place = f" in answer {suggestion.number}" if suggestion.number else ""
    is_said = not is_new or says(suggestion.text, suggestion.job_quote)
    advert = "" if is_said else suggestion.job_quote
    return "\n\n".join(
        [
            f"- {inline(suggestion.text)}",
            *titled_quote("Your CV says:", suggestion.cv_quote),
            *titled_quote(f"You said{place}:", suggestion.answer_quote),
            *titled_quote("The advert says:", advert),
            *titled_quote(f"For example{_slots(suggestion.rewrite)}:", suggestion.rewrite),
        ]
    )


def _slots(text: str) -> str:
    return "; fill in the \\[slots\\]" if "[" in text else ""


def _demand(demand: Demand, line: str, printed: set[str]) -> str:
    """`line` is that of the advert, empty where it was given.

    `printed` are quotes given before, or below as words for the CV.
    """
    written = "; your CV shows it" if demand.cv_quote else ""
    note = f" {inline(demand.note)}" if demand.note else ""
    is_printed = any(demand.answer_quote.startswith(quote) for quote in printed)
    told = "" if is_printed else demand.answer_quote
    cv = "" if demand.cv_quote in printed else demand.cv_quote
    return "\n\n".join(
        [
            f"- {inline(demand.name)}: {demand.standing}{written}.{note}",
            *titled_quote(f"You said in answer {demand.number}:", told),
            *titled_quote("Your CV says:", cv),
            *titled_quote("The advert says:", "" if says(demand.name, line) else line),
        ]
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(" .;,:")
