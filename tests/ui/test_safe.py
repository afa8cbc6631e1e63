from __future__ import annotations

import re
from itertools import accumulate
from unicodedata import category

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from core.ai.types import Chunk, ChunkKind
from core.services.wording import Wording
from ui.safe import safe_label, safe_markdown

APART = re.compile(r":color\[(:+|[.@=>-])\]")
SPACE = "\u00a0"  # one that Markdown keeps
STREAMLITS_OWN = re.compile(  # what Streamlit makes more of than Markdown does
    r"(?i)https?://|www\.|\S@\S|:[a-z]|:[\w+-]+:"
    r"|(?:^|\s)(?:<->|->|<-|--|>=|<=|~=)(?:\s|$)"
)
PIECES = (
    *("![", "](", "[", "]", "[^1]", "(", ")", "<", ">", "<img src=", "<!--", "http", "https"),
    *("://", "sink.example/x.png", "www", ".", "@", "me", ":", "::", ":::", ":red[", ":help"),
    *(":rocket:", ":+1:", ":100:", "10:30", ":material/home:", ":material_home:", ":streamlit:"),
    *("$", "$$", "{", "}", "`", "```mermaid", "~~~", "\\", "*", "_", "~", "|", "|---|", "&lt;"),
    *("&#58;", "&", ";", "-", "--", "->", "<-", "<->", ">=", "<=", "~=", "=", "#", "+", "1.", "2)"),
    *(":color[", " ", "\t", "\n", "\u00a0", "a", "é", "م"),
)
NOTHING_HIDDEN = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cn", "Cs")))
HOSTILE = st.lists(st.sampled_from(PIECES) | NOTHING_HIDDEN, max_size=12)


def nodes(markdown: str) -> list[str]:
    """The stretches of text that a reader of `markdown` finds, where it is nothing but text."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found = []
    for block in reader.parse(markdown):
        assert block.type in {"paragraph_open", "inline", "paragraph_close"}
        children = block.children or ()
        assert {child.type for child in children} <= {"text", "text_special", "hardbreak"}
        found += "".join(child.content or "\n" for child in children).split("\n")
    return [node for line in found for node in APART.split(line)]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("# Heading", "\\# Heading"),
        ("\ufeff# Heading", "\\# Heading"),
        ("*a* **b** __c__", "\\*a\\* \\*\\*b\\*\\* \\_\\_c\\_\\_"),
        ("~~a~~", "\\~\\~a\\~\\~"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("![x](http://x.example/y.png)", "!\\[x\\]\\(http:color[:]//x.example/y.png)"),
        ("[click](javascript:alert(1))", "\\[click\\]\\(javascript:color[:]alert(1))"),
        ("$a$ and $$b$$", "\\$a\\$ and \\$\\$b\\$\\$"),
        (":red[a]", ":color[:]red\\[a\\]"),
        (":rocket:", ":color[:]rocket:"),
        ("1:100:", "1:color[:]100:"),
        (":material/home:", ":color[:]material/home:"),
        (":::note", ":color[:::]note"),
        ("```mermaid", "\\`\\`\\`mermaid"),
        ("> quote", "\\> quote"),
        ("- item", "\\- item"),
        ("+ item", "\\+ item"),
        ("1. item", "1\\. item"),
        ("1) item", "1\\) item"),
        ("| a | b |", "\\| a \\| b \\|"),
        ("    code", f"{4 * SPACE}code"),
        ("\t- item", f"{4 * SPACE}\\- item"),
        (f"{99 * ' '}far away", f"{24 * SPACE}far away"),
        (" \n \t ", "  \n"),
        ("===", "\\==="),
        ("a -> b", "a -:color[>] b"),
        ("a <-> b", "a \\<:color[-]> b"),
        ("&lt;b&gt; R&D", "&amp;lt;b&amp;gt; R&D"),
        ("&#58;rocket&#58;", "&amp;#58;rocket&amp;#58;"),
        ("www.evil.example", "www:color[.]evil.example"),
        ("me@evil.example", "me:color[@]evil.example"),
        ("\\$", "\\\\\\$"),
        ("a\u202eb\x00c", "abc"),
        ("a\U000e0041\ud800b", "ab"),
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
        "Half-time (50/50): a 3:1 ratio, 9:05 to 17:30; ----- and then C++.",
        "Führung; 日本語の文。مرحبا بالعالم",
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


@settings(max_examples=200)
@given(HOSTILE)
@example(["a", "\n", "=", "\n", ":", "-"])
@example(["x", "@", ".", "me"])
@example([":", "(", "2)"])
def test_however_a_text_is_split_what_has_come_so_far_is_safe_and_complete(pieces):
    chunks = (Chunk(ChunkKind.TEXT, piece) for piece in pieces)

    for wording in accumulate(chunks, Wording.take, initial=Wording()):
        shown = nodes(safe_markdown(wording.words))

        assert squeezed("".join(shown)) == squeezed(wording.words)
        assert [node for node in shown if STREAMLITS_OWN.search(node)] == []


@given(st.text(st.characters()))
@example("half of a character: \ud83d")
def test_any_text_can_be_sent_to_a_browser(text):
    sent = safe_markdown(text)

    assert sent.encode().decode() == sent
    assert {sign for sign in sent if category(sign) in {"Cc", "Cs"}} <= {"\n", "\t"}


@given(HOSTILE)
def test_every_sign_of_markup_is_escaped(pieces):
    rest = APART.sub("", safe_markdown("".join(pieces)).replace("\\\\", ""))

    for sign in "`*_[]<|~${}":
        assert sign not in rest.replace(f"\\{sign}", "")
