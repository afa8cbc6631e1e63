"""How an interview ends: the last words, and replies to the candidate's own questions.

No model is asked, so that nothing about the company can be made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.interview.words.tables import table
from core.interview.words.text import clip, content_stems, sentences
from core.models import ASKED, InterviewSession

ENGLISH = "en"
LONGEST_QUOTE = 240
FEWEST_SHARED = 2
MOSTLY, ALL = 0.6, 1.0
_OPEN = r"(?i)\b(?:who|whom|whose|when|where|why|how)\b"
_MARK = "[?\uff1f\u061f]"
_NO_WORDS = " .,;!\n\t\u3002\uff01\uff0c\u3001\u060c\u0964-"
_BULLETS = "-*•·\u2013\u2014 \t"


def closing_of(session: InterviewSession) -> str:
    """What the interviewer says at the end, in the language that was spoken before."""
    words = _words(session)
    is_whole = session.answered == session.question_count
    return f"{words['finished' if is_whole else 'early']} {words['invite']}"


def reply_to(text: str, session: InterviewSession) -> str:
    """What the advert says to each question of the candidate's own, and a goodbye.

    `session` holds the questions before this one: after the first the goodbye is a short one.
    """
    words = _words(session)
    lines = [line_about(question, session) for question in questions_in(text)]
    quotes = dict.fromkeys(clip(line.lstrip(_BULLETS), LONGEST_QUOTE) for line in lines if line)
    said = [words["says"].replace("{quote}", quote) for quote in quotes]
    goodbye = words["again" if session.own_questions else "goodbye"]
    return "\n\n".join(filter(None, (*said, _unsaid(lines, words), goodbye)))


def _unsaid(lines: list[str], words: dict[str, str]) -> str:
    """What is said to the questions that no line of the advert speaks of."""
    missing = lines.count("")
    if 0 < missing < len(lines):
        return words["other" if missing == 1 else "others"]
    return {0: "", 1: words["silent"], 2: words["silent_two"]}.get(missing, words["silent_many"])


def questions_in(text: str) -> list[str]:
    """Each question with what is said before it; a text without any is one, or a "no, thanks"."""
    if not _none().sub(" ", text.replace("\u2019", "'")).strip(_NO_WORDS):
        return []
    *asked, _rest = re.split(rf"(?<={_MARK})", text)
    return [question.strip() for question in asked if content_stems(question)] or [text]


def _words(session: InterviewSession) -> dict[str, str]:
    """A model speaks the interview's language; the built-in interviewer speaks English."""
    asked = [message for message in session.messages if message.kind in ASKED]
    is_led_by_model = bool(asked and asked[-1].model)
    language = session.format.language if is_led_by_model else ENGLISH
    known: dict[str, dict[str, str]] = table("closing")
    return known.get(language, known[ENGLISH])


def line_about(question: str, session: InterviewSession) -> str:
    """The first line on a subject that is asked about, else the one with most words in common.

    Who, when, why or how is hardly ever answered by a line that shares some words, so all of them
    have to stand in it. The words of the job's title, and those that any advert has, do not
    count as common ones.
    """
    lines = sentences(session.job.description)
    subjects = [written for asked, written in _subjects() if _names(question, asked)]
    if subjects:
        about = (line for written in subjects for line in lines if _names(line, written))
        return next(about, "")
    usual = _usual_stems() | content_stems(session.job.title)
    asked_for = content_stems(question) - usual
    shared = {line: len(asked_for & content_stems(line)) for line in lines}
    share = ALL if re.search(_OPEN, question) else MOSTLY
    enough = max(FEWEST_SHARED, share * len(asked_for))
    best = max(lines, key=shared.__getitem__, default="")
    return best if best and shared[best] >= enough else ""


@cache
def _none() -> re.Pattern[str]:
    known = sorted(table("closing")["none"]["words"], key=len, reverse=True)
    return re.compile("|".join(map(_whole, known)), re.IGNORECASE)


@cache
def _usual_stems() -> frozenset[str]:
    return content_stems(" ".join(table("closing")["usual"]["words"]))


def about_practice(question: str) -> bool:
    """Whether a question is about the practice itself, and none for a real interview."""
    return _names(question, table("closing")["practice"]["words"])


def _subjects() -> Iterator[tuple[list[str], list[str]]]:
    for subject in table("closing")["subject"]:
        yield subject["asked"], subject["written"]


def _names(text: str, phrases: list[str]) -> bool:
    return any(re.search(_whole(phrase), text, re.IGNORECASE) for phrase in phrases)


def _whole(phrase: str) -> str:
    return rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase[0].isalpha() else re.escape(phrase)
