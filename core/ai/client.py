"""What the use cases ask of a language model."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import partial

from core import prompts
from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.health import Health
from core.ai.fallback.retry import RetryPolicy
from core.ai.providers.offline import BuiltInProvider
from core.ai.roster import Roster
from core.ai.trial import Trial, tried
from core.ai.turns import new_fence, written
from core.ai.typed_keys import TypedKey
from core.ai.types import Chunk, Purpose, Recorder, Request, Turn
from core.interview.wording import Facts, fault_of, opening_fault_of
from core.models import ENGLISH, Assessment, Decision, InterviewSession
from core.prompts import Prompt

MOST_TOKENS = 1_500  # a model that thinks first spends most of them on thinking
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
        self._rooms = [one.context_tokens for one in models]
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
        from core.ai.assessing import Assessing  # noqa: PLC0415 - what judges loads much, for
        from core.interview.assessment import assess  # noqa: PLC0415 - feedback only

        if not self._has_models or not any(story.answer.strip() for story in session.stories):
            return assess(session)
        seconds = self._settings.ai_feedback_seconds
        report = Assessing(self._assessors, self._rooms, seconds, record)
        return report.assess(session, self._settings.feedback_samples)

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
        return written(request, partial(ask, session, decision, new_fence()))


def _worded_again(request: Request, fault: str) -> Request:
    """The same request with what was wrong with the first wording, and nothing of that wording."""
    *before, last = request.turns
    text = f"{last.text}\n\nYour last wording was rejected: {fault} Word it again."
    return replace(request, turns=(*before, Turn(last.role, text)), repair=None, fit=None)
