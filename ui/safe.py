"""Words that we did not write, shown as the words they are.

CVs, job adverts, answers and model output go through here before `st.markdown`: nothing in them
becomes a heading, a link, an image, a formula, an icon or HTML. Plain prose passes unchanged, and
what is copied from the page is what was said.

A text that is still growing is made safe as a whole each time, never piece by piece: a stream may
part `![a](ht` and `tp://…` as it likes.
"""

from __future__ import annotations

import re

_LABEL_LENGTH = 90
_SPACE = "\u00a0"
_TAB = 4
_DEEPEST = 24  # spaces; a phone has room for no more
# Without a colour this is a plain span: it changes nothing on screen, and Streamlit, which reads
# its own signs and bare addresses even where they are escaped, does not read across it.
_APART = r":color[\g<0>]"

# Control characters, direction marks that reorder what is read, and signs for machines only.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
_NEWLINE = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BULLET = re.compile(r"^[-+>=#]")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_SIGN = re.compile(
    r":+(?=\S)(?!(?<=\d:)\d+(?![\w:+-]))"  # a shortcode, a directive, a scheme; but not 10:30
    r"|(?<=www)\.|(?<=\S)@(?=\S)"  # an address
    r"|(?<=[-<>~])(?<![-<=>~]{2})[-=>](?=>?(?![-<=>~]))",  # an arrow or comparison; not a ----
    re.IGNORECASE,
)


def safe_markdown(text: str) -> str:
    """`text` as Markdown that shows exactly its characters, with its line breaks kept."""
    lines = _INVISIBLE.sub("", _NEWLINE.sub("\n", text)).split("\n")
    return "  \n".join(_indent(line) + _line(line.strip()) for line in lines)


def safe_label(text: str, length: int = _LABEL_LENGTH) -> str:
    """`text` on one line and shortened, for the labels of expanders and links."""
    words = " ".join(text.split())
    short = words if len(words) <= length else words[: length - 1].rstrip() + "…"
    return safe_markdown(short)


def _indent(line: str) -> str:
    """What stands before the words, so that code keeps its shape; Markdown drops plain spaces."""
    spread = line.expandtabs(_TAB).rstrip()
    return _SPACE * min(len(spread) - len(spread.lstrip()), _DEEPEST)


def _line(line: str) -> str:
    escaped = _ANYWHERE.sub(r"\\\g<0>", line)
    escaped = _ENTITY.sub("&amp;", escaped)
    escaped = _BULLET.sub(r"\\\g<0>", escaped)
    escaped = _NUMBER.sub(r"\1\\\2", escaped)
    return _SIGN.sub(_APART, escaped).replace("](", r"]\(")  # no link by accident
