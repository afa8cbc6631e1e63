"""How an interview and its assessment are told: the same on the page and in the saved file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.models.conversation import Story
from core.models.feedback import AnswerReview, Assessment, Point, Score
from core.models.session import InterviewSession

SEVERAL = " (Questions "  # begins the places in the text of a point that holds for several answers
ESTIMATE = "Practice estimate:"  # begins the notice of every assessment without a model
NO_STRENGTH = "None could be shown with your own words yet."
NO_WEAKNESS = "Nothing stood out."
NO_OTHER = "Nothing stood out beside what “Next time” says."
_CUT = "…"
_GAP = re.compile(r"\[[^\[\]]*\]")
_ENDS = (".", "!", "?", _CUT)
_LONG = 100  # signs of a quote


def no_weakness(assessment: Assessment) -> str:
    """What stands where there is nothing to work on, or nothing else than is said already."""
    return NO_OTHER if assessment.next_time else NO_WEAKNESS


def listed(items: Sequence[str]) -> str:
    """In a sentence: "a", "a and b", "a, b and c"; of nothing an empty string."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def counted(number: float, name: str) -> str:
    return f"{number:g} {name}" if number == 1 else f"{number:g} {name}s"


def what_was_asked(session: InterviewSession) -> str:
    """As in "7 questions and 3 follow-ups, 1 of them not answered"."""
    questions = len(session.stories)
    follow_ups = session.asked - questions
    told = counted(questions, "question")
    told += f" and {counted(follow_ups, 'follow-up')}" if follow_ups else ""
    silent = sum(not exchange.answer for exchange in session.exchanges)
    return f"{told}, {silent} of them not answered" if silent else told


def name_of(number: int, story: Story | None) -> str:
    """As in "Question 3 with its follow-up 4"."""
    followed = [str(exchange.question.number) for exchange in story.exchanges[1:]] if story else []
    name = f"Question {number}"
    if not followed:
        return name
    return (
        f"{name} with its {'follow-up' if len(followed) == 1 else 'follow-ups'} {listed(followed)}"
    )


def band_of(score: Score) -> str:
    """What the band means, as sentences; empty where there is no score."""
    if score.value is None:
        return ""
    told = []
    if score.low is not None and score.high is not None:
        told = [f"With other questions it might have been {score.low:.1f} to {score.high:.1f}."]
    if score.provisional:
        only = counted(score.rated, "answer")
        told += [f"It is provisional, since only {only} could be rated."]
    return " ".join(told)


def is_plain_estimate(assessment: Assessment) -> bool:
    """Whether the notice says no more than what every assessment without a model is."""
    return not assessment.model and assessment.notice.startswith(ESTIMATE)


def as_told(assessment: Assessment) -> Assessment:
    """For reading: nothing is said twice in a row, and a quote that was cut ends with a mark.

    Why a point matters stands where it is first made, words that its text quotes stand there only,
    and what "Next time" advises is not advised again before the answers.
    """
    seen: set[str] = set()
    answers = {review.number: review.answer for review in assessment.answers}

    def told(points: Sequence[Point]) -> tuple[Point, ...]:
        return tuple(_told(point, seen, answers.get(point.number, "")) for point in points)

    strengths = told(assessment.strengths)
    weaknesses = tuple(
        _less_of(point, assessment.next_time) for point in told(assessment.weaknesses)
    )
    reviews = tuple(
        replace(one, strengths=told(one.strengths), improvements=told(one.improvements))
        for one in assessment.answers
    )
    return replace(assessment, strengths=strengths, weaknesses=weaknesses, answers=reviews)


def _less_of(point: Point, next_time: str) -> Point:
    """The point without its advice where "Next time" gives it in the same words."""
    is_given = point.advice.lower() in next_time.lower()
    return replace(point, advice="") if is_given else point


def _told(point: Point, seen: set[str], answer: str) -> Point:
    said = {point.text.split(SEVERAL)[0], point.why}
    why = "" if said & seen else point.why
    seen.update(filter(None, said))
    return replace(point, why=why, quote=_shown(point, answer))


def _shown(point: Point, answer: str) -> str:
    """The quote, unless the text of the point holds it; where it was cut, it ends with a mark."""
    if point.quote and f"“{point.quote}”" in point.text:
        return ""
    return f"{point.quote}{_CUT * _is_cut(point.quote, answer)}"


def _is_cut(quote: str, answer: str) -> bool:
    """Whether a long quote stops inside a sentence; that a short one is a piece can be seen."""
    if len(quote) < _LONG or quote.rstrip("\u201d\u2019\"')").endswith(_ENDS):
        return False
    words = r"\s+".join(map(re.escape, quote.split()))
    return re.search(rf"{words}[^\S\n]*[\w,;(]", answer) is not None


def label_of(stronger: str) -> str:
    """What a stronger version is: the candidate's words, with gaps, or little more than gaps."""
    told = len(_GAP.sub(" ", stronger).split())
    if 2 * told < len(stronger.split()):
        return "A frame for your answer"
    return "Your words, with gaps to fill" if "[" in stronger else "Your own words"


def is_placed(point: Point) -> bool:
    """Whether its text names the questions that it holds for."""
    return SEVERAL in point.text


def remarks_on(review: AnswerReview, *, by_model: bool) -> Iterator[str]:
    """What has to be known of how the answer was rated."""
    yield from review.flags
    if review.other is not None and review.score is not None:
        ours, theirs = ("model", "built-in assessor")[:: 1 if by_model else -1]
        yield (
            f"The {ours} gives {review.score:.1f}, the {theirs} {review.other:.1f}. "
            "They differ widely, so look at the levels yourself."
        )
    if review.spread:
        yield (
            f"The model's runs disagree, by up to {counted(review.spread, 'level')}. "
            "Take this score as a rough one."
        )


def has_grown(review: AnswerReview) -> bool:
    """Whether follow-ups changed the score; where they did not, it is told once."""
    if review.unaided is None or review.score is None:
        return False
    return f"{review.unaided:.1f}" != f"{review.score:.1f}"


def before_follow_ups(review: AnswerReview) -> str:
    """What the first answer alone is worth, where the follow-ups changed that."""
    if not has_grown(review):
        return ""
    return (
        f"Your first answer alone: {review.unaided:.1f}. With the follow-ups: {review.score:.1f}."
    )
