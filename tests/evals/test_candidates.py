"""The simulated candidates hear each question of the bank for what it is, and stay with it."""

from collections.abc import Iterator
from itertools import product

import pytest

from core.interview.words.tables import table
from evals.candidates import Candidate, Line, Sort, lives
from evals.candidates.hearing import Wish, hear
from evals.candidates.life import table as candidates_table
from evals.candidates.turn import Turn, manners

MID = ("any", "mid")  # the level of all four jobs
FAMILIES = dict(
    zip(
        [life.name for life in lives()],
        ["health", "data", "sales", "customer_service"],
        strict=True,
    )
)
NURSE, ENGINEER, SALES, _ = lives()
JOBS = pytest.mark.parametrize("life", lives(), ids=lambda life: life.name)
REQUEST = manners()["clarify"]["answers"][2]
WORKING = (Wish.TECHNICAL, Wish.HYPOTHETICAL)
Entry = dict[str, str]


def entries(name, lists=()) -> Iterator[Entry]:
    """The questions of a file of the bank, as `{skill}` and the like are filled in for a nurse."""
    for group, questions in flat(table(name)):
        if not lists or group.rpartition(".")[2] in lists:
            yield from ({**one, "group": group, **filled(one)} for one in questions)


def flat(content, name="") -> Iterator[tuple[str, list[Entry]]]:
    for key, value in content.items():
        if isinstance(value, list):
            yield f"{name}.{key}", value
        elif isinstance(value, dict):
            yield from flat(value, f"{name}.{key}")


def filled(entry) -> Entry:
    words = {"skill": "wound care", "need": "set priorities", "company": "Northfield Hospital"}
    return {key: entry[key].format_map({**words, "served": "patient"}) for key in ("text", "plain")}


KINDS = [
    *((one, (Wish(one["group"].split(".")[1]),)) for one in entries("questions_start_and_end")),
    *((one, (Wish.PAST,)) for one in entries("questions_behavioural")),
    *((one, (Wish.HYPOTHETICAL,)) for one in entries("questions_situational")),
    *((one, (Wish.REQUIREMENT,)) for one in entries("questions_skill")),
    *((one, WORKING) for one in entries("technical/health")),
    *((one, WORKING) for one in entries("technical/data")),
    *((one, WORKING) for one in entries("technical/sales")),
    *((one, WORKING) for one in entries("technical/customer_service")),
]


def turn(life, *lines) -> Turn:
    """The questions among these lines are the interviewer's, every other one an answer."""
    said = ("Hello and welcome. Who are you?", "I am glad to be here.", *lines)
    return Turn(life, tuple(Line(text, bool(at % 2)) for at, text in enumerate(said)))


def answer(life, *lines, name="strong"):
    return Candidate(name, life).reply(turn(life, *lines).lines)


def test_every_question_of_the_bank_is_heard_as_its_kind():
    missed = [(one["text"], hear(one["text"], ["Yes."]).wish) for one, kinds in KINDS
              if hear(one["text"], ["Yes."]).wish not in kinds]  # fmt: skip

    assert missed == []
    assert len(KINDS) > 300


def test_an_explained_question_is_heard_as_the_question_before_it():
    explained = [(turn(NURSE, one["text"], REQUEST, one["plain"]), kinds) for one, kinds in KINDS]
    missed = [here.question for here, kinds in explained if here.heard.wish not in kinds]

    assert missed == []


@pytest.mark.parametrize(
    "bridge",
    ["Let us come back to the job.", "Now about you and this job.", "One more thing.",
     "Back to the job that you are applying for."],
)  # fmt: skip
def test_a_sentence_that_leads_over_does_not_change_what_is_heard(bridge):
    for question, wish in [
        ("How do you prevent mistakes with medicines?", Wish.TECHNICAL),
        ("When did you give somebody unwelcome news?", Wish.PAST),
        ("Suppose two colleagues fall ill. What would you do?", Wish.HYPOTHETICAL),
    ]:
        assert hear(f"{bridge} {question}", ["Yes."]).wish is wish


@JOBS
def test_there_is_something_to_say_on_every_question_for_the_level(life):
    family = FAMILIES[life.name]
    asked = [
        *entries("questions_behavioural", MID),
        *entries("questions_situational", MID),
        *(one for one in entries(f"technical/{family}") if "mid" in one.get("levels", MID)),
        *(one for one in entries("questions_start_and_end", MID)),
    ]
    texts = [one["text"].replace("Northfield Hospital", life.company)
             for one in asked if family not in one.get("not_for", ())]  # fmt: skip

    honest = {text for texts in manners()["practised"].values() for text in texts}
    assert [text for text in texts if answer(life, text).text in honest] == []
    assert len(texts) > 100


@JOBS
def test_a_question_about_the_past_gets_a_story_of_its_theme(life):
    for one in entries("questions_behavioural", MID):
        here = turn(life, one["text"])
        story = here.new_story()

        assert story, one["text"]
        assert set(story.themes) & set(here.heard.themes)


@pytest.mark.parametrize(
    ("life", "question", "word"),
    [
        (NURSE, "How do you decide what to do first when several patients need you?", "harm first"),
        (NURSE, "I see wound care in your CV. When did you last need it?", "diabetes"),
        (NURSE, "You name wound care in your CV. What do you do differently today?", "thorough"),
        (NURSE, "Think of a patient who led you to do part of your job differently.", "knee"),
        (ENGINEER, "I see SQL in your CV. When did you last need it?", "index"),
        (ENGINEER, "Your CV includes Python. What goes wrong most often there?", "clock"),
        (ENGINEER, "The job calls for experience with a cloud platform. How?", "S3"),
        (ENGINEER, "What did you do when a colleague's delay held up your own work?", "warehouse"),
        (SALES, "The advert asks for experience in negotiating contracts. What is it?", "pounds"),
        (SALES, "How do you build a sales forecast that others can rely on?", "stage"),
    ],
)
def test_an_answer_is_about_the_subject(life, question, word):
    assert word in answer(life, question).text


def test_a_question_that_is_explained_gets_the_answer_to_the_question():
    first = "How do you decide what to do first when several patients need you at the same time?"
    other = "More than one patient wants you right now. How do you choose who comes first?"

    told = answer(NURSE, first, REQUEST, other)

    assert told == answer(NURSE, first)
    assert "harm first" in told.text


def test_what_is_asked_for_from_outside_work_is_on_the_same_subject():
    question = "Think of a disagreement with a colleague about how to do a job. How did it end?"
    offer = "It need not come from a job. What would be a similar case from a course or a club?"

    told = answer(NURSE, question, "I can't think of an example, sorry.", offer)

    assert told.text == NURSE.outside["conflict"]


def test_somebody_with_no_story_on_the_subject_says_so_and_tells_no_other():
    told = answer(NURSE, "Think of a time when you sang in front of strangers. What did you sing?")

    assert told.sort is Sort.NO_EXAMPLE
    assert not any(story.subject in told.text for story in NURSE.stories)


@JOBS
def test_a_story_that_was_told_is_named_and_not_told_again(life):
    question = "Think of a conversation that went differently because you listened closely."
    lines = [question]
    for _ in life.stories:
        lines += [answer(life, *lines).text, question]

    last = answer(life, *lines)

    assert last.sort is Sort.DETAIL
    assert any(story.subject in last.text for story in life.stories)


def test_nothing_is_said_to_a_demand_that_is_unknown_but_that_it_is_unknown():
    told = answer(NURSE, "The advert asks for experience with forklifts. Where do you stand?")

    assert told.text in manners()["practised"]["requirement"]


@JOBS
def test_each_story_names_themes_that_can_be_heard(life):
    known = {theme for group in manners_themes().values() for theme in group}

    assert all(set(story.themes) <= known for story in life.stories)
    assert {theme for story in life.stories for theme in story.themes} == known
    assert set(manners_themes()) <= set(life.outside) <= known | set(manners_themes())


def manners_themes() -> dict[str, dict[str, list[str]]]:
    return candidates_table("asks")["theme"]


def test_all_requests_are_known_again():
    for life, text in product(lives(), manners()["clarify"]["answers"]):
        here = turn(
            life, "How do you hand over?", text.format(word="hand"), "What do you tell them?"
        )

        assert here.asked == "How do you hand over?"
