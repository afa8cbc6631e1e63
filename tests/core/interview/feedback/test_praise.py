"""What counts as a strength, and what does not: both sides of each kind."""

from __future__ import annotations

import pytest

from core.interview.answers.deeds import ORDER
from core.interview.answers.signals import read_answer
from core.interview.feedback.praise import is_new, praised, said_of
from core.interview.feedback.quoting import LONGEST, is_a_step, own_clause, piece_of
from core.interview.words.tables import table
from tests.core.interview.interviews import CLICHES, HOLLOW, STRONG, VAGUE, planned


def kinds(text: str, style: str = "behavioural", given: str = "") -> list[str]:
    return [found.kind for found in praised(read_answer(text, planned(style)), given)]


@pytest.mark.parametrize("text", ["", "no", "I can't think of an example.", HOLLOW, CLICHES, VAGUE])
def test_where_nothing_particular_was_told_little_is_praised(text: str):
    assert not set(kinds(text)) & {"change", "measure", "cause", "trial", "need", "others"}


def test_what_the_question_listens_for_comes_first_and_then_how_it_ended():
    found = kinds(STRONG)

    assert found[:2] == ["cause", "change"]
    assert {"measure", "trial", "others"} <= set(found)


def test_a_question_on_planning_praises_the_planning():
    text = (
        "In March the depot had sixty open repairs. I went through the sheets of a year, and forty "
        "of them were about two doors. I ranked the rest by how badly they leaked. In the second "
        "month I saw that we would be a week late, told the manager, and moved the paint to the "
        "end. Since then repairs went from nine a month to two."
    )
    question = planned(text="How did you plan a larger piece of work?")

    found = [one.kind for one in praised(read_answer(text, question))]

    assert found[:2] == ["ordered", "change"]
    assert {"counted", "warning"} <= set(found)


def test_two_strengths_are_never_of_one_sort_or_on_one_sentence():
    measured = ("change", "It fell from nine to two.")

    assert not is_new("measure", "Two are left.", [measured])
    assert not is_new("others", "It fell from nine to two.", [measured])
    assert is_new("others", "The school uses it.", [measured])


def test_a_deed_in_two_sentences_is_quoted_with_both():
    asked = "I asked him which part takes the longest, and it was the labels."
    did = "So I built him a stand that holds the roll while he writes."
    text = f"In March the depot sent its parcels late every week. {asked} {did} They left at noon."

    found = {one.kind: one.quote for one in praised(read_answer(text, planned()))}

    assert found["obstacle"] == f"{asked} {did}"


def test_a_plain_step_is_praised_in_its_own_words():
    text = (
        "In May nobody in the hall knew where the exits were when the alarm rang at the concert. "
        "Then I drew one page with all doors, and it hung beside each of them until the summer."
    )

    step = next(one for one in praised(read_answer(text, planned())) if one.kind == "made")

    assert step.quote == step.about == "I drew one page with all doors"


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        ("There I led the move to paper forms.", "I led the move to paper forms"),
        ("They waited, and I rang both mothers; it took an hour.", "I rang both mothers"),
        (
            "I talked to the cook, and I drew the edge of each pan on the wall.",
            "I drew the edge of each pan on the wall",
        ),
    ],
)
def test_of_a_sentence_the_own_step_is_kept(sentence: str, step: str):
    assert own_clause(sentence) == step


def test_what_was_done_and_is_only_spoken_of_is_no_step():
    told = "So I count, and I write what I did and when I look."

    assert own_clause(told).startswith("So I count")


@pytest.mark.parametrize(
    "said",
    [
        "I gained valuable skills in the depot",
        "I have developed strong relationships with drivers",
        "I maintained a high standard at the ramp",
        "I rang",
    ],
)
def test_what_cannot_be_seen_is_no_step_to_picture(said: str):
    assert not is_a_step(said)


def test_of_words_without_a_stop_the_piece_with_the_deed_is_quoted():
    before = "and there was rain and we had nobody at the gate " * 9
    deed = "I asked the driver what he needed the ramp for"
    sentence = f"so {before}and {deed} and he said for the pallets {before}".strip()

    piece = piece_of(sentence, (sentence.index(deed), sentence.index(deed) + len(deed)))

    assert deed in piece
    assert piece in sentence
    assert len(piece) <= LONGEST


@pytest.mark.parametrize(
    "said",
    [
        "The partner took me along to the next two talks in the hall.",
        "I explained that two men would have to hold the ladder.",
        "In the end we decided to hold a meeting of ten minutes each day.",
        "The target of the year was between four and five crates.",
    ],
)
def test_a_figure_that_is_no_size_of_the_outcome_is_not_praised(said: str):
    text = f"In May the crates of the depot were late. I sorted them and wrote a list. {said}"

    assert "measure" not in kinds(text)


@pytest.mark.parametrize(
    "said",
    [
        "In the end nobody lost more than two crates.",
        "In the end we sold forty crates in total.",
        "As a result the returns of the crates were down by seven per cent.",
    ],
)
def test_a_size_of_the_outcome_is(said: str):
    text = f"In May the crates of the depot were late. I sorted them and wrote a list. {said}"

    assert {"measure", "change"} & set(kinds(text))


@pytest.mark.parametrize(
    "said",
    [
        "He did not reply to my letter of May, so I wrote to him again.",
        "The depot had heard nothing for two weeks, so I went over there.",
    ],
)
def test_what_made_one_go_is_no_reason_of_a_choice(said: str):
    assert "reason" not in kinds(f"In May the crates of the depot were late. {said}")


@pytest.mark.parametrize(
    "said",
    [
        "I put the crates beside the ramp, because the drivers walk past it twice.",
        "I knew that a notice alone would not do, so I picked two drivers for the first week.",
    ],
)
def test_why_one_way_was_chosen_is_a_reason(said: str):
    assert "reason" in kinds(f"In May the crates of the depot were late. {said}")


def test_the_problem_at_the_beginning_is_no_size_of_the_outcome():
    text = (
        "At the rowing club half of the children were always late. I stood at the gate for two "
        "Sundays and asked each family. I moved the start by ten minutes and drew a map."
    )

    assert "measure" not in kinds(text)


def test_a_time_of_day_measures_nothing():
    text = (
        "At the hall last spring a guest lost her ring. I searched the kitchen with a lamp and I "
        "emptied both bins. In the end she had it back at half past seven."
    )

    assert not {"measure", "change"} & set(kinds(text))


@pytest.mark.parametrize(
    "said",
    [
        "In those days we still had the forty old forms, and they were yellow.",
        "There had been two meetings about the forms in the spring.",
        "My colleague always says that half of the forms are lost.",
        "It was on a Monday, or maybe two days later, that the forms came.",
        "We used to have twelve forms for each van.",
    ],
)
def test_what_was_so_before_is_no_outcome(said: str):
    text = f"I sorted the forms of the depot by date and I wrote a list. {said}"

    assert not {"measure", "result", "facts"} & set(kinds(text))


@pytest.mark.parametrize(
    "said",
    [
        "I stayed positive because the others in the workshop were nervous.",
        "I did my best so that the van and the crates would be ready.",
    ],
)
def test_words_that_hide_a_step_are_not_praised_for_their_reason(said: str):
    assert "reason" not in kinds(f"In May the van of the depot broke. {said}")


def test_a_figure_of_the_advert_measures_nothing():
    said = "I would like to have met all twenty growers of the valley by then."

    assert "aim" in kinds(said, "motivation")
    assert "aim" not in kinds(said, "motivation", "You look after twenty growers.")


@pytest.mark.parametrize(
    "text",
    [
        "The lorry was late because of the strike. I waited at the gate and moved two boxes.",
        "They wanted a discount because their volume had grown. I wrote down what they said.",
        "None of them left because of it. I sent the letter to all sixty households in May.",
    ],
)
def test_what_happened_to_others_for_a_reason_is_no_reason_of_ones_own(text: str):
    assert "reason" not in kinds(text)


def test_each_kind_is_told_in_words():
    assert set(ORDER) <= table("remarks")["shown"].keys()


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("How do you hear the guest out first?", "said how you hear the guest out first"),
        ("Which plain words do you use?", "said which plain words you use"),
        ("What do you write down, and when?", "said what you write down, and when"),
        ("Where is your limit?", "spoke of a limit"),
        ("", "spoke of a limit"),
    ],
)
def test_what_a_full_answer_holds_is_told_as_a_person_would(ask: str, told: str):
    assert said_of(ask, "a limit") == told


def test_what_was_done_then_and_what_is_done_now_is_quoted_together():
    then = "At the start I filled in the crates book on Fridays, all at once and from memory."
    now = "Today I fill it in at the ramp, right after each crate."
    question = planned("technical", text="What do you do differently now from when you started?")

    found = praised(read_answer(f"{then} {now} It takes me less time.", question))

    assert found[0].kind == "then"
    assert found[0].quote == f"{then} {now}"
    assert "then" not in kinds(f"{then} It took me a long time.", "technical")


def test_an_end_behind_which_steps_follow_is_none():
    asked = "One baker closed at half past six and had it, so I asked him to keep it."
    text = (
        f"One Friday in May a guest wanted a cake for that evening. I rang two bakers. {asked} I "
        "drew her the way and I lent her a box. She got there at ten past six and brought it back."
    )

    found = {one.kind: one.quote for one in praised(read_answer(text, planned()))}

    assert found["result"] == "She got there at ten past six and brought it back."


def told_kinds(said: str, style: str) -> list[str]:
    return kinds(f"In May the depot had forty crates. I sorted them by date. {said}", style)


@pytest.mark.parametrize("style", ["behavioural", "technical", "situational"])
@pytest.mark.parametrize(
    "said",
    [
        "Since then they write to our depot a week ahead.",
        "The crates were loaded by noon, where the year before it had cost us three days.",
        "Since that week no driver has waited at the ramp.",
        "The list has hung beside the ramp ever since.",
        "Today the drivers load their crates without a list.",
        "Both dates were kept, and that page is how we have agreed on crates since then.",
    ],
)
def test_then_and_now_is_shown_in_every_kind_of_question(said: str, style: str):
    assert "since" in told_kinds(said, style)


@pytest.mark.parametrize(
    "said",
    [
        "I have lived in the town since 2019 with my sister.",
        "Since I was tired, the drivers loaded the crates.",
        "The drivers stood where the crates were.",
        "It was raining when they came to the ramp.",
        "Now I would like to say something on the crates.",
        "They worked where it was dry and warm.",
    ],
)
def test_other_uses_of_the_same_words_are_not(said: str):
    assert "since" not in told_kinds(said, "behavioural")


@pytest.mark.parametrize(
    "said",
    [
        "I did the crates in Python, and I noticed that I like crates more than ramps.",
        "There were deals with the depot, and the two per cent was one of them.",
        "The last larger piece was the move of the ramp in February.",
    ],
)
def test_a_name_in_passing_is_no_concrete_thing(said: str):
    found = praised(read_answer(f"I worked there. {said}", planned("opening")))

    assert not [one for one in found if one.kind == "facts" and one.quote == said]


def test_a_step_of_ones_own_says_i():
    said = "Two of the younger colleagues still take me along to the depot of their crates."

    for style in ("behavioural", "technical", "opening"):
        found = praised(read_answer(f"I sorted the crates by date. {said}", planned(style)))
        assert not [one for one in found if one.kind == "own_part" and one.quote == said]


def wished(text: str, given: str = "") -> list[str]:
    return kinds(text, "motivation", given)


@pytest.mark.parametrize(
    "said",
    [
        "When I sat in the depots for three mornings, nine of fourteen charts could go.",
        "I have led a crew of loaders for seven months as a stand-in.",
        "The talks, because I taught three drivers their first tours.",
    ],
)
def test_a_wish_with_something_done_behind_it_is_a_strength(said: str):
    assert "lived" in wished(said)


@pytest.mark.parametrize(
    "said",
    [
        "I have always wanted to do something like that.",
        "I would like to lead a crew of loaders for a long time.",
        "When I think of crates, ramps and tours I am happy.",
    ],
)
def test_a_wish_alone_is_none(said: str):
    assert "lived" not in wished(said)


def test_a_wish_in_the_words_of_the_advert_is_tied_to_the_job():
    said = "This job is that, with a crew of five and growers whom I understand."

    assert "tied" in wished(said, "You lead a crew of five and visit the growers of the valley.")
    assert "tied" not in wished(said, "You keep the books of a school.")


def test_a_wish_that_names_the_tasks_and_not_the_job_is_about_the_work():
    said = "I would enjoy the crew, the growers in the valley, and all that is around them."

    found = wished(said, "You lead a crew of five and visit the growers of the valley.")

    assert "tasks" in found
    assert "tied" not in found


@pytest.mark.parametrize(
    ("style", "kind", "told", "other"),
    [
        (
            "opening",
            "path",
            "In 2016 I opened a bakery in Hull with two friends.",
            "Before that I sold nineteen boats and forty sails for six years in Leeds.",
        ),
        (
            "behavioural",
            "dates",
            "I named the day on which the new lift would carry guests again.",
            "I told forty guests and nine cooks when they would hear from the mill of Mr Brown.",
        ),
    ],
)
def test_the_sentence_that_the_reason_is_about_is_quoted(
    style: str, kind: str, told: str, other: str
):
    text = f"{other} {told} The house was full in May, and I kept a list of the rooms."

    found = {one.kind: one.quote for one in praised(read_answer(text, planned(style)))}

    assert found[kind] == told
