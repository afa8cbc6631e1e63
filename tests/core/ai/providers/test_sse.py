from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.providers.sse import LONGEST_LINE, events_in


def read(*body: bytes) -> list[object]:
    return list(events_in(body))


@pytest.mark.parametrize("garbage", [b"data: {oops\n\n", b"data: \xff\xfe\n\n", b"data:\n\n"])
def test_what_is_no_json_is_an_error(garbage):
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)):
        read(garbage)


@pytest.mark.parametrize(
    "body",
    [
        b'data: {"a": 1}\n\n',
        b'data:{"a": 1}\r\n\r\n',
        b'data: {"a":\ndata: 1}\n\n',
        b': still working\n\nevent: chunk\nid: 7\ndata: {"a": 1}\n\n',
        b'data: {"a": 1}',
        b'\n\n\ndata: {"a": 1}\n\n\n\n',
    ],
)
def test_an_event_is_read_however_it_is_written(body):
    assert read(body) == [{"a": 1}]


@pytest.mark.parametrize("body", [b"", b": only\n\n: comments\n\n", b"event: ping\n\n"])
def test_without_data_there_is_no_event(body):
    assert read(body) == []


def test_a_line_without_end_is_an_error():
    endless = [b"data: ", *([b"x" * 1_000_000] * (LONGEST_LINE // 1_000_000 + 1))]

    with pytest.raises(ValueError, match="without end"):
        read(*endless)


def test_nothing_is_read_after_the_end():
    assert read(b"data: 1\n\ndata: [DONE]\n\ndata: {oops\n\n") == [1]


@given(texts=st.lists(st.text(max_size=20), max_size=5), size=st.integers(1, 40))
def test_where_the_network_cuts_does_not_matter(texts, size):
    body = b"".join(b"data: %b\r\n\r\n" % json.dumps(text).encode() for text in texts)

    assert read(*(body[at : at + size] for at in range(0, len(body), size))) == texts
