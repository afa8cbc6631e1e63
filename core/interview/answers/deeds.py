"""What a sentence can show of how somebody works, by the words of `working_` and `dealing_words`.

The words are strict: a strength that is none harms more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from core.interview.answers import dealing_words as dealing
from core.interview.answers import working_words as working
from core.interview.words.patterns import regex
from core.models import Competency, PlannedQuestion

EVENTS = ("behavioural", "technical")

_PLANS = (*EVENTS, "situational")

# Says "I" and hides what was done.
EMPTY = regex(
    r"(?i)\bI\s+(?:just\s+|only\s+|then\s+|also\s+)?(?:did|do|tried|gave|handled|managed)\s+"
    r"(?:it|that|this|so|them|all|things|everything|what\s+(?:I|we)\s+c(?:ould|an)"
    r"|my\s+(?:best|part|all|job|work)|the\s+(?:same|necessary|needful))\b"
    r"|\bI\s+(?:helped|supported|assisted|contributed|participated)\b(?!\s+(?:\w+\s+){0,6}to\s)"
    r"|\bI\s+was\s+(?:involved|part\s+of|friendly|nice|polite|there)\b"
)
# Tells of lessons, beginnings and feelings, or of a mistake: no deed to name.
NO_DEED = regex(
    r"(?i)\bI\s+(?:was\s+|have\s+)?(?:\w+ly\s+)?(?:trained|learned|learnt|studied|qualified"
    r"|graduated|started|began|joined|moved\s+to|applied|came\s+to"
    r"|went\s+to\s+(?:school|university|college|work))\b"
    r"|\b(?:hopefully|at\s+first\s+I|at\s+the\s+start\s+I|in\s+the\s+beginning\s+I|back\s+then\s+I"
    r"|I\s+used\s+to)\b"
    r"|\bI\s+(?:had\s+)?(?:forgot(?:ten)?|missed|overlooked|misread|misunderstood|mixed\s+up|dropped"
    r"|broke|lost|failed|shouted|panicked|quarrel\w*|argued|ignored)\b"
    r"|\bI\s+(?:\w+\s+)?(?:liked?|loved?|enjoy(?:ed)?|felt|wanted|hoped|knew\s+(?:nothing|little)"
    r"|(?:noticed|realised|found)\s+that\s+I)\b"
    r"|\bI\s+(?:remember|recall|guess|(?:had\s+)?(?:read|heard)\s+(?:an?|that|about)|think\s+it)\b"
    r"|\bor\s+maybe\b|\b(?:my|the)\s+mistake\s+was\b|\bwas\s+my\s+(?:fault|mistake)\b"
    r"|\bI\s+was\s+(?:wrong|late|too\s+\w+)\b"
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A kind of strength.

    `is_late` asks for the second half of an answer, `is_own` for a step with "I", `goes_on` for a
    step of one's own in a later sentence, and `then` for its words in one of the next two. Where
    the words of `but` stand as well it is something else; of several sentences one with the words
    of `best` shows it best.
    """

    kind: str
    words: tuple[str, ...]
    styles: tuple[str, ...] = EVENTS
    is_late: bool = False
    is_own: bool = False
    goes_on: bool = False
    then: str = ""
    but: str = ""
    best: str = ""

    def stands_in(self, sentence: str) -> bool:
        is_other = bool(self.but) and re.search(self.but, sentence) is not None
        return not is_other and _pattern(self.words).search(sentence) is not None

    def found_in(self, sentence: str) -> tuple[int, int]:
        """From where to where the words reach; the whole sentence where they do not stand."""
        found = _pattern(self.words).search(sentence)
        return found.span() if found else (0, len(sentence))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?i){'|'.join(words)}")


DEEDS = (
    Deed("understood", dealing.UNDERSTOOD, _PLANS),
    Deed("outsider", working.OUTSIDER, _PLANS),
    Deed("exchange", dealing.EXCHANGE, _PLANS, is_own=True),
    Deed("cost", dealing.COST, _PLANS, is_own=True),
    Deed("obstacle", dealing.OBSTACLE, is_own=True, then=dealing.FOR_THEM),
    Deed("need", dealing.NEED, _PLANS, is_own=True),
    Deed("why", dealing.WHY, is_own=True),
    Deed("own_check", working.OWN_CHECK, ("behavioural", "technical", "opening")),
    Deed("ordered", working.ORDERED, _PLANS),
    Deed("counted", working.COUNTED, is_own=True, goes_on=True),
    Deed("warning", dealing.WARNING),
    Deed("dates", dealing.DATES, _PLANS, is_own=True, best=dealing.A_DAY),
    Deed("compared", working.COMPARED),
    Deed("trial", working.TRIAL, _PLANS),
    Deed("shared", dealing.SHARED, _PLANS, is_own=True),
    Deed("cause", working.CAUSE, goes_on=True),
    Deed("in_hand", dealing.IN_HAND, is_own=True),
    Deed("saw", working.SAW, goes_on=True),
    Deed("guard", working.GUARD, _PLANS, is_own=True),
    Deed("fallback", working.FALLBACK, ("technical", "situational")),
    Deed(
        "change",
        working.CHANGE,
        (*_PLANS, "opening", "motivation"),
        is_late=True,
        but=working.NO_EFFECT,
    ),
    Deed("others", working.OTHERS, (*EVENTS, "opening", "motivation"), is_late=True),
    Deed("since", working.SINCE, (*_PLANS, "opening", "motivation"), is_late=True),
    Deed("then", working.BACK_THEN, then=working.BY_NOW),
    Deed("case", working.CASE, ("technical",)),
    Deed("check", working.CHECK, ("situational",)),
    Deed("aim", working.AIM, ("motivation",)),
    Deed("gap", working.GAP, ("motivation", "technical")),
    Deed("decided", dealing.DECIDED, is_own=True),
    Deed("proposed", dealing.PROPOSED, is_own=True),
    Deed("checked", working.CHECKED, is_own=True),
    Deed("made", dealing.MADE, is_own=True),
    Deed("spoke", dealing.SPOKE, is_own=True),
    Deed("led", working.LED, ("opening",)),
    Deed("path", working.PATH, ("opening",), best=working.A_YEAR),
)
ENDS = ("change", "others", "measure", "since")
PLAIN = ("led", "decided", "proposed", "checked", "made", "spoke", "own_part", "own_step")
# Told with the candidate's own words, since no label is particular enough.
WORDED = ("led", "made", "own_part", "own_step")
ORDER = (
    *(
        "understood",
        "outsider",
        "exchange",
        "cost",
        "obstacle",
        "need",
        "own_check",
        "ordered",
        "counted",
    ),
    *("warning", "dates", "compared", "trial", "shared", "cause", "why", "in_hand", "saw", "guard"),
    *(
        *ENDS,
        "then",
        "fallback",
        "points",
        "reason",
        "case",
        "aim",
        "gap",
        "lived",
        "tied",
        "tasks",
    ),
    *(*PLAIN, "check", "result", "path", "facts"),
)
RANK = {kind: at for at, kind in enumerate(ORDER)}
# Two of one sort say nearly the same.
_SORTS = (
    ("change", "measure", "since", "result"),
    ("cost", "need", "why", "obstacle"),
    ("cause", "counted", "checked", "saw"),
    ("warning", "dates"),
    ("understood", "outsider"),
    ("compared", "trial", "guard"),
    ("fallback", "check"),
    ("path", "facts"),
    ("tied", "tasks"),
    ("led", "decided", "proposed", "made", "spoke", "own_part", "own_step"),
)
SORT = {kind: kinds[0] for kinds in _SORTS for kind in kinds}
# What an interviewer listens for first, by the words of the question.
_LISTENED_FOR = (
    (r"differently\s+(?:now|today)", ("then", "change", "own_check")),
    (
        r"plan(?:ned|ning)?\b|priorit|organi[sz]|deadline|several\s+things|at\s+the\s+same\s+time|do\s+first",
        ("ordered", "counted", "warning", "shared"),
    ),
    (
        r"disagree|conflict|another\s+team|needed\s+one\s+thing|argument|difficult|hard\s+to\s+please|angry",
        ("obstacle", "cost", "need", "exchange", "why"),
    ),
    (
        r"explain|understand|inform|present\s|teach|instruct",
        ("understood", "outsider", "dates", "warning"),
    ),
    (
        r"persuad|convinc|\bwon?\b.*\bover\b|turned\s+down|negotiat|contract",
        ("exchange", "cost", "trial", "compared"),
    ),
    (r"forecast|estimate|budget", ("own_check", "counted")),
    (r"\bcause\b|problem|wrong|error|fault|mistake", ("cause", "counted", "saw", "in_hand")),
    (r"\blead\b|\bled\b|delegat|in\s+charge|team", ("shared", "ordered", "others")),
)
_OF_COMPETENCY = {
    Competency.COLLABORATION: ("obstacle", "cost", "need", "exchange", "why"),
    Competency.COMMUNICATION: ("understood", "outsider", "dates", "trial", "exchange"),
    Competency.CUSTOMER: ("cost", "need", "obstacle", "exchange"),
    Competency.LEADING: ("shared", "understood"),
    Competency.OWNERSHIP: ("ordered", "counted", "warning"),
    Competency.PROBLEM_SOLVING: ("cause", "counted", "saw"),
}


def listened_for(question: PlannedQuestion) -> tuple[str, ...]:
    """The kinds that answer what this question is about; by its words, or else its competency."""
    said = (kinds for words, kinds in _LISTENED_FOR if re.search(f"(?i){words}", question.text))
    by_words = next(said, ())
    by_competency = _OF_COMPETENCY.get(question.competency, ()) if question.competency else ()
    return tuple(dict.fromkeys((*by_words, *by_competency)))


def by_turns(kinds: Sequence[str]) -> list[str]:
    """A deed, then an end, then the rest; where only plain steps were told, the end comes first."""
    deeds = [kind for kind in kinds if kind not in ENDS]
    ends = [kind for kind in kinds if kind in ENDS]
    is_particular = bool(deeds) and RANK[deeds[0]] < RANK[PLAIN[0]]
    lead = deeds[: int(is_particular)]
    return [*lead, *ends[:1], *deeds[len(lead) :], *ends[1:]]


def unlike(kinds: Iterable[str]) -> list[str]:
    """The first of each sort."""
    first: dict[str, str] = {}
    for kind in kinds:
        first.setdefault(SORT.get(kind, kind), kind)
    return list(first.values())
