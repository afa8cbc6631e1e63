"""What a language model returns as its judgement, and what is left of it once code has checked it.

The model gives levels and quotes. Code computes every score, drops what it cannot verify, and says
how much that was.
"""

from __future__ import annotations

from core.interview.clashes import clashes
from core.interview.coverage import demands
from core.interview.judged import JudgedAnswer, JudgedPoint, JudgedSuggestion, Judgement
from core.interview.verdict import Verdict
from core.models import Assessment, InterviewSession

ASSESSOR = "model 1"

__all__ = [
    "ASSESSOR",
    "JudgedAnswer",
    "JudgedPoint",
    "JudgedSuggestion",
    "Judgement",
    "assessment_of",
]


def assessment_of(
    session: InterviewSession, judgement: Judgement, *, provider: str, model: str, prompt_hash: str
) -> Assessment:
    """The verified assessment: scores by code, quotes as they stand in the candidate's own words.

    Answers that the model left out are rated by the built-in assessor, and the notice says so.
    """
    verdict = Verdict(session, judgement)
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
        clashes=clashes(session),
        demands=demands(session),
    )
