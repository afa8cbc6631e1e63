"""Plain text in the encodings that people's files still come in, read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.documents.txt import read_txt
from core.exceptions import UnreadableDocument
from evals.figures import Figure

SHORT = 60  # bytes


def texts() -> Iterator[tuple[str, str, str]]:
    """Language, encoding, text."""
    import tomllib

    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    for one in told["texts"]:
        for encoding in one["encodings"]:
            yield one["language"], encoding, one["text"]


def measure() -> Iterator[Figure]:
    for name, longest in {"whole texts": None, f"{SHORT} bytes": SHORT}.items():
        cases = dict(read_back(longest))
        wrong = [case for case, is_right in cases.items() if not is_right]
        label = f"TXT: {name} read right, of {len(cases)}"
        yield Figure(label, len(cases) - len(wrong), len(cases) - 1, files=wrong)


def read_back(longest: int | None = None) -> Iterator[tuple[str, bool]]:
    """Each case by name, and whether its text, or so many bytes of it, comes back as it was."""
    for language, encoding, text in texts():
        piece = fitting(text, encoding, longest) if longest else text
        yield f"{language} as {encoding}", _comes_back(piece, encoding)


def fitting(text: str, encoding: str, longest: int) -> str:
    while len(text.encode(encoding)) > longest:
        text = text[:-1]
    return text


def _comes_back(text: str, encoding: str) -> bool:
    try:
        return read_txt(text.encode(encoding)).text == text
    except UnreadableDocument:
        return False
