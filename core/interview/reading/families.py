"""The job family, by the title first and by what the description speaks of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from math import log2

from core.interview.reading.line import Line
from core.interview.reading.phrases import Found, Phrases
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import words

LONGEST_TITLE_WORDS = 24
NAME, WORD_OF_NAME = 12.0, 2.0  # the last title that the head of a title names
OTHER_NAME, MAYBE, BEHIND = 3.0, 3.0, 6.0
IN_TEXT = 0.75  # a title that the text names ("we are looking for a nurse") against the title's own
MOST_BY_WORDS, MOST_BY_SKILLS = 9.0, 3.0
FEWEST_VOTES = 3.0
MOST_NAMED = 6
OTHER_WORK = "other"
# What stands behind these is where and for whom, not what.
_TAIL = regex(
    r"\s[-\u2013—|]+\s|[,|(<\[/:;]"
    r"|\s(?:for|in|at|with|within|to|who|which|that|and you|you|on|from)\s"
)
_SAYS = frozenset(("you", "we", "is", "are", "your", "our", "will", "would", "has", "have"))
_TIME = regex(r"(?i)\b\d[\d.:]{0,7}\s?[ap]m\b")
_NAMED = regex(
    r"(?i)\b(?:looking for|seeking|seeks?|searching for|search for|hiring|recruit(?:ing)?"
    r"|in need of|need|positions? (?:as|of|for)|role (?:as|of)|job as|vacan\w+ for"
    r"|posts? (?:as|of)|applications? for|join (?:us|\S+ \S+|\S+) as|work as"
    r"|responsibilities as|as (?:a|an|our|the))\s+"
    r"(?:(?:a|an|our|the|one|two|new|next|now|more|several|motivated|skilled|talented"
    r"|experienced|position|as|of|or|highly|dedicated|passionate|ambitious|vacant|\(?s\)?)\s+)*"
    r"(?=\S)([^.!?\n]{3,80})"
)


def family_of(title: str, description: str, lines: Sequence[Line], skills: Counter[str]) -> str:
    """One of the families of `content/families.toml`, or an empty string when none fits.

    `skills` counts the names of skills by family.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    votes.update({} if is_prose(title) else votes_by_title(title))
    for number, name in enumerate(titles_in(description), 1):
        for family, count in votes_by_title(name).items():
            votes[family] += IN_TEXT / number * count
    for family, count in _by_words(lines).items():
        votes[family] += count
    for family in skills.keys() & table("families").keys():
        votes[family] += min(skills[family] / 2, MOST_BY_SKILLS)
    best = max((*table("families"), OTHER_WORK), key=lambda family: votes[family])
    return best if best != OTHER_WORK and votes[best] >= FEWEST_VOTES else ""


def is_prose(title: str) -> bool:
    """Whether a sentence stands where the title should be."""
    return not _SAYS.isdisjoint(words(title)[:LONGEST_TITLE_WORDS])


def titles_in(description: str) -> Iterator[str]:
    """What the text calls whoever is looked for, verbatim; the first tells most."""
    for match in islice(_NAMED.finditer(description), MOST_NAMED):
        yield match.group(1)


def votes_by_title(title: str) -> dict[str, float]:
    """Votes by what the title names. A part before "in", "-" or "(" counts before the rest."""
    head, *tail = _TAIL.split(_TIME.sub("", title).strip())
    votes = _votes_of(head)
    if not any(count >= NAME for count in votes.values()):
        rest = _votes_of(" ".join(tail))
        for family, count in rest.items():
            votes[family] += min(count, BEHIND)
    return votes


def best_vote(text: str) -> float:
    """How surely the text names a job: from `NAME` on it does."""
    return max(votes_by_title(text).values(), default=0)


def _votes_of(phrase: str) -> defaultdict[str, float]:
    spoken = [_singular(word) for word in words(phrase)[:LONGEST_TITLE_WORDS]]
    votes: defaultdict[str, float] = defaultdict(float)
    named = list(_titles().longest(spoken))
    sure = [found for found in named if not found.kind.endswith("?")]
    for found in named:
        votes[found.kind.rstrip("?")] += _weight(found, sure)
    return votes


def _weight(found: Found, sure: list[Found]) -> float:
    if found.kind.endswith("?"):
        return MAYBE
    return NAME + WORD_OF_NAME * (found.end - found.at) if found is sure[-1] else OTHER_NAME


def _by_words(lines: Sequence[Line]) -> dict[str, float]:
    """What the description speaks of: how many of a family's words, and how often."""
    told: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for line in lines:
        told.update((f.kind, line.words[f.at : f.end]) for f in _words().find(line.words))
    votes: defaultdict[str, float] = defaultdict(float)
    for (family, _), count in told.items():
        votes[family] += log2(1 + count)
    most = max(votes.values(), default=0)
    scale = min(1.0, MOST_BY_WORDS / most) if most else 1.0
    return {family: count * scale for family, count in votes.items()}


def _singular(word: str) -> str:
    known = _title_words()
    return word[:-1] if word not in known and word.endswith("s") and word[:-1] in known else word


@cache
def _titles() -> Phrases:
    lists = {family: parts["titles"] for family, parts in table("families").items()}
    unsure = {f"{family}?": parts["maybe"] for family, parts in table("families").items()}
    return Phrases({**lists, **unsure, OTHER_WORK: table("cues")["other_work"]})


@cache
def _title_words() -> frozenset[str]:
    lists = (
        names for part in table("families").values() for names in (part["titles"], part["maybe"])
    )
    listed = [*(name for names in lists for name in names), *table("cues")["other_work"]]
    return frozenset(word for name in listed for word in words(name))


@cache
def _words() -> Phrases:
    return Phrases({family: parts["words"] for family, parts in table("families").items()})
