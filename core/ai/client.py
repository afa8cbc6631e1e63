"""What the use cases ask of a language model."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from secrets import token_hex

from core import prompts
from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.notices import no_model
from core.ai.fallback.retry import RetryPolicy
from core.ai.judging import judgement_in, judging
from core.ai.providers.offline import BuiltInProvider
from core.ai.roster import Roster
from core.ai.trial import Trial, tried
from core.ai.turns import written
from core.ai.typed_keys import TypedKey
from core.ai.types import Chunk, ChunkKind, Purpose, Recorder, Request, Turn
from core.exceptions import AllProvidersFailed
from core.interview.assessment import assess
from core.interview.judgement import assessment_of
from core.interview.wording import Facts, fault_of, opening_fault_of
from core.models import ENGLISH, Assessment, Decision, InterviewSession
from core.prompts import Prompt

MOST_TOKENS = 1_500  # a model that thinks first spends most of them on thinking
FENCE_BYTES = 8
ENGLISH_ONLY = "The built-in interviewer speaks English only."

Asking = Callable[[InterviewSession, Decision, str, int], Prompt]


class AIClient:
    """Words questions and judges interviews with whichever provider can. Safe between threads."""

    def __init__(self, roster: Roster, health: Health, keys: Sequence[TypedKey] = ()) -> None:
        settings = roster.settings
        policy = RetryPolicy(attempts=settings.ai_attempts, backoff=settings.ai_backoff_seconds)
        self.keys = tuple(keys)
        self.health = health
        self._providers, self.statuses = roster.providers(self.keys)
        self._roster = roster
        self._settings = settings
        models = [one for one in self._providers if not isinstance(one, BuiltInProvider)]
        self._has_models = bool(models)
        self._interviewers = ProviderChain(self._providers, health, policy)
        self._assessors = ProviderChain(models, health, policy)

    def with_keys(self, keys: Sequence[TypedKey]) -> AIClient:
        """A client of the same installation that asks with these keys first."""
        return AIClient(self._roster, self.health, keys)

    def test(self, name: str) -> Trial:
        """Whether the provider of this name can be used, found out by one tiny call."""
        provider = next(one for one in self._providers if one.name == name)
        return tried(provider, self.health)

    def generate_first_question(
        self, session: InterviewSession, decision: Decision, record: Recorder
    ) -> Generator[Chunk, None, None]:
        """The words of the opening question, as they come in (see `ProviderChain.stream`)."""
        request = self._question(prompts.first_question, session, decision)
        return self._interviewers.stream(request, record)

    def generate_followup_question(
        self, session: InterviewSession, decision: Decision, record: Recorder
    ) -> Generator[Chunk, None, None]:
        """The words of any later question or probe (see `ProviderChain.stream`)."""
        request = self._question(prompts.followup_question, session, decision)
        return self._interviewers.stream(request, record)

    def generate_feedback(self, session: InterviewSession, record: Recorder) -> Assessment:
        """A model's judgement with its quotes verified, or else the built-in assessment.

        When models were asked and none could be used, the notice says so.
        """
        if not self._has_models or not any(story.answer.strip() for story in session.stories):
            return assess(session)
        request = judging(session, self._settings.ai_feedback_seconds, token_hex(FENCE_BYTES))
        try:
            reply = _whole(self._assessors.stream(request, record))
        except AllProvidersFailed as failed:
            return _noted(assess(session), no_model(failed.attempts))
        judged = assessment_of(
            session,
            judgement_in(reply.text),
            provider=reply.end.provider,
            model=reply.end.model,
            prompt_hash=reply.end.prompt_hash,
        )
        return _noted(judged, reply.notice)

    def close(self) -> None:
        for provider in self._providers:
            provider.close()

    def _question(self, ask: Asking, session: InterviewSession, decision: Decision) -> Request:
        language = session.format.language
        request = Request(
            purpose=Purpose.QUESTION,
            system="",
            max_tokens=MOST_TOKENS,
            seconds=self._settings.ai_question_seconds,
            offline=decision.wording,
            offline_notice="" if language == ENGLISH else ENGLISH_ONLY,
            fault_of=partial(fault_of, facts=Facts.of(session, decision), language=language),
            opening_fault_of=partial(opening_fault_of, language=language),
            repair=_worded_again,
        )
        fence = token_hex(FENCE_BYTES)
        return written(request, partial(ask, session, decision, fence))


def _worded_again(request: Request, fault: str) -> Request:
    """The same request with what was wrong with the first wording, and nothing of that wording."""
    *before, last = request.turns
    text = f"{last.text}\n\nYour last wording was rejected: {fault} Word it again."
    return replace(request, turns=(*before, Turn(last.role, text)), repair=None, fit=None)


@dataclass(frozen=True, slots=True)
class _Reply:
    text: str
    notice: str
    end: Chunk


def _whole(chunks: Generator[Chunk, None, None]) -> _Reply:
    text, notice, end = "", "", Chunk(ChunkKind.END)
    for chunk in chunks:
        match chunk.kind:
            case ChunkKind.TEXT:
                text += chunk.text
            case ChunkKind.RESET:
                text = ""
            case ChunkKind.NOTICE:
                notice = chunk.text
            case ChunkKind.END:
                end = chunk
    return _Reply(text, notice, end)


def _noted(assessment: Assessment, notice: str) -> Assessment:
    """The assessment with one more thing to say, before what it says already."""
    return replace(assessment, notice=" ".join(filter(None, (notice, assessment.notice))))
