"""What the script may do; that it does it, only a browser can show (tests/e2e/test_half_typed)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui import drafts

SCRIPT = Path(drafts.__file__).with_name("drafts.js").read_text("utf-8")


@pytest.mark.parametrize(
    "way", ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function("]
)
def test_what_was_typed_is_only_ever_a_value(way):
    assert way not in SCRIPT


def test_the_words_stay_in_their_tab():
    assert "sessionStorage" in SCRIPT
    assert not any(way in SCRIPT for way in ("localStorage", "cookie", "fetch(", "setStateValue"))
    assert SCRIPT.count("setTriggerValue(") == 1
    assert 'setTriggerValue("back", true)' in SCRIPT


def test_it_leaves_nothing_behind_on_other_pages():
    assert "listening.abort()" in SCRIPT
    assert "observer.disconnect()" in SCRIPT
