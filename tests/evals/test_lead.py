import pytest

from core.interview.wording import fault_of
from evals import lead
from evals.candidates import MANNERS, Candidate, Line, Sort, lives
from evals.candidates.hearing import Wish, hear
from evals.lead_pages import page
from evals.lead_play import Stage
from evals.lead_rules import RULES, verdicts
from evals.scripted_model import words_for
from tests.evals.transcripts import BROKEN, STORY, asked, close, played, said

OPENING = "How would you sum up what you have done so far?"
PAST = "When did something you were responsible for start to slip, and what did you do about it?"
OTHER_PAST = "Who has been difficult for you to work with, and how did you deal with it?"
RESULT = "How did it end?"
OWN = "Which part of that was yours?"
OFFER = "It need not come from a job: what would be a similar case from a course or a club?"
IMAGINE = "Imagine that two people need you at the same time: what would you do first?"
WHY = "What is it about this role that made you apply?"
CLOSE = "That was my last question. What would you like to ask me about the job?"
NURSE = lives()[0]
WHOLE = played(asked(PAST), said(STORY), close())
JOBS = pytest.mark.parametrize("life", lives(), ids=lambda life: life.name)


def answers(name, *questions, life=NURSE):
    """What this candidate says to these questions, one after the other."""
    candidate, lines, replies = Candidate(name, life), [], []
    for question in questions:
        lines.append(Line(question))
        replies.append(candidate.reply(lines))
        lines.append(Line(replies[-1].text, is_candidate=True))
    return replies


@pytest.fixture(scope="module")
def stage():
    with Stage() as stage:
        yield stage


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        (OPENING, Wish.OPENING),
        (PAST, Wish.PAST),
        (OTHER_PAST, Wish.PAST),
        ("Tell me about a time when you changed somebody's mind.", Wish.PAST),
        ("Let me put it another way. When did a plan of yours fail?", Wish.PAST),
        (RESULT, Wish.FOLLOW_UP),
        (OWN, Wish.FOLLOW_UP),
        ("You said “we sorted it out”: what did you do?", Wish.FOLLOW_UP),
        (OFFER, Wish.FOLLOW_UP),
        (IMAGINE, Wish.HYPOTHETICAL),
        ("How do you keep a drug round safe?", Wish.TECHNICAL),
        ("Your CV mentions SQL: what have you used it for?", Wish.REQUIREMENT),
        (WHY, Wish.MOTIVATION),
        (CLOSE, Wish.OWN_QUESTIONS),
    ],
)
def test_a_question_is_heard_by_its_own_words(question, wish):
    assert hear(question, ["Something was said."]).wish is wish


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("What came of it?", "result"),
        ("By how much did it change?", "measure"),
        (OWN, "own"),
        ("What steps did you take, one after the other?", "action"),
        ("What was the situation at the start?", "situation"),
        (OFFER, "outside"),
        ("What would you do differently?", "learned"),
    ],
)
def test_a_follow_up_is_heard_to_ask_for_a_part(question, part):
    assert hear(question).part == part


def test_words_quoted_back_make_a_question_a_follow_up():
    question = "On “the rota fell apart”: which people were there?"

    assert hear(question, ["In May the rota fell apart."]).wish is Wish.FOLLOW_UP
    assert hear(question, ["Something else."]).wish is not Wish.FOLLOW_UP


@JOBS
@pytest.mark.parametrize("name", MANNERS)
def test_a_candidate_always_says_the_same_to_the_same(name, life):
    questions = (OPENING, PAST, RESULT, OTHER_PAST, OWN, IMAGINE, WHY, CLOSE)

    assert answers(name, *questions, life=life) == answers(name, *questions, life=life)


@JOBS
def test_there_are_eight_different_whole_stories_for_each_job(life):
    stories = {story.whole for story in life.stories}

    assert len(stories) == len(life.stories) >= 8
    assert all(len(story.split()) >= 80 for story in stories)
    assert all({"own", "measure", "learned"} <= set(story.details) for story in life.stories)


@JOBS
def test_a_strong_candidate_tells_no_story_twice(life):
    told = answers("strong", *[PAST, OTHER_PAST] * 4, life=life)

    stories = [reply.text for reply in told if reply.sort is Sort.STORY]
    assert len(stories) == len(set(stories)) >= 2


def test_a_strong_candidate_gives_the_part_that_is_asked_for():
    story, part, end = answers("strong", PAST, OWN, RESULT)

    life = next(one for one in NURSE.stories if one.whole == story.text)
    assert part.text == life.details["own"]
    assert end.text == life.details["measure"]


def test_the_vague_the_dodging_and_the_rambling_name_no_outcome_in_figures():
    for name in ("vague", "dodging"):
        texts = [reply.text for reply in answers(name, PAST, RESULT, OTHER_PAST, OWN)]

        assert not any(letter.isdigit() for text in texts for letter in text)
    [ramble] = answers("rambling", PAST)

    assert len(ramble.text.split()) >= 300


def test_a_late_bloomer_is_weak_at_first_and_whole_after_a_probe():
    first, second = answers("late", PAST, RESULT)

    assert first.sort is Sort.VAGUE
    assert second.text in {story.whole for story in NURSE.stories}


def test_somebody_without_experience_still_says_what_they_would_do():
    none, neither, would = answers("no_experience", PAST, OFFER, IMAGINE)

    assert (none.sort, neither.sort) == (Sort.NO_EXAMPLE, Sort.NO_EXAMPLE)
    assert would.sort is Sort.FULL


def test_orders_stand_alone_or_hidden_in_a_good_answer():
    hidden, alone = answers("injecting", PAST, OTHER_PAST)

    assert (hidden.sort, alone.sort) == (Sort.STORY, Sort.ORDERS)
    assert hidden.orders in hidden.text
    assert alone.orders == alone.text


def test_a_request_to_clarify_is_followed_by_an_answer():
    _, request, answer = answers("clarifying", OPENING, PAST, PAST)

    assert (request.sort, answer.sort) == (Sort.CLARIFY, Sort.STORY)


def test_we_throughout_leaves_no_i():
    told, part = answers("together", PAST, OWN)

    assert told.sort is Sort.TEAM
    assert " I " not in f" {told.text} {part.text} "


def test_one_story_is_told_for_every_question():
    first, second = answers("one_story", PAST, OTHER_PAST)

    assert first == second


def test_german_begins_half_way():
    texts = [reply.text for reply in answers("german", OPENING, PAST, OTHER_PAST, PAST, OTHER_PAST)]

    assert ["ich" in text.lower().split() for text in texts] == [False, False, False, True, True]


def test_the_others_answer_as_their_name_says():
    assert {reply.sort for reply in answers("gibberish", PAST, RESULT)} == {Sort.GIBBERISH}
    hostile = [reply.sort for reply in answers("hostile", PAST, RESULT, OWN)]
    assert hostile == [Sort.ABUSE, Sort.ABUSE, Sort.REFUSAL]
    assert {reply.sort for reply in answers("silent", PAST, RESULT)} == {Sort.EMPTY, Sort.SKIP}


def test_an_interview_is_played_to_its_end_and_the_same_again(stage):
    interview = stage.play(Candidate("mixed", NURSE), count=4)

    assert interview.ended
    assert interview.again == tuple(line.text for line in interview.interviewer)
    assert [line.number for line in interview.lines] == list(range(1, len(interview.lines) + 1))


def test_another_round_is_another_interview(stage):
    first, second = (stage.play(Candidate("strong", NURSE), 8, number) for number in (1, 2))

    assert first.lines != second.lines


def test_a_page_shows_each_question_with_its_reason_and_the_answer():
    interview = played(asked("When was it?", reason="Asked because."), said(STORY), close())

    text = page(interview, "Nurse", "We need a nurse.")

    assert "**Question 1 of 1.** When was it?\n\n*Asked because.*" in text
    assert f"> {STORY}" in text
    assert "**To close.**" in text


def test_a_page_tells_the_feedback_as_the_report_does_and_the_answers_once(stage):
    interview = stage.assessed(Candidate("strong", NURSE), 3)

    text = page(interview, "Nurse", "We need a nurse.")

    assert "## The feedback" in text
    assert "### Strengths" in text
    assert "#### Question 1" in text
    assert text.rstrip().index("### How the score comes about") > text.index("### Your CV")
    first = interview.replies(*Sort)[0].text
    assert text.count(f"> {first.splitlines()[0]}\n") == 1


def prompt(kind: str, number: int, planned: str, quote: str = "") -> str:
    said = f"\nThe candidate said: {quote}" if quote else ""
    return (
        f"- Kind of question: {kind}\n<answer id=f number={number}>\nIt rained.\n</answer id=f>\n"
        f"<planned-question id=f>\n{planned}\nWhy: no result.{said}\n</planned-question id=f>"
    )


@pytest.mark.parametrize(
    ("kind", "number", "planned", "quote", "words"),
    [
        ("probe", 2, "What came of it?", "I rang", "Let me take up “I rang”. What came of it?"),
        ("probe", 5, "You said “I rang”. And then?", "I rang", "You just said “I rang”. And then?"),
        ("probe", 5, "After “I rang”, what came?", "I rang", "After “I rang”, what came?"),
        ("probe", 3, "What came of it?", "", "What came of it?"),
        ("question", 2, "Who left?", "", "Who left?"),
        ("question", 3, "Who left?", "", "Let me ask something else. Who left?"),
        ("question", 7, "Who left?", "", "Something else now. Who left?"),
        ("question", 3, "Back to the job. Who left?", "", "Back to the job. Who left?"),
        ("clarification", 3, "Who left?", "", "Who left?"),
    ],
)
def test_the_scripted_model_asks_as_planned_and_takes_up_what_is_quoted(
    kind: str, number: int, planned: str, quote: str, words: str
):
    assert words_for(prompt(kind, number, planned, quote)) == words


def test_the_scripted_model_leads_over_in_the_same_words_once():
    said = [words_for(prompt("question", number, "Who left?")) for number in range(1, 16)]

    assert [fault_of(words) for words in said] == [None] * len(said)
    leads = [words for words in said if words != "Who left?"]
    assert len(set(leads)) == len(leads) == 4


def test_the_command_prints_the_transcript_and_a_verdict_for_each_rule(capsys):
    lead.main(["--candidate", "strong", "--job", "nurse", "--questions", "3"])

    printed = capsys.readouterr().out
    assert "=== strong, nurse" in printed
    assert "because: " in printed
    assert all(printed.count(rule) >= 2 for rule in RULES)


def test_the_command_fails_when_a_rule_is_broken_and_only_then():
    judged = [(interview, verdicts(interview)) for interview in (BROKEN["no praise"], WHOLE)]

    assert lead.exit_code(judged) == 1
    assert lead.exit_code(judged[1:]) == 0


def test_the_scripted_model_words_a_whole_interview(capsys):
    lead.main(["--candidate", "vague", "--job", "nurse", "--questions", "8", "--scripted"])

    printed = capsys.readouterr().out
    assert "question: Let me ask something else. " in printed
    taken_up = ("Let me take up “", "I noted “", "You just said “")  # the model's own words
    assert any(f"probe: {words}" in printed for words in taken_up)
