from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.faults import Fault
from core.documents.taken import Form, Taken
from core.documents.wire import Order, Progress, Refusal, taken_line, understood

whole = st.text(st.characters(exclude_categories=["Cs"]))


@given(text=whole, pages=st.integers(0, 99), warnings=st.lists(whole))
def test_what_was_taken_arrives_as_it_is_on_one_line(text, pages, warnings):
    taken = Taken(text=text, pages=pages, warnings=tuple(warnings), form=Form.PDF)

    line = taken_line(taken)

    assert line.count(b"\n") == 1
    assert understood(line) == taken


@given(whole, st.sampled_from([None, *Form]), st.lists(whole))
def test_an_order_arrives_as_it_is_on_one_line(name, form, path):
    order = Order(filename=name, form=form, reference="ab12", seconds=15, path=tuple(path))

    line = order.as_line()

    assert line.count(b"\n") == 1
    assert Order.from_line(line) == order


@pytest.mark.parametrize("code", Fault)
def test_every_refusal_arrives(code):
    refusal = Refusal(code=code, message="Please mend it.", cause="ValueError")

    assert understood(refusal.as_line()) == refusal
    assert understood(Progress(done=2, total=3).as_line()) == Progress(done=2, total=3)


def test_half_a_character_does_not_keep_the_rest_from_arriving():
    taken = understood(taken_line(Taken(text="caf\ud800e", form=Form.TXT)))

    assert taken == Taken(text="caf?e", form=Form.TXT)


@pytest.mark.parametrize(
    "told",
    [
        {},
        [],
        None,
        {"done": "1", "total": 2},
        {"text": 7, "pages": 1, "warnings": [], "form": "pdf"},
        {"text": "", "pages": 1, "warnings": "none", "form": "pdf"},
        {"text": "", "pages": 1, "warnings": [], "form": "made up"},
        {"text": "", "pages": 1, "warnings": [], "form": []},
        {"code": "MADE_UP", "message": "", "cause": ""},
    ],
)
def test_what_no_worker_says_is_not_understood(told):
    assert understood(json.dumps(told).encode()) is None


@given(st.binary())
def test_noise_is_not_understood(noise):
    assert understood(noise) is None


def test_noise_without_an_end_is_not_understood():
    assert understood(b"[" * 100_000) is None
