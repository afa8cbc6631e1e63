from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.cv.clashes import clashes
from core.models import Clash, Document, Format, InterviewSession, Plan
from tests import builders
from tests.core.interview.interviews import GERMAN, planned

NORTH = "Experience\nOperations manager, Northwind Ltd, 2019-2023\n- "
TWO_JOBS = (
    "Experience\nTeam leader, Harbour Foods, 2020-2024\n- {}\n"
    "Shift lead, Millbrook, 2016-2019\n- Packed orders"
)


def told(cv: str, *answers: str) -> tuple[Clash, ...]:
    return clashes(interview(cv, *answers))


def interview(cv: str, *answers: str) -> InterviewSession:
    messages = [
        message
        for number, text in enumerate(answers, 1)
        for message in (builders.question(number), builders.answer(number, text))
    ]
    return builders.session(
        cv=Document(text=cv) if cv else None,
        messages=tuple(messages),
        format=Format(question_count=max(3, len(answers))),
        plan=Plan(tuple(planned() for _ in answers)),
    )


CLASH = [
    (f"{NORTH}Managed a budget of 3 million pounds", "I managed a budget of 300 thousand pounds."),
    (
        f"{NORTH}Managed a budget of £3m",
        "There I managed a yearly spend. My budget of £300k was managed by me alone at Northwind.",
    ),
    (f"{NORTH}Led a team of twelve engineers", "I led a team of 5 engineers."),
    (f"{NORTH}Led a team of 12", "At Northwind Ltd I led a team of five."),
    (
        f"{NORTH}Supported 3,000,000 registered users",
        "We supported three hundred thousand registered users.",
    ),
    (
        f"{NORTH}Reduced picking errors by 40%",
        "I reduced picking errors by 15 percent at Northwind.",
    ),
    (f"{NORTH}Answered 1.5k support tickets a month", "I answered 300 support tickets a month."),
    (f"{NORTH}Ran a warehouse with 40 staff", "I ran the warehouse with 400 staff."),
    (
        f"{NORTH}Negotiated supplier contracts worth $2.5 million",
        "I negotiated supplier contracts worth two hundred thousand dollars.",
    ),
    (
        f"{NORTH}Cared for 8 patients a shift on the ward",
        "On the ward I cared for 20 patients a shift.",
    ),
    (TWO_JOBS.format("Planned the rota for 60 drivers"), "I planned the rota for twenty drivers."),
    (TWO_JOBS.format("Trained 25 new packers"), "At Harbour Foods I trained six new packers."),
    (NORTH + "Planned stock", "I joined Northwind in 2016 and I planned the stock there."),
    (NORTH + "Planned stock", "I left Northwind in 2020."),
    (NORTH + "Planned stock", "In 2016, when I was at Northwind, the stock system broke."),
    (NORTH + "Planned stock", "I worked at Northwind in 2015 and planned the stock."),
    (
        "Experience\nNursing assistant, City Hospital, 2019-2023\n- Washed patients",
        "I was the head nurse at City Hospital and I planned the shifts.",
    ),
    (
        "Experience\nStaff nurse, City Hospital, 2019-2023\n- Gave medication",
        "I worked as a software engineer at City Hospital.",
    ),
    (
        "Experience\nStaff nurse, City Hospital, 2019 - present\n- Gave medication",
        "I currently work at Riverside Clinic and we have six beds.",
    ),
    (
        "Experience\nStaff nurse, City Hospital, 2021 - present\n- Gave medication",
        "I have fifteen years of experience in nursing.",
    ),
]

NO_CLASH = [
    (f"{NORTH}Managed a budget of 3 million pounds", "I managed a budget of £3m."),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "I managed a budget of about 2.9 million pounds.",
    ),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "In my first job I managed a budget of 300 thousand pounds.",
    ),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "At Contoso I managed a budget of 300 thousand pounds.",
    ),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "I cut the budget of one site by 300 thousand pounds.",
    ),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "I would like to manage a budget of 10 million pounds.",
    ),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "I did not manage a budget of 10 million pounds.",
    ),
    (f"{NORTH}Managed a budget of 3 million pounds", "I managed a budget of 300 thousand dollars."),
    (
        f"{NORTH}Managed a budget of 3 million pounds",
        "I managed a training budget of 20 thousand pounds each year.",
    ),
    (f"{NORTH}Led a team of over 10 engineers", "I led a team of 14 engineers."),
    (f"{NORTH}Led a team of 12 engineers", "I led a team of up to 15 engineers."),
    (f"{NORTH}Led a team of 10+ engineers", "I led a team of 14 engineers."),
    (f"{NORTH}Led a team of 12 engineers", "I started with a team of 4 engineers."),
    (f"{NORTH}Led a team of 12 engineers", "Three of them were new to the team of engineers."),
    (f"{NORTH}Led a team of 12 engineers", "I worked in a team of four nurses."),
    (f"{NORTH}Led a team of 12 engineers", "As a student I led a team of three engineers."),
    (f"{NORTH}Led a team of 12 engineers", "We hired 3 engineers for the team."),
    (
        f"{NORTH}Led a team of 12 engineers",
        "The team of engineers was 12 strong, and I sent two engineers to the site.",
    ),
    (TWO_JOBS.format("Led a team of 12"), "I led a team of five."),
    (
        f"{NORTH}Led a team of 12 engineers\n- Led a team of 5 engineers in the night shift",
        "I led a team of five engineers.",
    ),
    (f"{NORTH}Reduced costs by 20%", "I reduced the costs by 5 percent."),
    (f"{NORTH}Reduced errors to 3%", "I reduced errors by 40 percent."),
    (f"{NORTH}Reduced picking errors by 40%", "Picking errors had been at 4.5 percent."),
    (f"{NORTH}Answered 60 calls a day", "I answered 300 calls a week."),
    (f"{NORTH}Answered 60 calls a day", "That day I answered 90 calls."),
    (
        f"{NORTH}Delivered the project in 6 months",
        "I delivered the first version of the project in 2 weeks.",
    ),
    (
        f"{NORTH}Raised 20,000 pounds for the food bank",
        "I raised a question about 300 pounds in the till.",
    ),
    (f"{NORTH}Sold 40 licences", "I sold my bike for 200 pounds."),
    (f"{NORTH}Grew revenue by 20%", "Last year I grew revenue by 35 percent."),
    (f"{NORTH}Served 200 guests a day", "One night I served 30 guests."),
    (NORTH + "Planned stock", "I joined Northwind in 2019."),
    (NORTH + "Planned stock", "I left Northwind in 2023 because it moved."),
    (NORTH + "Planned stock", "I worked at Northwind in 2021 and planned the stock."),
    (NORTH + "Planned stock", "In 2016 I worked for a supplier of Northwind."),
    (NORTH + "Planned stock", "I was an intern at Northwind in 2017."),
    (NORTH + "Planned stock", "I was the manager at Northwind who planned the stock."),
    (
        "Experience\nStaff nurse, City Hospital, 2019-2023\n- Gave medication",
        "I was a senior staff nurse at City Hospital.",
    ),
    (
        "Experience\nStaff nurse, City Hospital, 2019-2023\n- Gave medication",
        "I was a volunteer at Riverside Clinic.",
    ),
    (
        "Experience\nStaff nurse, City Hospital, 2019 - present\n- Gave medication",
        "I have five years of experience in nursing.",
    ),
    (
        "Experience\nStaff nurse, City Hospital, 2019 - present\n- Gave medication",
        "I currently work at City Hospital.",
    ),
    (f"{NORTH}Moved 8 servers", "We got a ticket at 8 pm about Python 3 and 12/05/2020."),
    (f"{NORTH}Wrote 12 reports a month", "My manager wrote 3 reports."),
]


@pytest.mark.parametrize(("cv", "answer"), CLASH)
def test_two_statements_about_the_same_thing_that_cannot_both_hold_are_shown(cv: str, answer: str):
    found = told(cv, answer)

    assert len(found) == 1
    assert found[0].against in cv
    assert found[0].said in answer
    assert (found[0].number, found[0].other) == (1, 0)
    expected = f"Your CV says “{found[0].against}”; in question 1 you said “{found[0].said}”."
    assert found[0].text.startswith(f"{expected} An interviewer may ask which is right: ")


@pytest.mark.parametrize(("cv", "answer"), NO_CLASH)
def test_different_numbers_about_different_things_are_no_clash(cv: str, answer: str):
    assert told(cv, answer) == ()


def test_an_answer_that_goes_against_an_earlier_one_is_shown_with_both():
    first = "At Northwind I trained 25 new packers for the night shift."
    second = "I told you of Northwind. At Northwind I trained six new packers for the night shift."

    found = told("", first, "I like it.", second)

    assert [(clash.number, clash.other) for clash in found] == [(3, 1)]
    assert found[0].text.startswith(
        "In question 1 you said “At Northwind I trained 25 new packers for the night shift.”; in "
        "question 3 you said “At Northwind I trained six new packers for the night shift.”. "
        "An interviewer may ask which is right: "
    )


def test_two_stories_without_a_common_employer_are_not_held_against_each_other():
    assert told("", "I trained 25 new packers for the night.", "I trained 6 new packers.") == ()


@pytest.mark.parametrize("answer", ["", GERMAN, "no", "12", "300 300 300", "\U0001f600 5"])
def test_where_there_is_nothing_to_compare_it_is_silent(answer: str):
    assert told(f"{NORTH}Led a team of 12", answer) == ()
    assert told("", answer) == ()


def test_a_cv_in_another_language_is_not_held_against_anybody():
    cv = "Berufserfahrung\nPflegerin, Klinikum Nord, 2019-2023\n- Ich habe ein Team von 12 geleitet"

    assert told(cv, "I led a team of five at Klinikum Nord.") == ()


def test_the_same_number_told_twice_is_told_once():
    (clash,) = told(f"{NORTH}Led a team of 12 engineers", "I led a team of 5 engineers. " * 3)

    assert clash.said == "I led a team of 5 engineers."


@pytest.mark.parametrize("line", ["- Led a team of 12 engineers at Northwind\n", "12 345 ", "a 5 "])
def test_an_endless_cv_takes_little_time(line: str):
    cv = line * (400_000 // len(line))
    session = interview(cv, "I led a team of 5 engineers and 12 engineers. " * 500)

    start = process_time()
    clashes(session)

    assert process_time() - start < 5


@given(st.text(max_size=200), st.text(max_size=200))
def test_whatever_stands_there_both_quotes_are_verbatim(cv: str, answer: str):
    session = interview(cv, answer)

    assert all(c.against in cv and c.said in answer for c in clashes(session))


@given(st.sampled_from(CLASH), st.sampled_from(CLASH), st.sampled_from(NO_CLASH))
def test_quotes_are_verbatim_whatever_was_said_before(
    one: tuple[str, str], two: tuple[str, str], three: tuple[str, str]
):
    session = interview(one[0], one[1], two[1], three[1])

    for clash in clashes(session):
        said = session.stories[clash.number - 1].answer
        against = session.stories[clash.other - 1].answer if clash.other else one[0]
        assert clash.said in said
        assert clash.against in against


def test_without_a_cv_nothing_of_it_is_said():
    session = replace(interview("", "I led a team of 5 engineers."), cv=None)

    assert clashes(session) == ()


PRESENT = "2021 to 2024: Florist, Fern Street Flowers, Hull"
ENDED = f"Work\n{PRESENT}\n- Bound wreaths\n2018 to 2021: Driver, Tulip Cars\n- Drove vans"
AGREE = "Your CV ends this job in 2024, and you speak of it as your present one. Make them agree."


@pytest.mark.parametrize(
    "answer",
    [
        "Since 2021 I have been at Fern Street Flowers, and I bind the wreaths there.",
        "I've been at Fern Street Flowers since the spring of 2021.",
        "I have worked for Fern Street Flowers for four years now.",
        "I am now at Fern Street Flowers in Hull.",
        "I currently work for Fern Street Flowers.",
    ],
)
def test_a_latest_job_that_has_ended_in_the_cv_and_goes_on_in_an_answer_is_named_once(answer: str):
    [found] = told(ENDED, answer, f"As I said, {answer[0].lower()}{answer[1:]}")

    assert (found.text, found.said, found.number, found.against) == (AGREE, answer, 1, PRESENT)


@pytest.mark.parametrize(
    ("cv", "answer"),
    [
        # It goes on in the CV too, or is not the latest there.
        (ENDED.replace("2021 to 2024", "2021 to present"), "I am now at Fern Street Flowers."),
        (ENDED, "I have been at Tulip Cars since 2018."),
        ("", "I am now at Fern Street Flowers."),
        # No clear present, another employer, or none that is named.
        (ENDED, "From 2021 I was at Fern Street Flowers."),
        (ENDED, "I had been at Fern Street Flowers for a year when the boss left."),
        (ENDED, "I am not at Fern Street Flowers now, I left in 2024."),
        (ENDED, "At Fern Street Flowers I bound the wreaths."),
        (ENDED, "Since 2024 I have been at Rose and Son."),
        (ENDED, "I am now at home with my son."),
        (ENDED, "Since 2021 I have been a florist."),
        (ENDED, "I have been back at Fern Street Flowers since May."),
    ],
)
def test_a_job_that_ended_and_is_told_as_past_agrees_with_the_cv(cv: str, answer: str):
    assert not [one for one in told(cv, answer) if "present one" in one.text]


@pytest.mark.parametrize(
    "answer", ["I have never worked before.", "Well, I've never had a real job, to be honest."]
)
def test_whoever_has_never_worked_is_shown_the_longest_job_of_the_cv(answer: str):
    (clash,) = told(ENDED, answer)

    assert "you said that you have never worked" in clash.text
    assert (clash.said, clash.against) == (answer, PRESENT)


@pytest.mark.parametrize(
    ("cv", "answer"),
    [
        ("Education\n2019 to 2024: Hull Park School", "I have never worked before."),
        ("Experience\n2023: Volunteer, Food bank, Hull", "I have never worked before."),
        ("Clubs\n2019 to 2024: Captain, Hull Rowing Club", "I have never worked before."),
        (ENDED, "I have never worked with a till before."),
        (ENDED, "I have never worked so hard."),
        (ENDED, "My sister has never worked."),
    ],
)
def test_without_a_job_or_without_saying_so_nothing_is_said_of_never_having_worked(
    cv: str, answer: str
):
    assert not [one for one in told(cv, answer) if "never worked" in one.text]
