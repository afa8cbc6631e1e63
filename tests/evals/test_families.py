from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.families import Share, by_title_words, measure, read_gold, speed

ROWS = [
    {"id": "a", "job_title": "Nurse", "job_description": "You care for patients."},
    {"id": "b", "text": "Data Engineer\nYou build pipelines."},
    {"id": "c", "text": "Lawyer\nYou plead."},
    {"id": "d", "text": "Barista\nYou make coffee."},
]


@pytest.fixture
def adverts(tmp_path: Path) -> Path:
    path = tmp_path / "adverts.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return path


def test_only_adverts_that_belong_to_a_family_count(adverts: Path):
    gold = {"a": frozenset({"health"}), "b": frozenset({"data"}), "c": frozenset({"none"})}

    figure, baseline = measure(adverts, gold)

    assert figure.value == baseline.value == 1.0
    assert "2 of 2" in figure.name


def test_a_wrong_family_is_named(adverts: Path):
    gold = {"a": frozenset({"health"}), "d": frozenset({"sales"})}

    figure = next(iter(measure(adverts, gold)))

    assert figure.value == 0.5
    assert figure.files == ["d: customer_service"]


def test_a_label_may_accept_two_families(tmp_path: Path):
    path = tmp_path / "gold.toml"
    path.write_text('[gold]\none = "sales"\ntwo = "hr|data"\nthree = "education|none"\n', "utf-8")

    assert read_gold(path) == {
        "one": frozenset({"sales"}),
        "two": frozenset({"hr", "data"}),
        "three": frozenset({"education", "none"}),
    }


def test_the_interval_holds_the_share_and_is_wide_for_few():
    few, many = Share(8, 10), Share(800, 1000)

    (low, high), (lower, higher) = few.interval, many.interval

    assert low < 0.8 < high
    assert higher - lower < high - low
    assert Share(0, 0).interval == (0.0, 1.0)


def test_the_baseline_knows_the_title_only():
    assert by_title_words("School Nurse") == "health"
    assert by_title_words("Wizard") == ""


def test_the_speed_is_that_of_a_whole_reading(adverts: Path):
    figure = speed(adverts, "Nurse, City Hospital, 2019-2023")

    assert figure.at_most
    assert figure.value > 0
