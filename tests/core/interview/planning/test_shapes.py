"""How a demand of the advert is put into a sentence that a person would say."""

from __future__ import annotations

import pytest

from core.interview.planning.shapes import Shape, is_paper, shape_of


@pytest.mark.parametrize(
    ("demand", "shape", "spoken"),
    [
        ("Experience with wound care", Shape.PRACTICE, "experience with wound care"),
        ("Good understanding of Web APIs", Shape.PRACTICE, "a good understanding of Web APIs"),
        ("understanding of contracts", Shape.PRACTICE, "an understanding of contracts"),
        ("A proven track record in sales", Shape.PRACTICE, "a proven track record in sales"),
        ("Track project progress", Shape.DUTY, "track project progress"),
        ("SQL skills", Shape.SAID, "SQL skills"),
        ("IT skills", Shape.PRACTICE, "IT skills"),
        ("A current nursing registration", Shape.PAPER, "a current nursing registration"),
        ("Master's degree in physics", Shape.PAPER, "a Master's degree in physics"),
        ("MSc or equivalent", Shape.PAPER, "an MSc or equivalent"),
        ("University degree", Shape.PAPER, "a university degree"),
        ("9+ years", Shape.PAPER, "9+ years of experience"),
        ("At least 4 years", Shape.PAPER, "at least 4 years of experience"),
        ("The ability to set priorities", Shape.ABILITY, "set priorities"),
        ("Able to drive a van", Shape.ABILITY, "drive a van"),
        ("Agree with analysts what is needed", Shape.DUTY, "agree with analysts what is needed"),
        ("Lead a team of five", Shape.DUTY, "lead a team of five"),
        ("You lead a team of five", Shape.DUTY, "lead a team of five"),
        ("Work experience in a kitchen", Shape.PRACTICE, "work experience in a kitchen"),
        ("Support our customers", Shape.SAID, "Support our customers"),
        ("You hold a degree", Shape.SAID, "You hold a degree"),
        ("Fluent in English", Shape.SAID, "Fluent in English"),
        ("A degree: any", Shape.SAID, "A degree: any"),
        ("", Shape.SAID, ""),
    ],
)
def test_a_demand_is_said_as_a_person_would_say_it(demand: str, shape: Shape, spoken: str):
    assert shape_of(demand, is_name=False) == (shape, spoken)


@pytest.mark.parametrize(
    ("skill", "shape"),
    [
        ("Kafka", Shape.NAME),
        ("object-oriented design", Shape.NAME),
        ("Kafka (or another broker)", Shape.SAID),
        ("writing of all the reports there", Shape.SAID),
    ],
)
def test_only_a_short_name_is_said_as_a_name(skill: str, shape: Shape):
    assert shape_of(skill, is_name=True) == (shape, skill)


@pytest.mark.parametrize("demand", ["A driving licence", "9+ years", "Degree in physics"])
def test_of_papers_there_is_little_to_tell(demand: str):
    assert is_paper(demand)
    assert not is_paper(f"Experience of work that takes {demand}")
