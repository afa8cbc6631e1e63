from __future__ import annotations

import pytest

from evals.__main__ import ANSWERS, main


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
