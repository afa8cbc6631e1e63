"""The same content in other words: spelling, the errors of a second language, speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from evals.asked import Row
from evals.trials.cases import Case, changed, material

_PRESENT = {
    "was": "is", "were": "are", "had": "have", "did": "do", "went": "go", "said": "say",
    "told": "tell", "asked": "ask", "came": "come", "took": "take", "made": "make", "saw": "see",
    "thought": "think", "wanted": "want", "wrote": "write", "found": "find", "gave": "give",
    "kept": "keep", "knew": "know", "began": "begin", "showed": "show", "looked": "look",
    "worked": "work", "moved": "move", "called": "call", "helped": "help", "started": "start",
    "talked": "talk", "finished": "finish", "changed": "change", "noticed": "notice",
}  # fmt: skip
_PREPOSITIONS = {"in": "on", "on": "at", "at": "in", "for": "since", "to": "at", "of": "from"}
_MASS = {
    "information": "informations", "advice": "advices", "feedback": "feedbacks",
    "equipment": "equipments", "work": "works", "experience": "experiences", "money": "moneys",
    "help": "helps", "time": "times", "water": "waters",
}  # fmt: skip
_CONFUSED = {
    "make": "do", "made": "did", "do": "make", "many": "much", "much": "many", "say": "tell",
    "said": "told", "than": "then", "their": "there", "bring": "take", "because": "becouse",
}  # fmt: skip


def _exchanged(table: Mapping[str, str]) -> Callable[[str], str]:
    found = re.compile(rf"\b(?:{'|'.join(table)})\b")
    return lambda text: found.sub(lambda match: table[match.group()], text)


def _pattern(pattern: str, instead: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, instead, text)


# Each changes one thing only, everywhere in the answer.
ERRORS: Mapping[str, Callable[[str], str]] = {
    "articles dropped": _pattern(r"(?i)\b(?:a|an|the) (?=\w)", ""),
    "articles too many": _pattern(r"\b(my|our|his|her|their) (?=[a-z])", r"the \1 "),
    "past told as present": _exchanged(_PRESENT),
    "prepositions exchanged": _exchanged(_PREPOSITIONS),
    "plural s dropped": _pattern(r"\b([a-z]{2,}[b-hj-rtv-z])s\b(?!')", r"\1"),
    "words in the plural that have none": _exchanged(_MASS),
    "past twice": _pattern(r"\bI (?=asked|told|took|made|went|gave|wrote|found|moved)", "I did "),
    "forms of be dropped": _pattern(r"\b(?:is|are|was|were) (?=\w)", ""),
    "always the -ing form": _pattern(
        r"\bI (ask|look|work|talk|call|help|start|want|thank|return|learn)(?:ed|t)?\b",
        r"I was \1ing",
    ),
    "words taken for others": _exchanged(_CONFUSED),
    "it and they dropped": _pattern(r"\b(?:it|they) (?=\w+)", ""),
    "adverbs without -ly": _pattern(r"\b([a-z]{4,})ly\b", r"\1"),
}


def second_language(rows: Sequence[Row]) -> Iterator[Case]:
    """Each answer with each kind of error; those that do not change it are left out."""
    for row in rows:
        for name, error in ERRORS.items():
            text = error(row.answer)
            if text != row.answer:
                yield changed(row, text, name)


def american(text: str) -> str:
    for british, other in material("persons")["spelling"]["pairs"]:
        text = _spelt_as(british, other, text)
    return re.sub(r"\b(\w{4,})is(e[ds]?|ing|ations?)\b", _z_for_s, text)


def _z_for_s(match: re.Match[str]) -> str:
    is_ours = f"{match[1]}ise".lower() in material("persons")["spelling"]["always_ise"]
    return match.group() if is_ours else f"{match[1]}iz{match[2]}"


def british(text: str) -> str:
    """Words whose American spelling is also a British word of another meaning stay."""
    spelling = material("persons")["spelling"]
    for ours, other in spelling["pairs"]:
        if other not in spelling["one_way"]:
            text = _spelt_as(other, ours, text)
    return re.sub(r"\b(\w{4,})iz(e[ds]?|ing|ations?)\b", r"\1is\2", text)


def _spelt_as(one: str, other: str, text: str) -> str:
    text = re.sub(rf"\b{one}(?=s?\b|ed\b|ing\b)", other, text)
    return re.sub(rf"\b{one.capitalize()}(?=s?\b|ed\b|ing\b)", other.capitalize(), text)


def spelt(rows: Sequence[Row]) -> Iterator[Case]:
    """In the other spelling; answers in which it is the same are left out."""
    for row in rows:
        for name, respelt in (("American", american), ("British", british)):
            text = respelt(row.answer)
            if text != row.answer:
                yield changed(row, text, f"{name} spelling")


def spoken(rows: Sequence[Row]) -> Iterator[Case]:
    """In lower case and without marks, as speech is often written down."""
    for row in rows:
        yield changed(row, as_heard(row.answer), "as heard")


def as_heard(text: str) -> str:
    return " ".join(re.sub(r"(?<!\d)[.,;:!?\"()]|[.,;:!?\"()](?!\d)", " ", text.lower()).split())
