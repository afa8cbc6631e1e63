"""How an interview begins: one short greeting before the first question."""

from __future__ import annotations

from collections.abc import Iterator

from core.interview.planning.demands import is_plain_name
from core.interview.wording import fault_of
from core.interview.words.tables import table
from core.models import InterviewSession


def greeted(question: str, session: InterviewSession) -> str:
    """The first question behind a greeting that names the job.

    A title that no question may hold is left out; so is the greeting where there is no room for it.
    """
    greetings = (f"{greeting} {question}" for greeting in _greetings(session))
    return next((text for text in greetings if fault_of(text) is None), question)


def _greetings(session: InterviewSession) -> Iterator[str]:
    title, count = session.job.title.strip(), str(session.question_count)
    if is_plain_name(title):
        yield _say("greeting").replace("{count}", count).replace("{title}", title)
    yield _say("greeting_without_title").replace("{count}", count)


def _say(name: str) -> str:
    text: str = table("replies")["say"][name][0]
    return text
