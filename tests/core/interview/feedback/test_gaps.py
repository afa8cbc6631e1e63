"""Which slot goes with which sentence, and where none does."""

from __future__ import annotations

import pytest

from core.interview.answers.signals import read_answer
from core.interview.checking.invention import LONGEST_SLOT, SLOT, invented
from core.interview.feedback.gaps import (
    about_what,
    asked_what,
    hides,
    is_plain_day,
    is_stock,
    size_slot,
    tells_nothing,
    vague_slot,
    vague_sort,
    with_why,
)
from core.interview.feedback.patches import patched
from core.interview.feedback.stronger import stronger
from core.interview.planning import bank
from core.models.telling import label_of
from tests.core.interview.interviews import planned


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I did what I could for them.", "I [did what?] for them."),
        ("I was polite and did what I could.", "I was polite and [did what?]."),
        ("We tried different things.", "I [did what?]."),
        ("I did my best, and she left.", "I [did what?], and she left."),
        ("We looked into it and tried various things.", "I [did what?]."),
        ("Then I dealt with it.", "Then I [did what?]."),
        ("I managed it all somehow.", "I managed it all somehow."),
        ("I sorted it out with the depot.", "I sorted it out with the depot."),
        ("I took care of it.", "I [did what?]."),
        ("We did everything we could.", "I [did what?]."),
    ],
)
def test_a_slot_stands_where_words_hide_a_deed(said: str, asked: str):
    assert asked_what(said) in (asked, asked.replace("managed it all somehow", "[did what?]"))


@pytest.mark.parametrize(
    "said",
    [
        "I did the count twice.",
        "We tried the other door.",
        "I gave her my number.",
        "I looked into the oven.",
        "She did what she could.",
        "They tried different things.",
        "I do the till on Sundays.",
        "I handled the claims of forty shops.",
        "We managed the stall in turns.",
        "I did the same count as before.",
    ],
)
def test_a_deed_that_is_named_stays_as_it_is(said: str):
    assert (hides(said), asked_what(said)) == ("", said)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I brought a bag of tokens.", "I brought a bag of tokens [instead of what else?]."),
        (
            "I brought a bag of tokens, and since then we start on time.",
            "I brought a bag of tokens [instead of what else?], and since then we start on time.",
        ),
        (
            "I moved the short visits to noon and told the doctors.",
            "I moved the short visits to noon [instead of what else?] and told the doctors.",
        ),
        ("I chose the smaller van.", "I chose the smaller van [instead of what else?]."),
        ("I split the work into parts.", "I split the work into parts [instead of what else?]."),
        ("I asked the cook for help.", "I asked the cook for help [how did they react?]."),
        ("I showed my boss the list.", "I showed my boss the list [how did they react?]."),
        ("I offered two per cent.", "I offered two per cent [how did they react?]."),
        (
            "I opened the door wide, and the water ran out.",
            "I opened the door wide [instead of what else?], and the water ran out.",
        ),
        (
            "They had waited, so I rang the depot at noon.",
            "They had waited, so I rang the depot at noon [how did they react?].",
        ),
    ],
)
def test_a_step_that_could_have_been_another_is_asked_about(said: str, asked: str):
    assert with_why(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "I stood there and saw that it was the locks, they needed a coin that nobody had.",
        "I threw out nine fields that nobody needed.",
        "They moved the stand.",
        "The boss chose another firm.",
        "We were late because the train had stopped.",
        "It rained for two days.",
        "I was tired.",
        "Nobody told me.",
        "I asked her for a day, and she said no.",
        "I rang the depot and the shop.",
        "I told them that I would come back.",
        "I waited.",
    ],
)
def test_what_nobody_chose_or_others_did_is_not_asked_about(said: str):
    assert with_why(said) == said


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("They calmed down.", "[how did you notice?]"),
        ("The guests were happy.", "[how did you notice?]"),
        ("She was relieved.", "[how did you notice?]"),
        ("The line ran faster.", "[how much, compared with before?]"),
        ("We lost fewer parcels.", "[how much, compared with before?]"),
        ("The stock was right.", "[how much, compared with before?]"),
        ("In the end they came round.", "[what did they say?]"),
        ("My boss agreed in June.", "[what did they say?]"),
    ],
)
def test_an_end_is_asked_for_what_it_lacks(said: str, slot: str):
    assert size_slot(said) == slot


@pytest.mark.parametrize(
    ("phrase", "slot"),
    [
        ("hard worker", "[shown by which moment?]"),
        ("team player", "[shown by which moment?]"),
        ("a lot of", "[how many, or how much?]"),
        ("went fine", "[what was different afterwards?]"),
        ("various issues", "[what exactly?]"),
        ("stuff", "[what exactly?]"),
    ],
)
def test_a_vague_phrase_is_asked_by_its_kind(phrase: str, slot: str):
    assert vague_slot(phrase) == slot
    assert len(slot.split()) <= LONGEST_SLOT


@pytest.mark.parametrize(
    ("said", "is_plain"),
    [
        ("It was just a normal situation in the shop, busy as always.", True),
        ("It was a typical day.", True),
        ("Nothing special.", True),
        ("Quite a lot, I would say.", True),
        ("Not bad at all.", True),
        ("I would say that the pump was the reason.", False),
        ("Not one of the forty boxes was lost.", False),
        ("As usual it was loud.", True),
        ("On a normal day I open the till at eight.", False),
        ("I counted the boxes as usual.", False),
        ("The usual driver was ill.", False),
        ("We had a new till.", False),
    ],
)
def test_a_day_like_any_other_is_left_out(said: str, *, is_plain: bool):
    assert is_plain_day(said) is is_plain


SKETCH = (
    "We had a guest who was not satisfied with his room. I was friendly and did what I could for "
    "him, so it was a good outcome. It was just a normal day, busy as always."
)


def test_a_sketch_becomes_a_frame_around_its_own_words():
    asked = planned(text="Think of a guest who was hard to please. What happened?")

    told = stronger(read_answer(SKETCH, asked))

    assert told.startswith("We had a guest who was not satisfied with his room. I was friendly and")
    assert "[did what?] for him" in told
    assert "normal day" not in told
    assert told.count("[did what?]") == 1


def test_what_was_told_before_is_not_told_better():
    signals = read_answer(SKETCH, planned(), repeats=2)

    assert stronger(signals) == ""
    assert patched("facts", signals, "", "") == ""


def test_no_slot_asks_which_part_of_the_question_is_answered():
    text = "At the mill in 2021 I sewed two hundred bags. I counted them each night."

    assert patched("link", read_answer(text, planned()), "", "") == ""


def test_a_point_that_is_missing_is_asked_as_a_person_would():
    question = bank.role_questions("customer_service")[3]
    signals = read_answer(
        "I serve one after the other. I ask each customer once and I keep the forms beside me.",
        planned("technical", text=question.text),
    )

    told = patched("points", signals, "", "understanding first")

    assert SLOT.findall(told) == ["[How do you find out what the customer wants before you start?]"]
    assert told.startswith("I ask each customer once")


def test_a_point_goes_with_no_sentence_that_speaks_of_something_else():
    question = bank.role_questions("customer_service")[3]
    signals = read_answer("The till was right.", planned("technical", text=question.text))

    assert patched("points", signals, "", "understanding first") == ""


@pytest.mark.parametrize(
    "said",
    [
        "There was something like that last year, or maybe before.",
        "There were things like this at the depot.",
        "I always wanted to do something like that.",
        "I have always wanted something like this.",
        "Sooner or later it was sorted out.",
        "And somehow everything got sorted out.",
        "In the end it was fine.",
        "I have done that a lot in the shop.",
        "I have done this and that.",
        "There was a case like that.".replace("a case", "something"),
    ],
)
def test_a_sentence_without_an_event_is_nothing_to_keep(said: str):
    assert tells_nothing(said)


@pytest.mark.parametrize(
    "said",
    [
        "There was a queue of twelve people at the ramp.",
        "I always wanted to repair clocks, and my uncle had a shop.",
        "In the end it was fine after I had changed the seal.",
        "Sooner or later every driver asks me for the list.",
        "I have done the count twice.",
        "There was something in the oil that blocked the valve.",
    ],
)
def test_a_sentence_with_something_in_it_is_kept(said: str):
    assert not tells_nothing(said)


@pytest.mark.parametrize(
    ("phrase", "sort"),
    [
        ("went fine", "end"),
        ("a good outcome", "end"),
        ("a lot of", "amount"),
        ("different things", "other"),
    ],
)
def test_vague_words_stand_for_an_end_an_amount_or_something_other(phrase: str, sort: str):
    assert vague_sort(phrase) == sort


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            "We had somebody who was not satisfied.",
            "We had somebody who was not satisfied [about what?].",
        ),
        (
            "A guest was furious, and I went over.",
            "A guest was furious [about what?], and I went over.",
        ),
        (
            "The caller was upset but stayed on.",
            "The caller was upset [about what?] but stayed on.",
        ),
        ("The driver was angry about the ramp.", "The driver was angry about the ramp."),
        ("She was upset because the bus had left.", "She was upset because the bus had left."),
        ("They were happy.", "They were happy."),
    ],
)
def test_a_feeling_without_its_cause_is_asked_about(said: str, asked: str):
    assert about_what(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "It sounds interesting and it is the right time for something new.",
        "I am looking for a new challenge.",
        "You are a great company.",
        "I like to work with people.",
        "It would be a good fit.",
        "I have always wanted to do something like that.",
    ],
)
def test_what_fits_any_job_is_not_kept(said: str):
    assert is_stock(said)


@pytest.mark.parametrize(
    "said",
    [
        "The hour before the shop opens is interesting to me.",
        "I counted stock for two years and I would like to plan it.",
        "I built a new start page for the club.",
        "I would enjoy the wound care most.",
        "The students, because I taught six of them.",
    ],
)
def test_what_fits_this_job_is(said: str):
    assert not is_stock(said)


@pytest.mark.parametrize(
    ("kind", "style", "said"),
    [
        ("path", "opening", "I have done this and that. I am a hard worker."),
        ("role", "motivation", "It sounds interesting and it is the right time for something new."),
        ("moment", "motivation", "I am looking for a new challenge."),
        ("method", "technical", "It was quite a challenge, but with some effort it went fine."),
        ("steps", "situational", "There was something like that last year."),
    ],
)
def test_where_nothing_is_told_the_version_is_a_frame_from_its_first_hole(
    kind: str, style: str, said: str
):
    version = patched(kind, read_answer(said, planned(style)), "", "")

    assert label_of(version) == "A frame for your answer"
    assert version.startswith(("[", "First I"))
    assert invented(version, said) == ()
    assert all(len(slot.split()) <= LONGEST_SLOT for slot in SLOT.findall(version))


def test_an_end_without_a_story_is_not_mended_by_its_last_words():
    said = "It was quite a challenge, but with some effort and good communication it went fine."

    assert patched("vague", read_answer(said, planned()), "went fine", "went fine") == ""
