"""The turn runner owns every model call. Pages only follow; closing one changes nothing.

A turn is worded by one worker at a time, over all tabs and processes: the holder of its lease.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from threading import Condition, Event, Lock, Thread
from time import monotonic

from core.exceptions import SessionNotFound, StorageUnavailable, TurnFailed
from core.repositories.leases import Lease, LeaseRepository, TurnKey, TurnView
from core.services.workers import Workers

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.2
PULSE_SECONDS = 1.0
BEAT_SECONDS = 5.0


class LeaseLost(Exception):
    """Another worker took this turn over, so the rest of this one's work is dropped."""


class LiveTurn:
    """The text of a turn while it is being worded in this process, for any number of followers."""

    def __init__(self, lease: Lease) -> None:
        self.lease = lease
        self._changed = Condition()
        self._view = TurnView()
        self._version = 0
        self._over = False
        self._failed = False
        self._lost = False

    def show(self, text: str, notice: str = "") -> None:
        """Replace what followers see. Raises `LeaseLost` when the turn is no longer ours."""
        with self._changed:
            if self._lost:
                raise LeaseLost("This turn has been taken over.")
            self._view = TurnView(text, notice)
            self._version += 1
            self._changed.notify_all()

    def lose(self) -> None:
        with self._changed:
            self._lost = True

    def end(self, *, failed: bool) -> None:
        with self._changed:
            self._over, self._failed = True, failed
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> tuple[int, TurnView]:
        """The newest version and view, at once if it is newer than `seen`, else after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != seen or self._over, seconds)
            return self._version, self._view

    @property
    def view(self) -> TurnView:
        return self._view

    @property
    def is_lost(self) -> bool:
        return self._lost

    @property
    def over(self) -> bool:
        return self._over

    @property
    def failed(self) -> bool:
        return self._failed


Work = Callable[[LiveTurn], None]


class TurnRunner:
    """Starts turns, keeps their leases alive, and lets pages follow them."""

    def __init__(
        self, leases: LeaseRepository, workers: Workers, new_token: Callable[[], str]
    ) -> None:
        self._leases = leases
        self._workers = workers
        self._new_token = new_token
        self._lock = Lock()
        self._live: dict[TurnKey, LiveTurn] = {}
        self._closing = False
        self._closed = Event()
        self._pulse: Thread | None = None

    def ensure(self, key: TurnKey, work: Work) -> LiveTurn | None:
        """Make sure that somebody is at work on this turn: we, or whoever holds its lease.

        Returns the live turn when it is ours. `work` streams into it and makes the final write
        under its lease. Raises `SessionNotFound`, and `TurnFailed` once we are closing.
        """
        if key in self._live:
            return self._live.get(key)
        if self._closing:
            raise TurnFailed
        lease = Lease(key, self._new_token())
        if not self._leases.acquire(lease):
            return None
        live = LiveTurn(lease)
        with self._lock:
            self._live[key] = live
        self._workers.submit(lambda: self._run(live, work))
        if not live.over:
            self._keep_alive()
        return live

    def is_under_way(self, key: TurnKey) -> bool:
        return key in self._live or self._leases.view(key) is not None

    def follow(
        self, key: TurnKey, work: Work, is_settled: Callable[[], bool]
    ) -> Iterator[TurnView]:
        """Yield the turn's text at least every 0.25 s until its result is there or not wanted.

        Takes the turn over when its holder has died. Raises `TurnFailed` when its worker met a bug.
        """
        while not is_settled():
            if key not in self._live and (view := self._leases.view(key)):
                yield view
                self._closed.wait(LOOK_SECONDS)
            elif live := self.ensure(key, work):
                yield from self._follow_here(live)

    def close(self) -> None:
        """Let the turns under way finish and stop."""
        self._closing = True
        self._workers.close()
        self._closed.set()
        if self._pulse is not None:
            self._pulse.join()

    def _follow_here(self, live: LiveTurn) -> Iterator[TurnView]:
        seen = -1
        while not live.over:
            seen, view = live.wait(seen, LOOK_SECONDS)
            yield view
        if live.failed:
            raise TurnFailed

    def _run(self, live: LiveTurn, work: Work) -> None:
        failed = False
        try:
            work(live)
        except (LeaseLost, SessionNotFound):
            log.info("a turn was taken over or its interview deleted; its result is dropped")
        except Exception:  # the end of the worker's line: followers are told, the log has it all
            failed = True
            log.exception("a turn failed: %s %s", live.lease.key.purpose, live.lease.key.number)
        finally:
            self._finish(live, failed=failed)

    def _finish(self, live: LiveTurn, *, failed: bool) -> None:
        with self._lock:
            self._live.pop(live.lease.key, None)
        try:
            self._leases.release(live.lease)
        except StorageUnavailable:
            log.warning("no storage: the lease will expire by itself")
        finally:
            live.end(failed=failed)

    def _keep_alive(self) -> None:
        with self._lock:
            if self._pulse is None:
                self._pulse = Thread(target=self._beat_until_closed, name="pulse", daemon=True)
                self._pulse.start()

    def _beat_until_closed(self) -> None:
        """Once a second show other processes what is new; every 5 s say that we are alive."""
        beaten: dict[TurnKey, tuple[float, TurnView]] = {}
        while not self._closed.wait(PULSE_SECONDS):
            with self._lock:
                turns = list(self._live.values())
            try:
                beaten = {
                    turn.lease.key: self._beat(turn, beaten.get(turn.lease.key)) for turn in turns
                }
            except Exception:  # the heart of every turn here: a bug must not stop it
                log.exception("a beat failed")

    def _beat(self, turn: LiveTurn, last: tuple[float, TurnView] | None) -> tuple[float, TurnView]:
        now, view = monotonic(), turn.view
        if last is not None and last[1] == view and now - last[0] < BEAT_SECONDS:
            return last
        try:
            if not self._leases.beat(turn.lease, view):
                turn.lose()
        except StorageUnavailable:
            log.warning("no storage: the turn's next beat is in a second")
            return last or (now - BEAT_SECONDS, view)
        return now, view
