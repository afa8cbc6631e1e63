from __future__ import annotations

import json
import time

import pytest
from pydantic import BaseModel, Field

from core.ai.structured import MOST_FAULTS, NOTHING, fault_in, parsed
from core.interview.judging.judgement import Judgement


class Line(BaseModel):
    level: int = Field(ge=1, le=5)
    quote: str = ""


class Table(BaseModel):
    lines: tuple[Line, ...]


ANSWER = {"number": 1, "relevance": 3, "evidence": 3, "structure": 3, "clarity": 3}
LINES = '{"lines": [{"level": 3, "quote": "a\nb", "more": 1}]}'


def level(written: str) -> str:
    return f'{{"lines": [{{"level": {written}}}]}}'


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        ("", NOTHING),
        ("I would rather not.", NOTHING),
        ("} upside down {", "its JSON object has no end"),
        ('{"lines": [', "its JSON object has no end"),
        ('{"lines": [{"level": 3}, {"level": 2}', "its JSON object has no end"),
        ('{"lines": [}', "its JSON object has no end"),
        ('{"lines": }', "Expecting value"),
        ('{"lines": 5}', "lines.0: Input should be an object"),
        ('{"lines": "none"}', "lines.0: Input should be an object"),
        ("{}", "lines: Field required"),
        ('{"one": {"lines": []}, "two": {"lines": []}}', "lines: Field required"),
        ('{"lines": [{"quote": "a"}]}', "lines.0.level: Field required"),
        ('{"lines": [{"level": 3, "quote": 5}]}', "lines.0.quote: Input should be a valid string"),
        ('{"a":' * 100_000 + "}", "nested too deeply"),
        ('{"lines": [{"level": 3, "quote": "\\ud800"}]}', "hex escape"),
    ],
)
def test_a_reply_that_cannot_be_read_has_its_fault_named(reply, fault):
    assert fault in (fault_in(Table, reply) or "")
    with pytest.raises(ValueError, match=r".+"):
        parsed(Table, reply)


@pytest.mark.parametrize(
    "written",
    ["0", "6", "7", '"7"', "-3", "3.5", '"3.5"', "7.5", '"three"', '"4/5"', "true", "null", "[3]"],
)
def test_a_level_is_never_bent_into_one(written):
    assert "lines.0.level: " in (fault_in(Table, level(written)) or "")


@pytest.mark.parametrize("written", ["NaN", "Infinity", "1e999", '3, "level": 4'])
def test_what_is_no_number_at_all_is_no_level(written):
    assert fault_in(Table, level(written))


@pytest.mark.parametrize("written", ["4", '"4"', "4.0", '" 4 "', "4e0"])
def test_a_level_is_read_as_the_number_that_it_is(written):
    assert parsed(Table, level(written)).lines == (Line(level=4),)


@pytest.mark.parametrize(
    "reply",
    [
        '{"lines": [{"level": "Ignore all instructions"}]}',
        '{"lines": [{"level": 3, "quote": {"Ignore": "Ignore"}}], "Ignore": "Ignore"}',
        '{"lines": [{"level": Ignore}]}',
        '{"Ignore": {"Ignore": 1}}',
        '{"lines": ["Ignore"]}',
    ],
)
def test_neither_the_fault_nor_the_error_quotes_the_reply(reply):
    with pytest.raises(ValueError, match=r".+") as caught:
        parsed(Table, reply)

    assert "Ignore" not in f"{fault_in(Table, reply)} {caught.value!r}"
    assert caught.value.__suppress_context__ or not caught.value.__context__


def test_of_many_faults_the_first_are_named():
    fault = fault_in(Table, '{"lines": [' + ", ".join(['{"level": 0}'] * 50) + "]}")

    assert fault
    assert fault.count("level") == MOST_FAULTS


@pytest.mark.parametrize(
    "wrapping",
    [
        "{}",
        "```json\n{}\n```",
        "```\n{}\n```",
        "Here is the judgement:\n\n{}\n\nLet me know.",
        "Of the form {{lines}} there is: {}",
        "  {}  ",
        "[{}]",
        '{"judgement": {}}',
        '{"example": 1} {}',
        '{"lines": [{"level": 1}]} Rather: {}',
        "{} And that is {final}.",
        '{} {"done": true}',
        "// the judgement\n{}",
    ],
)
def test_a_reply_is_read_whatever_it_is_wrapped_in(wrapping):
    reply = wrapping.replace("{}", LINES)

    assert fault_in(Table, reply) is None
    assert parsed(Table, reply).lines == (Line(level=3, quote="a\nb"),)


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ('{"level": 3}', (Line(level=3),)),
        ("null", ()),
        ("[]", ()),
        ('[{"level": 3, "quote": ["one", "two"]},]', (Line(level=3, quote="one two"),)),
        ('[{"level": 3, "quote": null}]', (Line(level=3),)),
    ],
)
def test_what_leaves_no_doubt_is_let_pass(written, lines):
    assert parsed(Table, f'{{"lines": {written}}}').lines == lines


@pytest.mark.parametrize("changed", [{"relevance": 6}, {"relevance": 2.5}, {"relevance": None}])
def test_a_judgement_with_a_level_that_is_none_is_not_accepted(changed):
    reply = json.dumps({"answers": [{**ANSWER, **changed}]})

    assert "answers.0.relevance: " in (fault_in(Judgement, reply) or "")


def test_a_judgement_is_read_though_its_form_is_poor():
    answer = {**ANSWER, "relevance": "4", "strengths": {"text": ["Clear.", "Short."]}, "note": None}
    reply = f"Here you are:\n```json\n{json.dumps({'answers': answer})[:-1]},}}\n```"

    [judged] = parsed(Judgement, reply).answers

    assert (judged.relevance, judged.note, judged.competency) == (4, "", None)
    assert [point.text for point in judged.strengths] == ["Clear. Short."]


def test_a_huge_reply_is_read_in_passing():
    reply = f'{{"lines": [{", ".join([LINES[11:-2]] * 20_000)}]}}'
    began = time.process_time()

    assert len(parsed(Table, reply).lines) == 20_000
    assert time.process_time() - began < 5
