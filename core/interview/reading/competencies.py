"""How much each competency counts for a job, and the line of the advert that speaks of it most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from core.interview.reading.lines import (
    Line,
    Section,
    is_boilerplate,
    is_duty,
    is_must,
    is_nice,
    speaks_of_itself,
)
from core.interview.reading.phrases import phrases_of
from core.interview.tables import lexicon, table
from core.interview.text import stem
from core.models import Competency

LEAST_SHARE, MOST_SHARE = 0.1, 0.3
QUOTED_WORDS = 30
FEWEST_HITS, FEWEST_WORDS = 2, 5
_OURS = frozenset(("we", "our", "us"))


def weigh(
    lines: Sequence[Line], named: dict[int, frozenset[str]]
) -> tuple[dict[Competency, float], dict[Competency, str]]:
    """Cue words counted over the duties and demands, demands twice, each share between 10 and 30 %.

    After the blueprint of structured interviewing: weigh by what the job asks for, but let nothing
    take over and nothing vanish. `named` holds the words of skills by the place of their line:
    "Advanced Life Support" speaks of no support.
    """
    counts = dict.fromkeys(Competency, 1.0)
    quotes: dict[Competency, tuple[float, str]] = {}
    for line in lines:
        if is_boilerplate(line) or (speaks_of_itself(line) and not is_duty(line)):
            continue
        factor = 2 if is_must(line) or line.section is Section.MUST else 1
        stems = stems_of(_without_idioms(line))
        bare = stems - named.get(line.start, frozenset())
        for competency in Competency:
            hits = len(stems & competency_stems(competency))
            counts[competency] += hits * factor
            worth = _worth(line, hits, len(bare & _telling_stems(competency))) * factor
            if worth > quotes.get(competency, (0.0, ""))[0]:
                quotes[competency] = (worth, line.text)
    total = sum(counts.values())
    shares = {c: min(max(n / total, LEAST_SHARE), MOST_SHARE) for c, n in counts.items()}
    whole = sum(shares.values())
    weights = {competency: share / whole for competency, share in shares.items()}
    return weights, {competency: quote for competency, (_, quote) in quotes.items()}


def _worth(line: Line, hits: int, told: int) -> float:
    """How well a line can stand as the reason for a question. Cues alone only where it is a need."""
    if line.text.endswith("?"):
        return 0
    is_asked = is_must(line) or is_nice(line) or is_duty(line)
    if not is_asked and "candidate" not in line.cues and not _OURS.isdisjoint(line.words):
        return 0
    short = 1.5 if len(line.words) <= QUOTED_WORDS else 1.0
    if told:
        return short * (told + (1 if is_asked else 0.2))
    is_told = is_asked and hits >= FEWEST_HITS and len(line.words) >= FEWEST_WORDS
    return 0.1 * hits * short if is_told else 0


def _without_idioms(line: Line) -> Sequence[str]:
    """Without "machine learning" and the like, which speak of no competency."""
    if "idiom" not in line.cues:
        return line.words
    found = phrases_of("cues", "cues").find(line.words)
    hidden = {place for f in found if f.kind == "idiom" for place in range(f.at, f.end)}
    return [word for place, word in enumerate(line.words) if place not in hidden]


def stems_of(spoken: Iterable[str]) -> frozenset[str]:
    stop = lexicon("stop")
    return frozenset(stem(word) for word in spoken if word not in stop and len(word) > 1)


@cache
def competency_stems(competency: Competency) -> frozenset[str]:
    return frozenset(map(stem, table("cues")["competency"][competency.value]))


@cache
def _telling_stems(competency: Competency) -> frozenset[str]:
    return frozenset(map(stem, table("cues")["telling"][competency.value]))
