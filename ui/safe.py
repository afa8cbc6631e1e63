"""Words that we did not write, shown as the words they are.

CVs, job adverts, answers and model output go through here before `st.markdown`: nothing in them
becomes a heading, a link, an image, a formula, an icon or HTML. Plain prose passes unchanged.
"""

from __future__ import annotations

import re

JOINER = "\u2060"  # invisible and without width: it parts what Streamlit would read as one sign
_LABEL_LENGTH = 90

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_NEWLINE = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_ANYWHERE = re.compile(r"[\\`*_{}\[\]<|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SIGN = re.compile(r":(?=[\w+/:-])")
_ARROW = re.compile(r"(?<=[-<>~])(?=[-=>])")
_BULLET = re.compile(r"^([-+>=#])")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_ADDRESS = re.compile(r"(?<=www)(?=\.)|(?<=[\w.+-]@)(?=\w)", re.IGNORECASE)


def safe_markdown(text: str) -> str:
    """`text` as Markdown that shows exactly its characters, with its line breaks kept."""
    lines = _INVISIBLE.sub("", _NEWLINE.sub("\n", text)).split("\n")
    return "  \n".join(_line(line.strip()) for line in lines)


def safe_label(text: str, length: int = _LABEL_LENGTH) -> str:
    """`text` on one line and shortened, for the labels of expanders and links."""
    words = " ".join(text.split())
    short = words if len(words) <= length else words[: length - 1].rstrip() + "…"
    return safe_markdown(short)


def _line(line: str) -> str:
    escaped = _ANYWHERE.sub(r"\\\g<0>", _ARROW.sub(JOINER, line))
    escaped = _ENTITY.sub("&amp;", escaped)
    escaped = _BULLET.sub(r"\\\1", escaped)
    escaped = _NUMBER.sub(r"\1\\\2", escaped)
    escaped = _SIGN.sub(_part_sign, escaped)
    return _ADDRESS.sub(JOINER, escaped)


def _part_sign(match: re.Match[str]) -> str:
    """A joiner after the colon, except between digits, as in 10:30."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return ":" if before.isdigit() and after.isdigit() else ":" + JOINER
