"""Who has to do something, at whose word and by when: what the tagger knows a task by.

"The nurses had to wait" is a scene and "I had to wait" may be a task, so the traits name whom it
binds. They see the form and not the verb: "asked me to" and "begged me to" are alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.interview.tagging.unit_clauses import SUBJECTS, is_past

_BE = frozenset({"was", "were", "is", "are", "am", "been", "be"})
_OBLIGED = frozenset({"had", "have", "has", "need", "needed", "needs", "got", "having"})
_WISHED = frozenset(
    {"wanted", "expected", "demanded", "insisted", "requested", "required", "wished", "asked",
     "ordered", "needed", "wants", "needs", "expects", "asks", "hoped", "instructed"}
)  # fmt: skip
_TOLD = frozenset({"me", "us"})
_OWN = frozenset({"i", "we"})
_NOT_TO_DO = frozenset(
    {"the", "a", "an", "my", "our", "his", "her", "their", "its", "this", "that", "these", "those",
     "me", "us", "him", "them", "it", "you", "one", "two", "each", "every", "all", "some"}
)  # fmt: skip
_TILL = frozenset({"by", "before", "until", "till", "within"})
_TIMES = frozenset({"<span>", "<date>", "end", "#", "then"})
_NEAR, _FAR = 5, 4  # words before and after that are looked at


def duties(spread: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """`kinds` are the words by their kind, such as "<date>"; the two need not run alike."""
    for place, word in enumerate(spread):
        before = spread[max(0, place - _NEAR) : place]
        after = spread[place + 1] if place + 1 < len(spread) else ""
        if word == "must":
            yield f"must:{_whom(before)}"
        elif before and word == "to" and after.isalpha() and after not in _NOT_TO_DO:
            yield from _bound(before)
        elif before and word in _TOLD and _tells(before[-1]):
            yield from (f"told:{word}", f"told:{word}-{'to' if after == 'to' else 'so'}")
        elif before and word in _WISHED and after != "to":
            yield f"wish:{_whom(before)}"
    yield from _limits(kinds)


def _bound(before: Sequence[str]) -> Iterator[str]:
    """What stands before "to do"."""
    verb, whom = before[-1], _whom(before[:-1])
    if verb in _OBLIGED:
        yield f"must:{whom}"
    elif verb in _BE or (len(before) > 1 and before[-2] in _BE and _is_done(verb)):
        yield f"bid:{whom}"
    elif verb in _WISHED:
        yield f"hope:{whom}"
    elif is_past(verb):
        yield f"vow:{whom}"


def _is_done(verb: str) -> bool:
    return is_past(verb) or verb.endswith("en") or verb == "due"


def _tells(verb: str) -> bool:
    return is_past(verb) or verb in _WISHED or verb in {"tells", "gives", "says", "leaves", "leave"}


def _whom(before: Sequence[str]) -> str:
    """The nearest subject: "i", "we", "you", "it" or "others"."""
    near = next((word for word in reversed(before) if word in SUBJECTS), "")
    return near if near in {*_OWN, "you", "it"} else "others"


def _limits(kinds: Sequence[str]) -> Iterator[str]:
    for place, kind in enumerate(kinds):
        ahead = kinds[place + 1 : place + 1 + _FAR]
        if kind in _TILL and "%" not in ahead and _TIMES & set(ahead):
            yield f"till:{kind}"
