"""An interview judged by a model: in parts, several times, and with a second look for quotes."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from core.ai.fallback.chain import ProviderChain
from core.ai.fallback.notices import no_model
from core.ai.judging import batches_of, judgement_in, judging, requotes_in, requoting
from core.ai.turns import new_fence
from core.ai.types import Chunk, ChunkKind, Recorder, Request
from core.exceptions import AllProvidersFailed
from core.interview.assessment import assess
from core.interview.judging.judged import joined, requoted
from core.interview.judging.judgement import Judgement, assessment_of, lost_quotes
from core.interview.judging.veiled import veiled
from core.models import Assessment, InterviewSession

LEAST_SHARE = 0.15  # of the time for a report; with less left, no further call is begun
IN_PART = "Only a part of this interview could be judged by a model."
FEWER = "Of {} runs of the model {} came through."


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply, what the candidate should know of how it came about, and who gave it."""

    text: str
    notice: str
    end: Chunk


class Assessing:
    """One report. All its calls share one deadline, and each is handed to `record`."""

    def __init__(
        self, chain: ProviderChain, rooms: Sequence[int], seconds: float, record: Recorder
    ) -> None:
        self._chain = chain
        self._rooms = rooms
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._record = record
        self._replies: list[Reply] = []
        self._failure = ""

    def assess(self, session: InterviewSession, samples: int) -> Assessment:
        """The verified judgement of so many runs, or else the built-in assessment.

        The first call that no model answers is the last one: what has come by then is used.
        """
        view = veiled(session)
        request_for = partial(judging, seconds=self._seconds, fence=new_fence())
        batches = batches_of(view.session, request_for, self._rooms)
        runs = self._runs(batches, samples)
        if not runs:
            return _noted(assess(session), self._failure)
        runs = self._requoted(session, view.session, runs)
        first = self._replies[0].end
        judged = assessment_of(
            session,
            *runs,
            provider=first.provider,
            model=first.model,
            prompt_hash=first.prompt_hash,
        )
        return _noted(judged, *self._told(len(runs), samples))

    def _runs(self, batches: Sequence[InterviewSession], samples: int) -> list[Judgement]:
        """The runs that came through; of the first one, as many parts as came through."""
        runs: list[Judgement] = []
        while len(runs) < samples and not self._failure and (not runs or self._has_time):
            parts: list[Judgement] = []
            for batch in batches:
                reply = self._reply(judging(batch, self._left, new_fence()))
                if reply is None:
                    break
                parts.append(judgement_in(reply.text))
            if len(parts) == len(batches) or (parts and not runs):
                runs.append(joined(parts))
        return runs

    def _requoted(
        self, session: InterviewSession, shown: InterviewSession, runs: list[Judgement]
    ) -> list[Judgement]:
        """The runs with quotes found at a second look, where some were not found at the first."""
        lost = lost_quotes(session, *runs)
        if not lost or self._failure or not self._has_time:
            return runs
        reply = self._reply(requoting(shown, lost, self._left, new_fence()), is_extra=True)
        if reply is None:
            return runs
        quotes = requotes_in(reply.text, lost)
        return [requoted(run, quotes) for run in runs]

    def _reply(self, request: Request, *, is_extra: bool = False) -> Reply | None:
        """A whole reply, or None when no model gave one; an extra one is missed by nobody."""
        try:
            reply = whole(self._chain.stream(request, self._record))
        except AllProvidersFailed as failed:
            if not is_extra:
                self._failure = no_model(failed.attempts)
            return None
        if not is_extra:
            self._replies.append(reply)
        return reply

    def _told(self, runs: int, samples: int) -> list[str]:
        notices = [reply.notice for reply in self._replies]
        if runs < samples:
            notices.append(FEWER.format(samples, runs))
        elif self._failure:
            notices.append(IN_PART)
        return list(dict.fromkeys(notices))

    @property
    def _left(self) -> float:
        """Seconds until the report has to be there; never none, since a call is bounded by it."""
        return max(self._deadline - time.monotonic(), 0.1)

    @property
    def _has_time(self) -> bool:
        return self._left > LEAST_SHARE * self._seconds


def whole(chunks: Generator[Chunk, None, None]) -> Reply:
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
    return Reply(text, notice, end)


def _noted(assessment: Assessment, *notices: str) -> Assessment:
    """The assessment with more to say, before what it says already."""
    told = " ".join(filter(None, (*notices, assessment.notice)))
    return replace(assessment, notice=told)
