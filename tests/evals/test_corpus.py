from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from evals import corpus, encodings, reading_speed, shuffling
from evals.__main__ import main
from evals.figures import Figure
from tests.files import CV, cv_docx, cv_pdf, two_column_pdf

SCORE = """
import json
LATIN = {"en"}
def cv(rows, home):
    names = [row["file"].rpartition("/")[2] for row in rows]
    whole = sum(row["ok"] for row in rows) / len(rows)
    figures = ["pdf_f1", "pdf_phrases_one_column", "pdf_phrases_label_column",
               "pdf_phrases_two_columns", "pdf_rows_one_column", "pdf_rows_label_column",
               "pdf_other_scripts_f1", "pdf_other_scripts_phrases", "docx_recall_features",
               "docx_recall_others"]
    return dict.fromkeys(figures, whole) | {
        "pdf_files": len(rows), "pdf_refused": [], "docx_refused": [],
        "pdf_two_columns_mixed": [name for name in names if "mixed" in name],
        "pdf_files_with_undecoded_characters": [],
    }
def hostile(rows, home):
    return {"files": len(rows), "slower_than_16_s": [], "over_1_GB": [],
            "refused_without_code_or_words": [r["file"] for r in rows if not r["message"]],
            "accepted_with_no_text": []}
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A corpus of three CVs and two hostile files, with a score that is easily foreseen."""
    files = {
        "cv/pdf/one.pdf": cv_pdf(),
        "cv/pdf/mixed.pdf": two_column_pdf(CV, CV[::-1].translate({0x40: 0x2E})),
        "cv/docx/cv.docx": cv_docx(),
        "hostile/pdf/broken.pdf": b"%PDF-1.7 broken",
        "hostile/txt/empty.txt": b"",
        "score.py": SCORE.encode(),
        "cv/manifest.tsv": b"file\tcols\tlang\npdf/one.pdf\t1\ten\npdf/mixed.pdf\t2\ten\n",
        "cv/expected.json": json.dumps(
            {"pdf/one.pdf": {}, "pdf/mixed.pdf": {"probes": []}}
        ).encode(),
    }
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_every_figure_of_a_corpus_is_measured_and_a_miss_names_its_files(folder):
    figures = list(corpus.measure(folder))

    missed = {figure.name: str(figure) for figure in figures if not figure.is_reached}
    assert len(figures) == 20
    assert "PDF: two columns mixed up, share" in missed
    assert "mixed.pdf" in missed["PDF: two columns mixed up, share"]
    assert "CVs refused" not in missed
    assert not [name for name in missed if "hostile" in name]


def test_without_a_corpus_the_table_says_where_to_read_on(capsys, monkeypatch):
    monkeypatch.delenv("INTAKE_CORPUS", raising=False)

    main(["intake"])

    printed = capsys.readouterr().out
    assert "TXT: whole texts read right, of 55" in printed
    assert "docs/evaluation.md" in printed


def test_a_goal_can_be_a_floor_or_a_ceiling():
    assert str(Figure("recall", 0.5, 0.9, files=["cv.pdf"])).endswith("MISSED\n      cv.pdf")
    assert not Figure("seconds", 0.5, 0.45, at_most=True).is_reached
    assert "MISSED" not in str(Figure("recall", 0.9, 0.9, files=["cv.pdf"]))


def test_a_shuffled_page_has_the_same_letters_in_another_order(tmp_path):
    pdf = tmp_path / "cv.pdf"
    pdf.write_bytes(cv_pdf())

    (copy,) = shuffling.shuffled([pdf], tmp_path / "shuffled")

    before, after = text_of(pdf), text_of(copy)
    assert after.split() != before.split()
    assert Counter(after.split()) == Counter(before.split())


def test_every_short_piece_fits_and_is_the_beginning_of_its_text():
    for _, encoding, text in encodings.texts():
        piece = encodings.fitting(text, encoding, encodings.SHORT)

        assert text.startswith(piece)
        assert encodings.SHORT // 2 < len(piece.encode(encoding)) <= encodings.SHORT


def test_the_speed_of_reading_is_a_ratio(tmp_path):
    pdf = tmp_path / "cv.pdf"
    pdf.write_bytes(cv_pdf())

    assert 0.05 < reading_speed.ratio([pdf]) < 50


def text_of(pdf: Path) -> str:
    (page,) = pypdfium2.PdfDocument(pdf)
    return page.get_textpage().get_text_range()
