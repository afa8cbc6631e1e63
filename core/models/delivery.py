"""How the answers were spoken, apart from the score: only what is worth telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.models.feedback import AnswerReview, Delivery

SPOKEN = "How you spoke (not part of the score)"
FEWEST_FILLERS, OFTEN = 3, 4.4  # fillers in an answer; half of all speakers have more in 100 words
LONG = 300  # words in one go, about two minutes
IN_A_SENTENCE = 28  # words on average, from which on a sentence is hard to follow
_WORDS, _FILLERS, _SENTENCE = "Words", "Fillers", "Words a sentence"
_MEANING = {
    _WORDS: f"More than {LONG} words take over two minutes.",
    _FILLERS: "Fillers are words such as “um” and “you know”.",
    _SENTENCE: f"Sentences of {IN_A_SENTENCE} words and more are hard to follow.",
}


def rows_of(reviews: Sequence[AnswerReview]) -> tuple[tuple[str, ...], ...]:
    """A table, with its head, of the answers in which something stands out, and of what does.

    Empty where nothing does. A column in which nothing stands out is left out.
    """
    counts = [(review, review.delivery) for review in reviews if review.delivery]
    columns = _standing_out(reviews)
    rows = [
        (str(review.number), *(_count(how, column) for column in columns))
        for review, how in counts
        if any(_stands_out(review, how))
    ]
    return (("Question", *columns), *rows) if rows else ()


def meanings(reviews: Sequence[AnswerReview]) -> str:
    """What the columns of the table are about."""
    return " ".join(_MEANING[column] for column in _standing_out(reviews))


def _standing_out(reviews: Sequence[AnswerReview]) -> list[str]:
    found = {
        column
        for review in reviews
        if review.delivery
        for column in _stands_out(review, review.delivery)
    }
    return [column for column in _MEANING if column in found]


def _stands_out(review: AnswerReview, how: Delivery) -> Iterator[str]:
    """The columns in which this answer has something to tell."""
    times = 1 if review.unaided is None else 2  # follow-up answers are counted with it
    if how.words > times * LONG:
        yield _WORDS
    if how.fillers >= FEWEST_FILLERS and 100 * how.fillers > OFTEN * how.words:
        yield _FILLERS
    if how.a_sentence >= IN_A_SENTENCE:
        yield _SENTENCE


def _count(how: Delivery, column: str) -> str:
    counts = {_WORDS: how.words, _FILLERS: how.fillers, _SENTENCE: how.a_sentence}
    return f"{counts[column]:.0f}"
