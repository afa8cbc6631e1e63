from __future__ import annotations

import time

import pytest

from core.interview.skills import all_skills, credentials, find_skills, skill_names


def names(text: str) -> list[str]:
    return list(skill_names(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python and SQL.", ["Python", "SQL"]),
        ("We use SQL Server daily", ["SQL Server"]),
        ("C++, C# and C", ["C++", "C#", "C"]),
        ("Node.js on k8s", ["Node.js", "Kubernetes"]),
        ("CI/CD with GitHub Actions", ["CI/CD", "GitHub Actions"]),
        ("Services in Go, R and Rust", ["Go", "R", "Rust"]),
        ("ASP.NET and .NET services", [".NET"]),
        ("Microsoft Excel", ["Excel"]),
        ("Reporting in Excel for finance", ["Excel"]),
        ("Wound care and triage", ["Wound care", "Triage"]),
        ("project\nmanagement", ["Project management"]),
    ],
)
def test_skills_are_found_by_their_names_and_aliases(text: str, expected: list[str]):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Go the extra mile",
        "I go home",
        "R&D department",
        "Excel at what you do",
        "Access to benefits",
        "Word of mouth",
        "in other words",
        "Vitamin C deficiency",
        "Interview with C. Smith",
        "a sketch of the plan",
        "react to changes",
        "net profit",
        "Pythonesque humour",
        "a swift reply",
        "mysqlite",
        "project, management",
        "John's R's",
        "O'R",
        "",
    ],
)
def test_everyday_words_are_not_taken_for_skills(text: str):
    assert names(text) == []


def test_a_mention_stands_where_it_says():
    text = "Ten years of Power BI, then k8s."

    mentions = find_skills(text)

    assert [text[m.start : m.end] for m in mentions] == ["Power BI", "k8s"]


def test_the_list_covers_every_family_and_has_no_doubles():
    skills = [skill.name for skill in all_skills()]

    assert len(skills) >= 200
    assert len({name.lower() for name in skills}) == len(skills)
    assert "NMC registration" in credentials()


def test_reading_time_grows_in_step_with_the_text():
    line = "Built SQL pipelines in Go at Node.js shop; project project project management. "
    small, large = line * 500, line * 5_000
    find_skills(small)

    first = _seconds(small)
    second = _seconds(large)

    assert second < 40 * first + 0.2


def _seconds(text: str) -> float:
    start = time.perf_counter()
    find_skills(text)
    return time.perf_counter() - start
