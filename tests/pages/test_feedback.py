from __future__ import annotations

from dataclasses import replace

from core.bootstrap import App
from core.exceptions import FailureKind
from core.models import Attempt, Feedback, Purpose, Usage
from core.repositories.feedback import FeedbackRepository
from core.repositories.leases import Lease, LeaseRepository, TurnKey
from tests.pages.screen import button, buttons, links, shown

FEEDBACK = "pages/feedback.py"


def test_before_the_end_the_page_says_so_and_offers_the_way_back(app, open_page, started):
    page = open_page(FEEDBACK, started.id)

    assert "not finished yet" in page.info[0].value
    assert "Continue" in links(page)
    assert app.feedback.get_feedback("local", started.id) is None


def test_opening_the_page_writes_the_feedback_once(app, open_page, finished):
    open_page(FEEDBACK, finished.id)

    page = open_page(FEEDBACK, finished.id)

    assert not page.exception
    assert len(app.feedback.history("local", finished.id)) == 1


def test_the_score_is_shown_with_what_it_rests_on(app, open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    score = app.feedback.get_feedback("local", finished.id).assessment.score
    assert page.metric[0].label == "Overall score"
    assert page.metric[0].value == f"{score.value:.1f} / 10"
    assert "provisional" in shown(page)
    assert "Assessed by the built-in assessor on " in shown(page)
    assert shown(page).lower().count("practice estimate") == 1
    assert not page.info


def test_every_part_of_the_feedback_has_its_place(open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    headings = [heading.value for heading in page.subheader]
    assert headings == [
        *("Strengths", "What to work on", "Question by question", "Your own questions"),
        *("What the advert asks for", "CV suggestions"),
        *("Practise again", "Keep it", "Behind this feedback"),
    ]
    assert [expander.label for expander in page.expander][-3:] == [
        *("How the score comes about", "Transcript", "What this interview used"),
    ]
    assert not any(expander.proto.expanded for expander in page.expander)
    assert [d.label for d in page.get("download_button")] == [
        "Download Markdown",
        "Download JSON",
    ]


def test_the_words_overall_score_stand_once_on_the_page(open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    assert page.metric[0].label == "Overall score"
    assert "overall score" not in shown(page).lower()


def test_how_far_the_score_can_be_off_is_said_in_words(app, open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    score = app.feedback.get_feedback("local", finished.id).assessment.score
    assert f"With other questions it might have been {score.low:g} to {score.high:g}." in shown(
        page
    )
    assert "It is provisional, since only 1 answer could be rated." in shown(page)


def test_the_levels_are_a_list_with_its_scale(open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    assert "- Evidence: level " in shown(page)
    assert "Each answer is rated on levels from 1 to 5" in shown(page)
    assert "| Level" not in shown(page)


def test_own_questions_at_the_end_have_their_line(app, open_page, finished):
    before = open_page(FEEDBACK, finished.id)
    app.interviews.ask_interviewer("local", finished.id, "Who would I work with most closely?")

    after = open_page(FEEDBACK, finished.id)

    line = "You asked a question of your own at the end: keep it for the real interview."
    assert line not in shown(before)
    assert line in shown(after)


def test_assessing_again_keeps_the_earlier_assessment(app, open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    button(page, "Assess again").click().run()

    assert not page.exception
    assert len(app.feedback.history("local", finished.id)) == 2
    assert [name.split(" · ")[0] for name in page.selectbox[0].options] == [
        "Version 2",
        "Version 1",
    ]
    assert "Assess again" in buttons(page)


def test_what_changed_since_the_version_before_is_shown(app, open_page, finished):
    first = app.feedback.generate_feedback("local", finished.id)
    app.feedback.assess_again("local", finished.id)
    page = open_page(FEEDBACK, finished.id)
    assert "No score changed." in shown(page)

    page.selectbox[0].select(first.version).run()

    assert not page.exception
    assert "What changed" not in "".join(expander.label for expander in page.expander)


def test_scores_that_differ_between_two_versions_are_told(app, open_page, finished):
    given = app.feedback.generate_feedback("local", finished.id)
    store(app, changed(given, by=3.0))

    page = open_page(FEEDBACK, finished.id)

    before = given.assessment.score.value
    assert f"- **Overall:** {before:.1f} → {before - 3:.1f}\n" in shown(page)
    assert f"- **Question 1:** {before:.1f} → {before - 3:.1f}" in shown(page)


def changed(given: Feedback, by: float) -> Feedback:
    """The next version, all scores lower."""
    made = given.assessment
    assert made.score.value is not None
    score = replace(made.score, value=made.score.value - by, low=1.0, high=2.0)
    answers = tuple(
        review if review.score is None else replace(review, score=review.score - by)
        for review in made.answers
    )
    return replace(given, version=2, assessment=replace(made, score=score, answers=answers))


def store(app: App, given: Feedback) -> None:
    key = TurnKey(
        owner_id="local", session_id=given.session_id, purpose="feedback", number=given.version
    )
    LeaseRepository(app._database).acquire(Lease(key, "token"))
    assert FeedbackRepository(app._database).create_feedback(Lease(key, "token"), given)


def test_an_interview_without_answers_gets_no_score_but_a_reason(app, open_page, started):
    for number in range(1, started.question_count + 1):
        app.interviews.skip_question("local", started.id, number)

    page = open_page(FEEDBACK, started.id)

    assert not page.exception
    text = shown(page)
    reason = app.feedback.get_feedback("local", started.id).assessment.score.reason
    assert page.metric[0].value == "No score"
    assert text.count(reason) == 1
    assert not {"Strengths", "What to work on"} & {heading.value for heading in page.subheader}
    assert "Nothing stood out." not in text
    assert "No strength" not in text


def test_what_the_interview_used_stands_at_the_end(open_page, finished):
    page = open_page(FEEDBACK, finished.id)

    assert page.expander[-1].label == "What this interview used"
    told = [element.value for element in page.expander[-1].markdown]
    assert told == [
        (
            "The built-in interviewer asked 2 of 2 questions and the built-in assessor wrote the "
            "feedback. They need no model."
        ),
        "No language model was called, so there is nothing to pay.",
    ]


def test_calls_that_failed_are_told_in_plain_words(app, open_page, finished):
    key = TurnKey(owner_id="local", session_id=finished.id, purpose="question", number=1)
    busy = Attempt(
        purpose=Purpose.QUESTION,
        provider="gemini",
        model="gemini-3.5-flash-lite",
        failure=FailureKind.RATE_LIMITED,
        status=429,
    )
    cut = replace(
        busy, failure=FailureKind.TRUNCATED, retries=2, usage=Usage(1_000, 20, is_estimate=True)
    )
    record = app.account.recorder(key)
    for attempt in (busy, replace(busy, retries=1), cut):
        record(attempt)

    page = open_page(FEEDBACK, finished.id)

    assert not page.exception
    told = shown(page).replace("\\", "")
    assert "2 calls to Gemini failed: too busy at that moment." in told
    assert "1 call to Gemini failed: the answer stopped in the middle." in told
    assert "3 calls, about 1,020 tokens, about $0.00035." in told
    assert "Some tokens are counted by this app" in told


def test_the_next_interview_is_planned_from_here_and_opens_with_its_documents(
    app, open_page, finished
):
    page = open_page(FEEDBACK, finished.id)

    button(page, "Plan the next interview").click().run()

    assert not page.exception
    first, second = app.sessions.recent("local")
    following = next(one for one in (first, second) if one.id != finished.id)
    assert page.query_params["session"] == following.id
    assert "Your interview plan" in [expander.label for expander in page.expander]
