from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from core.exceptions import SessionNotFound
from core.services import readings as module
from core.services.readings import Part, Place, Reading, Readings, in_a_thread
from tests.builders import OWNER

CV = Place(owner_id=OWNER, session_id="s" * 20, part=Part.CV)
JOB = Place(owner_id=OWNER, session_id="s" * 20, part=Part.JOB)
FIRST = Reading(token="first", name="first.pdf")
SECOND = Reading(token="second", name="second.pdf")
SOON = 10


@pytest.fixture
def readings() -> Iterator[Readings]:
    readings = Readings(in_a_thread)
    yield readings
    readings.close()


class Slow:
    """Work that tells how far it is, and goes on when the test says so."""

    def __init__(self) -> None:
        self.reached, self.go_on, self.ended = Event(), Event(), Event()

    def __call__(self, progress) -> tuple[str, ...]:
        on_page, on_wait = progress
        try:
            on_wait(1)
            on_wait(0)
            on_page(1, 3)
            self.reached.set()
            assert self.go_on.wait(SOON)
            on_page(2, 3)
        finally:
            self.ended.set()
        return ("Please check.",)


@pytest.fixture
def slow() -> Iterator[Callable[[], Slow]]:
    made: list[Slow] = []

    def make() -> Slow:
        made.append(Slow())
        return made[-1]

    yield make
    for work in made:
        work.go_on.set()


def over(readings: Readings, place: Place = CV) -> Reading:
    """What became of it, once it is over."""
    for _ in readings.follow([place]):
        pass
    return readings.at(place)


def test_where_nothing_was_begun_there_is_nothing_to_follow(readings):
    assert readings.at(CV).is_over
    assert list(readings.follow([CV])) == []


def test_whoever_looks_sees_how_far_it_is(readings, slow):
    work = slow()
    readings.begin(CV, FIRST, work)
    assert work.reached.wait(SOON)

    told = next(readings.follow([CV]))[CV]

    assert (told.name, told.pages, told.of, told.ahead, told.is_over) == (
        *("first.pdf", 1, 3, 0),
        False,
    )


def test_in_the_end_it_is_known_what_became_of_it(readings, slow):
    work = slow()
    readings.begin(CV, FIRST, work)
    work.go_on.set()

    reading = over(readings)

    assert reading.is_over
    assert reading.remarks == ("Please check.",)
    assert reading.edition == "first"
    assert reading.error is None


def test_the_same_document_is_not_read_twice_neither_under_way_nor_over(readings, slow):
    work, again = slow(), slow()
    readings.begin(CV, FIRST, work)
    readings.begin(CV, FIRST, again)
    work.go_on.set()
    over(readings)

    readings.begin(CV, FIRST, again)

    assert readings.at(CV).is_over
    assert not again.reached.is_set()


def test_another_document_for_the_same_place_takes_over(readings, slow):
    work, other = slow(), slow()
    readings.begin(CV, FIRST, work)
    assert work.reached.wait(SOON)

    readings.begin(CV, SECOND, other)
    work.go_on.set()
    other.go_on.set()

    assert over(readings).token == "second"
    assert work.ended.wait(SOON)
    assert readings.at(CV).edition == "second"


def test_what_was_replaced_is_read_no_further(readings, slow):
    work, other = slow(), slow()
    finished = []

    def whole(progress):
        work(progress)
        finished.append("first")
        return ()

    readings.begin(CV, FIRST, whole)
    assert work.reached.wait(SOON)

    readings.begin(CV, SECOND, other)
    work.go_on.set()

    assert work.ended.wait(SOON)
    assert finished == []


def test_two_places_are_followed_together_until_one_is_over(readings, slow):
    cv, job = slow(), slow()
    readings.begin(CV, FIRST, cv)
    readings.begin(JOB, SECOND, job)
    both = readings.follow([CV, JOB])
    assert set(next(both)) == {CV, JOB}

    job.go_on.set()
    list(both)

    assert readings.at(JOB).is_over
    assert not readings.at(CV).is_over


def test_an_expected_failure_is_told(readings):
    def fail(_progress):
        raise SessionNotFound

    readings.begin(CV, FIRST, fail)

    reading = over(readings)

    assert isinstance(reading.error, SessionNotFound)
    assert reading.edition == ""


def test_a_bug_is_logged_and_told_without_its_words(readings, caplog):
    def fail(_progress):
        raise KeyError("words of a CV")

    readings.begin(CV, FIRST, fail)

    error = over(readings).error

    assert "failed on our side" in str(error)
    assert "words of a CV" not in str(error)
    assert "could not be read (reference" in caplog.text


def test_a_failure_leaves_the_edition_that_is_in_use(readings, slow):
    work = slow()
    work.go_on.set()
    readings.begin(CV, FIRST, work)
    over(readings)

    def fail(_progress):
        raise SessionNotFound

    readings.begin(CV, SECOND, fail)

    assert over(readings).edition == "first"


def test_what_is_dismissed_is_not_told_again_and_may_be_read_again(readings, slow):
    def fail(_progress):
        raise SessionNotFound

    readings.begin(CV, FIRST, fail)
    over(readings)
    readings.dismiss(CV)
    assert readings.at(CV).error is None

    work = slow()
    work.go_on.set()
    readings.begin(CV, FIRST, work)

    assert over(readings).edition == "first"


def test_dismissing_what_is_under_way_ends_it_for_everybody(readings, slow):
    work = slow()
    readings.begin(CV, FIRST, work)
    assert work.reached.wait(SOON)

    readings.dismiss(CV)
    work.go_on.set()

    assert list(readings.follow([CV])) == []
    assert work.ended.wait(SOON)
    assert readings.at(CV).edition == ""


def test_closing_waits_until_nobody_is_at_work(slow):
    readings = Readings(in_a_thread)
    work = slow()
    readings.begin(CV, FIRST, work)
    assert work.reached.wait(SOON)
    work.go_on.set()

    readings.close()

    assert work.ended.is_set()


def test_what_is_over_is_not_kept_for_ever(monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    readings = Readings(lambda job: job())
    places = [Place(owner_id=OWNER, session_id=str(number), part=Part.CV) for number in range(5)]

    for place in places:
        readings.begin(place, FIRST, lambda _progress: ())

    assert [bool(readings.at(place).token) for place in places] == [False] * 2 + [True] * 3
