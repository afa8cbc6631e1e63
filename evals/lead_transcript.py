"""An interview that was played, as a reader sees it, and how to find one's way in it."""

from __future__ import annotations

from dataclasses import dataclass

from core.models import ASKED, Assessment, InterviewSession, Kind
from evals.candidates import Sort
from evals.candidates.hearing import Wish, hear

NO_TOPIC = -1
ENOUGH_TOPICS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of the transcript, numbered from 1. Only a candidate's line has a `sort`."""

    number: int
    kind: Kind
    topic: int
    text: str
    reason: str = ""
    sort: Sort | None = None
    orders: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """`planned` counts the topics of the plan.

    `sources` are the texts that may be quoted beside the candidate's answers, and `again` is what
    the interviewer said when the same was played a second time. `assessment` and `held`, the
    interview as it is stored, are empty unless they were asked for.
    """

    candidate: str
    job: str
    question_count: int
    planned: int
    sources: tuple[str, ...]
    lines: tuple[Said, ...]
    ended: bool
    again: tuple[str, ...] = ()
    assessment: Assessment | None = None
    held: InterviewSession | None = None

    @property
    def interviewer(self) -> tuple[Said, ...]:
        return tuple(line for line in self.lines if line.sort is None)

    @property
    def closing(self) -> Said | None:
        """The words that end the interview."""
        return next((line for line in self.interviewer if line.kind is Kind.CLOSE), None)

    def replies(self, *sorts: Sort) -> list[Said]:
        return [line for line in self.lines if line.sort in sorts]

    def by_topic(self, *sorts: Sort) -> list[list[Said]]:
        """The replies of these sorts, those of one topic together."""
        topics: dict[int, list[Said]] = {}
        for line in self.replies(*sorts):
            topics.setdefault(line.topic, []).append(line)
        return list(topics.values())

    def stays(self, reply: Said) -> Said | None:
        """What the interviewer says next, if that is still about the same topic."""
        line = next((one for one in self.interviewer if one.number > reply.number), None)
        stays = line is not None and line.topic == reply.topic and line.kind is not Kind.CLOSE
        return line if stays else None

    def told_on(self, probe: Said) -> list[str]:
        """The candidate's answers on a probe's topic before it."""
        before = self.lines[: probe.number - 1]
        return [line.text for line in before if line.sort and line.topic == probe.topic]

    def pushes(self, replies: list[Said]) -> list[Said]:
        return [line for reply in replies if (line := self.stays(reply))]

    def question_of(self, reply: Said) -> Said:
        return [line for line in self.interviewer if line.number < reply.number][-1]

    def wish(self, reply: Said) -> Wish:
        """What was asked for where this was said."""
        return hear(self.question_of(reply).text).wish

    def has_room(self, reply: Said) -> bool:
        """Whether one more question on the same topic would leave enough topics."""
        before = [line for line in self.interviewer if line.number < reply.number]
        probes = sum(line.kind is Kind.PROBE for line in before)
        is_last = not any(x.kind in ASKED for x in self.interviewer if x.number > reply.number)
        return not is_last and probes < self.question_count - ENOUGH_TOPICS
