"""An interview that is planned, and the same with its first answer."""

from __future__ import annotations

from dataclasses import replace

from core.interview.planning.plan import make_plan
from tests.builders import answer, question, session

STORY = (
    "In 2022 our ward gave two wrong doses in a month. I checked every chart myself, found that "
    "the labels were alike, and asked the pharmacy to change them. No wrong dose was given in the "
    "following year."
)
PLANNED = session()
PLANNED = replace(PLANNED, plan=make_plan(PLANNED))
ANSWERED = replace(PLANNED, messages=(question(1, "What did you change?"), answer(1, STORY)))
