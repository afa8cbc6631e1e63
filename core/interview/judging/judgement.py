"""What a language model returns as its judgement, and what is left of it once code has checked it.

The model gives levels and quotes. Code computes every score, drops what it cannot verify, and says
how much that was.
"""

from __future__ import annotations

from core.interview.judging.judged import JudgedAnswer, JudgedPoint, JudgedSuggestion, Judgement
from core.interview.judging.verdict import Verdict
from core.interview.judging.vetting import Lost
from core.models import Assessment, InterviewSession

ASSESSOR = "model 2"

__all__ = [
    "ASSESSOR",
    "JudgedAnswer",
    "JudgedPoint",
    "JudgedSuggestion",
    "Judgement",
    "Lost",
    "assessment_of",
    "lost_quotes",
]


def assessment_of(
    session: InterviewSession, *runs: Judgement, provider: str, model: str, prompt_hash: str
) -> Assessment:
    """The verified assessment: scores by code, quotes as they stand in the candidate's own words.

    Of several runs the median level counts. Answers that the model left out are rated by the
    built-in assessor, and the notice says so. What code alone finds (clashes, demands) is the same.
    """
    verdict = Verdict(session, runs)
    return Assessment(
        score=verdict.score,
        strengths=verdict.strengths,
        weaknesses=verdict.weaknesses,
        cv_suggestions=verdict.cv_suggestions,
        answers=verdict.answers,
        assessor=ASSESSOR,
        provider=provider,
        model=model,
        prompt_hash=prompt_hash,
        notice=verdict.notice,
        samples=len(runs),
        next_time=verdict.next_time,
        clashes=verdict.built_in.clashes,
        demands=verdict.built_in.demands,
    )


def lost_quotes(session: InterviewSession, *runs: Judgement) -> tuple[Lost, ...]:
    """The points that would be left out because their quotes are not found, each once."""
    return tuple(dict.fromkeys(Verdict(session, runs).lost))
