from __future__ import annotations

import pytest

from core.interview.answers.blaming import blames
from core.interview.assessment import assess
from core.models import AnswerReview, Assessment, Shown
from tests.core.interview.interviews import single

NAMED = (
    "My manager was an idiot who never planned anything, so I rewrote the monthly report in 2021. "
    "I checked it with two colleagues before it went out. In the end the errors fell from 20 to 2."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The manager was an idiot, so I fixed the report myself.",
        "I carried the whole team because my colleagues were lazy.",
        "It was the fault of the testers, and I rewrote the plan.",
        "I rebuilt it since the useless junior developers had broken it.",
        "It was not my fault that the release failed, and I saved it.",
        "They're all incompetent, but I finished the audit.",
    ],
)
def test_a_sentence_that_runs_people_down_is_known(sentence: str):
    assert blames(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The old report was useless, so I rebuilt it.",
        "I asked a stupid question and learned how the queue works.",
        "A customer called me an idiot, and I asked what had gone wrong.",
        "I felt stupid at first, and then I read the manual.",
        "I found the fault in the pump and replaced the seal.",
        "The team was tired, so I moved the deadline.",
        "He said “you are useless”, and I let him finish.",
    ],
)
def test_a_plain_account_is_no_blame(sentence: str):
    assert not blames(sentence)


def assessed(said: str) -> Assessment:
    return assess(single("behavioural", said))


def shown(review: AnswerReview) -> list[str]:
    return [point.quote for point in review.strengths]


def test_blame_joined_with_a_step_is_shown_as_no_strength():
    made = assessed(NAMED)

    assert shown(made.answers[0])
    assert not any(map(blames, shown(made.answers[0])))
    assert not any(blames(point.quote) for point in made.strengths)


def test_blame_is_named_with_its_quote_and_what_to_do_instead():
    [first, *_] = assessed(NAMED).answers[0].improvements

    assert first.text == "This puts the fault on other people."
    assert first.quote.startswith("My manager was an idiot")
    assert first.advice.startswith("Say what was wrong with the work")
    assert first.stronger == ""


def test_no_stronger_version_repeats_the_blame():
    said = (
        "In 2021 the testers were lazy and useless. I rewrote the whole plan and I asked the lead "
        "for two more days. I moved the riskiest tests to the front."
    )

    for point in assessed(said).answers[0].improvements:
        assert not blames(point.stronger)


def test_blame_shows_no_demand_of_the_advert_and_no_line_for_the_cv():
    said = (
        "I did the triage on my own because the useless nurses had missed it, and 12 patients were "
        "seen within 10 minutes. In the end the ward sister thanked me for the whole night shift."
    )

    made = assessed(said)

    triage = next(one for one in made.demands if "triage" in one.job_quote.lower())
    assert triage.state is not Shown.EVIDENCED
    assert not any(blames(advice.answer_quote) for advice in made.cv_suggestions)
