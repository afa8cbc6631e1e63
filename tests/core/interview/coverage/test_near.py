from __future__ import annotations

import pytest

from core.interview.coverage.coverage_map import demands
from core.models import Demand, Shown
from tests.core.interview.coverage.test_coverage import interview

STOCK = "Take part in stock control each month"
BREAD = "A background in food or packaging"
RECORDS = "Give medication safely and keep records up to date"
CASH = "Handle cash and keep the tills right"
BIKES = "Repair bicycles and order brake parts"
EXPLAIN = "The ability to explain technical matters to colleagues"
NEAR = "not asked directly; answer 1 comes near it"
LONG = "Paint and repair the pumps, ropes, anchors, cranes and lamps of the harbour by the gate"
EMPTY = "I like to be busy and I get on well with everybody here."


def of(line: str, *answers: str, cv: str = "2020 to 2024: Clerk, Acme\n- Sorted post") -> Demand:
    told = [("And what else?", answer) for answer in answers]
    return demands(interview(*told, advert=f"Your tasks:\n- {line}", cv=cv))[-1]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (STOCK, "Each Friday I counted the shelves behind the bar. Then I rang the brewery."),
        (
            BREAD,
            (
                "A bakery in Leeds was late with its orders. So I went there and asked why. "
                "I changed the cartons."
            ),
        ),
        (
            RECORDS,
            (
                "At night I found two wrong entries. One of them was a dose of insulin, and "
                "I rang the doctor before anybody gave it."
            ),
        ),
        (CASH, "I closed up each evening and counted the takings. My till was never short."),
        (BIKES, "I ran a bicycle stall for two summers. I changed the brake cables there."),
        (EXPLAIN, "I told my boss in two minutes what the index was there for."),
    ],
)
def test_an_answer_that_names_two_things_of_a_line_comes_near_it(line: str, answer: str):
    found = of(line, answer)

    assert (found.standing, found.state) == (NEAR, Shown.NOT_ASKED)
    assert found.answer_quote in answer
    assert found.note.startswith("Have an example ready.")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        # One thing of it, in words that stand in many stories.
        (STOCK, "I counted the chairs in the hall. Then I told the caretaker."),
        (BREAD, "I had a sandwich with the buyer. We agreed on the price."),
        (RECORDS, "I took her temperature. Then I rang the doctor."),
        (BIKES, "I took the bicycle to work. Then I opened the shop."),
        # Others did it, it was wished for, or it was denied.
        (BIKES, "My brother has a bicycle shop. The brake parts come from Italy."),
        (STOCK, "I would like to count stock and fill shelves."),
        (STOCK, "I have never counted stock or filled shelves."),
        (CASH, "Who handles the cash here? And do you count the tills?"),
        # With others than those whom it is about, or with nobody.
        (EXPLAIN, "I wrote two scripts for the nightly loads in March."),
        (EXPLAIN, "I asked the customer three times what the index was for."),
        (EXPLAIN, "I asked my boss in March for two more days for the index."),
        (EXPLAIN, EMPTY),
        # Two words of a long line, and words that fit everywhere.
        (LONG, "I painted the gate of the harbour. Then I told the caretaker."),
        ("Find new ways to do things and to know more people", "I did new things in a new way."),
        (STOCK, EMPTY),
    ],
)
def test_a_single_thing_a_wish_and_what_others_did_come_near_nothing(line: str, answer: str):
    found = of(line, answer)

    assert found.standing == "not asked"
    assert found.answer_quote == ""


def test_the_answer_that_holds_most_of_a_line_comes_nearest():
    brief = "I filled the shelves and I counted the deliveries once."
    whole = "I checked the pallets at the door. I counted every one. The stockroom was mine."

    found = of(STOCK, brief, whole)

    assert (found.number, found.standing) == (2, NEAR.replace("1", "2"))


def test_what_an_answer_comes_near_to_is_never_called_shown_and_what_is_shown_never_near():
    shown = of("Repair bicycles", "I repaired nine bicycles in March.")

    assert shown.standing == "shown in answer 1"


@pytest.mark.parametrize(
    ("line", "answer", "is_said"),
    [
        ("Dialysis care of patients", "What I am best at is the care of dialysis patients.", True),
        (
            "Dialysis care of patients",
            "Dialysis patients and their care are most of my week.",
            True,
        ),
        ("Experience with Kafka", "Kafka is my daily work.", True),
        ("Work at the till and handle returns", "I do the till, returns and letters there.", True),
        ("Work at the till and handle returns", "They do the till and returns there.", False),
        ("Work at the till and handle returns", "I do the garden of my aunt.", False),
        ("Experience with Kafka", "Kafka was part of every shift at Acme.", True),
        ("Experience with Kafka", "Kafka is what they use next door every day.", False),
        ("Experience with Kafka", "My daily work has nothing to do with Kafka.", False),
        ("Experience with Kafka", "My daily work is the till.", False),
    ],
)
def test_what_somebody_calls_their_everyday_work_is_spoken_of(
    line: str, answer: str, *, is_said: bool
):
    found = of(line, answer)

    assert (found.state is Shown.SPOKEN_OF) is is_said
    assert not is_said or found.note.startswith("Have an example ready.")


def test_of_a_line_that_is_shown_in_part_a_further_answer_that_comes_near_is_named():
    line = "Watch bread quality and mend the ovens, also on a night shift"
    mended = "I watched the quality of the bread and mended two ovens in March."
    faults = "I checked the faults of the bread by their cause. Then I told the baker."

    assert of(line, mended, faults).note.startswith("Answer 2 comes near it too. “on a night")
    assert of(line, mended, EMPTY).note.startswith("“on a night shift” was not found")


WIN = "You win new customers in food and packaging"
REPORT = "You write the monthly report on waste and energy"
COUNT = "Count the stock of screws and paint each month"
WELD = "Weld steel gates and handrails"
KEPT = "A bakery wanted to leave us for other cartons. I offered a new price, and it stayed."
WON = "I rang forty bakeries from the list. In May I won three of them for our cartons."


@pytest.mark.parametrize(
    ("line", "answer", "is_near"),
    [
        # Another deed with the same things.
        (WIN, KEPT, False),
        (WIN, WON, True),
        (REPORT, "I used the report on energy in March. Then I turned the boiler down.", False),
        (REPORT, "I noted the energy of each machine in March. Waste I noted in kilos.", True),
        (COUNT, "I ordered screws and paint for the stockroom on Monday.", False),
        (COUNT, "I counted the screws twice. The paint stood in the stockroom behind.", True),
        ("Repair gates and handrails", "I painted the gates in May. The handrails too.", False),
        ("Repair gates and handrails", "I mended the gates in May. The handrails too.", True),
        # A verb that no list holds has to be told itself.
        (WELD, "I ordered steel for the gates. Then I rang the smith.", False),
        (WELD, "At home I welded a frame of steel for my trailer.", True),
        # A line that names no deed takes any.
        ("A background in food or packaging", "I changed the cartons of two bakeries.", True),
    ],
)
def test_what_comes_near_is_the_same_deed_and_not_only_the_same_thing(
    line: str, answer: str, *, is_near: bool
):
    assert (of(line, answer).standing == NEAR) is is_near


ASSESS = "You assess patients before and after surgery"
BACK = "At five a man came back from theatre, and the pharmacy was on the phone."


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (ASSESS, f"{BACK} I went to him first and took his readings. He was stable."),
        (ASSESS, "A woman had a new hip. At two I counted her breathing, and the pulse was fast."),
        ("You check food and packaging", "I inspected a soup for a guest. I opened two cartons."),
    ],
)
def test_a_deed_that_is_the_same_in_other_words_is_shown(line: str, answer: str):
    found = of(line, answer)

    assert found.state is Shown.EVIDENCED
    assert found.standing == "shown in answer 1"
    assert found.answer_quote in answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        # Somebody else did it, or it is not told whom it was done for.
        (ASSESS, f"{BACK} My colleague took his readings and I made the beds."),
        (ASSESS, f"{BACK} I made the beds while she took his readings."),
        (ASSESS, f"{BACK} I asked our student, who took his readings."),
        (ASSESS, "I counted the breathing of a dog once. It had had an anaesthetic."),
        # One thing of two, a plan, or another deed.
        (ASSESS, "I went to a man first and took his readings. He was stable."),
        (ASSESS, f"{BACK} I would take his readings first."),
        (ASSESS, f"{BACK} I rang his wife and told her that he was awake."),
        # How often stands in the line and not in the answer; or the thing alone names the deed.
        (
            "You check food and packaging every day",
            "I inspected a soup for a guest. I opened two cartons.",
        ),
        (RECORDS, "I gave her insulin at six. Then I wrote the chart for the doctor."),
    ],
)
def test_what_is_not_surely_the_same_deed_is_at_most_near(line: str, answer: str):
    assert of(line, answer).state is Shown.NOT_ASKED
