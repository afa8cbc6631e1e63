"""An event that was told in another answer or stands in the CV, and that would go with a question.

Silent when unsure: it has to share words with the question, and to tell a step of one's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.acts import tells_own_steps
from core.interview.answers.blaming import blames
from core.interview.answers.stories import said, told_before
from core.interview.feedback.praise import is_empty
from core.interview.reading.entries import begins_with_verb, entries
from core.interview.words.subjects import frames
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems, hollow_stems, sentences
from core.models import Competency, InterviewSession, PlannedQuestion, Story

FEWEST_SHARED = 2
LONGEST, FEWEST_STEMS = 170, 5  # characters of what is quoted, and its words of substance
IN_ANSWER = "In answer {number} you said “{quote}” Tell that here."
IN_CV = "Your CV says “{quote}”: tell that here."
_LESSON = re.compile(
    r"(?i)\bI\s+(?:\w+ly\s+)?(?:trained|learned|learnt|studied|qualified|began|started|joined|applied"
    r"|remember|would)\b"
)
_CUES = {
    Competency.LEADING: r"\b(?:stood\s+in\s+for|led|coached|mentored|taught|trained|supervised)\b",
    Competency.CUSTOMER: r"\b(?:won\s+back|complain(?:ed|t)|angry|upset|unhappy|furious)\b",
    Competency.COLLABORATION: r"\b(?:disagreed|disagreement|quarrel\w*|argued|argument|conflict)\b",
    Competency.COMMUNICATION: r"\b(?:convinced|persuaded|won\s+(?:\w+\s+){1,3}over|presented)\b",
    Competency.PROBLEM_SOLVING: r"\bfound\s+(?:out\s+)?(?:that|the\s+cause|why)\b|\bturned\s+out\b",
    Competency.ADAPTABILITY: r"\b(?:taught\s+myself|took\s+over|switched\s+to|moved\s+from)\b",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """Something that was done, and the answer that it was told in, or 0 for the CV."""

    text: str
    number: int


def fitting(session: InterviewSession, story: Story, question: PlannedQuestion) -> str:
    """A sentence that names the event with its words, or an empty string."""
    if question.style != "behavioural":
        return ""
    asked = content_stems(question.text) - frames() - hollow_stems()
    shared = {line: content_stems(line.text) & asked for line in _lines(session, story)}
    fit = [line for line, stems in shared.items() if _goes_with(question, line, stems)]
    if not fit:
        return ""
    best = max(fit, key=lambda line: len(shared[line]))
    told = IN_ANSWER if best.number else IN_CV
    return told.replace("{number}", str(best.number)).replace("{quote}", best.text)


def _goes_with(question: PlannedQuestion, line: _Line, shared: frozenset[str]) -> bool:
    """Two words of the question, or one and what such a question is about."""
    cue = _CUES.get(question.competency) if question.competency else None
    is_of_kind = cue is not None and re.search(f"(?i){cue}", line.text) is not None
    return len(shared) >= FEWEST_SHARED or (is_of_kind and bool(shared))


def _lines(session: InterviewSession, story: Story) -> Iterator[_Line]:
    for other in session.stories:
        if other.number != story.number and not told_before(session, other):
            yield from (_Line(s, other.number) for s in sentences(said(other)) if _is_event(s))
    written = entries(session.cv.text) if session.cv else ()
    yield from (_Line(one.text, 0) for one in written if _fits(one.text) and _is_done(one.text))


def _is_event(sentence: str) -> bool:
    is_own = tells_own_steps(sentence) and not _LESSON.search(sentence)
    return is_own and _fits(sentence) and not phrases("vague").search(sentence)


def _is_done(line: str) -> bool:
    return begins_with_verb(line)


def _fits(text: str) -> bool:
    is_long = len(text) > LONGEST or len(content_stems(text)) < FEWEST_STEMS
    return not (is_long or blames(text) or is_empty(text))
