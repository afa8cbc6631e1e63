from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.documents import worker
from core.documents.faults import Fault, unreadable
from core.documents.taken import Form, Taken
from core.documents.wire import Order, Progress, Refusal, understood
from tests.files import CV, paged_pdf

ROOT = Path(__file__).parents[3]
PDF = Order(form=Form.PDF, reference="c0ffee12", seconds=15, path=tuple(sys.path))
SECRET = "what stands in the CV"


def run(code: str, sent: bytes = b"") -> bytes:
    program = f"import sys, core.documents.worker as worker\n{code}"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, input=sent, capture_output=True, check=True
    ).stdout


def test_the_pages_are_told_one_by_one_and_then_the_text():
    answered = run("worker.main()", PDF.as_line() + paged_pdf(CV, CV))

    *pages, last = map(understood, answered.splitlines())
    assert pages == [Progress(done=1, total=2), Progress(done=2, total=2)]
    assert isinstance(last, Taken)
    assert last.text.split() == CV.split() * 2


@pytest.mark.parametrize(
    ("error", "code", "cause"),
    [
        (unreadable(Fault.ENCRYPTED), "ENCRYPTED", ""),
        (MemoryError(SECRET), "TOO_COMPLEX", "MemoryError"),
        (RecursionError(SECRET), "TOO_COMPLEX", "RecursionError"),
        (KeyError(SECRET), "INTERNAL", "KeyError in test_worker.py, line "),
    ],
)
def test_every_exception_becomes_a_code_with_words(error, code, cause):
    def read() -> Taken:
        raise error

    refusal = understood(worker.outcome(PDF, read))

    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert refusal.cause.startswith(cause)
    assert "Please" in refusal.message
    assert (PDF.reference in refusal.message) == (code == "INTERNAL")
    assert SECRET not in str(refusal)


def test_a_library_that_is_missing_is_named():
    answered = run("sys.modules['pdfplumber'] = None\nworker.main()", PDF.as_line())

    refusal = understood(answered)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "INTERNAL"
    assert refusal.cause.startswith("ModuleNotFoundError")


def test_the_process_takes_its_order_its_file_and_the_servers_libraries(tmp_path):
    (tmp_path / "only_there.py").write_text("FOUND = 'found'")
    order = Order(form=Form.TXT, seconds=9, path=(str(tmp_path), *sys.path))
    code = """
        import core.documents.reading as reading, builtins
        def read(data, *_):
            import only_there
            return reading.Taken(text=only_there.FOUND + data.decode(), form="txt")
        reading.read = read
        worker.main()
    """

    answered = run("\n".join(line[8:] for line in code.splitlines()), order.as_line() + b" it")

    assert understood(answered) == Taken(text="found it", form=Form.TXT)


def test_what_a_library_prints_is_not_taken_for_an_answer():
    code = """
import os, core.documents.reading as reading
def read(*_):
    print("chatter"); sys.stdout.flush(); os.write(1, b"more chatter")
    return reading.Taken(text="the text", form="pdf")
reading.read = read
worker.main()
"""

    answered = run(code, PDF.as_line())

    assert understood(answered) == Taken(text="the text", form=Form.PDF)


def test_the_worker_takes_from_itself_what_a_cv_does_not_need():
    pytest.importorskip("resource")
    code = """
import resource, signal
worker.confine(7)
print(*(resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[0] // unit for name, unit in
        [("AS", 2**20), ("CPU", 1), ("NOFILE", 1), ("FSIZE", 1), ("CORE", 1)]), signal.alarm(0))
"""

    assert run(code).split() == [b"768", b"7", b"64", b"0", b"0", b"8"]


def test_without_limits_on_this_platform_the_worker_works_all_the_same():
    code = """
import signal
sys.modules["resource"] = None
if hasattr(signal, "alarm"):
    del signal.alarm
worker.confine(7)
print("still here")
"""

    assert run(code).strip() == b"still here"
