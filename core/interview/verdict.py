"""A model's judgement, checked line by line against what the candidate wrote and said."""

from __future__ import annotations

from collections.abc import Iterable

from core.interview import levels
from core.interview.assessment import planned_for, review_of, signals_of
from core.interview.cv_advice import MOST, suggestions
from core.interview.evidence import find_quote, invents
from core.interview.judged import JudgedAnswer, JudgedPoint, JudgedSuggestion, Judgement
from core.interview.rubric import rubric
from core.interview.scoring import HIGHEST, answer_score, overall_score
from core.interview.stories import said, shown
from core.models import (
    Advice,
    AnswerReview,
    Competency,
    InterviewSession,
    Point,
    Quality,
    Rating,
    Score,
    Story,
    Suggestion,
)

MOST_AN_ANSWER = 2
MOST_OVERALL = 3


class Verdict:
    """Builds the parts of the assessment once; counts what was left out on the way."""

    def __init__(self, session: InterviewSession, judgement: Judgement) -> None:
        self._session = session
        self._stories = {story.number: story for story in session.stories if said(story).strip()}
        self._belongs = {
            exchange.question.number: story
            for story in self._stories.values()
            for exchange in story.exchanges
        }
        self._sources = _sources(session)
        self._unfound = self._invented = self._stray = self._built_in = 0
        judged = self._judged_by_story(judgement.answers)
        self.answers = tuple(self._review(story, judged) for story in session.stories)
        self.score: Score = overall_score([review.score for review in self.answers])
        self.strengths = self._points(judgement.strengths, None, needs_quote=True)[:MOST_OVERALL]
        self.weaknesses = self._points(judgement.weaknesses, None)[:MOST_OVERALL]
        self.cv_suggestions = self._advice(judgement.cv_suggestions)

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
                self._built_in,
                "answer was rated by the built-in assessor because the model left it out.",
                "answers were rated by the built-in assessor because the model left them out.",
            ),
        )
        return " ".join(filter(None, lines))

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

    def _review(self, story: Story, judged: dict[int, JudgedAnswer]) -> AnswerReview:
        answer = judged.get(story.number)
        if answer is None:
            review = review_of(self._session, story).review
            self._built_in += review.score is not None
            return review
        ratings = self._ratings(story, answer)
        note = answer.note.strip()
        return AnswerReview(
            number=story.number,
            question=story.question,
            answer=shown(story),
            score=self._score(story, ratings),
            ratings=ratings,
            strengths=self._points(answer.strengths, story, needs_quote=True)[:MOST_AN_ANSWER],
            improvements=self._points(answer.improvements, story)[:MOST_AN_ANSWER],
            note="" if self._is_invented(note) else note,
        )

    def _ratings(self, story: Story, answer: JudgedAnswer) -> tuple[Rating, ...]:
        given: dict[Quality | Competency, int | None] = {
            Quality.RELEVANCE: answer.relevance,
            Quality.EVIDENCE: answer.evidence,
            Quality.STRUCTURE: answer.structure,
            Quality.CLARITY: answer.clarity,
        }
        competency = planned_for(self._session, story).competency
        if competency:
            given[competency] = answer.competency
        return tuple(
            Rating(item=item, level=float(level), because=rubric()[item].anchor(level))
            for item, level in given.items()
            if level is not None
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
            return None
        if self._is_invented(point.text):
            return None
        advice = "" if self._is_invented(point.advice) else point.advice.strip()
        number = place.number if place else 0
        return Point(text=point.text.strip(), quote=quote, number=number, advice=advice)

    def _quote(self, quote: str, story: Story | None) -> str:
        """The quote in the answer that the point claims, in one exchange of it."""
        if story is None:
            return ""
        found = (find_quote(quote, exchange.answer) for exchange in story.exchanges)
        return next(filter(None, found), "")

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
        cv = self._session.cv.text if self._session.cv else ""
        suggestion = Suggestion(
            text=given.text.strip(),
            cv_quote=find_quote(given.cv_quote, cv),
            job_quote=find_quote(given.job_quote, self._session.job.description),
        )
        if not (suggestion.cv_quote or suggestion.job_quote):
            self._unfound += 1
            return None
        if not suggestion.text or self._is_invented(suggestion.text):
            return None
        return suggestion


def _sources(session: InterviewSession) -> str:
    """All that the candidate or the advert said, and what was asked."""
    job = session.job
    said = (message.content for message in session.messages)
    cv = session.cv.text if session.cv else ""
    return "\n".join((job.title, job.company, job.description, cv, *said))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
