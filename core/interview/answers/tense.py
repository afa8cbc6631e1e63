"""A story told in the present tense, as it may be told of one event, put into the past.

Who speaks a second language, or tells vividly, says "I go to him and ask him". Whatever looks for
steps and ends looks for the past, so such a story is read in the past. What is put so is looked at
and never shown. Where habits or views are told, or nothing shows that it is one event, the words
stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import fsum

from core.interview.answers.acts import is_act
from core.interview.answers.scene import names_a_time, sets_a_scene
from core.interview.words.patterns import regex
from core.interview.words.tables import table

ONE_EVENT = 1.0  # of what the signs of one event tell together, from which on it is one
IN_GENERAL = 0.5  # share of sentences about what is so in general, from which on it is none
_A_TIME, _A_SCENE, _A_DEED, _SOMEBODY, _SOMETHING, _IN_TURN = 1.0, 0.5, 1.0, 0.5, 0.75, 0.25
_BETWEEN = r"(?:(?:\w+ly|also|then|first|next|just|even|later|soon|still|only|both|all|myself)\s+)"
# What is so in general, or now, and what would be done.
_GENERAL = regex(
    r"(?i)\b(?:alway|always|usually|normally|generally|typically|often|sometimes|never|every|whenever"
    r"|mostly|if|nowadays|today|regularly|daily|constantly|tend|try|believe|prefer|would|will|should"
    r"|must|people|everyone|everybody|anyone|in\s+general|as\s+a\s+rule|these\s+days|to\s+this\s+day|in\s+such"
    r"|each\s+time|good\s+at|able\s+to)\b"
    r"|\bwhen\s+(?:an?|some\w+|you|there|customers|clients|patients|things|(?:I|we)\s+(?:have|get|see|face|am|are))\b"
    r"|\b(?:you|one)\s+(?:have|need|can|just|are|do|make|get|know)\b|\b(?:I|we)['\u2019](?:d|ll)\b"
    r"|\bit(?:['\u2019]s|\s+is)\s+(?:\w+\s+){0,2}(?:important|essential|key|crucial|vital|about)\b"
    r"|\bnow\W{0,3}$|^\W{0,3}now\b"
)
_DEED = regex(rf"(?i)\b(?:I|we|he|she|they|who|and|it)\s+{_BETWEEN}{{0,2}}([a-z]+)\b")
_SOMEBODY_THERE = regex(r"(?i)(?<!\bor\s)\b(?:he|she)\b(?!\s*(?:or|/))")
# "A woman comes", "there is a door": said of one that was not spoken of before.
_COMES_UP = regex(
    r"(?i)^\W{0,3}(?:an?|one|two|three|some)\s+(?:[\w-]+\s+){1,4}?(?:is|are|has|have|wants?|comes?|asks?|calls?"
    r"|complains?|does|do|gets?|needs?|says?|tells?)\b"
    r"|\bthere\s+(?:is|are)\s+(?:an?|one|two|three)\b"
    r"|\b(?:I|we)\s+(?:have|get)\s+(?:an?|one|two|three)\s+(?:[\w-]+\s+){1,3}?(?:who|that|which|and\s+(?:he|she|they|it))\b"
    r"|\b(?:two|three|four|five)\s+(?:of\s+(?:my|our|the)\s+)?(?:[\w-]+\s+)?(?:members|colleagues|customers|clients"
    r"|patients|guests|people|nurses|pupils|students)\b"
)
_THEN = regex(
    r"(?i)\b(?:suddenly|(?:the\s+)?next\s+(?:day|morning|week)|in\s+the\s+end|finally|then|after\s+(?:that|this|some)"
    r"|afterwards|later|at\s+first)\b"
)
_BEING = {"is": "was", "are": "were", "am": "was", "has": "had", "does": "did", "isn't": "wasn't"}
_BE = regex(rf"(?i)\b(?:{'|'.join(_BEING)})\b")
_PERSON = regex(rf"(?i)\b((?:I|we|he|she|they)\s+{_BETWEEN}{{0,2}})([a-z]+)(?=[\s.,;:!?]|$)")
_OTHER = regex(
    rf"(?i)(?<!\bto\s)\b((?:it|who|which|that|and|then|but|so|boss|manager|customer|client|patient)\s+{_BETWEEN}?)"
    r"([a-z]+)\b"
)
_WAS = ("was", "were", "had")
_NO_PRESENT = ("ed", "ly", "ing", "stood", "took", "wrote", "came", "went", "thought", "built")
_IES, _VOWELS = "ies", "aeiou"
_DOUBLED = regex(r"^[^aeiou]*[aeiou][bdgmnprt]$")


def in_the_past(sentences: Sequence[str]) -> tuple[str, ...]:
    """The sentences of one event in the past; what is said in general stays as it was."""
    return tuple(one if _GENERAL.search(one) else _past(one) for one in sentences)


def tells_one_event(sentences: Sequence[str]) -> bool:
    """Whether, besides what is so in general, enough shows that something happened once."""
    told = [one for one in sentences if not _GENERAL.search(one)]
    if len(told) <= IN_GENERAL * len(sentences) or not _is_present(" ".join(told)):
        return False
    return fsum(map(_sign, told)) >= ONE_EVENT


def _is_present(text: str) -> bool:
    """Whether people act in the present at least as often as in the past."""
    verbs: list[str] = [verb.lower() for _, verb in _PERSON.findall(text)]
    now = sum(_of_a_person(verb) != verb for verb in verbs)
    return now >= max(1, sum(is_act(verb) or verb in _WAS for verb in verbs))


def _sign(sentence: str) -> float:
    """What of one event shows in a sentence."""
    sign = _A_TIME if names_a_time(sentence) else _A_SCENE * sets_a_scene(sentence)
    sign += _A_DEED * any(map(is_act, _DEED.findall(sentence)))
    sign += _SOMETHING * (_COMES_UP.search(sentence) is not None)
    sign += _SOMEBODY * (_SOMEBODY_THERE.search(sentence) is not None)
    return sign + _IN_TURN * (_THEN.search(sentence) is not None)


def _past(sentence: str) -> str:
    told = _BE.sub(lambda found: _BEING[found.group().lower()], sentence)
    told = _PERSON.sub(lambda found: found[1] + _of_a_person(found[2]), told)
    return _OTHER.sub(lambda found: found[1] + _pasts().get(found[2].lower(), found[2]), told)


def _of_a_person(verb: str) -> str:
    """Behind "I" or "she" every word is a verb that is not known as something else."""
    plain = verb.lower()
    if plain in _pasts():
        return _pasts()[plain]
    if plain in _no_presents() or plain.endswith(_NO_PRESENT):
        return verb
    return _regular(plain.removesuffix("s") if plain.endswith("s") else plain)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _DOUBLED.search(verb) else f"{verb}ed"


@cache
def _pasts() -> dict[str, str]:
    """The past of each form of the present that is known."""
    known = {verb: forms[0] for verb, forms in table("tenses")["irregular"].items()}
    regular = {verb: _regular(verb) for verb in table("tenses")["verbs"]["regular"]}
    of_others = {_third(verb): past for verb, past in (regular | known).items()}
    return {**of_others, **regular, **known, "have": "had", "do": "did"}


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}{_IES}"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"


@cache
def _no_presents() -> frozenset[str]:
    verbs = table("tenses")["verbs"]
    pasts = (form for forms in table("tenses")["irregular"].values() for form in forms)
    return frozenset((*verbs["unchanged"], *verbs["none"], *pasts))
