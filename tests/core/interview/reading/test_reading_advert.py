from __future__ import annotations

import pytest

from core.interview.reading import JobReading, read_job
from core.models import Competency, Job

FLATTENED = (
    "Baker ( m/f/d ) Date posted: 2021-04-12 Job description Your Tasks You run the ovens on two "
    "floors and you help the new colleagues every day Planning of the night shift with the other "
    "bakeries Your Profile Proven experience in a large bakery with several ovens Good knowledge "
    "of hygiene rules Ability to lift 20 kg Ideally you have a driving licence We offer You get "
    "free bread and must see our canteen Job benefits: Ability to sleep at daytime"
)


def reading(description: str, title: str = "Baker") -> JobReading:
    return read_job(Job(title=title, company="Acme", description=description))


def musts(description: str) -> list[str]:
    return [need.quote for need in reading(description).must_haves]


def wishes(description: str) -> list[str]:
    return [need.quote for need in reading(description).nice_to_haves]


@pytest.mark.parametrize(
    "line",
    [
        "No experience required.",
        "A degree is not required.",
        "Knowledge of French is not essential.",
        "You do not need experience in a bakery.",
        "You will have the opportunity to gain experience in sales.",
        "You will have to get up early.",
        "Our bakers have experience in space travel.",
        "Acme Group is a leading company with years of experience in ovens.",
        "Would you like to use your experience in baking?",
        "If you have any questions about the required documents, please contact us.",
        "Call Ms Baker, who has experience in hiring, on +44 20 7946 0958.",
        "Please send your application, which must be in PDF.",
        "You must apply by the closing date.",
    ],
)
def test_nothing_is_demanded_by(line: str):
    assert reading(f"We bake bread. {line}").needs == ()


@pytest.mark.parametrize(
    "line",
    [
        "You have three years of practice in a bakery.",
        "We're looking for someone who knows sourdough by heart.",
        "Required: a clean driving licence.",
        "The ideal candidate knows sourdough by heart.",
        "As a person you are calm when the oven is not.",
        "You speak and write English fluently.",
        "Needed is a very good knowledge of ovens.",
        "Fluent English is a must while French is an advantage.",
        "A degree in food science, preferably from a university.",
    ],
)
def test_one_line_is_enough_for_a_demand(line: str):
    found = musts(line)

    assert len(found) == 1
    assert found[0] in line


@pytest.mark.parametrize(
    "line",
    [
        "Knowledge of French is an advantage but not a prerequisite.",
        "Rye, spelt and oats are all beneficial but not required.",
        "Experience with rye preferred.",
        "Bonus points for your own sourdough.",
        "A driving licence would be nice to have.",
    ],
)
def test_a_wish_is_no_demand(line: str):
    assert wishes(line) == [line]
    assert musts(line) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Who we are looking for",
        "Skills needed",
        "What's required",
        "Technical requirements",
        "Your profile",
        "Background and qualifications",
        "You possess the following qualities:",
        "**Requirements:**",
        "WHAT YOU BRING",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "* ", "", "\u2022", "1. ", "*\n"])
def test_demands_stand_under_headings_in_many_wordings(heading: str, mark: str):
    description = f"We bake bread.\n{heading}\n{mark}A steady hand\n{mark}Three years of baking"

    assert musts(description) == ["A steady hand", "Three years of baking"]


@pytest.mark.parametrize(
    "heading",
    ["What we offer", "Job benefits:", "About us", "How to apply", "Location:", "WHY JOIN US"],
)
def test_other_headings_end_the_demands(heading: str):
    description = f"Requirements\n- A steady hand\n{heading}\nBread for the whole family"

    assert musts(description) == ["A steady hand"]


def test_a_sentence_of_the_employer_ends_a_list_of_demands():
    description = "Requirements\n- A steady hand\nWe bake since 1850.\nThe town loves our bread."

    assert musts(description) == ["A steady hand"]


def test_a_wish_among_demands_is_a_wish_and_the_demands_go_on():
    description = "Requirements\n- A steady hand\n- Desirable: a sweet tooth\n- Clean shoes"

    assert wishes(description) == ["a sweet tooth"]
    assert musts(description) == ["A steady hand", "Clean shoes"]


def test_a_fact_on_its_own_line_ends_nothing():
    description = "Requirements\n- A steady hand\nLocation: Bath\n- Three years of baking"

    assert musts(description) == ["A steady hand", "Three years of baking"]


def test_the_items_behind_a_colon_are_told_apart():
    line = "Requirements: a clean driving licence; two years of baking; a very steady hand"

    found = musts(line)

    assert found == ["a clean driving licence", "two years of baking", "a very steady hand"]


def test_bare_names_behind_a_colon_stay_together():
    needs = reading("Required skills: Python, SQL, Docker").must_haves

    assert [need.quote for need in needs] == ["Python, SQL, Docker"]
    assert len(needs[0].skills) == 3


def test_bullets_in_the_middle_of_a_line_are_told_apart():
    line = "Your profile \u2022 A steady hand \u2022 Three years of baking"

    assert musts(line) == ["A steady hand", "Three years of baking"]


def test_an_advert_that_lost_its_line_breaks_is_read_by_its_headings_and_beginnings():
    found = reading(FLATTENED)

    assert [need.quote for need in found.must_haves] == [
        "Proven experience in a large bakery with several ovens",
        "Good knowledge of hygiene rules",
        "Ability to lift 20 kg",
    ]
    assert [need.quote for need in found.nice_to_haves] == ["Ideally you have a driving licence"]
    assert any(duty.startswith("You run the ovens") for duty in found.duties)


def test_what_an_advert_says_to_the_candidate_under_about_us_counts():
    description = "About us\nWe bake since 1850. You must have a steady hand."

    assert musts(description) == ["You must have a steady hand."]


def test_duties_are_no_demands():
    found = reading(
        "What you'll do\n- Run the ovens\n- Train two apprentices\nYou will start early."
    )

    assert found.duties == ("Run the ovens", "Train two apprentices", "You will start early.")
    assert found.needs == ()


def test_a_reason_is_never_taken_from_the_employers_own_talk():
    description = (
        "Our customers love our team.\nYour profile\n- You explain things to customers patiently"
    )

    quotes = reading(description).quotes

    assert quotes[Competency.CUSTOMER] == "You explain things to customers patiently"
    assert Competency.COLLABORATION not in quotes


def test_names_of_methods_speak_of_no_competency():
    quotes = reading("Requirements\n- Experience with machine learning and lead generation").quotes

    assert Competency.ADAPTABILITY not in quotes
    assert Competency.LEADING not in quotes


@pytest.mark.parametrize(
    "description",
    [
        "Wir suchen eine Pflegefachkraft für unsere Station. Wir freuen uns auf Ihre Bewerbung.",
        "Nous recherchons un infirmier pour notre hôpital à Lyon.",
        "\u0645\u0637\u0644\u0648\u0628 \u0645\u0645\u0631\u0636\u0629",
    ],
)
def test_an_advert_in_another_language_invents_nothing(description: str):
    assert reading(description).needs == ()


def test_an_advert_of_thirty_pages_is_read_to_its_end():
    filler = "\n".join(f"The oven number {n} was built in Bath and is loved." for n in range(1_200))
    description = f"{filler}\nRequirements\n- A steady hand"

    found = musts(description)

    assert len(description) > 55_000
    assert "A steady hand" in found
