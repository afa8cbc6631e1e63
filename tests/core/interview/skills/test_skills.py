from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.skills import (
    Kind,
    credentials,
    find_skills,
    implied,
    known_by_name,
    quotes,
    skill_names,
)


def names(text: str, kind: Kind = "text") -> list[str]:
    return list(skill_names(text, kind))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python and SQL.", ["Python", "SQL"]),
        ("We use SQL Server daily", ["SQL Server"]),
        ("C++, C# and C", ["C++", "C#", "C"]),
        ("Node.js on k8s", ["Node.js", "Kubernetes"]),
        ("NodeJS or Node JS", ["Node.js"]),
        ("CI/CD with GitHub Actions", ["CI/CD", "GitHub Actions"]),
        ("CI / CD pipelines", ["CI/CD"]),
        ("Services in Go, R and Rust", ["Go", "R", "Rust"]),
        ("ASP.NET and .NET services", ["ASP.NET", ".NET"]),
        ("Microsoft Excel", ["Excel"]),
        ("Reporting in Excel for finance", ["Excel"]),
        ("Wound care and triage", ["Wound care", "Triage"]),
        ("project\nmanagement", ["Project management"]),
        ("front-end, Front End, frontend", ["Front-end development"]),
        ("data modeling and Data Modelling", ["Data modelling"]),
        ("health & safety", ["Health and safety"]),
        ("relational databases", ["Databases"]),
        ("Master\u2019s degree", ["Master's degree"]),
        ("C/C++", ["C", "C++"]),
        ("JavaScript (ES6+)", ["JavaScript"]),
    ],
)
def test_skills_are_found_by_their_names_aliases_and_variants(text: str, expected: list[str]):
    assert names(text, "cv" if "relational" in text or "C/C" in text else "text") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Go the extra mile",
        "I go home",
        "Go to market",
        "R&D department",
        "Excel at what you do",
        "You excel at what you do",
        "Access to benefits",
        "You will have access to our systems",
        "Word of mouth",
        "in other words",
        "Vitamin C deficiency",
        "Interview with C. Smith",
        "C-level meetings",
        "a sketch of the plan",
        "react to changes",
        "React quickly to changes",
        "net profit",
        "grew by 4 percent. Net profit rose",
        "Pythonesque humour",
        "a swift reply",
        "a spark of joy",
        "the rest of the team",
        "Teams work well here",
        "our teams",
        "please send us a mail",
        "mysqlite",
        "project, management",
        "John's R's",
        "O'R",
        "www.github.com/someone",
        "me@python.org",
        "the closing date",
        "the senior leadership team",
        "",
    ],
)
def test_everyday_words_are_not_taken_for_skills(text: str):
    assert names(text) == []
    assert names(text, "job") == []


@pytest.mark.parametrize("text", ["excel, word, powerpoint", "Python, excel and word"])
def test_an_everyday_word_in_small_letters_counts_in_a_list_beside_a_skill(text: str):
    assert {"Excel", "Word"} <= set(names(text))


def test_an_everyday_word_in_small_letters_counts_between_two_skills():
    assert names("reactjs django go docker") == ["React", "Django", "Go", "Docker"]
    assert names("django go") == ["Django"]


def test_a_letter_is_a_language_only_where_something_says_so():
    assert names("Python, R, SQL") == ["Python", "R", "SQL"]
    assert names("written in C") == ["C"]
    assert names("Grade C in room R today") == []


def test_a_wide_term_counts_only_where_the_text_speaks_of_skills():
    assert names("Experience with databases") == ["Databases"]
    assert names("The databases stood in the cellar") == []
    assert names("Fluent in German") == ["German"]
    assert names("The German lawyers called") == []


def test_ways_of_working_count_in_a_cv_and_not_in_an_answer():
    assert names("Excellent teamwork", "cv") == ["Teamwork"]
    assert names("It was excellent teamwork") == []


def test_a_mention_stands_where_it_says():
    text = "Ten years of Power BI, then k8s."

    mentions = find_skills(text)

    assert [text[m.start : m.end] for m in mentions] == ["Power BI", "k8s"]


def test_a_skill_implies_its_parents_and_theirs():
    assert {"SQL"} <= implied("SQL Server")
    assert {"Kubernetes", "Containers"} <= implied("OpenShift")
    assert implied("JavaScript") == frozenset()
    assert implied("no such skill") == frozenset()


def test_credentials_are_what_one_has_and_does_not_use():
    assert {"NMC registration", "Driving licence", "ACCA", "PhD"} <= credentials()
    assert "Python" not in credentials()


def test_a_tool_is_known_by_its_name_and_a_field_of_work_is_not():
    assert {"Python", "Jira", "NMC registration", "SAP"} <= known_by_name()
    assert known_by_name().isdisjoint({"Teamwork", "Surgery", "Project management", "Security"})


def test_a_quote_is_the_sentence_or_line_around_a_mention():
    text = "I sing. I wrote it in Kotlin for a bank.\n- SQL Server\n"

    assert quotes(text, find_skills(text)) == ["I wrote it in Kotlin for a bank.", "SQL Server"]


def test_a_quote_from_an_endless_line_stays_short_and_whole():
    text = "word " * 300 + "Kotlin" + " word" * 300

    (quote,) = quotes(text, find_skills(text))

    assert quote in text
    assert "Kotlin" in quote
    assert len(quote) <= 310
    assert set(quote.split()) == {"word", "Kotlin"}


MARKS = st.sampled_from([" ", ", ", "\n", ".", ":", "-", "/", "'s", " and ", "\ud800", "\u0130"])
NAMES = st.sampled_from(
    ["Python", "SQL Server", "go", "Go", "R", "C", "excel", "Teams", "database"]
)
AROUND = st.sampled_from(["Benefits", "we offer", "e.g. ", "Skills"])
PIECES = st.one_of(MARKS, NAMES, AROUND)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.sampled_from(["text", "cv", "job"]))
def test_mentions_stand_in_order_apart_and_within_their_quotes(text: str, kind: Kind):
    mentions = find_skills(text, kind)

    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= m.start < m.end for end, m in zip(ends, mentions, strict=False))
    for mention, quote in zip(mentions, quotes(text, mentions), strict=True):
        assert quote in text
        assert text[mention.start : mention.end] in quote


@pytest.mark.no_cover  # counting would slow what is timed
@pytest.mark.parametrize("kind", ["text", "cv", "job"])
@pytest.mark.parametrize(
    "line",
    [
        "Built SQL pipelines in Go at Node.js shop; project project project management. ",
        "our salary, ",
        "go ",
        "Skills:\n",
    ],
)
def test_reading_time_grows_in_step_with_the_text(line: str, kind: Kind):
    small, large = line * 500, line * 5_000
    find_skills(small, kind)

    bound = 40 * min(_seconds(small, kind) for _ in range(3)) + 0.3

    assert any(_seconds(large, kind) < bound for _ in range(3)), "three times too slow"


def _seconds(text: str, kind: Kind) -> float:
    """The processor's time, of which other work on the machine takes some now and then."""
    start = time.process_time()
    find_skills(text, kind)
    return time.process_time() - start
