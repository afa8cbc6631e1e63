import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.hyphens import joined


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("an algo-\nrithm for", "an algorithm for"),
        ("an algo\u2010\nrithm", "an algorithm"),
        ("many Engi-\n   neers.", "many Engineers."),
        ("Geschäfts-\nführer und", "Geschäftsführer und"),
        ("a re-\nsource", "a resource"),
        ("full-\ning cloth", "fulling cloth"),
        ("soft\xad\nware", "software"),
        ("Data\xad\n Base", "DataBase"),
        ("(trans-\nformation)", "(transformation)"),
    ],
)
def test_a_word_that_a_line_end_cuts_is_made_whole(cut: str, whole: str):
    text = joined(cut)

    assert text == whole


@pytest.mark.parametrize(
    "text",
    [
        "full-\ntime work",
        "a self-\nmade plan",
        "community-\ndriven work",
        "an open-\nsource tool",
        "e-\ncommerce",
        "state-of-\nthe-art",
        "Vor-\nund Nachteile",
        "2019-\npresent",
        "SQL-\ndatabases",
        "Key-\nValue store",
        "https://example.com/my-\npage",
        "ines@tall-\ngrass.example",
        "python3-\nbased",
        "- Python\n- SQL",
        "Skills -\nsorted",
        "end.-\nnext",
    ],
)
def test_a_hyphen_that_belongs_to_the_words_stays(text: str):
    kept = joined(text)

    assert kept == text


def test_what_the_text_says_elsewhere_decides():
    compound = "our paper-\nfree office is paper-free"
    two_words = "a team-\nplayer: a player in each team"

    assert joined(compound) == compound
    assert joined(two_words) == two_words
    assert joined("a team-\nplayer") == "a teamplayer"


def test_the_halves_of_a_word_are_no_evidence_for_each_other():
    text = joined("soft-\nware and soft-\nware")

    assert text == "software and software"


PIECES = st.lists(st.sampled_from(["ab", "cd", "time", "full", "-\n", "-", "\xad\n", " ", "\n"]))


@given(PIECES.map("".join))
def test_joining_twice_changes_nothing(text: str):
    once = joined(text)

    assert joined(once) == once
