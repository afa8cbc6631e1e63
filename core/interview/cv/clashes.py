"""What was said against the CV and against earlier answers; silent when unsure.

Two numbers clash only where they count the same thing of the same matter. A story about another
employer or another time, a bound ("over 20") that holds, or a share of something larger is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType

from core.interview.answers.replies import is_order
from core.interview.coverage.amounts import SHARE, Amount, amounts, coins, units_of_time
from core.interview.cv.denials import denial_clashes
from core.interview.cv.tenure import tenure_clashes
from core.interview.reading.history import History, employers_in
from core.interview.words.language import is_english
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import content_stems, sentences, stem
from core.models import Clash, InterviewSession, Story

MOST = 5
NOWHERE: Mapping[int, int] = MappingProxyType({})
MOST_STATEMENTS, MOST_SPOKEN = 400, 100  # of the CV, of an answer
LONGEST_QUOTE = 240
FAR_APART = 1.25  # a smaller difference may be rounding
ALIKE, SURE = 3, 2  # shared words; fewer where both speak of the same employer
_OPEN = regex(
    r"(?i)\b(?:would|could|should|if|goals?|targets?|aim(?:ed)?|plans?\s+to|planned\s+to|hope[ds]?|want(?:s|ed)?"
    r"|maybe|perhaps|not|never|nobody|another|others?|competitors?|average|instead|imagine)\b"
    r"|n['\u2019]t\b"
)
# Where only one of two statements has one of these, they speak of different moments or parts.
_MOMENTS = regex(
    r"(?i)\b(?:originally|initially|first|start(?:ed|ing)?|began|beginning|grew|grow(?:n|ing)?|later"
    r"|now|then|eventually|ended|finally|total|overall|altogether|each|every|of\s+(?:them|these|those"
    r"|which|whom)|half|additional|extra|more|new|joined|left|hired|remaining|peak|up\s+from|down\s+from"
    r"|temporar\w+|part-time|night|weekend|senior|junior)\b"
)
_OTHER_TIME = regex(
    r"(?i)\b(?:first|previous|earlier|former|current|present|last|old|new|second|next)\s+(?:job|role"
    r"|company|employer|position|post|year|summer|winter|team|school|hospital|month|week|quarter)\b"
    r"|\b(?:as\s+a\s+student|at\s+(?:university|uni|school|college)|volunteer\w*|intern\w*|placement"
    r"|years?\s+ago|this\s+year|years?\s+before)\b|\b(?:19|20)\d\d\b"
)
_AT_LEAST = regex(
    r"(?i)\b(?:over|above|more\s+than|at\s+least|upwards\s+of|some|min(?:imum)?)\s+(?:of\s+)?[£$€]?$"
)
_AT_MOST = regex(
    r"(?i)\b(?:under|below|less\s+than|fewer\s+than|at\s+most|up\s+to|almost|nearly)\s+[£$€]?$"
)
_WHICH = (
    "An interviewer may ask which is right: if both are, say what each of them counts; "
    "if not, put one of them right."
)
_PLUS = regex(r"\s?\+")


@dataclass(frozen=True, slots=True)
class _Statement:
    """An amount in its sentence. `number` is 0 for the CV.

    `place` is all that the CV says of the job, in lower case. `elsewhen` is true where an answer
    has spoken of another time or job so far.
    """

    text: str
    number: int
    amount: Amount
    stems: frozenset[str]
    employers: frozenset[str] = frozenset()
    place: str = ""
    elsewhen: bool = False


def clashes(session: InterviewSession, pointed: Mapping[int, int] = NOWHERE) -> tuple[Clash, ...]:
    """At most five, in the order of the interview; both quotes stand verbatim in their source.

    `pointed` are the answers that the feedback points to, by the question that they go with.
    """
    text = session.cv.text if session.cv else ""
    history = History(text if is_english(text) else "")
    found = [
        *tenure_clashes(session, history),
        *denial_clashes(session, history, pointed),
        *_of_amounts(session, history),
    ]
    first = {(clash.said, clash.number): clash for clash in reversed(found)}
    return tuple(sorted(first.values(), key=lambda clash: clash.number))[:MOST]


def _of_amounts(session: InterviewSession, history: History) -> Iterator[Clash]:
    written = list(islice(_written(history), MOST_STATEMENTS))
    spoken: list[_Statement] = []
    for story in session.stories:
        said = [s for e in story.exchanges for s in islice(_spoken(e.answer, story), MOST_SPOKEN)]
        for statement in said:
            clash = _with_cv(statement, written, history) or _with_answer(statement, spoken)
            if clash:
                yield clash
        spoken.extend(said)


def _written(history: History) -> Iterator[_Statement]:
    for line in history.lines:
        if line.is_head or not _may_count(line.text):
            continue
        place = history.around(line).lower()
        for sentence in sentences(line.text):
            if not _OPEN.search(sentence):
                for amount, stems in _counted(sentence):
                    yield _Statement(sentence, 0, amount, stems, place=place)


def _spoken(answer: str, story: Story) -> Iterator[_Statement]:
    if not is_english(answer):
        return
    named: frozenset[str] = frozenset()
    elsewhen = False
    for sentence in dict.fromkeys(sentences(answer)):
        named |= employers_in(sentence)
        elsewhen = elsewhen or _OTHER_TIME.search(sentence) is not None
        if _may_count(sentence) and not _OPEN.search(sentence) and not is_order(sentence):
            for amount, stems in _counted(sentence):
                yield _Statement(
                    sentence, story.number, amount, stems, employers=named, elsewhen=elsewhen
                )


def _may_count(text: str) -> bool:
    return len(text) <= 4 * LONGEST_QUOTE


def _counted(sentence: str) -> Iterator[tuple[Amount, frozenset[str]]]:
    """Each amount with the stems of its clause."""
    for amount in amounts(sentence):
        start, end = _clause(sentence, amount)
        stems = content_stems(_without(sentence[start:end], amount, start))
        yield amount, frozenset(word for word in stems if not word.isdigit()) - coins()


def _clause(sentence: str, amount: Amount) -> tuple[int, int]:
    """The part of the sentence that the amount stands in."""
    cuts = list(re.finditer(r"[;:]\s|,\s(?!\d)|\s(?:and|but|while|who|which)\s", sentence))
    start = max((m.end() for m in cuts if m.end() <= amount.start), default=0)
    end = min((m.start() for m in cuts if m.start() >= amount.end), default=len(sentence))
    return start, end


def _without(clause: str, amount: Amount, start: int) -> str:
    return f"{clause[: amount.start - start]} {clause[amount.end - start :]}"


def _with_cv(said: _Statement, written: Sequence[_Statement], history: History) -> Clash | None:
    about = [other for other in written if _same_matter(said, other, history)]
    alike = (o for o in written if _comparable(said.amount, o.amount) and said.stems & o.stems)
    if not about or any(_go_together(said, other) for other in alike):
        return None
    other = about[0]
    text = f"Your CV says “{other.text}”; in question {said.number} you said “{said.text}”."
    return _clash(text, said, other)


def _with_answer(said: _Statement, spoken: Sequence[_Statement]) -> Clash | None:
    earlier = [o for o in spoken if said.employers & o.employers and _same_amount(said, o, ALIKE)]
    if not earlier or any(_go_together(said, other) for other in earlier):
        return None
    other = earlier[0]
    text = (
        f"In question {other.number} you said “{other.text}”; "
        f"in question {said.number} you said “{said.text}”."
    )
    return _clash(text, said, other)


def _clash(text: str, said: _Statement, other: _Statement) -> Clash | None:
    if max(len(said.text), len(other.text)) > LONGEST_QUOTE:
        return None
    return Clash(
        text=f"{text} {_WHICH}",
        said=said.text,
        number=said.number,
        against=other.text,
        other=other.number,
    )


def _same_matter(said: _Statement, written: _Statement, history: History) -> bool:
    """Whether an answer speaks of this line of the CV: of its employer, or plainly of the same."""
    if not _comparable(said.amount, written.amount):
        return False
    if any(name.lower() not in written.place for name in said.employers):
        return False
    is_named = bool(said.employers)
    if said.elsewhen and not is_named:
        return False
    return _same_amount(said, written, SURE if is_named or history.jobs <= 1 else ALIKE)


def _same_amount(one: _Statement, other: _Statement, alike: int) -> bool:
    """The same thing is counted, in the same way, and enough of the words around it are shared."""
    if not _comparable(one.amount, other.amount) or _moments(one.text) != _moments(other.text):
        return False
    shared = one.stems & other.stems
    is_loose = one.amount.unit == SHARE or one.amount.unit in units_of_time()
    return bool(shared - _weak()) and len(shared) >= alike + is_loose


def _comparable(one: Amount, other: Amount) -> bool:
    same_unit = one.unit == other.unit and bool(one.unit)
    same_whole = one.whole == other.whole and bool(one.whole)
    is_open = not (one.unit and other.unit) and same_whole
    if not (same_unit or is_open) or one.rate != other.rate:
        return False
    if one.whole and other.whole and not same_whole:
        return False
    if "from" in (one.toward, other.toward) or "than" in (one.toward, other.toward):
        return False
    if one.toward != other.toward and (one.unit == SHARE or "by" in (one.toward, other.toward)):
        return False
    return not (one.coin and other.coin) or one.coin == other.coin


def _go_together(one: _Statement, other: _Statement) -> bool:
    low, high = sorted((one, other), key=lambda statement: statement.amount.value)
    if high.amount.value < FAR_APART * low.amount.value:
        return True
    before_low = low.text[: low.amount.start]
    before_high = high.text[: high.amount.start]
    has_plus = _PLUS.match(low.text, low.amount.end) is not None
    return bool(has_plus or _AT_LEAST.search(before_low) or _AT_MOST.search(before_high))


@lru_cache(maxsize=2_000)
def _moments(sentence: str) -> frozenset[str]:
    return frozenset(match.lower() for match in _MOMENTS.findall(sentence))


@cache
def _weak() -> frozenset[str]:
    """Stems of verbs that hold for nearly any work."""
    return frozenset(map(stem, table("cv")["words"]["weak"]))
