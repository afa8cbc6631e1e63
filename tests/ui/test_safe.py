from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.safe import JOINER, safe_label, safe_markdown


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("# Heading", "\\# Heading"),
        ("*a* **b** __c__", "\\*a\\* \\*\\*b\\*\\* \\_\\_c\\_\\_"),
        ("~~a~~", "\\~\\~a\\~\\~"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("![x](http://x.example/y.png)", f"!\\[x\\](http:{JOINER}//x.example/y.png)"),
        ("[click](javascript:alert(1))", f"\\[click\\](javascript:{JOINER}alert(1))"),
        ("$a$ and $$b$$", "\\$a\\$ and \\$\\$b\\$\\$"),
        (":red[a]", f":{JOINER}red\\[a\\]"),
        (":rocket:", f":{JOINER}rocket:"),
        (":material/home:", f":{JOINER}material/home:"),
        (":::note", f":{JOINER}:{JOINER}:{JOINER}note"),
        ("```mermaid", "\\`\\`\\`mermaid"),
        ("> quote", "\\> quote"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("1) item", "1\\) item"),
        ("| a | b |", "\\| a \\| b \\|"),
        ("    code", "code"),
        ("===", "\\==="),
        ("a -> b", f"a -{JOINER}> b"),
        ("&lt;b&gt; R&D", "&amp;lt;b&amp;gt; R&D"),
        ("&#58;rocket&#58;", "&amp;#58;rocket&amp;#58;"),
        ("www.evil.example", f"www{JOINER}.evil.example"),
        ("me@evil.example", f"me@{JOINER}evil.example"),
        ("\\$", "\\\\\\$"),
        ("a\u202eb\x00c", "abc"),
    ],
)
def test_hostile_text_is_shown_as_its_characters(hostile, shown):
    assert safe_markdown(hostile) == shown


@pytest.mark.parametrize(
    "prose",
    [
        "I led the team, and we cut the run from 6 hours to 40 minutes (it's true).",
        "At 10:30 we met; R&D and C# were there, too!",
        "Result: 12 % fewer errors. Why? Because of tests.",
    ],
)
def test_plain_prose_passes_unchanged(prose):
    assert safe_markdown(prose) == prose


def test_line_breaks_are_kept():
    assert safe_markdown("one\r\ntwo\n\nthree") == "one  \ntwo  \n  \nthree"


def test_a_label_stays_on_one_short_line():
    label = safe_label("word\n" * 100)

    assert "\n" not in label
    assert len(label) <= 90


@given(st.text())
def test_every_sign_of_markup_is_escaped(text):
    plain = safe_markdown(text).replace("\\\\", "")

    for sign in "`*_[]<|~${}":
        assert sign not in plain.replace(f"\\{sign}", "")
