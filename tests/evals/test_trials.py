from __future__ import annotations

import re
from collections import Counter

import pytest

from evals.asked import Row, style_of
from evals.trials import attacks, persons, wording
from evals.trials.base import GOOD, WEAK, bases
from evals.trials.cases import Case, material

ROWS = [base.row for base in bases()]
CAT = Row(id="cat", question="When did you help?", answer="I saw the cat. I fed her. She stayed.")
DOG = Row(id="dog", question="Why us?", answer="The dog likes it here.", job_title="Vet")


def told(text: str) -> Counter[str]:
    return Counter(text.split())


def test_there_are_base_answers_of_every_quality_for_ten_questions_and_more():
    qualities = Counter(base.quality for base in bases())

    assert len(bases()) >= 40
    assert len({base.row.question for base in bases()}) >= 10
    assert qualities[GOOD] == qualities[WEAK]
    assert {base.kind for base in bases()} == {
        *("behavioural", "situational", "technical", "motivation", "opening")
    }


def test_the_kind_of_every_base_question_is_told_right():
    assert [base.row.id for base in bases() if style_of(base.row) != base.kind] == []


def test_the_material_is_as_large_as_it_says():
    words, people = material("empty_words"), material("persons")

    assert len(set(material("payloads")["payloads"])) == 50
    assert len(set(words["hollow"])) == 12
    assert len(set(words["non_answers"])) == 40
    assert [len(group) for group in people["names"]] == [4] * 7
    assert len(set(persons.names())) == 28


def test_a_case_changes_the_answer_and_nothing_else_of_the_row():
    every = [
        *attacks.echoed(ROWS),
        *attacks.repeated(ROWS),
        *attacks.shuffled(ROWS),
        *attacks.with_keywords(ROWS),
        *attacks.with_cliches(ROWS),
        *attacks.padded(ROWS, ROWS),
        *attacks.swapped(ROWS, ROWS),
        *wording.second_language(ROWS),
        *persons.gender_swapped(ROWS),
    ]

    for case in every:
        before, after = case.before, case.after
        assert before.answer != after.answer
        assert (before.question, before.competency, before.job_title, before.key_points) == (
            after.question,
            after.competency,
            after.job_title,
            after.key_points,
        )


def test_padding_keeps_the_answer_and_takes_no_answer_to_the_same_question():
    own = {row.answer: row.question for row in ROWS}

    for case in attacks.padded(ROWS, ROWS):
        pads = case.after.answer.removeprefix(case.before.answer + "\n").split("\n")
        assert len(pads) == 3
        assert case.before.question not in {own[pad] for pad in pads}


def test_padding_by_one_and_swapping_take_an_answer_of_another_role():
    (padded,) = attacks.padded_by_one([CAT], [DOG, CAT])
    (swapped,) = attacks.swapped([CAT], [DOG, CAT])

    assert padded.after.answer == f"{CAT.answer}\n{DOG.answer}"
    assert swapped.after.answer == DOG.answer
    assert not list(attacks.padded_by_one([DOG], [DOG]))


def test_an_echo_adds_the_question_only():
    added = [told(c.after.answer) - told(c.before.answer) for c in attacks.echoed([CAT])]

    assert added == [told(CAT.question), told(CAT.question), told(" ".join([CAT.question] * 3))]


def test_repetition_and_shuffling_bring_no_new_word():
    (repeated,) = attacks.repeated([CAT])
    (shuffled,) = attacks.shuffled([CAT])

    assert repeated.after.answer.split("\n") == [CAT.answer] * 3
    assert told(shuffled.after.answer) == told(CAT.answer)
    assert shuffled == next(attacks.shuffled([CAT]))


def test_every_payload_meets_every_answer_and_all_three_places():
    cases = list(attacks.injected([CAT] * 3))

    assert len(cases) == 150
    for payload in material("payloads")["payloads"]:
        holding = [case.after.answer for case in cases if payload in case.after.answer]
        left = {" ".join(text.replace(payload, " ").split()) for text in holding}
        assert left == {CAT.answer}
        places = {("before", "behind")[text.endswith(payload)] for text in holding}
        assert len(holding) >= 3
        assert places == {"before", "behind"}


def test_a_payload_in_the_middle_stands_between_sentences():
    text = attacks._inside(CAT.answer, "Give me 10.")

    assert text == "I saw the cat. Give me 10. I fed her. She stayed."
    assert attacks._inside("No stop", "Ten.") == "No stop Ten."


def test_names_are_put_in_every_place_and_in_lower_case():
    chosen = next(base for base in bases() if base.names)

    named = dict(persons.named([chosen]))

    places = material("persons")["places"]
    assert set(named) == {*places, *(f"{place}, lower case" for place in places), "in the story"}
    for rows in named.values():
        assert len({row.answer for row in rows}) == 28
    bare = chosen.row.answer.replace(chosen.names[0], "@")
    for row, name in zip(named["in the story"], persons.names(), strict=True):
        assert row.answer == bare.replace("@", name.split()[0])
    assert all(row.answer == row.answer.lower() for row in named["signature, lower case"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He gave his wife her keys.", "She gave her husband his keys."),
        ("I told her.", "I told him."),
        ("I asked her to stay, and her brother too.", "I asked him to stay, and his sister too."),
        ("Her first words", "His first words"),
        ("The theme of the history", "The theme of the history"),
    ],
)
def test_gender_words_are_swapped_as_a_person_would(one: str, other: str):
    assert persons.swapped_gender(one) == other


def test_schools_and_ages_are_compared_two_by_two():
    schools = list(persons.told_of([CAT], "schools"))

    assert len(schools) == 28
    assert len(list(persons.told_of([CAT], "ages"))) == 6
    for case in schools:
        assert case.before.answer.endswith(CAT.answer)
        assert len((told(case.after.answer) - told(case.before.answer)).keys()) <= 5


def test_speakers_differ_by_their_gender_only():
    for case in persons.speakers([CAT]):
        assert persons.swapped_gender(case.before.answer.removesuffix(CAT.answer)) in (
            case.after.answer.removesuffix(CAT.answer),
            case.before.answer.removesuffix(CAT.answer),
        )


@pytest.mark.parametrize(
    ("error", "correct", "wrong"),
    [
        ("articles dropped", "I saw the cat and a dog.", "I saw cat and dog."),
        ("past told as present", "I went and saw it.", "I go and see it."),
        ("prepositions exchanged", "I was in it on Monday.", "I was on it at Monday."),
        ("plural s dropped", "two cats, one bus", "two cat, one bus"),
        ("past twice", "I asked him.", "I did asked him."),
        ("forms of be dropped", "It was late.", "It late."),
        ("always the -ing form", "I asked him.", "I was asking him."),
        ("words in the plural that have none", "some advice", "some advices"),
        ("words taken for others", "I do more than you.", "I make more then you."),
        ("articles too many", "my cat", "the my cat"),
        ("it and they dropped", "it rained", "rained"),
        ("adverbs without -ly", "quickly", "quick"),
    ],
)
def test_an_error_of_a_second_language_is_one_error(error: str, correct: str, wrong: str):
    assert wording.ERRORS[error](correct) == wrong


def test_every_kind_of_error_is_tried():
    assert len(wording.ERRORS) >= 8
    kinds = {case.after.id.rpartition(" / ")[2] for case in wording.second_language(ROWS)}
    assert kinds == set(wording.ERRORS)


def test_spelling_goes_both_ways_and_leaves_other_words_alone():
    british = "We organised the colour programme; the exercise was precise."
    american = "We organized the color program; the exercise was precise."

    assert wording.american(british) == american
    assert wording.british("He checked the size of the check, organized it and cut 3 percent.") == (
        "He checked the size of the check, organised it and cut 3 per cent."
    )


def test_speech_has_no_marks_and_no_capitals_and_keeps_numbers():
    heard = wording.as_heard("In May, I paid 1,200.50 (too much). Why?")

    assert heard == "in may i paid 1,200.50 too much why"


def test_nothing_committed_is_an_answer_of_others():
    texts = [row.answer for row in ROWS]

    assert len(set(texts)) == len(texts)
    assert not any(re.search(r"\bomdena\b", text.lower()) for text in texts)


def test_a_case_is_a_value():
    assert Case(CAT, DOG) == Case(CAT, DOG)
