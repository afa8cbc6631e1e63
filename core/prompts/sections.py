"""A CV or an advert by sections, and the cutting of one that is too long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.prompts.headings import LONGEST_HEADING, Heading, Rank, heading_in
from core.prompts.losses import Loss, losses
from core.prompts.pieces import MARK, fitting, pieces_of
from core.prompts.tokens import tokens_in, weight_of

REPEATED = 3
SHORTEST_REPEATED = 12
_MARK_LINE = f"{MARK}\n"
_MARK_WEIGHT = weight_of(f"\n{_MARK_LINE}")
_TOP = Heading("", Rank.FIRST)  # says who it is, or what the job is


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of a document. `left_out` says in words for the candidate what is not."""

    text: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The pieces of one section, its heading's line among them, and what each weighs in tokens."""

    heading: Heading
    pieces: tuple[str, ...]
    weights: tuple[float, ...]

    def kept(self, room: float) -> int:
        """How many pieces fit into the room, counted from the start; a heading alone is none."""
        count = fitting(self.weights, room)
        is_bare = bool(self.heading.name) and len(self.pieces[0]) <= LONGEST_HEADING
        return 0 if count == 1 < len(self.pieces) and is_bare else count


def cut(text: str, room: int, whose: str) -> Cut:
    """The document in at most `room` tokens, or a mark; cut only where it does not fit.

    Lines that stand in it three times or more, as at the top of each page, go first; one of each
    stays. Then sections are cut from their ends: those on skills, experience, demands and duties
    last, those on hobbies or benefits first, each of the same rank with an equal share. A line is
    never cut, unless it is longer than 400 characters: then it ends with a sentence.
    """
    if tokens_in(text) <= room:
        return Cut(text)
    once = _without_repeats(text)
    repeated = () if once == text else (f"lines that repeat in {whose}",)
    if tokens_in(once) <= room:
        return Cut(once, repeated)
    sections = sections_in(once)
    kept = _kept(sections, room - _MARK_WEIGHT)
    if not any(kept):
        return Cut(MARK, (f"all of {whose}",))
    found = [Loss(s.heading.name, n, len(s.pieces)) for s, n in zip(sections, kept, strict=True)]
    return Cut(_joined(sections, kept), (*losses(found, whose), *repeated))


def sections_in(text: str) -> list[Section]:
    """The whole text in sections; what stands above the first heading is one without a name."""
    found: list[tuple[Heading, list[str]]] = [(_TOP, [])]
    for piece in pieces_of(text):
        heading = heading_in(piece, found[-1][0])
        if heading is not None:
            found.append((heading, []))
        found[-1][1].append(piece)
    return [
        Section(heading, tuple(pieces), tuple(map(weight_of, pieces)))
        for heading, pieces in found
        if pieces
    ]


def _without_repeats(text: str) -> str:
    """Headings stay, since "Responsibilities" may well stand below each of three jobs."""
    lines = text.split("\n")
    counts = Counter(line.strip() for line in lines)
    repeated = {line for line in counts if counts[line] >= REPEATED and _can_repeat(line)}
    once = []
    for line in lines:
        bare = line.strip()
        if bare not in repeated or counts[bare]:
            once.append(line)
            counts[bare] = 0
    return "\n".join(once)


def _can_repeat(line: str) -> bool:
    return len(line) >= SHORTEST_REPEATED and heading_in(line, _TOP) is None


def _kept(sections: Sequence[Section], room: float) -> list[int]:
    """How many pieces of each section stay: fair shares by rank, then whatever is left over."""
    kept = [0] * len(sections)
    for rank in Rank:
        of_rank = [i for i, section in enumerate(sections) if section.heading.rank is rank]
        wanted = [sum(sections[i].weights) + _MARK_WEIGHT for i in of_rank]
        for i, share in zip(of_rank, _shares(wanted, room), strict=True):
            kept[i] = sections[i].kept(share - _MARK_WEIGHT)
            room -= _weight(sections[i], kept[i])
        for i in of_rank:
            room += _weight(sections[i], kept[i])
            kept[i] = sections[i].kept(room - _MARK_WEIGHT)
            room -= _weight(sections[i], kept[i])
    return kept


def _weight(section: Section, count: int) -> float:
    return sum(section.weights[:count]) + _MARK_WEIGHT if count else 0.0


def _shares(wanted: Sequence[float], room: float) -> list[float]:
    """The room shared out so that nobody gets more than they want and the rest is level."""
    shares = [0.0] * len(wanted)
    for place, i in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        shares[i] = min(wanted[i], max(room, 0.0) / (len(wanted) - place))
        room -= shares[i]
    return shares


def _joined(sections: Sequence[Section], kept: Sequence[int]) -> str:
    text = ""
    for section, count in zip(sections, kept, strict=True):
        text += "".join(section.pieces[:count])
        if count < len(section.pieces) and not text.endswith(_MARK_LINE):
            text = f"{text.rstrip()}\n{_MARK_LINE}"
    return text.strip()
