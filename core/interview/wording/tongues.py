"""Which language a question is in, as far as that is certain."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from core.interview.words.tables import table
from core.interview.words.text import words

ENOUGH_LETTERS = 10
ENOUGH_WORDS = 3
TIMES = 4
FEW = 0.2
MOSTLY = 0.5
_SCRIPTS = {"ar": "ARABIC", "hi": "DEVANAGARI", "uk": "CYRILLIC"}
_KANA = r"[\u3040-\u30ff]"
_CHINESE = r"[\u3400-\u9fff]"
_QUOTED = r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|「[^」]*」|『[^』]*』"


def is_in_another(text: str, language: str) -> bool:
    """True where a question is plainly not in this language. What is quoted in it does not count.

    Scripts decide, and small words that only one language has. A language that we have no small
    words of is taken to be right.
    """
    own = re.sub(_QUOTED, " ", text)
    letters = [letter for letter in own if letter.isalpha()]
    if len(letters) < ENOUGH_LETTERS:
        return False
    if language in _SCRIPTS:
        return _share(letters, _SCRIPTS[language]) < FEW
    if language in ("ja", "zh"):
        return _is_not_eastern(own, language)
    return _share(letters, "LATIN") < MOSTLY or _is_other_latin(own, language)


def is_mostly_in(text: str, language: str) -> bool:
    """Whether a long text has at least as many small words of this language as of any other."""
    counts = _counts(text)
    return counts.get(language, 0) >= max(1, *counts.values())


def _share(letters: list[str], script: str) -> float:
    own = sum(unicodedata.name(letter, "").startswith(script) for letter in letters)
    return own / len(letters)


def _is_not_eastern(text: str, language: str) -> bool:
    kana, chinese = (len(re.findall(script, text)) for script in (_KANA, _CHINESE))
    if kana + chinese < ENOUGH_WORDS:
        return True
    return kana >= ENOUGH_WORDS if language == "zh" else not kana and chinese >= ENOUGH_LETTERS


def _is_other_latin(text: str, language: str) -> bool:
    counts = _counts(text)
    if language not in counts:
        return False
    return max(counts.values()) >= max(ENOUGH_WORDS, TIMES * counts[language])


def _counts(text: str) -> dict[str, int]:
    """How many words each language alone can claim."""
    found = words(text)
    return {code: sum(word in own for word in found) for code, own in _small_words().items()}


@cache
def _small_words() -> dict[str, frozenset[str]]:
    """Small words that no other of our languages has."""
    lists = {
        code: frozenset(entry["words"])
        for code, entry in table("wording").items()
        if "words" in entry
    }
    return {
        code: own.difference(*(other for name, other in lists.items() if name != code))
        for code, own in lists.items()
    }
