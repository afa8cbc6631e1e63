from __future__ import annotations

import pytest

from evals.__main__ import ANSWERS, main


def test_the_table_shows_the_bank_and_orders_the_answers(capsys: pytest.CaptureFixture[str]):
    main()

    printed = capsys.readouterr().out.splitlines()
    scores = {line[2:44].strip(): float(line.split()[-1]) for line in printed[-len(ANSWERS) :]}
    assert printed[0].startswith("Question bank: ")
    assert scores["good"] > scores["middling"] > scores["vague"] > scores["one line"]
    assert scores["vague, said three times"] <= scores["vague"] + 0.3
    assert scores["labels without a story"] < scores["vague"]
    assert scores["non-answer"] <= 2
