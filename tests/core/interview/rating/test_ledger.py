"""The lines of an answer's arithmetic, added up by hand as a reader would."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from core.interview.rating.ledger import ROUNDED, ledger
from core.interview.rating.scoring import Gates, answer_score, development_gate, relevance_gate
from core.models import Competency, Quality, Rating

ITEMS = (*Quality, Competency.PROBLEM_SOLVING)
WEIGHTS = (0.5, 4.0, 2.5, 1.5, 1.0)


def by_hand(levels: list[float], developed: float) -> tuple[Decimal, float]:
    """What the printed lines add up to, rounded as in school, and the score."""
    rated = [Rating(item=item, level=level) for item, level in zip(ITEMS, levels, strict=True)]
    score = answer_score(rated, Gates(levels[0], developed), weights=WEIGHTS)
    gates = (("Far", relevance_gate(levels[0])), ("Little", development_gate(developed)))
    steps = ledger(rated, WEIGHTS, gates, ("Cap", 10.0), score)
    printed = [Decimal(f"{step.points:.2f}") for step in steps if step.label != ROUNDED]
    return sum(printed, Decimal(0)).quantize(Decimal("0.1"), ROUND_HALF_UP), score


@given(
    st.lists(
        st.integers(10, 50).map(lambda tenths: tenths / 10),
        min_size=len(ITEMS),
        max_size=len(ITEMS),
    ),
    st.floats(0, 1),
)
def test_the_printed_lines_round_to_the_score(levels: list[float], developed: float):
    total, score = by_hand(levels, developed)

    assert total == Decimal(str(score))
