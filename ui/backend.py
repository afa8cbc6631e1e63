"""The app behind the pages: built once for each version of the code, shared by all visitors."""

from __future__ import annotations

import hashlib
import logging
from functools import cache

import streamlit as st

from core.bootstrap import App, build_app, start_logging
from core.config import ROOT, load_settings

_log = logging.getLogger("core.start")
_GENERATIONS = 2  # the present one, and the one that pages begun before a new deployment still use


def app() -> App:
    return _app(code_version())


@cache
def code_version() -> str:
    """Changes with the code of `core` that this process has loaded.

    Streamlit loads all modules again after a new deployment, this one and its cache included.
    """
    facts = ((path, path.stat()) for path in sorted((ROOT / "core").rglob("*.py")))
    lines = (f"{path} {stat.st_mtime_ns} {stat.st_size}" for path, stat in facts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@st.cache_resource(show_spinner="Starting…", max_entries=_GENERATIONS, on_release=App.close)
def _app(version: str) -> App:
    settings = load_settings()
    start_logging(settings)
    _log.info("Starting with code %s", version[:12])
    return build_app(settings)
