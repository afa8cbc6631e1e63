"""The job and the kind of interview, as the candidate enters them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator

from core.exceptions import ValidationError
from core.models import (
    DEFAULT_QUESTIONS,
    LANGUAGES,
    Format,
    InterviewType,
    Job,
    Level,
)
from ui.safe import safe_markdown

_TYPES = {kind.label: kind for kind in InterviewType}
_LEVELS = {level.label: level for level in Level}
_LANGUAGES = {language.own_name: language.code for language in LANGUAGES.values()}
_ANY = "any"
_TITLE_HINT = "Required, for example: Data engineer"
_COMPANY_HINT = "Required, for example: Northfield Hospital"
_ENGLISH_ONLY = (
    "Whatever you choose, the interview will be in English: the built-in interviewer speaks no "
    "other language. Other languages need a key."
)
_ENGLISH_IN_NEED = (
    "In any language: when no model can answer, the built-in interviewer steps in. It speaks "
    "English only."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What was entered, and the places under the inputs where errors are shown."""

    title: str
    company: str
    type: str
    level: str
    question_count: int
    language: str
    places: dict[str, DeltaGenerator]

    def faults(self) -> tuple[ValidationError, ...]:
        """Everything that is wrong with what was entered, not only the first of it."""
        title, company = self.title.strip(), self.company.strip()
        parts = (
            partial(Job, title=title, company=_ANY),
            partial(Job, title=_ANY, company=company),
            self.format,
        )
        return tuple(fault for part in parts if (fault := _fault_of(part)))

    def format(self) -> Format:
        """Raises `ValidationError` for a number of questions out of range."""
        return Format(
            type=_TYPES[self.type],
            level=_LEVELS[self.level],
            question_count=self.question_count,
            language=_LANGUAGES[self.language],
        )

    def show(self, faults: tuple[ValidationError, ...]) -> None:
        empty = {"title": not self.title, "company": not self.company}
        for fault in faults:
            key = f"no_{fault.field}" if empty.get(fault.field) else None
            place = self.places[fault.field].container(key=key)
            place.error(safe_markdown(str(fault)))


def draw(*, english_only: bool) -> SetUp:
    """The inputs. `english_only` where nobody is there who could ask in another language."""
    places = {}
    _rules()(key="setup_form")
    title = st.text_input("Job title", placeholder=_TITLE_HINT, key="job_title")
    places["title"] = st.empty()
    company = st.text_input("Company name", placeholder=_COMPANY_HINT, key="company_name")
    places["company"] = st.empty()
    left, right = st.columns(2)
    kind = left.selectbox("Interview type", list(_TYPES), key="interview_type")
    level = right.selectbox("Level", list(_LEVELS), index=1, key="level")
    # No bounds here: the browser would hold back the whole form and not say why.
    count = left.number_input("Number of questions", value=DEFAULT_QUESTIONS, key="questions")
    places["question_count"] = left.empty()
    language = right.selectbox("Language", list(_LANGUAGES), key="language")
    right.caption(_ENGLISH_ONLY if english_only else _ENGLISH_IN_NEED)
    return SetUp(
        title=title or "",
        company=company or "",
        type=kind,
        level=level,
        question_count=count,
        language=language,
        places=places,
    )


@cache
def _rules() -> ComponentRenderer:
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return st.components.v2.component("interview_setup_form", css=style, isolate_styles=False)


def _fault_of(part: Callable[[], object]) -> ValidationError | None:
    try:
        part()
    except ValidationError as error:
        return error
    return None
