"""Whether a text is English, which is all that the built-in assessor can read."""

from __future__ import annotations

from core.interview.words.remembering import remembered
from core.interview.words.tables import lexicon
from core.interview.words.text import words

MOSTLY = 0.3
ENOUGH_WORDS = 8
FEW_ENGLISH = 0.05
ACCENTED = 0.03


@remembered
def is_english(text: str) -> bool:
    """False for other scripts and for Latin text in another language. Empty text counts as English.

    Function words decide; a bare list of terms, which has none, counts as English.
    """
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return True
    foreign_letters = sum(not character.isascii() for character in letters) / len(letters)
    if foreign_letters > MOSTLY:
        return False
    found = words(text)
    english = sum(word in lexicon("english") for word in found)
    foreign = sum(word in lexicon("foreign") for word in found)
    if foreign > english:
        return False
    unknown = len(found) >= ENOUGH_WORDS and english < FEW_ENGLISH * len(found)
    return not (unknown and foreign_letters > ACCENTED)
