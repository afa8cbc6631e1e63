from __future__ import annotations

import json
from pathlib import Path

from core.interview.planning.plan import make_plan
from evals.figures import Figure
from evals.plan import session_of
from evals.plan_figures import ADVERTS, WITH_CV, Planned, measure
from tests.core.interview.interviews import DATA_ADVERT, DATA_CV, NURSE_ADVERT


def test_the_figures_are_printed_beside_a_baseline(tmp_path: Path):
    advert = {"id": "a", "text": f"Staff nurse\n{NURSE_ADVERT}"}
    (tmp_path / ADVERTS).write_text(json.dumps(advert), "utf-8")
    job = {"id": "b", "role": "Data engineer", "jd": DATA_ADVERT, "resume": DATA_CV}
    (tmp_path / WITH_CV).write_text(json.dumps(job), "utf-8")

    lines = list(measure(tmp_path))

    figures = [line for line in lines if isinstance(line, Figure)]
    assert lines[0] == "  3 job descriptions, 1 with CV"
    assert all(figure.is_reached for figure in figures if "CPU" not in figure.name)
    assert "plan: top competencies covered" in str(lines[-4])


def test_a_plan_with_faults_is_measured_as_one():
    session = session_of({"id": "a", "job_description": DATA_ADVERT, "cv": DATA_CV})
    opening, *_ = make_plan(session).questions

    planned = Planned(session, [opening, opening])

    assert planned.covers == 0
    assert planned.pairs_alike == 1
    assert planned.well_founded == 2
    assert planned.misses_a_demand


def test_without_files_the_figures_say_so(tmp_path: Path):
    assert list(measure(tmp_path)) == [
        f"  No jds_skillspan.jsonl or synthetic_interviews_open.jsonl in {tmp_path}."
    ]
