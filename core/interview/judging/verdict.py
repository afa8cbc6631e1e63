"""What runs of a model say, checked line by line against what the candidate wrote and said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.interview.answers.stories import said, shown
from core.interview.assessment import assess, planned_for, question_of, signals_of
from core.interview.judging.advice import merged
from core.interview.judging.arithmetic import gain_of, score_of, steps_of, unaided_of
from core.interview.judging.judged import JudgedAnswer, JudgedPoint, JudgedSuggestion, Judgement
from core.interview.judging.panel import Opinion, nearest, opinion_of, widened
from core.interview.judging.veiled import veiled
from core.interview.judging.vetting import Lost, Vetting, counted, with_stronger
from core.interview.rating.rubric import rubric
from core.interview.rating.scoring import overall_score
from core.models import (
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
FAR_APART = 3.0  # points between the model and the built-in assessor


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
        self._vetting = Vetting(session, self._view)
        self._stray = self._by_code = 0
        self._apart: list[int] = []
        self._torn: list[int] = []
        self._reaches: list[float] = []
        opinions = self._opinions(runs)
        self.answers = tuple(self._review(story, opinions) for story in session.stories)
        scores = [review.score for review in self.answers]
        self.score: Score = widened(overall_score(scores), self._reaches)
        overall = nearest(runs, opinions.values())
        self.strengths = self._points(overall.strengths, None, most=MOST_OVERALL, needs_quote=True)
        self.weaknesses = self._points(overall.weaknesses, None, most=MOST_OVERALL)
        self.cv_suggestions = self._advice(overall.cv_suggestions)

    @property
    def next_time(self) -> str:
        """What comes up most, by code; where that cannot read the answers, the first advice."""
        advice = (point.advice or point.text for point in self.weaknesses)
        return self.built_in.next_time or next(advice, "")

    @property
    def lost(self) -> list[Lost]:
        """The points whose quotes were not found, in the order of the review."""
        return self._vetting.lost

    @property
    def notice(self) -> str:
        """What was left out or added, in plain words; empty when nothing was."""
        lines = (
            *self._vetting.remarks,
            counted(
                self._stray,
                "rating was left out because it belonged to no answer of yours.",
                "ratings were left out because they belonged to no answer of yours.",
            ),
            counted(
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
        signals = signals_of(self._session, story)
        score = score_of(signals, ratings)
        answer = opinion.answer
        return AnswerReview(
            number=story.number,
            question=question_of(self._session, story),
            answer=shown(story),
            score=score,
            ratings=ratings,
            strengths=self._points(answer.strengths, story, most=MOST_AN_ANSWER, needs_quote=True),
            improvements=with_stronger(
                self._points(answer.improvements, story, most=MOST_AN_ANSWER), signals
            ),
            note=self._vetting.told(answer.note),
            unaided=unaided_of(self._session, story, ratings),
            steps=steps_of(signals, ratings, score),
            gain=gain_of(signals, ratings, score),
            delivery=built_in.delivery,
            other=self._other(story, score, built_in.score),
            flags=flags,
            spread=self._spread(story, opinion),
        )

    def _other(self, story: Story, score: float, built_in: float | None) -> float | None:
        """The built-in assessor's score where the two are far apart."""
        if built_in is None or round(abs(score - built_in), 1) <= FAR_APART:
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

    def _points(
        self,
        points: Iterable[JudgedPoint],
        story: Story | None,
        *,
        most: int,
        needs_quote: bool = False,
    ) -> tuple[Point, ...]:
        """A point of no story in particular is about the one that its number belongs to."""
        placed = ((point, story or self._belongs.get(point.number)) for point in points)
        return tuple(self._vetting.points(placed, needs_quote=needs_quote))[:most]

    def _advice(self, given: Iterable[JudgedSuggestion]) -> tuple[Suggestion, ...]:
        vetted = map(self._vetting.suggestion, given)
        return merged(self.built_in.cv_suggestions, filter(None, vetted))


def _numbered(numbers: Sequence[int], words: str) -> str:
    if not numbers:
        return ""
    *most, last = map(str, numbers)
    named = f"s {', '.join(most)} and {last}" if most else f" {last}"
    return f"On question{named} {words}"
