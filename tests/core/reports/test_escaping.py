import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.reports.escaping import inline, quoted

HARMLESS = {"inline", "text", "softbreak", "hardbreak", "text_special"} | {
    f"{name}_{side}" for name in ("paragraph", "blockquote") for side in ("open", "close")
}
MARKUP = "<>[]()!*_`~|#-+=.:&;\\$@ \n\tahttps/www1"


def blocks(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def tokens(markdown: str) -> list[Token]:
    top = blocks(markdown)
    return [*top, *(child for token in top for child in token.children or ())]


def shown(markdown: str) -> str:
    """The words as a reader sees them; lines and paragraphs are set apart by a space."""
    return " ".join(
        "".join(child.content or " " for child in block.children or ())
        for block in blocks(markdown)
    )


def plain(text: str) -> list[str]:
    return re.sub("[\x00-\x08\x0e-\x1b\x7f]", "", text).split()


@given(st.one_of(st.text(), st.text(MARKUP)))
@example("one\n\ntwo\x1e\rthree")
@example("<script>alert(1)</script>")
@example("![pixel](https://evil.example/p.png)")
@example("[x]: https://evil.example")
@example("    code\n```\nfence\n```\n- item\n1. item\n1) item\n+ item")
@example("Heading\n===\n---\n# Heading\n| a | b |\n|---|---|")
@example("&lt;b&gt; <https://evil.example> \\")
def test_any_text_is_shown_as_the_text_that_it_is(text: str):
    markdown = quoted(text)

    assert {token.type for token in tokens(markdown)} <= HARMLESS
    assert plain(shown(markdown).replace("\n", " ")) == plain(text)


@given(st.text(MARKUP))
def test_text_on_one_line_stays_on_it(text: str):
    line = inline(text)

    assert "\n" not in line
    assert {token.type for token in tokens(line)} <= HARMLESS


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("see https://evil.example", "see https\\://evil.example"),
        ("www.evil.example", "www\\.evil.example"),
        (":red_circle: alarm: now", "\\:red\\_circle: alarm: now"),
        ("costs $5 and $6", "costs \\$5 and \\$6"),
        ("1. first", "1\\. first"),
        ("plain words, and a full stop.", "plain words, and a full stop."),
    ],
)
def test_what_renderers_make_of_bare_text_is_escaped_too(text: str, escaped: str):
    line = inline(text)

    assert line == escaped


def test_a_quotation_keeps_its_lines():
    markdown = quoted("one\ntwo\n\nthree", indent="  ")

    assert markdown == "  > one  \n  > two\n  >\n  > three"
