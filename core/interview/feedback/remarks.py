"""What to tell the candidate about an answer: at most two strengths and two improvements.

Remarks are about the task, never about the person, and praise nothing: a strength says what was
shown and quotes it; an improvement quotes the vague words or names the missing part. The words
stand in `content/remarks.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.interview.answers.event import asks_for_a_case
from core.interview.answers.findings import MOST, Found
from core.interview.answers.signals import Signals
from core.interview.checking.invention import SLOT
from core.interview.feedback.asked_in_vain import SAME
from core.interview.feedback.asking import asks
from core.interview.feedback.claims import is_claim
from core.interview.feedback.gaps import FRAME, tells_nothing
from core.interview.feedback.lacks import lacking
from core.interview.feedback.next_step import DETAIL, open_steps
from core.interview.feedback.openings import MATTER, WE
from core.interview.feedback.patches import patched
from core.interview.feedback.praise import is_new, praised
from core.interview.feedback.remark import LATE, UNTOLD, Remark, is_untold, point_of, words_of
from core.interview.feedback.soft_spots import soft_spots
from core.interview.feedback.stronger import checked, stronger
from core.interview.rating.scoring import HIGHEST
from core.interview.words.text import sentences

GOOD = 6.0  # score from which on an answer may stand as it is
SOUND = 8.0  # score from which on there may be nothing to mend
FULL = 8.5  # score from which on no step further is asked for
WHOLE = 9.0  # score from which on nothing is
A_LINE = 2  # words up to which nothing is told beside the slots
_WHOLE = (
    *("own_part", "empty_step", "own_steps", "result", "measure", "situation", "facts", "reason"),
    *("steps", "check"),
)
_WHOLE_ANYWHERE = (MATTER, WE)
_PARTICULAR = (
    *("empty_step", "empty_end", "repeat", "repeat_line", "subject", "vague"),
    *(
        "points",
        "given_points",
        "focus",
        MATTER,
        SAME,
        "soft_size",
        "soft_felt",
        "soft_rest",
        "soft_found",
    ),
)
_FRAMED = ("empty_step", "own_steps", "own_part", WE, MATTER)
ANOTHER = "Take another story."
# What is praised cannot be missing in the same answer.
AGAINST = {
    "result": ("result", "measure", "empty_end"),
    "measure": ("result", "measure", "empty_end"),
    "change": ("result", "measure", "empty_end"),
    "reason": ("reason",),
    "facts": ("facts",),
    "own_part": ("own_part", "own_steps", "empty_step", WE),
    "own_step": ("steps",),
    "check": ("check",),
    "path": ("path",),
}
NOTHING_TO_MEND = "Nothing to mend here: keep this story."
NOTHING_MISSING = "Nothing to mend here: keep this answer."
__all__ = [
    "AGAINST",
    "FULL",
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
        point_of("missing", one, number, version, asks(one, signals))
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


def _versions(found: Sequence[Found], signals: Signals) -> list[str]:
    """One stronger version at most: with the first improvement that has one."""
    versions = [""] * len(found)
    for place, one in enumerate(found):
        is_whole = one.kind in _WHOLE_ANYWHERE or (one.kind in _WHOLE and place == 0)
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
    return not all(tells_nothing(s) or is_claim(s) for s in told)


def _patch(one: Found, signals: Signals) -> str:
    version = patched(one.kind, signals, one.quote, one.about)
    return checked(version, f"{signals.text} {one.about}")


def _hinted(remarks: Sequence[Remark], hint: str) -> list[Remark]:
    """With the event that was told elsewhere, at the first remark that misses one."""
    at = next((at for at, remark in enumerate(remarks) if is_untold(remark)), None)
    if at is None:
        return list(remarks)
    point = remarks[at].point
    advice = ANOTHER if remarks[at].kind == "link" else point.advice
    hinted = replace(remarks[at], point=replace(point, advice=f"{advice} {hint}"))
    return [*remarks[:at], hinted, *remarks[at + 1 :]]
