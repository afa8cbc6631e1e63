"""What to tell the candidate about an answer: at most two strengths and two improvements.

Remarks are about the task, never about the person, and praise nothing: a strength says what was
shown and quotes it; an improvement quotes the vague words or names the missing part. The words
stand in `content/remarks.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.findings import MOST, Found, named
from core.interview.answers.missed import left_open, missed
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.checking.invention import SLOT
from core.interview.feedback.asked_in_vain import SAME
from core.interview.feedback.gaps import FRAME, hides, tells_nothing, vague_sort
from core.interview.feedback.next_step import DETAIL, open_steps
from core.interview.feedback.patches import patched
from core.interview.feedback.praise import is_new, praised
from core.interview.feedback.remark import LATE, UNTOLD, Remark, is_untold, point_of, words_of
from core.interview.feedback.soft_spots import soft_spots
from core.interview.feedback.stronger import checked, is_step, stronger
from core.interview.planning import bank
from core.interview.rating.scoring import HIGHEST
from core.interview.words.tables import table
from core.interview.words.text import sentences
from core.models import Competency, PlannedQuestion

GOOD = 6.0  # score from which on an answer may stand as it is
SOUND = 8.0  # score from which on there may be nothing to mend
FULL = 8.5  # score from which on no step further is asked for
WHOLE = 9.0  # score from which on nothing is
A_LINE = 2  # sentences up to which an answer is a line and no story
_WHOLE = (
    *("own_part", "empty_step", "own_steps", "result", "measure", "situation", "facts", "reason"),
    *("steps", "check"),
)
_PARTICULAR = (
    *("empty_step", "empty_end", "repeat", "repeat_line", "subject", "vague"),
    *("points", "given_points", "focus", SAME, "soft_size", "soft_felt", "soft_rest"),
)
# What to add follows from what the question is about.
_BY_SUBJECT = ("facts",)
# What is worked on, in a question on how: "How do you explain a rule to ...?".
_THING = re.compile(
    r"(?i)\b(?:do|would)\s+you\s+\w+\s+an?\s+(?!(?:few|lot|good|new|bad|long)\b)(\w+)"
    r"(?=\s+(?:to|for|with|when|before|after|that|which)\b)"
)
_NONE_OF_THEM = "any of the points"
_FRAMED = ("empty_step", "own_steps", "own_part")
ANOTHER = "Take another story."
# What is praised cannot be missing in the same answer.
AGAINST = {
    "result": ("result", "measure", "empty_end"),
    "measure": ("result", "measure", "empty_end"),
    "change": ("result", "measure", "empty_end"),
    "reason": ("reason",),
    "facts": ("facts",),
    "own_part": ("own_part", "own_steps", "empty_step"),
    "own_step": ("steps",),
    "check": ("check",),
    "path": ("path",),
}
# What need not be said where one of these is said.
_SAYS = {
    **dict.fromkeys(("role", "moment"), ("focus",)),
    **dict.fromkeys(("steps", "method", "own_steps"), ("repeat_line",)),
}
_BY_STYLE = {("short_other", "motivation"): "moment", ("short_other", "opening"): "path"}
NOTHING_TO_MEND = "Nothing to mend here: keep this story."
NOTHING_MISSING = "Nothing to mend here: keep this answer."
__all__ = [
    "AGAINST",
    "GOOD",
    "LATE",
    "MOST",
    "NOTHING_MISSING",
    "NOTHING_TO_MEND",
    "SOUND",
    "UNTOLD",
    "Remark",
    "further",
    "improvements_of",
    "is_untold",
    "lacking",
    "point_of",
    "praise_of",
    "soft_remarks",
    "step_further",
    "strengths_of",
    "unlike",
    "words_of",
]


def praise_of(signals: Signals, number: int, given: str = "") -> tuple[Remark, ...]:
    """Everything that was shown, the most particular first; `given` is the advert."""
    return tuple(
        Remark(found.kind, point_of("shown", found, number)) for found in praised(signals, given)
    )


def strengths_of(signals: Signals, number: int) -> tuple[Remark, ...]:
    """The first two of them that are of different sorts and quote different sentences."""
    return unlike(praise_of(signals, number))[:MOST]


def unlike(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The first of each sort, none of them on a sentence that another one quotes."""
    chosen: list[Remark] = []
    for one in remarks:
        if is_new(one.kind, one.point.quote, [(o.kind, o.point.quote) for o in chosen]):
            chosen.append(one)
    return tuple(chosen)


def lacking(signals: Signals) -> tuple[Found, ...]:
    """What `findings.named` says is missing, in the words that go with the kind of question."""
    found = dict.fromkeys(_as_asked(one, signals) for one in (*_focus(signals), *named(signals)))
    hidden = " ".join(one.quote for one in found if one.kind == "empty_step")
    kinds = {one.kind for one in found}
    fresh = (one for one in found if not kinds.intersection(_SAYS.get(one.kind, ())))
    return tuple(one for one in fresh if one.kind != "vague" or one.about not in hidden)


def _focus(signals: Signals) -> Iterator[Found]:
    """The question's own word that is left open, where there is an answer to leave it open."""
    is_answer = signals.reply is Reply.CONTENT and not signals.is_too_short
    if is_answer and not missed(signals) and (found := left_open(signals)):
        yield Found("focus", about=found.text)


def improvements_of(
    signals: Signals,
    number: int,
    score: float = HIGHEST,
    first: Iterable[Found] = (),
    hint: str = "",
) -> tuple[Remark, ...]:
    """The one or two changes that would help most, the weightiest first.

    `first` goes before what is missing; where nothing is and the score leaves room, one step
    further is named. `hint` is told where no event was: which one there is. One of them shows a
    stronger version: the whole answer where it is a story, else a sentence of it.
    """
    found = [*dict.fromkeys((*first, *lacking(signals)))][:MOST]
    if not found:
        steps = [Found(kind) for kind in further(signals, score)]
        found = [*softly(signals, score), *steps][:1]
    versions = _versions(found, signals)
    told = [
        point_of("missing", one, number, version, _asks(one, signals))
        for one, version in zip(found, versions, strict=True)
    ]
    remarks = [Remark(_kind(one), point) for one, point in zip(found, told, strict=True)]
    return tuple(_hinted(remarks, hint)) if hint else tuple(remarks)


def further(signals: Signals, score: float) -> tuple[str, ...]:
    """The steps further that could be named, the first one best; none where the score is full.

    An answer of a middling score is always told of one.
    """
    if score >= FULL:
        return ()
    return open_steps(signals, score) or ((DETAIL,) if score < GOOD else ())


def softly(signals: Signals, score: float) -> tuple[Found, ...]:
    """What the answer's own words leave open; nothing where the score is full."""
    return () if score >= WHOLE else tuple(soft_spots(signals))


def soft_remarks(signals: Signals, number: int, score: float) -> tuple[Remark, ...]:
    found = softly(signals, score)
    return tuple(Remark(_kind(one), point_of("missing", one, number)) for one in found)


def step_further(kind: str, number: int) -> Remark:
    return Remark(kind, point_of("missing", Found(kind), number))


def _kind(found: Found) -> str:
    return f"{found.kind} {found.about}" if found.kind in _PARTICULAR else found.kind


def _as_asked(found: Found, signals: Signals) -> Found:
    """The same finding, as it is to be told for this kind of question."""
    style = signals.question.style
    is_line = len(signals.sentences) <= A_LINE and not signals.facts
    if found.kind == "repeat" and is_line and not any(map(is_step, signals.sentences)):
        return Found("repeat_line", about=found.about)
    if found.kind in ("own_part", "own_steps", "empty_step"):
        hidden = next(filter(hides, (found.quote, *signals.sentences)), "")
        return Found("empty_step", hidden, hides(hidden)) if hidden else found
    if found.kind == "link" and (gap := missed(signals)):
        return Found("link", about=f"{gap.about}. {gap.untold}")
    if found.kind == "measure" and tells_nothing(found.quote):
        return Found("measure")
    if found.kind in ("subject", "points"):
        return _of_points(found, signals)
    return Found(_BY_STYLE.get((found.kind, style), found.kind), found.quote, found.about)


def _of_points(found: Found, signals: Signals) -> Found:
    """Points without a question are named; where none at all is mentioned, two are asked for."""
    if found.kind == "points":
        return found if _asks(found, signals) else Found("given_points", about=found.about)
    asks = [point.ask for point in bank.points_of(signals.question) if point.ask][:MOST]
    is_none = found.about.startswith(_NONE_OF_THEM) and bool(asks)
    return Found("unanswered", about=" ".join(asks)) if is_none else found


def _versions(found: Sequence[Found], signals: Signals) -> list[str]:
    """One stronger version at most: with the first improvement that has one."""
    versions = [""] * len(found)
    for place, one in enumerate(found):
        is_whole = one.kind in _WHOLE and place == 0
        version = checked(stronger(signals), signals.text) if is_whole else ""
        version = version or _patch(one, signals)
        if one.kind in _FRAMED and asks_for_a_case(signals.question):
            version = version if _says_enough(version) else FRAME
        if version:
            versions[place] = version
            break
    return versions


def _says_enough(version: str) -> bool:
    """Whether something is told beside the slots."""
    told = (s for s in sentences(SLOT.sub("", version)) if len(s.split()) > A_LINE)
    return not all(map(tells_nothing, told))


def _patch(one: Found, signals: Signals) -> str:
    version = patched(one.kind, signals, one.quote, one.about)
    return checked(version, f"{signals.text} {one.about}")


def _asks(found: Found, signals: Signals) -> str:
    """What is to be told, as a person would ask for it."""
    if found.kind == "link" and (gap := missed(signals)):
        return f"{gap.have}. {gap.ask}"
    if found.kind == "focus" and (word := left_open(signals)):
        return word.advice
    if found.kind == "vague":
        exactly: dict[str, str] = table("remarks")["exactly"]
        return exactly[vague_sort(found.about)]
    if found.kind in _BY_SUBJECT and signals.question.competency:
        return _facts_of(signals.question, signals.question.competency)
    if found.kind != "points":
        return ""
    points = bank.points_of(signals.question)
    first = next((point.ask for point in points if point.ask and point.name in found.about), "")
    return f"{first[:1].lower()}{first[1:]}"


def _facts_of(question: PlannedQuestion, competency: Competency) -> str:
    """What would make an answer particular: by the subject, or the thing that was asked about."""
    if competency is not Competency.ROLE_KNOWLEDGE or asks_for_a_case(question):
        facts: dict[str, str] = table("remarks")["facts"]
        return facts[competency.value]
    of_a_way: dict[str, str] = table("remarks")["facts_of_a_way"]
    thing = _THING.search(question.text)
    return of_a_way["named"].replace("{thing}", thing[1]) if thing else of_a_way["any"]


def _hinted(remarks: Sequence[Remark], hint: str) -> list[Remark]:
    """With the event that was told elsewhere, at the first remark that misses one."""
    at = next((at for at, remark in enumerate(remarks) if is_untold(remark)), None)
    if at is None:
        return list(remarks)
    point = remarks[at].point
    advice = ANOTHER if remarks[at].kind == "link" else point.advice
    hinted = replace(remarks[at], point=replace(point, advice=f"{advice} {hint}"))
    return [*remarks[:at], hinted, *remarks[at + 1 :]]
