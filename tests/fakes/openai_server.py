"""A scripted OpenAI-compatible server: POST /v1/chat/completions, streaming and whole.

It also runs as a process, for tests in a browser:
`python -m tests.fakes.openai_server --port 8123 [--script replies.json]`. The script is a list of
texts, which are streamed in order; after them, or without a script, it plays the interviewer. It
prints "ready" when it listens, and `GET /requests` shows what it has been asked.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.fakes.interviewer import missing_from, play
from tests.fakes.replies import Frame, Reply, refuses
from tests.fakes.server import Received, ScriptedServer

MODEL = "served-model"
DONE = b"data: [DONE]\n\n"


class ScriptedOpenAI(ScriptedServer):
    root = "/v1"


def event(data: object) -> bytes:
    return b"data: " + json.dumps(data).encode() + b"\n\n"


def delta(text: str | None = None, finish: str | None = None) -> bytes:
    content = {} if text is None else {"content": text}
    return chunk([{"index": 0, "delta": content, "finish_reason": finish}])


def chunk(choices: list[Any] | None, **more: object) -> bytes:
    head = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": MODEL}
    return event({**head, "choices": choices, **more})


def usage(prompt_tokens: int = 11, completion_tokens: int = 7) -> bytes:
    total = prompt_tokens + completion_tokens
    counts = {"prompt_tokens": prompt_tokens, "completion_tokens": completion_tokens}
    return chunk([], usage={**counts, "total_tokens": total})


def says(text: str, finish: str | None = "stop") -> Reply:
    """A whole reply, word by word; with `finish=None` it stops without a reason."""
    ending = [delta(finish=finish), usage()] if finish else []
    return Reply(frames=(*_words(text), *ending, DONE))


def breaks(text: str, ending: Frame) -> Reply:
    """A reply that begins with this text and then ends badly, or goes silent."""
    return Reply(frames=(*_words(text), ending))


def sends(*frames: Frame) -> Reply:
    return Reply(frames=frames)


def whole(text: str, finish: str = "stop") -> Reply:
    """A reply in one piece, as a server sends it that cannot stream."""
    message = {"role": "assistant", "content": text}
    body = {"model": MODEL, "choices": [{"index": 0, "message": message, "finish_reason": finish}]}
    return Reply(content_type="application/json", frames=(json.dumps(body).encode(),))


def _words(text: str) -> tuple[bytes, ...]:
    return tuple(delta(word) for word in re.findall(r"\s*\S+\s*", text))


def plays_along(received: Received) -> Reply:
    """What a well-behaved model would say; 422 names what is missing from the prompt."""
    missing = missing_from(received.body)
    if missing:
        return refuses(422, {"error": {"message": f"missing: {', '.join(missing)}"}})
    text = play(received.body)
    return says(text) if received.body.get("stream") else whole(text)


def main(arguments: Sequence[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--script", type=Path)
    chosen = options.parse_args(arguments)
    texts = json.loads(chosen.script.read_text(encoding="utf-8")) if chosen.script else []
    script = [says(text) for text in texts]
    server = ScriptedOpenAI(*script, otherwise=plays_along, port=chosen.port)
    sys.stdout.write(f"ready at {server.url}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
