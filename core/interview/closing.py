"""How an interview ends: the last words, and replies to the candidate's own questions.

No model is asked, so that nothing about the company can be made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.interview.tables import table
from core.interview.text import clip, content_stems, sentences
from core.models import ASKED, InterviewSession

ENGLISH = "en"
LONGEST_QUOTE = 240
FEWEST_SHARED = 2
MOSTLY = 0.6
_BULLETS = "-*•·\u2013\u2014 \t"


def closing_of(session: InterviewSession) -> str:
    """What the interviewer says at the end, in the language that was spoken before."""
    words = _words(session)
    is_whole = session.answered == session.question_count
    return f"{words['finished' if is_whole else 'early']} {words['invite']}"


def reply_to(question: str, session: InterviewSession) -> str:
    """The line of the advert that speaks of what is asked, or that there is none."""
    words = _words(session)
    line = _line_about(question, session)
    if not line:
        return words["silent"]
    return words["says"].replace("{quote}", clip(line.lstrip(_BULLETS), LONGEST_QUOTE))


def _words(session: InterviewSession) -> dict[str, str]:
    """A model speaks the interview's language; the built-in interviewer speaks English."""
    asked = [message for message in session.messages if message.kind in ASKED]
    is_led_by_model = bool(asked and asked[-1].model)
    language = session.format.language if is_led_by_model else ENGLISH
    known: dict[str, dict[str, str]] = table("closing")
    return known.get(language, known[ENGLISH])


def _line_about(question: str, session: InterviewSession) -> str:
    """The first line on a subject that is asked about, else the one with most words in common.

    The words of the job's title, and those that any advert has, do not count as common ones.
    """
    lines = sentences(session.job.description)
    subjects = [written for asked, written in _subjects() if _names(question, asked)]
    if subjects:
        about = (line for written in subjects for line in lines if _names(line, written))
        return next(about, "")
    usual = _usual_stems() | content_stems(session.job.title)
    asked_for = content_stems(question) - usual
    shared = {line: len(asked_for & content_stems(line)) for line in lines}
    enough = max(FEWEST_SHARED, MOSTLY * len(asked_for))
    best = max(lines, key=shared.__getitem__, default="")
    return best if best and shared[best] >= enough else ""


@cache
def _usual_stems() -> frozenset[str]:
    return content_stems(" ".join(table("closing")["usual"]["words"]))


def _subjects() -> Iterator[tuple[list[str], list[str]]]:
    for subject in table("closing")["subject"]:
        yield subject["asked"], subject["written"]


def _names(text: str, phrases: list[str]) -> bool:
    return any(re.search(_whole(phrase), text, re.IGNORECASE) for phrase in phrases)


def _whole(phrase: str) -> str:
    return rf"(?<!\w){re.escape(phrase)}(?!\w)" if phrase[0].isalpha() else re.escape(phrase)
