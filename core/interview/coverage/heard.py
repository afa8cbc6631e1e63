"""What was asked and told in an interview, looked through for what the advert asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from core.interview.answers.blaming import blames
from core.interview.answers.replies import is_order
from core.interview.answers.stories import told_before
from core.interview.coverage.asking import (
    BY_PROOF,
    Put,
    aims_at,
    asks,
    asks_in_words,
    asks_outright,
    counts_as_asked,
    fills_a_gap,
    is_from,
    proof_of,
    questions_put,
    worth,
)
from core.interview.coverage.near import nearest, retold
from core.interview.coverage.requirement import Requirement, Sort
from core.interview.coverage.shown import (
    Told,
    is_about,
    largest_sum,
    names_deed,
    names_skill,
    strength,
    told,
    touches,
)
from core.interview.coverage.spoken import speaks_of
from core.interview.rating.found import OPENING
from core.interview.words.language import is_english
from core.interview.words.text import clip, sentences
from core.models import InterviewSession

LONGEST_SENTENCE = 400
MOST_ALSO = 2  # further answers that are named
SURE = 2  # how strong a sentence has to be, so that the question put for it goes before others


@dataclass(frozen=True, slots=True)
class Heard:
    """Where a requirement was asked about, and the sentence that shows it, if one does.

    `aimed` holds questions that were put because of it, in words that ask for something else.
    Without a quote `number` is that of an answer which tells own steps and does not name it.
    """

    asked: tuple[int, ...]
    quote: str = ""
    number: int = 0
    also: tuple[int, ...] = ()
    aimed: tuple[int, ...] = ()


class Interview:
    """What was asked and told, looked through for one requirement after the other."""

    def __init__(self, session: InterviewSession) -> None:
        self._questions = list(questions_put(session))
        self._told = list(_told(session))
        told = ((told_before(session, story), story.number) for story in session.stories)
        self._again = {before: number for before, number in told if before}
        self._own = [message.content for message in session.own_questions]

    def again(self, number: int) -> int:
        """The later question that got the same story as this one, or 0."""
        return self._again.get(number, 0)

    def is_asked_about(self, one: Requirement) -> bool:
        """Whether the candidate asked about it when it was their turn."""
        return any(is_about(text, one) for text in self._own)

    def names(self, one: Requirement) -> bool:
        """Whether an answer speaks of one of its skills, as done or not."""
        return any(names_skill(each, one) for each in self._told)

    def put_for_gap(self, one: Requirement) -> tuple[int, ...]:
        """The questions that were put because of it and because the CV lacks it."""
        return _numbers(question for question in self._questions if fills_a_gap(question, one))

    def told_in(self, number: int) -> tuple[str, ...]:
        """The sentences of the answer to question `number`."""
        return tuple(each.text for each in self._told if each.number == number)

    def spoken(self, one: Requirement) -> tuple[str, int]:
        """The first sentence that speaks of it as of something met, and where; empty for none."""
        found = (each for each in self._told if speaks_of(each, one))
        sentence = next(found, None)
        return (clip(sentence.text, LONGEST_SENTENCE), sentence.number) if sentence else ("", 0)

    def nearest(self, one: Requirement, *, besides: Sequence[int] = ()) -> tuple[str, int]:
        """The sentence by which an answer comes near it, and where; empty for none.

        Answers to the questions `besides` are left out.
        """
        sentence = nearest([each for each in self._told if each.number not in besides], one)
        return (clip(sentence.text, LONGEST_SENTENCE), sentence.number) if sentence else ("", 0)

    def retold(self, one: Requirement) -> tuple[str, int]:
        """The sentence in which just this was done, in other words, and where; empty for none."""
        sentence = retold(self._told, one)
        return (clip(sentence.text, LONGEST_SENTENCE), sentence.number) if sentence else ("", 0)

    def finds(self, pattern: re.Pattern[str]) -> bool:
        return any(pattern.search(each.text) for each in self._told)

    def mentions(self, one: Requirement) -> bool:
        """Whether an answer says a word of it, as done or not."""
        return any(touches(each.text, one) for each in self._told)

    def heard(self, one: Requirement, *, on_path: bool = True) -> Heard:
        """Of all answers the sentence that shows it best, the earliest of equals.

        The answer to the question that was put because of it goes before the others. Without those
        `on_path` it is no mention of whom somebody led or taught on the way here.
        """
        asked = _numbers(question for question in self._questions if asks(question, one))
        found = [pair for pair in self._found(one) if on_path or not self._is_path(pair[1], one)]
        put = _numbers(question for question in self._questions if is_from(question, one))

        def rank(pair: tuple[int, Told]) -> tuple[bool, int]:
            return pair[1].number in put and pair[0] >= SURE, pair[0]

        best, sentence = max(found, key=rank, default=(0, None))
        if not best or sentence is None:
            return self._unheard(one)
        strong = {told.number for worth, told in found if worth >= BY_PROOF}
        others = sorted(strong - {sentence.number} - set(self._again.values()))
        quote = clip(sentence.text, LONGEST_SENTENCE)
        return Heard(asked, quote, sentence.number, also=tuple(others[:MOST_ALSO]))

    def largest(self, one: Requirement) -> Heard:
        """Of the sentences that surely tell such a sum the one with the largest."""
        sure = [each for worth, each in self._found(one) if worth >= BY_PROOF]
        best = max(sure, key=lambda each: largest_sum(each.text), default=None)
        heard = self.heard(one)
        if best is None:
            return heard
        return replace(heard, quote=clip(best.text, LONGEST_SENTENCE), number=best.number)

    def _unheard(self, one: Requirement) -> Heard:
        """Only what a question's own words ask for can be said to be left out of its answer."""
        asked = _numbers(q for q in self._questions if counts_as_asked(q, one))
        telling = (q for q in self._questions if q.proof and one.sort is not Sort.TRAIT)
        lacking = (q.number for q in telling if asks_outright(q, one))
        aimed = _numbers(q for q in self._questions if aims_at(q, one))
        return Heard(asked, number=next(lacking, 0), aimed=aimed)

    def _is_path(self, said: Told, one: Requirement) -> bool:
        paths = (q.number for q in self._questions if q.style == OPENING)
        return said.number in paths and names_deed(said.text, one)

    def _found(self, one: Requirement) -> list[tuple[int, Told]]:
        """Each sentence that may show it, with how well."""
        open_ = (q for q in self._questions if not q.is_beside)
        named = set(_numbers(q for q in open_ if asks_in_words(q, one)))
        found = [(strength(each, one, asked=each.number in named), each) for each in self._told]
        proofs = ((question, proof_of(question, one)) for question in self._questions)
        found += [(worth(q, one), told(text, q.number, q.answer)) for q, text in proofs if text]
        return found


def _numbers(questions: Iterable[Put]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(question.number for question in questions))


@lru_cache(maxsize=4)  # for the map of the demands and for the advice on the CV
def interview_of(session: InterviewSession) -> Interview:
    return Interview(session)


def _told(session: InterviewSession) -> Iterator[Told]:
    """Each sentence where it was said first."""
    seen = set[str]()
    for story in session.stories:
        for exchange in story.exchanges:
            pieces = sentences(exchange.answer) if is_english(exchange.answer) else ()
            for text in pieces:
                if text not in seen and not (is_order(text) or blames(text)):
                    yield told(text, story.number, exchange.answer)
                seen.add(text)
