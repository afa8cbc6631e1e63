from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage.coverage_map import demands
from core.interview.coverage.written import is_list
from core.interview.cv.demands import demanded
from core.models import Advice, Demand, Plan
from tests.core.interview.coverage.test_coverage import interview
from tests.core.interview.interviews import planned

YEARS = "Three or more years of experience with SQL and Python"
LONG = "2018 to 2024: Data engineer, Acme\n- Built checks in SQL and Python"
TWO_JOBS = "2018 to 2020: Data clerk, Acme\n- SQL\n2020 to 2024: Data engineer, Bolt\n- SQL"


def shown(line: str, answer: str, cv: str) -> Demand:
    [found] = demands(interview(("And?", answer), advert=f"Essential:\n- {line}", cv=cv))
    return found


@pytest.mark.parametrize(
    ("answer", "cv", "standing", "note"),
    [
        # The years stand in the CV: an answer need only show the skill.
        (
            "I moved the reports to SQL.",
            LONG,
            "shown in answer 1",
            "“Python” only in your CV.",
        ),
        (
            "I wrote the checks in Python and SQL.",
            LONG,
            "shown in answer 1",
            "",
        ),
        # Nothing of it was told, or the years are nowhere.
        ("I like the work.", LONG, "not asked", ""),
        ("I have never used SQL.", LONG, "not asked", ""),
        ("I moved the reports to SQL.", "Clerk at Acme", "not asked", ""),
        ("I moved the reports to SQL.", "", "not asked", ""),
    ],
)
def test_where_the_cv_shows_the_years_an_answer_need_only_show_the_skill(
    answer: str, cv: str, standing: str, note: str
):
    found = shown(YEARS, answer, cv)

    assert (found.standing, found.note) == (standing, note)


def test_where_two_answers_show_a_skill_each_both_are_named_and_nothing_is_said_twice():
    told = (("And?", "I moved the reports to SQL."), ("And?", "I wrote the checks in Python."))
    session = interview(*told, advert=f"Essential:\n- {YEARS}", cv=LONG)

    [found] = demands(session)

    assert (found.standing, found.note) == ("shown in answers 1 and 2", "")


@pytest.mark.parametrize(
    ("wish", "cv", "note"),
    [
        (
            "A course in mentoring",
            "Nurse\n- Mentored six students",
            "Not found in your CV; the nearest there is “Mentored six students”.",
        ),
        ("A course in mentoring", "Nurse\n- Washed patients", "Not found in your CV."),
        ("A course in mentoring", "2021: Course in mentoring", ""),
        ("A course in mentoring", "", ""),
        ("A background in food or packaging", "Nurse\n- Washed patients", "Not found in your CV."),
        ("A background in food or packaging", "Clerk\n- Packed food boxes", ""),
    ],
)
def test_a_wish_says_whether_the_cv_has_it_and_what_is_nearest(wish: str, cv: str, note: str):
    advert = f"Essential:\n- Strong SQL\n\nNice to have:\n- {wish}"

    found = demands(interview(("And?", "I like it."), advert=advert, cv=cv))[-1]

    assert (found.name, found.note) == (wish, note)


def test_the_jobs_whose_years_were_counted_are_named():
    advert = "Essential:\n- Three years of experience with SQL"

    texts = [one.text for one in demanded(interview(advert=advert, cv=TWO_JOBS))]

    assert any("“2018 to 2020: Data clerk, Acme”" in text for text in texts)
    assert any("“2020 to 2024: Data engineer, Bolt”; that is 6 years" in text for text in texts)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Till, returns, deliveries", True),
        ("Python, SQL, AWS (S3, Glue), Git", True),
        ("Triage, wound care, records", True),
        ("Ran the till, the returns and the deliveries", False),
        ("Till, returns, 30% of all deliveries", False),
        ("Till and returns", False),
        ("Course in wound care", False),
        ("At the till, at the desk, at the door.", False),
        ("", False),
    ],
)
def test_names_side_by_side_are_a_list_and_a_deed_is_none(line: str, *, is_one: bool):
    assert is_list(line) == is_one


def test_what_the_cv_only_lists_is_to_get_a_line_of_its_own():
    advert = "Essential:\n- Experience with Kafka"

    [found] = demanded(interview(advert=advert, cv="Clerk\nExcel, Git, Kafka"))

    assert found.kind is Advice.FOUND
    assert found.text.startswith("“Experience with Kafka”: your CV names it in a list.")


@pytest.mark.parametrize(
    ("cv", "answer", "is_noted"),
    [
        ("Clerk\nTill, returns, deliveries", "I like it.", True),
        ("Clerk\n- Worked at the till and took returns", "I like it.", False),
        ("Clerk\nTill, returns, deliveries", "I ran the till and took 40 returns a week.", False),
        ("Clerk at Acme", "I like it.", False),
        ("", "I like it.", False),
    ],
)
def test_a_duty_that_the_cv_only_lists_says_what_a_line_can_add(
    cv: str, answer: str, *, is_noted: bool
):
    advert = "Your tasks:\n- Work at the till and handle returns\n\nEssential:\n- Strong SQL"

    duty = demands(interview(("And?", answer), advert=advert, cv=cv))[-1]

    assert ("It stands there in a list" in duty.note) == is_noted
    assert not duty.is_open


def test_a_story_that_was_told_twice_is_named_in_both_places():
    advert = "Essential:\n- Experience with Kafka"
    told = "I moved all 40 of our nightly loads to Kafka because the batches came late each day."

    twice = interview(("What?", told), ("And?", "I like it."), ("More?", told), advert=advert)
    once = interview(("What?", told), ("And?", "I like it."), advert=advert)

    assert demands(twice)[0].note == "You told that story again in answer 3."
    assert not demands(once)[0].note


AGREE = "Agree with managers and analysts what is needed and by when"
LACKS = f"Asked because the advert says “{AGREE}”, which was not found in your CV."
SAT_DOWN = (
    "They wanted returns by June, so I sat down with two analysts and agreed on three questions "
    "and a date for each. I wrote half a page and sent it round the managers. In the end both "
    "dates were kept."
)


@pytest.mark.parametrize(
    ("reason", "answer", "is_told"),
    [
        (LACKS, SAT_DOWN, True),
        (LACKS, "I like to agree on things.", False),
        (f"Asked because the advert says “{AGREE}”.", SAT_DOWN, False),
    ],
)
def test_a_duty_that_was_asked_about_because_the_cv_lacks_it_is_named_where_it_was_told(
    reason: str, answer: str, *, is_told: bool
):
    asked = "What was the last work of that kind that you did?"
    question = planned("technical", text=asked, quote=AGREE, need=AGREE, reason=reason)
    session = interview(
        (asked, answer), advert=f"Your tasks:\n- {AGREE}", cv="2020 to 2024: Clerk\n- Sorted post"
    )

    found = demanded(replace(session, plan=Plan((question,))))

    assert [(one.job_quote, one.number) for one in found] == [(AGREE, 1)] * is_told


def test_what_was_told_where_the_cv_is_known_to_lack_it_comes_first():
    kafka = "Experience with Kafka"
    told = (("Next?", SAT_DOWN), ("And?", "I moved forty jobs to Kafka in 2021."))
    advert = f"Essential:\n- {kafka}\n\nYour tasks:\n- {AGREE}"
    session = interview(*told, advert=advert, cv="2020 to 2024: Clerk\n- Sorted post")
    assert session.plan
    _, *others = session.plan.questions
    first = planned("technical", text="Next?", quote=AGREE, need=AGREE, reason=LACKS)

    found = demanded(replace(session, plan=Plan((first, *others))))

    assert [one.job_quote for one in found] == [AGREE, kafka]
