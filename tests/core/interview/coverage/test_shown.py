from __future__ import annotations

import pytest

from core.interview.coverage.requirement import Requirement
from core.interview.coverage.requirements import requirements_in
from core.interview.coverage.shown import strength, told
from core.interview.coverage.written import WrittenCv
from core.interview.reading import read_job
from core.models import Job


def requirement(line: str, title: str = "Assistant") -> Requirement:
    advert = f"Requirements:\n- {line}\n- Lives near Dover"
    first, *_ = requirements_in(read_job(Job(title=title, company="Acme", description=advert)))
    return first


def shows(line: str, sentence: str, *, asked: bool = False) -> bool:
    return strength(told(sentence, 1, sentence), requirement(line), asked=asked) > 0


YEARS = "At least four years in business-to-business sales"
SUM = "Experience in negotiating contracts of more than 100,000 pounds"
NURSE = "A current nursing registration"
PATIENTS = "Clear communication with patients and relatives"
LED = "Led people or projects, with or without the title"
SATURDAY = "Able to work every second Saturday"
COUNTS = "Experience of running stock counts"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (YEARS, "I have been in business-to-business sales for nine years."),
        (YEARS, "I worked in B2B sales for 5 years, mostly in the north."),
        (SUM, "I negotiated three contracts last year, the largest worth 240,000 pounds."),
        (SUM, "I led the talks on that contract, and they signed for £1.2 million."),
        (NURSE, "My nursing registration is valid until 2027."),
        (NURSE, "I have held my registration as a nurse since 2016."),
        (PATIENTS, "I wrote a page for her daughter with what to watch for at night."),
        (PATIENTS, "I told each patient what would happen next and how long it would take."),
        (LED, "In 2019 I mentored two apprentices and led the night crew."),
        (LED, "In 2021 I led the move of the whole archive to the new building."),
        (SATURDAY, "Every second Saturday is fine, I have told my club."),
        (SATURDAY, "I am available on Saturdays."),
        (COUNTS, "I ran the stock counts twice a year."),
        ("Experience with Airflow", "I moved 40 nightly jobs from cron to Airflow."),
        ("Strong SQL", "I wrote the imports in PostgreSQL."),
        ("A course in food hygiene", "I have done a course in food hygiene."),
        ("Certification in welding", "I have a certification in welding from 2019."),
        ("Manage the linen cupboards", "I sorted and managed the linen cupboards of two wards."),
        ("Knowledge of SQL standards", "I wrote our standards for SQL."),
        ("Experience with a cloud platform, preferably AWS", "I ran our nightly jobs on AWS."),
    ],
)
def test_a_sentence_that_tells_the_thing_itself_shows_it(line: str, sentence: str):
    assert shows(line, sentence)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (YEARS, "I won forty-one new customers in three years there."),
        (YEARS, "I have been in business-to-business sales for two years."),
        (YEARS, "I was a gardener for nine years."),
        (SUM, "I negotiated a contract of 20,000 pounds."),
        (SUM, "I negotiated many large contracts."),
        (SUM, "I paid 300,000 pounds for my house."),
        (NURSE, "I mentored six nursing students."),
        (NURSE, "I qualified in 2016."),
        (PATIENTS, "I rang the software people each morning at nine."),
        (PATIENTS, "I told my manager that it was late."),
        (PATIENTS, "I was patient and wrote it down for the office."),
        (LED, "I would like to lead people one day."),
        (LED, "My boss led the team of nine."),
        (LED, "I stood in for our team lead for seven months, with four people."),
        (LED, "I wrote the plan while my new boss led the team of nine."),
        (LED, "I worked in a team led by my brother, and I liked it."),
        ("Mentor new colleagues", "I asked a colleague who mentored them what she does."),
        ("Mentor new colleagues", "I was mentored by two colleagues when I began there."),
        (LED, "It led to a delay of two weeks."),
        (SATURDAY, "I go swimming every Saturday."),
        (SATURDAY, "I cannot work on Saturdays, which is no problem for you I hope."),
        (SATURDAY, "I am reliable and always on time."),
        (COUNTS, "I have never run a stock count."),
        (COUNTS, "Somebody else ran the stock counts."),
        ("Experience with Airflow", "I have read about Airflow."),
        ("Experience with Airflow", "I felt the airflow from the window in 2019."),
        ("A course in food hygiene", "Of course I have kept the food hygiene rules for 9 years."),
        ("Guide students", "So I trained at Ridge College with forty students."),
        ("Strong SQL", "I am good at SQL and I know 12 dialects."),
        ("Clear and honest communication", "I asked the buyer what an hour of standstill costs."),
        ("Certification in welding", "I have welded pipes for 9 years."),
        ("Certification in data engineering", "I have been in data engineering for 9 years."),
        ("Manage the linen cupboards", "I led a team and managed the linen deliveries."),
        ("Experience with Kafka", "I might have used Kafka in a course."),
        ("Experience with Kafka", "I think I used Kafka in 2019."),
        ("Knowledge of SQL standards", "I wrote the imports in SQL."),
        ("Experience with Kafka", "I played around with Kafka in 2021."),
        ("Experience with Kafka", "I moved it to Kafka, is that what you mean?"),
        ("Make informed decisions", "I stayed informed about the news and wrote it down."),
        ("Mentor new colleagues", "I sat in on the training of two new colleagues."),
        ("Coach account managers on their calls", "I stood in for the manager for 7 months."),
    ],
)
def test_a_sentence_about_something_near_it_does_not_show_it(line: str, sentence: str):
    assert not shows(line, sentence)


def test_a_trait_without_anybody_to_see_it_counts_where_it_was_asked_for():
    line, sentence = "Clear and honest communication", "I wrote half a page to all 34 customers."

    assert shows(line, sentence, asked=True)
    assert not shows(line, sentence)


@pytest.mark.parametrize(
    ("line", "sentence", "is_shown"),
    [
        ("Reliable in all that you do", "I am always on time, 7 days a week.", False),
        ("Reliable in all that you do", "I'm calm and on time every day.", False),
        ("Reliable in all that you do", "I brought every order on time for two years.", True),
        ("Friendly and patient", "I take things calmly as they come.", False),
        ("Friendly and patient", "I let her finish and fetched the box.", True),
        ("Careful with money", "I count the till twice before I lock it.", True),
    ],
)
def test_what_somebody_says_they_are_like_shows_no_trait(
    line: str, sentence: str, *, is_shown: bool
):
    assert shows(line, sentence, asked=True) == is_shown


def test_a_deed_with_a_figure_tells_more_than_a_few_words():
    one = requirement(COUNTS)
    short = told("I ran stock counts.", 1)
    long = told("I ran the stock counts of both shops twice a year, 3,000 lines each.", 1)

    assert strength(long, one, asked=False) > strength(short, one, asked=False) > 0


CV = """Robin Lake
2019 to 2025: Account manager, Millbrook Labels, Leeds
- Won back a customer of 300,000 pounds a year
- Stood in for the team lead for seven months
2017 to 2019: Gardener, City Park
- Mentored six nursing students
- Ran the stock counts twice a year
Skills
SQL, Airflow, Excel, Jira
- Moved 40 nightly jobs from cron to Airflow
"""


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (YEARS, "2019 to 2025: Account manager, Millbrook Labels, Leeds"),
        ("At least seven years in business-to-business sales", ""),
        ("Two years of experience as a gardener", "2017 to 2019: Gardener, City Park"),
        ("Three years of experience as a gardener", ""),
        (SUM, ""),
        (
            "Experience with customers of more than 100,000 pounds",
            "Won back a customer of 300,000 pounds a year",
        ),
        (NURSE, ""),
        (PATIENTS, ""),
        (LED, "Stood in for the team lead for seven months"),
        (SATURDAY, ""),
        (COUNTS, "Ran the stock counts twice a year"),
        ("Experience with Airflow", "Moved 40 nightly jobs from cron to Airflow"),
        ("Experience with Jira", "SQL, Airflow, Excel, Jira"),
        ("Experience with Kafka", ""),
        ("A course in food hygiene", ""),
    ],
)
def test_a_line_of_the_cv_shows_what_it_names_and_nothing_near_it(line: str, quote: str):
    assert WrittenCv(CV, "sales").line_for(requirement(line)) == quote


@pytest.mark.parametrize(
    ("cv", "quote"),
    [
        ("Registered nurse", "Registered nurse"),
        ("NMC registration as a nurse, 2019", "NMC registration as a nurse, 2019"),
        ("Registered childminder", ""),
        ("Nurse at City Hospital", ""),
        ("", ""),
    ],
)
def test_a_registration_is_shown_by_a_line_that_names_one(cv: str, quote: str):
    assert WrittenCv(cv, "health").line_for(requirement(NURSE, "Nurse")) == quote


def test_jobs_are_added_up_once_where_they_overlap():
    cv = "2015 to 2018: Sales manager, Acme\n2017 to 2020: Account manager, Bright Ltd\n"

    assert WrittenCv(cv, "sales").years_for(requirement(YEARS)) == 5


@pytest.mark.parametrize(
    ("sentence", "is_shown"),
    [
        ("They asked me for my opinion, and I gave it.", False),
        ("The owner rang me at six, and I went there.", False),
        ("They told us in May that I moved to the store.", False),
        ("I asked the owner what he needed, and he told me.", True),
        ("I wrote to all of them and they thanked me.", True),
    ],
)
def test_what_others_said_to_somebody_shows_nothing_of_how_they_speak(
    sentence: str, *, is_shown: bool
):
    assert shows("Clear and honest communication", sentence, asked=True) is is_shown
