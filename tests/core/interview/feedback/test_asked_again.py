"""Help that was needed, and events that were told elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.answers.signals import read_answer
from core.interview.assessment import assess, planned_for
from core.interview.feedback.asked_again import asked_again, denied, tells_event
from core.interview.feedback.elsewhere import fitting
from core.interview.feedback.remarks import improvements_of
from core.models import AnswerReview, Competency, Document, Format, InterviewSession, Kind, Plan
from tests import builders
from tests.core.interview.interviews import (
    CLICHES,
    HOLLOW,
    MIDDLING,
    NO_OUTCOME,
    ONLY_WE,
    STRONG,
    VAGUE,
    interview,
    planned,
    single,
    step,
)

NONE = "I can't think of an example right now, sorry."
LATE = "You told this only when you were asked again."
ONLY_THEN = "This came to mind only when you were asked again."
VAGUELY = "We had some problems and it went well somehow."
DELAY = "When did you have to explain a delay to somebody who was waiting?"
UNAPPOINTED = "When did you step in to lead although nobody had appointed you?"
LEAD = "When did you last lead a team through a hard shift or a hard week?"
STOOD_IN = "In 2021 I stood in for our shift lead for six weeks and wrote the rota for nine people."
ON_THE_WARD = (
    "In 2022 our ward moved to electronic drug charts, and I was asked to lead it for twenty "
    "colleagues. I picked four, two who liked computers and two who did not, and I tried every "
    "step with them first. I made a one-page sheet for each shift. We switched over on the first "
    "of October as planned, and my sheet was used on five other wards."
)


def first(*replies: str) -> AnswerReview:
    return assess(single("behavioural", *replies)).answers[0]


@pytest.mark.parametrize(
    ("reply", "text", "advice"),
    [
        (VAGUELY, LATE, "Begin your first answer with it"),
        (NONE, ONLY_THEN, "Write it down before the next interview"),
    ],
)
def test_a_story_that_came_only_with_a_follow_up_is_told_first(reply: str, text: str, advice: str):
    review = first(reply, STRONG)

    point = review.improvements[0]
    assert point.text == text
    assert point.quote in STRONG
    assert point.quote in review.answer
    assert point.advice.startswith(advice)


@pytest.mark.parametrize(
    "replies",
    [
        (STRONG,),
        (STRONG, "In the end we kept it."),
        (MIDDLING, "It was in May."),
        (NONE,),
        (VAGUELY, "My hobbies are cooking and boats, and I did a long tour on the canal in May."),
        (NONE, NONE),
        (NONE, VAGUE),
        (HOLLOW, HOLLOW),
    ],
)
def test_where_no_help_was_needed_or_none_helped_nothing_is_said_of_it(replies: tuple[str, ...]):
    told = [point.text for point in first(*replies).improvements]
    assert not {LATE, ONLY_THEN}.intersection(told)


def test_the_next_time_names_the_stories_that_came_late():
    assessment = assess(single("behavioural", VAGUELY, STRONG, None))

    assert assessment.next_time.startswith(
        "One of your stories came only when you were asked again. Next time, have the story of "
        "question 1 ready from the first sentence on."
    )
    assert LATE not in [point.text for point in assessment.weaknesses]


@pytest.mark.parametrize(
    ("place", "is_outside"),
    [
        (
            "In May a man with a baby at home came to our desk and wanted a new pump that day.",
            False,
        ),
        ("In May we had no water at home, and I rang four plumbers before it was noon.", True),
        ("In the rowing club a boat broke in May, and I rang four builders before noon.", True),
    ],
)
def test_an_event_is_outside_work_where_the_speaker_was(place: str, *, is_outside: bool):
    point = first(VAGUELY, f"{place} {STRONG[:340]}").improvements[0]

    assert point.text == LATE
    assert ("from work" in point.advice) is is_outside


def test_after_no_example_the_advice_is_a_stock_of_cases_and_no_first_sentence():
    assessment = assess(single("behavioural", NONE, STRONG, None))

    assert assessment.next_time.startswith(
        "To question 1 no example came to mind at first. Before the next interview write down "
        "six cases"
    )
    assert "begin with" not in assessment.next_time


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (STRONG, True),
        (MIDDLING, True),
        (NO_OUTCOME, True),
        (ONLY_WE, True),
        (CLICHES, False),
        (HOLLOW, False),
        (NONE, False),
        ("I fixed it.", False),
        ("It is about experience and staying calm, and usually it works out in our shop.", False),
        ("I was friendly and did what I could, and it was a normal day in the shop.", False),
    ],
)
def test_an_event_is_a_step_that_somebody_took(text: str, *, is_told: bool):
    assert tells_event(read_answer(text, planned())) is is_told


def lead(*replies: str, cv: str = "", question: str = LEAD) -> InterviewSession:
    """An opening, and a question, on leading where no other is given."""
    opening = planned("opening", text="What have you done so far?", competency=None)
    asked = planned(text=question, competency=Competency.LEADING)
    session = replace(
        interview(),
        plan=Plan((opening, asked, planned("motivation"))),
        format=Format(question_count=3),
        cv=Document(text=cv),
    )
    for reply in replies:
        session = step(session, reply)
    return session


def hint(session: InterviewSession) -> str:
    story = session.stories[1]
    found = fitting(session, story, planned_for(session, story))
    return found.advice if found else ""


def test_an_event_of_another_answer_that_goes_with_the_question_is_pointed_to():
    session = lead(f"I worked at a mill. {STOOD_IN}", NONE)

    assert hint(session) == f"In answer 1 you said “{STOOD_IN}” Tell that here."
    assert hint(session) in assess(session).answers[1].improvements[0].advice


def test_a_line_of_the_cv_is_pointed_to_where_no_answer_tells_it():
    cv = "Work\n2019-2023 Mill\n- Stood in for the shift lead for six weeks in summer"

    assert hint(lead("I worked at a mill for four years, mostly nights.", NONE, cv=cv)) == (
        "Your CV says “Stood in for the shift lead for six weeks in summer”: tell that here."
    )


@pytest.mark.parametrize(
    "told",
    [
        "I learned to lead a horse, and I trained as a baker in a small town by the sea.",
        "I sold bread to eleven shops and I drove the van on Saturdays for two years.",
        "The lead pipe burst in March and I called the plumber with my own phone.",
        "I would like to lead a team of my own in a few years, that is what I want.",
        "Somebody else led the team of nine people through the whole winter of 2019.",
        "I am a leader by nature and I always lead by example in everything.",
    ],
)
def test_when_unsure_no_event_is_pointed_to(told: str):
    assert hint(lead(told, NONE)) == ""


@pytest.mark.parametrize(
    "told",
    [
        "In May I saw that I would be two weeks late, told my boss, and we moved the last part.",
        "The lorry was late, so I rang the school kitchen and sent bread from the shop.",
        "I wrote to forty members that the new hall was not ready in time for the match.",
    ],
)
def test_an_answer_that_tells_of_what_was_asked_about_is_pointed_to_by_it(told: str):
    session = lead(f"I worked at a mill. {told}", "No, that has never happened.", question=DELAY)

    assert hint(session) == f"Answer 1 tells of a delay: “{told}” Tell that one."


@pytest.mark.parametrize(
    "told",
    [
        "I would say I am good at explaining to people why it was late when it was late.",
        "I explained the new price list to somebody who had been waiting at the door.",
        "If a lorry is late I always ring the kitchen before anything else happens.",
        "I baked until late in the evening and sold nine cakes at the school fair.",
    ],
)
def test_a_habit_a_claim_or_another_matter_is_not_what_was_asked_about(told: str):
    assert "tells of" not in hint(lead(told, "No, that has never happened.", question=DELAY))


def test_a_story_that_misses_the_question_is_told_which_other_one_does_not():
    late = "In May I saw that I would be two weeks late, told my boss, and we moved the last part."
    page = (
        "From the rowing club: the hall changed its hours five times last spring, and people were "
        "cross. I set up one page with a date on it, and every change went there first. After the "
        "second change nobody stood at a closed door, and the questions on the phone stopped."
    )
    assessment = assess(lead(f"I worked at a mill. {late}", page, question=DELAY))

    point = assessment.answers[1].improvements[0]
    assert point.text == "You were asked about a delay. Nothing is late in this story."
    assert point.advice == (
        f"Take another story. Answer 1 tells of a delay: “{late}” Tell that one."
    )
    assert assessment.next_time.endswith(
        "For question 2 there is one already: answer 1 tells of a delay."
    )


@pytest.mark.parametrize(
    "told",
    [
        STOOD_IN,
        "As deputy manager I stepped in and wrote the rota for nine people in 2021.",
        "I was made project lead in 2021. I stepped in and wrote the rota for nine people.",
        "My boss asked me to chair the evening. I stepped in and led nine people through it.",
        "In 2021 I led nine people through the winter and wrote the rota for them.",
    ],
)
def test_a_story_that_would_miss_the_question_again_is_not_pointed_to(told: str):
    assert hint(lead(f"I worked at a mill. {told}", NONE, question=UNAPPOINTED)) == ""


def test_a_story_in_which_nobody_was_in_charge_is_pointed_to():
    told = "Nobody was in charge that night, so I stepped in and sent four people for sand."

    found = hint(lead(f"I worked at a mill. {told}", NONE, question=UNAPPOINTED))

    assert found.startswith("Answer 1 tells of leading without having been appointed")


def test_a_line_of_the_cv_on_a_role_that_was_given_is_not_pointed_to():
    cv = "Work\n2019-2023 Mill\n- Stood in for the shift lead and led nine people for six weeks"

    assert hint(lead("I worked at a mill.", NONE, cv=cv, question=UNAPPOINTED)) == ""


def two_stories(first_told: str, second_told: str) -> str:
    """What is pointed to at a question on a delay, after two other answers."""
    others = (planned(text="How did you plan it?"), planned(text="When did you need a colleague?"))
    session = replace(
        interview(),
        plan=Plan((*others, planned(text=DELAY))),
        format=Format(question_count=3),
        cv=None,
    )
    for reply in (first_told, second_told, NONE):
        session = step(session, reply)
    story = session.stories[-1]
    found = fitting(session, story, planned_for(session, story))
    return found.advice if found else ""


PLANNED_LATE = (
    "In 2021 I built a shed for the school with four parents. I drew the plan and I bought the "
    "wood. In May I saw that I would be two weeks late, told the head, and we moved the roof. It "
    "stands since June, and the children use it each day."
)
WAITED = (
    "The bread for the hotel came two hours late in June 2022, and the kitchen rang me twice. I "
    "drove to the mill and saw that the van had a flat tyre. I told the cook when to expect which "
    "half. He had the rolls at seven and the loaves at nine, and no guest noticed it."
)


@pytest.mark.parametrize(("told", "number"), [((PLANNED_LATE, WAITED), 2), ((WAITED, NONE), 1)])
def test_of_several_answers_the_one_with_most_parts_of_the_question_is_pointed_to(
    told: tuple[str, str], number: int
):
    advice = two_stories(*told)

    assert advice == (
        f"Answer {number} tells of a delay: “I told the cook when to expect which half.” "
        "Tell that one."
    )


def test_where_only_one_tells_of_it_that_one_is_pointed_to():
    assert two_stories(PLANNED_LATE, STRONG).startswith("Answer 1 tells of a delay: “In May I saw")


def test_what_is_pointed_to_is_one_answer_in_every_part_of_the_feedback():
    others = (planned(text="How did you plan it?"), planned(text="When did you need a colleague?"))
    session = replace(
        interview(),
        plan=Plan((*others, planned(text=DELAY))),
        format=Format(question_count=3),
        cv=None,
    )
    for reply in (PLANNED_LATE, WAITED, "No, that has never happened to me."):
        session = step(session, reply)

    assessment = assess(session)

    (clash,) = assessment.clashes
    assert clash.number == 3
    assert "nswer 2 " in clash.text.split("An interviewer notices that")[1]
    assert "Answer 2 tells of a delay" in assessment.answers[2].improvements[0].advice
    assert "answer 2 tells of a delay" in assessment.next_time


TURNED_DOWN = "Think of an idea of yours that somebody turned down at first."
CHARTS = (
    "In 2022 our bakery moved from paper to screens, and I was asked to lead it for nine bakers. I "
    "picked four colleagues and I tried every step with them first. I made a sheet for the ten "
    "things that you do on each shift. On the first of October we switched over as planned, and "
    "two wrong entries were found within the second week."
)


def test_a_late_story_that_is_not_what_was_asked_for_is_told_so_first():
    asked = planned(text=TURNED_DOWN, competency=Competency.COMMUNICATION)
    session = builders.session(
        plan=Plan((asked,)),
        messages=(
            builders.question(1, TURNED_DOWN, topic=0),
            builders.answer(1, VAGUELY, topic=0),
            builders.question(2, "What happened?", kind=Kind.PROBE, topic=0),
            builders.answer(2, CHARTS, topic=0),
        ),
    )

    review = assess(session).answers[0]

    assert review.improvements[0].text == (
        "You told this only when you were asked again, and it is not what was asked for."
    )
    assert review.improvements[1].text.startswith("You were asked about an idea")
    assert "look for what the question turns on" in assess(session).next_time


ALONG = "Two of the younger colleagues still take me along to their difficult visits."


def test_what_is_mentioned_in_passing_is_pointed_to_where_no_example_came():
    found = hint(lead(f"I sell ovens to hotels. {ALONG}", NONE, question=UNAPPOINTED))

    assert found == f"In answer 1 you said “{ALONG}” One of those times would go here."


def test_a_line_of_the_cv_that_mentions_it_is_pointed_to():
    cv = "Work\n2019-2023 Mill\n- Ran the night shift and mentored six students"

    found = hint(lead("I worked at a mill.", NONE, cv=cv, question="When did you teach somebody?"))

    assert found.endswith("and mentored six students”: one case of it would go here.")


@pytest.mark.parametrize(
    "said",
    [
        "I am a natural leader and people follow me.",
        "My colleagues come from nine countries.",
        "The younger colleagues took the bus to the fair.",
        "I would like to train new colleagues one day.",
    ],
)
def test_a_claim_or_a_wish_is_no_hint(said: str):
    asked = "When did you teach somebody something?"

    assert hint(lead(f"I sell ovens. {said}", NONE, question=asked)) == ""


@pytest.mark.parametrize(
    ("first", "is_told"),
    [
        ("No, that has never happened to me.", True),
        ("Nothing like that has ever happened.", True),
        ("I can't think of an example, sorry.", False),
        ("That has never happened to me, but this came near it.", False),
        ("That never happened again after I had moved the sign.", False),
        ("At the mill it never stopped.", False),
    ],
)
def test_a_flat_no_before_a_story_is_told(first: str, *, is_told: bool):
    story, alone = (single("behavioural", *said).stories[0] for said in ((first, STRONG), (first,)))
    signals = read_answer(STRONG, planned())

    assert bool(denied(story, signals)) is is_told
    assert denied(story, read_answer("No, sorry.", planned())) == ()
    assert denied(alone, signals) == ()


def test_a_flat_no_is_named_with_what_to_say_instead():
    review = assess(single("behavioural", "No, that has never happened to me.", STRONG)).answers[0]

    point = review.improvements[0]
    assert point.text == "You began with a flat no."
    assert point.quote == "No, that has never happened to me."
    assert "a moment" in point.advice


def test_a_late_story_that_leaves_open_what_was_asked_is_not_one_to_begin_with():
    asked = planned(text="Think of an idea of yours that somebody turned down at first.")
    session = single(
        "behavioural", "There was a lot going on, and we managed somehow.", ON_THE_WARD
    )
    signals = read_answer(ON_THE_WARD, asked)

    [found] = asked_again(session.stories[0], signals, 8.0, 2.0)

    assert found.kind == "asked_open"
    point = improvements_of(signals, 1, 8.0, (found,))[0].point
    assert point.advice.startswith("Begin with it only if")
