"""Ratings that are made once, however many figures look at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evals.asked import Row
from evals.rating import LOWEST, Rate, Rated
from evals.trials.cases import Case

RELEVANCE = "relevance"


class Scored:
    """A rater that remembers. The id of a row takes no part in its rating."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._known: dict[Row, Rated] = {}

    def rated(self, rows: Sequence[Row]) -> list[Rated]:
        bare = [replace(row, id="") for row in rows]
        new = [row for row in dict.fromkeys(bare) if row not in self._known]
        self._known |= dict(zip(new, self._rate(new), strict=True))
        return [self._known[row] for row in bare]

    def scores(self, rows: Sequence[Row]) -> list[float | None]:
        return [rated.score for rated in self.rated(rows)]

    def numbers(self, rows: Sequence[Row]) -> list[float]:
        """The scores, with the lowest for an answer that got none."""
        return [LOWEST if score is None else score for score in self.scores(rows)]

    def relevance(self, rows: Sequence[Row]) -> list[float]:
        return [rated.levels.get(RELEVANCE, LOWEST) for rated in self.rated(rows)]

    def moved(self, cases: Sequence[Case]) -> list[float]:
        """By how much each case moved the score, of those with a score both times."""
        return [change for _, change in self.changes(cases)]

    def changes(self, cases: Sequence[Case]) -> list[tuple[Case, float]]:
        """The same, each with its case."""
        before = self.scores([case.before for case in cases])
        after = self.scores([case.after for case in cases])
        moved = zip(cases, before, after, strict=True)
        return [(case, b - a) for case, a, b in moved if a is not None and b is not None]

    @property
    def all(self) -> list[tuple[Row, Rated]]:
        """Everything that has been rated until now."""
        return list(self._known.items())
