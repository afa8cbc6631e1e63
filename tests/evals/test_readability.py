from __future__ import annotations

from evals.readability import grade


def test_longer_words_ask_for_more_schooling():
    short = grade("Which of the jobs did you do?")
    long = grade("Which responsibilities accumulated organically?")

    assert short < 2
    assert long > 20


def test_a_question_in_two_sentences_reads_more_easily_than_in_one():
    one = grade("Suppose the plan has changed and nobody has told you, what would you do?")
    two = grade("Suppose the plan has changed and nobody has told you. What would you do?")

    assert two < one
