from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.json_objects import DEEPEST, MOST_FAILURES, objects_in

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)
HUGE = (
    '{"a":' * 200_000 + "}",
    "{" * 1_000_000,
    '{"a": "b",' * 100_000,
    "[{" * 500_000,
    '{"' + '\\"' * 500_000,
    '"' * 1_000_000 + "{",
    "{/*" * 300_000,
    "{ /" * 300_000,
    "{," + " " * 1_000_000,
    "{" + "," * 1_000_000,
    '{"a":1} ' * 50_000,
    "I said {nothing} " * 60_000,
)


def values_in(text: str) -> list[object]:
    return [found.value for found in objects_in(text) if not found.fault]


def faults_in(text: str) -> list[str]:
    return [found.fault for found in objects_in(text) if found.fault]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "has no end"),
        ('{"a": 1', "has no end"),
        ('{"a": "1}', "has no end"),
        ('{"a": [1}', "has no end"),
        ('{"a"}', "Expecting ':' delimiter"),
        ('{"a": }', "Expecting value"),
        ('{"a": 1,, "b": 2}', "Expecting property name"),
        ('{"a": 1/2}', "Expecting"),
        ("{'a': 1}", "Expecting property name"),
        ('{"a": 1/**/2}', "Expecting"),
        ('{"a": NaN}', "no JSON number"),
        ('{"a": Infinity}', "no JSON number"),
        ('{"a": -Infinity}', "no JSON number"),
        ('{"a": 1e999}', "too large"),
        ('{"a": ' + "9" * 5_000 + "}", "too long"),
        ('{"a": 1, "a": 2}', "same key twice"),
        ('{"b": {"a": 1, "a": 2}}', "same key twice"),
        ('{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1), "nested too deeply"),
    ],
)
def test_what_is_no_object_has_its_fault_named(text, fault):
    assert fault in faults_in(text)[0]


@pytest.mark.parametrize("text", ["", "I would rather not.", "[1, 2]", "}", "5"])
def test_a_text_without_a_brace_has_no_object(text):
    assert list(objects_in(text)) == []


def test_a_fault_quotes_nothing_of_the_text():
    text = '{"Mina": "Mina", "Mina": Mina} {"Mina" {"level": Mina} {"Mina": "a", "Mina": "b"}'

    assert faults_in(text)
    assert "Mina" not in " ".join(faults_in(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('```json\n{"a": 1}\n```', [{"a": 1}]),
        ('Sure! Here it is: {"a": 1} Anything else?', [{"a": 1}]),
        ('I use {braces} and "quotes". {"a": 1}', [{"a": 1}]),
        ('An open { and then {"a": 1}', [{"a": 1}]),
        ('She said "{" and then {"a": 1}', [{"a": 1}]),
        ('{"a": 1}{"b": 2} {"c": {"d": 3}}', [{"a": 1}, {"b": 2}, {"c": {"d": 3}}]),
        ('[{"a": 1}, {"b": 2}]', [{"a": 1}, {"b": 2}]),
        ('{"a": [1, 2, ], }', [{"a": [1, 2]}]),
        ('{"a": [1,\n\n], // the end\n}', [{"a": [1]}]),
        ('{"a": 1, /* both\n lines */ }', [{"a": 1}]),
        ('{"a": 1 // one\n, "b": 2}', [{"a": 1, "b": 2}]),
        ('{"a": "x // y /* z */ ,}"}', [{"a": "x // y /* z */ ,}"}]),
        ('{"a": "https://example.org"}', [{"a": "https://example.org"}]),
        ('{"a": "one\ntwo\tthree"}', [{"a": "one\ntwo\tthree"}]),
        ('{"a": "say \\"hi\\" {"}', [{"a": 'say "hi" {'}]),
        ('{"a": "back\\\\"}', [{"a": "back\\"}]),
        ('{"outer": {"a": 1}', [{"a": 1}]),
        ("{}", [{}]),
    ],
)
def test_objects_are_found_whatever_stands_around_them(text, values):
    assert values_in(text) == values


@given(st.dictionaries(st.text(max_size=5), JSON))
def test_json_is_read_as_the_standard_library_reads_it(value):
    for text in (json.dumps(value), json.dumps(value, indent=1, ensure_ascii=False)):
        assert values_in(text) == [value]


@given(st.text(max_size=200), st.text(alphabet='{}[]",:/*\\ 1a\n', max_size=60))
def test_no_text_is_too_odd(words, symbols):
    for text in (words, symbols, words + symbols):
        assert all(found.length > 0 for found in objects_in(text))


@pytest.mark.no_cover  # counting would slow what is timed
@pytest.mark.parametrize("text", HUGE, ids=lambda text: text[:8])
def test_time_grows_with_the_text_and_no_faster(text):
    began = time.process_time()

    list(objects_in(text))

    assert time.process_time() - began < 3


def test_after_so_many_beginnings_nobody_looks_for_more():
    assert len(faults_in("{x} " * 100)) == MOST_FAILURES
