from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

import pytest

from core.documents.line import Line
from core.exceptions import UnreadableDocument

SOON = 10  # seconds after which a test gives up


class Visitor:
    """Somebody who stands in line in a thread of their own, and leaves when told to."""

    def __init__(self, line: Line, came_in: Callable[[Visitor], None]) -> None:
        self.heard: SimpleQueue[int] = SimpleQueue()
        self._line = line
        self._came_in = came_in
        self._leave: SimpleQueue[None] = SimpleQueue()
        self._thread = Thread(target=self._stand)
        self._thread.start()

    def leave(self) -> None:
        self._leave.put(None)
        self._thread.join(SOON)

    def _stand(self) -> None:
        with self._line.place(self.heard.put):
            self._came_in(self)
            self._leave.get(timeout=SOON)


def test_whoever_finds_a_free_place_waits_for_nobody_and_hears_nothing():
    heard: list[int] = []

    with Line(2, 0).place(heard.append), Line(2, 0).place(heard.append):
        pass

    assert heard == []


def test_places_are_given_in_the_order_of_coming_and_everybody_hears_how_far_they_are():
    line = Line(2, SOON)
    inside: SimpleQueue[Visitor] = SimpleQueue()
    first, second = Visitor(line, inside.put), Visitor(line, inside.put)
    early = {inside.get(timeout=SOON), inside.get(timeout=SOON)}
    third = Visitor(line, inside.put)
    ahead_of_third = [third.heard.get(timeout=SOON)]
    fourth = Visitor(line, inside.put)
    ahead_of_fourth = [fourth.heard.get(timeout=SOON)]

    second.leave()
    next_in = inside.get(timeout=SOON)
    ahead_of_third.append(third.heard.get(timeout=SOON))
    ahead_of_fourth.append(fourth.heard.get(timeout=SOON))
    first.leave()
    last_in = inside.get(timeout=SOON)
    ahead_of_fourth.append(fourth.heard.get(timeout=SOON))
    third.leave()
    fourth.leave()

    assert early == {first, second}
    assert [next_in, last_in] == [third, fourth]
    assert ahead_of_third == [1, 0]
    assert ahead_of_fourth == [2, 1, 0]


def test_who_waits_too_long_is_told_to_come_back_and_is_in_nobodys_way():
    line = Line(1, 0.01)

    with line.place(), pytest.raises(UnreadableDocument) as refused, line.place():
        pass
    with line.place():
        pass

    assert refused.value.code == "BUSY"
    assert "again in a minute" in str(refused.value)


def test_who_gives_up_in_line_is_in_nobodys_way():
    line = Line(1, SOON)

    def give_up(_ahead: int) -> None:
        raise KeyboardInterrupt

    with line.place(), pytest.raises(KeyboardInterrupt), line.place(give_up):
        pass
    with line.place():
        pass
