from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.prompts.fences import cleaned
from core.prompts.pieces import MARK
from core.prompts.sections import cut, sections_in
from core.prompts.tokens import tokens_in

LEAST = tokens_in(MARK)
CV = """Mina Example
Nurse

Experience
- Led a ward of 12 beds at Northfield Hospital.
- Cut the waiting time by a third within a year.
- Wrote the handbook for the night shift.

Skills
Wound care, rota planning, electronic records

Education
Diploma in nursing, Leeds

Hobbies
Rowing on the river, early in the morning
Bread, slowly
"""
HEADINGS = st.sampled_from(
    ["Experience", "SKILLS", "Education", "Hobbies", "# Odds and ends", "What we offer", "Profile:"]
)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60)
DOCUMENTS = st.lists(
    HEADINGS | LINES | st.sampled_from(["- Led a ward of 12 beds.", "Page of Mina Example", ""]),
    max_size=40,
).map(lambda lines: cleaned("\n".join(lines)))


def is_in_order(lines, document):
    """Whether the lines stand in the document, one after the other."""
    rest = iter(document)
    return all(line in rest for line in lines)


def left_of(text):
    return [line for line in text.split("\n") if line not in {MARK, ""}]


@given(DOCUMENTS, st.integers(0, 400))
def test_a_document_never_exceeds_its_room(text, room):
    assert tokens_in(cut(text, room, "your CV").text) <= max(room, LEAST)


@given(DOCUMENTS, st.integers(0, 400))
def test_every_line_that_is_kept_is_a_line_of_the_document_in_its_order(text, room):
    kept = left_of(cut(text, room, "your CV").text)

    assert is_in_order(kept, text.split("\n"))


@given(DOCUMENTS, st.integers(0, 400))
def test_nothing_is_lost_without_a_word_about_it(text, room):
    short = cut(text, room, "your CV")

    lost = len(left_of(text)) - len(left_of(short.text))
    assert bool(lost) == bool(short.left_out)
    assert (MARK in short.text.split("\n")) >= (lost and "lines that repeat" not in str(short))


@given(DOCUMENTS, st.integers(0, 400))
def test_each_section_that_lost_a_line_is_named_or_counted(text, room):
    short = cut(text, room, "your CV")

    words = " ".join(short.left_out)
    is_said_of_the_whole = "all of your CV" in words or "the end of your CV" in words
    if is_said_of_the_whole or "lines that repeat" in words or " more of" in words:
        return
    for section in sections_in(text):
        kept = "".join(section.pieces).strip() in short.text
        assert kept or (section.heading.name or "of your CV") in words


@given(DOCUMENTS, st.integers(0, 400))
def test_the_same_document_is_always_cut_the_same(text, room):
    assert cut(text, room, "your CV") == cut(text, room, "your CV")


def test_a_document_that_fits_is_left_alone():
    repeated = "Mina Example, page header\n" * 5

    assert cut(repeated, 1_000, "your CV").text == repeated
    assert cut(repeated, 1_000, "your CV").left_out == ()


def test_hobbies_go_first():
    short = cut(CV, tokens_in(CV) - 1, "your CV")

    assert short.text.endswith(f"Diploma in nursing, Leeds\n{MARK}")
    assert short.left_out == ("the section “Hobbies” of your CV",)


def test_skills_and_experience_stay_longest():
    short = cut(CV, 90, "your CV")

    assert "Led a ward" in short.text
    assert "Wound care" in short.text
    assert "Education" not in short.text
    assert short.left_out[-1] == "the sections “Education” and “Hobbies” of your CV"


def test_a_section_that_is_too_long_loses_its_end():
    text = "Experience\n" + "- Led a ward of 12 beds at Northfield.\n- Trained nurses.\n" * 2

    short = cut(text, tokens_in(text) - 5, "your CV")

    assert short.text.startswith("Experience\n- Led a ward of 12 beds at Northfield.\n")
    assert short.text.endswith(f"\n{MARK}")
    assert short.left_out == ("the end of your CV",)


def test_a_heading_without_anything_below_it_is_not_kept():
    short = cut(f"Mina\nExperience\n{'- Led a ward. ' * 25}\n", 25, "your CV")

    assert "Experience" not in short.text


def test_a_section_in_one_line_is_kept_as_it_is():
    text = "Skills: rota planning\nHobbies: rowing, and reading about rowing in winter"

    assert cut(text, 15, "your CV").text == f"Skills: rota planning\n{MARK}"


def test_where_nothing_fits_a_mark_says_that_there_was_something():
    short = cut(CV, 0, "your CV")

    assert short.text == MARK
    assert short.left_out == ("all of your CV",)


def test_lines_at_the_top_of_every_page_are_the_first_to_go():
    page = "Northfield NHS Trust - job pack\n"
    text = "".join(f"{page}- Duty number {number} of a nurse.\n" for number in range(8))

    short = cut(text, tokens_in(text) - 10, "the job description")

    assert short.text.count(page) == 1
    assert short.text.count("Duty number") == 8
    assert short.left_out == ("lines that repeat in the job description",)


def test_a_heading_may_repeat():
    text = "Responsibilities\n- Led a ward.\n" * 3 + "Northfield NHS Trust - a CV\n" * 3

    assert cut(text, tokens_in(text) - 2, "your CV").text.count("Responsibilities") == 3


@pytest.mark.parametrize("room", [50, 900, 6_000])
def test_a_book_in_one_line_gives_its_first_sentences(room):
    text = " ".join(f"This is sentence {number} of a very long advert." for number in range(5_000))

    short = cut(text, room, "the job description")

    sentences, _, _ = short.text.partition(f"\n{MARK}")
    assert text.startswith(f"{sentences} ")
    assert sentences.endswith("advert.")
    assert tokens_in(short.text) >= 0.5 * room
    assert short.left_out == ("the end of the job description",)


def test_an_advert_of_thirty_pages_keeps_its_demands_and_uses_its_room():
    boilerplate = "We are a company with values that we talk about at length.\n" * 1_200
    text = f"Nurse\nAbout us\n{boilerplate}Requirements\n- Wound care\nBenefits\n{boilerplate}"
    text = "\n".join(f"{line} {number}" for number, line in enumerate(text.split("\n")))
    text = text.replace("About us 1\n", "About us\n")

    short = cut(text, 6_000, "the job description")

    assert "- Wound care" in short.text
    assert 5_500 <= tokens_in(short.text) <= 6_000


def test_many_headings_do_not_starve_each_other():
    words = [f"{one}{two}" for one in "ABCDEFGHIJ" for two in "KLMNOPQRST"]
    text = "".join(f"WARD {word}\nA line on what was done in {word}.\n" for word in words)

    short = cut(text, 300, "your CV")

    assert tokens_in(short.text) >= 200
    assert "more of your CV" in short.left_out[-1]


def test_words_of_the_document_are_shown_as_a_plain_name_only():
    lines = [f"- Led ward {number}.\n" for number in range(30)]
    text = f"Mina\nEXPERIENCE <b>`$x$`</b>\n{''.join(lines)}"

    short = cut(text, 40, "your CV")

    assert short.left_out == ("the end of the section “EXPERIENCE b x /b” of your CV",)
