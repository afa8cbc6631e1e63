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
from core.interview.tables import lexicon, table
from core.interview.text import stem
from core.models import Competency

LEAST_SHARE, MOST_SHARE = 0.1, 0.3
QUOTED_WORDS = 30
FEWEST_HITS = 3


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
        stems = stems_of(line.words)
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
    short = 1.5 if len(line.words) <= QUOTED_WORDS else 1.0
    if told:
        return short * (told + (1 if is_asked else 0.2))
    return 0.1 * hits * short if is_asked and hits >= FEWEST_HITS else 0


def stems_of(spoken: Iterable[str]) -> frozenset[str]:
    stop = lexicon("stop")
    return frozenset(stem(word) for word in spoken if word not in stop and len(word) > 1)


@cache
def competency_stems(competency: Competency) -> frozenset[str]:
    return frozenset(map(stem, table("cues")["competency"][competency.value]))


@cache
def _telling_stems(competency: Competency) -> frozenset[str]:
    return frozenset(map(stem, table("cues")["telling"][competency.value]))
