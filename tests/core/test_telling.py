"""What the page and the saved file say alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.assessment import NOTICE
from core.models import (
    AnswerReview,
    Assessment,
    InterviewSession,
    Kind,
    Point,
    Score,
    telling,
)
from tests import assessments, builders

SENTENCE = (
    "So I rang the surgeon on the Friday and asked what would have to be true for that, and I "
    "wrote down each of the five things that she named."
)


ONLY = "It is provisional, since only"


def held(*kinds: Kind) -> InterviewSession:
    """One interview with these questions and probes, each answered."""
    topic, messages = -1, []
    for number, kind in enumerate(kinds, 1):
        topic += kind is Kind.QUESTION
        messages += [
            builders.question(number, kind=kind, topic=topic),
            builders.answer(number, topic=topic),
        ]
    return builders.session(messages=tuple(messages))


Q, P = Kind.QUESTION, Kind.PROBE


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        ([Q], ["Question 1"]),
        ([Q, P], ["Question 1 with its follow-up 2"]),
        ([Q, P, P, Q], ["Question 1 with its follow-ups 2 and 3", "Question 4"]),
        ([Q, Q, P], ["Question 1", "Question 2 with its follow-up 3"]),
    ],
)
def test_a_story_is_named_by_its_question_and_follow_ups(kinds: list[Kind], names: list[str]):
    stories = held(*kinds).stories

    assert [telling.name_of(story.number, story) for story in stories] == names


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ([], "0 questions"),
        ([Q], "1 question"),
        ([Q, P], "1 question and 1 follow-up"),
        ([Q, P, P, Q, Q], "3 questions and 2 follow-ups"),
    ],
)
def test_questions_and_follow_ups_are_counted_apart(kinds: list[Kind], told: str):
    assert telling.what_was_asked(held(*kinds)) == told


def test_what_was_skipped_or_left_open_is_counted():
    session = held(Q, P, Q)
    skipped = replace(session.messages[3], kind=Kind.SKIP)
    session = replace(session, messages=(*session.messages[:3], skipped, session.messages[4]))

    assert telling.what_was_asked(session) == (
        "2 questions and 1 follow-up, 2 of them not answered"
    )


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (
            Score(value=7.2, low=6.6, high=7.8, rated=8),
            "With other questions it might have been 6.6 to 7.8.",
        ),
        (
            Score(value=5.0, low=4.0, high=6.0, rated=3),
            f"With other questions it might have been 4.0 to 6.0. {ONLY} 3 answers could be rated.",
        ),
        (Score(value=5.0, rated=1), f"{ONLY} 1 answer could be rated."),
        (Score(value=5.0, rated=6), ""),
        (Score(value=None, reason="Nothing was said."), ""),
    ],
    ids=["band", "few answers", "one answer", "no band", "no score"],
)
def test_a_band_is_explained_in_words(score: Score, told: str):
    assert telling.band_of(score) == told


def given(*reviews: AnswerReview, overall: tuple[Point, ...] = ()) -> Assessment:
    return replace(assessments.old(), strengths=(), weaknesses=overall, answers=reviews)


def review(number: int, *improvements: Point, answer: str = "") -> AnswerReview:
    return AnswerReview(
        number=number, question="Why?", answer=answer, score=5.0, improvements=improvements
    )


def test_why_a_point_matters_is_said_where_it_is_first_made():
    first = Point(text="No reasons. (Questions 1 and 2.)", number=1, why="It could be luck.")
    again = Point(text="No reasons.", number=1, why="The same steps could be habit.")
    other = Point(text="No outcome.", number=1, why="A listener waits for it.")
    same_why = Point(text="No end.", number=2, why="A listener waits for it.")

    told = telling.as_told(
        given(review(1, again, other), review(2, again, same_why), overall=(first,))
    )

    assert [point.why for point in told.weaknesses] == ["It could be luck."]
    assert [[p.why for p in one.improvements] for one in told.answers] == [
        ["", "A listener waits for it."],
        ["", ""],
    ]


def test_points_without_a_reason_take_none_from_others():
    bare = Point(text="No reasons.", number=1)
    full = Point(text="No outcome.", number=1, why="A listener waits for it.")

    told = telling.as_told(given(review(1, bare, full)))

    assert [point.why for point in told.answers[0].improvements] == ["", full.why]


@pytest.mark.parametrize(
    ("quote", "answer", "shown"),
    [
        (SENTENCE[:110], SENTENCE, f"{SENTENCE[:110]}…"),
        (SENTENCE, SENTENCE, SENTENCE),
        (SENTENCE, f"{SENTENCE} She agreed.", SENTENCE),
        (SENTENCE[:-1], f"{SENTENCE[:-1]}\n\nShe agreed.", SENTENCE[:-1]),
        (SENTENCE[:-1], SENTENCE[:-1], SENTENCE[:-1]),
        (SENTENCE[:-1], SENTENCE, SENTENCE[:-1]),
        ("rang the surgeon", SENTENCE, "rang the surgeon"),
        (f"{SENTENCE[:-1]}?”", f"{SENTENCE[:-1]}?” And so on.", f"{SENTENCE[:-1]}?”"),
        (SENTENCE[:110], SENTENCE.replace(" ", "  "), f"{SENTENCE[:110]}…"),
        (SENTENCE[:110], "Words that do not hold it.", SENTENCE[:110]),
        ("", SENTENCE, ""),
    ],
)
def test_a_long_quote_that_stops_inside_a_sentence_ends_with_a_mark(
    quote: str, answer: str, shown: str
):
    point = Point(text="You gave a reason.", quote=quote, number=3)

    told = telling.as_told(given(review(3, answer=answer), overall=(point,)))

    assert told.weaknesses[0].quote == shown


@pytest.mark.parametrize(
    ("next_time", "advice", "shown"),
    [
        (
            "In all answers, the end was missing. Next time, say how it ended.",
            "Say how it ended.",
            "",
        ),
        ("Next time, name a figure.", "Say how it ended.", "Say how it ended."),
        ("", "Say how it ended.", "Say how it ended."),
        ("Next time, say how it ended.", "", ""),
    ],
)
def test_what_next_time_advises_is_not_advised_again_before_the_answers(
    next_time: str, advice: str, shown: str
):
    point = Point(text="The outcome is missing.", number=1, advice=advice)

    told = telling.as_told(replace(given(review(1, point), overall=(point,)), next_time=next_time))

    assert told.weaknesses[0].advice == shown
    assert told.answers[0].improvements[0].advice == advice


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("“a lot of” could stand for many things.", "a lot of", ""),
        ("“a lot of” could stand for many things.", "a lot", "a lot"),
        ("You gave a reason.", "because it was late", "because it was late"),
        ("The outcome is missing.", "", ""),
    ],
)
def test_words_that_the_point_itself_quotes_are_not_quoted_below(text: str, quote: str, shown: str):
    told = telling.as_told(given(review(1, Point(text=text, quote=quote, number=1))))

    assert told.answers[0].improvements[0].quote == shown


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I rang him [when?].", "Your words, with gaps to fill"),
        ("They were cross [about what?], and I [did what?].", "Your words, with gaps to fill"),
        ("[What happened, and when?] I [did what?]. [How did it end?]", "A frame for your answer"),
        ("It rained. [What did you do first, and what then?]", "A frame for your answer"),
        ("I rang him at noon.", "Your own words"),
    ],
)
def test_a_stronger_version_is_called_what_it_is(text: str, label: str):
    assert telling.label_of(text) == label


@pytest.mark.parametrize(
    ("unaided", "score", "told"),
    [
        (2.7, 8.4, "Your first answer alone: 2.7. With the follow-ups: 8.4."),
        (3.7, 3.8, "Your first answer alone: 3.7. With the follow-ups: 3.8."),
        (3.8, 3.8, ""),
        (3.81, 3.79, ""),
        (None, 3.8, ""),
        (3.8, None, ""),
    ],
)
def test_a_score_that_the_follow_ups_did_not_change_is_told_once(
    unaided: float | None, score: float | None, told: str
):
    given_ = replace(review(1), unaided=unaided, score=score)

    assert telling.before_follow_ups(given_) == told


def test_the_notice_of_an_assessment_without_a_model_is_known_as_the_usual_one():
    built_in = replace(assessments.old(), notice=NOTICE)

    assert telling.is_plain_estimate(built_in)
    assert not telling.is_plain_estimate(replace(built_in, notice=f"No model answered. {NOTICE}"))
    assert not telling.is_plain_estimate(replace(built_in, model="flash"))
    assert not telling.is_plain_estimate(replace(built_in, notice=""))
