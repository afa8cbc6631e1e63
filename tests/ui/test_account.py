from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.screen import shown

SCRIPT = """
from core.models import AccountSummary, FailedCalls, ModelUse
from ui import account

account.draw(AccountSummary({}))
"""
GEMINI = (
    "label='OpenRouter', model='google/gemini-3.5-flash-lite', questions=7, feedbacks=1, calls=9, "
    "prompt_tokens=12345, completion_tokens=1890"
)
BUILT_IN = "ModelUse(label='Built-in interviewer', model='', questions=1)"


def run(summary: str) -> AppTest:
    page = AppTest.from_string(SCRIPT.format(summary), default_timeout=15).run()
    assert not page.exception
    return page


def sentences(summary: str) -> list[str]:
    return [element.value.replace("\\", "") for element in run(summary).markdown]


def test_nothing_is_drawn_before_anybody_was_asked():
    assert not run("").expander


def test_the_expander_says_what_it_holds():
    assert run(f"models=({BUILT_IN},)").expander[0].label == "What this interview used"


def test_who_led_with_how_many_calls_tokens_and_dollars():
    told = sentences(f"models=(ModelUse({GEMINI}, cost_usd=0.0063), {BUILT_IN})")

    assert told[:2] == [
        (
            "OpenRouter · google/gemini-3.5-flash-lite asked 7 of 8 questions and wrote the "
            "feedback. 9 calls, about 14,200 tokens, about $0.0063."
        ),
        "The built-in interviewer asked 1 of 8 questions. It needs no model.",
    ]


def test_an_interview_without_a_model_is_said_to_cost_nothing():
    all_built_in = "ModelUse(label='Built-in interviewer', model='', questions=8, feedbacks=1)"

    assert sentences(f"models=({all_built_in},)") == [
        (
            "The built-in interviewer asked 8 of 8 questions and the built-in assessor wrote the "
            "feedback. They need no model."
        ),
        "No language model was called, so there is nothing to pay.",
    ]


@pytest.mark.parametrize(
    ("explanations", "told"),
    [
        (1, "asked 8 of 8 questions and put a question in other words."),
        (2, "asked 8 of 8 questions and put a question in other words 2 times."),
    ],
)
def test_explanations_are_told_beside_the_questions(explanations, told):
    use = f"ModelUse(label='B', model='', questions=8, explanations={explanations})"

    assert sentences(f"models=({use},)")[0] == f"The built-in interviewer {told} It needs no model."


def test_feedback_that_was_written_again_is_counted():
    assert "wrote the feedback 2 times" in "".join(
        sentences("models=(ModelUse(label='G', model='m', feedbacks=2, calls=2),)")
    )


def test_failures_and_what_they_took_are_told():
    failed = "FailedCalls(label='Gemini', reason='too busy at that moment', count=2)"
    broken = "ModelUse(label='Gemini', model='m', calls=2, prompt_tokens=400, cost_usd=None)"

    told = sentences(
        f"models=(ModelUse({GEMINI}, cost_usd=0.0063), {broken}), failures=({failed},)"
    )

    assert "2 calls to Gemini failed: too busy at that moment." in told
    assert (
        "Gemini · m brought nothing that was kept. 2 calls, about 400 tokens, cost not known."
    ) in told
    assert "3 of 11 calls brought nothing that was kept." in told


def test_a_model_that_only_refused_has_no_sentence_of_its_own():
    refused = "ModelUse(label='Gemini', model='m', calls=1)"
    failed = "FailedCalls(label='Gemini', reason='the key was not accepted', count=1)"

    told = sentences(f"models=({refused}, {BUILT_IN}), failures=({failed},)")

    assert not any("brought nothing that was kept. " in line for line in told)
    assert "1 call to Gemini failed: the key was not accepted." in told


def test_calls_that_were_all_needed_are_said_to_be():
    told = sentences("models=(ModelUse(label='G', model='m', questions=2, calls=2),)")

    assert "No call was made in vain." in told


@pytest.mark.parametrize(
    ("cost", "told"),
    [
        ("None", "cost not known"),
        ("0.0", "no cost"),
        ("0.00009", "less than $0.0001"),
        ("0.00042", "about $0.00042"),
        ("0.0063", "about $0.0063"),
        ("0.0549", "about $0.055"),
        ("0.1", "about $0.10"),
        ("12.345", "about $12.35"),
    ],
)
def test_dollars_are_told_as_people_say_them(cost, told):
    use = f"ModelUse(label='G', model='m', questions=1, calls=1, prompt_tokens=9, cost_usd={cost})"

    assert sentences(f"models=({use},)")[0].endswith(f"{told}.")


@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        (0, "tokens not counted"),
        (1, "about 1 token"),
        (999, "about 999 tokens"),
        (1_234, "about 1,230 tokens"),
        (14_250, "about 14,200 tokens"),
        (1_234_567, "about 1,230,000 tokens"),
    ],
)
def test_tokens_are_told_in_round_numbers(tokens, told):
    use = f"ModelUse(label='G', model='m', questions=1, calls=1, completion_tokens={tokens})"

    assert f"1 call, {told}, " in sentences(f"models=({use},)")[0]


def test_the_totals_stand_in_two_narrow_columns():
    other = "ModelUse(label='G', model='m', calls=1, prompt_tokens=55, cost_usd=0.001)"

    table = sentences(f"models=(ModelUse({GEMINI}, cost_usd=0.0063), {other})")[-1]

    assert table.splitlines() == [
        "| In all | |",
        "| --- | --- |",
        "| Calls to language models | 10 |",
        "| Sent to them | about 12,400 tokens |",
        "| Received from them | about 1,890 tokens |",
        "| Cost | about $0.0073 |",
    ]


@pytest.mark.parametrize(
    ("known", "told"), [("0.001", "more than $0.001"), ("0.0", "not known"), ("None", "not known")]
)
def test_a_total_with_an_unknown_part_does_not_pretend(known, told):
    one = f"ModelUse(label='G', model='m', questions=1, calls=1, cost_usd={known})"
    two = "ModelUse(label='G', model='n', questions=1, calls=1, cost_usd=None)"

    assert f"| Cost | {told} |" in sentences(f"models=({one}, {two})")[-1]


def test_what_the_figures_rest_on_is_said():
    counted, estimated = (
        run(f"models=(ModelUse({GEMINI}, is_estimate={flag}),), prices_of='November 2026'")
        for flag in (False, True)
    )

    assert "list prices of November 2026" in counted.caption[0].value
    assert "counted by this app" not in counted.caption[0].value
    assert "counted by this app" in estimated.caption[0].value


def test_the_name_of_a_model_is_shown_as_its_characters():
    evil = "ModelUse(label='Open|Router', model='![x](http://evil/x.png) $y$ :bomb:', questions=1)"

    text = shown(run(f"models=({evil},)"))

    assert "![x](" not in text
    assert r"\$y\$" in text
    assert ":bomb:" not in text
    assert "Open\\|Router" in text
