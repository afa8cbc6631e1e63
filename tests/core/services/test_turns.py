from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from core.exceptions import SessionNotFound, TurnFailed
from core.repositories.leases import Lease, LeaseRepository, TurnView
from core.services import turns
from core.services.turns import LiveTurn
from core.services.workers import ThreadWorkers
from tests.builders import OWNER, session
from tests.core.services.conftest import KEY


class Stored:
    """Stands for the final write of a turn: done once, seen by everybody."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self) -> bool:
        return bool(self.texts)

    def work(self, live: LiveTurn) -> None:
        live.show("What")
        live.show("What did you do?", "Gemini took over.")
        self.texts.append("What did you do?")


class Gate:
    """Work that shows its first words and then waits until the test lets it go on."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.stored = Stored()

    def work(self, live: LiveTurn) -> None:
        live.show("Half a")
        self.begun.set()
        self.go_on.wait(10)
        live.show("Half a question?")
        self.stored.texts.append("Half a question?")


def test_a_turn_runs_once_and_its_follower_sees_the_end(make_runner):
    runner, stored = make_runner(), Stored()

    list(runner.follow(KEY, stored.work, stored))

    assert stored.texts == ["What did you do?"]


def test_a_stored_turn_is_not_run_again(make_runner):
    runner, stored = make_runner(), Stored()
    stored.texts.append("before")

    assert list(runner.follow(KEY, stored.work, stored)) == []
    assert stored.texts == ["before"]


def test_a_second_follower_joins_the_first_ones_turn(make_runner):
    runner, gate = make_runner(threads=2), Gate()
    runner.ensure(KEY, gate.work)
    gate.begun.wait(10)

    views = runner.follow(KEY, gate.work, gate.stored)

    assert next(views) == TurnView("Half a")
    gate.go_on.set()
    assert [*views][-1] == TurnView("Half a question?")
    assert gate.stored.texts == ["Half a question?"]


def test_a_follower_that_leaves_does_not_stop_the_turn(make_runner):
    runner, gate = make_runner(threads=1), Gate()
    views = runner.follow(KEY, gate.work, gate.stored)
    next(views)

    views.close()
    gate.go_on.set()
    runner.close()

    assert gate.stored.texts == ["Half a question?"]


def test_another_process_follows_through_the_lease_and_starts_nothing(
    make_runner, database, monkeypatch
):
    monkeypatch.setattr(turns, "PULSE_SECONDS", 0.02)  # the seam is a clock of one second
    here, there, gate, twin = make_runner(threads=1), make_runner(threads=1), Gate(), Gate()
    here.ensure(KEY, gate.work)
    gate.begun.wait(10)

    views = there.follow(KEY, twin.work, gate.stored)
    seen = next(view for view in views if view.text)
    gate.go_on.set()

    assert seen == TurnView("Half a")
    assert TurnView("Half a question?") in [*views, TurnView("Half a question?")]
    assert not twin.begun.is_set()
    assert there.is_under_way(replace(KEY, number=9)) is False


def test_a_dead_processes_turn_is_taken_over(make_runner, database):
    LeaseRepository(database, life_ms=-1).acquire(Lease(KEY, "of a dead process"))
    runner, stored = make_runner(), Stored()

    list(runner.follow(KEY, stored.work, stored))

    assert stored.texts == ["What did you do?"]


def test_a_turn_whose_lease_is_lost_stops_at_its_next_word(make_runner, database, monkeypatch):
    monkeypatch.setattr(turns, "PULSE_SECONDS", 0.02)  # the seam is a clock of one second
    monkeypatch.setattr(turns, "BEAT_SECONDS", 0.0)
    runner, gate = make_runner(threads=1), Gate()
    live = runner.ensure(KEY, gate.work)
    gate.begun.wait(10)

    LeaseRepository(database).release(live.lease)
    while not live.is_lost:
        live.wait(99, 0.02)
    gate.go_on.set()
    runner.close()

    assert gate.stored.texts == []


def test_a_bug_in_a_turn_is_told_to_its_followers_and_logged(make_runner, caplog):
    def broken(_live: LiveTurn) -> None:
        raise KeyError("typo")

    runner = make_runner(threads=1)

    with pytest.raises(TurnFailed, match="Your answers are safe"):
        list(runner.follow(KEY, broken, lambda: False))

    assert "typo" in caplog.text
    assert not runner.is_under_way(KEY)


def test_after_a_bug_the_turn_can_be_tried_again_at_once(make_runner):
    def broken(_live: LiveTurn) -> None:
        raise KeyError("typo")

    runner, stored = make_runner(), Stored()
    with pytest.raises(TurnFailed):
        list(runner.follow(KEY, broken, stored))

    list(runner.follow(KEY, stored.work, stored))

    assert stored.texts == ["What did you do?"]


def test_an_interview_that_is_deleted_meanwhile_ends_its_turn_in_peace(make_runner, sessions):
    runner, gate = make_runner(threads=1), Gate()
    live = runner.ensure(KEY, gate.work)
    gate.begun.wait(10)

    sessions.delete(OWNER, session().id)
    gate.go_on.set()
    runner.close()

    assert live.over
    assert not live.failed
    with pytest.raises(SessionNotFound):
        make_runner().ensure(KEY, gate.work)


def test_a_runner_that_closes_takes_no_more_turns(make_runner):
    runner, stored = make_runner(), Stored()
    runner.close()

    with pytest.raises(TurnFailed):
        list(runner.follow(KEY, stored.work, stored))


def test_a_turn_that_nobody_wants_any_more_ends_its_followers(make_runner):
    runner, wanted = make_runner(), [True]

    def work(_live: LiveTurn) -> None:
        wanted.clear()

    assert len(list(runner.follow(KEY, work, lambda: not wanted))) <= 1


def test_a_bug_in_a_job_costs_the_thread_nothing(caplog):
    workers, done = ThreadWorkers(1), threading.Event()

    def broken() -> None:
        raise KeyError("typo")

    workers.submit(broken)
    workers.submit(done.set)

    assert done.wait(10)
    assert "a job failed" in caplog.text
    workers.close()


def test_the_pulse_goes_on_after_a_bug(make_runner, monkeypatch, caplog):
    monkeypatch.setattr(turns, "PULSE_SECONDS", 0.01)  # the seam is a clock of one second
    runner, gate, beats = make_runner(threads=1), Gate(), []

    def beat(lease: Lease, _view: TurnView) -> bool:
        beats.append(lease)
        if len(beats) == 1:
            raise KeyError("typo")
        gate.go_on.set()
        return True

    monkeypatch.setattr(runner._leases, "beat", beat)  # no row of the database makes a bug
    monkeypatch.setattr(turns, "BEAT_SECONDS", 0.0)
    runner.ensure(KEY, gate.work)

    assert gate.go_on.wait(10)

    assert "a beat failed" in caplog.text


@pytest.mark.sqlite
def test_a_busy_storage_costs_a_turn_nothing_but_a_beat(make_runner, database, data_folder, caplog):
    import sqlite3  # noqa: PLC0415 - the blocker of this one test

    runner, stored = make_runner(), Stored()
    blocker = sqlite3.connect(data_folder / "interviews.db", isolation_level=None)

    def work(live: LiveTurn) -> None:
        stored.work(live)
        blocker.execute("BEGIN IMMEDIATE")

    live = runner.ensure(KEY, work)
    blocker.execute("ROLLBACK")
    blocker.close()

    assert live.over
    assert not live.failed
    assert "expire by itself" in caplog.text


def test_jobs_beyond_the_threads_wait_in_line(make_runner):
    runner, first, second = make_runner(threads=1), Gate(), Gate()
    runner.ensure(KEY, first.work)
    first.begun.wait(10)

    runner.ensure(replace(KEY, number=2), second.work)

    assert not second.begun.is_set()
    first.go_on.set()
    second.go_on.set()
    runner.close()
    assert second.stored.texts == ["Half a question?"]
