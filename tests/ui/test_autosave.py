"""What the script may do; that it does it, only a browser can show (tests/e2e)."""

from __future__ import annotations

from pathlib import Path

from ui import autosave

SCRIPT = Path(autosave.__file__).with_name("autosave.js").read_text("utf-8")


def test_it_presses_the_keys_that_streamlit_saves_at_and_never_moves_the_focus():
    assert "ctrlKey: true" in SCRIPT
    assert 'key: "Enter"' in SCRIPT
    assert not any(word in SCRIPT for word in ("focus(", "blur(", ".value =", "setSelectionRange"))


def test_it_waits_while_a_word_is_being_composed():
    assert "event.isComposing" in SCRIPT
    assert '"compositionend"' in SCRIPT


def test_it_leaves_nothing_behind_on_other_pages():
    assert "listening.abort()" in SCRIPT
    assert "line.disconnect()" in SCRIPT
    assert "clearTimeout(pause)" in SCRIPT
