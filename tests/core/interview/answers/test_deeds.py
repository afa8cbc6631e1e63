"""The words by which a strength is recognised: both sides of each kind, in sentences of our own."""

from __future__ import annotations

import pytest

from core.interview.answers.deeds import DEEDS, EMPTY, NO_DEED, by_turns, listened_for, unlike
from core.models import Competency
from tests.core.interview.interviews import planned

KINDS = {deed.kind: deed for deed in DEEDS}
SHOWN = {
    "then": [
        "I used to fill in the book on Fridays.",
        "At the start I rang at five, because the card said so.",
        "When I began I took off every lid.",
        "In my first years I did everything by hand.",
    ],
    "change": [
        "The queue at the desk fell from forty minutes to about fifteen.",
        "Breakages went down by a third within two months.",
        "The time for one order was halved.",
        "We now lose two parcels a week instead of eleven.",
        "It takes me six minutes a day, it was twenty before.",
        "Complaints dropped to three a month.",
        "Sales of bread rose by 12 per cent.",
        "There were nine returns a week before and one after it.",
        "The number of falls on the unit was cut by half.",
        "A delivery takes ten minutes today, it was thirty-five.",
    ],
    "cause": [
        "I compared both lists and found out that one printer dropped every tenth line.",
        "It turned out that the valve had been fitted upside down.",
        "I sat beside the packers for a morning and saw that the labels fell off in the cold.",
        "Most of the late parcels came from one depot.",
        "We traced where it came in, and the reason was a worn seal.",
        "I noticed that the alarm rang only when the oven was on.",
        "I looked at the wiring before I replaced the lamp.",
        "I went through the log before I touched the pump.",
        "I discovered why the pupils were late: the bus had a new timetable.",
        "Half of the faults were due to one cable.",
        "I worked out that we counted every refund twice.",
        "I asked around and spotted what caused the noise.",
    ],
    "understood": [
        "I asked him to explain it back to me.",
        "I let each of them show me the pump as if I were the patient.",
        "I had her tell me in her own words what she would do at home.",
        "Then I read it back to the caller.",
        "I asked the driver to repeat the address back.",
        "I checked what they had understood before I went on.",
        "I asked whether they had understood the last step.",
        "I said the order back to the table.",
        "I let him explain the form in his own words.",
        "I asked what got across and what did not.",
        "First I ask what they know, then I show it, then they show me.",
        "She showed me the pen herself before going home.",
        "I ask them to tell me how they would take it.",
    ],
    "warning": [
        "I warned the foreman two days ahead.",
        "I told the head of the kitchen that hour, with the reason.",
        "I rang both drivers the same hour.",
        "I rang the client at once and said that we would be late.",
        "I told my manager the same day that I had made a mistake in the invoice.",
        "I let the school know in advance that two buses would be missing.",
        "I called the buyer before she noticed that the delivery was short.",
        "I wrote to all three teams as soon as the date began to slip.",
        "I told her straight away that the part would not arrive.",
        "I then warned the night shift.",
        "I informed the parents that evening that there had been a problem with the food.",
        "I reported the error first thing on Monday.",
        "In June I saw that we would be a week late, told the client, and moved the tiles.",
    ],
    "trial": [
        "We tried it for two weeks on one ward.",
        "I tested the new form with two drivers.",
        "I tried every step with them first.",
        "We piloted the rota in one shop.",
        "I ran a trial with the smallest class.",
        "I asked for one test week.",
        "We made a dry run on the Sunday.",
        "I let my neighbour read the letter, who knows nothing about tax.",
        "I tried it on just one table.",
        "I would test it on a single line.",
        "We agreed on a trial of a month.",
    ],
    "compared": [
        "I ran the old and the new list side by side for a month.",
        "We used both forms for a week and compared every line.",
        "I kept the two tills in parallel until the sums agreed.",
        "I compared the old sheet with the new one before anybody switched.",
    ],
    "need": [
        "I asked her what exactly she needed the figures for.",
        "I asked what worried them most about the move.",
        "First I asked him what the lamp was for.",
        "I asked the guests which dishes they wanted back.",
        "I asked my brother what for.",
    ],
    "others": [
        "My checklist is now used by the whole site.",
        "The layout became the standard.",
        "Two other branches have copied it.",
        "The night shift still uses it.",
        "It was used on five other wards.",
        "Head office used my letter for every customer.",
        "The school took it over the year after.",
        "They still use the sheet, and everybody uses it today.",
        "It was rolled out to all depots.",
        "The night shift uses it too.",
        "The form is still in use.",
        "Two other depots have since adopted it.",
        "Two of the clerks have added nine lines to it themselves.",
        "We have used it nine times since then.",
        "Three of the drivers have drawn four maps themselves since then.",
    ],
    "outsider": [
        "I let the porter read it, who knows nothing about taxes, and changed what she asked me.",
        "I asked a neighbour who had never seen a loom to try the steps.",
        "I gave the sheet to a cleaner who was new to the ward and watched her.",
        "I showed the draft to somebody from another team first.",
    ],
    "gap": [
        "I have never worked with film, so I would spend a week at the line.",
        "What would stretch me is the law, I would take the course in March.",
        "The system is new to me, and I would ask a colleague for two hours.",
        "I have only seen that once, so I'd want somebody beside me.",
        "I don't know yet how you plan, so I'd sit in on two meetings.",
    ],
    "aim": [
        "I would like to have cut the waiting time to ten days.",
        "I want to know all forty suppliers by name.",
        "I'd like none of the pupils to have left.",
        "By then two of the trainees should have passed.",
        "I hope to have a forecast within five per cent.",
    ],
    "why": [
        "I asked the driver why he was angry.",
        "I asked the teachers what had gone wrong in the last exam.",
        "I asked them why.",
        "I always ask what is missing.",
    ],
    "cost": [
        "I asked what an hour of downtime costs her.",
        "I let the baker say what a late delivery costs him.",
        "I asked the coach what each empty seat costs the club.",
        "I worked out with the farmer what a day of rain would cost.",
    ],
    "exchange": [
        "I gave two days' grace for payment in advance.",
        "I offered him four per cent for a second year.",
        "I only gave the discount in return for a fixed order.",
        "So I asked for fewer visits and gave three per cent for it.",
        "I agreed to the earlier date on condition that the plans came by May.",
        "I dropped the fee, but only for the whole year.",
    ],
    "obstacle": [
        "I asked her which part takes the longest.",
        "I asked what held the drivers up at the gate.",
        "I asked the cook what kept him from sending it earlier.",
        "I asked what stands in their way.",
    ],
    "own_check": [
        "My estimate was out by two days in six projects.",
        "I keep what I said last month beside it.",
        "I was within five per cent in ten of the twelve months.",
        "I compared my own forecast with what came.",
        "Our count was off by three in the whole year.",
    ],
    "ordered": [
        "I sorted the tickets by cost before I touched one.",
        "We worked in order of danger.",
        "I said that the burn goes first and the cut can wait.",
        "I took the most urgent letters first.",
        "I ranked the roofs by how badly they leaked.",
        "Two of the wishes were only nice to have.",
    ],
    "counted": [
        "I counted every return for a month, and there were forty.",
        "I went through the complaints of a year, and sixty of them were about lids.",
        "I timed each table for a week: eleven minutes from order to plate.",
        "I kept a list of every call, two hundred in all.",
    ],
    "dates": [
        "I told the parents when they would hear from us.",
        "I named the day on which I would know more.",
        "I wrote to them by when the lift runs again.",
        "I said when we would have the part.",
        "I named the day on which they would hear more, also when there was no news.",
        "I made one page with what has changed, whom it touches, and what they do by when.",
    ],
    "shared": [
        "I sent two to the cellar with buckets and asked the others to clear the shelves.",
        "I split the calls between the three of us.",
        "We planned it by what each could do best.",
        "I gave the drawings to Mia and let another do the sums.",
    ],
    "in_hand": [
        "I rang the engineer with the readings of the whole night.",
        "I went to my manager with three figures.",
        "I showed the owner the counts of both weeks.",
    ],
    "saw": [
        "I stood at the gate for two mornings and noted who came.",
        "I sat beside the packers for a shift.",
        "I spent a day at the ramp and watched the lorries.",
        "I went along for three nights.",
    ],
    "guard": [
        "I check the sums before anybody gets the letter.",
        "I checked the oxygen before the team went in.",
        "I always check the seal before it leaves the yard.",
    ],
    "fallback": [
        "If the till does not balance I count twice, then call the lead.",
        "If she is still in pain, I would ring the doctor.",
        "I pay within the week unless a part is missing.",
        "If a bolt is missing, I stop the line.",
    ],
    "made": ["I made a list of the doors.", "I wrote half a page.", "I set up a board."],
    "proposed": ["I suggested to my manager that we count first.", "I proposed a second door."],
    "checked": [
        "I compared both lists line by line.",
        "I went through all the invoices of May.",
        "I checked the wiring of every lamp.",
        "I looked at the plan before I changed it.",
    ],
}
SILENT = {
    "change": [
        "We had forty guests that night.",
        "I worked there from 2016 to 2020.",
        "She was back at half past seven.",
        "They signed for two years.",
        "I have thirty-four customers.",
        "It took two weeks.",
        "I talked to him before the meeting.",
        "The team had five people and a dog.",
        "I rang him instead of writing.",
        "Rather than wait I went there.",
        "I wrote to five smaller firms instead of one large one.",
        "I took the shift from one to five myself.",
        "I sewed it with doubled thread.",
        "There were not two hours of sun.",
        "The budget fell to 9,000 pounds.",
        "The number went up by 300, and the mill had it at noon.",
        "My list shrank to two pages.",
        "The forecast was reduced by 12 per cent.",
    ],
    "cause": [
        "I found a good solution.",
        "I noticed that I enjoy teaching.",
        "I saw the doctor.",
        "I found it hard.",
        "It was the best week.",
        "I looked at the list.",
        "The others were late.",
        "I worked out at the gym.",
        "I found that sharing works for me.",
        "I noticed that her words would often be harsh.",
        "I found the keys in the drawer.",
        "They discovered a new restaurant.",
    ],
    "understood": [
        "I asked him to come back.",
        "I explained it to her.",
        "I let them go home early.",
        "I told him to read the manual.",
        "I said it again.",
        "We had a talk about it.",
        "I asked for help.",
        "I asked him to tell me about the problem in his own words.",
        "He understood it in the end.",
        "I made a list of what to say.",
        "I asked what time it was.",
    ],
    "warning": [
        "I rang the two shops that could have it.",
        "I told him about my holiday.",
        "I called the office at once.",
        "I wrote to the paper.",
        "They warned me.",
        "I told her that I liked the plan.",
        "I informed myself about the firm.",
        "I let him go first.",
        "The alarm warned us.",
        "I told them a story.",
    ],
    "trial": [
        "I tried my best.",
        "I tried to help.",
        "I put a trial of our new label on top for free.",
        "The buyer has confirmed a test run.",
        "We tried different things.",
        "The court held its hearing.",
        "I try to first understand who is who.",
        "I tested the soup.",
        "I tried to call her.",
        "The free trial of the program had ended.",
        "We tried hard.",
    ],
    "compared": [
        "We worked side by side for six years.",
        "I sat side by side with my sister.",
        "I used both hands.",
        "I ran two races in parallel lanes.",
    ],
    "need": [
        "I asked for a day off.",
        "I asked him to move the van.",
        "She asked me what I wanted.",
        "I asked if we could start.",
        "I was asked to lead it.",
        "I asked two neighbours.",
        "They asked why.",
        "I asked the boss for a lamp.",
        "I asked where the toilet was.",
        "I asked about the weather.",
        "I asked him how many he wanted.",
    ],
    "then": [
        "I am used to pressure.",
        "I used to live in Leeds.",
        "At the start I was nervous.",
        "At the start of the shift the pump failed.",
    ],
    "others": [
        "I used it every day.",
        "We used to work late.",
        "He used my pen.",
        "I am used to pressure.",
        "All of us were tired.",
        "She took over the shift.",
        "It became a long evening.",
        "Two colleagues were ill.",
        "They use buses.",
        "The other teams were faster.",
        "Three teams asked for it in the autumn.",
        "She has shown the list to two other clinics.",
        "I sent the sheet to the other ward.",
        "He told two other depots of it.",
        "She passed it on to three more schools.",
        "The head of the kitchen asked for the same sheet in the winter.",
        "They have hurt themselves.",
        "The lift is in use on Sundays.",
    ],
    "outsider": [
        "I asked the porter for the key.",
        "I let my colleague read it.",
        "We had never met before.",
        "I showed her the way to the ward.",
    ],
    "gap": ["I have never been late.", "I would do it again.", "I have only good memories."],
    "aim": ["I would like to learn a lot.", "I want to grow.", "I hope to fit in."],
    "why": [
        "I asked him to wait.",
        "They asked me why.",
        "I asked which bus goes to town.",
        "I asked for a key.",
    ],
    "cost": [
        "I asked what the lamp costs.",
        "I asked in the shop what a bag is.",
        "It cost him a day.",
        "I let her pay what she could.",
    ],
    "exchange": [
        "I gave them two days for it.",
        "I gave a talk for the second time.",
        "I gave him a reason for that.",
        "I offered my help to the school.",
        "They gave us five per cent for it.",
        "I gave ten pounds for it.",
    ],
    "obstacle": [
        "I asked which part was his.",
        "I asked what takes place on Monday.",
        "I asked him to hold the door.",
        "It took the longest of all.",
    ],
    "own_check": [
        "I was within five minutes of the station.",
        "I kept what I had bought.",
        "I check my mail with the phone.",
        "My plan was to leave.",
        "I put the forecast on the wall.",
    ],
    "ordered": [
        "I sorted the crates by date.",
        "I ordered the parts by phone.",
        "The first lorry came late.",
        "I was the first to arrive.",
        "Nice people came first.",
    ],
    "counted": [
        "I counted on my brother for two years.",
        "I counted to ten and went in.",
        "I went through the door.",
        "There were forty of them.",
        "At two I counted a four: breathing twenty-four and pulse a hundred and ten.",
        "I measured her temperature, 38 and a half.",
        "I took out the old stock, that was nine of thirty boxes.",
        "I moved the beds and then I counted them, thirty in all.",
        "I counted them again afterwards, and there were nine.",
        "Every month I added up the hours, about ninety.",
    ],
    "dates": [
        "I told them that I was late.",
        "I asked when it would be ready.",
        "I said goodbye to the day shift.",
        "I wrote half a page on what a lamp costs now and until when the old price holds.",
        "I wrote down the date of birth.",
    ],
    "shared": [
        "I asked the others for advice.",
        "I gave her the key and went home.",
        "They sent me and left the others.",
        "I split the bill.",
    ],
    "in_hand": [
        "I rang the doctor.",
        "I told her with a smile.",
        "I went to school with the facts of life.",
        "I showed him the door.",
    ],
    "saw": [
        "I stood in the queue for an hour.",
        "I sat down for a day.",
        "I watched television.",
        "I spent two weeks in Spain.",
    ],
    "guard": [
        "I checked in before the flight.",
        "I checked the list.",
        "They checked it before the sale started.",
        "I left before anybody came.",
    ],
    "fallback": [
        "If I am not mistaken, I rang on Monday.",
        "If it works I am glad.",
        "I asked if they were late.",
        "If nobody minds, that is that.",
    ],
    "proposed": ["They proposed a walk.", "I liked what she suggested."],
    "made": [
        "I made sure that it works.",
        "I made a careless mistake with the order.",
        "I made it in time.",
        "They wrote a list.",
    ],
    "checked": [
        "I went through what moved, and the old ones are cleaned out.",
        "I tidied the files and went through the drawers.",
        "I sorted the crates by date.",
        "I tested the soup.",
        "I counted on her.",
        "I checked the woman and called for help.",
    ],
}


@pytest.mark.parametrize(("kind", "said"), [(k, s) for k, told in SHOWN.items() for s in told])
def test_a_sentence_that_shows_it_is_recognised(kind: str, said: str):
    assert KINDS[kind].stands_in(said)


@pytest.mark.parametrize(("kind", "said"), [(k, s) for k, told in SILENT.items() for s in told])
def test_a_sentence_that_only_sounds_like_it_is_not(kind: str, said: str):
    assert not KINDS[kind].stands_in(said)


@pytest.mark.parametrize(
    "said",
    [
        "I did what I could for them.",
        "With our two planners I did it for the figures.",
        "I just did my best.",
        "I handled it.",
        "I managed everything.",
        "I was involved in the move.",
        "I was friendly.",
        "I helped with that.",
        "I tried my best.",
        "I gave it all.",
        "I supported the team.",
    ],
)
def test_a_sentence_that_hides_the_deed_is_empty(said: str):
    assert EMPTY.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "I did the count twice, once with each shift.",
        "I helped the two new drivers to find the ramp.",
        "I gave the keys to the caretaker.",
        "I handled the claims of forty shops.",
        "I was the one who rang.",
        "I managed a budget of 40,000 pounds.",
        "I tried the other door.",
        "I do the till on Sundays.",
        "I was asked to count.",
        "I supported my colleague with the lift to carry the bed.",
    ],
)
def test_a_sentence_that_names_the_deed_is_not_empty(said: str):
    assert not EMPTY.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "I trained at Ridgemoor College.",
        "I learned to weld there.",
        "At the start I filled it in on Fridays, rather hopefully.",
        "I forgot the second key.",
        "I started as a porter.",
        "I read an article about that.",
        "I remember that it snowed.",
        "I noticed that I like numbers.",
        "I was wrong about the date.",
        "I liked the people there.",
        "I had missed the second page.",
    ],
)
def test_lessons_beginnings_feelings_and_old_mistakes_are_no_deeds(said: str):
    assert NO_DEED.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "I taught the new ones to weld.",
        "I read the meter twice.",
        "I noticed that the scale was off.",
        "I showed her the list.",
        "I drew the plan.",
    ],
)
def test_deeds_are_deeds(said: str):
    assert not NO_DEED.search(said)


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("How did you plan the move?", "ordered"),
        ("Tell me about a disagreement with a colleague.", "obstacle"),
        ("How do you explain a bill to somebody?", "understood"),
        ("How did you persuade a customer?", "exchange"),
        ("How do you make a forecast?", "own_check"),
    ],
)
def test_a_question_listens_first_for_what_it_is_about(asked: str, kind: str):
    assert listened_for(planned("technical", text=asked))[0] == kind


def test_where_the_words_say_nothing_the_competency_does():
    question = planned("behavioural", text="What happened?", competency=Competency.PROBLEM_SOLVING)

    assert listened_for(question)[0] == "cause"


def test_a_deed_and_an_end_come_before_a_second_deed():
    assert by_turns(["need", "trial", "change"]) == ["need", "change", "trial"]


def test_an_end_comes_before_a_step_that_is_only_named():
    assert by_turns(["made", "result", "change"]) == ["change", "made", "result"]


def test_of_one_sort_the_first_stays():
    assert unlike(["change", "need", "reason", "measure", "cost"]) == ["change", "need", "reason"]
