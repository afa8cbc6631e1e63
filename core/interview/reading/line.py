"""One line of an advert, judged: a demand, a wish, a duty, or the employer's own talk."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from core.interview.reading.phrases import phrases_of
from core.interview.reading.pieces import Piece
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import words

FEWEST_WORDS = 3
SHORT_SENTENCE_WORDS = 9
LATE = 3  # a demand that begins with one of so many words is no talk of the employer
_ASKS = {"must", "person"}
_ASKS_OR_WISHES = {*_ASKS, "nice", "softener", "trailer"}
_US = frozenset(("we", "our", "us"))
_CONTACTS = ("@", "http:", "https:", "www.", "<CONTACT>", "<NAME>")
_PHONE = regex(r"\d[\d ()/-]{8,}\d")
_PLACEHOLDER = regex(r"<[A-Z_]+>|\[[^\]]{1,40}\]")
_LETTERS = regex(r"[^\W\d_]{2}")


class Section(StrEnum):
    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    OTHER = "other"
    FACT = "fact"
    ABOUT = "about"
    PROSE = "prose"


_LISTED = (Section.MUST, Section.NICE)


class Line(NamedTuple):
    """One sentence or item, verbatim without its mark, at `start` of the advert.

    `words` are in lower case; `cues` has the lists of `content/cues.toml` with a phrase in the
    line, each with the place of its first word.
    """

    text: str
    start: int
    section: Section
    is_item: bool
    words: tuple[str, ...]
    cues: dict[str, int]
    is_must: bool = False
    is_nice: bool = False
    is_duty: bool = False
    is_boilerplate: bool = False
    speaks_of_itself: bool = False

    @property
    def is_asked(self) -> bool:
        return self.is_must or self.is_nice or self.is_duty


def judged(piece: Piece, section: Section) -> Line:
    """The piece as a line of this section, with what it is."""
    spoken = tuple(words(piece.text))
    cues: dict[str, int] = {}
    for found in phrases_of("cues", "cues").find(spoken):
        if found.kind != "must" or cues.get("void") != found.at:
            cues.setdefault(found.kind, found.at)
    line = Line(piece.text, piece.start, section, piece.is_item, spoken, cues)
    return _with_verdict(line)


def _with_verdict(line: Line) -> Line:
    ours = _speaks_of_itself(line)
    if line.section in _LISTED and ours and not line.is_item:
        line = line._replace(section=Section.PROSE)  # the list has ended
    noise = _is_boilerplate(line)
    asks = line.text.endswith("?") or line.cues.get("question") == 0
    can_be = not noise and not asks and _says_something(line)
    nice = can_be and _is_nice(line, ours=ours)
    return line._replace(
        is_must=can_be and not nice and _is_must(line, ours=ours),
        is_nice=nice,
        is_duty=can_be and _is_duty(line, ours=ours),
        is_boilerplate=noise,
        speaks_of_itself=ours,
    )


def _is_must(line: Line, *, ours: bool) -> bool:
    """A demand by its section or by its own words; a wish where the line says so."""
    said = line.cues.keys()
    is_future = line.cues.get("future") == 0
    if "denial" in said or (line.cues.get("conditional") == 0 and "must" not in said):
        return False
    if line.section is Section.MUST and not is_future:
        is_loud = line.text.endswith("!") and not _ASKS & said
        return not is_loud and (line.is_item or (_could_be_listed(line) and not ours))
    if (line.section is Section.DUTY or is_future) and "must" not in said:
        return False
    begins = line.cues.get("must", LATE) < LATE
    is_told = line.is_item or begins or not _is_about_us(line)
    return is_told and not ours and bool(_ASKS & said)


def _is_nice(line: Line, *, ours: bool) -> bool:
    """A wish by its section or its words. Behind a demand, "ideally" tells more of the demand."""
    if "nice" in line.cues and "strict" not in line.cues:
        return line.section in _LISTED or not _is_about_us(line)
    if "denial" in line.cues or "strict" in line.cues:
        return False
    if line.section is Section.NICE and (line.is_item or _could_be_listed(line)):
        return not ours and not (_is_sentence(line) and "person" in line.cues)
    if line.section not in _LISTED and (ours or _is_about_us(line)):
        return False
    if line.cues.get("trailer", 0) >= max(len(line.words) - 2, 1):
        return True
    said = line.cues.get("softener")
    is_demand = "must" in line.cues or line.section is Section.MUST
    return said == 0 or (said is not None and not is_demand)


def _is_duty(line: Line, *, ours: bool) -> bool:
    """What one does in the job, by its section or because the line says "you will"."""
    return not ours if line.section is Section.DUTY else "duty" in line.cues


def _is_boilerplate(line: Line) -> bool:
    """Where the employer speaks of itself, only what is said to the candidate counts."""
    if line.section in (Section.OTHER, Section.FACT) or "ignore" in line.cues:
        return True
    if any(sign in line.text for sign in _CONTACTS) or _PHONE.search(line.text):
        return True
    said = line.cues.keys()
    if line.section is Section.ABOUT:
        return "candidate" not in said or not {*_ASKS, "duty"} & said
    return line.section is Section.PROSE and "perk" in said and not {*_ASKS, "nice"} & said


def _speaks_of_itself(line: Line) -> bool:
    """Whether the employer is the subject, and nothing says what the candidate should be."""
    begins = line.cues.get("ourselves") == 0 or line.text.startswith("<")
    if begins and line.section in _LISTED and not _ASKS & line.cues.keys():
        return True
    return (begins or "ours" in line.cues) and "candidate" not in line.cues


def _says_something(line: Line) -> bool:
    if (len(line.words) < FEWEST_WORDS and not line.is_item) or line.text[0] in ")]":
        return False
    if len(line.words) == 1 and line.words[0] in _noise():
        return False
    plain = _PLACEHOLDER.sub("", line.text) if line.text[-1] in ">]" else line.text
    return _LETTERS.search(plain) is not None


def _is_sentence(line: Line) -> bool:
    return not line.is_item and line.text.endswith((".", "!"))


def _could_be_listed(line: Line) -> bool:
    """Whether a line without a mark, among demands or wishes, may be one of them."""
    if line.text[0].islower():
        return bool(_ASKS & line.cues.keys())
    is_short = not _is_sentence(line) or len(line.words) <= SHORT_SENTENCE_WORDS
    return is_short or bool(_ASKS_OR_WISHES & line.cues.keys())


def _is_about_us(line: Line) -> bool:
    return "candidate" not in line.cues and not _US.isdisjoint(line.words)


@cache
def _noise() -> frozenset[str]:
    return frozenset(table("cues")["noise"])
