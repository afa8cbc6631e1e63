"""How an interview begins: one short greeting before the first question."""

from __future__ import annotations

from core.interview.demands import is_plain_name
from core.interview.tables import table
from core.interview.wording import fault_of
from core.models import InterviewSession


def greeted(question: str, session: InterviewSession) -> str:
    """The first question behind a greeting that names the job.

    A title that no question may hold is left out; so is the greeting where there is no room for it.
    """
    greetings = (f"{_greeting(session, job)} {question}" for job in (_named(session), _any_job()))
    return next((text for text in greetings if fault_of(text) is None), question)


def _greeting(session: InterviewSession, job: str) -> str:
    count = str(session.question_count)
    return _say("greeting").replace("{count}", count).replace("{job}", job)


def _named(session: InterviewSession) -> str:
    title = session.job.title.strip()
    return _say("job").replace("{title}", title) if is_plain_name(title) else _any_job()


def _any_job() -> str:
    return _say("any_job")


def _say(name: str) -> str:
    text: str = table("replies")["say"][name][0]
    return text
