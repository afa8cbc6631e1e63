from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.interview.masking.mask import cast_of, mask, masked, name_in_head

CV = "Mina Example, nurse\nmina@example.org\nLed a ward of 12 beds."
# Names that the list has, and some that are in no list.
NAMES = [
    *("Emily", "Lakisha", "Mohammed", "Wei", "Priya", "Oluwaseun", "Siobhan", "Carlos"),
    *("Thabo", "Zsofia", "Xanthippa", "Quellorin"),
]
PLACES = [
    "My name is {} and I ran the night shift.",
    "I'm {} and I ran the night shift.",
    "Hi, I'm {}. I ran the night shift.",
    "I worked with {} from finance on the budget.",
    "A colleague called {} checked the figures.",
    "My manager {} asked me to check the figures.",
    "In the end {} agreed, and the shift ran well.",
    "I called the supplier. Then {} and I checked the figures.",
    "I called the supplier myself.\nBest regards, {}",
]
SMALL = [
    "my name is {} and i ran the night shift",
    "hi i'm {} and i ran the night shift",
    "i worked with {} from finance on the budget",
    "a colleague called {} checked the figures",
]


def text_of(text: str, *others: str, cv: str = "") -> str:
    return mask(text, *others, cv=cv)[0].text


@pytest.mark.parametrize("place", PLACES)
def test_another_name_leaves_the_same_masked_text(place):
    assert len({text_of(place.format(name)) for name in NAMES}) == 1
    assert "[name" in text_of(place.format(NAMES[0]))


@pytest.mark.parametrize("place", SMALL)
def test_another_name_in_small_letters_leaves_the_same_masked_text(place):
    assert len({text_of(place.format(name.lower())) for name in NAMES}) == 1


def test_a_name_has_one_number_in_all_texts_and_counts_in_small_letters():
    first, second = mask("My colleague Quellorin Baskett said no.", "then quellorin came round")

    assert first.text == "My colleague [name 2] said no."
    assert second.text == "then [name 2] came round"


def test_the_candidates_own_name_is_known_from_the_head_of_the_cv():
    masked_text = text_of("As Mina I led, and mina Example was asked. For example, I did.", cv=CV)

    assert masked_text == "As [name 1] I led, and [name 1] was asked. For example, I did."


@pytest.mark.parametrize(
    ("cv", "name"),
    [
        (CV, "Mina Example"),
        ("CURRICULUM VITAE\n\nJosé da Silva\nEngineer", "José da Silva"),
        ("Name: Anne-Marie O'Brien", "Anne-Marie O'Brien"),
        ("Senior Software Engineer\nWork Experience", ""),
        ("", ""),
    ],
)
def test_the_head_of_a_cv_names_its_owner(cv, name):
    assert name_in_head(cv) == name


def test_words_of_gender_are_the_same_for_everybody():
    she = "She told her husband, a policeman, that Mrs Okoro had hurt herself."
    he = "He told his wife, a policewoman, that Mr Okoro had hurt himself."

    assert text_of(she) == text_of(he)
    assert text_of(he) == (
        "[they] told [their] [partner], a [police officer], that [name 2] had hurt [themself]."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I studied physics at Oxford.", "I studied physics at [school]."),
        ("I hold a degree from the University of Cape Town.", "I hold a degree from the [school]."),
        ("I went to Eton College.", "I went to [school]."),
        ("I am 52 and I like tills.", "I am [age] and I like tills."),
        ("As a 24-year-old, I led it.", "As a [age], I led it."),
        ("I was born in 1985.", "I was born in [age]."),
        ("I'm Nigerian; I came from Poland.", "I'm [origin]; I came from [origin]."),
        ("Write to mina@example.org.", "Write to [contact]."),
        ("Nationality: Irish\nI led.", "Nationality: [private]\nI led."),
    ],
)
def test_schools_ages_and_origins_are_masked(text, expected):
    assert text_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I am 100 % sure that it took 12 minutes.",
        "I was 5 minutes late and lost 30 points.",
        "The 84-year-old patient fell, aged 84 or so.",
        "I led a ward at St Mary's Hospital and at Morgan Stanley.",
        "We moved from Jenkins and Jira to GitHub with Ruby on Rails and Django.",
        "In April and May I will mark the grant, with hope and joy.",
        "Will you chase the rose grower in Paris?",
        "We use HIS, and sales rose MoM by 12 %.",
        "I'm happy, and I'm on time. I'm AWS certified.",
        "I worked with people from finance and with data from sales.",
        "The customers said no. We met the Polish supplier in Berlin.",
        "My name is on the list.",
    ],
)
def test_facts_skills_employers_and_everyday_words_stay(text):
    assert text_of(text) == text


def test_in_another_language_names_are_masked_and_nothing_else():
    text = "Ich heiße Wilma Ode und bin 52. Frau Mina Example war die Leiterin der Station."

    masked_text = text_of(text, cv=CV)

    assert masked_text == "Ich heiße [name 1] und bin 52. [name 1] war die Leiterin der Station."


def test_a_piece_of_the_masked_text_leads_back_to_the_candidates_own_words():
    (answer,) = mask("I asked Maria Lopez why her wife left. I led 12 people.")

    start = answer.text.index("asked [name 2] why")
    end = start + len("asked [name 2] why")

    assert answer.own(start, end) == "asked Maria Lopez why"
    assert answer.own(start, end - len("2] why")) == "asked Maria Lopez"
    assert answer.own(answer.text.index("left"), len(answer.text)) == "left. I led 12 people."


def test_placeholders_are_told_in_the_words_that_they_stand_for():
    text = "I asked Maria Lopez, and she agreed."
    cast = cast_of(text)

    assert cast.back("You asked [name 2], and [they] agreed [how often?].") == (
        "You asked Maria Lopez, and they agreed [how often?]."
    )


def test_without_numbers_it_does_not_matter_who_is_who():
    (answer,) = mask("Maria told Priya, and Priya told Maria.", numbered=False)

    assert answer.text == "[name] told [name], and [name] told [name]."


_PIECES = st.sampled_from([*NAMES, "she", "I am 52", "Mr", "[name 1]", "é", "\n", "Eton College"])


@given(st.lists(_PIECES | st.text(max_size=12), max_size=12).map(" ".join))
def test_every_piece_of_any_text_leads_back_to_it(text):
    first = masked(text, cast_of(text))

    assert first.own(0, len(first.text)) == text
    assert masked(text, cast_of(text)) == first
    for place in range(len(first.text)):
        assert first.own(place, place + 1) in text
