"""What a probe asks for, and its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.interview import bank
from core.interview.signals import is_act
from core.interview.tables import table
from core.interview.text import pick, sentences
from core.interview.wording import fault_of
from core.models import Level, Message, Part, PlannedQuestion

FEWEST_WORDS, MOST_WORDS = 4, 14
FEWEST_OF_A_NAME = 3
_PIECE = r"[^\n.,;:!?…“”\"()\u2013\u2014]"
_SUBJECT = (
    r"(?:I|[Ww]e|[Tt]hey|[Yy]ou\s+c(?:an|ould)|[Ii]t|[Hh]e|[Ss]he|[Tt]hat|[Tt]here|[Pp]eople"
    r"|[Ee]very(?:one|body)|(?:[Tt]he|[Mm]y|[Oo]ur|[Tt]heir|[Aa]n?|[Oo]ne)\s+[\w-]+)\s"
)
# What may stand before a clause and is no part of it.
_LEAD = (
    r"(?i)^\s*(?:(?:and|but|so|then|because|when|while|after|before|where|well|in\s+the\s+end|as\s+a\s+result"
    r"|at\s+the\s+end|afterwards|since\s+then|after\s+that|(?:last|this|one|that)\s+\w+(?=\s(?:I|we|the|an?|my)\s))"
    r"\s+)*"
)
# What is remembered or thought, and what somebody is or has, is nothing that was done or happened.
_IDLE = (
    r"(?i)^(?:I\s+(?:remember|recall|think|thought|guess|believe|suppose|mean|know|would\s+(?:say|rather)"
    r"|am|was|have|had|never|do(?:n['\u2019]t|\s+not)|can(?:not|['\u2019]t))|\w+\s+(?:is|are)"
    r"|(?:there|that)\s+w(?:as|ere)|(?:the|my|our|their|an?|one)\s+[\w-]+\s+(?:is|are|of|on|in|at|for))\b"
)
_OWN = r"(?i)^I\s+(?:\w+ly\s+|then\s+|also\s+|first\s+)?([a-z]+)"
# What the candidate remembers, or a few words that name something and say nothing of it.
_NAMED = (
    rf"(?i)\b(?:remember|recall|think(?:ing)?\s+of|(?:^|(?<=[\n.!?…]\s))(?:well\s+|maybe|perhaps|probably))"
    rf"\s+((?:the|an?|my|our|one)\s{_PIECE}{{4,120}})"
)
# Words that join two clauses.
_JOINT = (
    r"(?i)\s+(?:and|but|so|or|because|which|while|when|where|after|before|until|since|although"
    r"|though|if|as|who|then)\s"
)
_JOINT_OF_NAMES = r"(?i)\s+(?:and|but|so|or|because|although|though|then)\s"
_LOOSE_END = (
    r"(?i)\s(?:the|an?|to|of|in|on|at|for|from|with|by|my|our|their|his|her|its|that|this|very|was"
    r"|were|is|are|had|not|about|into|than|out|both|either|i|we|they)$"
)
_NEARBY = "Let me ask about something close to it instead. "
_MARK = "[?\uff1f\u061f]"
_PREFIXES = ("", "On this one: ", "For this example: ", "Once more on this topic: ")


class Aim(StrEnum):
    """Why a probe is put: a part of the story is missing, or there is no story yet."""

    SITUATION = Part.SITUATION.value
    ACTION = Part.ACTION.value
    OWN_PART = Part.OWN_PART.value
    RESULT = Part.RESULT.value
    MEASURE = Part.MEASURE.value
    SHORT = "more"
    AGAIN = "an answer"
    OCCASION = "one occasion"
    WORDS = "words"
    BOUNDARY = "respect"
    ELSEWHERE = "elsewhere"
    IMAGINED = "an imagined case"
    ANOTHER = "another example"

    @property
    def part(self) -> Part | None:
        return Part(self.value) if self in PARTS else None

    @property
    def label(self) -> str:
        return "outcome" if self is Aim.RESULT else self.value

    @property
    def because(self) -> str:
        return f"Asked because {_BECAUSE[self]}."


CONFIDENTIAL = "confidential"  # the style of a probe behind an answer that is held back
PARTS = (Aim.SITUATION, Aim.ACTION, Aim.OWN_PART, Aim.RESULT, Aim.MEASURE)
_BECAUSE = {
    Aim.SITUATION: "neither a situation nor a task was named",
    Aim.ACTION: "no step was named",
    Aim.OWN_PART: "your own part was not named",
    Aim.RESULT: "no result was named",
    Aim.MEASURE: "no measure of the result was named",
    Aim.SHORT: "your answer was very short",
    Aim.AGAIN: "part of the question is still open",
    Aim.OCCASION: "no single occasion was told",
    Aim.WORDS: "your answer could not be read as words",
    Aim.BOUNDARY: "your reply was not an answer, and not polite",
    Aim.ELSEWHERE: "you said that you had no example",
    Aim.IMAGINED: "you still had no example",
    Aim.ANOTHER: "this story was told for an earlier question",
}
_NO_QUESTION = (None, Aim.WORDS, Aim.BOUNDARY)  # the planned one is still open then
_RUNGS = {Aim.WORDS: "gibberish", Aim.IMAGINED: "imagined", Aim.ELSEWHERE: "elsewhere"}


@dataclass(frozen=True, slots=True)
class Probe:
    """What is to be worded. `aim` is None for a question itself; `used` is not said again.

    `asked` is the open question.
    """

    aim: Aim | None
    style: str
    seed: str
    used: frozenset[str]
    asked: str


def asked_in(message: Message, planned: PlannedQuestion) -> str:
    """The question that the message asks, without the greeting or the transition before it."""
    if planned.text in message.content:
        return planned.text
    if not message.model:
        return message.content
    asking = [part for part in _pieces(message.content) if re.search(_MARK, part)]
    return asking[-1] if asking else message.content


def _pieces(text: str) -> Iterator[str]:
    """The sentences, also of a script that puts no space between them."""
    for sentence in sentences(text):
        yield from filter(None, map(str.strip, re.split(r"(?<=[\u3002\uff01\uff1f])", sentence)))


def worded(probe: Probe, words: str) -> str:
    """A neutral wording that has not been used yet; it quotes `words` where there are some."""
    if probe.aim is Aim.BOUNDARY:
        return _boundary(probe)
    if probe.aim is Aim.ANOTHER:
        return _fresh(probe, _say("another"))
    rung = "again_named" if probe.aim is Aim.OCCASION and is_name(words) else _rung(probe)
    quoting = bank.probe_wordings(rung, quoting=True) if words else ()
    texts = (text.replace("{words}", words) for text in quoting)
    usable = tuple(text for text in texts if text not in probe.used and not fault_of(text))
    if usable:
        return pick(probe.seed, usable)
    return _plain(probe, _rung(probe))


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
        if usable := tuple(t for t in texts if _is_usable(t, probe.used)):
            return pick(probe.seed, usable)
    text = planned.text if probe.aim in _NO_QUESTION else probe.asked
    rung = bank.probe_wordings(_explaining(probe.aim, planned), quoting=False)
    explained = (t.replace("{question}", text) for t in rung)
    usable = tuple(t for t in explained if _is_usable(t, probe.used))
    return pick(probe.seed, usable) if usable else _plain(probe, _rung(probe))


def _explaining(aim: Aim | None, planned: PlannedQuestion) -> str:
    """The rung that says what kind of answer is wanted."""
    if aim in PARTS and planned.style == "behavioural":
        return f"clarify_{aim}"
    if aim in (Aim.IMAGINED, *PARTS):
        return "clarify_situational"
    if planned.style == "technical" and (planned.skill or planned.need):
        return "clarify_skill" if planned.skill else "clarify_need"
    return f"clarify_{planned.style}"


def _is_usable(text: str, used: frozenset[str]) -> bool:
    return text not in used and "{" not in text and not fault_of(text)


def _boundary(probe: Probe) -> str:
    texts = (text.replace("{question}", probe.asked) for text in _say("boundary"))
    usable = tuple(text for text in texts if _is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else _plain(probe, "abusive")


def _plain(probe: Probe, rung: str) -> str:
    return _fresh(probe, bank.probe_wordings(rung, quoting=False))


def _say(name: str) -> tuple[str, ...]:
    return tuple(table("replies")["say"][name])


def _fresh(probe: Probe, texts: tuple[str, ...]) -> str:
    rounds = (tuple(_begin(prefix, text) for text in texts) for prefix in _PREFIXES)
    unused = (tuple(text for text in each if text not in probe.used) for each in rounds)
    return pick(probe.seed, next(filter(None, unused)))


def _on_the_same(planned: PlannedQuestion, level: Level) -> tuple[str, ...]:
    if planned.competency and planned.style == "behavioural":
        return bank.behavioural(planned.competency, level)
    if planned.competency and planned.style == "situational":
        return bank.situational(planned.competency, level)
    personal = {"opening": bank.openings, "motivation": bank.closings}.get(planned.style)
    return personal(level) if personal else ()


def own_words(answer: str, aim: Aim) -> str:
    """A clause of the answer that a probe can refer to, verbatim, or an empty string.

    It tells what was done or what happened; where there is none, it names what was spoken of.
    """
    clauses = list(_clauses(answer))
    if aim is Aim.OWN_PART:
        clauses.sort(key=lambda clause: not clause.lower().startswith("we "))
    elif aim in (Aim.RESULT, Aim.MEASURE):
        clauses.reverse()
    else:
        clauses.sort(key=lambda clause: not _is_own_act(clause))
    named = list(filter(None, map(_name_in, re.finditer(_NAMED, answer))))
    return next(iter((*named, *clauses) if aim is Aim.OCCASION else (*clauses, *named)), "")


def is_name(words: str) -> bool:
    """Whether these words only name something: "the late drug rounds"."""
    return re.match(r"(?i)(?:the|an?|my|our|one)\s", words) is not None


def _is_own_act(clause: str) -> bool:
    found = re.match(_OWN, clause)
    return found is not None and is_act(found[1])


def _name_in(match: re.Match[str]) -> str:
    name = re.split(_JOINT_OF_NAMES, f"{match[1]} ", maxsplit=1)[0].strip()
    is_whole = FEWEST_OF_A_NAME <= len(name.split()) <= MOST_WORDS
    return name if is_whole and not re.search(_LOOSE_END, name) else ""


def _clauses(answer: str) -> Iterator[str]:
    """The short clauses about what was done or happened, each from its beginning to its end."""
    for match in re.finditer(rf"{_PIECE}+", answer):
        *whole, last = re.split(_JOINT, match.group())
        is_cut = answer[match.end() : match.end() + 1] not in "\n.,;:!?…"
        for piece in (*whole, "" if is_cut else last):
            clause = re.sub(_LEAD, "", piece, count=1).strip()
            if _can_be_quoted(clause):
                yield clause


def _can_be_quoted(clause: str) -> bool:
    fits = FEWEST_WORDS <= len(clause.split()) <= MOST_WORDS
    is_loose = re.search(_LOOSE_END, clause) or re.search(_IDLE, clause)
    return fits and not is_loose and re.match(_SUBJECT, clause) is not None


def _rung(probe: Probe) -> str:
    aim, style = probe.aim, probe.style
    if style == CONFIDENTIAL:
        return f"again_{CONFIDENTIAL}"
    if aim in _RUNGS:
        return _RUNGS[aim]
    if aim not in PARTS or aim is None:
        return f"again_{style}"
    is_imagined = style == "situational" and aim in (Aim.ACTION, Aim.RESULT)
    return f"situational_{aim.value}" if is_imagined else aim.value


def _begin(prefix: str, text: str) -> str:
    """The prefix stands before the question, behind what is said first."""
    if not prefix:
        return text
    *before, question = sentences(text)
    return " ".join((*before, prefix + question[0].lower() + question[1:]))
