"""Sharing out a prompt's room among the interview so far, the CV and the job description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from core.models import InterviewSession
from core.prompts.fences import cleaned, fenced
from core.prompts.history import Telling, in_short, word_for_word
from core.prompts.pieces import MARK
from core.prompts.sections import Cut, cut
from core.prompts.templates import Prompt
from core.prompts.tokens import tokens_in

ROOM = 32_000  # tokens; an ordinary interview takes a third of them
LONGEST_DOCUMENT = 6_000  # tokens of the CV or the advert, whatever the room
CV_SHARE = 2 / 3  # of what is left for both, where both want more

Writing = Callable[..., Prompt]  # takes the three parts by their names in the template


@dataclass(frozen=True, slots=True)
class Documents:
    cv: str
    job_description: str

    def wanted(self) -> tuple[int, int]:
        cv, advert = tokens_in(self.cv), tokens_in(self.job_description)
        return min(cv, LONGEST_DOCUMENT), min(advert, LONGEST_DOCUMENT)

    def cut_to(self, room: int) -> tuple[Cut, Cut]:
        """Each gets what it wants while there is room; what one does not need is the other's."""
        cv, advert = self.wanted()
        cv = min(cv, max(int(room * CV_SHARE), room - advert, 0))
        advert = min(advert, max(room - cv, 0))
        return cut(self.cv, cv, "your CV"), cut(self.job_description, advert, "the job description")


def question_in(room: int, write: Writing, session: InterviewSession, fence: str) -> Prompt:
    """The interview, as gists of its older turns if need be; the documents get the rest."""
    documents, free = _documents(session), room - _bare(write, fence).tokens
    told = word_for_word(session.exchanges, fence)
    if told.tokens + sum(documents.wanted()) > free:
        told = in_short(session.exchanges, fence, free)
    return _written(write, fence, told, documents.cut_to(free - told.tokens))


def feedback_in(room: int, write: Writing, session: InterviewSession, fence: str) -> Prompt:
    """All questions and answers, since they are judged; the documents get the rest."""
    told = word_for_word(session.exchanges, fence)
    free = room - _bare(write, fence).tokens - told.tokens
    return _written(write, fence, told, _documents(session).cut_to(free))


def _documents(session: InterviewSession) -> Documents:
    cv = session.cv.text if session.cv else ""
    return Documents(cleaned(cv), cleaned(session.job.description))


def _bare(write: Writing, fence: str) -> Prompt:
    """What stands in any case, with a mark for each document."""
    return _written(write, fence, Telling(MARK), (Cut(MARK), Cut(MARK)))


def _written(write: Writing, fence: str, told: Telling, documents: tuple[Cut, Cut]) -> Prompt:
    cv, advert = documents
    prompt = write(
        transcript=told.text,
        cv=fenced("cv", fence, cv.text),
        job_description=fenced("job-description", fence, advert.text),
    )
    return replace(prompt, left_out=(*cv.left_out, *advert.left_out, *told.left_out))
