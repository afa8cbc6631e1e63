import re

from core.models import Format, InterviewSession
from core.samples import sample_cv, sample_job
from tests.core.reports.interviews import START


def test_the_samples_are_enough_to_start_an_interview():
    session = InterviewSession(
        id="s1",
        owner_id="o1",
        job=sample_job(),
        created_at=START,
        format=Format(),
        cv=sample_cv(),
    )

    assert session.is_ready_for_interview


def test_the_samples_are_about_as_long_as_real_ones():
    assert 350 <= len(sample_cv().text.split()) <= 450
    assert 250 <= len(sample_job().description.split()) <= 350


def test_the_candidate_sees_that_the_samples_are_made_up():
    assert "fictional" in sample_cv().text.splitlines()[0]
    assert "fictional" in sample_job().description.splitlines()[0]


def test_every_address_belongs_to_nobody():
    text = sample_cv().text + sample_job().description

    addresses = re.findall(r"[\w.@-]+\.(?:com|org|net|uk|io)\b", text)

    assert addresses
    assert all(re.split("[@.]", address)[-2:] == ["example", "com"] for address in addresses)


def test_one_thing_that_the_job_demands_is_missing_from_the_cv():
    assert "Kubernetes" in sample_job().description
    assert "Kubernetes" not in sample_cv().text
