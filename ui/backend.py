"""The app behind the pages: built once for each version of the code, shared by all visitors."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from functools import cache

import streamlit as st

from core.bootstrap import App, TypedKey, build_app, start_logging
from core.config import ROOT, load_settings

_log = logging.getLogger("core.start")
_GENERATIONS = 2  # the present one, and the one that pages begun before a new deployment still use


def app() -> App:
    return _app(code_version())


def app_with(keys: Sequence[TypedKey]) -> App:
    """The app for a visitor who has typed in these keys; it is dropped when the visitor leaves."""
    everybodys = app()
    if not keys:
        return everybodys
    return _app_with(code_version(), [key.fingerprint for key in keys], everybodys, keys)


def forget_keys() -> None:
    _app_with.clear()


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


@st.cache_resource(show_spinner=False, max_entries=1, scope="session")
def _app_with(
    version: str,  # noqa: ARG001 - what follows is not hashed; these two tell it apart
    fingerprints: Sequence[str],  # noqa: ARG001
    _app: App,
    _keys: Sequence[TypedKey],
) -> App:
    return _app.with_keys(_keys)
