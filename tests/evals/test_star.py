from __future__ import annotations

import json
import subprocess
import sys

import pytest

from core.interview.tagging.tagger import PARTS, load
from evals import star, star_figures, train_tagger
from evals.train_tagger import (
    LETTERS,
    STYLES,
    TURNS,
    WEIGHTS,
    WITH_ANOTHERS,
    Told,
    exchanged,
    fingerprint,
    stories,
    train,
    variants,
    written,
)

S, T, A, R = PARTS
STORY = {"id": "a", "sentences": ["I worked in a bakery.", "I had to fix the oven.", "It worked."]}


def answers(*lines):
    return [json.loads(line) for line in star.answers(lines)]


def test_the_command_writes_a_label_and_chances_for_each_sentence():
    found = subprocess.run(
        [sys.executable, "-m", "evals.star"],
        input=json.dumps(STORY).encode(), capture_output=True, check=True,
    )  # fmt: skip

    (answer,) = map(json.loads, found.stdout.splitlines())
    assert answer["id"] == "a"
    assert [one["sentence"] for one in answer["sentences"]] == STORY["sentences"]
    assert [one["label"] for one in answer["sentences"]] == ["situation", "task", "result"]
    for one in answer["sentences"]:
        assert list(one["probabilities"]) == ["situation", "task", "action", "result"]


@pytest.mark.parametrize(
    "line",
    [b"{", b"\xff\xfe{}", b"[1]", b"null", b'"x"', b"{}", b'{"sentences": 3}', b"[" * 50_000,
     b'{"sentences": {"a": "b"}}', b'{"id": ' + b"9" * 5000 + b', "sentences": []}'],
)  # fmt: skip
def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_tagged(line):
    refused, tagged = answers(line, json.dumps(STORY).encode())

    assert refused["line"] == 1
    assert refused["error"]
    assert len(tagged["sentences"]) == 3


def test_what_is_no_text_among_the_sentences_has_no_part():
    (answer,) = answers(b'{"sentences": [null, 3, "", "\\ud800", ["a"], "\\u0000", "I left."]}')

    assert [one["label"] for one in answer["sentences"]][:6] == [None] * 6
    assert answer["id"] is None


def test_empty_lines_are_passed_over_and_no_lines_are_no_answers():
    assert answers(b"\n", b"  \r\n", b"") == []


def test_one_text_is_cut_into_sentences():
    (answer,) = answers(b'{"id": 7, "sentences": "I was late. I rang ahead."}')

    assert [one["sentence"] for one in answer["sentences"]] == ["I was late.", "I rang ahead."]


def test_an_id_that_is_no_name_comes_back_as_null():
    (answer,) = answers(b'{"id": [[]], "sentences": []}')

    assert answer == {"id": None, "sentences": []}


def test_there_are_enough_stories_of_both_styles_and_none_is_told_twice():
    told = stories()
    lines = [sentence.lower() for story in told for sentence in story.sentences]

    assert all(sum(story.style == style for story in told) >= 120 for style in STYLES)
    assert len({story.job for story in told}) >= 100
    assert all(3 <= len(story.labels) <= 13 for story in told)
    assert {label for story in told for label in story.labels} == set(LETTERS.values())
    long = [line for line in lines if len(line.split()) >= 5]
    assert len(set(long)) == len(long)


def test_the_weights_are_made_from_the_stories_and_words_as_they_are():
    made_from = json.loads(WEIGHTS.read_text("utf-8"))["made_from"]

    assert made_from == fingerprint(stories()), "run: python -m evals.train_tagger"


def test_the_weights_are_small():
    assert WEIGHTS.stat().st_size < 400_000
    assert len(load().traits) > 1000


def test_training_twice_gives_the_same_weights(monkeypatch):
    monkeypatch.setattr(train_tagger, "FEWEST_STORIES", 2)
    told = stories()[:12]

    first, second = (written(train(told, rounds=8), "") for _ in range(2))

    assert first == second


def test_a_story_is_told_in_another_order_without_losing_a_sentence():
    told = Told("x", 0, "spoken", "x", tuple("abcdef"), (None, S, S, A, R, None))

    other = told.told_in((R, A, T, S))

    assert "".join(other.sentences) == "edabcf"
    assert other.labels == (R, A, None, S, S, None)


def test_each_story_is_also_learnt_in_other_orders_and_without_a_part():
    told = Told("x", 0, "spoken", "x", tuple("stared"), (S, T, A, R, R, A))

    learnt = list(variants([told]))

    assert learnt[0] == (told, 1.0)
    assert {story.sentences for story, _ in learnt} >= {tuple("tared"), tuple("stre")}
    orders = [story.sentences for story, _ in learnt if len(story.sentences) == len("stared")]
    assert len(set(orders)) == TURNS + 1
    assert all(weight < 1 for _, weight in learnt[1:])


def test_a_part_of_another_story_takes_the_place_of_its_own():
    told = Told("x", 0, "spoken", "x", tuple("abcdef"), (None, S, A, S, R, None))
    other = Told("x", 1, "spoken", "x", tuple("uvw"), (S, A, S))

    mixed = told.with_part_of(other, S)

    assert "".join(mixed.sentences) == "auwcef"
    assert mixed.labels == (None, S, S, A, R, None)


def test_parts_are_exchanged_between_stories_of_a_style_only():
    spoken = [Told("x", n, "spoken", "x", (f"s{n}", f"a{n}"), (S, A)) for n in range(6)]
    written_one = Told("x", 0, "written", "x", ("S", "A"), (S, A))

    mixed = list(exchanged([*spoken, written_one]))

    assert mixed
    assert all(weight <= WITH_ANOTHERS for _, weight in mixed)
    assert all(story.style == "spoken" and "S" not in story.sentences for story, _ in mixed)
    assert any(s.sentences[0][1:] != s.sentences[-1][1:] for s, _ in mixed)


def test_a_line_of_a_story_without_a_label_is_refused(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text('[[spoken]]\njob = "x"\nunits = """\nS yes\nNo label\n"""\n', "utf-8")

    with pytest.raises(ValueError, match="x, spoken story 1"):
        stories(tmp_path)


def test_a_story_is_never_rated_by_a_model_that_was_trained_on_it(monkeypatch):
    told = stories()[:6]
    trained = []

    def remember(held):
        trained.append(held)
        return load()

    monkeypatch.setattr(star_figures, "train", remember)  # the real one takes seconds

    found = star_figures.folded(told, lambda story: story.number % 2)

    assert len(found) == len(told)
    for held, fold in zip(trained, (0, 1), strict=True):
        assert all(story.number % 2 != fold for story in held)


def test_auc_is_half_where_nothing_is_told_apart():
    assert star_figures.auc([1, 1], [1]) == 0.5
    assert star_figures.auc([2, 3], [1]) == 1.0
    assert star_figures.auc([0], [1, 2]) == 0.0
