from __future__ import annotations

import pytest

from core.interview.answers.scene import sets_a_scene


@pytest.mark.parametrize(
    "sentence",
    [
        "Three summers ago the roof leaked.",
        "A couple of winters back the roof leaked.",
        "It leaked on the Monday night.",
        "One Friday in autumn it leaked.",
        "It leaked in my second week.",
        "It leaked during my first term there.",
        "I was on earlies that week.",
        "At the rowing club it leaked.",
        "In the kitchen of a small hotel it leaked.",
        "On our ward it leaked.",
        "On the allotments it leaked.",
        "Over Christmas it leaked.",
        "In late 2021 it leaked.",
        "In March it leaked.",
        "While we were on a camp it leaked.",
        "At Harcourt and Sons it leaked.",
        "Back then it leaked.",
        "It leaked before the holidays.",
        "In the first days of spring it leaked.",
    ],
)
def test_a_time_or_a_place_in_plain_words_sets_a_scene(sentence: str):
    assert sets_a_scene(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The roof leaked.",
        "I always listen to people.",
        "It is about patience.",
        "I may do it again.",
        "I rang the plumber and he came.",
        "I did it in Excel.",
        "I have had it on my mind.",
        "It worked on the whole.",
        "I did that for the fun of it.",
        "In general it works.",
    ],
)
def test_words_without_time_and_place_set_none(sentence: str):
    assert not sets_a_scene(sentence)
