from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    ROOT / "streamlit_app.py",
    *sorted((ROOT / "pages").glob("*.py")),
    *sorted((ROOT / "ui").glob("*.py")),
]


IMPORTS = """
import streamlit as st
from core.bootstrap import TypedKey
from pydantic import SecretStr
from ui import state
from ui.state import Unsent
"""
KEEPING_EVERYTHING = """
state.remember_visitor_token("token")
state.remember_failure("id", "upload", "Damaged.")
state.keep_unsent(Unsent(session_id="id", number=1, text="Mine", stored="Theirs"))
state.remember_upload("id", "file")
state.once("setup", lambda: "id")
state.ask_to_confirm("id")
state.count_try("id/1")
state.keep_key(TypedKey(provider="openai", key=SecretStr("made-up-key")))
state.remember_trial("openai", "Works.", works=True)
"""
CREATING_TWICE = """
made = iter(["first", "second", "third"])
st.text(state.once("setup", lambda: next(made)))
st.text(state.once("setup", lambda: next(made)))
state.start_afresh("setup")
st.text(state.once("setup", lambda: next(made)))
"""
KEEPING_KEYS = """
for provider in ("openai", "gemini", "openai"):
    state.keep_key(TypedKey(provider=provider, key=SecretStr(f"{provider}-key"), model="m"))
kept = state.own_keys()
st.text([key.provider for key in kept])
st.text([key.key.get_secret_value() for key in kept])
st.text(kept)
state.forget_keys()
st.text(state.own_keys())
"""
TELLING_ONCE = """
state.remember_trial("openai", "Works.", works=True)
st.text(state.take_trial("openai"))
st.text(state.take_trial("openai"))
"""
FAILING_ONCE = """
try:
    state.once("setup", lambda: str(1 / 0))
except ZeroDivisionError:
    st.text(state.once("setup", lambda: "created after all"))
"""


def run_of(script: str) -> AppTest:
    return AppTest.from_string(IMPORTS + script, default_timeout=15).run()


def test_it_holds_plain_values_only():
    run = run_of(KEEPING_EVERYTHING)

    assert not run.exception
    assert json.dumps(run.session_state.to_dict())


def test_a_second_click_on_the_same_screen_creates_nothing_more():
    run = run_of(CREATING_TWICE)

    assert [text.value for text in run.text] == ["first", "first", "second"]


def test_what_could_not_be_created_is_not_remembered():
    run = run_of(FAILING_ONCE)

    assert [text.value for text in run.text] == ["created after all"]


def test_typed_keys_are_kept_in_their_order_until_they_are_forgotten():
    run = run_of(KEEPING_KEYS)

    providers, keys, shown, after = (text.value for text in run.text)
    assert providers == "['openai', 'gemini']"
    assert keys == "['openai-key', 'gemini-key']"
    assert "-key" not in shown
    assert after == "()"


def test_how_a_test_went_is_told_once():
    run = run_of(TELLING_ONCE)

    assert [text.value for text in run.text] == ["('Works.', True)", "('', False)"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_other_module_touches_the_session_state(path):
    names = {
        n.attr for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Attribute)
    }

    assert path.stem == "state" or "session_state" not in names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_module_lets_foreign_html_through(path):
    source = path.read_text("utf-8")

    assert "unsafe_allow_html" not in source
    assert "st.html" not in source
