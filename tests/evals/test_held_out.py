from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from core.models import Part
from evals.held_out import FOLDER, PARTS, SPOKEN, WRITTEN, TestStory, Told, stories
from evals.story_figures import _vague

STAR = (Part.SITUATION, Part.TASK, Part.ACTION, Part.RESULT)
FILES = sorted(FOLDER.glob("*.toml"))


def told() -> list[dict[str, object]]:
    return [story for file in FILES for story in tomllib.loads(file.read_text("utf-8"))["story"]]


def test_there_are_thirty_stories_or_more_of_each_style_from_many_jobs():
    styles = Counter(story.style for story in stories())

    assert set(styles) == {WRITTEN, SPOKEN}
    assert min(styles.values()) >= 30
    assert len({story.job for story in stories()}) >= 12
    assert len({story.id for story in stories()}) == len(stories())


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.id)
def test_a_story_is_whole_and_its_marks_are_closed(story: TestStory):
    assert 4 <= len(story.told) <= 14
    for sentence in story.told:
        assert sentence.text
        assert not set("{|}") & set(sentence.text + sentence.vague)
        assert "  " not in sentence.vague


def test_what_a_story_lacks_is_marked():
    letters = {part: letter for letter, part in PARTS.items()}

    for story, given in zip(stories(), told(), strict=True):
        missing = [letters[part] for part in STAR if part not in story.parts]
        assert given["missing"] == missing, story.id


def test_some_stories_lack_a_part_and_each_part_is_lacking_somewhere():
    lacking = Counter(part for story in stories() for part in STAR if part not in story.parts)

    assert set(lacking) == set(STAR)
    assert sum(set(STAR) <= story.parts for story in stories()) >= 35


def test_some_stories_are_told_in_another_order():
    others = [story.id for story in stories() if not story.is_in_order]

    assert len(others) >= 15
    assert "w-tender" in others
    assert "w-goats" not in others


def test_a_deletion_takes_one_part_and_leaves_the_rest_in_its_order():
    for story in stories():
        for part in STAR:
            kept = [sentence.text for sentence in story.told if sentence.part is not part]
            assert story.without(part) == kept


def test_the_vague_form_has_fewer_figures_and_otherwise_the_same_sentences():
    sentence = Told(Part.ACTION, "I sold {forty|some} hens {in May|} at once.")

    assert sentence.text == "I sold forty hens in May at once."
    assert sentence.vague == "I sold some hens at once."
    assert all(len(_vague(story)) == len(story.told) for story in stories())
    assert all(_vague(story) != story.sentences for story in stories() if len(story.parts) == 4)


def test_a_story_becomes_an_answer_to_its_question():
    story = stories()[0]

    row = story.row(story.sentences)

    assert (row.question, row.job_title) == (story.question, story.job)
    assert row.answer == " ".join(story.sentences)
