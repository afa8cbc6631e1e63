from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from ui import backend

WITH_KEYS = """
import streamlit as st
from core.bootstrap import TypedKey
from pydantic import SecretStr
from ui import backend

def own(key):
    return TypedKey(provider="openai", key=SecretStr(key))

everybodys, first = backend.app(), backend.app_with([own("made-up-key-1")])
again, other = backend.app_with([own("made-up-key-1")]), backend.app_with([own("made-up-key-2")])
st.text(backend.app_with([]) is everybodys)
st.text(again is first)
st.text(other is first)
backend.forget_keys()
st.text(backend.app_with([own("made-up-key-2")]) is other)
"""


@pytest.fixture
def _fresh_caches():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.mark.usefixtures("_fresh_caches")
def test_the_app_of_a_visitors_keys_is_kept_until_they_are_forgotten(app, monkeypatch):
    monkeypatch.setattr(backend, "app", lambda: app)

    run = AppTest.from_string(WITH_KEYS, default_timeout=15).run()

    assert not run.exception
    assert [text.value for text in run.text] == ["True", "True", "False", "False"]


def test_the_version_follows_the_code(monkeypatch, tmp_path):
    (tmp_path / "core").mkdir()
    module = tmp_path / "core" / "models.py"
    module.write_text("old", encoding="utf-8")
    monkeypatch.setattr(backend, "ROOT", tmp_path)
    before = backend.code_version.__wrapped__()

    module.write_text("newer", encoding="utf-8")

    assert backend.code_version.__wrapped__() != before
