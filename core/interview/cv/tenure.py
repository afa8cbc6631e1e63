"""Years, titles and employers that were said, against those of the CV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.interview.feedback.newness import never_worked
from core.interview.reading.families import NAME, best_vote
from core.interview.reading.history import History, HistoryLine
from core.interview.words.language import is_english
from core.interview.words.patterns import regex
from core.interview.words.text import content_stems, sentences
from core.models import Clash, InterviewSession

MONTHS = 12
LONGEST_QUOTE = 240
MOST_MORE_YEARS = 2  # of experience than the CV spans, before it is asked about
_YEAR = r"((?:19|20)\d\d)"
_PROPER = r"[A-Z][\w&.'\u2019-]*(?:\s+(?:of\s+|and\s+|&\s+)?(?!I\b)[A-Z][\w&'\u2019-]*){0,4}"
_NAME = rf"(?:the\s+)?(?P<name>{_PROPER})"
_JOINED = regex(
    rf"\b(?:joined|started\s+(?:at|with|working\s+(?:at|for)))\s+{_NAME}\s+in\s+(?:\w+\s+)?{_YEAR}\b"
)
_LEFT = regex(rf"\bleft\s+{_NAME}\s+in\s+(?:\w+\s+)?{_YEAR}\b")
_WHILE = regex(
    r"\b[Ii]n\s+(?P<year>(?:19|20)\d\d),?\s+(?:when|while)\s+I\s+(?:was|worked)\s+(?:\w+\s+)?"
    rf"(?:at|for)\s+{_NAME}"
    rf"|\bI\s+(?:was|worked)\s+(?:\w+\s+)?(?:at|for|with)\s+(?:the\s+)?(?P<other>{_PROPER})"
    r"\s+in\s+(?P<then>(?:19|20)\d\d)\b"
)
_TITLE = regex(
    r"\b(?:I\s+(?:was|am|worked\s+as|work\s+as)|I['\u2019]m|[Aa]s)\s+(?:(?:an?|the|their)\s+)?"
    rf"(?P<title>[A-Za-z][A-Za-z -]{{2,40}}?)\s+(?:at|for|with)\s+{_NAME}"
)
_NOW = regex(
    r"\b(?:I\s+(?:currently|now)\s+work\s+(?:at|for)|[Mm]y\s+current\s+(?:employer|company)\s+is)"
    rf"\s+{_NAME}"
)
# That somebody is there still.
_STILL = regex(
    rf"\b[Ss]ince\s+(?:\w+\s+)?{_YEAR},?\s+I(?:\s+have|['\u2019]ve)\s+(?:been|worked|been\s+working)\s+(?:at|for|with)"
    rf"\s+(?:the\s+)?(?P<since>{_PROPER})"
    r"|\bI(?:\s+have|['\u2019]ve)\s+(?:been|worked|been\s+working)\s+(?:at|for|with)\s+(?:the\s+)?"
    rf"(?P<been>{_PROPER})\s+(?:since\b|for\s+[\w-]+\s+years?\s+now\b)"
    r"|\bI(?:\s+am|['\u2019]m|\s+work)\s+(?:now|currently|at\s+present)\s+(?:at|for|with)\s+(?:the\s+)?"
    rf"(?P<am>{_PROPER})"
    r"|\bI\s+(?:now|currently)\s+work\s+(?:at|for|with)\s+(?:the\s+)?"
    rf"(?P<work>{_PROPER})"
)
_EXPERIENCE = regex(
    r"(?i)\bI\s+(?:have|['\u2019]ve\s+got|bring)\s+(?:(?:over|more\s+than|about|around)\s+)?"
    r"(?P<years>\d{1,2}|ten|eleven|twelve|fifteen|twenty|thirty)\s+years(?:['\u2019])?\s+(?:of\s+)?"
    r"(?:\w+\s+){0,3}experience\b"
)
_WHICH = (
    "An interviewer may ask which is right: check it, and mend it in the CV or in what you say."
)
_IN_WORDS = {"ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30}
_NO_WORK = (
    "Your CV tells of a job, and you said that you have never worked. An interviewer asks about "
    "that first: make them agree."
)
_UNPAID = regex(
    r"(?i)\b(?:school|college|universit\w+|degree|course|bachelor\w*|master\w*|diploma|member|club|chair\w*"
    r"|captain|carer|parent\w*|travel\w*|gap\s+year|hobb\w+|student)\b"
)
_BESIDE = regex(
    r"(?i)\b(?:intern\w*|placement|trainee|temp\w*|contract\w*|volunteer\w*|part-time|consult\w*|not|never"
    r"|again|back|freelanc\w*|seconded|secondment|would|if)\b|n['\u2019]t\b"
)
_HIGH = frozenset(("head", "director", "manager", "lead", "leader", "chief", "supervisor"))
_LOW = frozenset(("assistant", "junior", "intern", "trainee", "apprentice", "graduate"))


def tenure_clashes(session: InterviewSession, history: History) -> Iterator[Clash]:
    """Silent where an employer stands in the CV not at all or under several dates that differ."""
    yield from _of_dates(session, history)
    yield from islice(_of_the_present_job(session, history), 1)
    yield from islice(_of_no_work(session, history), 1)


def _of_the_present_job(session: InterviewSession, history: History) -> Iterator[Clash]:
    """The latest job, which the CV ends and of which somebody speaks as their present one."""
    for story in session.stories:
        answers = [e.answer for e in story.exchanges if is_english(e.answer)]
        for sentence in dict.fromkeys(s for answer in answers for s in sentences(answer)):
            line = _ended(sentence, history)
            if line and max(len(line), len(sentence)) <= LONGEST_QUOTE:
                *_, year = ["", *re.findall(rf"\b{_YEAR}\b", line)]
                when = f" in {year}" if year else ""
                yield Clash(
                    text=f"Your CV ends this job{when}, and you speak of it as your present one. "
                    "Make them agree.",
                    said=sentence,
                    number=story.number,
                    against=line,
                )


def _of_no_work(session: InterviewSession, history: History) -> Iterator[Clash]:
    """A job of a year or longer in the CV of somebody who says that they have never worked."""
    job = _longest_job(history, session.created_at.year)
    for story in session.stories if job else ():
        answers = [e.answer for e in story.exchanges if is_english(e.answer)]
        for sentence in (s for answer in answers for s in sentences(answer)):
            if never_worked(sentence) and max(len(job), len(sentence)) <= LONGEST_QUOTE:
                yield Clash(text=_NO_WORK, said=sentence, number=story.number, against=job)


def _longest_job(history: History, this_year: int) -> str:
    """The dated line of the longest job; empty where none is a year long or all are beside work."""
    found = {
        (period.end or this_year * MONTHS) - period.start: line.text
        for line in reversed(history.lines)
        for period in line.periods
        if not (_BESIDE.search(line.text) or _UNPAID.search(line.text))
    }
    longest = max(found, default=0)
    return found[longest] if longest >= MONTHS else ""


def _ended(sentence: str, history: History) -> str:
    """The line of the latest job, where the CV says when it ended; empty otherwise."""
    match = _STILL.search(sentence)
    if match is None or _BESIDE.search(sentence):
        return ""
    name = match["since"] or match["been"] or match["am"] or match["work"]
    lines = history.of_employer(name.rstrip("."))
    ends = [period.end for line in history.lines for period in line.periods]
    own = {period.end: line for line in lines for period in line.periods}
    known = [end for end in ends if end is not None]
    if not own or len(known) < len(ends) or max(known) not in own:
        return ""
    return own[max(known)].text


def _of_dates(session: InterviewSession, history: History) -> Iterator[Clash]:
    this_year = session.created_at.year
    for story in session.stories:
        answers = [e.answer for e in story.exchanges if is_english(e.answer)]
        for sentence in dict.fromkeys(s for answer in answers for s in sentences(answer)):
            if len(sentence) > LONGEST_QUOTE or _BESIDE.search(sentence):
                continue
            line = (
                _other_year(sentence, history, this_year)
                or _other_title(sentence, history)
                or _other_employer(sentence, history)
                or _more_years(sentence, history, this_year)
            )
            if line and len(line) <= LONGEST_QUOTE:
                yield _clash(sentence, story.number, line)


def _clash(said: str, number: int, line: str) -> Clash:
    text = f"Your CV says “{line}”; in question {number} you said “{said}”."
    return Clash(text=f"{text} {_WHICH}", said=said, number=number, against=line)


def _other_year(sentence: str, history: History, this_year: int) -> str:
    for pattern, is_start in ((_JOINED, True), (_LEFT, False)):
        if match := pattern.search(sentence):
            lines = history.of_employer(match["name"].rstrip("."))
            years = _years(lines[0], is_start=is_start) if len(lines) == 1 else set()
            is_other = bool(years) and int(match.groups()[-1]) not in years
            return lines[0].text if is_other else ""
    if match := _WHILE.search(sentence):
        lines = history.of_employer((match["name"] or match["other"]).rstrip("."))
        year = int(match["year"] or match["then"])
        if lines and not any(_includes(line, year, this_year) for line in lines):
            return lines[0].text
    return ""


def _years(line: HistoryLine, *, is_start: bool) -> set[int]:
    """The years in which the job can have begun or ended; empty where the line leaves it open."""
    if len(line.periods) != 1:
        return set()
    period = line.periods[0]
    if is_start:
        return {period.start // MONTHS}
    return set() if period.end is None else {period.end // MONTHS, (period.end - 1) // MONTHS}


def _includes(line: HistoryLine, year: int, this_year: int) -> bool:
    return any(
        p.start // MONTHS <= year <= (this_year if p.end is None else p.end // MONTHS)
        for p in line.periods
    )


def _other_title(sentence: str, history: History) -> str:
    """Another trade, or the head of what the CV calls an assistant, at the one job there."""
    match = _TITLE.search(sentence)
    lines = history.of_employer(match["name"].rstrip(".")) if match else []
    if match is None or len(lines) != 1 or best_vote(match["title"]) < NAME:
        return ""
    title, head = content_stems(match["title"]), content_stems(history.around(lines[0]))
    if title <= content_stems(history.text) or best_vote(history.head(lines[0])) < NAME:
        return ""
    rises = set(match["title"].lower().split()) & _HIGH and not _ranks(history, lines[0]) & _HIGH
    is_other = not title & head or bool(rises and _ranks(history, lines[0]) & _LOW)
    return _line_with_title(history, lines[0]) if is_other else ""


def _ranks(history: History, line: HistoryLine) -> set[str]:
    return set(re.findall(r"[a-z]+", history.head(line).lower()))


def _line_with_title(history: History, line: HistoryLine) -> str:
    return max(history.head(line).splitlines(), key=best_vote)


def _other_employer(sentence: str, history: History) -> str:
    """Where somebody says they work now, when the CV has one job that goes on, elsewhere."""
    match = _NOW.search(sentence)
    going_on = [line for line in history.lines if any(p.end is None for p in line.periods)]
    if match is None or len(going_on) != 1:
        return ""
    name = match["name"].rstrip(".")
    is_known = name.split()[0].lower() in history.text.lower()
    return "" if is_known else going_on[0].text


def _more_years(sentence: str, history: History, this_year: int) -> str:
    """More years of experience than have gone by since the first date of any job or study."""
    match = _EXPERIENCE.search(sentence)
    if match is None:
        return ""
    dated = [line for line in history.lines if line.periods]
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", history.text)]
    if not dated or not years:
        return ""
    told = match["years"].lower()
    claimed = _IN_WORDS.get(told) or int(told)
    first = min(dated, key=lambda line: line.periods[0].start)
    return first.text if claimed > this_year - min(years) + MOST_MORE_YEARS else ""
