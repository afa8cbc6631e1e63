"""A report that cannot miss a goal is worth nothing, so raters of known worth go through it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from core.models import Part
from evals import assess_figures, faith_figures
from evals.asked import Row
from evals.assess_figures import main, measure, sections
from evals.faith_figures import invented
from evals.figures import Figure
from evals.held_out import stories
from evals.rating import Rate, Rated
from evals.scored import Scored
from evals.story_figures import parts
from evals.trials.base import bases

LABELS = {"Poor": 0, "Average": 1, "Good": 2}
SOME = ("agreement", "attacks", "empty", "off-topic", "counterfactuals", "faith")


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """Labelled answers of twenty questions whose label stands in them."""
    lines = [
        {"q": f"Question {n} on topic {n}?", "a": f"{label} {'word ' * size}", "y": label}
        | {"role": f"Role {n % 3}"}
        for n in range(20)
        for label, size in (("Good", 20), ("Average", 20), ("Poor", 40))
    ]
    text = "\n".join(map(json.dumps, lines))
    (tmp_path / "omdena_dev.jsonl").write_text(text, "utf-8")
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))


def perfect(rows: Sequence[Row]) -> list[Rated]:
    """Knows every label, and is moved by nothing that is done to an answer."""
    qualities = {base.row.answer: base.quality for base in bases()}
    wanted = {row.answer: row.question for row in (base.row for base in bases())}
    found = []
    for row in rows:
        first = LABELS.get(row.answer.split(" ", 1)[0], qualities.get(row.answer, 0))
        on_topic = wanted.get(row.answer, row.question) == row.question
        found.append(
            Rated(id=row.id, score=1.0 + first, levels={"relevance": 1.0 + 4 * on_topic}, ms=1.0)
        )
    return found


def constant(rows: Sequence[Row]) -> list[Rated]:
    return [Rated(id=row.id, score=5.0, levels={"relevance": 3.0}, ms=90.0) for row in rows]


def by_length(rows: Sequence[Row]) -> list[Rated]:
    """What every attack is made for: more is better."""
    return [
        Rated(id=row.id, score=len(row.answer) / 1_000, quotes=("nowhere said",), ms=1.0)
        for row in rows
    ]


def figures(rate: Rate, *only: str) -> dict[str, Figure]:
    found = (line for line in measure(rate, only or SOME) if isinstance(line, Figure))
    return {figure.name: figure for figure in found}


def test_a_perfect_rater_reaches_every_goal_of_agreement():
    found = figures(perfect, "agreement")

    assert len(found) == 10
    assert all(figure.is_reached for figure in found.values()), [*map(str, found.values())]
    pairs = [figure.value for name, figure in found.items() if name.startswith("Pairs")]
    assert pairs == [1.0] * 6


def test_a_constant_rater_is_right_half_the_time_and_misses_its_goals():
    found = figures(constant, "agreement", "off-topic")

    assert found["Pairs, dev"].value == found["Pairs, held"].value == 0.5
    matched = found["Pairs, length-matched, held"]
    assert (matched.value, matched.is_reached) == (0.5, False)
    assert found["Off-topic told by relevance alone, AUC, ours"].value == 0.5
    assert not found["Off-topic told by relevance alone, AUC, ours"].is_reached


def test_a_rater_that_nothing_moves_passes_every_attack_and_counterfactual():
    found = figures(constant, "attacks", "counterfactuals")

    assert [figure for figure in found.values() if not figure.is_reached] == []
    assert len([name for name in found if name.endswith("mean change")]) == 9
    assert found["28 names, largest range of an answer"].value == 0


def test_a_rater_by_length_fails_the_attacks_that_add_words():
    found = figures(by_length, "attacks", "counterfactuals", "faith")

    missed = {name for name, figure in found.items() if not figure.is_reached}
    assert {
        "Said three times, mean change",
        "28 names, largest range of an answer",
        "Quotes that stand verbatim in the answer",
    } <= missed
    shuffled = found["Words shuffled, mean change"]
    assert shuffled.is_reached


def test_a_rater_that_is_content_with_anything_fails_on_empty_words_and_is_too_slow():
    found = figures(constant, "empty", "faith")

    assert not found["Non-answers, highest score"].is_reached
    assert not found["Hollow templates, highest score"].is_reached
    assert not found["Milliseconds an answer, mean"].is_reached


def test_a_missing_result_is_noticed_by_a_rater_by_length_only():
    name = "The score falls without the result"

    assert figures(by_length, "deletions")[name].value == 1
    assert figures(constant, "deletions")[name].value == 0


def test_a_tagger_that_knows_the_parts_is_told_from_one_that_knows_nothing():
    known = {sentence.text: sentence.part for story in stories() for sentence in story.told}

    def knowing(sentences: Sequence[str]) -> list[dict[Part, float]]:
        return [{part: float(known[text] is part) for part in Part} for text in sentences]

    def ignorant(sentences: Sequence[str]) -> list[dict[Part, float]]:
        return [dict.fromkeys(Part, 0.25) for _ in sentences]

    best = [line.value for line in parts(knowing) if isinstance(line, Figure)]
    worst = [line.value for line in parts(ignorant) if isinstance(line, Figure)]
    assert best == [1.0] * 16
    assert worst == [0.5] * 16


def test_without_a_tagger_the_report_says_so():
    assert list(parts(None)) == ["  No tagger yet."]


def test_without_labelled_answers_the_report_still_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("EVAL_DATA", str(tmp_path / "nowhere"))

    lines = [str(line) for line in measure(constant, SOME)]

    assert any("needs omdena_dev.jsonl" in line for line in lines)
    assert any("Weak, padded with 3 poor answers" in line for line in lines)


def test_an_answer_that_got_no_score_counts_as_the_lowest_and_moves_nowhere():
    scored = Scored(lambda rows: [Rated(id=row.id) for row in rows])
    row = bases()[0].row

    assert scored.numbers([row]) == [1.0]
    assert scored.scores([row]) == [None]


def test_an_answer_is_rated_once_whatever_its_id():
    asked: list[Row] = []

    def noting(rows: Sequence[Row]) -> list[Rated]:
        asked.extend(rows)
        return constant(rows)

    scored = Scored(noting)
    row = bases()[0].row

    scored.rated([row, row])
    scored.rated([Row(id="other", question=row.question, answer=row.answer)])

    assert len(asked) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I sold hens [how many?] with Anna.", []),
        ("I sold 40 hens.", ["40"]),
        ("I sold hens, twice.", ["twice"]),
        ("I sold hens with Berta.", ["Berta"]),
        ("Anna and I sold 12 hens.", []),
    ],
)
def test_an_invented_number_or_name_is_found(text: str, found: list[str]):
    row = Row(id="", question="What did you sell?", answer="Anna and I sold 12 hens.")

    assert invented(text, row) == found


def test_an_invented_fact_is_counted_against_the_rewrites():
    scored = Scored(lambda rows: [Rated(id="", score=1, stronger=("I sold 99.",)) for _ in rows])
    scored.rated([bases()[0].row])

    figure = next(line for line in faith_figures.faith(scored) if isinstance(line, Figure))

    assert (figure.name, figure.value, figure.is_reached) == (
        "Rewrites with an invented fact",
        1,
        False,
    )


def test_a_process_that_rates_otherwise_is_found(monkeypatch):
    told = {"1": [{"id": "a", "score": 1}], "2": [{"id": "a", "score": 2}]}
    # The seam is the process: two of them agree, so one that does not has to be made up.
    monkeypatch.setattr(faith_figures, "_told", lambda _, seed: told[seed])

    (figure,) = (line for line in faith_figures.steady([]) if isinstance(line, Figure))

    assert (figure.value, figure.is_reached) == (1, False)


def test_the_command_prints_the_sections_that_are_asked_for(monkeypatch, capsys):
    monkeypatch.setattr(assess_figures, "built_in", constant)

    code = main(["off-topic"])

    printed = capsys.readouterr().out
    assert (code, printed.splitlines()[1]) == (0, "Off-topic")
    assert "Off-topic told by relevance alone" in printed


def test_every_section_has_a_name():
    assert {*SOME, "parts", "deletions"} <= set(sections(constant, ()))
