from __future__ import annotations

from dataclasses import replace

import pytest

from core.interview.coverage.coverage_map import demands
from core.models import Plan
from tests.core.interview.coverage.test_coverage import ASKING, CLEAR, PATIENT, interview
from tests.core.interview.interviews import GERMAN, STRONG, VAGUE, planned

WATCH = "Watch the nightly loads and mend what breaks"
CHECKS = (
    "I check the columns at the door before anything depends on them. I ring the people at the "
    "source and map the new name in one place."
)
UNSHOWN = "asked in question 1, not shown"
NAMELESS = "asked in question 1, and answer 1 does not name it"
AIMED = "question 1 aimed at it; the answer did not reach it"
EXPLAIN = "The ability to explain technical matters to colleagues"
SERVE = "Serve customers and help them find what they need"
FAULTS = "You report faults that guests find to the house technician"
RECORDS = "You keep the records of our patients up to date"
DISPUTE = "When did you settle a dispute between two colleagues?"


@pytest.mark.parametrize(
    ("line", "asked", "answer", "style", "standing"),
    [
        # Planned because of the line, and asking for something else: it aimed at it.
        (CLEAR, DISPUTE, "no", "behavioural", AIMED),
        ("Reliable in all that you do", DISPUTE, STRONG, "behavioural", AIMED),
        (EXPLAIN, "When did you have to explain a delay?", "no", "behavioural", AIMED),
        (SERVE, DISPUTE, STRONG, "behavioural", AIMED),
        ("Able to work on Saturdays", DISPUTE, STRONG, "behavioural", "not asked"),
        # Planned because of the line, and speaking of it.
        (CLEAR, ASKING, "no", "behavioural", UNSHOWN),
        (EXPLAIN, "When did you explain something to colleagues?", "no", "behavioural", UNSHOWN),
        (SERVE, "When did you serve a customer well?", "no", "behavioural", UNSHOWN),
        (CLEAR, ASKING, PATIENT, "behavioural", "shown in answer 1"),
        (SERVE, "When did you last serve a customer?", STRONG, "behavioural", NAMELESS),
        (FAULTS, "Which fault did a guest tell you of?", STRONG, "behavioural", NAMELESS),
        # One word of the line is in many questions that ask for something else.
        (SERVE, "Think of a customer who was hard to please.", "no", "behavioural", AIMED),
        (SERVE, "Think of a customer who was late.", STRONG, "behavioural", AIMED),
        (FAULTS, "Think of an angry guest. What happened?", STRONG, "behavioural", AIMED),
        (RECORDS, "Think of a busy day with patients.", STRONG, "behavioural", AIMED),
        (WATCH, "A file changes. What do you do?", CHECKS, "technical", "shown in answer 1"),
        (WATCH, "A file changes. What do you do?", VAGUE, "technical", UNSHOWN),
        (WATCH, "A file changes. What do you do?", GERMAN, "technical", UNSHOWN),
        (WATCH, "What do you look forward to?", CHECKS, "motivation", "not asked"),
        (WATCH, "What led you here?", CHECKS, "opening", "not asked"),
    ],
)
def test_a_line_that_a_question_was_planned_for_was_asked(
    line: str, asked: str, answer: str, style: str, standing: str
):
    question = planned(style, text=asked, quote=line)
    session = interview((asked, answer), advert=f"Essential:\n- {line}")

    [found] = demands(replace(session, plan=Plan((question,))))

    assert found.standing == standing


@pytest.mark.parametrize(
    "reason",
    [
        f"Asked about teamwork, which matters in most jobs; one task here is “{WATCH}”.",
        f"Asked because the job is one in data; one task here is “{WATCH}”.",
        f"Asked because your CV mentions “{WATCH}”.",
    ],
)
def test_a_line_that_a_question_only_mentions_as_one_task_was_not_asked(reason: str):
    question = planned("technical", text=DISPUTE, quote=WATCH, reason=reason)
    session = interview((DISPUTE, CHECKS), advert=f"Essential:\n- {WATCH}")

    [found] = demands(replace(session, plan=Plan((question,))))

    assert found.asked == ()


def test_of_a_line_in_parts_a_date_has_to_be_asked_for_by_itself():
    line = "Reliable, and able to work every second Saturday"
    question = planned(text=DISPUTE, quote=line)
    session = interview((DISPUTE, PATIENT), advert=f"Essential:\n- {line}")

    found = demands(replace(session, plan=Plan((question,))))

    assert [one.asked for one in found] == [(1,), ()]


LEADS = "Led people or projects, with or without the title"


@pytest.mark.parametrize(
    ("duty", "must", "answer", "standing", "is_noted"),
    [
        # What a must-have asks for already keeps its line and is shown by the same.
        (
            "You negotiate annual contracts with our largest customers",
            "Experience in negotiating contracts of more than 100,000 pounds",
            "I negotiated a contract of 170,000 pounds a year with a maker of soups.",
            "shown in answer 1",
            True,
        ),
        ("You lead a team of five", LEADS, "I led a team of four.", "shown in answer 1", False),
        ("You lead a team of five", LEADS, "I like people.", "not asked", False),
        # Nothing of the kind is asked for elsewhere.
        ("You win new customers", LEADS, "I led a team of four.", "not asked", False),
        ("You keep the hall tidy", LEADS, "I led a team of four.", "not asked", False),
    ],
)
def test_a_duty_that_a_must_have_asks_for_keeps_its_line(
    duty: str, must: str, answer: str, standing: str, *, is_noted: bool
):
    advert = f"Your tasks:\n- {duty}\n\nEssential:\n- {must}"

    found = {one.job_quote: one for one in demands(interview(("And?", answer), advert=advert))}

    assert found[duty].standing == standing
    assert (must in found[duty].note) == is_noted


def test_every_duty_of_the_advert_is_listed():
    duties = [f"Clean the {name} hall" for name in ("red", "blue", "green", "white", "black")]
    duties += [f"Mend the {name} mill" for name in ("stone", "steel", "gas", "glass", "paper")]
    advert = "Your tasks:\n" + "".join(f"- {duty}\n" for duty in duties)
    advert += "\nEssential:\n- Experience with ovens\n- Experience with kilns\n- Strong SQL"

    lines = [one.job_quote for one in demands(interview(advert=advert))]

    assert set(duties) <= set(lines)


@pytest.mark.parametrize(
    ("answer", "standing"),
    [
        ("I rang the surgeon and asked what would have to be true.", "shown in answer 1"),
        ("I planned the stairs with the physiotherapist.", "shown in answer 1"),
        ("I went to the doctor because of my knee.", "not asked"),
        ("I rang the software people each morning.", "not asked"),
    ],
)
def test_working_with_doctors_is_shown_by_what_was_done_with_one(answer: str, standing: str):
    line = "You work closely with doctors, physiotherapists and pharmacists"

    [found] = demands(interview(("And?", answer), advert=f"Your tasks:\n- {line}"))

    assert found.standing == standing


def test_a_list_of_the_cv_shows_a_line_whose_words_are_spelled_in_another_form():
    line = "You give medication safely and keep electronic records up to date"
    listed = "Wound care, medication safety, electronic records"

    [found] = demands(interview(advert=f"Your tasks:\n- {line}", cv=f"Skills\n{listed}"))

    assert found.cv_quote == listed


LABELS = (
    "In March a soup maker asked us for new labels within a week. I rang three people at the "
    "customer: the buyer, the line manager and the lady in quality. I offered them a trial for "
    "nothing. In the end they signed for two years, 90,000 pounds in all."
)
PLEASE = "Think of a customer who was hard to please. What happened?"
RULE = "How do you explain a rule to a customer who finds it unfair?"
BACK = "You bring what customers complain about back to quality and production"
TAKEN = (
    "In March a customer told me that our labels tore. I asked for two of them and photographed "
    "the tear. I brought the complaint back to our quality people and to production on the same "
    "day. In the end they changed the glue, and nobody complained again."
)
BOILER = (
    "In January a man came in at ten to six with a broken part, and it was freezing. I said that I "
    "am not allowed to sell anything that only looks like it. He got loud. I took a photo of the "
    "number and rang two shops which could have it, and I drew the way to the second on a bag. In "
    "the end he had the part at half past six."
)
STEP_IN = "When did you step in to lead although nobody had appointed you?"
FLOOD = (
    "In May the cellar of our club stood under water, and ten people stood around. I shut the tap"
    ", sent two of them for buckets. In the end it was dry after an hour."
)
MONDAY = (
    "In March our head of team fell ill, and nobody had been asked to do anything. I said that I "
    "would run the Monday call unless somebody else wanted to. I had each of them name the deals "
    "that would die, and I wrote a name beside each. I rang the mill and said whom to ring. In the "
    "end five of the seven were signed, and the director asked me to go on."
)
RULED = (
    "I let the customer finish first and ask what they bought, and when. Then I say what the rule "
    "is for, and I offer what I can do at once, an exchange or a voucher. I fetch my boss when "
    "somebody wants it in writing."
)


@pytest.mark.parametrize(
    ("line", "asked", "answer", "style", "standing"),
    [
        # A noun that the line has too is no act on it; it is the customer's own quality department.
        (BACK, PLEASE, LABELS, "behavioural", AIMED),
        (BACK, PLEASE, TAKEN, "behavioural", "shown in answer 1"),
        # What somebody says of themselves is no act, and what is rated low shows nothing.
        (
            SERVE,
            RULE,
            "I take things as they come, and people can rely on me.",
            "technical",
            AIMED,
        ),
        (
            SERVE,
            RULE,
            "I am a people person. Everybody trusts me with the keys.",
            "technical",
            AIMED,
        ),
        (SERVE, RULE, "I love customers and I know what they like.", "technical", AIMED),
        (SERVE, RULE, RULED, "technical", "shown in answer 1"),
        # What it asked for is not said with those whom the line is about, and the answer is.
        ("You lead a team of four", STEP_IN, MONDAY, "behavioural", "shown in answer 1"),
        ("You lead a team of four", STEP_IN, VAGUE, "behavioural", AIMED),
        # To explain a delay is not to explain what is technical.
        (EXPLAIN, "When did you have to explain a delay?", MONDAY, "behavioural", AIMED),
        # One sentence may tell several steps.
        (LEADS, STEP_IN, FLOOD, "behavioural", "shown in answer 1"),
        (LEADS, STEP_IN, FLOOD.replace(", sent", " but"), "behavioural", UNSHOWN),
        # A line that names nothing but whom one works for: any good story about one of them.
        (SERVE, PLEASE, BOILER, "behavioural", "shown in answer 1"),
        (SERVE, PLEASE, BOILER.replace("a man", "a fox"), "behavioural", AIMED),
        ("Negotiate with customers", PLEASE, BOILER, "behavioural", AIMED),
        ("Sell bicycle insurance to customers", PLEASE, BOILER, "behavioural", AIMED),
    ],
)
def test_a_line_is_shown_by_what_was_done_about_it(
    line: str, asked: str, answer: str, style: str, standing: str
):
    question = planned(style, text=asked, quote=line)
    session = interview((asked, answer), advert=f"Essential:\n- {line}")

    [found] = demands(replace(session, plan=Plan((question,))))

    assert found.standing == standing


TOLD_BOSS = "I told my boss in two minutes what the index was there for."
DELAY = "When did you have to explain a delay to somebody who was waiting?"
OUTRIGHT = "When did you last explain something technical to colleagues?"


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        (DELAY, "question 1 aimed at it"),
        (OUTRIGHT, "asked in question 1, not shown there"),
    ],
)
def test_what_came_near_a_line_is_named_beside_the_question_that_was_planned_for_it(
    asked: str, put: str
):
    told = ((asked, "Nothing is late with me."), ("And what else?", TOLD_BOSS))
    session = interview(*told, advert=f"Essential:\n- {EXPLAIN}")
    assert session.plan
    plan = Plan((planned(text=asked, quote=EXPLAIN), *session.plan.questions[1:]))

    [found] = demands(replace(session, plan=plan))

    assert found.standing == f"{put}; answer 2 comes near it"
    assert found.note.startswith("Have an example ready.")


SUMS = "Experience in negotiating contracts of more than 100,000 pounds"
LARGER = "I negotiated a contract of 340,000 pounds with a sauce maker, two years and four trials."
SMALLER = "The last one was in March. I negotiated a contract of 140,000 pounds with a soup maker."


def test_the_answer_to_the_question_that_was_put_for_a_line_goes_first_and_others_are_named():
    asked = "When did you last do something of that kind?"
    told = (("Which deal are you proud of?", LARGER), (asked, SMALLER), ("And?", "I like it."))
    session = interview(*told, advert=f"Essential:\n- {SUMS}")
    assert session.plan
    first, _, last = session.plan.questions
    plan = Plan((first, replace(first, text=asked, need=SUMS, style="technical"), last))

    [found] = demands(replace(session, plan=plan))

    assert (found.number, found.also) == (2, (1,))
    assert found.standing == "shown in answers 1 and 2"


def test_without_a_question_that_was_put_for_it_the_earliest_of_equals_is_quoted():
    told = (("What?", "I negotiated a contract of 140,000 pounds."), ("And?", LARGER))

    [found] = demands(interview(*told, advert=f"Essential:\n- {SUMS}"))

    assert (found.number, found.standing) == (1, "shown in answers 1 and 2")


@pytest.mark.parametrize(
    ("first", "standing"),
    [("I like it.", "shown in answer 2"), (CHECKS, "asked in question 2, not shown")],
)
def test_an_answer_that_was_given_before_word_for_word_proves_nothing_of_the_next_question(
    first: str, standing: str
):
    asked = "A file changes. What do you do?"
    session = interview(("And?", first), (asked, CHECKS), advert=f"Essential:\n- {WATCH}")
    assert session.plan
    question = planned("technical", text=asked, quote=WATCH)
    plan = Plan((session.plan.questions[0], question))

    [found] = demands(replace(session, plan=plan))

    assert found.standing == standing


def test_a_question_about_another_part_of_a_line_does_not_ask_for_its_tool():
    line = "You own the pipeline in Salesforce and give a forecast each month"
    asked = "How do you build a sales forecast that others can rely on?"
    question = planned("technical", text=asked, quote=line)
    session = interview((asked, "It usually works out."), advert=f"Your tasks:\n- {line}")

    found = demands(replace(session, plan=Plan((question,))))

    assert [one.standing for one in found if one.name == "Salesforce"] == [AIMED]
