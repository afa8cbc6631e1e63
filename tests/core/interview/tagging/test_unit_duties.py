from __future__ import annotations

import pytest

from core.interview.tagging.unit_traits import read_unit

KINDS = ("must", "bid", "vow", "told", "wish", "hope", "till")
SAID = {
    "I had to be quick.": {"must:i"},
    "The nurses had to wait.": {"must:others"},
    "You have to sign it.": {"must:you"},
    "We must leave.": {"must:we"},
    "It needs to be right.": {"must:it"},
    "I was chosen to lead the group.": {"bid:i"},
    "They were told to stay at home.": {"bid:others"},
    "I promised to call her back.": {"vow:i"},
    "My manager begged me to stay.": {"told:me", "told:me-to"},
    "So they put me in charge.": {"told:me", "told:me-so"},
    "The board wanted a plan.": {"wish:others"},
    "I wanted to help.": {"hope:i"},
    "It was due by Friday.": {"till:by"},
    "I had until the end of March.": {"till:until"},
}
NOTHING = (
    "",
    "to",
    "By the way, it rained.",
    "I went to the shop.",
    "We went to her house.",
    "Sales grew by 8%.",
    "It fell by twelve percent.",
    "I gave it to him.",
)


@pytest.mark.parametrize(("sentence", "seen"), SAID.items())
def test_whom_a_duty_binds_and_by_when_is_seen(sentence, seen):
    assert _duties(sentence) == seen


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_duty_is_seen_where_there_is_none(sentence):
    assert _duties(sentence) == set()


def _duties(sentence):
    return {trait for trait in read_unit(sentence).own if trait.partition(":")[0] in KINDS}
