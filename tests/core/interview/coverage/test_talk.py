"""Talk in which nothing happens shows nothing of what the advert asks for."""

from __future__ import annotations

import pytest

from core.interview.coverage.coverage_map import demands
from core.models import Shown
from tests.core.interview.coverage.test_coverage import interview

ASKED = "When did you have to communicate something difficult to a guest? What happened?"
ADVERT = "Requirements:\n- Clear and honest communication"
TALK = (
    "It was always loud in the bakery, and the radio was on from four in the morning. Some people "
    "like that and some do not, my aunt for example never could. There was a plan for a second "
    "oven, and everybody had an opinion about that plan. The street was being dug up that year, so "
    "the vans stood on the pavement. I talked with this one and that one, and it went on like that "
    "for some time. And then of course the price of flour, that is a subject of its own. My cousin "
    "says that bread will always be eaten, and he may be right."
)
TOLD = (
    "In May a guest had booked the large room and it was under water. I rang her before she left "
    "and told her what had happened, and what we could give her instead. I wrote it down for her "
    "as well. She took the two small rooms, and she came again in June."
)


@pytest.mark.parametrize(("answer", "is_shown"), [(TALK, False), (TOLD, True)])
def test_only_an_event_shows_what_was_asked_for(answer: str, *, is_shown: bool):
    [found] = demands(interview((ASKED, answer), advert=ADVERT, cv="2020: Cook, Acme"))

    assert (found.state is Shown.EVIDENCED) is is_shown
