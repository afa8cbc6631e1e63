from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.interview.wording import Facts, fault_of, opening_fault_of
from core.interview.words.tables import table
from core.models import LANGUAGES
from tests.core.interview.wordings import FAULTY, HONEST, KNOWN

FACTS = Facts((KNOWN,))
TEN = {"en", "es", "fr", "de", "pt", "it", "ar", "hi", "zh", "ja"}
FAULTY_ROWS = [
    (language, question, fault)
    for fault, by_language in FAULTY.items()
    for language, questions in by_language.items()
    for question in questions
]


@pytest.mark.parametrize(
    "question",
    [
        "What was your own part in this?",
        "What would be a good example of that?",
        "What does good work look like on a ward?",
        "How do you work with children and their families on the ward?",
        "When did your health and safety training help you?",
        "How do you keep your health care records up to date?",
        "How did you handle the race condition?",
        "您是怎么做的\uff1f",
        "どのように対応しましたか。",
        "ما هو دورك؟",
        "Ποιος ήταν \u03bf ρόλος σας;",
        "คุณทำอะไรในสถานการณ์นั้น",
        "You said “we moved it”: what came of that?",
    ],
)
def test_a_plain_question_can_be_asked(question: str):
    assert fault_of(question) is None


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ("", "The question is empty."),
        ("  \n", "The question is empty."),
        ("Tell me more.", "There is no question mark."),
        ("Why? How?", "There is more than one question."),
        ("为什么\uff1f怎么\uff1f", "There is more than one question."),
        ("why " * 61 + "?", "The question has more than 60 words."),
        ("# Next\nWhy?", "The question holds a heading, a list or other markup."),
        ("- why?", "The question holds a heading, a list or other markup."),
        ("1. Why was that?", "The question holds a heading, a list or other markup."),
        ("**Why** was that?", "The question holds a heading, a list or other markup."),
        ("Great answer! Why?", "The question praises or thanks the candidate."),
        ("Excellent. What came next?", "The question praises or thanks the candidate."),
        ("Well done, and what came next?", "The question praises or thanks the candidate."),
        ("Thank you for sharing that, what next?", "The question praises or thanks the candidate."),
        ("That\u2019s impressive. What next?", "The question praises or thanks the candidate."),
        ("That's a great example: what next?", "The question praises or thanks the candidate."),
        ("How old are you?", "The question touches a protected topic."),
        ("Are you married?", "The question touches a protected topic."),
        ("Do you plan to have children?", "The question touches a protected topic."),
        ("Do you have any kids?", "The question touches a protected topic."),
        ("What is your religion?", "The question touches a protected topic."),
        ("How is your health?", "The question touches a protected topic."),
        ("What is your nationality?", "The question touches a protected topic."),
        ("Where are you originally from?", "The question touches a protected topic."),
        ("As an AI, what do I ask?", "The question talks about itself or about a model."),
        ("Here is the next question: why?", "The question talks about itself or about a model."),
    ],
)
def test_a_fault_is_named(question: str, fault: str):
    assert fault_of(question) == fault


@given(st.text(max_size=200))
def test_any_text_is_either_fine_or_has_a_fault_in_a_sentence(text: str):
    fault = fault_of(text)

    assert fault is None or fault.endswith(".")


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, question) for language, asked in HONEST.items() for question in asked],
)
def test_an_honest_question_is_never_rejected(language: str, question: str):
    assert fault_of(question, FACTS, language) is None


@pytest.mark.parametrize(("language", "question", "fault"), FAULTY_ROWS)
def test_a_faulty_question_is_rejected_and_its_fault_named(
    language: str, question: str, fault: str
):
    found = fault_of(question, FACTS, language)

    assert found is not None
    assert found.startswith(fault)


def test_all_ten_languages_are_offered_and_have_every_list():
    lists = {"praise", "praise_opening", "leading", "leading_opening", "leading_tag", "giving"}
    lists |= {"meta", "second", "protected", "words"}

    assert set(LANGUAGES) >= TEN
    for language in TEN:
        assert set(table("wording")[language]) == lists
        assert language in HONEST


def test_no_phrase_stands_twice_in_a_list():
    for language, lists in table("wording").items():
        for name, phrases in lists.items():
            assert len(phrases) == len(set(phrases)), (language, name)


def test_sixty_words_are_counted_as_each_script_writes_them():
    chinese = "我们" * 61

    assert fault_of(f"{'为什么' * 40}\uff1f", language="zh") is None
    assert fault_of(f"{chinese}\uff1f") == "The question has more than 60 words."
    assert fault_of("क्यों " * 60 + "?") == "The question has more than 60 words."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How did you save 40k?", "I saved 40,000 euros."),
        ("How did you save 40,000?", "I saved 40k."),
        ("What did the 12 of you do?", "We were twelve."),
        ("What did you change in ٢٠١٩ exactly?", "From 2019 on."),
        ("Which 5 steps did you take?", ""),
        ("How do you work 24/7 shifts?", ""),
        ("What was your part at the NHS Trust?", "National Health Service Trust"),
        ("What did PostgreSQL do better?", "We used Postgres."),
        ("How did Northfield's planners react?", "northfield planners"),
        ("Why did you pick Power BI?", "PowerBI"),
        ("Which KPIs did you follow?", ""),
        ("What would you tell Ms Young, who is waiting?", "Mrs Young"),
        ("WHAT DID YOU DO THEN?", ""),
        ("How did you use S3 there?", "Kept in S3."),
        ("In that team, what did YOU do?", ""),
        ("What was plan B?", ""),
    ],
)
def test_what_was_mentioned_in_another_form_is_not_invented(question: str, text: str):
    assert fault_of(question, Facts((text,))) is None


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("How did you save 40%?", "40"),
        ("How did you save €5?", "5"),
        ("How did you use Terraform?", "Terraform"),
        ("What made Acme GmbH special?", "Acme"),
        ("GraphQL changes often: how do you keep up?", "GraphQL"),
    ],
)
def test_what_nobody_has_mentioned_is_named(question: str, named: str):
    fault = fault_of(question, Facts(("Nothing.",)))

    assert fault == f"The question names {named}, which nobody has mentioned."


def test_a_name_that_is_told_to_a_model_stays_short():
    fault = fault_of(f"How did you use A{'bC' * 90}?", Facts(("",)))

    assert fault is not None
    assert len(fault) < 100


@pytest.mark.parametrize("part", ["9", "9k", "1,", "A ", "A-", "Aa of ", "“"])
def test_a_long_document_of_whatever_kind_takes_no_long_time(part: str):
    began = time.process_time()

    fault_of("How did Globex do it?", Facts((part * 20_000,)), "fr")

    assert time.process_time() - began < 3.0, "twenty times what it takes"


def test_german_nouns_are_no_names():
    question = "Welche Verbesserung haben Sie im Lager und im Versand erreicht?"

    assert fault_of(question, FACTS, "de") is None


def test_capitals_tell_a_name_where_the_documents_are_in_the_same_language():
    question = "¿Cómo llegó al puesto que tenía en Globex?"
    spanish = Facts(("Los turnos del hospital y las enfermeras que hay desde el lunes.",))

    assert fault_of(question, spanish, "es") is not None
    assert fault_of(question, FACTS, "es") is None, "a place may be called otherwise in English"


def test_words_of_the_candidate_do_not_tell_the_language():
    question = "Sie sagten „we moved it because the labels were alike and they agreed“: und dann?"

    assert fault_of(question, Facts((question,)), "de") is None


def test_a_few_letters_do_not_tell_a_language():
    assert fault_of("Und dann?", FACTS, "ar") is None


@pytest.mark.parametrize("language", ["nl", "pl", "tr", "sv"])
def test_a_language_without_lists_is_held_to_the_rules_that_all_have(language: str):
    question = "Wat heeft u toen zelf gedaan om het op te lossen?"

    assert fault_of(question, FACTS, language) is None
    assert fault_of(f"Excellent! {question}", FACTS, language) is not None


@pytest.mark.parametrize("language", sorted(TEN))
def test_a_beginning_is_rejected_only_for_what_nothing_can_mend(language: str):
    for question in HONEST[language]:
        for end in range(len(question)):
            assert opening_fault_of(question[:end], language) is None, question[:end]


@pytest.mark.parametrize(
    ("beginning", "language"),
    [
        ("Great answer", "en"),
        ("¡Excelente! ¿Qué", "es"),
        ("太好了\uff01那么", "zh"),
        ("As an AI, I", "en"),
        ("## Question 2", "en"),
    ],
)
def test_a_beginning_that_nothing_can_mend_is_rejected(beginning: str, language: str):
    assert opening_fault_of(beginning, language) is not None


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from([*LANGUAGES, "sv"]))
def test_whatever_is_said_and_known_a_fault_is_one_short_sentence(
    text: str, known: str, language: str
):
    fault = fault_of(text, Facts((known,)), language)

    assert fault is None or (fault.endswith(".") and len(fault) < 120 and "\n" not in fault)


@given(st.text(max_size=120))
@example("0Aa?")
def test_what_stands_in_the_facts_is_never_invented(text: str):
    assert "nobody has mentioned" not in (fault_of(text, Facts((text,))) or "")


@given(st.text(max_size=120), st.text(max_size=60), st.sampled_from(sorted(TEN)))
def test_a_fault_of_a_beginning_is_there_to_the_end(start: str, rest: str, language: str):
    if opening_fault_of(start, language):
        assert fault_of(start + rest, language=language)
