"""Every field of the feedback on screen, and nothing for those that are empty."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from core.models import Demand, Feedback, Gain, Shown
from tests import assessments
from tests.pages.screen import shown
from ui.safe import safe_markdown

HOSTILE = "![p](http://x.example/0) | :rocket: $a$ <b>x</b> # **b** [how many?](y) -> www.x.example"
SURE = 45  # signs of it that every label keeps
MANY = 39  # places where it stands


def draw_whole_feedback(feedback, earlier=None):
    # AppTest runs the source of this function alone.
    from core.models import telling  # noqa: PLC0415
    from tests.assessments import SESSION  # noqa: PLC0415
    from ui import arithmetic, claims, cv_advice, review, score, versions  # noqa: PLC0415

    drawn = versions.choose(tuple(filter(None, (earlier, feedback))))
    told = telling.as_told(drawn.assessment)
    score.draw(drawn)
    review.draw_points(told)
    review.draw_answers(told, SESSION)
    claims.draw_clashes(told)
    claims.draw_demands(told)
    cv_advice.draw(told)
    arithmetic.draw(told)
    arithmetic.draw_delivery(told)


def run(*given: Feedback) -> AppTest:
    page = AppTest.from_function(draw_whole_feedback, default_timeout=15, args=given).run()
    assert not page.exception
    return page


@pytest.fixture
def page() -> AppTest:
    return run(assessments.feedback(assessments.full()))


@pytest.fixture
def old() -> AppTest:
    return run(assessments.feedback(assessments.old()))


def labels(page: AppTest) -> list[str]:
    return [expander.label for expander in page.expander]


NEW_WORDS = [
    "**Next time**",
    "Why it matters:",
    "Your words, with gaps to fill",
    "Your first answer alone",
    "Worth most:",
    "They differ widely",
    "runs disagree",
    "Fillers are words such as",
    "Little developed",
    "Worth a second look",
    "What the advert asks for",
    "in 3 runs",
    "For example",
]


@pytest.mark.parametrize("words", NEW_WORDS)
def test_what_is_known_is_drawn_and_what_is_not_leaves_no_trace(page, old, words):
    assert words in shown(page)
    assert words not in shown(old)


def test_an_older_feedback_has_all_that_it_had(old):
    told = shown(old)

    assert "You say what you did.\n\n> “I moved one drawer”" in told
    assert "*To do:* Say how it ended." in told
    assert "> “Led a ward”  \n> :small[Your CV]" in told
    assert "- Evidence: level 4  \n  two facts" in told
    assert "| **Mean of 1 rated answer** | **6.4** |" in told


def test_a_point_says_why_it_matters_and_has_a_stronger_version_that_is_labelled(page):
    told = shown(page)

    assert "*Why it matters:* A listener wants to know whether it worked." in told
    assert "> I moved one drawer. After that, near misses fell to \\[how many?\\]." in told
    assert "Your words, with gaps to fill." in told
    assert labels(page).count("A stronger version") == 2


def test_why_a_point_matters_is_said_where_it_is_made_first(page):
    assert shown(page).count("*Why it matters:*") == 1


def test_the_table_has_the_first_answer_alone_and_with_its_follow_ups(page):
    table = next(one.value for one in page.markdown if one.value.startswith("| Answer"))

    assert table.splitlines()[0] == "| Answer | First answer | Score |"
    assert table.splitlines()[2].endswith("| 5.1 | 6.4 |")
    assert table.splitlines()[3] == "| **Mean of 1 rated answer** |  | **6.4** |"


def test_the_levels_with_their_reasons_and_the_steps_lead_to_the_score(page):
    told = shown(page)

    assert (
        "- Mean level 3.75: **+7.19**\n"
        "- Evidence: level 4  \n  two facts\n"
        "- Ownership and delivery: level 3.5  \n  own steps\n"
        "- Little developed (13% off): **\N{MINUS SIGN}0.79**\n"
        "- **Score of this answer: 6.4**\n"
        "- Worth most: naming the outcome, +0.6"
    ) in told
    assert "How 6.4 comes about" in labels(page)


def test_the_change_worth_most_is_named_with_its_points(page):
    assert "Worth most: naming the outcome, +0.6 on question 1." in shown(page)


@pytest.mark.parametrize(("points", "is_told"), [(0.1, False), (0.2, False), (0.3, True)])
def test_a_change_that_brings_next_to_nothing_is_not_called_worth_most(points, is_told):
    given = assessments.full()
    small = replace(given.answers[0], gain=Gain(change="naming the outcome", points=points))

    page = run(assessments.feedback(replace(given, answers=(small,))))

    assert shown(page).count("Worth most") == 2 * is_told


def test_the_score_of_the_first_answer_stands_with_the_answer(page):
    captions = [one.value for one in page.caption]

    assert "Your first answer alone: 5.1. With the follow-ups: 6.4." in captions


def test_two_assessors_that_differ_are_both_shown(page):
    told = shown(page)

    assert (
        "The model gives 6.4, the built-in assessor 2.9. "
        "They differ widely, so look at the levels yourself."
    ) in told


def test_a_built_in_score_beside_a_models_names_itself_first():
    page = run(assessments.feedback(replace(assessments.full(), model="")))

    assert any("The built-in assessor gives 6.4, the model 2.9." in one.value for one in page.info)


def test_what_was_left_out_before_rating_is_said(page):
    told = shown(page)

    assert "A sentence addressed to the assessor was left out." in told


def test_how_it_was_said_stands_apart_once_as_a_table(page):
    told = shown(page)

    assert labels(page).count("How you spoke (not part of the score)") == 1
    assert told.count("| Question | Fillers |") == 1
    assert "| 1 | 9 |" in told
    assert "143 words" not in told


def test_cv_advice_is_grouped_by_what_it_is_about(page):
    assert [label for label in labels(page) if "CV" in label] == [
        "Asked for, and found in your CV · 1",
        "Asked for, not found in your CV · 1",
        "Said in the interview, not found in your CV · 1",
        "Lines of your CV · 1",
    ]
    told = shown(page)
    assert "> “We had four near misses”  \n> :small[Your answer to question 1]" in told
    assert "> Led a ward of 12 beds and \\[what changed?\\]." in told


def test_a_clash_is_shown_with_both_quotes_and_where_they_stand(page):
    told = shown(page)

    assert (
        "The CV says 12 beds, you said 20.\n\n"
        "> “a ward of 20 beds”  \n> :small[Your answer to question 1]\n\n"
        "> “a ward of 12 beds”  \n> :small[Your CV]"
    ) in told
    assert "> “since 2019”  \n> :small[Your answer to question 2]" in told
    assert "These two do not go together." in told


def test_demands_are_counted_and_listed_by_how_far_they_came_up(page):
    assert "1 shown · 1 asked but not shown · 1 not asked" in labels(page)
    told = shown(page)
    assert (
        "- **Medication safety**: shown in answer 1; your CV shows it.  \n  :small[“We had four"
        in told
    )
    assert "- **Patient handover**: asked in questions 2 and 3, not shown." in told
    assert "- **Night shifts**: not asked." in told
    assert "**Must have**" in told


NEAR = Demand(name="Handover", job_quote="", state=Shown.NOT_ASKED)


@pytest.mark.parametrize(
    ("demands", "label"),
    [
        ([NEAR, NEAR], "2 not asked"),
        ([replace(NEAR, number=3), NEAR], "1 not asked directly · 1 not asked"),
        ([replace(NEAR, asked=(2,)), replace(NEAR, number=3)], "2 not asked directly"),
        ([replace(NEAR, state=Shown.ASKED, number=3)], "1 asked but not shown"),
    ],
)
def test_what_an_answer_came_near_is_not_counted_as_not_asked(demands, label):
    told = replace(assessments.full(), demands=tuple(demands))

    page = run(assessments.feedback(told))

    assert label in labels(page)


def test_a_line_of_the_advert_that_asks_for_two_things_stands_there_once():
    line = "reliable, and able to work every second Saturday"
    parts = ("reliable", "able to work on Saturdays")
    demands = tuple(replace(NEAR, name=name, job_quote=line) for name in parts)

    page = run(assessments.feedback(replace(assessments.full(), demands=demands)))

    assert shown(page).count(line) == 1


ESTIMATE = "Practice estimate: it predicts nothing."


@pytest.mark.parametrize(
    ("notice", "model", "boxes"),
    [
        (ESTIMATE, "", []),
        (
            f"Gemini could not be reached. {ESTIMATE}",
            "",
            [f"Gemini could not be reached. {ESTIMATE}"],
        ),
        ("One remark was left out.", "flash", ["One remark was left out."]),
    ],
)
def test_only_a_notice_of_something_unusual_stands_in_a_box(notice, model, boxes):
    told = replace(assessments.old(), notice=notice, model=model)

    page = run(assessments.feedback(told))

    assert [one.value for one in page.info] == boxes
    assert notice in shown(page)


def test_words_that_nobody_vouches_for_stay_words_in_every_field():
    page = run(assessments.feedback(assessments.full(HOSTILE)))

    told = shown(page) + "\n".join(labels(page))
    neutral = safe_markdown(HOSTILE)[:SURE]
    assert told.count("x.example/0") == told.count(neutral) > MANY
    assert told.count("rocket:") == told.count(":color[:]rocket:")
    assert told.count("**b") == 0


def test_the_version_that_is_chosen_is_drawn():
    earlier = assessments.feedback(assessments.full())
    later = assessments.feedback(replace(assessments.full(), next_time="Name a figure."), version=2)
    page = run(later, earlier)
    assert "Name a figure." in shown(page)

    page.selectbox[0].select(1).run()

    assert not page.exception
    assert "End each story with what changed." in shown(page)
    assert "Name a figure." not in shown(page)


def test_a_models_assessment_is_not_hidden_by_one_that_stood_in_for_it():
    earlier = assessments.feedback(assessments.full())
    later = assessments.feedback(assessments.old(), version=2)

    page = run(later, earlier)

    assert any(
        "The assessment by gemini · flash is kept as version 1: 6.4 / 10 (provisional)."
        in one.value
        for one in page.info
    )
