"""Which lines of an advert are headings, and what stands below them."""

from __future__ import annotations

from functools import cache

from core.interview.reading.line import Section
from core.interview.reading.phrases import phrases_of
from core.interview.reading.pieces import Piece, spoken_headings
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import content_stems, words

LONGEST_HEADING_WORDS = 7
MORE_WORDS = 3  # behind a listed heading
LONGEST_NAME_WORDS = 4  # of a heading that is known by its last word
LONGEST_TITLE_WORDS = 14
ENDED = regex(r"[.!?;,…][\"'”\u2019)]*$")
ENDING = 4  # characters in which a line's last stop stands
_ARTICLES = ("the", "our", "your", "key", "main", "some")
_OPENS_A_TOPIC = regex(r"(?i)(?:what|who|how|why|where|your|our|about|are you|is this)\b")
_DEMANDS = regex(
    r"(?i)(?:\w+ly\s+)?(?:proven|experience|knowledge|ability|able|proficien\w+|fluent)\b"
)
_SPEAKS = regex(
    r"(?i)\b(?:you|we|they|must|will|would|shall|should|can|has|have|is|are|be|needs?|seeks?|wants?"
    r"|requires?|required|essential|expects?|looking)\b"
)


def opened_by(piece: Piece) -> tuple[Section | None, Piece]:
    """The section that a short heading opens, and its own text behind the colon."""
    head, colon, _ = piece.text.partition(":")
    nothing = piece._replace(text="")
    if not colon and ENDED.search(head[-ENDING:]) and not head.endswith("?"):
        return None, nothing
    spoken = words(head) if head.count(" ") <= LONGEST_TITLE_WORDS else []
    if not 0 < len(spoken) <= LONGEST_HEADING_WORDS:
        return None, nothing
    return _listed(spoken, has_colon=bool(colon)), behind_colon(piece)


def behind_colon(piece: Piece) -> Piece:
    """What stands behind the first colon, without the signs of Markdown."""
    _, _, rest = piece.text.partition(":")
    bare = rest.lstrip("*_ \t")
    start = piece.start + len(piece.text) - len(bare)
    return piece._replace(text=bare.rstrip("*_ \t"), start=start)


def announced_by(piece: Piece, section: Section) -> tuple[Section, Piece]:
    """What "... the following skills: ..." opens, and what stands behind it."""
    head, colon, _ = piece.text.partition(":")
    spoken = words(head) if colon else []
    if not spoken or not (spoken[-1] in _announcers() or "following" in spoken):
        return section, piece
    rest = behind_colon(piece)
    return section_by_cues(head, section), rest._replace(is_item=piece.is_item or bool(rest.text))


def only_heads(piece: Piece, *, has_list: bool) -> bool:
    """A short line that announces what stands below it, and says nothing itself."""
    line = piece.text
    if line.endswith(":"):
        return len(line.split()) <= LONGEST_TITLE_WORDS
    spoken = line.split()
    if piece.is_item or len(spoken) > LONGEST_TITLE_WORDS or ENDED.search(line[-ENDING:]):
        return False
    if has_list and spoken[-1].lower() in _announcers():
        return True
    if len(spoken) > LONGEST_HEADING_WORDS:
        return False
    return line[:1].isupper() and (has_list or _OPENS_A_TOPIC.match(line) is not None)


def section_by_cues(heading: str, section: Section) -> Section:
    """What an unlisted heading opens by its own words; without any the section goes on."""
    kinds = {found.kind for found in phrases_of("cues", "cues").find(words(heading))}
    opened = (
        (Section.NICE, {"nice", "softener", "trailer"}),
        (Section.MUST, {"must"}),
        (Section.DUTY, {"future"}),
        (Section.MUST, {"person"}),
        (Section.DUTY, {"duty"}),
        (Section.MUST, {"candidate"}),
        (Section.OTHER, {"ignore", "perk"}),
    )
    return next((kind for kind, cues in opened if kinds & cues), section)


def names_the_job(line: str, title: frozenset[str], *, is_first: bool) -> bool:
    """The line with the job's title, the company or the place, above or between the text."""
    if line.count(" ") >= LONGEST_TITLE_WORDS or ENDED.search(line[-ENDING:]):
        return False
    if is_first and not _SPEAKS.search(line) and not _DEMANDS.match(line):
        return True
    stems = content_stems(line)
    return bool(stems) and 2 * len(stems & title) >= len(stems)


def _listed(spoken: list[str], *, has_colon: bool) -> Section | None:
    """By the words that the heading begins with, else by its last one."""
    listed = phrases_of("cues", "sections")
    last = phrases_of("cues", "last").at(spoken, len(spoken) - 1)
    for place in range(2 if spoken[0] in _ARTICLES and len(spoken) > 1 else 1):
        found = listed.at(spoken, place)
        if found is None:
            continue
        more = len(spoken) - found.end
        is_spoken = " ".join(spoken[place : found.end]) in spoken_headings()
        if has_colon or not more or (more <= MORE_WORDS and (last or not is_spoken)):
            return Section(found.kind)
    is_name = last and len(spoken) <= LONGEST_NAME_WORDS and "you" not in spoken
    return Section(last.kind) if last and is_name else None


@cache
def _announcers() -> frozenset[str]:
    return frozenset(table("cues")["announcers"])
