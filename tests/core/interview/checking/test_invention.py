from __future__ import annotations

import pytest

from core.interview.feedback.stronger import checked, invented

SAID = (
    "When I was at Hexa in 2021 we had 300 open tickets. We rewrote the deploy script, and I did "
    "not tell the client before Friday. I sorted 5 boxes in 3 weeks and it fell by 20 percent."
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I sorted 7 boxes.", "7 box"),
        ("I sorted 3 boxes in 5 weeks.", "3 box"),
        ("It fell by £20.", "£20"),
        ("It fell by twenty-five percent.", "twenty-five"),
        ("I sorted the boxes for Contoso.", "contoso"),
        ("I sorted the boxes with Kafka.", "kafka"),
        ("I sorted the boxes brilliantly.", "brilliantly"),
        ("I rewrote the deploy script.", "I rewrote"),
        ("I did tell the client before Friday.", "I did tell the client before Friday."),
        ("We did not rewrite the deploy script.", "rewrite"),
        ("We never rewrote the deploy script.", "We never rewrote the deploy script."),
        ("I sorted 5 boxes [40 of them?].", "[40 of them?]"),
        ("I sorted 5 boxes [for Contoso?].", "[for Contoso?]"),
        ("I sorted 5 boxes [in Kubernetes?].", "[in Kubernetes?]"),
        (f"I sorted 5 boxes [{'so ' * 13}?].", f"[{'so ' * 13}?]"),
    ],
)
def test_what_was_not_said_is_named_and_the_version_is_rejected(text: str, found: str):
    assert found in invented(text, SAID)
    assert checked(text, SAID) == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        SAID,
        "In 2021 at Hexa we had 300 open tickets. We rewrote the deploy script [and you?].",
        "I sorted 5 boxes in 3 weeks. Finally it fell by 20% [how did it end?].",
        "I did not tell the client before Friday.",
    ],
)
def test_the_candidates_own_words_and_slots_are_kept(text: str):
    assert invented(text, SAID) == ()
    assert checked(f" {text} ", SAID) == text


@pytest.mark.parametrize(
    "text",
    [
        "I don't sort boxes. I couldn't, and I wasn't asked to.",
        "I cared for people with Alzheimer's and for Jane's mother.",
        "Remember the garden I told of It's the small things that count",
    ],
)
def test_whatever_was_said_may_be_said_again(text: str):
    assert invented(text, text) == ()


def test_a_version_of_nothing_invents_every_word():
    assert invented("I sorted boxes.", "") == ("sorted", "boxes", "I sorted")
