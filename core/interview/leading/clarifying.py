"""The open question once more, for somebody who asked what was meant."""

from __future__ import annotations

from dataclasses import dataclass

from core.interview.answers.aims import Aim
from core.interview.leading.probes import Probe, easier, is_usable, plain
from core.interview.planning import bank
from core.interview.words.tables import table
from core.interview.words.text import pick
from core.models import Level, PlannedQuestion

_NEARBY = "Let me ask about something close to it instead. "
_NO_QUESTION = (None, Aim.WORDS, Aim.BOUNDARY, Aim.BESIDE)  # the planned one is still open then


@dataclass(frozen=True, slots=True)
class Unclear:
    """The question of a topic that was not understood for the first or second time.

    `others` belong to their own topics, and `family` is that of the job.
    """

    planned: PlannedQuestion
    level: Level
    family: str
    others: frozenset[str]
    times: int


def clarified(probe: Probe, unclear: Unclear) -> str:
    """The open question for somebody who asked what was meant.

    It is the same question in easier words: the second wording of the bank's question, or of the
    probe's rung. Who asks a second time about a question of the plan gets one beside it.
    """
    planned = unclear.planned
    simple = bank.plain_of(planned.text)
    if probe.aim is Aim.ELSEWHERE and simple and simple in probe.asked:
        return plain(probe, probe.aim.value)
    if probe.aim not in _NO_QUESTION:
        return easier(probe, simple or planned.text)
    if unclear.times > 1 and probe.aim is None and (near := _nearby(probe, unclear)):
        return near
    if simple and is_usable(simple, probe.used):
        return simple
    return _explained(probe, planned, simple or planned.text)


def put_off(probe: Probe) -> str:
    """The open question behind a word on when the candidate's own ones come, or nothing."""
    texts = (text.replace("{question}", probe.asked) for text in table("replies")["say"]["later"])
    usable = tuple(text for text in texts if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else ""


def _nearby(probe: Probe, unclear: Unclear) -> str:
    alike = (t for t in _on_the_same(unclear) if t not in unclear.others | probe.used)
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


def _on_the_same(unclear: Unclear) -> tuple[str, ...]:
    planned, level = unclear.planned, unclear.level
    if planned.competency and planned.style == "behavioural":
        return bank.behavioural(planned.competency, level, unclear.family)
    if planned.competency and planned.style == "situational":
        return bank.situational(planned.competency, level, unclear.family)
    personal = {"opening": bank.openings, "motivation": bank.closings}.get(planned.style)
    return personal(level) if personal else ()
