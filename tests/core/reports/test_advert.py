from __future__ import annotations

import pytest

from core.models import Advice, Suggestion
from core.reports.advert import cv_sections

LINE = "Built the stock list for the paint shelves"


@pytest.mark.parametrize(
    ("rewrite", "title"),
    [
        (f"{LINE} [with what result?]", "For example; fill in the \\[slots\\]:"),
        (f"{LINE}. Missing tins fell from nine to two.", "For example:"),
    ],
)
def test_slots_are_spoken_of_where_there_are_some(rewrite: str, title: str):
    one = Suggestion(text="Add it.", cv_quote=LINE, kind=Advice.LINE, rewrite=rewrite)

    told = "\n".join(cv_sections((one,)))

    assert f"\n  {title}\n" in told
