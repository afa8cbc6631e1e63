from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from core.bootstrap import TurnView
from tests.builders import session
from ui import follow

WAITING = ":shimmer[Preparing your interview…]"


class Place:
    """Where the page draws, one picture in the place of the one before it."""

    def __init__(self) -> None:
        self.pictures: list[str] = []

    def markdown(self, picture: str) -> None:
        self.pictures.append(picture)


@pytest.fixture
def drawn(monkeypatch, request):
    """The pictures that a page draws of these views, each of them long enough in view."""
    monkeypatch.setattr(follow, "_SECONDS", 0)  # the pace is the clock's; no seam for that

    def drawn(*views):
        interviews = SimpleNamespace(follow=lambda _session: iter(views))
        page: Any = SimpleNamespace(app=SimpleNamespace(interviews=interviews))
        place: Any = Place()
        follow.draw_question(page, session(request.node.name), place)  # tries are counted by name
        return place.pictures

    return drawn


def test_a_question_that_is_taken_back_stays_until_the_next_one_takes_its_place(drawn):
    pictures = drawn(
        TurnView(),
        TurnView("Tell me of"),
        TurnView("", "OpenRouter broke off."),
        TurnView("What brought", "OpenRouter broke off."),
    )

    beside = "\n\n:small[OpenRouter broke off.]"
    words = [f"Tell me of ▌{beside}", f"What brought ▌{beside}"]
    assert pictures == [WAITING, WAITING, "Tell me of ▌", *words]


def test_what_has_come_so_far_is_made_safe_as_a_whole(drawn):
    pictures = drawn(TurnView("See http:"), TurnView("See http://sink.example"))

    assert pictures[1:] == ["See http: ▌", "See http:color[:]//sink.example ▌"]


def test_a_notice_of_several_lines_stays_small(drawn):
    [_, picture] = drawn(TurnView("", "One [broke].\n\nTwo answered."))

    assert picture == f"{WAITING}\n\n:small[One \\[broke\\]. Two answered.]"


def test_a_long_silence_is_explained_until_the_first_words(drawn, monkeypatch):
    monkeypatch.setattr(follow, "_LONG", 0)

    [_, silence, words] = drawn(TurnView(), TurnView("Tell me of"))

    assert silence == f"{WAITING}\n\n:small[{follow._PATIENCE}]"
    assert words == "Tell me of ▌"
