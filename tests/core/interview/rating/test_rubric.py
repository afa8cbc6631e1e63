from __future__ import annotations

import pytest

from core.interview.rating.rubric import rubric
from core.models import Competency, Quality


@pytest.mark.parametrize("item", [*Quality, *Competency])
def test_every_item_has_five_written_anchors(item: Quality | Competency):
    scale = rubric()[item]

    assert scale.question.endswith("?")
    assert len(set(scale.anchors)) == 5
    assert all(anchor.endswith(".") for anchor in scale.anchors)


@pytest.mark.parametrize(("level", "place"), [(1, 0), (1.5, 0), (3, 2), (4.5, 3), (5, 4)])
def test_a_level_is_explained_by_the_anchor_it_has_reached(level: float, place: int):
    scale = rubric()[Quality.EVIDENCE]

    assert scale.anchor(level) == scale.anchors[place]
