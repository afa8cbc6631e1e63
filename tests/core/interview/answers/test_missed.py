"""Stories that leave out what was asked, and those that only use other words for it."""

from __future__ import annotations

import re

import pytest

from core.interview.answers.missed import left_open, missed
from core.interview.answers.signals import read_answer
from core.interview.feedback.asked_again import asked_again
from core.interview.feedback.remarks import improvements_of
from core.interview.words.tables import table
from tests.core.interview.interviews import STRONG, planned, single

TURNED_DOWN = (
    "Think of an idea of yours that somebody turned down at first. How did you win them over?"
)
DELAY = "When did you have to explain a delay to somebody who was waiting?"
QUARREL = "Think of a disagreement with a colleague about how to do a job. How did it end?"
CRITICISM = "How did it go when somebody last criticised your work?"
SAYING_NO = "When did you have to say no to somebody who mattered for your work?"
TEACHING = "What is something that you taught another person to do?"
APPOINTED = "When did you step in to lead although nobody had appointed you?"
UNASKED = "What improvement did you make that nobody had asked you for?"
OWN = "What did you do the last time your work was not yet up to your own standard?"
MIND = "Think of a time when figures or other evidence changed your mind. What did you do then?"
COMPLAINT = "Think of a complaint that reached you. What happened from then on?"
STOPPED = (
    "Which piece of work did you stop or make smaller because it was no longer worth the effort?"
)
MISHEARD = "How did you put things right when a message of yours was misunderstood?"
OFTEN = "Your CV includes Excel. What goes wrong most often in that kind of work?"
HARDEST = "What is the hardest thing that you have done with Excel, which your CV mentions?"
QUEUE = "There is a line in the advert that reads “patient in a queue”. How has that come up?"
TASKS = "Which tasks in this job would you look forward to most?"
PLANNED = (
    "Think of a piece of work that you took from the first idea to the end. How did you plan it?"
)
LIKED_OR_NOT = (
    "We moved to electronic charts. I picked four colleagues, two who liked computers and two who "
    "really did not, and I tried each step with them."
)
SETBACK = "What did a setback teach you that you still use?"

SAID = (
    "I saw that I would be two weeks late.",
    "My boss turned it down, and I won her over with a drawing.",
    "He wanted the door open and I preferred it shut.",
    "I had mixed up two boxes.",
    "She told me that my letter was too long.",
    "I told the guest that we could not open.",
    "I trained two new porters.",
    "A guest complained about the soup.",
    "I began again, because I was not happy with my cake.",
)


def gap(asked: str, text: str):
    return missed(read_answer(text, planned(text=asked)))


@pytest.mark.parametrize(
    ("asked", "text", "about"),
    [
        (TURNED_DOWN, "In May I drew new labels for the shelves. Nine shops use them now.", "idea"),
        (TURNED_DOWN, "I was asked to lead the move to the new till. We moved in June.", "idea"),
        (TURNED_DOWN, "I picked four cooks and tried each recipe with them.", "idea"),
        (DELAY, "The hall changed its hours five times. I set up one page with a date.", "delay"),
        (DELAY, "I rang the buyer and told her the price. She signed on Friday.", "delay"),
        (QUARREL, "I painted the fence with a friend in two days. It looked fine.", "disagreement"),
        (QUARREL, "We built the shed on Sunday. I drew the plan and he sawed.", "disagreement"),
        (CRITICISM, "I painted the gate green in June.", "your work"),
        (SAYING_NO, "I sold her the larger tent and a lamp.", "say no"),
        (TEACHING, "I repaired the pump of the school in one night.", "learn"),
        (
            TURNED_DOWN,
            "A talk alone would not do it, so I tried each step with four cooks.",
            "idea",
        ),
        (APPOINTED, "As the shift leader I told them what to do that night.", "appointed"),
        (APPOINTED, "They called for the board, which was me. I shut the valve.", "appointed"),
        (APPOINTED, "My boss asked me to lead the move. I drew a plan.", "appointed"),
        (APPOINTED, "I was the manager of the kitchen and shared out the work.", "appointed"),
        (APPOINTED, "I stood in for our shift lead in 2021 and wrote the rota.", "appointed"),
        (APPOINTED, "I stood in as team lead for a month and drew the plan.", "appointed"),
        (APPOINTED, "As deputy manager I ran the shift that night.", "appointed"),
        (APPOINTED, "I was made project lead in May. I drew a plan.", "appointed"),
        (APPOINTED, "She asked me to chair the evening, and I wrote a list.", "appointed"),
        (APPOINTED, "They made me captain in spring. I set up a rota. It held.", "appointed"),
        (APPOINTED, "They had put me in charge of the hall. I shut the valve.", "appointed"),
        (UNASKED, "My manager asked me to sort the shelves. I did it in May.", "nobody"),
        (OWN, "There was chaos in the shop. We looked into it and it was sorted out.", "your own"),
        (OWN, "The supplier had sent the wrong box, and we sent it back.", "your own"),
        (MIND, "I painted the gate in June and rang the owner.", "mind"),
        (COMPLAINT, "I sold her the larger tent and a lamp.", "complaint"),
        (STOPPED, "I built a new rota in May and everybody got a copy.", "stopped"),
        (MISHEARD, "I printed the list and hung it up in the hall.", "misunderstanding"),
    ],
)
def test_a_story_without_what_was_asked_is_told_so(asked: str, text: str, about: str):
    found = gap(asked, text)

    assert found
    assert about in found.about
    assert found.ask.endswith("?")


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (TURNED_DOWN, "My boss said no to the new labels. I showed her one shelf."),
        (TURNED_DOWN, "The cooks did not want the new list. I cooked from it for a week."),
        (TURNED_DOWN, "He thought it was a toy. I let him try it."),
        (TURNED_DOWN, "It took me a month to convince the porter."),
        (TURNED_DOWN, "The head was sceptical of the garden."),
        (DELAY, "The bread was not ready at six. I rang the hotel."),
        (DELAY, "A family stood at the desk and waited for their keys."),
        (DELAY, "The lorry came two hours later than planned."),
        (QUARREL, "She wanted the boxes by size and I wanted them by date."),
        (QUARREL, "He was cross because I had moved his tools."),
        (CRITICISM, "My tutor told me that the chapter was too long."),
        (SAYING_NO, "I told the director that we could not open on Sunday."),
        (TEACHING, "A new porter came in May, and I showed him the lift."),
        (TURNED_DOWN, "My boss didn\u2019t like the new labels at first."),
        (TURNED_DOWN, "They were afraid of the new till. I let them try it."),
        (APPOINTED, "The shift leader was ill and I told the others where to stand."),
        (APPOINTED, "I was not in charge, but somebody had to ring the firemen."),
        (APPOINTED, "I shut the valve and sent four people for sand. They made me chair later."),
        (APPOINTED, "I was the youngest. I wrote the names on a board."),
        (APPOINTED, "They called for the board, which was me. I shut it. They elected me later."),
        (APPOINTED, "They shouted for the board, which was me. In May they made me chair."),
        (APPOINTED, "I was only the treasurer, but I took over and sent four for sand."),
        (APPOINTED, "It was nobody\u2019s job, so I asked who could drive."),
        (APPOINTED, "Our captain was away, and I stood in for him."),
        (APPOINTED, "I stood in as a goalkeeper and told the others where to run."),
        (APPOINTED, "I was made to wait at the gate, so I asked who could drive."),
        (UNASKED, "I was asked to sort the shelves. I also noticed that the labels were torn."),
        (UNASKED, "I drew a map of the store in my break."),
        (OWN, "My report had three wrong dates, and I wrote it again."),
        (OWN, "I had baked forty loaves too dark."),
        (OWN, "Our first wall looked crooked. We took it down on Monday."),
        (OWN, "We had painted it in the wrong green."),
        (MIND, "I thought it was the scanner, and the list showed that it was the door."),
        (COMPLAINT, "A guest rang because the soup was cold."),
        (STOPPED, "We cancelled the newsletter in March."),
        (MISHEARD, "They thought the meeting was on Monday."),
        ("Think of a week with more to do than time to do it. How did you handle it?", "I swam."),
        ("Which problem at work took you longest to understand?", "It was the lockers."),
    ],
)
def test_other_words_for_it_and_other_questions_are_left_alone(asked: str, text: str):
    assert gap(asked, text) is None


@pytest.mark.parametrize(
    ("style", "asked", "text"),
    [
        ("technical", OFTEN, "Last week a sheet broke. I mended the two links in it."),
        ("technical", OFTEN, "The last larger one was the rota. It was often not ready."),
        ("technical", HARDEST, "On Monday I counted a four. I rang the doctor with the numbers."),
        ("technical", QUEUE, "There was something like that last year. It was quite a challenge."),
        ("motivation", TASKS, "It sounds interesting and it is the right time for something new."),
        ("behavioural", TURNED_DOWN, LIKED_OR_NOT),
        ("behavioural", PLANNED, "I built a shed. It has a red door and it is dry."),
        ("behavioural", SETBACK, "The shop was shut in May. I moved the stock and rang a friend."),
    ],
)
def test_a_word_of_the_question_that_stays_open_is_named(style: str, asked: str, text: str):
    found = left_open(read_answer(text, planned(style, text=asked)))

    assert found
    assert found.text.startswith("You were asked")
    assert found.advice.endswith(".")


@pytest.mark.parametrize(
    ("style", "asked", "text"),
    [
        ("technical", OFTEN, "Last week a sheet broke. Most often it is a link to an old file."),
        ("technical", OFTEN, "Dates are read as text. I check the column first."),
        ("technical", OFTEN, "When I get a file, people usually forget the header."),
        ("technical", HARDEST, "It was difficult because the numbers came by post."),
        ("technical", HARDEST, "Nobody knew why the sums differed. I compared the files."),
        ("technical", HARDEST, "I couldn\u2019t see the cause for a week."),
        ("technical", HARDEST, "The weather is awful this week. Trains stand still for hours."),
        ("technical", QUEUE, "On a Saturday nine people stood at my till."),
        ("motivation", TASKS, "To fold the towels and to help with the till."),
        ("motivation", TASKS, "The talks before anything is built."),
        ("behavioural", TURNED_DOWN, f"Nobody on the ward was keen at first. {LIKED_OR_NOT}"),
        ("behavioural", TURNED_DOWN, f"{LIKED_OR_NOT} In the end I convinced them with a list."),
        ("behavioural", PLANNED, "I wrote a list and did the roof first."),
        ("behavioural", SETBACK, "The shop was shut in May. Since then I ask earlier."),
        ("behavioural", "When did you ask for help?", "I swam."),
    ],
)
def test_a_word_that_is_taken_up_in_whatever_words_is_not(style: str, asked: str, text: str):
    assert left_open(read_answer(text, planned(style, text=asked))) is None


def test_a_word_that_is_left_open_is_nothing_missed_and_comes_with_what_to_add():
    text = (
        "Last week the sheet for the rota broke after somebody had moved a file. I opened each "
        "link, found two that pointed to the old folder, and put them right before the shift began."
    )
    signals = read_answer(text, planned("technical", text=OFTEN))

    point = improvements_of(signals, 1)[0].point

    assert missed(signals) is None
    assert point.text == "You were asked what goes wrong most often, and one case is told."
    assert point.advice.startswith("Put the answer before the case")


def test_the_remark_says_what_was_asked_and_asks_for_it():
    text = (
        "From the rowing club: the hall changed its hours five times in spring 2021, and people "
        "were cross. I set up one page with a date on it, because the phone rang all day. After "
        "the second change nobody stood at a closed door, and calls fell from nine to two."
    )

    told = improvements_of(read_answer(text, planned(text=DELAY)), 1)

    point = next(one.point for one in told if one.kind == "link")
    assert point.text == "You were asked about a delay. Nothing is late in this story."
    assert point.advice.startswith("Take another story, one in which something is late")
    assert point.advice.endswith("What was late, who waited for it, and what did you tell them?")


def test_a_story_that_leaves_out_what_was_asked_is_not_one_to_begin_with():
    session = single("behavioural", "I can't think of an example, sorry.", STRONG)
    signals = read_answer(STRONG, planned(text=TURNED_DOWN))

    again = asked_again(session.stories[0], signals, 6.0, 1.0)

    point = improvements_of(signals, 1, 6.0, again)[0].point
    assert again == ()
    assert point.text.startswith("You were asked about an idea that was turned down.")
    assert point.advice.startswith("Take another story, one in which somebody first says no")


def test_every_entry_has_its_words():
    for entry in table("missed")["asked"]:
        assert entry["ask"].endswith("?")
        assert entry["have"].startswith("in which")
        assert entry["about"]
        assert entry["untold"].endswith("in this story")
        assert re.compile(entry["told"]).groups >= 0
        assert re.compile(entry.get("found", "")).groups >= 0
    for entry in table("missed")["focus"]:
        assert entry["text"].startswith("You were asked")
        assert entry["advice"].endswith(".")


def test_what_tells_of_it_for_certain_is_never_called_missing():
    for entry in table("missed")["asked"]:
        for said in SAID:
            if "sign" not in entry and re.search(f"(?i){entry.get('found', '(?!)')}", said):
                assert re.search(f"(?i){entry['told']}", said)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("I picked four cooks, two who liked the new oven and two who really did not.", True),
        ("Half of the crew wanted the new tent, the others did not, so I put it up once.", True),
        ("The older porters were reluctant, and I went round with each of them.", True),
        ("They grumbled for a week about my list. Then I let them try it.", True),
        ("She would rather keep the old forms, so I filled in both for a day.", True),
        ("They shook their heads at my drawing. I built a small one first.", True),
        ("They could not see the point of the board until I counted the calls.", True),
        ("I suggested a second oven. I drew a plan and it was built in May.", False),
        ("A talk alone did not do it, so I tried each step with four cooks.", False),
        ("I moved the ovens in June, and the cooks liked the new order.", False),
    ],
)
def test_doubters_that_were_won_over_are_what_such_a_story_is_about(text: str, *, is_told: bool):
    assert (gap(TURNED_DOWN, text) is None) is is_told
