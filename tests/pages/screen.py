"""What a candidate sees on a page, and clicks."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button, TextArea

ENTRANCE = Path(__file__).resolve().parents[2] / "streamlit_app.py"
ANSWER = (
    "At Brightwater the nightly run took six hours. I moved it to Airflow myself, tested each step "
    "with the planners, and after four weeks it took 40 minutes."
)


def open_first_page() -> AppTest:
    return AppTest.from_file(str(ENTRANCE), default_timeout=15).run()


def shown(page: AppTest) -> str:
    """All words on the page, in order."""
    kinds = ("title", "markdown", "caption", "info", "warning", "error", "success", "subheader")
    return "\n".join(
        str(getattr(element, "value", "")) for kind in kinds for element in page.get(kind)
    )


def links(page: AppTest) -> list[str]:
    return [str(getattr(link, "value", "")) for link in page.get("page_link")]


def button(page: AppTest, label: str) -> Button:
    return next(button for button in page.button if button.label == label)


def buttons(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def area(page: AppTest, label: str) -> TextArea:
    return next(area for area in page.text_area if area.label == label)


def words(page: AppTest, label: str) -> str:
    return area(page, label).value or ""
