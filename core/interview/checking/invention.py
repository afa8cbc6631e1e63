"""What a rewriting says that its sources do not: the guard of every stronger version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.interview.checking.evidence import invents
from core.interview.skills import skill_names
from core.interview.words.patterns import regex
from core.interview.words.text import content_stems, sentences, words

SLOT = regex(r"\[[^\[\]]*\]")
LONGEST_SLOT = 12  # words
ALIKE = 0.6  # share of a sentence's stems by which it is recognised in the sources
NEAR = 4  # words around a number among which the thing stands that it counts
# They join sentences and claim nothing.
_GLUE = "finally, afterwards, later, next, therefore, meanwhile"
_AMOUNT = regex(r"(?i)[£$€]?\d+(?:[.,]\d+)*(?:\s?%|\s?(?:percent|per cent)\b|[km]\b)?")
_NOT = regex(r"(?i)\b(?:not|never|no|nobody|none|without|cannot)\b|n['\u2019]t\b")
_OTHERS = regex(r"(?i)(?!.*\bI\b)(?:we|they|he|she|you|the|our|my|a|an)\b")
_YEAR = regex(r"(?:19|20)\d\d")
_CLAUSE = regex(r"(?i)[,;:]|\b(?:and|but|so|then|because|who|which|where|when|while)\b")
_POSSESSIVE = r"['\u2019]s\b"
_STEP = regex(r"\bI(?:['\u2019]ve)?\s+(?:\w+ly\s+|also\s+|then\s+)?([a-z]+)\b(?!['\u2019])")
_NAME = regex(r"(?<=[a-z,]\s)[A-Z][\w&.'\u2019-]+|\b[A-Z]{2,}\b")


def invented(text: str, sources: str) -> tuple[str, ...]:
    """The words and phrases of a text that say more than its sources; empty when none does.

    Checked are numbers with their signs and with what they count, names, skills, every word with a
    meaning of its own, steps told as one's own ("I" for a "we"), a dropped or added "not", and
    what stands inside slots.
    """
    bare = SLOT.sub(" ", text)
    found = [
        *_new_words(bare, sources),
        *_new_amounts(bare, sources),
        *_in_slots(text, sources),
        *_new_claims(bare, sources),
    ]
    # "Alzheimer's" holds the name that `invents` asks for.
    if not found and invents(bare, f"{sources}\n{re.sub(_POSSESSIVE, ' ', sources)}"):
        found.append(bare.strip())
    return tuple(dict.fromkeys(found))


def _new_words(text: str, sources: str) -> Iterator[str]:
    known = content_stems(sources) | content_stems(_GLUE)
    for word in words(text):
        parts = content_stems(word.replace("-", " "))
        if not (content_stems(word) <= known or parts <= known):
            yield word


def _new_amounts(text: str, sources: str) -> Iterator[str]:
    """A number that is not there with this sign, or that counts something else there."""
    said = {_plain(match.group()): match.end() for match in _AMOUNT.finditer(text)}
    known: dict[str, set[str]] = {}
    for match in _AMOUNT.finditer(sources):
        known.setdefault(_plain(match.group()), set()).update(_behind(sources, match.end()))
    for amount, end in said.items():
        counted = [] if _YEAR.fullmatch(amount) else _behind(text, end)[:1]
        if amount not in known or not set(counted) <= known[amount]:
            yield " ".join((amount, *counted))


def _plain(amount: str) -> str:
    return re.sub(r"(?i)\s?(?:percent|per cent)", "%", amount).replace(" ", "").lower()


def _behind(text: str, end: int) -> list[str]:
    """The stems behind a number in its sentence, that of the thing that it counts first."""
    piece = re.split(r"[.;!?\[\n](?!\d)", text[end : end + 80], maxsplit=1)[0]
    return [one for word in words(piece)[:NEAR] for one in sorted(content_stems(word))]


def _in_slots(text: str, sources: str) -> Iterator[str]:
    """A slot asks; it holds no number, no name and no skill that was not given."""
    for slot in SLOT.findall(text):
        new_name = any(name not in sources for name in _NAME.findall(slot))
        new_skill = skill_names(slot).keys() - skill_names(sources).keys()
        new_number = any(number not in sources for number in re.findall(r"\d+", slot))
        if new_name or new_skill or new_number or len(slot.split()) > LONGEST_SLOT:
            yield slot


def _new_claims(text: str, sources: str) -> Iterator[str]:
    """Steps of others told as one's own, and denials that came or went."""
    given = _clauses(sources)
    mine = frozenset[str]().union(*(stems for source, stems in given if not _OTHERS.match(source)))
    yield from (f"I {verb}" for verb in _STEP.findall(text) if content_stems(verb) - mine)
    for clause, stems in _clauses(text):
        alike = [source for source, known in given if len(stems & known) >= ALIKE * len(stems)]
        if alike and not any(_same_sign(clause, source) for source in alike):
            yield clause


def _clauses(text: str) -> list[tuple[str, frozenset[str]]]:
    pieces = (piece.strip() for s in sentences(text) for piece in _CLAUSE.split(s))
    return [(piece, stems) for piece in pieces if (stems := content_stems(piece))]


def _same_sign(clause: str, source: str) -> bool:
    return bool(_NOT.search(clause)) == bool(_NOT.search(source))
