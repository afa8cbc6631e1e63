"""How each kind of candidate answers. They share the good one's life; the talk is their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from evals.candidates.good import strong
from evals.candidates.hearing import Wish
from evals.candidates.life import Life
from evals.candidates.talk import Line, Reply, Sort
from evals.candidates.turn import Answer, Turn, as_we, is_request, manners

_RAMBLING = 300
_GERMAN_FROM = 3
_MOST_REQUESTS = 3
_LEADS = (2, 4, 5, 3)  # which request each life makes, when only one is made
_NONE = (1, 3, 4, 1)  # and how it says that there is no example


@dataclass(frozen=True, slots=True)
class Candidate:
    name: str
    life: Life

    def reply(self, lines: Sequence[Line]) -> Reply:
        """What they say to the last of these lines."""
        return MANNERS[self.name](Turn(self.life, tuple(lines)))


def vague(turn: Turn) -> Reply:
    said = manners()
    if turn.heard.wish is Wish.FOLLOW_UP:
        return Reply(turn.next_of(said["vague_parts"][turn.heard.part]), Sort.VAGUE)
    group = turn.heard.group if turn.heard.wish is Wish.PAST else turn.heard.wish.value
    general = [text.format(place=turn.life.place) for text in said["vague"]["any"]]
    text = _unsaid(turn, [*said["vague"].get(group, ()), *general])
    return Reply(text, Sort.GENERAL if text in general else Sort.VAGUE)


def dodging(turn: Turn) -> Reply:
    """Introduces themselves, and from then on talks about something else."""
    if turn.heard.wish is Wish.OPENING:
        return strong(turn)
    return Reply(turn.next_of(manners()["dodge"]["answers"]), Sort.DODGE)


def silent(turn: Turn) -> Reply:
    text = turn.next_of(manners()["silent"]["answers"])
    return Reply(text, Sort.EMPTY if text else Sort.SKIP)


def gibberish(turn: Turn) -> Reply:
    return Reply(turn.next_of(manners()["gibberish"]["answers"]), Sort.GIBBERISH)


def hostile(turn: Turn) -> Reply:
    said = manners()["hostile"]
    if len(turn.own) % 3 == 2:  # noqa: PLR2004 - every third time
        return Reply(turn.next_of(said["refusals"]), Sort.REFUSAL)
    return Reply(turn.next_of(said["answers"]), Sort.ABUSE)


def rambling(turn: Turn) -> Reply:
    """Begins with a story's situation, then goes astray for 300 words."""
    story = turn.new_story() if turn.heard.wish is Wish.PAST else None
    begin = story.details["situation"] if story else ""
    sentences = manners()["rambling"]["sentences"]
    start = 7 * len(turn.own) % len(sentences)
    text = begin
    for sentence in cycle(sentences[start:] + sentences[:start]):
        if len(text.split()) >= _RAMBLING:
            return Reply(text, Sort.RAMBLING)
        text = f"{text} {sentence.format(place=turn.life.place)}".strip()
    raise AssertionError("there is always another sentence")


def no_experience(turn: Turn) -> Reply:
    said, wish = manners()["no_experience"], turn.heard.wish
    if wish is Wish.FOLLOW_UP:
        return Reply(turn.next_of(said["outside"]), Sort.NO_EXAMPLE)
    if wish in {Wish.TECHNICAL, Wish.REQUIREMENT}:
        return Reply(turn.next_of(said["technical"]), Sort.UNKNOWN)
    if wish is Wish.HYPOTHETICAL:
        return Reply(turn.next_of(said["would"]), Sort.FULL)
    if wish in {Wish.OPENING, Wish.MOTIVATION}:
        return Reply(turn.fresh(said[wish.value]), Sort.FULL)
    return _asks_back(turn) or Reply(turn.next_of(said["story"]), Sort.NO_EXAMPLE)


def injecting(turn: Turn) -> Reply:
    """Every second time orders alone, else a good answer with orders in the middle of it."""
    said = manners()["injection"]
    if len(turn.own) % 2:
        text = turn.next_of(said["alone"])
        return Reply(text, Sort.ORDERS, orders=text)
    good, orders = strong(turn), turn.next_of(said["hidden"])
    first, rest = _halves(good.text)
    return Reply(f"{first} {orders} {rest}".strip(), good.sort, orders=orders)


def clarifying(turn: Turn) -> Reply:
    """Asks back on every second question about the work, three times at most; then answers."""
    asked = [said for said in turn.own if is_request(said)]
    answered = len(turn.own) - len(asked)
    may = len(asked) < _MOST_REQUESTS and not is_request(_last(turn)) and answered % 2
    return _request(turn, len(asked)) if turn.is_about_work and may else strong(turn)


def puzzled(turn: Turn) -> Reply:
    """Asks what is meant, whatever is said."""
    return _request(turn, len(turn.own))


def together(turn: Turn) -> Reply:
    """The good one's stories, told as if nobody had done anything alone."""
    told = strong(turn)
    if told.sort is Sort.STORY:
        return Reply(as_we(told.text), Sort.TEAM)
    return Reply(as_we(told.text), told.sort) if told.sort is Sort.DETAIL else told


def one_story(turn: Turn) -> Reply:
    """The same story for every question about the past."""
    if turn.heard.wish is Wish.PAST:
        return Reply(turn.life.stories[0].whole, Sort.STORY)
    return strong(turn)


def german(turn: Turn) -> Reply:
    """In English at first, then in German."""
    if len(turn.own) < _GERMAN_FROM:
        return strong(turn)
    stories = turn.life.german if turn.heard.wish is Wish.PAST else manners()["german"]["more"]
    return Reply(_unsaid(turn, [*stories, *manners()["german"]["more"]]), Sort.FULL)


def late(turn: Turn) -> Reply:
    """Weak at first; one probe brings out the whole story."""
    story = turn.new_story()
    if turn.heard.wish is Wish.PAST and story:
        texts = manners()["late"]["first"]
        text = texts[(len(turn.own) // 2 + turn.life.number) % len(texts)].format(
            subject=story.subject
        )
        return Reply(text, Sort.VAGUE)
    story = turn.last_story()
    if turn.heard.wish is Wish.FOLLOW_UP and story and story.subject in _last(turn):
        return Reply(story.whole, Sort.STORY)
    return strong(turn)


def mixed(turn: Turn) -> Reply:
    """Mostly good: one story is vague at first, one is missing, one question is not understood."""
    told = [at for at, line in enumerate(turn.lines) if not line.is_candidate and _past(turn, at)]
    if turn.heard.wish is Wish.PAST and len(told) == 2:  # noqa: PLR2004 - the second story
        return late(turn)
    if turn.heard.wish is Wish.PAST and len(told) == 3:  # noqa: PLR2004 - the third
        texts = manners()["no_experience"]["story"]
        return Reply(texts[_NONE[turn.life.number]], Sort.NO_EXAMPLE)
    requests = [said for said in turn.own if is_request(said)]
    if turn.heard.wish in {Wish.TECHNICAL, Wish.REQUIREMENT} and not requests:
        return _request(turn, _LEADS[turn.life.number])
    return late(turn) if turn.heard.wish is Wish.FOLLOW_UP else strong(turn)


MANNERS: Mapping[str, Answer] = {
    "strong": strong,
    "vague": vague,
    "dodging": dodging,
    "silent": silent,
    "gibberish": gibberish,
    "rambling": rambling,
    "hostile": hostile,
    "no_experience": no_experience,
    "injecting": injecting,
    "clarifying": clarifying,
    "puzzled": puzzled,
    "together": together,
    "one_story": one_story,
    "german": german,
    "late": late,
    "mixed": mixed,
}


def _unsaid(turn: Turn, texts: Sequence[str]) -> str:
    return turn.fresh([text.format(place=turn.life.place) for text in texts])


def _asks_back(turn: Turn) -> Reply | None:
    asks = turn.heard.wish is Wish.OWN_QUESTIONS
    return Reply(turn.fresh(turn.life.own_question), Sort.OWN_QUESTION) if asks else None


def _request(turn: Turn, number: int) -> Reply:
    texts = manners()["clarify"]["answers"]
    words = re.findall(r"[a-z]+", turn.question.lower())
    text = texts[number % len(texts)].format(word=max(words, key=len, default="that"))
    return Reply(text, Sort.CLARIFY)


def _last(turn: Turn) -> str:
    return turn.own[-1] if turn.own else ""


def _past(turn: Turn, at: int) -> bool:
    """Whether the line at this place asked for a story."""
    return Turn(turn.life, turn.lines[: at + 1]).heard.wish is Wish.PAST


def _halves(text: str) -> tuple[str, str]:
    sentences = re.split(r"(?<=[.?]) ", text)
    middle = (len(sentences) + 1) // 2
    return " ".join(sentences[:middle]), " ".join(sentences[middle:])
