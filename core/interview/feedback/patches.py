"""The one sentence of an answer that a remark is about, with a slot for what it lacks."""

from __future__ import annotations

import re

from core.interview.answers.acts import names_act
from core.interview.answers.blaming import blames
from core.interview.answers.scene import names_a_time
from core.interview.answers.signals import Signals
from core.interview.answers.talk import is_talk
from core.interview.feedback.gaps import (
    ENDED,
    OWN,
    WHEN,
    about_what,
    asked_what,
    is_plain_day,
    is_stock,
    size_slot,
    tells_nothing,
    vague_slot,
    with_why,
)
from core.interview.feedback.openings import MATTER, WE, matter_of
from core.interview.feedback.stronger import as_sentence, slotted, step_to_ask, tidy
from core.interview.planning import bank
from core.interview.words.patterns import regex
from core.interview.words.subjects import frames
from core.interview.words.text import content_stems

LONGEST = 60  # words
_PAST = regex(
    r"\b(?:I|[Ww]e)\s+(?:\w+ly\s+|then\s+|also\s+)?(?:\w{2,}ed|had|was|were|did|rang|told|wrote|made|took|went|gave"
    r"|built|drew|found|saw|put|said|got|kept|sent|brought|bought|sold|led|ran|spoke|met|came|held)\b"
)
_WORKED, _WHEN = "[how would you know that it worked?]", "[when was this?]"
_AT_THE_END = {
    "result": ENDED,
    "short": ENDED,
    "role": "[which task in the advert does this go with?]",
    "path": "[where was that?]",
    "moment": "[when did you do something like it?]",
    "aim": "[by which figure would you see it?]",
    "short_other": "[where did you use it?]",
    "short_plan": "[what would you do first?]",
    "own_steps": OWN,
}
# Where nothing of the answer tells anything: what it needs, from its first hole on.
_NEAREST = "[When did you do something like it?] [What came of it?]"
_LAST = "[When did you last do so?] [How did it end?]"
_FRAMES = {
    "path": "[Where did you work?] [As what?] [For how long?] [What did you do there?]",
    "role": f"[Which task from the advert?] {_NEAREST}",
    "moment": f"[Which task from the advert?] {_NEAREST}",
    "method": f"First I [do what?], then [what next?]. {_LAST}",
    "steps": "First I would [do what?], then [what next?]. [How would you know that it worked?]",
}
_PERSONAL = ("opening", "motivation")


def patched(kind: str, signals: Signals, quote: str, about: str) -> str:
    """Empty where the remark is about no sentence of the answer, or about a very long one.

    Empty too where the answer was given before: that is not mended by adding to it.
    """
    if not signals.sentences or signals.repeats:
        return ""
    version = _patched(kind, signals, quote, about)
    return version if len(version.split()) <= LONGEST else ""


def _patched(kind: str, signals: Signals, quote: str, about: str) -> str:
    if kind in ("own_part", WE, "measure", "empty_end", "empty_step"):
        return _in_the_quote(kind, quote)
    if kind in (MATTER, "vague"):
        return _of_the_matter(signals) if kind == MATTER else _vague(signals, quote)
    pieces = _pieces(signals)
    if not pieces or (kind == "path" and is_talk(signals)):
        return _FRAMES.get(kind, "")
    if kind in ("reason", "facts", "check"):
        return _behind_a_step(kind, pieces)
    if kind == "points":
        return _behind_its_own(_ask(signals, about), pieces, signals)
    return _around(kind, pieces)


def _of_the_matter(signals: Signals) -> str:
    """The slot of the matter before what is told; where a feeling is named it stands there."""
    told = [s for s in signals.sentences if not (blames(s) or is_plain_day(s))]
    asked = [piece for s in told for piece in tidy(asked_what(about_what(s)), aside=False)]
    matter = matter_of(signals)
    if not matter or not asked:
        return ""
    slot = () if asked != told and about_what(told[0]) != told[0] else (as_sentence(matter.slot),)
    return " ".join((*slot, *asked))


def _around(kind: str, pieces: list[str]) -> str:
    """A slot before the first sentence or behind the last one, where the kind has one."""
    before = as_sentence(WHEN) if kind in ("situation", "short") else ""
    behind = _AT_THE_END.get(kind, "")
    if not (before or behind):
        return ""
    told = " ".join(pieces) if kind.startswith("short") else pieces[0 if before else -1]
    return " ".join(filter(None, (before, told, as_sentence(behind) if behind else "")))


def _pieces(signals: Signals) -> list[str]:
    """What tells anything, cut into sentences; nothing where none does."""
    fair = [s for s in signals.sentences if not (blames(s) or is_plain_day(s))]
    is_personal = signals.question.style in _PERSONAL
    telling = [s for s in fair if not (tells_nothing(s) or (is_personal and is_stock(s)))]
    return [piece for sentence in telling for piece in tidy(sentence)]


def _behind_a_step(kind: str, pieces: list[str]) -> str:
    if not any(map(names_act, pieces)):
        return ""
    step = pieces[step_to_ask(pieces)]
    if kind == "reason":
        return told if (told := with_why(step)) != step else ""
    slot = _WORKED if kind == "check" else _when(step, pieces)
    return slotted(step, slot) if slot else ""


def _when(step: str, pieces: list[str]) -> str:
    """The one thing that a step without a fact leaves open for certain: a time that is not told."""
    is_open = _PAST.search(step) is not None and not names_a_time(" ".join(pieces))
    return _WHEN if is_open else ""


def _in_the_quote(kind: str, quote: str) -> str:
    if not quote or blames(quote):
        return ""
    asked = asked_what(quote)
    if asked != quote:
        return " ".join(tidy(asked, aside=False))
    slots = {
        "own_part": OWN,
        WE: OWN,
        "measure": size_slot(quote),
        "empty_end": "[what was different afterwards?]",
    }
    return slotted(quote, slots[kind]) if kind in slots else ""


def _ask(signals: Signals, about: str) -> str:
    """The question of the first point that is missing, as a slot."""
    asks = (p.ask for p in bank.points_of(signals.question) if p.ask and p.name in about)
    return next((f"[{ask[:1].lower()}{ask[1:]}]" for ask in asks), "")


def _behind_its_own(slot: str, pieces: list[str], signals: Signals) -> str:
    """Behind the sentence that speaks of the same thing; empty where none does."""
    asked = content_stems(slot) - frames() - content_stems(signals.question.text)
    shared = {piece: len(content_stems(piece) & asked) for piece in pieces}
    best = max(pieces, key=shared.__getitem__, default="")
    return f"{best} {as_sentence(slot)}" if best and shared[best] else ""


def _vague(signals: Signals, phrase: str) -> str:
    """Behind "a lot of stakeholders" the slot asks how many, behind anything else what it was."""
    around = next((s for s in signals.sentences if phrase in s and not blames(s)), "")
    if tells_nothing(around):
        return ""
    is_amount = phrase.lower().endswith((" of", "many different", "various", "some kind of"))
    tail = r"(?:\s+\w+)?" if is_amount else ""
    slot = vague_slot(phrase)
    asked = re.sub(rf"({re.escape(phrase)}{tail})", rf"\1 {slot}", around, count=1)
    return " ".join(tidy(asked, aside=False))
