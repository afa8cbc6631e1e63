"""The fake as a process, the way tests in a browser start it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

ROOT = Path(__file__).resolve().parents[2]
PROMPT = (
    "<job id=a1>\nNurse\n</job id=a1>\n"
    "<job-description id=a1>\nWe need.\n</job-description id=a1>\n"
    "<cv id=a1>\nMina, nurse.\n</cv id=a1>\n"
    "<question id=a1 number=1>\nWhat?\n</question id=a1>\n"
    "<answer id=a1 number=1>\nI led a ward of twelve beds for years.\n</answer id=a1>\n"
    "<planned-question id=a1>\nWhat came of it?\nWhy: so.\n</planned-question id=a1>"
)


@contextmanager
def running(*arguments: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "tests.fakes.openai_server", "--port", str(port), *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().startswith("ready")
        yield f"http://127.0.0.1:{port}"
        process.terminate()


def post(url: str, prompt: str = PROMPT, **more: object) -> httpx2.Response:
    body = {"messages": [{"role": "user", "content": prompt}], **more}
    return httpx2.post(f"{url}/v1/chat/completions", json=body)


def content_of(answer: httpx2.Response) -> Any:
    return answer.json()["choices"][0]["message"]["content"]


def test_it_words_the_planned_question_and_judges_what_was_said():
    with running() as url:
        asked = content_of(post(url))
        judgement = json.loads(content_of(post(url, response_format={"type": "json_object"})))
        seen = httpx2.get(f"{url}/requests").json()

    assert asked == "Number 2: What came of it?"
    assert judgement["answers"][0]["number"] == 1
    assert judgement["answers"][0]["strengths"][0]["quote"] == "I led a ward of twelve"
    assert "Mina, nurse." in seen[0]["body"]["messages"][0]["content"]
    assert len(seen) == 2


def test_a_prompt_without_its_fences_is_refused():
    with running() as url:
        answer = post(url, prompt="Ask me.")

    assert answer.status_code == 422
    assert "missing: job, job-description, cv" in answer.text


def test_a_script_is_said_first(tmp_path):
    script = tmp_path / "script.json"
    script.write_text(json.dumps(["First?"]), encoding="utf-8")

    with running("--script", str(script)) as url:
        said = post(url, stream=True).text

    assert "First?" in said
    assert said.endswith("data: [DONE]\n\n")
