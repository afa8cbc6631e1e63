from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from evals import skill_sample
from evals.figures import Figure
from evals.skill_figures import Counts, looked_up, measure, read_sentences


def row(words: str, knowledge: str, skill: str, **others: object) -> dict[str, object]:
    """A sentence with its marks: "B I O" for a mark of two words and a word without."""
    tags = {"tags_knowledge": knowledge.split(), "tags_skill": skill.split()}
    return {"tokens": words.split(), "idx": 1, "source": "tech", "split": "dev", **tags, **others}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        row("Experience with Python and SQL Server", "O O B O B I", "O O O O O O"),
        row("Experience with Kotlin or Finch", "O O O O B", "O O O O O", idx=2),
        row("Experience with Java", "O O B", "O O O", split="train"),
    ]
    adverts = [{"id": f"{n}", "text": "Requirements\n- Python\n- Kotlin"} for n in range(3)]
    cvs: list[dict[str, object]] = [
        {"id": "x", "resume": "Skills: Kotlin"},
        {"id": "y", "resume": None},
    ]
    write(tmp_path / "skillspan_train_dev.jsonl", rows)
    write(tmp_path / "jds_skillspan.jsonl", adverts)
    write(tmp_path / "synthetic_interviews_open.jsonl", cvs)
    labels = "id,description,type\n1,SQL,preferredLabel\n1,SQL Server,altLabel\n"
    (tmp_path / "esco_skills.csv").write_text(labels, encoding="utf-8")
    return tmp_path


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")


def test_the_figures_are_those_of_the_marked_sentences(folder: Path):
    figures = [each for each in measure(folder) if isinstance(each, Figure)]

    assert [round(figure.value, 3) for figure in figures[:2]] == [0.667, 0.667]
    assert figures[2].value < 1_000


def test_the_baseline_looks_up_the_longest_label(folder: Path):
    find = looked_up(folder / "esco_skills.csv")

    assert find("uses sql server and SQL") == [(5, 15), (20, 23)]
    assert find("mysql") == []


def test_marks_are_read_as_places_in_the_text(folder: Path):
    first = read_sentences(folder / "skillspan_train_dev.jsonl", "dev")[0]

    assert [first.text[a:b] for a, b in first.knowledge] == ["Python", "SQL Server"]
    assert first.skills == ()


def test_two_marks_side_by_side_are_two(tmp_path: Path):
    write(tmp_path / "s.jsonl", [row("Python SQL", "B B", "I I")])

    (sentence,) = read_sentences(tmp_path / "s.jsonl", "dev")

    assert sentence.knowledge == ((0, 6), (7, 10))
    assert sentence.skills == ((0, 10),)


def test_nothing_found_and_nothing_marked_divides_by_nothing():
    assert Counts().recall == Counts().precision == 0.0


def test_the_sample_is_one_extraction_in_each_text_and_always_the_same(folder: Path, capsys):
    skill_sample.main(folder)
    first = capsys.readouterr().out
    skill_sample.main(folder)

    assert capsys.readouterr().out == first
    found = [json.loads(each) for each in first.splitlines()]
    assert [each["id"] for each in found] == ["0", "1", "2", "x"]
    assert all("text" not in each for each in found)
    assert found[-1] == {
        "source": "synthetic_interviews_open.jsonl",
        "id": "x",
        "kind": "cv",
        "start": 8,
        "end": 14,
        "name": "Kotlin",
    }
