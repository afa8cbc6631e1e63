"""The same interview gets the same plan in every process, whatever order its sets have there."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
from tests.core.interview.interviews import interview
from core.interview.planning.plan import make_plan
from dataclasses import replace
from core.models import Job
advert = (
    "You assess patients before and after surgery.\\n"
    "You explain treatment to patients and relatives and take their concerns seriously.\\n"
    "You guide students and new colleagues and work closely with doctors.\\n"
    "You must have\\n- Clear communication with patients and relatives\\n"
    "- The ability to set priorities when several things happen at once\\n"
)
job = Job(title="Registered nurse", company="Northfield", description=advert)
print(*make_plan(replace(interview(), job=job)).questions, sep="\\n")
"""


def test_the_same_interview_gets_the_same_plan_in_every_process():
    plans = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("0", "1", "2", "3")
    }

    assert len(plans) == 1
    assert "patients" in plans.pop()
