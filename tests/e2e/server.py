"""The real app as an operating-system process, as `make run` starts it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from threading import Event

ROOT = Path(__file__).parent.parent.parent
START_SECONDS = 30


class Server:
    """One `streamlit run` on one data folder. Settings are given as environment variables."""

    def __init__(self, data_folder: Path, address: str = "127.0.0.1", **settings: str) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = data_folder
        self.log = data_folder / f"server-{self.port}.log"
        self._address = address
        self._environment = {
            **{name: value for name, value in os.environ.items() if _is_neutral(name)},
            "DATA_FOLDER": str(data_folder),
            "ENV_FILE": os.devnull,
            "AI_IDLE_SECONDS": "60",  # a reply that a test holds back outlasts a slow machine
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Server:
        command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
        options = {
            "server.address": self._address,
            "server.port": str(self.port),
            "server.headless": "true",
            "server.fileWatcherType": "none",
        }
        flags = [part for name, value in options.items() for part in (f"--{name}", value)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *flags], cwd=ROOT, env=self._environment, stdout=log, stderr=log
            )
        self._wait_until_healthy()
        return self

    def kill(self) -> None:
        """As a crash or a power cut would: no goodbye."""
        self._end(signal.SIGKILL)

    def hangs(self) -> None:
        """It takes what is sent and does nothing with it, until it is killed."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own address
                return bool(answer.read() == b"ok")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def _wait_until_healthy(self) -> None:
        moment = Event()
        for _ in range(START_SECONDS * 20):
            if self.is_healthy():
                return
            moment.wait(0.05)
        raise AssertionError(f"no server after {START_SECONDS} s: {self.log.read_text()}")

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(20)
            self._process = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_neutral(name: str) -> bool:
    return not name.endswith(("_API_KEY", "_BASE_URL", "_MODEL")) and name not in {
        *("ACCESS", "ACTIVE_PROVIDERS", "APP_ENV", "DATABASE_URL", "SECRET_KEY"),
    }
