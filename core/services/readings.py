"""Documents that are being read. Pages only follow; closing one changes nothing.

A reading lives in this process, as the uploaded file does: when the process ends, both are gone,
and what was stored before is still there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from secrets import token_hex
from threading import Condition, Thread
from typing import Any

from core.documents.faults import Fault, unreadable
from core.documents.taken import OnPage, OnWait
from core.exceptions import InterviewError
from core.services.workers import Job

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.2
CLOSING_SECONDS = 5.0
MOST_KEPT = 1000
_REFERENCE = 12


class Part(StrEnum):
    """What of an interview a document becomes."""

    CV = "cv"
    JOB = "job"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a document goes. At most one is being read for each place."""

    owner_id: str
    session_id: str
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What can be known of a reading: how far it is, and in the end what became of it.

    `token` and `name` tell which document it is. `ahead` counts the documents in front of it in
    line, `pages` those that are read, `of` all pages (0: not known). `remarks` are what the
    candidate should know about the document, `error` is why it could not be read. `edition` is the
    token of the last document that was read for this place.
    """

    token: str = ""
    name: str = ""
    ahead: int = 0
    pages: int = 0
    of: int = 0
    is_over: bool = False
    remarks: tuple[str, ...] = ()
    error: InterviewError | None = None
    edition: str = ""


_NONE = Reading(is_over=True)
Progress = tuple[OnPage, OnWait]
Work = Callable[[Progress], Sequence[str]]


class Superseded(Exception):
    """Another document is to take this place, so that this one is read no further."""


class Readings:
    """Reads each document in a thread of its own, or in the caller's: as `start` does it."""

    def __init__(self, start: Callable[[Job], None]) -> None:
        self._start = start
        self._changed = Condition()
        self._latest: dict[Place, Reading] = {}
        self._at_work = 0

    def begin(self, place: Place, document: Reading, work: Work) -> None:
        """Start reading, unless the latest reading for this place is of the same document.

        `work` reads and stores it and returns remarks; it is told whom to tell how far it is.
        Another document that is being read for the same place is read no further.
        """
        with self._changed:
            known = self.at(place)
            if known.token == document.token:
                return
            self._make_room()
            self._latest[place] = replace(document, edition=known.edition)
            self._at_work += 1
            self._changed.notify_all()
        self._start(lambda: self._run(place, document.token, work))

    def at(self, place: Place) -> Reading:
        """The latest reading for this place, under way or over; an empty one if there is none."""
        return self._latest.get(place, _NONE)

    def follow(self, places: Sequence[Place]) -> Iterator[dict[Place, Reading]]:
        """How far these readings are, at least every 0.2 s, until one of them is over."""
        while now := self._under_way(places):
            yield now
            self._wait_for_news(now)

    def dismiss(self, place: Place) -> None:
        """Drop what became of a document, or stop reading it."""
        with self._changed:
            self._latest[place] = replace(_NONE, edition=self.at(place).edition)
            self._changed.notify_all()

    def close(self) -> None:
        """Stop what is being read, and wait for it for a while."""
        with self._changed:
            self._latest.clear()
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._at_work, CLOSING_SECONDS)

    def _under_way(self, places: Sequence[Place]) -> dict[Place, Reading]:
        """Empty when one of them is over."""
        now = {place: self.at(place) for place in places}
        return {} if any(reading.is_over for reading in now.values()) else now

    def _wait_for_news(self, known: dict[Place, Reading]) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._under_way([*known]) != known, LOOK_SECONDS)

    def _run(self, place: Place, token: str, work: Work) -> None:
        def told(**news: Any) -> None:
            self._tell(place, token, news)

        try:
            told(is_over=True, **_outcome(work, told, token))
        except Superseded:
            log.info("a document was replaced while it was read; what was read is dropped")
        finally:
            with self._changed:
                self._at_work -= 1
                self._changed.notify_all()

    def _tell(self, place: Place, token: str, news: dict[str, Any]) -> None:
        with self._changed:
            reading = self.at(place)
            if reading.token != token:
                raise Superseded
            self._latest[place] = replace(reading, **news)
            self._changed.notify_all()

    def _make_room(self) -> None:
        """Nobody comes back for the oldest."""
        for place, reading in list(self._latest.items())[: -MOST_KEPT + 1]:
            if reading.is_over:
                del self._latest[place]


def in_a_thread(job: Job) -> None:
    """A daemon, because a stopped server must not wait for a document."""
    Thread(target=job, name="reading", daemon=True).start()


def _outcome(work: Work, told: Callable[..., None], token: str) -> dict[str, Any]:
    """For the page: here, and only here, a bug does not crash."""
    try:
        return {"remarks": tuple(work((_on_page(told), _on_wait(told)))), "edition": token}
    except InterviewError as error:
        return {"error": error}
    except Superseded:
        raise
    except Exception:
        reference = token_hex(_REFERENCE // 2)
        log.exception("a document could not be read (reference %s)", reference)
        return {"error": unreadable(Fault.INTERNAL, reference=reference)}


def _on_page(told: Callable[..., None]) -> OnPage:
    return lambda done, total: told(pages=done, of=total)


def _on_wait(told: Callable[..., None]) -> OnWait:
    return lambda ahead: told(ahead=ahead)
