from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import skill_judged
from evals.figures import Figure
from evals.skill_judged import measure, wilson

EVALS = Path(skill_judged.__file__).parent


def write(folder: Path, sample: list[tuple[str, str]], verdicts: list[tuple[str, str]]) -> Path:
    """A sample of (id, kind) and verdicts of (id, verdict)."""
    files = {
        "skill_sample.jsonl": [place(name) | {"kind": kind} for name, kind in sample],
        "skill_verdicts.jsonl": [place(name) | {"verdict": said} for name, said in verdicts],
    }
    for file, rows in files.items():
        (folder / file).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder


def place(name: str) -> dict[str, object]:
    return {"id": name, "start": 3, "end": 9, "name": "Python"}


def rows(file: str) -> list[dict[str, str | int]]:
    return [json.loads(line) for line in (EVALS / file).read_text("utf-8").splitlines()]


def test_each_extraction_of_the_sample_has_one_verdict():
    first, *_ = measure()

    assert isinstance(first, Figure)
    assert first.is_reached, first.files
    assert len(rows("skill_verdicts.jsonl")) == 200


def test_a_verdict_is_right_or_wrong_and_only_a_wrong_one_says_why():
    for row in rows("skill_verdicts.jsonl"):
        known = {"id", "start", "end", "name", "verdict"}
        assert row["verdict"] in {"right", "wrong"}
        assert set(row) == (known | {"why"} if row["verdict"] == "wrong" else known)


def test_the_precision_is_that_of_the_verdicts(tmp_path: Path):
    sample = [("a", "job"), ("b", "job"), ("c", "cv"), ("d", "cv")]
    verdicts = [("a", "right"), ("b", "wrong"), ("c", "right"), ("d", "right")]

    _, *lines = map(str, measure(write(tmp_path, sample, verdicts)))

    assert [line.split("hand, ")[1].split()[:2] for line in lines] == [
        ["all", "0.750"],
        ["adverts", "0.500"],
        ["CVs", "1.000"],
    ]
    assert lines[0].endswith("95 %: 0.301 to 0.954 (3 of 4)")


def test_a_line_without_a_partner_is_named_and_counts_for_nothing(tmp_path: Path):
    sample = [("a", "job"), ("b", "job")]
    verdicts = [("a", "right"), ("a", "right"), ("x", "wrong")]

    alone, whole, *_ = measure(write(tmp_path, sample, verdicts))

    assert isinstance(alone, Figure)
    assert [each.split(", ")[0] for each in alone.files] == [
        "not judged: ('b'",
        "not in the sample: ('a'",
        "not in the sample: ('x'",
    ]
    assert not alone.is_reached
    assert "(1 of 1)" in str(whole)


def test_without_verdicts_the_precision_may_be_anything(tmp_path: Path):
    _, *lines = map(str, measure(write(tmp_path, [], [])))

    assert all(line.endswith("-  95 %: 0.000 to 1.000 (0 of 0)") for line in lines)


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0)],
)
def test_the_interval_is_wilsons(right: int, total: int, low: float, high: float):
    assert wilson(right, total) == pytest.approx((low, high), abs=0.001)


def test_the_command_prints_the_figures(capsys: pytest.CaptureFixture[str]):
    skill_judged.main()

    assert "precision by hand, CVs" in capsys.readouterr().out
