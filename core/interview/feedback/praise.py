"""What an answer shows, each with the sentence that shows it best.

First comes what the question listens for, then how it ended, then what else is particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.interview.answers.acts import empty_step
from core.interview.answers.blaming import blames
from core.interview.answers.deeds import (
    DEEDS,
    EMPTY,
    NO_DEED,
    ORDER,
    RANK,
    SORT,
    WORDED,
    Deed,
    by_turns,
    listened_for,
)
from core.interview.answers.facts import facts_in
from core.interview.answers.findings import Found, shown
from core.interview.answers.parts import is_untold
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.answers.working_words import NO_EFFECT
from core.interview.feedback.quoting import LONGEST, is_a_step, own_clause, piece_of
from core.interview.planning import bank
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems

FEWEST = 3  # words of substance in a sentence that is worth quoting
FIGURES = 2  # in a sentence that tells most; more of them make a list
FEWEST_FACTS = 2
TIED = 3  # words of the advert in a sentence that is tied to it
SOON = 2  # sentences in which what follows from a deed stands
_MINE = ("own_part", "own_step")
_SAYS_I = regex(r"\bI\b")
_IN_PASSING = regex(
    r"(?i)\b(?:was|were|is|are)\s+(?:\w+\s+)?one\s+of\s+(?:them|those|these)\b"
    r"|\bI\s+(?:noticed|realised|found|knew)\s+that\s+I\b|\bI\s+(?:like|prefer)\b"
)
_LIVED = regex(
    r"\bI(?:\s+have|['\u2019]ve)\s+(?:\w+\s+)?(?:done|led|built|sold|taught|run|made|written|worked)\b"
    r"|\b(?:[Ww]hen|where|once|because)\s+I\s+(?:sat|drew|made|wrote|built|led|ran|taught|took|sold"
    r"|looked\s+after|worked|helped|stood|visited|did)\b"
)
_CAME_OF_IT = regex(
    r"(?i)\b(?:he|she|they|it|both|nobody|everybody|all|none|(?:the|my|our|their)\s+\w+)\s+(?:then\s+|also\s+|\w+ly\s+)?"
    r"(?:was|were|got|came|went|had|stayed|left|took|paid|signed|agreed|thanked|kept|found|said|brought|passed"
    r"|arrived|opened|stopped|worked|fell|rose|bought|started|finished)\b"
)
# A figure of what came of it, and not of what was planned, said or met on the way.
_OUTCOME = regex(
    r"(?i)^(?!.*\b(?:would|(?:decided|agreed|wanted|had|have)\s+to|suggested|proposed|explained\s+that|benchmark"
    r"|target|goal)\b).*(?:\b(?:(?:fell|rose|dropped|grew|down|up)\s+(?:to|by|from)|saved|lost|sold|signed|passed|won"
    r"|reduced|increased|used|left|stayed|none|nobody|fewer|more|less|times|total|altogether|since|per|instead|before"
    r"|\w+\s+a\s+(?:day|week|month|year)(?!\s+(?:later|after|before))|takes?|took\s+(?!me\b|him\b|her\b|them\b|us\b)"
    r"|within|only)\b|%|\bin\s+(?:two|three|four|five|six|\d+)\s+(?:minutes|hours|days|weeks|months)\b)"
)
_ASKED = regex(
    r"((?:How|What|Which|When|Where|Whom|Who|Why|By|In|With|On)\b[^,?]*?)\s+do\s+you\s+([^?]+)\?$"
)
_THIS_JOB = regex(
    r"(?i)\b(?:this|the|your)\s+(?:job|role|post|position|team|advert|company|work)\b|\bhere\b|\byour\b"
    r"|\bwith\s+you\b"
)
# A reason of a choice, and not what made one go and see: "he did not reply, so I wrote again".
_CHOSEN = regex(
    r"(?i)\b(?:because|so\s+that|in\s+order\s+to|so\s+as\s+to|rather\s+than|instead\s+of|in\s+case|otherwise"
    r"|for\s+fear|to\s+(?:make\s+sure|avoid|prevent|find\s+out|rule\s+out|see))\b"
    r"|\b(?:I|we)\s+(?:knew|saw|noticed|found|realised|thought|learned|heard)\b.*\bso\s+I\b"
)
_ENDS = ("measure", "result", "check", "points")
_LATE = ("measure", "result")
_SIZES = ("measure", "change", "aim")
_OWN = regex(
    r"\b(?:I|[Ww]e)(?:['\u2019](?:d|ll))?\s+(?!(?:am|are|was|were|think|believe|know|like|guess|mean)\b)[a-z]"
)
# What was so before, or is only talked of by the way.
_BACKGROUND = regex(
    r"(?i)\b(?:had\s+been|in\s+those\s+days|back\s+then|at\s+that\s+time|or\s+(?:rather|maybe)"
    r"|used\s+to|personally|(?:always|often|usually)\s+(?:says|said|tells))\b"
)
# Neither a time of day nor a date or a stretch between two things is a size.
_CLOCK = regex(
    r"(?i)\b(?:half|quarter)\s+(?:past|to)\s+\w+|\b(?:at|by|past|until|to)\s+"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"(?=\s*(?:o['\u2019]clock|[ap]\.?m|[,.;]|$|in\s+the|on\s+the|sharp))"
    r"|\b\w+\s+(?:days?|weeks?|months?|years?|hours?)\s+(?:later|ago|afterwards)\b"
    r"|\b(?:quarter|half|third)\s+(?:of\s+the\s+year|term)\b|\b(?:my|our|the|his|her)\s+(?:second|third|other\s+half)\b"
)


def praised(signals: Signals, given: str = "") -> tuple[Found, ...]:
    """Each kind once, the best first; empty where nothing was told.

    `given` are the words of the advert: a figure that stands there measures nothing here.
    """
    if signals.reply is not Reply.CONTENT or signals.is_hollow:
        return ()
    if signals.question.style == "behavioural" and is_untold(signals):
        return ()
    known = f"{given} {signals.question.text} {signals.question.quote}"
    told = (*_by_rules(signals), *_by_words(signals), *_of_a_wish(signals, given))
    told = tuple(one for one in told if one.kind not in WORDED or is_a_step(one.quote))
    found = {one.kind: one for one in told if one.kind not in _SIZES or _sizes(one.quote, known)}
    first = listened_for(signals.question)
    place = {kind: at for at, kind in enumerate((*first, *ORDER)[::-1])}
    ordered = sorted(found, key=lambda kind: -place[kind])
    return tuple(_in_own_words(found[kind]) for kind in by_turns(ordered))


def is_new(kind: str, quote: str, chosen: Iterable[tuple[str, str]]) -> bool:
    """Whether a strength is of another sort than those chosen, and quotes another sentence."""
    return not any(
        SORT.get(kind, kind) == SORT.get(other, other) or quote in said or said in quote
        for other, said in chosen
    )


def _in_own_words(found: Found) -> Found:
    """With the step itself as its quote, where the label needs the candidate's words."""
    return Found(found.kind, found.quote, found.quote) if found.kind in WORDED else found


def _of_a_wish(signals: Signals, given: str) -> Iterator[Found]:
    """What ties a wish to something that was done, and to the words of the advert."""
    if signals.question.style != "motivation":
        return
    fair = [s for s in signals.sentences if _is_quotable(s, signals, is_step=False)]
    if lived := [s for s in fair if _LIVED.search(s) and not NO_DEED.search(s)]:
        yield Found("lived", max(lived, key=facts_in))
    advert = content_stems(given)
    shared = {s: len(content_stems(s) & advert) for s in fair}
    tied = [s for s in fair if shared[s] >= TIED]
    if named := [s for s in tied if _THIS_JOB.search(s)]:
        yield Found("tied", max(named, key=shared.__getitem__))
    elif tied:
        yield Found("tasks", max(tied, key=shared.__getitem__))


def is_empty(sentence: str) -> bool:
    """Whether it says "I" and names no deed: "I did what I could", "I did it for the returns"."""
    rest, hidden = EMPTY.subn(" ", sentence)
    return bool(hidden) and not _OWN.search(rest)


def _by_rules(signals: Signals) -> Iterator[Found]:
    """What `findings.shown` says, where the sentence is worth quoting."""
    for one in shown(signals):
        told = _at_the_end(one, signals) if one.kind == "result" else one
        if told.kind in RANK and _is_shown(told, signals):
            yield _as_quoted(told, signals)


def _at_the_end(found: Found, signals: Signals) -> Found:
    """An end behind which steps of one's own follow is none: then what stands behind the last."""
    told = signals.sentences
    last = max((told.index(act) for act in signals.own_acts if act in told), default=-1)
    if found.quote not in told or told.index(found.quote) >= last:
        return found
    behind = (s for s in told[last + 1 :] if _CAME_OF_IT.search(s))
    return Found("result", next(behind, told[0]))


def _as_quoted(one: Found, signals: Signals) -> Found:
    if one.kind == "points":
        return _point(signals)
    return Found(one.kind, own_clause(one.quote)) if one.kind in WORDED else one


def _is_shown(one: Found, signals: Signals) -> bool:
    """Whether the sentence shows it here: an end stands late, a reason goes with one's own step."""
    kind, quote = one.kind, one.quote
    fair = (
        kind != "measure" or (_OUTCOME.search(quote) and not re.search(NO_EFFECT, quote)),
        kind != "check",  # its words are in `deeds`
        kind not in _LATE or _is_late(signals.sentences.index(quote), signals),
        kind not in (*_LATE, "facts") or not _BACKGROUND.search(quote),
        kind != "reason" or _CHOSEN.search(quote),
        kind != "facts" or _tells_facts(quote, signals),
        kind not in _MINE or _SAYS_I.search(quote),
    )
    return all(fair) and _is_quotable(quote, signals, is_step=kind not in (*_ENDS, "facts"))


def _tells_facts(quote: str, signals: Signals) -> bool:
    """Two of them at least, and not in passing: "the two per cent was one of them"."""
    is_wish = signals.question.style == "motivation"
    return not is_wish and facts_in(quote) >= FEWEST_FACTS and not _IN_PASSING.search(quote)


def _point(signals: Signals) -> Found:
    """The first point that was covered, in the words of the question that it answers."""
    name, quote = signals.points[0]
    asks = {point.name: point.ask for point in bank.points_of(signals.question)}
    return Found("points", quote, said_of(asks.get(name) or "", name))


def said_of(ask: str, name: str) -> str:
    """A question as what was said: with "do you" turned round, or else by the name."""
    turned = _ASKED.match(ask)
    if turned:
        return f"said {turned[1].lower()} you {turned[2]}"
    return f"spoke of {name}"


def _by_words(signals: Signals) -> Iterator[Found]:
    for deed in DEEDS:
        if signals.question.style not in deed.styles:
            continue
        fitting = [at for at in range(len(signals.sentences)) if _fits(deed, at, signals)]
        if fitting:
            best = max(fitting, key=lambda at: _worth(deed, at, signals))
            yield Found(deed.kind, _quote(deed, best, signals))


def _quote(deed: Deed, at: int, signals: Signals) -> str:
    """The sentence, and up to the one that holds the rest of the deed, as it stands in the text.

    Of words without a stop it is the piece around the deed; of a plain step the step alone.
    """
    first = signals.sentences[at]
    if deed.kind in WORDED:
        return own_clause(first, deed.found_in(first))
    if len(first) > LONGEST:
        return piece_of(first, deed.found_in(first))
    behind = signals.sentences[at + 1 : at + 1 + SOON] if deed.then else ()
    last = next((s for s in behind if re.search(deed.then, s)), first)
    start = signals.text.find(first)
    whole = signals.text[start : signals.text.find(last, start) + len(last)]
    return whole if len(whole) <= LONGEST and "\n" not in whole else first


def _worth(deed: Deed, at: int, signals: Signals) -> tuple[bool, int, int, int]:
    """How much a sentence tells: of ends the last, of steps that with figures and own words."""
    sentence = signals.sentences[at]
    own = content_stems(sentence) & signals.solid
    is_best = bool(deed.best) and re.search(deed.best, sentence) is not None
    return (is_best, at if deed.is_late else 0, min(FIGURES, len(numbers(sentence))), len(own))


def _fits(deed: Deed, at: int, signals: Signals) -> bool:
    sentence = signals.sentences[at]
    if not _is_quotable(sentence, signals, is_step=deed.is_own):
        return False
    is_placed = not deed.is_late or _is_late(at, signals)
    is_owned = not deed.is_own or sentence in signals.steps
    goes_on = not deed.goes_on or any(s in signals.steps for s in signals.sentences[at + 1 :])
    if not (is_placed and is_owned and goes_on and deed.stands_in(sentence)):
        return False
    soon = signals.sentences[at + 1 : at + 1 + SOON]
    return not deed.then or any(re.search(deed.then, s) for s in soon)


def _is_late(at: int, signals: Signals) -> bool:
    return at > 0 and 2 * at >= len(signals.sentences) - 1


def _is_quotable(sentence: str, signals: Signals, *, is_step: bool) -> bool:
    """Not blaming, not vague, not empty; and where it stands for a step, one that was done."""
    own = content_stems(sentence) & signals.solid
    if len(own) < FEWEST or blames(sentence) or is_empty(sentence) or empty_step(sentence):
        return False
    return not (phrases("vague").search(sentence) or (is_step and NO_DEED.search(sentence)))


def _sizes(sentence: str, known: str) -> bool:
    """Whether a figure in it is neither a time of day nor one of those that were given."""
    bare = _CLOCK.sub(" ", sentence)
    return bool(set(numbers(bare)) - set(numbers(known)))
