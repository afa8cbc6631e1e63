from __future__ import annotations

from core.models import Competency, Quality
from tests.pages.screen import button, shown


def test_the_rubric_can_be_opened_with_all_its_questions_and_anchors(app, open_page, finished):
    page = open_page("pages/feedback.py", finished.id)

    button(page, "See the rubric").click().run()

    assert not page.exception
    labels = [expander.label for expander in page.expander]
    told = shown(page)
    for item in (*Quality, *Competency):
        assert any(label.startswith(f"**{item.label}** · ") for label in labels)
    for scale in app.feedback.rubric():
        assert scale.anchors[0].split(";")[0].split("'")[0] in told
        assert len(scale.anchors) == 5
