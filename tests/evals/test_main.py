from __future__ import annotations

import pytest

from evals import __main__ as evals_main
from evals import star_figures
from evals.__main__ import ANSWERS, main
from evals.figures import Figure


def test_the_table_shows_the_bank_and_orders_the_answers(capsys: pytest.CaptureFixture[str]):
    main(["bank", "answers"])

    printed = capsys.readouterr().out.splitlines()
    first = printed.index(f"  {'answer':<42}{'words':>6}{'score':>7}") + 1
    rows = printed[first : first + len(ANSWERS)]
    scores = {line[2:44].strip(): float(line.split()[-1]) for line in rows}
    assert printed[0].startswith("Question bank: ")
    assert scores["good"] > scores["middling"] > scores["vague"] > scores["one line"]
    assert scores["vague, said three times"] <= scores["vague"] + 0.3
    assert scores["labels without a story"] < scores["vague"]
    assert scores["non-answer"] <= 2


def test_the_tagger_is_measured_when_that_section_is_named(capsys, monkeypatch):
    # Measuring trains the tagger five times and takes minutes: no smaller set can be handed in.
    monkeypatch.setattr(star_figures, "measure", lambda: [Figure("written: AUC", 0.97, 0.95)])
    monkeypatch.setattr(star_figures, "measure_sectors", lambda: [Figure("new sector", 0.9, 0.95)])

    main(["star"])

    printed = capsys.readouterr().out
    assert "written: AUC" in printed
    assert "0.900  at least 0.950  MISSED" in printed


def test_without_a_name_all_sections_but_the_long_one_are_measured(monkeypatch):
    # The sections themselves take minutes together; which of them run is what matters here.
    run: list[str] = []
    for name in evals_main.SECTIONS:
        monkeypatch.setitem(evals_main.SECTIONS, name, lambda name=name: run.append(name))

    main()

    assert run == ["bank", "answers", "leading", "intake"]
