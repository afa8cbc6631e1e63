"""Transcripts as pages that somebody reads who has never started the app."""

from __future__ import annotations

import re
from pathlib import Path

from core.interview.leading.own_questions import own_questions_told
from core.models import ASKED, Kind
from core.reports.assessment import sections_of
from evals.candidates import Candidate, lives
from evals.lead_play import Stage
from evals.lead_transcript import Played, Said

PAGES = {
    "nurse": "A nurse's interview",
    "data_engineer": "A data engineer's interview",
    "sales_lead": "A sales lead's interview",
}
QUESTIONS = 10
COMMAND = "python -m evals.lead --write docs/examples"


def write_pages(stage: Stage, folder: Path) -> list[str]:
    """Writes a page for each of three jobs; returns what was written."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [folder / f"{name.replace('_', '-')}.md" for name in PAGES]
    for path, life in zip(pages, (life for life in lives() if life.name in PAGES), strict=True):
        played = stage.assessed(Candidate("mixed", life), QUESTIONS)
        path.write_text(page(played, life.title, life.advert), encoding="utf-8")
    return [str(path) for path in pages]


def page(played: Played, title: str, advert: str) -> str:
    """The interview in Markdown, with the reason under each question, and its feedback."""
    lines = [*_head(played, title, advert), *_lines(played), *_feedback(played)]
    return "\n".join(lines).rstrip() + "\n"


def _head(played: Played, title: str, advert: str) -> list[str]:
    return [
        f"# {PAGES.get(played.job, title)}",
        "",
        "The built-in interviewer, without a model, and a simulated candidate: mostly good, but",
        "one answer is vague, one question finds no example, and one is not understood. Below it",
        "stands what the built-in assessor makes of it. All about the candidate is made up. It is",
        f"written by `{COMMAND}`.",
        "",
        "## The advert",
        "",
        *(f"> {line}".rstrip() for line in advert.splitlines()),
        "",
        "## The interview",
        "",
    ]


def _feedback(played: Played) -> list[str]:
    """What the candidate is told, as in the report that can be downloaded."""
    if played.assessment is None or played.held is None:
        return []
    own = own_questions_told(played.held)
    sections = sections_of(played.assessment, played.held, own, with_words=False)
    told = "\n\n".join(sections)
    return ["## The feedback", "", re.sub(r"(?m)^(#{2,4}) ", r"#\1 ", told)]


def _lines(played: Played) -> list[str]:
    asked, lines = 0, list[str]()
    for line in played.lines:
        asked += line.sort is None and line.kind in ASKED
        lines += _of_candidate(line) if line.sort else _of_interviewer(line, asked, played)
    return lines


def _of_interviewer(line: Said, asked: int, played: Played) -> list[str]:
    names = {
        Kind.QUESTION: f"Question {asked} of {played.question_count}",
        Kind.PROBE: f"Question {asked} of {played.question_count}, a follow-up",
        Kind.CLARIFICATION: "In other words",
        Kind.CLOSE: "To close" if line == played.closing else "Interviewer",
    }
    reason = ["", f"*{line.reason}*"] if line.reason else []
    return [f"**{names.get(line.kind, 'Interviewer')}.** {line.text}", *reason, ""]


def _of_candidate(line: Said) -> list[str]:
    return [*(f"> {part}".rstrip() for part in (line.text or "(skipped)").splitlines()), ""]
