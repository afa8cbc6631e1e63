from __future__ import annotations

import pytest

from core.interview.words.remembering import A_SENTENCE, remembered


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def length(asked):
    @remembered
    def length(text: str) -> int:
        """In characters."""
        asked.append(text)
        if not text:
            raise ValueError("there is nothing to count")
        return len(text)

    return length


def test_a_failure_is_not_remembered(length, asked):
    for _ in range(2):
        with pytest.raises(ValueError, match="nothing to count"):
            length("")

    assert asked == ["", ""]


def test_a_sentence_is_looked_at_once(length, asked):
    found = [length("I rang her."), length("I rang her."), length("She came.")]

    assert found == [11, 11, 9]
    assert asked == ["I rang her.", "She came."]


def test_a_long_text_is_not_kept(length, asked):
    text = "x" * (A_SENTENCE + 1)

    assert length(text) == length(text) == len(text)
    assert asked == [text, text]


def test_it_is_known_by_its_own_name(length):
    assert (length.__name__, length.__doc__) == ("length", "In characters.")
