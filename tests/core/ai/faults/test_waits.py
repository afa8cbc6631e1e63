from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.faults.waits import LONGEST, seconds_asked

DATE = "Sat, 21 Nov 2026 20:00:00 GMT"
LATER = "Sat, 21 Nov 2026 20:00:30 GMT"
EPOCH_MS = 1_795_291_230_000  # 20:00:30


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "3"}, 3.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after": " 2 "}, 2.0),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "1"}, 1.0),
        ({"Retry-After": LATER, "Date": DATE}, 30.0),
        ({"Retry-After": DATE, "Date": LATER}, 0.0),
        ({"Retry-After": LATER}, None),
        ({"Retry-After": LATER, "Date": "today"}, None),
        ({"Retry-After": "soon", "Date": DATE}, None),
        ({"Retry-After": "Sat, 21 Nov 2026 20:00:30 -0000", "Date": DATE}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "1e3"}, None),
        ({"Retry-After": "٣"}, None),
        ({"Retry-After": ""}, None),
        ({"Retry-After": "86400"}, 86_400.0),
        ({"Retry-After": "86401"}, None),
        ({"Retry-After": "999999999999"}, None),
        ({"Retry-After": "Sat, 21 Nov 2099 20:00:30 GMT", "Date": DATE}, None),
        ({"X-RateLimit-Reset": str(EPOCH_MS), "Date": DATE}, 30.0),
        ({"X-RateLimit-Reset": str(EPOCH_MS)}, None),
        ({"X-RateLimit-Reset": "30", "Date": DATE}, None),
        ({"X-RateLimit-Reset": str(EPOCH_MS), "Date": DATE, "Retry-After": "5"}, 5.0),
    ],
)
def test_the_wait_is_taken_from_the_headers(headers, seconds):
    assert seconds_asked(headers, None) == seconds


def google(*details: object) -> object:
    return {"error": {"status": "RESOURCE_EXHAUSTED", "details": list(details)}}


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (google({"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "3s"}), 3.0),
        (google({"quotaId": "x"}, {"retryDelay": "3.5s"}), 3.5),
        (google({"retryDelay": "34.074824224s"}), 34.074824224),
        ([google({"retryDelay": "3s"})], 3.0),
        (google({"retryDelay": "soon"}), None),
        (google({"retryDelay": "-3s"}), None),
        (google({"retryDelay": "99999999s"}), None),
        (google({"retryDelay": 3}), None),
        (google("text"), None),
        ({"error": {"details": "text"}}, None),
        ({"error": "text"}, None),
        ({"error": {"metadata": {"headers": {"X-RateLimit-Reset": str(EPOCH_MS)}}}}, 30.0),
        ({"error": {"metadata": {"headers": {"X-RateLimit-Reset": EPOCH_MS}}}}, 30.0),
        ({"error": {"metadata": {"headers": "text"}}}, None),
        ({"error": {"metadata": "text"}}, None),
    ],
)
def test_the_wait_is_taken_from_the_body(body, seconds):
    assert seconds_asked({"Date": DATE}, body) == seconds


def test_the_headers_say_it_before_the_body_does():
    assert seconds_asked({"Retry-After": "2"}, google({"retryDelay": "9s"})) == 2.0


def test_a_wait_that_makes_no_sense_is_passed_over_for_one_that_does():
    assert seconds_asked({"Retry-After": "999999"}, google({"retryDelay": "9s"})) == 9.0


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_whatever_is_said_the_wait_is_one_that_can_be_waited(after, date, reset):
    headers = {"retry-after": after, "date": date, "x-ratelimit-reset": reset}

    wait = seconds_asked(headers, None)

    assert wait is None or 0 <= wait <= LONGEST
