"""What the job description asks for and what the CV claims, each with its verbatim quote."""

from core.interview.reading.claims import Claim, ClaimKind
from core.interview.reading.competencies import competency_stems
from core.interview.reading.cv import CvReading, read_cv, shows
from core.interview.reading.job import JobReading, read_job, skill_families
from core.interview.reading.line import Line, Section
from core.interview.reading.needs import (
    Need,
    gap_between,
    is_held,
    is_plainly_missing,
    line_naming,
    shown_in,
    spellings,
)
from core.interview.reading.seniority import years_named

__all__ = [
    "Claim",
    "ClaimKind",
    "CvReading",
    "JobReading",
    "Line",
    "Need",
    "Section",
    "competency_stems",
    "gap_between",
    "is_held",
    "is_plainly_missing",
    "line_naming",
    "read_cv",
    "read_job",
    "shown_in",
    "shows",
    "skill_families",
    "spellings",
    "years_named",
]
