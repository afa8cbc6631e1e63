"""What counts as a strength, and what does not: both sides of each kind."""

from __future__ import annotations

import pytest

from core.interview.answers.deeds import DEEDS, EMPTY, NO_DEED, ORDER
from core.interview.answers.signals import read_answer
from core.interview.feedback.praise import praised, said_of
from core.interview.words.tables import table
from tests.core.interview.interviews import CLICHES, HOLLOW, STRONG, VAGUE, planned

KINDS = {deed.kind: deed for deed in DEEDS}
SHOWN = {
    "change": [
        "The queue at the desk fell from forty minutes to about fifteen.",
        "Breakages went down by a third within two months.",
        "The time for one order was halved.",
        "We now lose two parcels a week instead of eleven.",
        "It takes me six minutes a day, it was twenty before.",
        "Complaints dropped to three a month.",
        "Sales of bread rose by 12 per cent.",
        "There were nine returns a week before and one after it.",
        "The number of falls on the unit was cut by half.",
        "A delivery takes ten minutes today, it was thirty-five.",
    ],
    "cause": [
        "I compared both lists and found out that one printer dropped every tenth line.",
        "It turned out that the valve had been fitted upside down.",
        "I sat beside the packers for a morning and saw that the labels fell off in the cold.",
        "Most of the late parcels came from one depot.",
        "We traced where it came in, and the reason was a worn seal.",
        "I noticed that the alarm rang only when the oven was on.",
        "I discovered why the pupils were late: the bus had a new timetable.",
        "Half of the faults were due to one cable.",
        "I worked out that we counted every refund twice.",
        "I asked around and spotted what caused the noise.",
    ],
    "understood": [
        "I asked him to explain it back to me.",
        "I let each of them show me the pump as if I were the patient.",
        "I had her tell me in her own words what she would do at home.",
        "Then I read it back to the caller.",
        "I asked the driver to repeat the address back.",
        "I checked what they had understood before I went on.",
        "I asked whether they had understood the last step.",
        "I said the order back to the table.",
        "I let him explain the form in his own words.",
        "I asked what got across and what did not.",
    ],
    "warning": [
        "I warned the foreman two days ahead.",
        "I rang the client at once and said that we would be late.",
        "I told my manager the same day that I had made a mistake in the invoice.",
        "I let the school know in advance that two buses would be missing.",
        "I called the buyer before she noticed that the delivery was short.",
        "I wrote to all three teams as soon as the date began to slip.",
        "I told her straight away that the part would not arrive.",
        "I then warned the night shift.",
        "I informed the parents that evening that there had been a problem with the food.",
        "I reported the error first thing on Monday.",
    ],
    "trial": [
        "We tried it for two weeks on one ward.",
        "I tested the new form with two drivers.",
        "I tried every step with them first.",
        "We piloted the rota in one shop.",
        "I ran a trial with the smallest class.",
        "I asked for one test week.",
        "We made a dry run on the Sunday.",
        "I tried it on just one table.",
        "I would test it on a single line.",
        "We agreed on a trial of a month.",
    ],
    "need": [
        "I asked her what exactly she needed the figures for.",
        "I asked the driver why he was angry.",
        "I asked what worried them most about the move.",
        "First I asked him what the lamp was for.",
        "I asked the guests which dishes they wanted back.",
        "I asked my brother what for.",
        "I asked the teachers what had gone wrong in the last exam.",
        "I asked them why.",
        "I asked what an hour of downtime costs her.",
        "I always ask what is missing.",
    ],
    "others": [
        "My checklist is now used by the whole site.",
        "The layout became the standard.",
        "Two other branches have copied it.",
        "The night shift still uses it.",
        "It was used on five other wards.",
        "Head office used my letter for every customer.",
        "The school took it over the year after.",
        "They still use the sheet, and everybody uses it today.",
        "Three teams asked for it in the autumn.",
        "It was rolled out to all depots.",
    ],
    "gap": [
        "I have never worked with film, so I would spend a week at the line.",
        "What would stretch me is the law, I would take the course in March.",
        "The system is new to me, and I would ask a colleague for two hours.",
        "I have only seen that once, so I'd want somebody beside me.",
        "I don't know yet how you plan, so I'd sit in on two meetings.",
    ],
    "aim": [
        "I would like to have cut the waiting time to ten days.",
        "I want to know all forty suppliers by name.",
        "I'd like none of the pupils to have left.",
        "By then two of the trainees should have passed.",
        "I hope to have a forecast within five per cent.",
    ],
}
SILENT = {
    "change": [
        "We had forty guests that night.",
        "I worked there from 2016 to 2020.",
        "She was back at half past seven.",
        "They signed for two years.",
        "I have thirty-four customers.",
        "It took two weeks.",
        "I talked to him before the meeting.",
        "The team had five people and a dog.",
        "I rang him instead of writing.",
        "Rather than wait I went there.",
    ],
    "cause": [
        "I found a good solution.",
        "I noticed that I enjoy teaching.",
        "I saw the doctor.",
        "I found it hard.",
        "It was the best week.",
        "I looked at the list.",
        "The others were late.",
        "I worked out at the gym.",
        "I found the keys in the drawer.",
        "They discovered a new restaurant.",
    ],
    "understood": [
        "I asked him to come back.",
        "I explained it to her.",
        "I let them go home early.",
        "I told him to read the manual.",
        "I said it again.",
        "We had a talk about it.",
        "I asked for help.",
        "He understood it in the end.",
        "I made a list of what to say.",
        "I asked what time it was.",
    ],
    "warning": [
        "I rang the two shops that could have it.",
        "I told him about my holiday.",
        "I called the office at once.",
        "I wrote to the paper.",
        "They warned me.",
        "I told her that I liked the plan.",
        "I informed myself about the firm.",
        "I let him go first.",
        "The alarm warned us.",
        "I told them a story.",
    ],
    "trial": [
        "I tried my best.",
        "I tried to help.",
        "I put a trial of our new label on top for free.",
        "The buyer has confirmed a test run.",
        "We tried different things.",
        "The court held its hearing.",
        "I tested the soup.",
        "I tried to call her.",
        "The free trial of the program had ended.",
        "We tried hard.",
    ],
    "need": [
        "I asked for a day off.",
        "I asked him to move the van.",
        "She asked me what I wanted.",
        "I asked if we could start.",
        "I was asked to lead it.",
        "I asked two neighbours.",
        "They asked why.",
        "I asked the boss for a lamp.",
        "I asked where the toilet was.",
        "I asked about the weather.",
    ],
    "others": [
        "I used it every day.",
        "We used to work late.",
        "He used my pen.",
        "I am used to pressure.",
        "All of us were tired.",
        "She took over the shift.",
        "It became a long evening.",
        "Two colleagues were ill.",
        "They use buses.",
        "The other teams were faster.",
    ],
    "gap": ["I have never been late.", "I would do it again.", "I have only good memories."],
    "aim": ["I would like to learn a lot.", "I want to grow.", "I hope to fit in."],
}


@pytest.mark.parametrize(("kind", "said"), [(k, s) for k, told in SHOWN.items() for s in told])
def test_a_sentence_that_shows_it_is_recognised(kind: str, said: str):
    assert KINDS[kind].stands_in(said)


@pytest.mark.parametrize(("kind", "said"), [(k, s) for k, told in SILENT.items() for s in told])
def test_a_sentence_that_only_sounds_like_it_is_not(kind: str, said: str):
    assert not KINDS[kind].stands_in(said)


@pytest.mark.parametrize(
    "said",
    [
        "I did what I could for them.",
        "With our two planners I did it for the figures.",
        "I just did my best.",
        "I handled it.",
        "I managed everything.",
        "I was involved in the move.",
        "I was friendly.",
        "I helped with that.",
        "I tried my best.",
        "I gave it all.",
        "I supported the team.",
    ],
)
def test_a_sentence_that_hides_the_deed_is_empty(said: str):
    assert EMPTY.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "I did the count twice, once with each shift.",
        "I helped the two new drivers to find the ramp.",
        "I gave the keys to the caretaker.",
        "I handled the claims of forty shops.",
        "I was the one who rang.",
        "I managed a budget of 40,000 pounds.",
        "I tried the other door.",
        "I do the till on Sundays.",
        "I was asked to count.",
        "I supported my colleague with the lift to carry the bed.",
    ],
)
def test_a_sentence_that_names_the_deed_is_not_empty(said: str):
    assert not EMPTY.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "I trained at Ridgemoor College.",
        "I learned to weld there.",
        "At the start I filled it in on Fridays, rather hopefully.",
        "I forgot the second key.",
        "I started as a porter.",
        "I read an article about that.",
        "I remember that it snowed.",
        "I noticed that I like numbers.",
        "I was wrong about the date.",
        "I liked the people there.",
        "I had missed the second page.",
    ],
)
def test_lessons_beginnings_feelings_and_old_mistakes_are_no_deeds(said: str):
    assert NO_DEED.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "I taught the new ones to weld.",
        "I read the meter twice.",
        "I noticed that the scale was off.",
        "I showed her the list.",
        "I drew the plan.",
    ],
)
def test_deeds_are_deeds(said: str):
    assert not NO_DEED.search(said)


def kinds(text: str, style: str = "behavioural", given: str = "") -> list[str]:
    return [found.kind for found in praised(read_answer(text, planned(style)), given)]


@pytest.mark.parametrize("text", ["", "no", "I can't think of an example.", HOLLOW, CLICHES, VAGUE])
def test_where_nothing_particular_was_told_little_is_praised(text: str):
    assert not set(kinds(text)) & {"change", "measure", "cause", "trial", "need", "others"}


def test_the_most_particular_comes_first():
    found = kinds(STRONG)

    assert found[:2] == ["change", "measure"]
    assert {"cause", "trial", "others"} <= set(found)
    assert found == sorted(found, key=ORDER.index)


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
