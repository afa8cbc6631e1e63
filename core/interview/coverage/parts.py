"""Lines that ask for two things, such as leading a team and coaching it: which of them was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.interview.coverage.heard import MOST_ALSO, Heard, Interview
from core.interview.coverage.requirement import Requirement, Sort, without_you
from core.interview.coverage.requirements import part_of, steps_in
from core.interview.words.meaning import times_in
from core.interview.words.patterns import regex
from core.models.telling import listed

# "..., also on a monthly on-call week": when it is done is a demand of its own.
_ALSO_WHEN = regex(r"(?i)(?:,\s*|\s+)(?:also|including)\s+(?P<when>[^,;]{3,60})$")
_ENDS = " .;,"
# What is asked for is the bringing on, and not the visits or calls that it is about.
_BRINGS_ON = regex(
    r"(?i)\b(?:coach|train|mentor|teach|taught|supervis|apprais|guid|instruct|tutor)\w*"
    r"|\b(?:show(?:ed|s)?|help(?:ed|s)?)\s+(?:\w+\s+){1,4}(?:how|learn)\b"
)
_NO_STORY = "Say whether it suits you."
_STORY = "Have an example ready."
_CASE = "Have one such time ready: with whom, what you did and what came of it."


@dataclass(frozen=True, slots=True)
class Parted:
    """What answers show of a line in parts; `note` says which part is open, empty for none."""

    heard: Heard
    note: str


def parts_of(one: Requirement) -> tuple[Requirement, ...]:
    """The parts of a line that can be told apart; empty for a line that is one or leaves a choice.

    A part has words of its own to be known by.
    """
    if one.sort not in (Sort.TRAIT, Sort.WORK) or one.is_open:
        return ()
    text = one.text.strip(_ENDS)
    when = _ALSO_WHEN.search(text)
    if when is None or not times_in(when["when"]):
        return _of_steps(one, text)
    rest = text[: when.start()]
    last = replace(part_of(one, when["when"]), sort=Sort.TIME)
    return (*(_of_steps(one, rest) or (part_of(one, rest),)), last)


def parted(one: Requirement, heard: Heard, interview: Interview) -> Parted | None:
    """None for a line without parts, or where no part surely is shown.

    `heard` is what was found for the whole. A part of which no answer says a word is open.
    """
    told = [(part, _heard(part, interview)) for part in parts_of(one)]
    shown = [each for _, each in told if each.quote]
    silent = [part for part, each in told if not each.quote and _is_silent(part, interview)]
    if len(silent) == len(told) or not (shown or heard.quote):
        return None
    best = heard if heard.quote else replace(shown[0], asked=heard.asked)
    if silent:
        return Parted(best, _open(silent, interview))
    numbers = {*heard.also, *(each.number for each in shown)} - {best.number}
    if heard.quote or len(shown) == len(told):
        return Parted(replace(best, also=tuple(sorted(numbers)[:MOST_ALSO])), "")
    names = listed([_name(part) for part, each in told if each.quote])
    return Parted(best, f"That is about {names}.")


def _heard(part: Requirement, interview: Interview) -> Heard:
    heard = interview.heard(part)
    brings_on = _BRINGS_ON.search(part.text) is not None
    return replace(heard, quote="") if brings_on and _is_silent(part, interview) else heard


def _is_silent(part: Requirement, interview: Interview) -> bool:
    """Where people are to be brought on, that no answer tells anything of that kind."""
    if _BRINGS_ON.search(part.text):
        return not interview.finds(_BRINGS_ON)
    return not interview.mentions(part)


def _of_steps(one: Requirement, text: str) -> tuple[Requirement, ...]:
    steps = steps_in(text)
    is_list = "," in steps[0]  # "design, test and run the services": the last of them ends the list
    return tuple(part_of(one, step) for step in steps) if len(steps) > 1 and not is_list else ()


def _open(silent: Sequence[Requirement], interview: Interview) -> str:
    """What to do about the parts of which nothing was told, or hardly more than that it was so."""
    for part in silent:
        if number := interview.spoken(part)[1]:
            rest = [other for other in silent if other is not part]
            touched = f"{_name(part)} is only touched on in answer {number}. {_CASE}"
            return f"{touched} {_open(rest, interview)}" if rest else touched
    names = listed([_name(part) for part in silent])
    is_time = all(part.sort is Sort.TIME for part in silent)
    were = "was" if len(silent) == 1 else "were"
    is_curious = any(interview.is_asked_about(part) for part in silent)
    asked = ", but you asked about it at the end" if is_curious and len(silent) == 1 else ""
    return f"{names} {were} not found in your answers{asked}. {_NO_STORY if is_time else _STORY}"


def _name(part: Requirement) -> str:
    """In the advert's words."""
    return f"“{without_you(part.text.strip(_ENDS))}”"
