"""Rating answers: by the built-in assessor, or by a model."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from core.ai.client import AIClient
from core.ai.fallback.health import Health
from core.ai.roster import Roster
from core.config import load_settings
from core.exceptions import ConfigurationError
from core.interview.assessment import NOT_ENGLISH, review_of
from core.models import AnswerReview
from evals.asked import Row, session_of

PROVIDERS = ("openrouter", "gemini", "openai", "local")
ENGLISH_ONLY, NO_WORDS = "not English", "no answer"
LOWEST = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What came out: `score` from 1 to 10, or None with a flag that says why; levels 1 to 5.

    `stronger` holds better versions made of the answer's own words. `error` stands alone.
    """

    id: str
    score: float | None = None
    levels: dict[str, float] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    ms: float = 0.0
    stronger: tuple[str, ...] = ()
    error: str = ""


Rate = Callable[[Sequence[Row]], Sequence[Rated]]


def built_in(rows: Sequence[Row]) -> list[Rated]:
    _read_content()
    return [_timed(row, _reviewed) for row in rows]


@cache
def _read_content() -> None:
    """Read the content files once, so that no answer's time holds it."""
    _reviewed(Row(id="", question="What did you do?", answer="I mended the gate last May."))


def by_model(name: str) -> Rate:
    """A rater that asks this provider, with its key from the settings.

    Raises `ConfigurationError` where the settings do not allow it.
    """
    others = {f"{other}_api_key": None for other in PROVIDERS if other != name}
    if name != "local":
        others["local_base_url"] = None
    settings = load_settings(active_providers=(name,), **others)
    client = AIClient(Roster(settings), Health(_now))
    status = next(status for status in client.statuses if status.name == name)
    if not status.active:
        raise ConfigurationError(f"{name} cannot be asked: {status.reason}.")
    return lambda rows: [_timed(row, lambda one: _judged(client, one)) for row in rows]


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the health of a provider needs a clock


def _timed(row: Row, review: Callable[[Row], Rated]) -> Rated:
    if not any(map(str.isalnum, row.answer)):
        return Rated(id=row.id, score=LOWEST, flags=(NO_WORDS,))
    return review(row)


def _reviewed(row: Row) -> Rated:
    session = session_of(row)
    start = time.perf_counter()
    review = review_of(session, session.stories[0]).review
    return _rated(row, review, _since(start))


def _judged(client: AIClient, row: Row) -> Rated:
    start = time.perf_counter()
    assessment = client.generate_feedback(session_of(row), lambda _: None)
    if not assessment.provider:
        reason, _, _ = assessment.notice.partition(", so ")  # what stood in is not asked for here
        return Rated(id=row.id, error=f"No rating by a model: {reason.rstrip('.')}.")
    return _rated(row, assessment.answers[0], _since(start))


def _since(start: float) -> float:
    return round((time.perf_counter() - start) * 1000, 3)


def _rated(row: Row, review: AnswerReview, ms: float) -> Rated:
    points = (*review.strengths, *review.improvements)
    flags = [*review.flags]
    if review.score is None:
        flags.append(ENGLISH_ONLY if review.note == NOT_ENGLISH else review.note)
    return Rated(
        id=row.id,
        score=review.score,
        levels={str(rating.item): rating.level for rating in review.ratings},
        quotes=tuple(point.quote for point in points if point.quote),
        flags=tuple(flags),
        ms=ms,
        stronger=tuple(point.stronger for point in points if point.stronger),
    )
