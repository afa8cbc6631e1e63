from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompts.headings import LONGEST_NAME, Heading, Rank, heading_in

TOP = Heading("", Rank.FIRST)
SKILLS = Heading("Skills", Rank.FIRST)
HOBBIES = Heading("Hobbies", Rank.LAST)


@pytest.mark.parametrize(
    ("line", "name", "rank"),
    [
        ("Experience", "Experience", Rank.FIRST),
        ("WORK EXPERIENCE", "WORK EXPERIENCE", Rank.FIRST),
        ("## Skills and tools", "Skills and tools", Rank.FIRST),
        ("**Requirements**", "Requirements", Rank.FIRST),
        ("What you'll do:", "What you'll do", Rank.FIRST),
        ("What you\u2019ll do", "What you\u2019ll do", Rank.FIRST),
        ("About you", "About you", Rank.FIRST),
        ("Skills: Python, SQL and patience with old systems", "Skills", Rank.FIRST),
        ("Berufserfahrung", "Berufserfahrung", Rank.FIRST),
        ("Опыт работы", "Опыт работы", Rank.FIRST),
        ("任职要求\uff1a", "任职要求", Rank.FIRST),
        ("Education", "Education", Rank.MIDDLE),
        ("TRAVEL AND TRAINS", "TRAVEL AND TRAINS", Rank.MIDDLE),
        ("# Odds and ends", "Odds and ends", Rank.MIDDLE),
        ("About us", "About us", Rank.LAST),
        ("Hobbies & Interests", "Hobbies & Interests", Rank.LAST),
        ("Was wir bieten", "Was wir bieten", Rank.LAST),
    ],
)
def test_a_heading_is_known_by_its_words_or_its_form(line, name, rank):
    assert heading_in(line, TOP) == Heading(name, rank)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "---",
        "- Experience with wounds",
        "• SKILLS",
        "Experience matters here.",
        "Experienced nurse",
        "Experience in the care of people after an operation",
        "Languages: Python, SQL",
        "Northfield Hospital, Leeds",
        "PAGE 2 OF 30",
        "MARA@EXAMPLE.COM",
        "BSC",
        "2019 - 2024",
    ],
)
def test_any_other_line_opens_nothing(line):
    assert heading_in(line, SKILLS) is None


@pytest.mark.parametrize(
    ("before", "rank"), [(SKILLS, Rank.FIRST), (HOBBIES, Rank.MIDDLE), (TOP, Rank.MIDDLE)]
)
def test_an_unknown_heading_keeps_an_important_section_going(before, rank):
    assert heading_in("NORTHFIELD HOSPITAL", before) == Heading("NORTHFIELD HOSPITAL", rank)


@given(st.text(max_size=70), st.sampled_from(["", "# ", "SKILLS ", "Hobbies: ", "Experience "]))
def test_the_name_of_a_heading_can_be_shown_anywhere(text, start):
    heading = heading_in(f"{start}{text}", TOP)

    if heading is not None:
        assert 1 <= len(heading.name) <= LONGEST_NAME
        assert re.fullmatch(r"[\w &/+,.'\u2019-]+", heading.name)
        assert "_" not in heading.name
