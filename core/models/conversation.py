"""What is asked and answered: the plan, the director's decision, messages, stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.models.vocabulary import Competency, Kind, Level, Part, Role

MAX_ANSWER = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedQuestion:
    """One topic of the plan: the bank's wording, and why it is asked.

    `quote` is verbatim from the job description or CV, or empty. `weight` (0 to 1) decides which
    topics stay when probes have used up the room. `skill` is the one that the CV claims, `need` the
    demand that was not found there, where the topic is about one. `points` are what a full answer
    mentions, where the bank does not know the question.
    """

    text: str
    competency: Competency | None
    reason: str
    quote: str = ""
    skill: str = ""
    need: str = ""
    weight: float = 0.5
    style: str = "behavioural"
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    questions: tuple[PlannedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the director wants asked next. `topic` is an index into the plan's questions.

    `wording` is the built-in interviewer's text, `because` reads as a reason, and `quote` holds the
    candidate's own words that a probe refers to. `level` is the difficulty where it differs from
    the interview's. `aim` names in a word what a probe is after.
    """

    kind: Kind
    topic: int
    wording: str
    because: str
    part: Part | None = None
    quote: str = ""
    level: Level | None = None
    aim: str = ""

    @property
    def label(self) -> str:
        """The decision on one line: "probe: outcome, because no result was named"."""
        reason = self.because.removeprefix("Asked ").rstrip(".")
        return f"{self.kind}: {self.aim or f'topic {self.topic + 1}'}, {reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One line of the conversation.

    `number` counts the interviewer's questions and probes from 1; an answer carries the number it
    answers, and so does a request to explain the question. `ordinal` counts such requests, and the
    candidate's own questions at the end, from 1; the reply has the same. `topic` is an index into
    the plan. `provider` and `model` say who worded it, and `notice` what the candidate should know
    of how it came about.
    """

    role: Role
    kind: Kind
    number: int
    content: str
    created_at: datetime
    attempt: int = 1
    ordinal: int = 0
    topic: int = 0
    decision: str = ""
    provider: str = ""
    model: str = ""
    prompt_hash: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question or probe with the reply to it, if there is one.

    `asides` are the requests to explain the question and what was said to them. They are part of
    the transcript and of no answer.
    """

    question: Message
    reply: Message | None = None
    asides: tuple[Message, ...] = ()

    @property
    def requests(self) -> tuple[Message, ...]:
        return tuple(aside for aside in self.asides if aside.role is Role.USER)

    def place_of(self, request: str, heard: int | None) -> int:
        """The ordinal of this request: that of the same words while they wait, else the next.

        `heard` is how many of the requests were explained on the screen that it was sent from.
        """
        if heard is None:
            waiting = self.requests[-1:] if self.owed_clarification else ()
        else:
            waiting = self.requests[heard:]
        same = (message.ordinal for message in waiting if message.content == request)
        return next(same, len(self.requests) + 1)

    @property
    def owed_clarification(self) -> Message | None:
        """The request that waits for its clarification, while the question is open."""
        if self.reply is not None or not self.requests:
            return None
        said = {aside.ordinal for aside in self.asides if aside.role is Role.ASSISTANT}
        latest = self.requests[-1]
        return None if latest.ordinal in said else latest

    @property
    def answer(self) -> str:
        return self.reply.content if self.reply and self.reply.kind is Kind.ANSWER else ""


@dataclass(frozen=True, slots=True)
class Story:
    """All that was said on one topic: the question with its probes. Rated as one answer."""

    topic: int
    exchanges: tuple[Exchange, ...]

    @property
    def number(self) -> int:
        return self.exchanges[0].question.number

    @property
    def question(self) -> str:
        return self.exchanges[0].question.content

    @property
    def answer(self) -> str:
        return "\n\n".join(exchange.answer for exchange in self.exchanges if exchange.answer)
