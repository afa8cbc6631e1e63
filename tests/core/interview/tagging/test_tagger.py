from __future__ import annotations

import subprocess
import sys
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.tagging.tagger import PARTS, tags, units
from core.models import Part

WRITTEN = {
    "The ferry terminal where I sold tickets was switching to an app that nobody had tested.": "S",
    "Elderly islanders were turning back at the gate.": "S",
    "It was my responsibility to get every passenger aboard before the last sailing.": "T",
    "I carried a tablet along the queue and typed the bookings in for them.": "A",
    "I also persuaded the purser to accept paper slips.": "A",
    "In the end 212 people sailed and only one missed the boat.": "R",
    "Complaints that month dropped from forty to six.": "R",
}
SPOKEN = {
    "so um I was lifeguarding at this lido in the summer": "S",
    "and we had a kid who kept diving in at the shallow end": "S",
    "and it was my job to keep him from cracking his head open": "T",
    "so I climbed down and I asked him to show me his best dive": "A",
    "and then I took him over to the deep end and told him to do it there": "A",
    "he never did it again after that": "R",
    "and his dad came over and thanked me": "R",
}
ENDING_FIRST = {
    "In the end the beach was open again by the Saturday.": "R",
    "A tanker had lost some of its oil the week before, and tar was washing up.": "S",
    "I was asked by the harbour office to organise the cleaning.": "T",
    "I called the rowing club and the scouts and gave each group a stretch of sand.": "A",
    "I also borrowed rakes from the allotments.": "A",
}
STEP_FIRST = {
    "I switched the machine off and rang the owner.": "A",
    "Then I sorted the wet coats by colour and dried them by hand.": "A",
    "The dryer had been scorching linings, and customers were complaining.": "S",
    "My task was to keep the laundry running until the repair.": "T",
    "Not a single coat was ruined, and the owner thanked me.": "R",
}
EVERYDAY = {
    "I was faced with a customer who had received the wrong order twice.": "S",
    "To make it right, I packed the order myself and called her when it left.": "A",
    "We were able to keep her as a customer.": "R",
    "This experience taught me how much a phone call can do.": "O",
}
OPINIONS = (
    "I believe that honesty is the most important quality in a colleague.",
    "Generally I try to see things from the other side.",
    "People are usually reasonable if you listen to them.",
)
LETTERS = {Part.SITUATION: "S", Part.TASK: "T", Part.ACTION: "A", Part.RESULT: "R", None: "O"}
RAMBLE = (
    "so I was on the tills and this woman came in with a broken kettle and she had no receipt and "
    "she was really angry so I asked her when she bought it and I found it on the system and in "
    "the end we swapped it and she went away happy"
)


@pytest.mark.parametrize("story", [WRITTEN, SPOKEN])
def test_the_parts_of_a_story_that_it_has_not_seen_are_told_apart(story):
    found = tags(list(story))

    assert "".join(LETTERS[one.label] for one in found) == "".join(story.values())


@pytest.mark.parametrize("story", [ENDING_FIRST, STEP_FIRST])
def test_the_parts_are_known_where_the_ending_or_a_step_comes_first(story):
    found = tags(list(story))

    assert "".join(LETTERS[one.label] for one in found) == "".join(story.values())


def test_a_purpose_is_no_task_and_a_lesson_no_result():
    found = tags(list(EVERYDAY))

    assert "".join(LETTERS[one.label] for one in found) == "".join(EVERYDAY.values())


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("story", [WRITTEN, SPOKEN])
def test_a_part_that_is_taken_out_is_no_longer_seen(story, part):
    rest = [sentence for sentence, letter in story.items() if letter != LETTERS[part]]

    assert all(one.label != part for one in tags(rest))


def test_opinions_are_no_part_of_a_story():
    assert [one.label for one in tags(OPINIONS)] == [None, None, None]


def test_what_holds_no_word_has_no_part_and_changes_nothing_for_the_others():
    sentences = list(WRITTEN)
    spread = ["", *sentences[:3], " ?! ", *sentences[3:], "…"]

    found = tags(spread)

    assert [one.sentence for one in found] == spread
    assert [one.label for one in found if not one.sentence.strip(" ?!…")] == [None] * 3
    assert [one for one in found if one.sentence.strip(" ?!…")] == list(tags(sentences))


def test_nothing_has_no_parts():
    assert tags([]) == ()


@given(st.lists(st.text(max_size=60), max_size=8))
def test_whatever_is_said_the_shares_are_chances(sentences):
    found = tags(sentences)

    assert [one.sentence for one in found] == sentences
    for one in found:
        assert set(one.shares) == set(PARTS)
        assert all(0 <= share <= 1 for share in one.shares.values())
        assert sum(round(share * 10_000) for share in one.shares.values()) <= 10_000


def test_the_same_story_has_the_same_shares_in_another_process():
    code = f"from core.interview.tagging.tagger import tags; print(tags({list(WRITTEN)!r}))"

    shown = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, check=True, text=True, env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert shown == {f"{tags(list(WRITTEN))}\n"}


def test_the_weights_are_read_when_they_are_needed_and_without_numpy():
    code = (
        "import sys, core.interview.tagging.tagger as t; assert t.load.cache_info().currsize == 0;"
        "t.tags(['I called her.']); assert 'numpy' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_sentences_stay_whole_where_somebody_writes_full_stops():
    text = "I rang the depot and they sent a van. It came at six, so we opened on time."

    assert units(text) == (
        "I rang the depot and they sent a van.",
        "It came at six, so we opened on time.",
    )


def test_speech_without_full_stops_is_cut_where_clauses_begin():
    assert units(RAMBLE) == (
        "so I was on the tills",
        "and this woman came in with a broken kettle",
        "and she had no receipt",
        "and she was really angry",
        "so I asked her when she bought it",
        "and I found it on the system",
        "and in the end we swapped it",
        "and she went away happy",
    )


def test_a_purpose_stays_with_its_clause():
    text = "we moved the whole of the delivery to the back door so they could park without trouble"

    assert units(text) == (text,)


@given(st.lists(st.sampled_from([*RAMBLE.split(), "I", ".", "\n", "it's", "\u00a0", "?", ","])))
def test_no_word_is_lost_and_every_unit_stands_in_the_text(words):
    text = " ".join(words)

    found = units(text)

    assert "".join(found).split() == "".join(found).split()
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(unit in text for unit in found)


@pytest.mark.no_cover  # counting would slow what is timed
@pytest.mark.parametrize("piece", ["and i went there so we ", "and so ", "so      ", "a.b ", "it "])
def test_cutting_takes_time_in_proportion_to_the_text(piece):
    short, long = (piece * count for count in (2_000, 20_000))

    ratio = _seconds(long) / _seconds(short)

    assert ratio < 50  # a square would be 100


def _seconds(text: str) -> float:
    took = []
    for _ in range(3):
        start = process_time()
        units(text)
        took.append(process_time() - start)
    return min(took)
