"""How easily a sentence reads: the grade of Flesch and Kincaid, by a formula of a few lines.

A library would bring dictionaries and a language model's tokenizer for the same sum; the syllables
of short English sentences can be counted by their vowels, a few endings apart.
"""

from __future__ import annotations

import re

_WORD = r"[A-Za-z']+"
_END = r"[.?!](?:\s|$|[”\"])"
_VOWELS = r"[aeiouy]+"
_SILENT = r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouydt]ed$|[^aeiouycgsxz]es$"


def grade(text: str) -> float:
    """The years of schooling that the text asks for; a slot such as {skill} counts as a word.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
    """
    found = re.findall(_WORD, text)
    sentences = max(1, len(re.findall(_END, text)))
    return 0.39 * len(found) / sentences + 11.8 * sum(map(_syllables, found)) / len(found) - 15.59


def _syllables(word: str) -> int:
    lowered = word.lower().replace("'", "")
    silent = 1 if re.search(_SILENT, lowered) else 0
    return max(1, len(re.findall(_VOWELS, lowered)) - silent)
