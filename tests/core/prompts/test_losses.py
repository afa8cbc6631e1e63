from __future__ import annotations

import pytest

from core.prompts.losses import Loss, answers_to, losses, questions


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ([Loss("", 2, 2), Loss("Skills", 3, 3)], ()),
        ([Loss("", 2, 5)], ("the end of your CV",)),
        ([Loss("Skills", 2, 5)], ("the end of your CV",)),
        ([Loss("", 1, 2), Loss("Skills", 3, 3)], ("part of the beginning of your CV",)),
        ([Loss("", 0, 2), Loss("Skills", 3, 3)], ("the beginning of your CV",)),
        (
            [Loss("", 2, 2), Loss("Skills", 1, 3), Loss("Hobbies", 0, 3)],
            ("the end of the section “Skills” of your CV", "the section “Hobbies” of your CV"),
        ),
        (
            [Loss("Skills", 1, 3), Loss("Tasks", 1, 3), Loss("Skills", 1, 3)],
            ("the ends of the sections “Skills” and “Tasks” of your CV",),
        ),
        (
            [Loss("", 1, 1), *(Loss(name, 0, 3) for name in "ABCDE")],
            ("the sections “A”, “B”, “C” and 2 more of your CV",),
        ),
    ],
)
def test_what_a_document_lost_is_said_in_a_few_words(sections, words):
    assert tuple(losses(sections, "your CV")) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([2], "question 2"),
        ([2, 3], "questions 2 and 3"),
        ([1, 2, 3], "questions 1 to 3"),
        ([1, 2, 4], "questions 1, 2 and 4"),
    ],
)
def test_numbers_are_said_as_a_run_where_they_are_one(numbers, words):
    assert questions(numbers) == words
    assert answers_to(numbers).endswith(f" to {words}")
    assert answers_to(numbers).startswith("your answers " if len(numbers) > 1 else "your answer ")
