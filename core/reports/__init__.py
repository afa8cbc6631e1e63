"""The finished interview as a document to keep: Markdown for people, JSON for programs."""

from core.reports.interchange import as_json
from core.reports.markdown import as_markdown

__all__ = ["as_json", "as_markdown"]
