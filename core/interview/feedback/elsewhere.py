"""An event that was told in another answer or stands in the CV, and that would go with a question.

It is found by the words of what the question asks about (`content/missed.toml`) or by those that it
shares with the question. Silent when unsure: it has to tell a step of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.interview.answers.acts import tells_own_steps
from core.interview.answers.blaming import blames
from core.interview.answers.missed import Missed, asked_about, may_tell, speaks_against
from core.interview.answers.replies import Reply, kind_of
from core.interview.answers.stories import said, told_before
from core.interview.feedback.praise import is_empty
from core.interview.reading.entries import begins_with_verb, entries
from core.interview.words.patterns import regex, stands_in
from core.interview.words.subjects import frames
from core.interview.words.tables import phrases, table
from core.interview.words.text import content_stems, hollow_stems, sentences
from core.models import Competency, InterviewSession, PlannedQuestion, Story

FEWEST_SHARED = 2
LONGEST, FEWEST_STEMS = 170, 5  # characters of what is quoted, and its words of substance
FEWEST_OF_KIND = 4  # the same of a sentence that tells of what was asked about
IN_ANSWER = "In answer {number} you said “{quote}” Tell that here."
HINT_IN_ANSWER = "In answer {number} you said “{quote}” One of those times would go here."
HINT_IN_CV = "Your CV says “{quote}”: one case of it would go here."
IN_CV = "Your CV says “{quote}”: tell that here."
BEHIND_CV = "Your CV says “{quote}”: see whether the story behind it goes here."
OF_KIND = "Answer {number} tells of {about}: “{quote}” Tell that one."
# Questions that a change for the better goes with, whatever it was about.
_WITH_AN_OUTCOME = (Competency.PROBLEM_SOLVING, Competency.OWNERSHIP)
_OUTCOME = regex(
    r"(?i)\b(?:cut|reduced|lowered|raised|increased|halved|doubled|shortened|improved|brought\s+down|saved|grew|won\s+back)\b"
    r"[^.;]*\b(?:from\b[^.;]*\bto\b|by\s+(?:an?\s+|about\s+)?\w+|(?:\d|\w+teen|\w+ty)\S*)"
)
_BESIDE_WORK = regex(
    r"(?i)\b(?:clubs?|choirs?|orchestra|allotments?|football|handball|hockey|tennis|chess|climbing|volunteer\w*"
    r"|voluntary|food\s+bank|scouts?|parish|church|youth\s+group|hobb(?:y|ies)|neighbours?)\b"
)
_LESSON = regex(
    r"(?i)\bI\s+(?:\w+ly\s+)?(?:trained|learned|learnt|studied|qualified|began|started|joined|applied"
    r"|remember|would)\b"
)
_FORESEEN = regex(r"(?i)\bthat\s+(?:I|we)\s+would(?:\s+not)?\b")
_UNTOLD = regex(r"(?i)\b(?:would|always|usually|often|if|whenever|I\s+am|I['\u2019]m|good\s+at)\b")
_CUES = {
    Competency.LEADING: r"\b(?:stood\s+in\s+for|led|coached|mentored|taught|trained|supervised)\b",
    Competency.CUSTOMER: r"\b(?:won\s+back|complain(?:ed|t)|angry|upset|unhappy|furious)\b",
    Competency.COLLABORATION: r"\b(?:disagreed|disagreement|quarrel\w*|argued|argument|conflict)\b",
    Competency.COMMUNICATION: r"\b(?:convinced|persuaded|won\s+(?:\w+\s+){1,3}over|presented)\b",
    Competency.PROBLEM_SOLVING: r"\bfound\s+(?:out\s+)?(?:that|the\s+cause|why)\b|\bturned\s+out\b",
    Competency.ADAPTABILITY: r"\b(?:taught\s+myself|took\s+over|switched\s+to|moved\s+from)\b",
}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something that was done, and the answer that it was told in, or 0 for the CV.

    `about` is what the question asks about, where the words of `text` tell of it; `story` is all
    that was told in that answer. A hint only mentions that there were such times, and of what may
    fit it is left open whether it does.
    """

    text: str
    number: int
    about: str = ""
    story: str = ""
    is_hint: bool = False
    may_fit: bool = False

    @property
    def advice(self) -> str:
        """What to do at the question that it goes with."""
        told, written = (HINT_IN_ANSWER, HINT_IN_CV) if self.is_hint else (IN_ANSWER, IN_CV)
        words = told if self.number else BEHIND_CV if self.may_fit else written
        words = OF_KIND if self.about and self.number else words
        filled = words.replace("{number}", str(self.number)).replace("{about}", self.about)
        return filled.replace("{quote}", self.text)


def fitting(session: InterviewSession, story: Story, question: PlannedQuestion) -> Elsewhere | None:
    """The event that goes with a question best: one of another answer, else one of the CV.

    Where neither is there, what another answer or the CV mentions of such times; and where nothing
    at all was told, a line of the CV with an outcome.
    """
    if question.style != "behavioural":
        return None
    condition = asked_about(question.text)
    written = [one for one in _written(session) if not speaks_against(question.text, one.text)]
    groups = (list(_told(session, story, question.text)), written)
    found = (_of_kind(lines, condition) or _of_words(lines, question) for lines in groups)
    mentioned = _mentioned(session, story, question.text)
    return next(filter(None, (*found, mentioned, _behind(written, story, question))), None)


def _behind(written: list[Elsewhere], story: Story, question: PlannedQuestion) -> Elsewhere | None:
    """A line of the CV on something that changed for the better, where no example came to mind."""
    is_open = kind_of(said(story), tells=False, is_solid=True) in (Reply.NO_EXAMPLE, Reply.NOTHING)
    if not is_open or question.competency not in _WITH_AN_OUTCOME:
        return None
    fit = (one for one in written if _OUTCOME.search(one.text) and not _is_beside_work(one))
    found = next((one for one in fit if may_tell(question.text, one.text)), None)
    return replace(found, may_fit=True) if found else None


def _is_beside_work(one: Elsewhere) -> bool:
    return not one.number and _BESIDE_WORK.search(one.text) is not None


def _mentioned(session: InterviewSession, story: Story, question: str) -> Elsewhere | None:
    """What is said in passing of times in which the question's matter was done."""
    hints = [one["hint"] for one in table("hints")["hints"] if stands_in(one["question"], question)]
    others = (one for one in session.stories if one.number != story.number)
    told = (Elsewhere(s, one.number) for one in others for s in sentences(said(one)))
    written = (Elsewhere(one.text, 0) for one in entries(session.cv.text)) if session.cv else ()
    fit = (one for one in (*told, *written) if any(stands_in(hint, one.text) for hint in hints))
    found = min((one for one in fit if len(one.text) <= LONGEST), key=_is_beside_work, default=None)
    return replace(found, is_hint=True) if found else None


def _of_kind(lines: list[Elsewhere], condition: Missed | None) -> Elsewhere | None:
    """Of the lines that tell for certain of what is asked about, that of the fullest story."""
    if condition is None:
        return None
    fit = [one for one in lines if condition.is_found_in(one.text)]
    found = max(fit, key=lambda one: _fullness(one, condition), default=None)
    if found is None:
        return None
    same = [one for one in lines if one.number == found.number and condition.shows(one.text)]
    quoted = max(same, key=lambda one: condition.parts_in(one.text), default=found)
    return replace(quoted, about=condition.about)


def _fullness(one: Elsewhere, condition: Missed) -> tuple[int, int]:
    """How many parts the story tells, and how many of them in the line itself."""
    return condition.parts_in(one.story), condition.parts_in(one.text)


def _of_words(lines: list[Elsewhere], question: PlannedQuestion) -> Elsewhere | None:
    """The line that shares most words with the question, and does not miss what it asks about."""
    asked = content_stems(question.text) - frames() - hollow_stems()
    shared = {one: content_stems(one.text) & asked for one in lines if _is_full(one.text)}
    near = [one for one, stems in shared.items() if _goes_with(question, one, stems)]
    fit = [one for one in near if may_tell(question.text, one.text)]
    return max(fit, key=lambda one: (*_rank(one), len(shared[one])), default=None)


def _rank(one: Elsewhere) -> tuple[bool, bool]:
    """Of the lines of a CV work goes before what is done beside it, and an outcome before none."""
    is_end = not one.number and _OUTCOME.search(one.text) is not None
    return not _is_beside_work(one), is_end


def _goes_with(question: PlannedQuestion, line: Elsewhere, shared: frozenset[str]) -> bool:
    """Two words of the question, or one and what such a question is about."""
    cue = _CUES.get(question.competency) if question.competency else None
    is_of_kind = cue is not None and stands_in(cue, line.text)
    return len(shared) >= FEWEST_SHARED or (is_of_kind and bool(shared))


def _told(session: InterviewSession, story: Story, question: str) -> Iterator[Elsewhere]:
    """What was told in other answers that passes what the question asks for."""
    for other in session.stories:
        whole = said(other)
        if other.number == story.number or told_before(session, other):
            continue
        if not speaks_against(question, whole):
            tells = _tells_all(question, whole)
            told = (s for s in sentences(whole) if _is_event(s) or (tells and _is_part(s)))
            yield from (Elsewhere(s, other.number, story=whole) for s in told)


def _tells_all(question: str, story: str) -> bool:
    """Whether every part that such a story has is told, so that any of it may be quoted."""
    condition = asked_about(question)
    if condition is None or not condition.parts:
        return False
    return condition.parts_in(story) == len(condition.parts)


def _is_part(sentence: str) -> bool:
    """Whether it belongs to an event: neither a habit nor a claim nor what somebody would do."""
    is_told = not (_LESSON.search(sentence) or _UNTOLD.search(sentence))
    return is_told and _fits(sentence) and not phrases("vague").search(sentence)


def _written(session: InterviewSession) -> Iterator[Elsewhere]:
    lines = entries(session.cv.text) if session.cv else ()
    yield from (
        Elsewhere(one.text, 0) for one in lines if _fits(one.text) and begins_with_verb(one.text)
    )


def _is_event(sentence: str) -> bool:
    """Whether something is told that the speaker did, or saw coming and dealt with."""
    plain = _FORESEEN.sub("that it", sentence)
    is_own = tells_own_steps(plain) or plain != sentence
    is_told = is_own and not _LESSON.search(plain)
    return is_told and _fits(sentence) and not phrases("vague").search(sentence)


def _fits(text: str) -> bool:
    is_fair = len(content_stems(text)) >= FEWEST_OF_KIND and len(text) <= LONGEST
    return is_fair and not (blames(text) or is_empty(text))


def _is_full(text: str) -> bool:
    return len(content_stems(text)) >= FEWEST_STEMS
