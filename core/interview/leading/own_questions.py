"""One line on the candidate's own questions at the end, and on which to have ready."""

from __future__ import annotations

import re
from typing import Any

from core.interview.leading.closing import about_practice, line_about, questions_in
from core.interview.reading.job import read_job
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import clip_clause, content_stems, words
from core.models import InterviewSession, Stage

LONGEST_LINE = 140
FEWEST_STEMS = 3  # of a line of the advert that can be asked about
_MARK = "[?\uff1f\u061f]"
_ANOTHER = "Have one ready for the real interview that it leaves open."
_NONE = "You asked no question of your own at the end."
# An advert speaks to the candidate; in a question to the employer that would be the other one.
_YOU = regex(
    r"(?i)^(?:(?:as\s+\w+,?\s+)?you(?:\s+(?:will|are\s+(?:going|expected)\s+to)"
    r"|['\u2019]ll|['\u2019]re|\s+are)?"
    r"|your\s+(?:tasks?|duties|work)\s+(?:is|are|will\s+be)\s+to)\s+(?:be\s+)?(?=[a-z])"
)
_BULLETS = "-*•·\u2013\u2014 \t"


def own_questions_told(session: InterviewSession) -> str:
    """Empty while the interview goes on.

    What is asked about the practice itself has no place in a real interview and is not counted.
    """
    asked = [
        question
        for message in session.own_questions
        for question in questions_in(message.content)
        if re.search(rf"\w\W*{_MARK}\s*$", question) and not about_practice(question)
    ]
    if asked:
        return _asked(asked, session)
    return _to_prepare(session) if session.stage is Stage.FINISHED else ""


def _asked(asked: list[str], session: InterviewSession) -> str:
    several = len(asked) > 1
    name = f"{len(asked)} questions" if several else "a question"
    began = f"You asked {name} of your own at the end"
    answered = sum(bool(line_about(question, session)) for question in asked)
    if not answered:
        return f"{began}: keep {'them' if several else 'it'} for the real interview."
    if answered == len(asked):
        return f"{began}, and the advert speaks of {'them' if several else 'it'}. {_ANOTHER}"
    spoken = "one of them" if answered == 1 else f"{answered} of them"
    rest = "the other" if len(asked) - answered == 1 else "the others"
    return f"{began}. The advert speaks of {spoken}; keep {rest} for the real interview."


def _to_prepare(session: InterviewSession) -> str:
    """Two questions on lines of the advert, first those that the interview did not come to."""
    lines = _lines(session)
    if not lines:
        return f"{_NONE} Have two ready for the real interview."
    one, *rest = lines
    first = f"“{_question(one, 'first')}” on the line “{one}”"
    if not rest:
        return f"{_NONE} Have one ready for the real interview, for example {first}."
    second = f"“{_question(rest[0], 'second')}” on “{rest[0]}”"
    return f"{_NONE} Have two ready for the real interview, for example {first}, and {second}."


def _question(line: str, place: str) -> str:
    """What a person would ask of such a duty."""
    kinds = table("own_questions")
    fitting = (kind for kind in kinds.values() if _is_of_kind(line.lower(), kind))
    question: str = next(fitting, kinds["any"])[place]
    return question


def _is_of_kind(line: str, kind: dict[str, Any]) -> bool:
    said = words(line)
    begins = line.startswith(tuple(kind.get("begins", ())))
    is_named = not set(said).isdisjoint(kind.get("names", ()))
    return begins or is_named or bool(set(said[:1]) & set(kind.get("verbs", ())))


def _lines(session: InterviewSession) -> list[str]:
    """The duties of the advert, as they stand there, those that were asked about last."""
    asked = content_stems(" ".join(story.question for story in session.stories))
    lines = [line.strip().lstrip(_BULLETS).rstrip(".;") for line in read_job(session.job).duties]
    stems = {line: content_stems(line) for line in lines}
    full = [line for line in stems if len(stems[line]) >= FEWEST_STEMS]
    full.sort(key=lambda line: len(stems[line] & asked) / len(stems[line]))
    return [clip_clause(_YOU.sub("", line), LONGEST_LINE) for line in full]
