"""An answer that is too long to be followed, said in one go."""

from __future__ import annotations

from core.interview.answers.findings import Found
from core.interview.words.language import is_english
from core.models import Story

LONG = "long"
MOST_WORDS = 300  # over two minutes of speech
ROUNDED = 50


def at_length(story: Story) -> tuple[Found, ...]:
    """That the longest of its answers has more words than a listener can follow; else nothing."""
    told = (one.answer for one in story.exchanges if one.answer and is_english(one.answer))
    most = max((len(answer.split()) for answer in told), default=0)
    return (Found(LONG, about=str(ROUNDED * round(most / ROUNDED))),) if most > MOST_WORDS else ()
