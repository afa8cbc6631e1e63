"""How much each competency counts for a job, and the line of the advert that speaks of it most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from core.interview.reading.line import Line
from core.interview.reading.phrases import phrases_of
from core.interview.words.tables import lexicon, table
from core.interview.words.text import stem
from core.models import Competency

ENOUGH = 0.3  # of what the best line tells
LEAST_SHARE, MOST_SHARE = 0.1, 0.3
QUOTED_WORDS = 30
FEWEST_HITS, FEWEST_WORDS = 2, 5
_OURS = frozenset(("we", "our", "us"))


def weigh(
    lines: Sequence[Line], named: Mapping[int, frozenset[str]]
) -> tuple[dict[Competency, float], dict[Competency, str]]:
    """Cue words counted over the duties and demands, demands twice, each share between 10 and 30 %.

    After the blueprint of structured interviewing: weigh by what the job asks for, but let nothing
    take over and nothing vanish. `named` holds the stems of skills by the place of their line:
    "Advanced Life Support" speaks of no support.
    """
    counts = dict.fromkeys(Competency, 1.0)
    telling: dict[Competency, list[tuple[float, str]]] = {}
    for line in lines:
        if line.is_boilerplate or (line.speaks_of_itself and not line.is_duty):
            continue
        factor = 2 if line.is_must else 1
        hits, told = _hits(line, named.get(line.start, frozenset()))
        for competency in (each for each in Competency if each in hits or each in told):
            count = hits.get(competency, 0)
            counts[competency] += count * factor
            worth = _worth(line, count, told.get(competency, 0)) * factor
            if worth:
                telling.setdefault(competency, []).append((worth, line.text))
    total = sum(counts.values())
    shares = {c: min(max(n / total, LEAST_SHARE), MOST_SHARE) for c, n in counts.items()}
    whole = sum(shares.values())
    weights = {competency: share / whole for competency, share in shares.items()}
    return weights, _shared_out(telling)


def _shared_out(telling: Mapping[Competency, list[tuple[float, str]]]) -> dict[Competency, str]:
    """The line that tells most of each competency, another one for each where it tells enough.

    A line goes to whom it tells most of, and of several to the one with the fewest lines.
    """
    best = {competency: max(worth for worth, _ in told) for competency, told in telling.items()}
    pairs = [(worth, each, text) for each, told in telling.items() for worth, text in told]
    quotes: dict[Competency, str] = {}
    for worth, competency, text in sorted(pairs, key=lambda p: (-p[0], len(telling[p[1]]))):
        is_free = competency not in quotes and text not in quotes.values()
        if is_free and worth >= ENOUGH * best[competency]:
            quotes[competency] = text
    first = {c: max(told, key=lambda one: one[0])[1] for c, told in telling.items()}
    return {**first, **quotes}


def _hits(line: Line, named: frozenset[str]) -> tuple[dict[Competency, int], dict[Competency, int]]:
    """How many cue words the line has for each competency, and how many that tell by themselves."""
    hits: dict[Competency, int] = {}
    told: dict[Competency, int] = {}
    cues, telling = _by_stem("competency"), _by_stem("telling")
    for found in _stems_with_cues(_without_idioms(line)):
        for competency in cues.get(found, ()):
            hits[competency] = hits.get(competency, 0) + 1
        for competency in () if found in named else telling.get(found, ()):
            told[competency] = told.get(competency, 0) + 1
    return hits, told


def _stems_with_cues(spoken: Iterable[str]) -> set[str]:
    return {found for word in spoken if (found := _cue_stem(word))}


@lru_cache(maxsize=50_000)
def _cue_stem(word: str) -> str:
    """The word's stem where it speaks for a competency, else an empty string."""
    stems = stems_of((word,))
    return next((s for s in stems if s in _by_stem("competency") or s in _by_stem("telling")), "")


def _worth(line: Line, hits: int, told: int) -> float:
    """How well a line can stand as a reason; one without a telling word only where it is asked."""
    if line.text.endswith("?"):
        return 0
    if not line.is_asked and "candidate" not in line.cues and not _OURS.isdisjoint(line.words):
        return 0
    short = 1.5 if len(line.words) <= QUOTED_WORDS else 1.0
    if told:
        return short * (told + (1 if line.is_asked else 0.2))
    is_told = line.is_asked and hits >= FEWEST_HITS and len(line.words) >= FEWEST_WORDS
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
def _by_stem(part: str) -> dict[str, tuple[Competency, ...]]:
    """The competencies that each stem of the lists in `cues.toml` speaks for."""
    lists = {c: frozenset(map(stem, table("cues")[part][c.value])) for c in Competency}
    every = frozenset().union(*lists.values())
    return {one: tuple(c for c, stems in lists.items() if one in stems) for one in every}
