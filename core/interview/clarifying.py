"""The open question once more, for somebody who asked what was meant."""

from __future__ import annotations

from core.interview import bank
from core.interview.aims import Aim
from core.interview.probes import Probe, easier, is_usable, plain
from core.interview.tables import table
from core.interview.text import pick
from core.models import Level, PlannedQuestion

_NEARBY = "Let me ask about something close to it instead. "
_NO_QUESTION = (None, Aim.WORDS, Aim.BOUNDARY, Aim.BESIDE)  # the planned one is still open then


def clarified(
    probe: Probe, planned: PlannedQuestion, level: Level, others: frozenset[str], times: int
) -> str:
    """The open question for somebody who asked what was meant, for the first or second time.

    It is the same question in easier words: the second wording of the bank's question, or of the
    probe's rung. Who asks a second time about a question of the plan gets one beside it; `others`
    belong to their own topics.
    """
    simple = bank.plain_of(planned.text)
    if probe.aim not in _NO_QUESTION:
        return easier(probe, simple or planned.text)
    if times > 1 and probe.aim is None and (near := _nearby(probe, planned, level, others)):
        return near
    if simple and is_usable(simple, probe.used):
        return simple
    return _explained(probe, planned, simple or planned.text)


def put_off(probe: Probe) -> str:
    """The open question behind a word on when the candidate's own ones come, or nothing."""
    texts = (text.replace("{question}", probe.asked) for text in table("replies")["say"]["later"])
    usable = tuple(text for text in texts if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else ""


def _nearby(probe: Probe, planned: PlannedQuestion, level: Level, others: frozenset[str]) -> str:
    alike = (text for text in _on_the_same(planned, level) if text not in others | probe.used)
    texts = tuple(f"{_NEARBY}{text}" for text in alike)
    usable = tuple(text for text in texts if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else ""


def _explained(probe: Probe, planned: PlannedQuestion, question: str) -> str:
    """The question behind a few words on what kind of answer is wanted."""
    rung = bank.probe_wordings(_explaining(planned), quoting=False)
    texts = (text.replace("{question}", question) for text in rung)
    usable = tuple(text for text in texts if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else plain(probe, f"again_{planned.style}")


def _explaining(planned: PlannedQuestion) -> str:
    """The rung that says what kind of answer is wanted."""
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
