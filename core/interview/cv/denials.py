"""Denials such as "that has never happened to me", against what was told or stands in the CV.

Silent when unsure: the earlier sentence has to tell all that is denied, as something that was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.interview.answers.acts import OWN_ACT
from core.interview.answers.denying import is_smaller, says_never
from core.interview.answers.replies import is_order
from core.interview.reading.entries import begins_with_verb
from core.interview.reading.history import History
from core.interview.words.language import is_english
from core.interview.words.meaning import events_in, has_event, root, roots, task_roots
from core.interview.words.patterns import regex
from core.interview.words.text import sentences
from core.models import Clash, InterviewSession

LONGEST_QUOTE = 240
FEWEST = 2  # kinds of event and people, or words, that both have
_NEVER = regex(
    r"\bI(?:['\u2019]ve|\s+have)?\s+never\s+(?:yet\s+)?"
    r"(?P<met>had\s+to\s+deal\s+with\s+|had\s+to\s+|dealt\s+with\s+|had\s+|met\s+|seen\s+|made\s+)?"
    r"(?P<what>[a-z][^.,;!?]{5,80})"
)
_NOT_SO = regex(
    r"(?i)\b(?:not|never|no|nobody|none|without|if|could|should|might|imagine|want|hope|avoid\w*"
    r"|prevent\w*|usually|always|often|sometimes)\b|n['\u2019]t\b"
)
_IN_ANSWER = (
    "An interviewer notices that, and answer {} holds an example: tell that one when you are asked."
)
_FULLER = (
    "An interviewer notices that. Answer {} tells of it most fully: tell that one when you are "
    "asked."
)
_OF_CLAIM = (
    "An interviewer notices that: whoever is good at it is asked when it was. Have one case of it "
    "ready."
)
_IN_CV = (
    "An interviewer who has read your CV notices that, and the line holds an example: "
    "tell that one when you are asked."
)
# What somebody says they are good at, which is no example of it.
_CLAIM = regex(
    r"\bI(?:\s+am|['\u2019]m)\s+(?:\w+\s+)?(?:good|best|strong|strongest|experienced|used\s+to)\b"
    r"|\b[Mm]y\s+(?:\w+\s+)?strengths?\b"
)
_NO_EVENT = regex(r"(?i)\b(?:good|best|great)\s+at\b|\bI(?:\s+would|['\u2019]d)\s+(?!be\b|been\b)")
_FIRST_PERSON = regex(r"(?i)\b(?:I|me|my|we|us|our)\b")


@dataclass(frozen=True, slots=True)
class _Denied:
    """`kinds` and `words` are what has never been, by the denial or by its question."""

    kinds: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the answer to question `number`, or with 0 a line of the CV."""

    text: str
    number: int


def denial_clashes(
    session: InterviewSession, history: History, pointed: Mapping[int, int]
) -> Iterator[Clash]:
    """Both quotes stand verbatim in their source.

    `pointed` are the answers that the feedback points to, by the question: the same is named here.
    """
    before = [_Told(line.text, 0) for line in history.lines if begins_with_verb(line.text)]
    for story in session.stories:
        said = list[_Told]()
        for exchange in story.exchanges:
            pieces = sentences(exchange.answer) if is_english(exchange.answer) else []
            for text in pieces:
                denied = _denied(text, exchange.question.content)
                if denied:
                    yield from _against(_Told(text, story.number), denied, before, pointed)
            said += [_Told(text, story.number) for text in pieces]
        before += said


def _against(
    said: _Told, denied: _Denied, before: Sequence[_Told], pointed: Mapping[int, int]
) -> Iterator[Clash]:
    """To be good at what has never been is the plainest contradiction and goes first."""
    claim = next((one for one in before if _is_claimed(one, denied)), None)
    example = next((one for one in before if _is_told(one, denied)), None)
    if against := claim or example:
        number = example.number if example else None
        there = pointed.get(said.number, number)
        is_other = claim is None and against.number not in (0, there)
        yield _clash(said, against, there, _FULLER if is_other else _IN_ANSWER)


def _denied(text: str, question: str) -> _Denied | None:
    if len(text) > LONGEST_QUOTE or is_smaller(text) or is_order(text):
        return None
    if match := _NEVER.search(text):
        if says_never(text):
            return _enough(_Denied(events_in(question), frozenset()))
        kinds = events_in(match["what"]) if match["met"] else frozenset[str]()
        return _enough(_Denied(kinds, roots(match["what"])))
    if says_never(text):
        return _enough(_Denied(events_in(question), frozenset()))
    return None


def _enough(denied: _Denied) -> _Denied | None:
    """A denial that says of what; of a question its kinds of event have to say so."""
    is_event = has_event(denied.kinds) and len(denied.kinds) >= FEWEST
    is_named = len(denied.words) >= FEWEST and bool(denied.words & task_roots())
    return denied if is_event or is_named else None


def _is_claimed(one: _Told, denied: _Denied) -> bool:
    """Whether somebody says they are good at all of it."""
    if len(one.text) > LONGEST_QUOTE or not one.number or _NOT_SO.search(one.text):
        return False
    claim = _CLAIM.search(one.text)
    return bool(claim and has_event(denied.kinds) and _is_of(denied, one.text[claim.end() :]))


def _is_of(denied: _Denied, text: str) -> bool:
    return len(denied.kinds) >= FEWEST and denied.kinds <= events_in(text)


def _is_told(one: _Told, denied: _Denied) -> bool:
    """All of it in one sentence, told of oneself as something that was."""
    if len(one.text) > LONGEST_QUOTE or _NOT_SO.search(one.text) or one.text.endswith("?"):
        return False
    if _CLAIM.search(one.text) or _NO_EVENT.search(one.text):
        return False
    if one.number and not _FIRST_PERSON.search(one.text):
        return False
    if has_event(denied.kinds) and _is_of(denied, one.text):
        return True
    own = re.findall(OWN_ACT, one.text) if one.number else one.text.lower().split()[:1]
    is_own = bool(denied.words & task_roots() & {root(verb.lower()) for verb in own})
    return is_own and len(denied.words) >= FEWEST and denied.words <= roots(one.text)


def _clash(said: _Told, against: _Told, example: int | None, words: str) -> Clash:
    source = f"In question {against.number} you said" if against.number else "Your CV says"
    text = f"{source} “{against.text}”; in question {said.number} you said “{said.text}”."
    return Clash(
        text=f"{text} {_advice(example, words)}",
        said=said.text,
        number=said.number,
        against=against.text,
        other=against.number,
    )


def _advice(example: int | None, words: str) -> str:
    if example is None:
        return _OF_CLAIM
    return words.format(example) if example else _IN_CV
