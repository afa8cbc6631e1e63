"""The job and the kind of interview, as the candidate enters them."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.exceptions import ValidationError
from core.models import (
    DEFAULT_QUESTIONS,
    MAX_QUESTIONS,
    MIN_QUESTIONS,
    Format,
    InterviewType,
    Level,
)
from ui.safe import safe_markdown

LANGUAGES = {
    "English": "en",
    "Chinese": "zh",
    "Dutch": "nl",
    "French": "fr",
    "German": "de",
    "Italian": "it",
    "Japanese": "ja",
    "Polish": "pl",
    "Portuguese": "pt",
    "Spanish": "es",
    "Turkish": "tr",
    "Ukrainian": "uk",
}
_TYPES = {kind.label: kind for kind in InterviewType}
_LEVELS = {level.label: level for level in Level}


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

    def format(self) -> Format:
        """Raises `ValidationError` for a number of questions out of range."""
        return Format(
            type=_TYPES[self.type],
            level=_LEVELS[self.level],
            question_count=self.question_count,
            language=LANGUAGES[self.language],
        )

    def show(self, error: ValidationError) -> None:
        place = self.places.get(error.field, self.places["title"])
        place.error(safe_markdown(str(error)))


def draw() -> SetUp:
    places = {}
    title = st.text_input("Job title", placeholder="For example: Data engineer", key="job_title")
    places["title"] = st.empty()
    company = st.text_input("Company name", key="company_name")
    places["company"] = st.empty()
    left, right = st.columns(2)
    kind = left.selectbox("Interview type", list(_TYPES), key="interview_type")
    level = right.selectbox("Level", list(_LEVELS), index=1, key="level")
    count = left.number_input(
        "Number of questions", MIN_QUESTIONS, MAX_QUESTIONS, DEFAULT_QUESTIONS, key="questions"
    )
    places["question_count"] = left.empty()
    language = right.selectbox("Language", list(LANGUAGES), key="language")
    st.caption("The built-in interviewer speaks English only. Other languages need a key.")
    return SetUp(
        title=title or "",
        company=company or "",
        type=kind,
        level=level,
        question_count=count,
        language=language,
        places=places,
    )
