from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.answers.findings import Found
from core.interview.answers.signals import read_answer
from core.interview.assessment import assess, review_of
from core.interview.feedback.next_step import open_steps
from core.interview.feedback.remarks import NOTHING_TO_MEND, improvements_of
from core.interview.feedback.whole import Reviewed, told_apart
from core.interview.words.tables import table
from core.models import Competency
from tests.core.interview.interviews import STRONG, planned, single

LONGED = "Which tasks in this job would you look forward to most?"
AIMED = "What would you like to have achieved here a year from now?"
LEFT_OUT = "What have we not talked about yet that you would like me to know?"
PLACE = "What kind of workplace helps you to do your best work?"
HELPED = "Your CV mentions Excel. How has that helped you in your work so far?"


def steps(text: str, style: str = "behavioural", asked: str = "", score: float = 7.0):
    question = planned(style, text=asked) if asked else planned(style)
    return open_steps(read_answer(text, question), score)


@pytest.mark.parametrize(
    ("style", "text", "kind"),
    [
        ("opening", "I was a cook for six years in Hull.", "next_bridge"),
        ("opening", "I was a cook for six years and would like to bring that here.", "next_result"),
        ("technical", "I read the label twice and then I weigh the flour.", "next_case"),
        ("technical", "I read the label twice. Last May that saved a whole batch.", "next_limits"),
        ("technical", "I draw it. I had a man who refused, and then he went.", "next_limits"),
        ("technical", "If it is torn I sew it. Last May that saved a tent.", "next_sign"),
        ("technical", "When she is too tired I wait. I once had one who slept.", "next_sign"),
        ("situational", "I would ring the baker.", "next_known"),
        ("situational", "I would bake it, as when we had no oven in May.", "next_fallback"),
        ("situational", "With our big order it took all of May, so I would ask.", "next_fallback"),
        ("situational", "If that fails I bake it, as when we had no oven in May.", "next_tell"),
        ("behavioural", "I rang the baker and he came at noon.", "next_later"),
        ("behavioural", "On Monday, for the rota. I rang nine drivers.", "next_hard"),
        ("behavioural", "I rang the baker, and since then he comes at noon.", "next_hard"),
        ("behavioural", "Yesterday I drew the rota for nine drivers.", "next_hard"),
        (
            "behavioural",
            "I close the books every month, and it is still done in a day.",
            "next_gain",
        ),
        (
            "behavioural",
            "I rang the baker, and he has come at noon ever after. He still does.",
            "next_differently",
        ),
        (
            "behavioural",
            "I rang the baker, and we lose fewer loaves than before.",
            "next_differently",
        ),
    ],
)
def test_the_step_fits_the_question_and_is_not_there_yet(style: str, text: str, kind: str):
    assert steps(text, style)[0] == kind


@pytest.mark.parametrize(
    ("asked", "text", "kind"),
    [
        (LONGED, "The mornings in the kitchen, and the new menu.", "next_bring"),
        (AIMED, "A menu that the regulars order from without looking.", "next_first_step"),
        (LEFT_OUT, "That quiet work suits me best.", "next_moment"),
        (PLACE, "One in which people say what is wrong at once.", "next_moment"),
    ],
)
def test_a_wish_goes_on_with_what_was_asked(asked: str, text: str, kind: str):
    assert steps(text, "motivation", asked)[0] == kind


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (LONGED, "The mornings. I can bring six years at the grill."),
        (LONGED, "The mornings. I am good at bread, and your ovens are larger."),
        (LONGED, "The talks. I sat in the depots for three mornings and drew nine charts."),
        (LONGED, "The bread. I have baked it for six years."),
        (AIMED, "A new menu. I would begin with the regulars and ask them."),
        (AIMED, "A new menu. In my first weeks I would only cook what there is."),
        (LEFT_OUT, "That I see it when somebody is ill. On the night shift I noticed it twice."),
        (PLACE, "One like the bakery, where we said at once what was wrong."),
    ],
)
def test_what_a_wish_has_told_is_not_asked_for(asked: str, text: str):
    asked_for = {LONGED: "next_bring", AIMED: "next_first_step"}.get(asked, "next_moment")

    assert asked_for not in steps(text, "motivation", asked)


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday the card machine stopped. I wrote the sums down and it took eight minutes.",
        "A man fainted in the hall. I laid him down and the doctor was there within ten minutes.",
        "The bus was full. I split the group, and we were all home by the end of the shift.",
    ],
)
def test_of_a_case_that_was_over_the_same_day_nobody_asks_whether_it_held(text: str):
    assert "next_later" not in steps(text)


@pytest.mark.parametrize(
    "text",
    [
        "The queue took forty minutes in May. I set up a second desk and drew a line.",
        "The alarm rang for two hours. I wrote a sheet for the porter and hung it up.",
        "I rang the baker and he came at noon.",
    ],
)
def test_what_was_made_or_left_open_can_have_held(text: str):
    assert "next_later" in steps(text)


THEN_AND_NOW = (
    "At the start I filled in the book on Fridays, all at once. Today I fill it in after each "
    "visit, in the van, and it takes less time."
)


@pytest.mark.parametrize("style", ["technical", "behavioural"])
@pytest.mark.parametrize("text", [THEN_AND_NOW, "I used to guess the flour. Now I weigh it twice."])
def test_then_and_now_is_asked_neither_for_limits_nor_for_what_would_come_again(
    text: str, style: str
):
    assert steps(text, style) == ("next_gain", "next_team")


@pytest.mark.parametrize(
    "text",
    [
        "At first the cook was against it. I showed him the list, and now he uses it himself.",
        "I draw it and I weigh it. I once had an oven that was too hot.",
    ],
)
def test_a_case_that_has_a_beginning_is_no_then_and_now(text: str):
    assert "next_team" not in steps(text, "technical")


def test_a_habit_is_not_asked_what_came_of_it_or_what_would_come_again():
    told = "So I count the loaves and look at each one. I write what I did and when I look again."

    assert steps(told) == ("next_gain", "next_team")
    assert "next_differently" in steps(f"{told} In May I threw out nine loaves.")


def test_a_small_word_behind_at_is_no_place_of_a_case():
    told = "A deal stands at eighty per cent because the buyer is nice, so I look at one thing."

    assert steps(told, "technical")[0] == "next_case"


def test_the_limits_of_a_way_are_asked_for_only_behind_a_case():
    assert "next_limits" not in steps(
        "I read the label twice and then I weigh the flour.", "technical"
    )


def test_a_story_without_a_difficulty_is_asked_for_it():
    smooth = "Since then the list is used daily. I would do it again today, sooner. I wrote it."

    assert "next_hard" in steps(smooth)
    assert "next_hard" not in steps(f"{smooth} The cook was against it.")


def test_a_reason_that_is_given_is_not_asked_for():
    told = "I wrote it in two colours, because the porter reads in the dark."

    assert "next_own" not in steps(told)
    assert "next_own" in steps("I wrote it in two colours for the porter.")
    for why in ("so the porter can read it", "before anybody needs it", "rather than in one"):
        assert "next_own" not in steps(f"I wrote it in two colours, {why}.")


def test_a_task_that_is_named_in_other_words_is_asked_for_in_those_of_the_advert():
    near = steps("I would like to bake with your apprentices.", "motivation", LONGED)
    far = steps("I would like to bake more bread.", "motivation", LONGED)

    assert "next_line" in near
    assert "next_task" not in near
    assert "next_task" in far
    assert "next_line" not in far


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("How do you explain a rule to a guest?", "Which rule was it last, and"),
        ("How do you build a forecast when the past tells little?", "Which forecast was it last,"),
        ("How do you help people to see what matters?", "When was it last, and"),
        ("How do you get a whole team to share?", "When was it last, and"),
        ("What was the last task for which you used Excel?", "Which task was it, and"),
    ],
)
def test_what_would_make_a_way_of_working_particular_is_asked_in_the_words_of_the_question(
    asked: str, advice: str
):
    question = planned("technical", text=asked, competency=Competency.ROLE_KNOWLEDGE)

    signals = read_answer("I take things as they come.", question)

    told = improvements_of(signals, 1, first=[Found("facts")])[0]

    assert told.point.advice.startswith(f"Add what only you can know. {advice}")


def test_a_skill_goes_on_with_a_case_that_it_helped_in():
    assert steps("I count the stock with it.", "technical", HELPED)[0] == "next_helped"
    assert "next_helped" not in steps("In 2021 I rebuilt the stock list.", "technical", HELPED)


def test_a_change_that_only_we_made_leaves_the_own_part_open():
    told = "The queue was long in May. We moved the desk. We served nine an hour instead of four."

    assert "next_own_share" in steps(told)
    assert "next_own_share" not in steps(told.replace("We moved", "I drew a plan and I moved"))


def test_then_and_now_goes_on_with_what_it_brought_others():
    told = "I moved the desk and I drew a line. The queue fell from nine metres to two in May."

    assert "next_for_others" in steps(told)
    assert "next_for_others" not in steps(f"{told} The guests had time for a coffee.")
    at_noon = "I moved the desk. The count fell from nine to two, and production had it at noon."
    assert "next_for_others" not in steps(at_noon)


def test_a_story_to_a_question_about_a_skill_goes_on_as_a_story():
    asked = "What is the hardest thing that you have done with Excel?"

    assert steps("I built the rota in one night.", "technical", asked)[0] == "next_later"


def test_a_low_score_asks_for_more_of_the_same():
    assert steps("I rang the baker.", score=3.0)[0] == "next_detail"


def test_an_answer_in_which_nothing_is_missing_gets_one_step_below_a_full_score_only():
    signals = read_answer(STRONG, planned())

    assert [remark.kind for remark in improvements_of(signals, 1, 7.9)] == ["next_differently"]
    assert improvements_of(signals, 1, 9.0) == ()


def one(number: int, *open_: str) -> Reviewed:
    session = single("behavioural", STRONG)
    item = review_of(session, session.stories[0])
    remarks = improvements_of(read_answer(STRONG, planned()), number, 7.9)
    review = replace(item.review, number=number, score=7.9, note="")
    return replace(item, review=review, improvements=remarks, further=open_)


def test_no_step_is_named_twice_in_one_interview():
    told = told_apart(
        [
            one(1, "next_later", "next_differently"),
            one(2, "next_later", "next_differently"),
            one(3, "next_later", "next_differently"),
        ]
    )

    kinds = [remark.kind for item in told for remark in item.improvements]
    assert kinds == ["next_later", "next_differently"]
    assert told[2].review.improvements == ()


@pytest.mark.parametrize(("score", "note"), [(8.2, NOTHING_TO_MEND), (7.9, ""), (5.0, "")])
def test_nothing_to_mend_is_said_of_a_sound_answer_only(score: float, note: str):
    item = one(1)
    sound = replace(item, review=replace(item.review, score=score), improvements=())

    assert told_apart([sound])[0].review.note == note


def test_an_answer_with_little_in_it_keeps_its_remark():
    low = one(2, "next_detail")
    low = replace(low, review=replace(low.review, score=4.0))

    told = told_apart([replace(low), low])

    assert all(item.review.improvements and not item.review.note for item in told)


def test_a_full_story_is_to_be_kept():
    review = assess(single("behavioural", STRONG)).answers[0]

    assert review.note in ("", NOTHING_TO_MEND)
    assert NOTHING_TO_MEND == "Nothing to mend here: keep this story."


def test_every_step_has_its_words():
    told = table("remarks")["missing"]
    steps_told = {kind for kind in told if kind.startswith("next_")}

    assert steps_told == {
        *("next_detail", "next_bridge", "next_result", "next_bring", "next_first_step"),
        *("next_moment", "next_case", "next_helped", "next_limits", "next_fallback"),
        *("next_known", "next_tell", "next_later", "next_differently", "next_own_share"),
        *("next_gain", "next_team"),
        *("next_line", "next_for_others", "next_sign", "next_task", "next_own", "next_hard"),
    }
    assert all(told[kind].get("small") and told[kind]["advice"] for kind in steps_told)
