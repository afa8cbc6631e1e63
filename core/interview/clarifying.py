"""The open question once more, for somebody who asked what was meant."""

from __future__ import annotations

from core.interview import bank
from core.interview.aims import PARTS, Aim
from core.interview.probes import Probe, is_usable, plain
from core.interview.text import pick
from core.models import Level, PlannedQuestion

_NEARBY = "Let me ask about something close to it instead. "
_NO_QUESTION = (None, Aim.WORDS, Aim.BOUNDARY)  # the planned one is still open then


def clarified(
    probe: Probe, planned: PlannedQuestion, level: Level, others: frozenset[str], times: int
) -> str:
    """The open question for somebody who asked what was meant, for the first or second time.

    It is the same question, with what kind of answer would fit. Who asks a second time about a
    question of the plan gets one beside it; `others` belong to their own topics.
    """
    if times > 1 and probe.aim is None:
        alike = (t for t in _on_the_same(planned, level) if t not in others | probe.used)
        texts = tuple(f"{_NEARBY}{text}" for text in alike)
        if usable := tuple(t for t in texts if is_usable(t, probe.used)):
            return pick(probe.seed, usable)
    text = planned.text if probe.aim in _NO_QUESTION else probe.asked
    rung = bank.probe_wordings(_explaining(probe.aim, planned), quoting=False)
    explained = (t.replace("{question}", text) for t in rung)
    usable = tuple(t for t in explained if is_usable(t, probe.used))
    return pick(probe.seed, usable) if usable else plain(probe)


def _explaining(aim: Aim | None, planned: PlannedQuestion) -> str:
    """The rung that says what kind of answer is wanted."""
    if aim in PARTS and planned.style == "behavioural":
        return f"clarify_{aim}"
    if aim in (Aim.IMAGINED, *PARTS):
        return "clarify_situational"
    if planned.style == "technical" and (planned.skill or planned.need):
        return "clarify_skill" if planned.skill else "clarify_need"
    return f"clarify_{planned.style}"


def _on_the_same(planned: PlannedQuestion, level: Level) -> tuple[str, ...]:
    if planned.competency and planned.style == "behavioural":
        return bank.behavioural(planned.competency, level)
    if planned.competency and planned.style == "situational":
        return bank.situational(planned.competency, level)
    personal = {"opening": bank.openings, "motivation": bank.closings}.get(planned.style)
    return personal(level) if personal else ()
