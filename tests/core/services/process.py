"""One process of the app, for tests that kill it: `python -m tests.core.services.process ...`.

It does one step on an existing interview and prints each view of the turn as a line of JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.models import Stage
from tests.builders import OWNER


def main(data_folder: str, session_id: str, step: str, *words: str) -> None:
    app = build_app(TestSettings(data_folder=Path(data_folder), turn_workers=2))
    if step == "answer":
        number, text = words
        app.interviews.submit_answer(OWNER, session_id, int(number), text)
    _follow(app, session_id)


def _follow(app: App, session_id: str) -> None:
    session = app.interviews.resume(OWNER, session_id)
    if session.stage is Stage.ASKING:
        for view in app.interviews.follow(session):
            print(json.dumps({"text": view.text}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
