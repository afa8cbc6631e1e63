"""Several operating-system processes on one database file, some of them killed with -9."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from core.models import Kind
from core.repositories.database import Database
from core.repositories.rows import LeaseRow
from tests.builders import OWNER
from tests.core.services.test_interviews import STORY, started
from tests.fakes.openai_server import ScriptedOpenAI, delta, plays_along, sends, usage
from tests.fakes.replies import Hold

ROOT = Path(__file__).parent.parent.parent.parent
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def model() -> Iterator[ScriptedOpenAI]:
    with ScriptedOpenAI(otherwise=plays_along) as model:
        yield model


@pytest.fixture
def interview(app) -> str:
    """An interview whose first question is open, made by the process of the tests."""
    return started(app).id


@pytest.fixture
def start(data_folder, database_url, interview, model) -> Iterator[Start]:
    """Starts a process that does one step on the interview, led by the scripted model."""
    processes = []
    environment = os.environ | {
        "OPENROUTER_API_KEY": "sk-or-v1-made-up",
        "OPENROUTER_BASE_URL": model.url,
        "DATABASE_URL": database_url,
    }

    def start(*step: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.core.services.process", str(data_folder), interview]
        process = subprocess.Popen(
            [*command, *step], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def held(hold: Hold):
    return sends(
        delta("Tell me about the labels and about the "),
        delta("pharmacist. "),
        hold,
        delta("What then?"),
        delta(finish="stop"),
        usage(),
    )


def first_text(process: subprocess.Popen[str]) -> str:
    """What the process shows first of the turn that it follows."""
    for line in process.stdout or ():
        if text := json.loads(line).get("text"):
            return text
    raise AssertionError("the process ended without showing a text")


def let_leases_expire(database: Database) -> None:
    """As if the 15 seconds of a dead process's lease had passed."""
    with database.writing.begin() as db:
        db.execute(update(LeaseRow).values(expires_ms=0))


def kinds(app, interview: str) -> list[str]:
    return [message.kind for message in app.sessions.get_session(OWNER, interview).messages]


def test_a_process_killed_while_a_model_speaks_loses_no_answer(
    app, database, interview, model, start
):
    hold = Hold()
    model.then(held(hold))
    first = start("answer", "1", STORY)
    assert hold.reached.wait(20)

    first.send_signal(signal.SIGKILL)
    first.wait(20)
    let_leases_expire(database)
    second = start("follow")
    second.wait(30)

    assert kinds(app, interview) == [Kind.QUESTION, Kind.ANSWER, Kind.QUESTION]
    assert app.sessions.get_session(OWNER, interview).messages[1].content == STORY


def test_two_processes_that_get_the_same_answer_ask_one_question(app, interview, model, start):
    both = [start("answer", "1", STORY), start("answer", "1", STORY)]

    for process in both:
        process.wait(30)

    assert [process.returncode for process in both] == [0, 0]
    assert kinds(app, interview) == [Kind.QUESTION, Kind.ANSWER, Kind.QUESTION]
    assert len(model.requests) == 1


def test_another_process_follows_the_words_as_they_come(app, interview, model, start):
    hold = Hold()
    model.then(held(hold))
    leader = start("answer", "1", STORY)
    assert hold.reached.wait(20)

    follower = start("follow")
    seen = first_text(follower)
    hold.released.set()
    leader.wait(30)
    follower.wait(30)

    assert seen.startswith("Tell me")
    assert len(model.requests) == 1
    assert app.sessions.get_session(OWNER, interview).open_question.content.endswith("What then?")


def test_a_process_that_wakes_up_too_late_does_not_overwrite_the_new_question(
    app, database, interview, model, start
):
    hold = Hold()
    model.then(held(hold))
    sleeper = start("answer", "1", STORY)
    assert hold.reached.wait(20)
    sleeper.send_signal(signal.SIGSTOP)
    let_leases_expire(database)
    start("follow").wait(30)
    asked = app.sessions.get_session(OWNER, interview).messages

    sleeper.send_signal(signal.SIGCONT)
    hold.released.set()
    sleeper.wait(30)

    assert app.sessions.get_session(OWNER, interview).messages == asked
    assert len(asked) == 3
