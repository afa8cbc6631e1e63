from __future__ import annotations

import pytest

from core.interview.cv.belongs import belonging
from core.interview.cv.demands import demanded
from core.models import Advice
from tests.core.interview.coverage.test_coverage import interview

MONEY = "careful with money"


@pytest.mark.parametrize(
    ("demand", "line", "is_joined"),
    [
        (MONEY, "Till, returns, deliveries", True),
        (MONEY, "Worked at the till of a garden centre", True),
        (MONEY, "Cashier, Green Lane Market", True),
        (MONEY, "2020 till 2023: Gardener", False),
        (MONEY, "Stayed till late in December", False),
        (MONEY, "Sold flowers", False),
        ("careful with animals", "Till, returns, deliveries", False),
        ("Able to lift up to 20 kilos", "Drove for a removal firm", True),
        ("Able to lift the mood", "Drove for a removal firm", False),
        ("Good on the phone", "Two years in a call centre", True),
        ("Patient with children", "Au pair in Lyon", True),
        ("Patient with customers", "Au pair in Lyon", False),
    ],
)
def test_a_line_is_joined_with_a_demand_only_where_both_stand_in_the_list(
    demand: str, line: str, *, is_joined: bool
):
    found = belonging(demand, ("Gardening club", line))

    assert bool(found) is is_joined
    assert found is None or found.line == line


def test_what_belongs_to_a_demand_is_not_called_missing():
    cv = "2020 to 2024: Helper, Hill Shop\n- Till, returns, deliveries"
    session = interview(advert=f"Essential:\n- {MONEY}\n- reliable", cv=cv)

    found = demanded(session)

    [joined] = [one for one in found if one.kind is Advice.FOUND]
    [missing] = [one for one in found if one.kind is Advice.NOT_FOUND]
    assert joined.cv_quote == "Till, returns, deliveries"
    assert joined.text == (
        f"“{MONEY}”: this line belongs to it. If the money was right when it was counted, write "
        "that there."
    )
    assert MONEY not in missing.text
    assert "reliable" in missing.text
