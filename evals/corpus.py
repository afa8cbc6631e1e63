"""How well documents are taken in, measured on a corpus: the table that `python -m evals` prints.

A corpus is a folder with `cv/pdf`, `cv/docx` and `hostile/*`, and with a `score.py` whose `cv` and
`hostile` turn the lines of `evals.intake` into figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from core.documents.parser import DocumentParser
from evals import reading_speed, shuffling
from evals.figures import Figure
from evals.intake import MAX_BYTES, outcome

Outcome = dict[str, Any]


def measure(corpus: Path) -> Iterable[Figure]:
    score = _score(corpus)
    pdf, docx = (sorted((corpus / "cv" / kind).iterdir()) for kind in ("pdf", "docx"))
    read = _outcomes([*pdf, *docx])
    yield from _whole_texts(score.cv(read, corpus / "cv"), _two_columns(score, corpus / "cv"))
    yield _shuffled(score, corpus / "cv", pdf)
    yield Figure(
        "a page, against plain extract_text()", reading_speed.ratio(pdf), 1.3, at_most=True
    )
    yield _whole_call(read)
    hostile = _outcomes(sorted((corpus / "hostile").glob("*/*")))
    yield from _harm(score.hostile(hostile, corpus / "hostile"))


def _outcomes(paths: Iterable[Path]) -> list[Outcome]:
    parser = DocumentParser(MAX_BYTES)
    return [outcome(parser, str(path)) for path in paths]


def _whole_texts(told: dict[str, Any], two_columns: int) -> Iterable[Figure]:
    mixed, bad = told["pdf_two_columns_mixed"], told["pdf_files_with_undecoded_characters"]
    refused = [*told["pdf_refused"], *told["docx_refused"]]
    yield Figure("CVs refused", len(refused), 0, at_most=True, files=refused)
    yield Figure("PDF: tokens, F1", told["pdf_f1"], 0.985)
    yield Figure("PDF: phrases intact, one column", told["pdf_phrases_one_column"], 0.98)
    yield Figure("PDF: phrases intact, label column", told["pdf_phrases_label_column"], 0.98)
    yield Figure("PDF: phrases intact, two columns", told["pdf_phrases_two_columns"], 0.95)
    share = len(mixed) / max(1, two_columns)
    yield Figure("PDF: two columns mixed up, share", share, 1 / 12, at_most=True, files=mixed)
    yield Figure("PDF: rows kept together, one column", told["pdf_rows_one_column"], 0.98)
    yield Figure("PDF: rows kept together, label column", told["pdf_rows_label_column"], 0.85)
    yield Figure("PDF: other scripts, F1", told["pdf_other_scripts_f1"], 0.95)
    yield Figure("PDF: other scripts, phrases intact", told["pdf_other_scripts_phrases"], 0.95)
    yield Figure("PDF: undecoded characters left, files", len(bad), 0, at_most=True, files=bad)
    yield Figure("DOCX: recall, feature files", told["docx_recall_features"], 1.0)
    yield Figure("DOCX: recall, others", told["docx_recall_others"], 0.96)


def _shuffled(score: Any, home: Path, pdfs: Sequence[Path]) -> Figure:
    with TemporaryDirectory() as folder:
        told = score.cv(_outcomes(shuffling.shuffled(pdfs, Path(folder) / "pdf")), home)
    name = f"PDF: two columns painted in any order, phrases ({told['pdf_files']} files)"
    files = told["pdf_two_columns_mixed"]
    return Figure(name, told["pdf_phrases_two_columns"], 0.95, files=files)


def _whole_call(read: Sequence[Outcome]) -> Figure:
    seconds = [one["seconds"] for one in read if one["kind"] == "pdf" and one["pages"] == 1]
    return Figure("PDF of one page, whole call, seconds", median(seconds), 0.45, at_most=True)


def _harm(told: dict[str, Any]) -> Iterable[Figure]:
    for name, key in {
        "slower than 16 s": "slower_than_16_s",
        "over 1 GB": "over_1_GB",
        "refused without code and words": "refused_without_code_or_words",
        "accepted with no text": "accepted_with_no_text",
    }.items():
        files = told[key]
        label = f"{told['files']} hostile files: {name}"
        yield Figure(label, len(files), 0, at_most=True, files=files)


def _two_columns(score: Any, home: Path) -> int:
    """How many CVs the share of mixed ones is a share of."""
    expected = score.json.loads((home / "expected.json").read_text("utf-8"))
    head, *lines = (home / "manifest.tsv").read_text("utf-8").splitlines()
    rows = (dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines)
    return sum(
        row["cols"] == "2" and row["lang"] in score.LATIN and "probes" in expected[row["file"]]
        for row in rows
        if row["file"] in expected
    )


def _score(corpus: Path) -> Any:
    spec = spec_from_file_location("score", corpus / "score.py")
    if not spec or not spec.loader:
        raise FileNotFoundError(corpus / "score.py")
    score = module_from_spec(spec)
    spec.loader.exec_module(score)
    return score
