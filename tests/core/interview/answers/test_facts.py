import pytest

from core.interview.answers.facts import facts_in


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("We talked it over for a while.", 0),
        ("Marta was there.", 0),  # a capital that only begins the sentence
        ("I called Marta.", 1),
        ("I called Marta and two drivers.", 2),
        ("I wrote the checks in Python for 12 shops.", 3),  # a tool is a name as well
    ],
)
def test_numbers_names_and_tools_are_counted(sentence, count):
    assert facts_in(sentence) == count
