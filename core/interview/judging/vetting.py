"""A model's words held against what the candidate said and wrote, and what was left out counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core.interview.answers.signals import Signals
from core.interview.answers.stories import said
from core.interview.checking.evidence import invents
from core.interview.feedback.stronger import checked, stronger
from core.interview.judging.judged import JudgedPoint, JudgedSuggestion
from core.interview.judging.veiled import Veiled
from core.interview.words.patterns import regex
from core.interview.words.text import clip
from core.models import InterviewSession, Point, Role, Story, Suggestion

LONGEST_TEXT = 600  # characters of anything that a model adds
LONGEST_STRONGER = 1_500
# Nothing of this belongs in a CV, and none of it in a decision about one.
_PRIVATE = regex(
    r"(?i)\b(?:photo(?:graph)?s?|headshots?|your\s+age|date\s+of\s+birth|birth\s*da(?:y|te)"
    r"|marital|married|(?:civil|family)\s+status|(?:your|have)\s+children|religion|nationality"
    r"|your\s+gender)\b"
)
# Nobody can know whether somebody will be hired, or how others did.
_FORETELLS = regex(
    r"(?i)\bpercentile|\btop\s+\d+\s*(?:%|per\s*cent)|\b(?:would|will|should|n['\u2019]t)\s+"
    r"(?:\w+\s+)?(?:hire|get\s+(?:the|this)\s+job|be\s+hired)\b|\b(?:strong|no|lean)\s+hire\b"
    r"|\b(?:better|worse|stronger|weaker)\s+than\s+(?:most|other|many)\s+candidates\b"
)
# Words that are put in to be found by a machine, whether they are true or not.
_STUFFS = regex(
    r"(?i)\bkeyword[- ]?(?:stuff\w*|rich|dense|optimi[sz]\w*)\b"
    r"|\b(?:list|add|include|insert|sprinkle|repeat|copy|paste|mirror|use|work\s+in|put\s+in|weave\s+in)\b"
    r"[^.!?]{0,60}\bkey\s?words?\b"
    r"|\b(?:repeat|copy|paste|mirror|echo|sprinkle|reuse|parrot)\b[^.!?]{0,60}"
    r"\b(?:advert(?:isement)?|job\s+(?:ad|advert|description|posting)|posting|vacancy)(?:['\u2019]s)?\b"
    r"|\b(?:white|hidden|invisible)\s+(?:text|font|words|letters)\b"
    r"|\b(?:list|add|include|insert)\b[^.!?]{0,50}\b(?:all|every|each|as\s+many|more)\b[^.!?]{0,40}"
    r"\b(?:skills?|terms?|buzzwords?|technolog(?:y|ies)|tools?)\b"
    r"|\b(?:beat|pass|trick|fool|get\s+past)\b[^.!?]{0,30}\b(?:ats|scanner|filter|tracking\s+system|software)\b"
)
# To add what the CV lacks is advice only where it is true.
_ADDS_SKILL = regex(
    r"(?i)\b(?:add|list|include|insert|mention|put)\b[^.!?]{0,60}\b(?:to|in|into|under)\s+"
    r"(?:your\s+|the\s+|a\s+)?(?:key\s+|core\s+|technical\s+)?(?:skills?|cv|resume|summary|profile)\b"
)
_IF_TRUE = regex(
    r"(?i)\b(?:if|where|when|as\s+long\s+as|provided|only|unless)\b[^.!?]{0,60}\b(?:true|you\s+(?:have|did|know"
    r"|can|used?|worked|really)|you['\u2019]ve|it\s+(?:is|was)|that\s+(?:is|was)|applies|experience|honest\w*)\b"
)
_WARNS = regex(
    r"(?i)(?:\b(?:not|never|avoid|without|instead\s+of|rather\s+than)|n['\u2019]t)\s+(?:\w+\s+)?$"
)
_TAKES_OUT = regex(r"(?i)\b(?:leave\s+out|remove|delete|drop|without|not)\b|n['\u2019]t\b")


@dataclass(frozen=True, slots=True)
class Lost:
    """A point whose quote was not found in the answer to question `number`."""

    number: int
    point: JudgedPoint


class Vetting:
    """What is left of a model's points and advice; `lost` and `remarks` tell of the rest.

    `view` is the interview as the model was shown it, so its quotes are looked up there and told in
    the candidate's own words.
    """

    def __init__(self, session: InterviewSession, view: Veiled) -> None:
        self._view = view
        self._own_words = _own_words(session)
        self._sources = f"{_around(session)}\n{self._own_words}"
        self._unfound = self._invented = self._embellished = self._private = 0
        self._stuffing = 0
        self.lost: list[Lost] = []

    def points(
        self, points: Iterable[tuple[JudgedPoint, Story | None]], *, needs_quote: bool = False
    ) -> Iterator[Point]:
        """The points that can be kept, each with the story that it is about."""
        for point, story in points:
            kept = self._point(point, story, needs_quote=needs_quote)
            if kept:
                yield kept

    def told(self, text: str) -> str:
        """A model's words for the candidate, or nothing where they hold what nobody said.

        Nothing either where they foretell who is hired or compare with other candidates.
        """
        told = self._view.cast.back(clip(text, LONGEST_TEXT))
        if _FORETELLS.search(told):
            self._private += 1
            return ""
        is_invented = bool(told.strip()) and invents(told, self._sources)
        self._invented += is_invented
        return "" if is_invented else told

    def suggestion(self, given: JudgedSuggestion) -> Suggestion | None:
        """Advice that rests on a line of the CV or of the advert, and asks for nothing private."""
        cv, job = self._view.cv.find(given.cv_quote), self._view.advert.find(given.job_quote)
        if not (cv or job):
            self._unfound += 1
            return None
        if _PRIVATE.search(given.text) and not _TAKES_OUT.search(given.text):
            self._private += 1
            return None
        if _asks_for_words(given.text, has_line=bool(cv)):
            self._stuffing += 1
            return None
        text = self.told(given.text)
        return Suggestion(text=text, cv_quote=cv, job_quote=job) if text else None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was left out, a sentence for each kind."""
        found = (
            counted(
                self._unfound,
                "remark was left out because its quote was not found in your own words.",
                "remarks were left out because their quotes were not found in your answers.",
            ),
            counted(
                self._invented,
                "piece of advice was left out because it held a number or name you did not give.",
                "pieces of advice were left out because they held numbers or names "
                "you did not give.",
            ),
            counted(
                self._embellished,
                "stronger version was left out because it said more than your answer does.",
                "stronger versions were left out because they said more than your answers do.",
            ),
            counted(
                self._private,
                "piece of advice was left out because it was about you and not about your work.",
                "pieces of advice were left out because they were about you and not about "
                "your work.",
            ),
            counted(
                self._stuffing,
                "piece of CV advice was left out because it asked for words and not for facts.",
                "pieces of CV advice were left out because they asked for words and not for facts.",
            ),
        )
        return tuple(filter(None, found))

    def _point(self, point: JudgedPoint, story: Story | None, *, needs_quote: bool) -> Point | None:
        """The point with its quote as it stands in the answer, or None when it cannot be kept."""
        if not point.text.strip():
            return None
        quote = self._quote(point.quote, story)
        if (point.quote.strip() or needs_quote) and not quote:
            self._unfound += 1
            if story and point.quote.strip():
                self.lost.append(Lost(story.number, point))
            return None
        text = self.told(point.text)
        if not text:
            return None
        return Point(
            text=text,
            quote=quote,
            number=story.number if story else 0,
            advice=self.told(point.advice),
            why=self.told(point.why),
            stronger=self._stronger(point.stronger, story),
        )

    def _quote(self, quote: str, story: Story | None) -> str:
        """The quote in the answer that the point claims, in one exchange of it."""
        if story is None:
            return ""
        numbers = (exchange.question.number for exchange in story.exchanges)
        answers = (self._view.answers[number] for number in numbers if number in self._view.answers)
        return next(filter(None, (answer.find(quote) for answer in answers)), "")

    def _stronger(self, text: str, story: Story | None) -> str:
        """The candidate's words in a better form: nothing in it but what they said, and slots.

        What was said of another matter is no part of this answer, true as it may be.
        """
        told = self._view.cast.back(clip(text, LONGEST_STRONGER))
        kept = checked(told, said(story) if story else self._own_words)
        self._embellished += bool(told.strip()) and not kept
        return kept


def _asks_for_words(advice: str, *, has_line: bool) -> bool:
    """Whether it tells to stuff a CV with words, or to add what may not be true.

    A line of the CV that it rests on shows what is true; without one it has to say "only if".
    """
    for found in _STUFFS.finditer(advice):
        if not _WARNS.search(advice[: found.start()]):
            return True
    return not has_line and _ADDS_SKILL.search(advice) is not None and not _IF_TRUE.search(advice)


def with_stronger(points: tuple[Point, ...], signals: Signals) -> tuple[Point, ...]:
    """The points; where none of them has a stronger version left, the first gets one by code."""
    if not points or any(point.stronger for point in points):
        return points
    first, *others = points
    return (replace(first, stronger=checked(stronger(signals), signals.text)), *others)


def counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def _around(session: InterviewSession) -> str:
    """What the advert said, and what was asked."""
    job = session.job
    asked = (message.content for message in session.messages if message.role is Role.ASSISTANT)
    return "\n".join((job.title, job.company, job.description, *asked))


def _own_words(session: InterviewSession) -> str:
    """All that the candidate said and wrote."""
    given = (message.content for message in session.messages if message.role is Role.USER)
    return "\n".join((session.cv.text if session.cv else "", *given))
