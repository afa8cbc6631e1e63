"""Which answers to a follow-up question add something to what was said before it.

In doubt one does: a figure, a name, a step, an end or a reason counts, however short it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from core.interview.answers.acts import OWN_ACT, WE_ACT, is_act, is_step, without_empty_steps
from core.interview.answers.replies import insults, is_order
from core.interview.answers.substance import any_answer, any_story
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases, table
from core.interview.words.text import content_stems, hollow_stems, sentences, stem, words

SHORT = 6  # words of a sentence in which one word of substance is an answer
ENOUGH = 2  # of them in a longer one
FEWEST_STEMS = 3  # of a sentence that is recognised in a longer one
_NAME = regex(r"(?<=[a-z,;]\s)(?!I\b)[A-Z][\w+#.-]*\w")
_ALONE = regex(r"(?i)\b(?:me|myself|alone|nobody|no\s+one|on\s+my\s+own)\b")
_POINTS_BACK = regex(
    r"(?i)\b(?:(?:as|like)\s+I(?:['\u2019]ve|\s+have)?\s+(?:\w+\s+)?(?:said|mentioned|told\s+you"
    r"|explained)|I(?:['\u2019]ve|\s+have)?\s+(?:already\s+|just\s+)?(?:said|told\s+you"
    r"|mentioned|explained)\s+(?:that|it|this|everything|already|before))\b"
)
# That one cannot tell: it counts for nothing, whatever words it is said in.
_CANNOT_TELL = regex(
    r"(?i)\bI(?:['\u2019]m\s+afraid\s+I|\s+am\s+afraid\s+I)?\s+(?:\w+ly\s+|just\s+)?"
    r"(?:can(?:['\u2019]t|not|\s+not)|don['\u2019]?t|do\s+not|couldn['\u2019]t|could\s+not)\s+(?:\w+ly\s+)?"
    r"(?:remember|recall|say|tell|think\s+of|come\s+up\s+with|know|have)\b(?:(?!\b(?:but|because|so|and)\b)[^,;:.])*"
    r"|\bnothing\s+(?:\w+\s+)?(?:comes|springs)\s+to\s+mind\b(?:(?!\bbut\b)[^,;:.])*|^\W*pass\W*$"
)
_CLAUSE = regex(r"(?i)[,;:]\s+|\s+(?:and|but|so|because|since|while|when|if)\s+(?=I\b)")
# What somebody says of themselves; no deed, although a verb stands in it.
_OF_ONESELF = regex(
    r"(?i)\bI\s+(?:\w+ly\s+|always\s+|just\s+|also\s+)?(?:(?:take|took)\s+(?:things|it|each\s+day|every\s+day"
    r"|life)\s+as\s+(?:they|it)\s+(?:come|came)s?|(?:take|took)\s+(?:\w+\s+){1,3}?seriously"
    r"|(?:take|took)\s+(?:\w+\s+)?(?:pride|initiative|responsibility|ownership)|(?:work|worked)\s+(?:\w+\s+)?hard"
    r"|(?:get|got)\s+(?:on|along)\s+\w*\s*with|treat(?:ed)?\s+(?:\w+\s+){1,2}(?:with\s+respect|well|fairly|kindly)"
    r"|(?:put|puts)\s+(?:the\s+)?(?:customers?|patients?|people|team|quality|safety)\s+first"
    r"|(?:keep|kept|stay|stayed|remain|remained)\s+(?:\w+\s+)?(?:calm|cool|positive|smiling|focused|organi[sz]ed|professional"
    r"|(?:an?\s+)?(?:open|clear|cool)\s+(?:mind|head))|(?:go|went)\s+the\s+extra\s+mile"
    r"|(?:learn|learned|learnt|adapt|adapted)\s+(?:\w+\s+)?(?:fast|quickly|easily)"
    r"|(?:pay|paid)\s+(?:\w+\s+)?attention\s+to\s+detail|(?:bring|brought)\s+(?:\w+\s+){0,3}(?:energy|passion"
    r"|enthusiasm|experience|dedication|motivation)|(?:give|gave)\s+(?:my\s+\w+|everything|\d+)"
    r"|(?:communicate|communicated|listen|listened)\s+(?:\w+\s+)?(?:well|clearly|openly|carefully)"
    r"|(?:show|showed)\s+(?:up|commitment|dedication|respect)|(?:fit|fitted)\s+in)\b"
)
_GOES_ON = regex(rf"{_OF_ONESELF.pattern}\s+and\s+(?P<verb>\w+)")
_STYLE = "situational"  # in which steps that are done as a rule or planned count as well


def adds(reply: str, before: str, question: str = "") -> bool:
    """Whether a reply to the follow-up `question` says anything beyond what was said `before`."""
    known = [stems for stems in map(content_stems, sentences(before)) if stems]
    told = frozenset().union(*known)
    new = [one for one in sentences(reply) if not (_is_said(one, known) or _is_aside(one))]
    return any(_tells(one, told | content_stems(question)) for one in new)


def tells_a_deed_in(step: str, style: str) -> bool:
    """Whether a clause of it says what was done, is done or would be, in words that say which."""
    clauses = (phrases("vague").sub(" ", clause) for clause in _CLAUSE.split(step))
    bare = (_OF_ONESELF.sub(" ", _GOES_ON.sub(_kept_subject, clause)) for clause in clauses)
    return any(is_step(clause, style) and own_words(clause) for clause in bare)


def own_words(text: str) -> frozenset[str]:
    """The words that would not stand in any answer whatever."""
    return content_stems(text) - hollow_stems() - any_story() - any_answer() - _empty()


def _kept_subject(match: re.Match[str]) -> str:
    """In "I stayed calm and called" the deed keeps its "I"."""
    return f"I {match['verb']}" if is_act(match["verb"]) else match.group()


def _is_said(sentence: str, known: list[frozenset[str]]) -> bool:
    stems = content_stems(sentence)
    return stems in known or (len(stems) >= FEWEST_STEMS and any(stems <= one for one in known))


def _is_aside(sentence: str) -> bool:
    return is_order(sentence) or insults(sentence)


def _tells(sentence: str, told: frozenset[str]) -> bool:
    known = _CANNOT_TELL.sub(" ", _POINTS_BACK.sub(" ", sentence))
    bare = without_empty_steps(phrases("vague").sub(" ", known))
    if numbers(bare) or _NAME.search(bare) or any(_tells_of(bare)):
        return True
    count = len(words(known))
    if count <= SHORT and _ALONE.search(bare):
        return True
    return len(own_words(bare) - told) >= (1 if count <= SHORT else ENOUGH)


def _tells_of(bare: str) -> Iterator[bool]:
    """Whether somebody does something in it, or a reason is given, in words that say what."""
    verbs = (*re.findall(OWN_ACT, bare), *re.findall(WE_ACT, bare))
    is_done = any(map(is_act, verbs)) or is_step(bare, _STYLE)
    yield bool(own_words(bare)) and (is_done or phrases("reason").search(bare) is not None)


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(stem, table("follow_ups")["empty"]))
