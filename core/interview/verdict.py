"""What runs of a model say, checked line by line against what the candidate wrote and said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.interview import levels
from core.interview.assessment import assess, planned_for, signals_of
from core.interview.cv_advice import MOST, suggestions
from core.interview.evidence import invents
from core.interview.judged import JudgedAnswer, JudgedPoint, JudgedSuggestion, Judgement
from core.interview.panel import Opinion, nearest, opinion_of, widened
from core.interview.rubric import rubric
from core.interview.scoring import HIGHEST, answer_score, overall_score
from core.interview.stories import said, shown
from core.interview.text import clip
from core.interview.veiled import veiled
from core.models import (
    Advice,
    AnswerReview,
    Competency,
    InterviewSession,
    Point,
    Quality,
    Rating,
    Role,
    Score,
    Story,
    Suggestion,
)

MOST_AN_ANSWER = 2
MOST_OVERALL = 3


FAR_APART = 3.0  # points between the model and the built-in assessor
LONGEST_TEXT = 600  # characters of anything that a model adds
_SLOT = re.compile(r"\[[^\[\]\d]{1,40}\]")


@dataclass(frozen=True, slots=True)
class Lost:
    """A point whose quote was not found in the answer to question `number`."""

    number: int
    point: JudgedPoint


class Verdict:
    """Builds the parts of the assessment once; counts what was left out on the way.

    `runs` are judgements of the whole interview by the same model, as it was shown it.
    """

    def __init__(self, session: InterviewSession, runs: Sequence[Judgement]) -> None:
        self._session = session
        self._view = veiled(session)
        self.built_in = assess(session)
        self._stories = {story.number: story for story in session.stories if said(story).strip()}
        self._belongs = {
            exchange.question.number: story
            for story in self._stories.values()
            for exchange in story.exchanges
        }
        self._own_words = _own_words(session)
        self._sources = f"{_around(session)}\n{self._own_words}"
        self._unfound = self._invented = self._stray = self._by_code = 0
        self._apart: list[int] = []
        self._torn: list[int] = []
        self._reaches: list[float] = []
        self.lost: list[Lost] = []
        opinions = self._opinions(runs)
        self.answers = tuple(self._review(story, opinions) for story in session.stories)
        scores = [review.score for review in self.answers]
        self.score: Score = widened(overall_score(scores), self._reaches)
        overall = nearest(runs, opinions.values())
        self.strengths = self._points(overall.strengths, None, needs_quote=True)[:MOST_OVERALL]
        self.weaknesses = self._points(overall.weaknesses, None)[:MOST_OVERALL]
        self.cv_suggestions = self._advice(overall.cv_suggestions)

    @property
    def notice(self) -> str:
        """What was left out or added, in plain words; empty when nothing was."""
        lines = (
            _counted(
                self._unfound,
                "remark was left out because its quote was not found in your own words.",
                "remarks were left out because their quotes were not found in your answers.",
            ),
            _counted(
                self._invented,
                "piece of advice was left out because it held a number or name you did not give.",
                "pieces of advice were left out because they held numbers or names "
                "you did not give.",
            ),
            _counted(
                self._stray,
                "rating was left out because it belonged to no answer of yours.",
                "ratings were left out because they belonged to no answer of yours.",
            ),
            _counted(
                self._by_code,
                "answer was rated by the built-in assessor because the model left it out.",
                "answers were rated by the built-in assessor because the model left them out.",
            ),
            _numbered(
                self._apart,
                "the model and the built-in assessor are more than 3 points "
                "apart, so both scores are shown.",
            ),
            _numbered(self._torn, "the runs of the model disagree, so the band is wider."),
        )
        return " ".join(filter(None, lines))

    def _opinions(self, runs: Sequence[Judgement]) -> dict[int, Opinion]:
        """What the runs make of each story; a run that left it out has no part in that."""
        by_run = [self._judged_by_story(run.answers) for run in runs]
        judged = {
            number: [answers[number] for answers in by_run if number in answers]
            for number in self._stories
        }
        return {number: opinion_of(found) for number, found in judged.items() if found}

    def _judged_by_story(self, answers: Iterable[JudgedAnswer]) -> dict[int, JudgedAnswer]:
        """The first rating of each story; a rating of a probe counts for its story."""
        judged: dict[int, JudgedAnswer] = {}
        for answer in answers:
            story = self._belongs.get(answer.number)
            if story is None or story.number in judged:
                self._stray += 1
            else:
                judged[story.number] = answer
        return judged

    def _review(self, story: Story, opinions: dict[int, Opinion]) -> AnswerReview:
        built_in = next(one for one in self.built_in.answers if one.number == story.number)
        flags = tuple(flag for e in story.exchanges for flag in self._view.flags(e.question.number))
        opinion = opinions.get(story.number)
        if opinion is None:
            self._by_code += built_in.score is not None
            return replace(built_in, flags=built_in.flags or flags)
        ratings = self._ratings(story, opinion)
        score = self._score(story, ratings)
        answer = opinion.answer
        return AnswerReview(
            number=story.number,
            question=story.question,
            answer=shown(story),
            score=score,
            ratings=ratings,
            strengths=self._points(answer.strengths, story, needs_quote=True)[:MOST_AN_ANSWER],
            improvements=self._points(answer.improvements, story)[:MOST_AN_ANSWER],
            note=self._told(answer.note),
            delivery=built_in.delivery,
            other=self._other(story, score, built_in.score),
            flags=flags,
            spread=self._spread(story, opinion),
        )

    def _other(self, story: Story, score: float, built_in: float | None) -> float | None:
        """The built-in assessor's score where the two are far apart."""
        if built_in is None or abs(score - built_in) <= FAR_APART:
            return None
        self._apart.append(story.number)
        return built_in

    def _spread(self, story: Story, opinion: Opinion) -> float:
        if opinion.spread:
            self._torn.append(story.number)
        self._reaches.append(opinion.reach)
        return opinion.spread

    def _ratings(self, story: Story, opinion: Opinion) -> tuple[Rating, ...]:
        items: dict[str, Quality | Competency | None] = {
            "relevance": Quality.RELEVANCE,
            "evidence": Quality.EVIDENCE,
            "structure": Quality.STRUCTURE,
            "clarity": Quality.CLARITY,
            "competency": planned_for(self._session, story).competency,
        }
        return tuple(
            Rating(item=item, level=level, because=rubric()[item].anchor(level))
            for name, level in opinion.levels.items()
            if (item := items[name])
        )

    def _score(self, story: Story, ratings: tuple[Rating, ...]) -> float:
        """The model's levels with the gates; the caps for non-answers hold for it as well."""
        signals = signals_of(self._session, story)
        english = signals.is_english
        return answer_score(
            ratings,
            relevance=ratings[0].level,
            development=1.0,
            cap=levels.cap(signals) if english else HIGHEST,
        )

    def _points(
        self, points: Iterable[JudgedPoint], story: Story | None, *, needs_quote: bool = False
    ) -> tuple[Point, ...]:
        checked = (self._point(point, story, needs_quote=needs_quote) for point in points)
        return tuple(point for point in checked if point)

    def _point(self, point: JudgedPoint, story: Story | None, *, needs_quote: bool) -> Point | None:
        """The point with its quote as it stands in the answer, or None when it cannot be kept."""
        if not point.text.strip():
            return None
        place = story or self._belongs.get(point.number)
        quote = self._quote(point.quote, place)
        if (point.quote.strip() or needs_quote) and not quote:
            self._unfound += 1
            if place and point.quote.strip():
                self.lost.append(Lost(place.number, point))
            return None
        text = self._told(point.text)
        if not text:
            return None
        return Point(
            text=text,
            quote=quote,
            number=place.number if place else 0,
            advice=self._told(point.advice),
            why=self._told(point.why),
            stronger=self._stronger(point.stronger),
        )

    def _quote(self, quote: str, story: Story | None) -> str:
        """The quote in the answer that the point claims, in one exchange of it."""
        if story is None:
            return ""
        numbers = (exchange.question.number for exchange in story.exchanges)
        answers = (self._view.answers[number] for number in numbers if number in self._view.answers)
        return next(filter(None, (answer.find(quote) for answer in answers)), "")

    def _told(self, text: str) -> str:
        """A model's words for the candidate, or nothing where they hold what nobody said."""
        told = self._view.cast.back(clip(text, LONGEST_TEXT))
        return "" if self._is_invented(told) else told

    def _stronger(self, text: str) -> str:
        """The candidate's words in a better form: nothing in it but what they said, and slots."""
        told = self._view.cast.back(clip(text, LONGEST_TEXT))
        if not told.strip() or not invents(_SLOT.sub(" ", told), self._own_words):
            return told
        self._invented += 1
        return ""

    def _is_invented(self, text: str) -> bool:
        found = bool(text.strip()) and invents(text, self._sources)
        self._invented += found
        return found

    def _advice(self, given: Iterable[JudgedSuggestion]) -> tuple[Suggestion, ...]:
        """The model's advice that rests on a line, with our own on weak lines; else all our own."""
        kept = tuple(filter(None, map(self._suggestion, given)))
        own = suggestions(self._session)
        lines = (one for one in own if one.kind is Advice.LINE)
        return (*kept[:MOST], *lines) if kept else own

    def _suggestion(self, given: JudgedSuggestion) -> Suggestion | None:
        cv, job = self._view.cv.find(given.cv_quote), self._view.advert.find(given.job_quote)
        if not (cv or job):
            self._unfound += 1
            return None
        text = self._told(given.text)
        return Suggestion(text=text, cv_quote=cv, job_quote=job) if text else None


def _around(session: InterviewSession) -> str:
    """What the advert said, and what was asked."""
    job = session.job
    asked = (message.content for message in session.messages if message.role is Role.ASSISTANT)
    return "\n".join((job.title, job.company, job.description, *asked))


def _own_words(session: InterviewSession) -> str:
    """All that the candidate said and wrote."""
    said = (message.content for message in session.messages if message.role is Role.USER)
    return "\n".join((session.cv.text if session.cv else "", *said))


def _numbered(numbers: Sequence[int], words: str) -> str:
    if not numbers:
        return ""
    *most, last = map(str, numbers)
    named = f"s {', '.join(most)} and {last}" if most else f" {last}"
    return f"On question{named} {words}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
