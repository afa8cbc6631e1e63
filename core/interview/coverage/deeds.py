"""Whether a sentence tells the deed that a line of the advert asks for, and not only its thing.

The lists of deeds that are the same stand in `content/acts.toml`.
"""

from __future__ import annotations

from functools import cache

from core.interview.answers.acts import is_own_act
from core.interview.coverage.requirement import Requirement, Sort, without_you
from core.interview.coverage.requirements import steps_in
from core.interview.words.meaning import kinds_asked, kinds_told, root, roots, tasks
from core.interview.words.tables import table
from core.interview.words.text import content_stems, words
from core.models import Wanted


def tells_deed(text: str, one: Requirement) -> bool:
    """Whether somebody tells an own act, and of the kind that the line asks for.

    A line that names a thing and no deed ("a background in food") takes any act. Of a duty whose
    verb is not known the verb itself has to be told.
    """
    if not is_own_act(text, "behavioural"):
        return False
    verbs = _verbs(one)
    return not verbs or any(_is_told(verb, one, text) for verb in verbs)


def names_its_deed(one: Requirement) -> bool:
    """Whether the verb of the line says what is done, and does not leave it to the thing."""
    verbs = _verbs(one)
    return bool(verbs) and all(map(_is_known, verbs))


def _verbs(one: Requirement) -> list[str]:
    """What each step of the line begins with."""
    return [verb for step in steps_in(without_you(one.text)) for verb in words(step)[:1]]


def _is_known(verb: str) -> bool:
    asked = root(verb)
    is_same = any(asked in deeds for deeds in _same())
    return asked not in _plain() and (is_same or bool(kinds_asked(verb)))


def _is_told(verb: str, one: Requirement, text: str) -> bool:
    asked = root(verb)
    if asked in _plain() or not content_stems(verb):
        return True
    if kinds := kinds_asked(verb):
        return bool(kinds & kinds_told(text))
    alike = frozenset[str]().union(*(deeds for deeds in _same() if asked in deeds))
    if alike:
        return bool(alike & _said(text))
    is_deed = verb in tasks() or (one.wanted is Wanted.DUTY and one.sort is Sort.WORK)
    return asked in roots(text) if is_deed else True


def _said(text: str) -> frozenset[str]:
    return frozenset(map(root, words(text)))


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(root, table("acts")["plain"]))


@cache
def _same() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(root, verbs)) for verbs in table("acts")["same"].values())
