from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from select import select
from threading import Barrier, Event, Lock
from time import monotonic

import pytest

from core.documents.isolation import Isolation, Report
from core.documents.limits import MIB
from core.documents.taken import Form, OnWait, Taken, ignore
from core.documents.wire import Order, Refusal
from tests.files import CV, cv_docx, cv_pdf, paged_pdf
from tests.makers import hostile

SOON = 20  # seconds after which a test gives up
REFERENCE = "c0ffee12"
PROCESSES = Path("/proc")

needs_signals = pytest.mark.skipif(not hasattr(os, "killpg"), reason="about POSIX signals")
needs_proc = pytest.mark.skipif(not PROCESSES.is_dir(), reason="looks at processes in /proc")


def read(data: bytes, form: Form | None = None, seconds: int = 15) -> Report:
    return Isolation().read(order_of(form, seconds), data, ignore, ignore)


def order_of(form: Form | None, seconds: int = 15) -> Order:
    return Order(form=form, reference=REFERENCE, seconds=seconds, path=tuple(sys.path))


def refused(report: Report) -> Refusal:
    assert isinstance(report.result, Refusal)
    return report.result


def text_of(report: Report) -> str:
    assert isinstance(report.result, Taken), report.result
    return report.result.text


@pytest.fixture
def instead(tmp_path, monkeypatch) -> Callable[[str], None]:
    """Start this shell script where the interpreter would be started.

    Patched, because which interpreter runs is no setting: it is always the server's own.
    """

    def put(script: str) -> None:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))

    return put


@pytest.mark.parametrize(
    ("data", "form"),
    [(cv_pdf(), Form.PDF), (cv_docx(), None), (CV.encode(), Form.TXT)],
)
def test_a_document_is_read_in_another_process_that_tells_its_peak(data, form):
    report = read(data, form)

    assert text_of(report).split() == CV.split()
    assert report.peak_bytes > MIB


@needs_signals
@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("kill -KILL $$", "INTERNAL"),
        ("exit 1", "INTERNAL"),
        ("exit 0", "INTERNAL"),
        ("cat >/dev/null; echo hello", "INTERNAL"),
        ("cat >/dev/null; echo '{\"text\": 7}'", "INTERNAL"),
        ("cat >/dev/null; cat /dev/zero", "INTERNAL"),
        ('cat >/dev/null; yes \'{"done": 1, "total": 2}\'', "INTERNAL"),
        ("kill -ABRT $$", "TOO_COMPLEX"),
        ("kill -SEGV $$", "TOO_COMPLEX"),
        ("kill -XCPU $$", "TOO_COMPLEX"),
    ],
)
def test_whatever_becomes_of_the_worker_the_candidate_gets_words(instead, script, code):
    instead(script)

    refusal = refused(read(bytes(MIB), Form.PDF))

    assert refusal.code == code
    assert "Please" in refusal.message
    assert (REFERENCE in refusal.message) == (code == "INTERNAL")


def test_a_worker_that_cannot_be_started_is_a_failure_of_ours(monkeypatch, tmp_path):
    # Patched for the same reason as above.
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))

    refusal = refused(read(CV.encode(), Form.TXT))

    assert refusal.code == "INTERNAL"
    assert refusal.cause == "FileNotFoundError"
    assert REFERENCE in refusal.message


@needs_signals
@pytest.mark.parametrize(
    "script",
    [
        "kill -STOP $$",
        "cat >/dev/null; exec sleep 600",
        "exec >&-; exec sleep 600",
        "trap '' TERM INT HUP; while :; do :; done",
    ],
)
def test_a_worker_that_does_not_end_is_ended(instead, script):
    instead(script)
    start = monotonic()

    refusal = refused(read(bytes(MIB), Form.PDF, seconds=1))

    assert refusal.code == "TOO_COMPLEX"
    assert monotonic() - start < SOON


@needs_proc
def test_what_the_worker_has_started_ends_with_it(instead, tmp_path):
    instead(f"sleep 600 & echo $! > {tmp_path}/pid; wait")

    read(b"%PDF-1.7", Form.PDF, seconds=1)

    assert ends(int((tmp_path / "pid").read_text()))


@needs_signals
def test_no_key_and_no_setting_of_the_server_reaches_the_worker(instead, tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-no-business-of-a-pdf")
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:secret@host/database")
    instead(f"env > {tmp_path}/environment; cat > {tmp_path}/told")

    read(b"%PDF-1.7", Form.PDF)

    told = (tmp_path / "environment").read_text() + (tmp_path / "told").read_text()
    assert "PATH=" in told
    assert "sk-no-business" not in told
    assert "secret" not in told


@needs_proc
def test_nothing_is_left_behind(instead):
    threads, processes, files = threading.enumerate(), children(), open_files()

    read(cv_pdf(), Form.PDF)
    read(b"%PDF-1.7 broken", Form.PDF)
    instead("exec sleep 600")
    read(bytes(MIB), Form.PDF, seconds=1)

    assert threading.enumerate() == threads
    assert children() == processes
    assert open_files() == files


@needs_proc
def test_when_the_caller_is_called_away_the_worker_goes_too():
    processes = children()

    def leave(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Isolation().read(order_of(Form.PDF), paged_pdf(CV, CV), leave, ignore)

    assert children() == processes


@needs_proc
def test_a_worker_killed_in_the_middle_is_a_failure_of_ours_and_the_next_file_is_read():
    isolation = Isolation()
    before = children()

    def kill(_done: int, _total: int) -> None:
        (worker,) = children() - before
        os.kill(int(worker), signal.SIGKILL)

    hit = isolation.read(order_of(Form.PDF), paged_pdf(*[CV] * 20), kill, ignore)
    after = isolation.read(order_of(Form.PDF), cv_pdf(), ignore, ignore)

    assert refused(hit).code == "INTERNAL"
    assert hit.peak_bytes > MIB
    assert text_of(after).split() == CV.split()


def test_of_sixteen_uploads_at_once_two_are_read_at_a_time_and_all_arrive():
    uploads = 16
    isolation, crowd = Isolation(patience=SOON), Crowd(uploads)
    pages = [paged_pdf(f"Candidate number {number}", CV) for number in range(uploads)]

    def upload(number: int) -> Report:
        crowd.gather()
        return isolation.read(order_of(Form.PDF), pages[number], crowd.stay, crowd.wait(number))

    with ThreadPoolExecutor(uploads) as pool:
        reports = list(pool.map(upload, range(uploads)))

    for number, report in enumerate(reports):
        assert text_of(report).startswith(f"Candidate number {number}\n")
    assert crowd.most_inside == 2
    assert len(crowd.heard) == uploads - 2
    assert all(heard == sorted(heard, reverse=True) for heard in crowd.heard.values())
    assert all(heard[-1] == 0 for heard in crowd.heard.values())


class Crowd:
    """Visitors who come together. Two whose turn it is stay until everybody else is in line."""

    def __init__(self, size: int) -> None:
        self.heard: dict[int, list[int]] = {}
        self.most_inside = 0
        self._size = size
        self._inside = 0
        self._start = Barrier(size)
        self._all_here = Event()
        self._lock = Lock()

    def gather(self) -> None:
        self._start.wait(SOON)

    def wait(self, number: int) -> OnWait:
        def on_wait(ahead: int) -> None:
            with self._lock:
                self.heard.setdefault(number, []).append(ahead)
                self._look_around()

        return on_wait

    def stay(self, _done: int, _total: int) -> None:
        with self._lock:
            self._inside += 1
            self.most_inside = max(self.most_inside, self._inside)
            self._look_around()
        self._all_here.wait(SOON)
        with self._lock:
            self._inside -= 1

    def _look_around(self) -> None:
        if len(self.heard) == self._size - 2 and self.most_inside >= 2:
            self._all_here.set()


@pytest.mark.parametrize(
    ("make", "codes"),
    [
        (hostile.inflating_pdf, {"TOO_COMPLEX"}),
        (hostile.thick_pdf, {"TOO_MANY_PAGES"}),
        (hostile.endless_comment_pdf, {"CORRUPT", "NO_TEXT", "TOO_COMPLEX"}),
        (hostile.inflating_docx, {"TOO_COMPLEX"}),
        (hostile.lying_docx, {"CORRUPT", "TOO_COMPLEX"}),
        (hostile.laughing_docx, {"CORRUPT"}),
        (hostile.million_runs_docx, {"TOO_COMPLEX"}),
        (hostile.deep_docx, {"CORRUPT", "TOO_COMPLEX"}),
        (hostile.crowded_docx, {"TOO_COMPLEX"}),
    ],
)
def test_a_hostile_file_is_refused_in_words_and_costs_the_server_nothing(make, codes):
    data, own = make(), resident_bytes()

    report = read(data, Form.PDF if data.startswith(b"%PDF") else None)

    assert refused(report).code in codes
    assert "Please" in refused(report).message
    assert report.peak_bytes < 1024 * MIB
    assert resident_bytes() - own < 24 * MIB


@needs_signals
@pytest.mark.parametrize("make", [hostile.busy_pdf, hostile.wordy_pdf, hostile.laughing_pdf])
def test_a_file_that_keeps_a_reader_busy_for_ever_is_refused_when_its_time_is_up(make):
    data, start = make(), monotonic()

    report = read(data, Form.PDF, seconds=1)

    assert refused(report).code == "TOO_COMPLEX"
    assert monotonic() - start < SOON


def ends(pid: int) -> bool:
    """Whether this process, which is nobody's child any more, has ended or is about to."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    with os.fdopen(process, "rb", buffering=0):
        return bool(select([process], [], [], SOON)[0])


def children() -> set[str]:
    """What this process has started and not yet reaped."""
    found: set[str] = set()
    for task in (PROCESSES / "self" / "task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended meanwhile
            found.update((task / "children").read_text().split())
    return found


def open_files() -> int:
    return len(list((PROCESSES / "self" / "fd").iterdir()))


def resident_bytes() -> int:
    if not PROCESSES.is_dir():
        return 0
    return int((PROCESSES / "self" / "statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
