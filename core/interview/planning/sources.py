"""The lines of the job description and the CV that questions rest on, each verbatim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import fsum, inf

from core.interview.planning.demands import is_fair, quotable
from core.interview.reading import CvReading, JobReading, competency_stems
from core.interview.reading.dates import periods
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import content_stems, sentences, stem
from core.models import Competency, Job

MOST_LINES = 400
MOST_CHARACTERS = 20_000
FIRST_SENTENCES = 5
WORDS_OF_A_TITLE = 14
WORDS_OF_A_STAGE = 2
WORDS_OF_A_ROLE = 8
LENGTH_OF_A_STAGE = 90  # characters
FEWEST_WORDS = 2
MOST_HINTED = 1.0
ENOUGH = 2.5  # what a line has in common with a question before it counts as its reason
_YEARS = regex(r"\b(?:19|20)\d\d\b")
_DATES = regex(
    r"(?i)\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:present|now|today|current|since|from|until|to|years?|months?)\b"
)
# Of the employer or of applying, and not of the job.
_BESIDE_THE_JOB = regex(
    r"(?i)^(?:we|our|us)\b(?!['\u2019]?\w*\s+(?:are\s+)?(?:looking|seeking|hiring|need|want))"
    r"|\b(?:fictional|fictitious|made[ -]up|sample\s+(?:job|advert|vacancy))\b"
    r"|\b(?:appl(?:y|ying|ications?|icants?)|closing\s+date|job\s+description)\b|@|https?:"
)
_TELLS_THE_JOB = regex(
    r"(?i)\b(?:you\s+will|you['\u2019]ll|looking\s+for|seeking|hiring|wanted|needed|recruiting"
    r"|responsible\s+for|as\s+an?\b)"
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a question rests on. `quote` is empty where neither document has usable words.

    `speaks` tells whether it names what is asked about, rather than the job as a whole; `is_task`
    whether it is something that one does in the job.
    """

    quote: str = ""
    in_cv: bool = False
    speaks: bool = True
    is_task: bool = False


class Sources:
    """Hands out the line that a question rests on, another one for each while there are enough.

    What speaks for a competency is kept for it, and a demand for the question about it.
    A line of the CV is handed out only once: at most one question rests on it. `used` are quotes
    that questions rest on already.
    """

    def __init__(
        self, job: Job, reading: JobReading, cv: CvReading, used: Iterable[str] = ()
    ) -> None:
        self._job, self._reading, self._cv = job, reading, cv
        self._describing = _describing(reading, job.description)
        asked = (need.quote for need in reading.needs)
        lines = dict.fromkeys((*self._describing, *asked))
        self._stems = {line: content_stems(line) for line in lines if _is_usable(line)}
        spread = Counter(stem for stems in self._stems.values() for stem in stems)
        self._rare = {stem: 1 / count for stem, count in spread.items()}
        self._tasks = {quotable(line) for line in reading.duties[:MOST_LINES]}
        self._used = set(used)
        self._reserved = {quotable(line) for line in reading.quotes.values()}

    def reserve(self, lines: Iterable[str]) -> None:
        """Keep these lines of the advert for the demands that they make."""
        self._reserved.update(quotable(line) for line in lines)

    def is_used(self, line: str) -> bool:
        return quotable(line) in self._used

    def of_opening(self) -> Ground:
        """A stage of the CV; else how the advert names the job, or speaks of it."""
        told = self._of_cv((*_roles(self._cv), *_stages(self._cv)))
        return told or self._of_job(_titles(self._job)) or self._as_a_whole()

    def of_job(self) -> Ground:
        """A line that says what the job is about; without any, one of the CV."""
        lines = (*self._describing, *_titles(self._job))
        return self._of_job(lines) or self._of_cv(self._cv.lines) or Ground()

    def of_competency(self, competency: Competency) -> Ground:
        """The line that speaks for the competency; else one on the job as a whole."""
        told = self._reading.quotes.get(competency, "")
        self._reserved.discard(quotable(told))
        usable = [told] if _is_usable(told) else []
        telling = self._with(frozenset(map(stem, table("cues")["telling"][competency.value])))
        ground = self._of_job((*usable, *telling), again=False)
        if ground is None and not self._describing:
            shown = (line for line in self._cv.lines if self._shows(line, competency))
            ground = self._of_cv(shown)
        return ground or self._of_job(usable) or self._as_a_whole(competency_stems(competency))

    def of_question(self, text: str, hints: frozenset[str] = frozenset()) -> Ground:
        """The line that shares most words with the question; else one on the job as a whole.

        `hints` are stems of what an answer to it speaks of: they count half. A word that stands in
        several lines tells less of each. A line that suits is taken even where another question
        rests on it.
        """
        asked = content_stems(text)

        def shared(line: str) -> float:
            own = self._stems[line]
            hinted = fsum(self._rare[stem] for stem in own & hints - asked)
            return 2 * fsum(self._rare[stem] for stem in own & asked) + min(hinted, MOST_HINTED)

        suiting = sorted(self._stems, key=shared, reverse=True)
        enough = [line for line in suiting if shared(line) >= ENOUGH]
        return self._of_job(enough[:1]) or self._as_a_whole(asked | hints)

    def of_demand(self, line: str) -> Ground:
        self._reserved.discard(quotable(line))
        return self._of_job((line,)) or Ground()

    def of_claim(self, line: str, spelled: str) -> Ground:
        """The line of the CV that names a skill, or the name alone where the line is taken.

        `spelled` is the name as it stands in the line, or empty.
        """
        return self._of_cv((line, spelled)) or Ground(spelled or quotable(line), in_cv=True)

    def _as_a_whole(self, hints: frozenset[str] = frozenset()) -> Ground:
        """A line on the job, first one that has any of the hints."""
        hinting = [line for line in self._with(hints) if line in self._describing]
        tasks = [line for line in self._describing if quotable(line) in self._tasks]
        ground = self._of_job((*hinting, *tasks, *self._describing)) or self.of_job()
        return replace(ground, speaks=False)

    def _with(self, stems: frozenset[str]) -> list[str]:
        """The lines that have any of these stems, those with the most first."""
        ranked = sorted(self._stems, key=lambda line: -len(self._stems[line] & stems))
        return [line for line in ranked if self._stems[line] & stems]

    def _shows(self, line: str, competency: Competency) -> bool:
        return not self._cv.lines[line].isdisjoint(competency_stems(competency))

    def _of_job(self, lines: Iterable[str], *, again: bool = True) -> Ground | None:
        """The first line that no question rests on yet; else, if `again`, the first of all."""
        quotes = [quote for line in lines if (quote := quotable(line)) and is_fair(quote)]
        taken = self._used | self._reserved
        unused = (quote for quote in quotes if quote not in taken)
        quote = next(unused, quotes[0] if again and quotes else "")
        self._used.add(quote)
        return Ground(quote, is_task=quote in self._tasks) if quote else None

    def _of_cv(self, lines: Iterable[str]) -> Ground | None:
        quotes = (quotable(line) for line in lines)
        quote = next((q for q in quotes if q not in self._used and is_fair(q)), "")
        self._used.add(quote)
        return Ground(quote, in_cv=True) if quote else None


def _describing(reading: JobReading, description: str) -> list[str]:
    """What the advert says of the work: its duties, or else the sentences it begins with."""
    relevant = reading.lines[:MOST_LINES]
    lines = [line.text for line in relevant if not line.is_nice] or [line.text for line in relevant]
    telling = (line for line in lines if _TELLS_THE_JOB.search(line))
    found = [line for line in (*reading.duties[:MOST_LINES], *telling) if _is_usable(line)]
    said = lines or sentences(description[:MOST_CHARACTERS])
    return [*dict.fromkeys(found)] or [line for line in said if _is_usable(line)][:FIRST_SENTENCES]


def _is_usable(line: str) -> bool:
    return len(content_stems(line)) >= FEWEST_WORDS and not _BESIDE_THE_JOB.search(line)


def _titles(job: Job) -> list[str]:
    """How the advert names the job: its title where it stands there, else the first short line."""
    title = job.title.strip()
    lines = filter(None, map(str.strip, job.description.splitlines()))
    telling = (line for line in lines if not _BESIDE_THE_JOB.search(line))
    first = next((line for line in telling if any(c.isalnum() for c in line)), "")
    is_short = len(first.split()) <= WORDS_OF_A_TITLE
    return [title] * (title in job.description) + [first] * is_short


def _roles(cv: CvReading) -> Iterator[str]:
    """The jobs that the CV names, the latest first, with their line where it holds little else."""
    for claim in sorted(cv.claims, key=lambda claim: -_end(claim.quote)):
        if claim.kind == "role":
            is_plain = len(claim.text.split()) <= WORDS_OF_A_ROLE
            is_long = len(claim.quote) > LENGTH_OF_A_STAGE
            yield claim.text if is_long and is_plain else claim.quote


def _end(line: str) -> float:
    """When the job of this line ended; one that goes on, or says nothing of it, has not."""
    return max((p.end or inf for p in periods(line)), default=inf)


def _stages(cv: CvReading) -> Iterator[str]:
    """Lines of the CV with years and words that say what was done then.

    Where the years stand on a line of their own, the line before it says so.
    """
    before = ""
    for line in cv.lines:
        if _YEARS.search(line):
            told = line if _says_something(line) else before
            if told:
                yield told
        before = line if _says_something(line) else ""


def _says_something(line: str) -> bool:
    return len(content_stems(_DATES.sub(" ", line))) >= WORDS_OF_A_STAGE
