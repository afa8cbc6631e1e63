"""Which slot goes with which sentence: it asks for what the sentence lacks, and nothing else."""

from __future__ import annotations

import re

from core.interview.answers.acts import OWN_ACT, empty_step, is_act, names_own_act
from core.interview.words.numbers import numbers
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases

WHEN, OWN, ENDED, WRONG, DID = (
    "[when and where was this?]",
    "[what did you do yourself?]",
    "[how did it end?]",
    "[what happened?]",
    "[did what?]",
)
# Where no sentence tells anything: first what happened, then the step and the end.
FRAME = "[What happened?] I [did what?]. [How did it end?]"
STEP, CHECK = "[what would you do first?]", "[how would you know that it worked?]"
_SIZE, _SEEN = "[how much, compared with before?]", "[how did you notice?]"
_SAID = "[what did they say?]"
_ELSE, _REACTED = "[instead of what else?]", "[how did they react?]"
_FEELING = "[about what?]"
_EXACTLY, _MANY = "[what exactly?]", "[how many, or how much?]"
_CHANGED, _SHOWN = "[what was different afterwards?]", "[shown by which moment?]"
# What hides a deed: the words that a slot takes the place of.
_HIDES = regex(
    r"(?i)(?P<who>\b(?:I|we|and|then)\b)\s+(?:just\s+|only\s+|then\s+|also\s+)?"
    r"(?:did|tried|gave|do|try)\s+"
    r"(?:what\s+(?:I|we)\s+could(?:\s+do)?|(?:my|our)\s+(?:very\s+)?best|everything(?:\s+(?:I|we)\s+could)?"
    r"|(?:\w+\s+)?(?:different|various|several|many|all\s+kinds\s+of|a\s+lot\s+of)\s+things"
    r"|the\s+necessary(?:\s+(?:steps|things))?)"
    r"|(?P<who2>\b(?:I|we|and|then)\b)\s+(?:just\s+|then\s+|somehow\s+)?"
    r"(?:handled|managed|dealt\s+with|looked\s+into|sorted\s+out|took\s+care\s+of)\s+(?:it|that|this|things)"
    r"(?:\s+(?:all\s+)?somehow)?"
)
# Says only that there was something, or that somebody would like it.
_BLANK = regex(
    r"(?i)\bthere\s+(?:was|were)\s+(?:something|things?|situations?|cases?)\s+like\s+(?:that|this)\b"
    r"|\bI\s+(?:have\s+)?always\s+wanted\s+(?:to\s+do\s+)?something\s+like\b"
    r"|^\W*(?:and\s+|so\s+|but\s+)?(?:sooner\s+or\s+later|somehow|in\s+the\s+end|eventually)\s*,?\s+"
    r"(?:it|that|all|everything)\s+(?:was|got)\s+(?:sorted\s+out|solved|fine|okay|all\s+right)\W*$"
    r"|\bdone\s+(?:this\s+and\s+that|that\s+a\s+lot|bits\s+and\s+pieces)\b"
)
# Could be said of any job: nothing that a wish or a path would keep.
_STOCK = regex(
    r"(?i)\b(?:sounds?|looks?|seems?|(?:it|this|that|job|role|work)\s+is)\s+(?:\w+\s+)?(?:interesting|exciting|great|appealing|perfect|fun)\b"
    r"|\b(?:right|good|perfect)\s+time\s+for\b|\b(?:something|anything)\s+(?:new|different|like\s+(?:that|this|it))\b"
    r"|\bnew\s+(?:challenges?|chapter|start|adventure)\b|\bnext\s+step\s+in\s+my\s+career\b"
    r"|\b(?:great|good|nice|leading)\s+(?:company|team|place|atmosphere|reputation|opportunity)\b"
    r"|\b(?:learn|grow)\s+and\s+(?:learn|grow|develop)\b|\bgood\s+(?:fit|match)\b|\bfit\s+in\b"
    r"|\bstep\s+out\s+of\s+my\s+comfort\s+zone\b|\bwork\s+with\s+people\b"
)
# What somebody felt, where it is not said about what.
_ABOUT_WHAT = regex(
    r"(?i)\b(?:not\s+(?:\w+\s+)?(?:satisfied|happy|pleased)|dissatisfied|unhappy|angry|upset|annoyed|furious"
    r"|complained|cross)(?=\s*[.,;:!?]|\s*$|\s+(?:and|but|so)\b)"
)
# Says only that nothing was special.
_PLAIN_DAY = regex(
    r"(?i)\ba\s+(?:\w+\s+)?(?:normal|usual|typical|regular|standard|ordinary)\s+"
    r"(?:situation|day|case|week|thing|shift|problem)\b|\bas\s+(?:always|usual)\b|\bnothing\s+special\b"
    r"|\bI\s+would\s+say\W*$|^\W*(?:quite|pretty|really|not)\s+(?:a\s+lot|bad|well|good)\b.{0,20}$"
    r"|\bsorry\b|^\s*(?:let\s+me\s+think|good\s+question|okay|well)\W*$"
)
# What was one's own is what is asked for.
_AS_WE = regex(r"\b[Ww]e\s+\[did\s+what\?\]")
_MANNER = regex(r"(?i)(?:was|stayed|remained|kept)\b")
_DOES = regex(r"\bI\s+(?!(?:was|am|had|have|think|guess|mean|would)\b)[a-z]+")
_SORTED = regex(
    r"(?i),?\s*(?:and|so|but)\s+(?:sooner\s+or\s+later|somehow|in\s+the\s+end|eventually)\s*,?\s+"
    r"(?:it|that|all|everything)\s+(?:was|got)\s+(?:sorted\s+out|solved|fine|okay|all\s+right)\b"
)
_GOOD_END = regex(
    r"(?i),?\s*(?:and\s+|so\s+)+(?:in\s+the\s+end\s+|all\s+in\s+all\s+)?"
    r"(?:it|that|all|everything)\s+was\s+(?:a\s+|an\s+)?(?:\w+\s+)?(?:good|great|nice|fine|positive)"
    r"(?:\s+(?:outcome|result|end|ending|solution))?(?=[.!?…]*\s*$)"
)
_CHOSE = regex(
    r"(?i)\bI\s+(?:\w+ly\s+|then\s+|also\s+)?(?:chose|picked|decided|brought|made|moved|put|bought|wrote|drew"
    r"|took|split|swapped|changed|set|built|closed|opened|cut|added|gave|kept|rebuilt|redesigned|used)\b"
)
_SPOKE = regex(
    r"(?i)\bI\s+(?:\w+ly\s+|then\s+|also\s+)?(?:asked|told|explained|showed|rang|called|proposed|suggested"
    r"|invited|warned|spoke|offered)\b"
)
# Where a clause ends: at a stop, or where another begins.
_CLAUSE_END = regex(
    r"(?i)(?P<stop>[,;:.!?]|$)|\s(?:(?P<join>and|but|so|then)|(?P<bound>that|who|which|whose|where|nobody|because|when"
    r"|while|before|after|until|since|if|although))\b"
)
_GOES_ON = frozenset(("i", "we", "then", "also", "they", "he", "she", "it", "since"))
_REPLIED = regex(
    r"(?i)\W*(?:and|but|so)?\s*(?:they|he|she|it|we|\w+\s+\w+)\s+(?:said|told|was|were|laughed|agreed|\w+ed)\b"
)
_FEWEST_IN_CLAUSE = 3  # words: who, what was done, and with what
_MOOD = regex(
    r"(?i)\b(?:calm\w*|happy|happier|satisfied|pleased|relieved|content|thankful|grateful|glad|better)\b"
)
# Somebody agrees or not: there is no more or less of it.
_AGREED = regex(
    r"(?i)\b(?:they|he|she|we|who|everybody|my\s+\w+|the\s+\w+)\s+(?:\w+ly\s+|then\s+|both\s+|all\s+)?(?:came\s+round"
    r"|agreed|accepted\s+it|said\s+yes|gave\s+in|changed\s+(?:his|her|their)\s+minds?)\b"
)
_OF_ONESELF = frozenset(
    (
        *("hard worker", "hard-working", "team player", "people person", "perfectionist"),
        *("good communicator", "fast learner", "quick learner", "detail-oriented"),
        *("detail oriented", "self-starter", "try my best", "did my best", "do my best"),
        *("always try", "give my all", "think outside the box", "go the extra mile"),
    )
)
_BARE_ENDS = ("went well", "went fine", "worked out", "outcome", "success", "results", "solution")


def hides(sentence: str) -> str:
    """The words in which a step of one's own is hidden, or an empty string."""
    found = _HIDES.search(sentence)
    if found is None:
        return ""
    who = found["who"] or found["who2"]
    return found.group()[len(who) :].strip()


def asked_what(sentence: str) -> str:
    """The sentence with "[did what?]" in the place of each word that hides a step."""
    bare = _SORTED.sub("", _GOOD_END.sub("", sentence)) if _HIDES.search(sentence) else sentence
    asked = _HIDES.sub(lambda found: f"{found['who'] or found['who2']} {DID}", bare)
    empty = empty_step(asked)
    if empty and not _MANNER.match(empty):
        asked = asked.replace(empty, DID)
    return _AS_WE.sub(rf"I {DID}", asked.replace(f"{DID} and {DID}", DID))


def about_what(sentence: str) -> str:
    """The sentence with a slot behind the first feeling of which the cause is not told."""
    return _ABOUT_WHAT.sub(lambda found: f"{found.group()} {_FEELING}", sentence, count=1)


def is_stock(sentence: str) -> bool:
    """Whether it could be said of any job: "it sounds interesting", "a new challenge"."""
    is_step = names_own_act(sentence)
    return _STOCK.search(sentence) is not None and not (is_step or numbers(sentence))


def is_plain_day(sentence: str) -> bool:
    """Whether it says no more than that it was a day like any other."""
    return _PLAIN_DAY.search(sentence) is not None and not _DOES.search(sentence)


def with_why(sentence: str) -> str:
    """With a slot behind the last step that could have been another one; else as it is.

    It stands where that clause ends, so that it never asks about what others did.
    """
    for match in reversed([one for one in re.finditer(OWN_ACT, sentence) if is_act(one.group(1))]):
        end = _end_of_clause(sentence, match.end())
        clause = sentence[match.start() : end].rstrip()
        slot = _why_slot(clause, sentence[end:]) if end else ""
        if slot:
            at = match.start() + len(clause)
            return f"{sentence[:at]} {slot}{sentence[at:]}"
    return sentence


def _end_of_clause(sentence: str, start: int) -> int:
    """Where the clause of a step ends; 0 where what follows belongs to it and is not a step."""
    found = _CLAUSE_END.search(sentence, start)
    if found is None or found["bound"]:
        return 0
    if found["join"] and not _goes_on(sentence[found.end() :]):
        return 0
    return found.start()


def _goes_on(behind: str) -> bool:
    """Whether another clause begins, and not another thing of the same one."""
    word = next(iter(behind.split()), "").strip(",.;:").lower()
    return word in _GOES_ON or is_act(word)


def _why_slot(clause: str, behind: str) -> str:
    if len(clause.split()) < _FEWEST_IN_CLAUSE:
        return ""
    if _CHOSE.match(clause):
        return _ELSE
    return _REACTED if _SPOKE.match(clause) and not _REPLIED.match(behind) else ""


def size_slot(sentence: str) -> str:
    """Behind an end: what somebody felt is noticed, agreed is said, anything else is compared."""
    if is_agreed(sentence):
        return _SAID
    return _SEEN if _MOOD.search(sentence) else _SIZE


def is_agreed(sentence: str) -> bool:
    """Whether the end is that somebody agreed, which has no size."""
    return _AGREED.search(sentence) is not None


def vague_slot(phrase: str) -> str:
    lowered = phrase.lower()
    if lowered in _OF_ONESELF:
        return _SHOWN
    if lowered.endswith("lot of"):
        return _MANY
    return _CHANGED if lowered.endswith(_BARE_ENDS) else _EXACTLY


def vague_sort(phrase: str) -> str:
    """Whether vague words stand for an end, for an amount or for something other."""
    lowered = phrase.lower()
    if lowered.endswith("lot of"):
        return "amount"
    return "end" if lowered.endswith(_BARE_ENDS) else "other"


def tells_nothing(sentence: str) -> bool:
    """Vague words, a day like any other: nothing for a stronger version to keep."""
    is_step = names_own_act(sentence)
    is_vague = phrases("vague").search(sentence) is not None
    return is_plain_day(sentence) or _is_blank(sentence) or (is_vague and not is_step)


def _is_blank(sentence: str) -> bool:
    """Whether it says only that there was something, at some time, or that it came right."""
    return _BLANK.search(sentence) is not None and not numbers(sentence)
