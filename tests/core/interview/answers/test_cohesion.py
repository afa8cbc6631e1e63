from __future__ import annotations

from core.interview.answers.cohesion import TOO_FEW, cohesion

STORY = [
    "The mixer in our bakery stopped at three in the morning.",
    "I opened the mixer and saw that a belt had come off.",
    "We had no second belt, so I rang the mill next door.",
    "The mill keeps belts of the same width for its sieve.",
    "I fitted one of them and the dough was kneaded by four.",
    "The bread left the bakery twenty minutes late.",
    "Since that night a spare belt hangs beside the mixer.",
]
FILLING = [
    "The heating was broken in the first week of spring.",
    "Somebody had bought a yellow folder at the market.",
    "My neighbour grows tomatoes behind his garage.",
    "Long e-mails arrived, usually late in the evening.",
    "A magazine at the dentist explained communication.",
    "The summer holidays came and the rota was empty.",
    "People laugh loudly on the bus to Spain.",
]


def test_a_story_that_comes_back_to_its_things_hangs_together():
    assert cohesion(STORY, frozenset()) == 1.0


def test_sentences_that_name_something_new_each_do_not():
    assert cohesion(FILLING, frozenset()) == 0.0


def test_what_is_said_of_somebody_again_goes_on_whatever_its_words():
    met = [f"They {sentence[0].lower()}{sentence[1:]}" for sentence in FILLING]

    assert cohesion(met, frozenset()) == 1.0


def test_a_sentence_with_a_word_of_the_question_is_tied_to_it():
    named = frozenset({"heat", "tomato", "bus", "rota"})

    assert cohesion(FILLING, named) > 0.5


def test_the_fewer_sentences_there_are_the_less_is_made_of_it():
    shares = [cohesion(FILLING[:count], frozenset()) for count in range(len(FILLING) + 1)]

    assert shares[: TOO_FEW + 1] == [1.0] * (TOO_FEW + 1)
    assert shares[TOO_FEW:] == sorted(shares[TOO_FEW:], reverse=True)
    assert len(set(shares[TOO_FEW:])) == len(shares[TOO_FEW:])
