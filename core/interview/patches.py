"""The one sentence of an answer that a remark is about, with a slot for what it lacks."""

from __future__ import annotations

import re

from core.interview.blaming import blames
from core.interview.signals import Signals
from core.interview.stronger import (
    ENDED,
    OWN,
    SIZE,
    WHEN,
    WHY,
    as_sentence,
    is_step,
    slotted,
    step_to_ask,
    tidy,
)

LONGEST = 60  # words
_BEHIND_A_STEP = {
    "reason": WHY,
    "facts": "[with which tool, where, how many?]",
    "check": "[how would you know that it worked?]",
}
_AT_THE_END = {
    "result": ENDED,
    "short": ENDED,
    "link": "[which part of the question does this answer?]",
    "role": "[which task in the advert does this go with?]",
    "short_other": "[where did you use it, and what came of it?]",
    "short_plan": "[what would you do first, and what next?]",
    "own_steps": OWN,
}
_IN_THE_QUOTE = {"own_part": OWN, "measure": SIZE, "empty_end": "[what was different afterwards?]"}


def patched(kind: str, signals: Signals, quote: str, about: str) -> str:
    """Empty where the remark is about no sentence of the answer, or about a very long one."""
    version = _patched(kind, signals, quote, about) if signals.sentences else ""
    return version if len(version.split()) <= LONGEST else ""


def _patched(kind: str, signals: Signals, quote: str, about: str) -> str:
    pieces = [piece for s in signals.sentences if not blames(s) for piece in tidy(s)]
    has_steps = any(map(is_step, pieces))
    if kind in _BEHIND_A_STEP:
        return slotted(pieces[step_to_ask(pieces)], _BEHIND_A_STEP[kind]) if has_steps else ""
    if kind in _IN_THE_QUOTE:
        return slotted(quote, _IN_THE_QUOTE[kind]) if quote and not blames(quote) else ""
    if kind == "vague":
        return _vague(signals, quote)
    before = as_sentence(WHEN) if kind in ("situation", "short") else ""
    behind = f"[what do you do about {about}?]" if kind == "points" else _AT_THE_END.get(kind, "")
    if not pieces or not (before or behind):
        return ""
    told = " ".join(pieces) if kind.startswith("short") else pieces[0 if before else -1]
    return " ".join(filter(None, (before, told, as_sentence(behind) if behind else "")))


def _vague(signals: Signals, phrase: str) -> str:
    """Behind "a lot of stakeholders" the slot asks how many, behind anything else what it was."""
    around = next((s for s in signals.sentences if phrase in s and not blames(s)), "")
    is_amount = phrase.lower().endswith((" of", "many different", "various", "some kind of"))
    slot = "[how many, or how much?]" if phrase.lower().endswith("lot of") else "[what exactly?]"
    tail = r"(?:\s+\w+)?" if is_amount else ""
    asked = re.sub(rf"({re.escape(phrase)}{tail})", rf"\1 {slot}", around, count=1)
    return " ".join(tidy(asked, aside=False))
