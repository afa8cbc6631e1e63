"""What is particular in a sentence: its numbers, its names and its tools."""

from __future__ import annotations

import re

from core.interview.skills import skill_names
from core.interview.words.numbers import numbers

NAME = r"(?<=[a-z,;]\s)[A-Z][\w+#.-]*\w"  # a capital that does not begin the sentence


def facts_in(sentence: str) -> int:
    """How many numbers, names and tools it holds."""
    names = re.findall(NAME, sentence)
    return len(numbers(sentence)) + len(names) + len(skill_names(sentence))
