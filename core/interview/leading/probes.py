"""What a probe asks for, and its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.answers.aims import CONFIDENTIAL, PARTS, Aim
from core.interview.planning import bank
from core.interview.wording import fault_of
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import pick, sentences
from core.models import Message, PlannedQuestion

_AT_WORK = regex(r"(?i)\b(?:at|in|from)\s+(?:work|(?:your|a|the|this)\s+(?:job|work))\b")
_MARK = "[?\uff1f\u061f]"
_PREFIXES = ("", "On this one: ", "For this example: ", "Once more on this topic: ")
_RUNGS = {
    Aim.WORDS: "gibberish",
    Aim.IMAGINED: "imagined",
    Aim.ELSEWHERE: "elsewhere",
    Aim.BESIDE: "beside",
    Aim.STORY: "story",
    Aim.ANOTHER: "another",
}


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


def worded(probe: Probe, words: str, *, is_name: bool = False) -> str:
    """A neutral wording that has not been used yet; it quotes `words` where there are some.

    `is_name` where they only name something: "the late drug rounds".
    """
    if probe.aim is Aim.BOUNDARY:
        return _boundary(probe)
    if probe.aim is Aim.ANOTHER:
        return _fresh(probe, _say("another"))
    rung = _rung(probe)
    texts = (text.replace("{words}", words) for text in _quoting(rung, words, is_name=is_name))
    whole = (text.replace("{question}", probe.asked) for text in texts)
    usable = tuple(text for text in whole if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else plain(probe, rung)


def easier(probe: Probe, question: str) -> str:
    """The last probe in plainer words; `question` is that of the topic."""
    texts = table("probes")[_rung(probe)].get("easier", ())
    whole = tuple(text.replace("{question}", question) for text in texts)
    usable = tuple(text for text in whole if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else plain(probe, f"again_{probe.style}")


def on_wider_ground(probe: Probe, planned: PlannedQuestion) -> str:
    """The question in its plain words, for an example from elsewhere.

    Empty where they were said before, or speak of the job themselves.
    """
    simple = bank.plain_of(planned.text)
    was_said = any(simple in text for text in probe.used)
    return "" if was_said or not simple or _AT_WORK.search(simple) else easier(probe, simple)


def _quoting(rung: str, words: str, *, is_name: bool) -> tuple[str, ...]:
    if not words:
        return ()
    named = table("probes")[rung].get("named") if is_name else None
    return tuple(named or bank.probe_wordings(rung, quoting=True))


def is_usable(text: str, used: frozenset[str]) -> bool:
    """Whether it can be said: new, whole and without fault."""
    return text not in used and "{" not in text and not fault_of(text)


def _boundary(probe: Probe) -> str:
    texts = (text.replace("{question}", probe.asked) for text in _say("boundary"))
    usable = tuple(text for text in texts if is_usable(text, probe.used))
    return pick(probe.seed, usable) if usable else plain(probe, "abusive")


def plain(probe: Probe, rung: str) -> str:
    """The rung's wording without a quote."""
    texts = bank.probe_wordings(rung, quoting=False)
    whole = tuple(text.replace("{question}", probe.asked) for text in texts)
    usable = tuple(text for text in whole if not fault_of(text))
    return _fresh(probe, usable or bank.probe_wordings(f"again_{probe.style}", quoting=False))


def _say(name: str) -> tuple[str, ...]:
    return tuple(table("replies")["say"][name])


def _fresh(probe: Probe, texts: tuple[str, ...]) -> str:
    rounds = (tuple(_begin(prefix, text) for text in texts) for prefix in _PREFIXES)
    unused = (tuple(text for text in each if text not in probe.used) for each in rounds)
    return pick(probe.seed, next(filter(None, unused)))


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
