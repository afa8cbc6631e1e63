from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.probes import Aim, own_words


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        (
            "I migrated 5 tables in 2022 because the old ones were slow.",
            "I migrated 5 tables in 2022",
        ),
        ("I called him (my lead) at once.", ""),
        ("It is what I like to do.", ""),
        ("Yes. I asked the", ""),
        ("I went.", ""),
        ("The lead came, and they fixed the pump, at last.", "they fixed the pump"),
    ],
)
def test_only_whole_clauses_are_quoted(answer: str, quote: str):
    assert own_words(answer, Aim.ACTION) == quote


@given(st.text(alphabet="I we they and the because pump.,;:\n()", max_size=120))
def test_what_is_quoted_stands_in_the_answer(answer: str):
    assert own_words(answer, Aim.RESULT) in answer
