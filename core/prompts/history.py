"""What has been asked and answered, for a prompt: word for word, or the older turns as gists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.models import Exchange, Kind, Role
from core.prompts.fences import cleaned, fenced
from core.prompts.gists import gist_of, is_shorter
from core.prompts.losses import answers_to, questions
from core.prompts.pieces import MARK, without_middle
from core.prompts.tokens import tokens_in

RECENT = 3  # so many turns stand word for word
LEAST_ANSWER = 1_200  # tokens of the last answer that stay in any case


@dataclass(frozen=True, slots=True)
class Telling:
    """The turns as a prompt has them. `left_out` says in words for the candidate what it lacks."""

    text: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def tokens(self) -> int:
        return tokens_in(self.text)


def word_for_word(exchanges: Sequence[Exchange], fence: str) -> Telling:
    return Telling("\n".join(_turn(exchange, fence, exchange.answer) for exchange in exchanges))


def in_short(exchanges: Sequence[Exchange], fence: str, room: int) -> Telling:
    """At most `room` tokens, if that can be: the last turns word for word, the others as gists.

    Where three turns are too many, fewer stand word for word. Where the last one alone is too long,
    its answer loses the middle, but never gets shorter than LEAST_ANSWER tokens.
    """
    for recent in range(min(RECENT, len(exchanges)), 0, -1):
        older = _gists(exchanges[:-recent], fence)
        telling = _together(older, word_for_word(exchanges[-recent:], fence))
        if telling.tokens <= room:
            return telling
    return _shortest(exchanges, fence, room)


def _shortest(exchanges: Sequence[Exchange], fence: str, room: int) -> Telling:
    """What there is room for of the last answer, and the others as gists or not at all."""
    if not exchanges:
        return Telling()
    *before, last = exchanges
    gists = _gists(before, fence)
    telling = _together(gists, _shortened(last, fence, room - gists.tokens))
    if telling.tokens <= room:
        return telling
    return _together(_nothing_of(before), _shortened(last, fence, room))


def _together(*tellings: Telling) -> Telling:
    text = "\n".join(telling.text for telling in tellings if telling.text)
    return Telling(text, tuple(words for telling in tellings for words in telling.left_out))


def _turn(exchange: Exchange, fence: str, answer: str) -> str:
    number = exchange.question.number
    asked = fenced("question", fence, exchange.question.content, number)
    for aside in exchange.asides if exchange.reply is None else ():
        name = "question" if aside.role is Role.ASSISTANT else "answer"
        asked = f"{asked}\n{fenced(name, fence, aside.content, number)}"
    if exchange.reply is None:
        return asked
    if exchange.reply.kind is Kind.SKIP:
        return f"{asked}\n(Question {number} was skipped.)"
    return f"{asked}\n{fenced('answer', fence, answer, number)}"


def _shortened(exchange: Exchange, fence: str, room: int) -> Telling:
    answer = cleaned(exchange.answer)
    most = max(LEAST_ANSWER, room - tokens_in(_turn(exchange, fence, MARK)))
    if tokens_in(answer) <= most:
        return word_for_word([exchange], fence)
    left_out = f"the middle of {answers_to([exchange.question.number])}"
    return Telling(_turn(exchange, fence, without_middle(answer, most)), (left_out,))


def _gists(exchanges: Sequence[Exchange], fence: str) -> Telling:
    """The older turns in one fence."""
    if not exchanges:
        return Telling()
    text = fenced("earlier-turns", fence, "\n".join(map(gist_of, exchanges)))
    short = [exchange.question.number for exchange in exchanges if is_shorter(exchange)]
    left_out = (f"all but the first sentence of {answers_to(short)}",) if short else ()
    return Telling(text, left_out)


def _nothing_of(exchanges: Sequence[Exchange]) -> Telling:
    numbers = [exchange.question.number for exchange in exchanges]
    return Telling("", (f"{questions(numbers)} and what you said",) if numbers else ())
