from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.cv_advice import suggestions
from core.models import Document, InterviewSession, Suggestion
from tests.core.interview.interviews import drive, interview, single

KAFKA = "When I was at Hexa I moved the nightly load to Kafka because the batches came too late."


def advice(session: InterviewSession) -> list[Suggestion]:
    return list(suggestions(session))


def texts(session: InterviewSession) -> list[str]:
    return [suggestion.text for suggestion in advice(session)]


def test_a_demand_that_the_cv_does_not_show_is_named_with_the_advert():
    first = advice(interview("data"))[0]

    assert first.text == (
        "Not found in your CV: “Kafka”. Add it only if it is true, and say where you did it."
    )
    assert first.job_quote == "Experience with Airflow and Kafka is required."


def test_a_demand_that_the_cv_shows_comes_with_both_quotes():
    found = [s for s in advice(interview("nurse")) if s.cv_quote and s.job_quote]

    assert [(s.cv_quote, s.job_quote) for s in found] == [
        ("NMC registered since 2019", "Registered with the NMC")
    ]


def test_what_was_said_but_not_written_is_suggested():
    session = drive(interview("data"), lambda _decision, _session: KAFKA)

    said = [text for text in texts(session) if "You spoke of Kafka" in text]

    expected = (
        f"You spoke of Kafka in the interview (“{KAFKA[:-1]}”), but it was not found in your CV. "
        "Add it if you have used it."
    )
    assert said == [expected]


def test_what_somebody_says_they_never_used_is_not_suggested():
    session = single("technical", "I have never used Kafka. I don't know Terraform either.")

    assert not [text for text in texts(session) if "You spoke of" in text]


def test_a_weak_beginning_of_a_line_is_quoted():
    weak = [s for s in advice(interview("nurse")) if "does not say what you did" in s.text]

    assert weak[0].text.startswith("“Responsible for”")
    assert weak[0].cv_quote == "Responsible for the care of 8 patients on a respiratory ward"


def test_a_line_without_a_figure_is_quoted():
    bare = [s for s in advice(interview("nurse")) if "how much" in s.text]

    assert bare[0].cv_quote == "Organised the discharge round with the doctors"


def test_there_are_at_most_six_suggestions():
    cv = Document(text="Worked on many things here\nOrganised the whole yearly fair\nSQL")
    session = drive(replace(interview("data"), cv=cv), lambda _decision, _session: KAFKA)

    assert 4 <= len(advice(session)) <= 6


def test_without_a_cv_there_is_no_advice_on_it():
    assert advice(replace(interview(), cv=None)) == []
    assert advice(replace(interview(), cv=Document(text=" \n"))) == []


def test_what_was_said_is_not_listed_as_not_found_as_well():
    session = drive(interview("data"), lambda _decision, _session: KAFKA)

    assert not [text for text in texts(session) if text.startswith("Not found") and "Kafka" in text]


def test_a_skill_that_the_advert_does_not_ask_for_is_not_suggested():
    session = drive(interview("nurse"), lambda _decision, _session: KAFKA)

    assert not [text for text in texts(session) if "You spoke of" in text]


def test_no_quotation_ends_with_a_stop_of_its_own_before_the_sentence_does():
    job = replace(interview().job, description="Essential:\n- Two years in a bakery there.")

    first = texts(replace(interview(), job=job))[0]

    assert first.startswith("Not found in your CV: “Two years in a bakery there”. Add")


@pytest.mark.parametrize(
    "line",
    [
        "Graduated from Leeds with honours in history",
        "- Awarded a degree in nursing with distinction in May",
        "Organised work, contact me at alex@example.com any day",
        "- Organised the discharge round together with the doctors and the\n  clerk",
        "- Organised the discharge round with the doctors and\n  the ward clerk",
        "- Wrote the handbook that cut the waiting times on the ward",
        "Experienced ward and theatre nurse",
        "Education and training and more of it",
    ],
)
def test_a_line_that_is_no_whole_line_about_work_is_left_alone(line: str):
    cv = Document(text=f"Alex Example\n{line}")

    assert not [t for t in texts(replace(interview(), cv=cv)) if "how much" in t]


def test_a_line_that_tells_its_effect_has_no_weak_beginning():
    cv = Document(text="- Worked with the service desk on a notice that reduced the calls")

    assert not [t for t in texts(replace(interview(), cv=cv)) if "does not say" in t]
