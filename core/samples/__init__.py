"""A made-up CV and job, for whoever wants to try an interview before bringing their own."""

from __future__ import annotations

from importlib.resources import files

from core.models import Document, Job


def sample_cv() -> Document:
    return Document(text=_text("cv.txt"), filename="sample-cv.txt")


def sample_job() -> Job:
    return Job(
        title="Backend Engineer",
        company="Fernhollow Freight",
        description=_text("job.txt"),
    )


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()
