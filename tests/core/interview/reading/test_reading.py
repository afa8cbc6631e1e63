from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.reading import gap_between, read_cv, read_job, shown_in, shows
from core.models import Competency, Job
from tests.core.interview.interviews import JOBS


def reading(description: str, title: str = "Worker"):
    return read_job(Job(title=title, company="Acme", description=description))


def musts(description: str) -> list[str]:
    return [need.quote for need in reading(description).must_haves]


def wishes(description: str) -> list[str]:
    return [need.quote for need in reading(description).needs if not need.must]


def test_bullets_under_requirements_are_demands():
    description = "Requirements:\n- A steady hand\n- Three years in a bakery"

    assert musts(description) == ["A steady hand", "Three years in a bakery"]


def test_bullets_under_nice_to_have_are_wishes():
    description = "Essential\n- A steady hand\nNice to have\n- A sweet tooth"

    assert wishes(description) == ["A sweet tooth"]
    assert musts(description) == ["A steady hand"]


@pytest.mark.parametrize(
    "sentence",
    [
        "You must be able to lift 20 kg.",
        "Experience with Kafka is required.",
        "Proven knowledge of tax law.",
        "We need somebody with experience in schools.",
    ],
)
def test_a_cue_word_in_prose_makes_a_demand(sentence: str):
    assert musts(f"We bake bread. {sentence} The sun shines.") == [sentence]


@pytest.mark.parametrize(
    "sentence", ["Snowflake would be a plus.", "Ideally you have knowledge of French."]
)
def test_a_cue_word_in_prose_makes_a_wish(sentence: str):
    assert wishes(sentence) == [sentence]
    assert musts(sentence) == []


@pytest.mark.parametrize(
    "description",
    [
        "Benefits\n- Ability to work from home\n- You must see our canteen",
        "About us\nOur founders have experience in space travel.",
        "You have 25 days of annual leave.",
        "We are an equal opportunity employer and you must not worry.",
        "What we offer\n* Experience of a lifetime",
        "Must you be strong?",
        "",
    ],
)
def test_boilerplate_asks_for_nothing(description: str):
    assert reading(description).needs == ()


def test_a_heading_can_carry_its_demand_on_the_same_line():
    assert musts("Requirements: a clean driving licence") == ["a clean driving licence"]


@pytest.mark.parametrize(
    "heading",
    [
        "What you must have",
        "Your must-haves",
        "Essential for this post are the following:",
        "Qualified and certified staff",
        "Certified in the following areas",
    ],
)
def test_a_heading_above_a_list_is_never_a_demand(heading: str):
    description = f"We bake bread.\n\n{heading}\n- You must have a steady hand"

    assert musts(description) == ["You must have a steady hand"]


def test_an_unlisted_heading_that_speaks_of_demands_opens_them():
    assert musts("We bake.\nYour must-haves\n- A steady hand") == ["A steady hand"]


def test_an_unlisted_heading_that_speaks_of_wishes_opens_them():
    assert wishes("We bake.\nSkills that would be an advantage\n- A sweet tooth") == [
        "A sweet tooth"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "St. Brigid's Hospital \u2013 Registered Nurse, Cardiology Ward",
        "Registered Nurse",
        "Registered Nurse at St. Brigid's Hospital, Dublin",
    ],
)
@pytest.mark.parametrize("before", ["", "A made-up advert, for practice.\n"])
def test_the_line_that_names_the_job_is_never_a_demand(line: str, before: str):
    description = f"{before}{line}\n\nYou must be able to lift 20 kg."
    job = Job(title="Registered Nurse", company="St. Brigid's Hospital", description=description)

    assert [need.quote for need in read_job(job).needs] == ["You must be able to lift 20 kg."]


def test_a_demand_without_a_stop_in_the_first_line_stays_a_demand():
    assert musts("Proven knowledge of tax law") == ["Proven knowledge of tax law"]


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Staff Nurse", "health"),
        ("Data Engineer", "data"),
        ("Software Engineer", "software"),
        ("Sales Lead", "sales"),
        ("Product Manager", "product"),
        ("UX Designer", "design"),
        ("Marketing Assistant", "marketing"),
        ("Accountant", "finance"),
        ("Recruiter", "hr"),
        ("Electrician", "operations"),
        ("Barista", "customer_service"),
        ("Primary School Teacher", "education"),
        ("Astronaut", ""),
    ],
)
def test_the_job_family_follows_from_the_title(title: str, family: str):
    assert reading("", title).family == family


def test_the_job_family_follows_from_the_description_when_the_title_says_nothing():
    description = "You care for patients on the ward and give medication in a clinical team."

    assert reading(description, "Grade 5 (m/f/d)").family == "health"


def test_competencies_are_weighed_by_what_the_advert_asks_for():
    job = reading("Requirements\n- You coach and mentor juniors\n- You lead and train a team")

    heaviest = max(job.weights, key=lambda competency: job.weights[competency])

    assert heaviest is Competency.LEADING
    assert sum(job.weights.values()) == pytest.approx(1)
    assert job.quotes[Competency.LEADING] == "You coach and mentor juniors"


@pytest.mark.parametrize("name", JOBS)
def test_every_quote_of_an_advert_stands_in_it(name: str):
    job, cv_text = JOBS[name]

    read, cv = read_job(job), read_cv(cv_text)

    quotes = [need.quote for need in read.needs]
    quotes += [*read.quotes.values(), *read.skills.values()]
    assert quotes
    assert all(quote in job.description for quote in quotes)
    assert cv.skills
    assert all(line in cv_text for line in cv.skills.values())


def test_a_demand_is_found_in_the_cv_by_skill_or_by_words():
    job = reading("Requirements\n- Solid Postgres\n- Care for elderly residents\n- Welding")
    cv = read_cv("Ran PostgreSQL servers\nCare of elderly residents in two homes")

    shown = [shown_in(need, cv) for need in job.needs]

    assert shown == ["Ran PostgreSQL servers", "Care of elderly residents in two homes", ""]


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("Experience with Airflow and Kafka", "Kafka"),
        ("Experience with Airflow or Kafka", ""),
        ("Experience with Airflow", ""),
        ("Experience with k8s", "Experience with k8s"),
        ("Ability to juggle five burning torches", "Ability to juggle five burning torches"),
        ("Ability to fly paper kites", ""),
    ],
)
def test_the_gap_is_what_the_cv_does_not_show(line: str, gap: str):
    need = reading(f"Requirements\n- {line}").needs[0]
    cv = read_cv("Airflow and SQL\nFlew paper kites and can fly paper kites")

    assert gap_between(need, cv) == gap


def test_words_spread_over_the_whole_cv_do_not_show_a_demand():
    need = reading("Requirements\n- Ability to paint wooden bridges").needs[0]
    cv = read_cv("paint\nwooden toys\nbridges of Bath")

    assert shown_in(need, cv) == ""


def test_a_history_shows_in_the_words_of_the_cv():
    cv = read_cv("Coached two trainees")

    assert shows(cv, Competency.LEADING)
    assert not shows(read_cv("Painter"), Competency.LEADING)


def test_a_skill_in_a_very_long_line_is_quoted_with_its_whole_sentence():
    text = "I ran many things here. " * 20 + "I moved it to Kafka. " + "It was a long time. " * 20

    assert read_cv(text).skills["Kafka"] == "I moved it to Kafka."


def test_a_skill_in_an_endless_sentence_is_quoted_alone():
    text = "word " * 200 + "Kafka and more " + "word " * 200

    assert read_cv(text).skills["Kafka"] == "Kafka"


def test_a_line_is_a_reason_only_where_it_really_speaks_of_the_competency():
    job = reading("Requirements\n- Advanced Life Support (ALS) certificate\n- Care for patients")

    assert Competency.COLLABORATION not in job.quotes
    assert Competency.CUSTOMER not in job.quotes


@pytest.mark.no_cover  # counting would slow what is timed
def test_a_huge_document_is_read_in_a_moment():
    huge = ("You must have SQL and lead a team of bakers in Go (R) - " * 8_000)[:400_000]
    start = time.process_time()

    job, cv = reading(huge), read_cv(huge)
    elapsed = time.process_time() - start

    assert "SQL" in job.skills
    assert "SQL" in cv.skills
    assert elapsed < 20


@pytest.mark.no_cover  # counting would slow what is timed
@pytest.mark.parametrize("sign", [" ", "\t", "\n", "- ", "a", "a ", "I ", "SQL ", ".", "? "])
def test_no_monotonous_document_holds_the_reading_up(sign: str):
    huge = (sign * 100_000)[:100_000]
    start = time.process_time()

    reading(huge)
    read_cv(huge)
    elapsed = time.process_time() - start

    assert elapsed < 5


@given(st.text(alphabet="ab\n-*:.?!() MUSTmust,•\t\r\u2028", max_size=400))
def test_any_text_can_be_read(text: str):
    job, cv = reading(text), read_cv(text)

    assert all(need.quote in text for need in job.needs)
    assert all(line in text for line in cv.lines)


def test_a_skill_that_takes_another_shows_it():
    need = next(need for need in reading("You must know SQL.").needs if need.must)

    cv = read_cv("Skills: PostgreSQL, Python")

    assert shown_in(need, cv) == "Skills: PostgreSQL, Python"
    assert gap_between(need, cv) == ""
    assert "SQL" not in cv.skills


def test_each_skill_of_an_endless_line_is_quoted_with_its_own_sentence():
    line = "I built reports in Excel for the sales team. " * 9 + "I wrote services in Kotlin."

    cv = read_cv(line)

    assert cv.skills["Kotlin"] == "I wrote services in Kotlin."


def test_a_sentence_that_only_names_the_job_asks_for_nothing():
    advert = (
        "Northfield is looking for a registered nurse.\nYou must have experience in wound care."
    )
    job = Job(title="Registered nurse", company="Northfield", description=advert)

    assert [need.quote for need in read_job(job).needs] == [
        "You must have experience in wound care."
    ]


@pytest.mark.parametrize(
    ("demand", "shown"),
    [
        ("A current nursing registration", "Registered nurse since 2016"),
        ("A driving licence", "I hold a clean driving license"),
        ("A certificate in welding", ""),
    ],
)
def test_a_paper_is_shown_by_a_line_that_names_it(demand: str, shown: str):
    cv = read_cv(
        "Registered nurse since 2016\nMentored six nursing students\n"
        "I hold a clean driving license\nTwo years of welding"
    )
    advert = f"You must have:\n- {demand}\n"

    (need,) = read_job(Job(title="A job", company="A company", description=advert)).needs

    assert shown_in(need, cv) == shown
    assert gap_between(need, cv) == ("" if shown else demand)
