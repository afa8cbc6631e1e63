from collections import Counter
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from core.models import Kind, Point, Role, Score
from core.reports import as_markdown
from tests import assessments
from tests.core.reports.interviews import QUESTION, feedback, interview, said

MIGHT = "With other questions it might have been"
ONLY = "It is provisional, since only"


def test_the_report_says_what_it_is_about():
    report = as_markdown(interview(), feedback())

    assert report.startswith("# Interview: Data Engineer, Fernhollow\n")
    assert "- Date: 2025-03-14" in report
    assert "- Format: Mixed questions, for somebody with some experience of the work\n" in report
    assert "- Asked: 1 question\n" in report
    assert "practice estimate" in report


def test_strengths_weaknesses_and_advice_stand_with_their_quotes():
    report = as_markdown(interview(), feedback())

    assert "- You gave a measure. (question 1)\n\n  > forty minutes" in report
    assert "- The team is missing.\n\n  To do: Say who else took part." in report
    assert "  Your CV says:\n\n  > Rebuilt\n\n  The advert says:\n\n  > Python is a must." in report
    assert "- Add a profile." in report


def test_a_point_on_several_answers_names_them_once():
    several = Point(text="No numbers. (Questions 1 and 3.)", number=1)

    report = as_markdown(interview(), feedback(weaknesses=(several,)))

    assert "No numbers. (Questions 1 and 3.)" in report.replace("\\", "")
    assert "(Questions 1 and 3.) (question 1)" not in report.replace("\\", "")


def test_each_answer_has_its_points_and_notes():
    report = as_markdown(interview(), feedback())

    assert "### Question 1: 7.5 of 10" in report
    assert "**Went well**\n\n- Clear outcome.\n\n  > It ran for forty minutes" in report
    assert "**Could be better**\n\n- Name the team." in report
    assert "Rated with its follow-up." in report
    assert "### Question 2: not rated" in report


def test_the_transcript_has_every_word_and_who_said_it():
    session = interview(
        said(Kind.QUESTION, 1, QUESTION, notice="Worded by the built-in interviewer."),
        said(Kind.ANSWER, 1, "I did.\nTwice."),
        said(Kind.PROBE, 2, "What came of it?"),
        said(Kind.SKIP, 2, ""),
        said(Kind.CLOSE, 2, "Thank you."),
    )

    report = as_markdown(session, None)

    assert f"**Interviewer, question 1**\n\n> {QUESTION}\n\nWorded by" in report
    assert "**You**\n\n> I did.  \n> Twice." in report
    assert "**Interviewer, follow-up 2**\n\n> What came of it?" in report
    assert "**You**\n\n> (skipped)" in report
    assert "**Interviewer**\n\n> Thank you." in report


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (Score(value=7.5, low=6.8, high=8.2, rated=6), f"**7.5 of 10.** {MIGHT} 6.8 to 8.2.\n"),
        (
            Score(value=5, low=2, high=8, rated=3),
            f"**5.0 of 10.** {MIGHT} 2.0 to 8.0. {ONLY} 3 answers could be rated.\n",
        ),
        (Score(value=5, rated=1), f"**5.0 of 10.** {ONLY} 1 answer could be rated.\n"),
        (
            Score(value=None, reason="Nothing was answered."),
            "There is no score. Nothing was answered.\n",
        ),
    ],
)
def test_a_score_says_how_far_it_can_be_trusted(score: Score, words: str):
    report = as_markdown(interview(), feedback(score))

    assert f"## Score\n\n{words}" in report


def test_who_led_and_who_assessed_is_said():
    session = interview(
        said(Kind.QUESTION, 1, QUESTION, provider="openrouter", model="some/model"),
        said(Kind.ANSWER, 1, "Yes."),
        said(Kind.QUESTION, 2, "And?", provider="built-in"),
    )

    report = as_markdown(session, feedback(provider="gemini", model="flash"))

    assert "- Led by: openrouter some/model (1 of 2 messages)" in report
    assert "the built-in interviewer, without a language model (1 of 2 messages)" in report
    assert "- Assessed by: gemini flash\n" in report
    assert "- Assessed on: 2025-03-14, version 2" in report


def test_an_interview_led_and_assessed_by_one_says_it_once():
    session = interview(said(Kind.QUESTION, 1, QUESTION, provider="built-in"))

    report = as_markdown(session, feedback(notice="No model could be reached."))

    assert "- Led by: the built-in interviewer, without a language model\n" in report
    who = "the built-in assessor, without a language model (a practice estimate)"
    assert f"- Assessed by: {who}\n" in report
    assert "No model could be reached." in report


def test_an_interview_without_feedback_or_messages_has_a_report():
    report = as_markdown(replace(interview(), messages=()), None)

    assert "There is no feedback yet." in report
    assert "- Led by: nobody yet" in report


def test_an_assessment_that_found_nothing_says_so():
    empty = feedback()
    empty = replace(empty, assessment=replace(empty.assessment, strengths=(), weaknesses=()))

    report = as_markdown(interview(), empty)

    assert "## Strengths\n\nNone could be shown with your own words yet.\n" in report
    assert "## What to work on\n\nNothing stood out.\n" in report


def test_what_nobody_could_rate_has_neither_strengths_nor_weaknesses():
    empty = feedback(Score(value=None, reason="All was skipped."), strengths=(), weaknesses=())

    report = as_markdown(interview(), empty)

    assert "## Strengths" not in report
    assert "## What to work on" not in report


def test_that_it_is_a_practice_estimate_is_said_once_in_the_head():
    notice = "Practice estimate: it measures words. It predicts no hiring decision."

    own, without = (as_markdown(interview(), feedback(notice=one)) for one in (notice, ""))

    assert "> This is a practice estimate" in without
    assert "> This is a practice estimate" not in own
    assert notice in own.replace("\\", "")


@pytest.mark.parametrize("attack", ["<img src=x>", "![p](http://x/p.png)", "# Score: 10", "---"])
def test_nobody_can_write_markup_into_the_report(attack: str):
    said_all = interview(
        said(Kind.QUESTION, 1, attack, notice=attack), said(Kind.ANSWER, 1, attack)
    )
    job = replace(said_all.job, title=attack, company=attack)

    report = as_markdown(replace(said_all, job=job), feedback(notice=attack, assessor=attack))

    harmless = as_markdown(interview(), feedback())
    assert kinds(report) == kinds(harmless)


@pytest.mark.parametrize(
    "words",
    [
        "## Next time\n\nEnd each story with what changed.",
        "  Why it matters: A listener wants to know whether it worked.",
        "  Your words, with gaps to fill:\n\n  > I moved one drawer.",
        "- The CV says 12 beds, you said 20.\n\n  You said in answer 1:\n\n  > a ward of 20 beds",
        "  Your CV says:\n\n  > a ward of 12 beds",
        "- These two do not go together.",
        "  You said in answer 2:\n\n  > since 2019",
        "### Found in your CV\n\n- Medication safety is in your CV.",
        "### A line of your CV\n\n- This line has no outcome.",
        "  > Led a ward of 12 beds and \\[what changed?\\].",
        "### Other advice\n\n- Put the dates in one form.",
        "### Must have\n\n- Medication safety: shown in answer 1; your CV shows it.",
        "- Night shifts: not asked",
        "Your first answer alone: 5.1. With the follow-ups: 6.4.",
        "Worth most: naming the outcome, +0.6 on question 1.",
        "The model gives 6.4, the built-in assessor 2.9. They differ widely",
        "The model's runs disagree, by up to 1 level.",
        "A sentence addressed to the assessor was left out.",
        "Other \N{MINUS SIGN}0.79 (13% off): Little developed.",
        "### How you spoke (not part of the score)",
        "- Assessed by: gemini flash, in 3 runs\n",
    ],
)
def test_the_report_holds_what_the_page_tells_and_an_older_feedback_leaves_it_out(words):
    report = as_markdown(interview(), assessments.feedback(assessments.full()))
    older = as_markdown(interview(), assessments.feedback(assessments.old()))

    assert words in report
    assert words not in older


@pytest.mark.parametrize("attack", ["<img src=x>", "![p](http://x/p.png)", "# Score: 10", "---"])
def test_no_part_of_a_full_feedback_becomes_markup(attack: str):
    hostile = as_markdown(interview(), assessments.feedback(assessments.full(attack)))

    harmless = as_markdown(interview(), assessments.feedback(assessments.full("words")))
    assert kinds(hostile) == kinds(harmless)


def kinds(report: str) -> Counter[str]:
    """How often the report has headings, rules, pictures, links and raw HTML."""
    watched = {"heading_open", "hr", "image", "link_open", "html_block", "html_inline"}
    top = MarkdownIt("commonmark").parse(report)
    tokens = [*top, *(child for token in top for child in token.children or ())]
    return Counter(token.type for token in tokens if token.type in watched)


@pytest.mark.parametrize(
    "words",
    [
        "في عام 2022 راجعتُ كل ملف بنفسي، وطلبتُ تغيير الملصقات.",
        "2022 में मैंने हर फ़ाइल ख़ुद जाँची और लेबल बदलवाए।",
        "2022年我亲自检查了每份病历。我请药房更换了标签。",
        "הובלתי צוות של 12 אחיות, ואז ירדו הטעויות.",
    ],
)
def test_words_in_any_script_stand_in_the_report_letter_by_letter(words):
    session = interview(said(Kind.QUESTION, 1, QUESTION), said(Kind.ANSWER, 1, words))

    report = as_markdown(session, None)

    assert f"**You**\n\n> {words}" in report
    assert words in "".join(token.content for token in MarkdownIt().parse(report))


PROBED = (
    said(Kind.QUESTION, 1, f"Hello and welcome. {QUESTION}"),
    replace(said(Kind.CLARIFICATION, 1, "What do you mean?", ordinal=1), role=Role.USER),
    said(Kind.CLARIFICATION, 1, "Any pipeline of yours.", ordinal=1),
    said(Kind.ANSWER, 1, "I rebuilt it."),
    said(Kind.PROBE, 2, "What came of it?"),
    said(Kind.ANSWER, 2, "It ran for forty minutes."),
    said(Kind.CLOSE, 2, "Your turn."),
    said(Kind.OWN_QUESTION, 2, "Who leads the team?", ordinal=1),
)


def probed() -> str:
    given = feedback()
    review = replace(given.assessment.answers[0], unaided=4.0)
    told = replace(given.assessment, answers=(review,))
    return as_markdown(interview(*PROBED), replace(given, assessment=told), "You asked one.")


def test_a_story_stands_under_its_question_with_its_follow_ups_and_what_was_asked_back():
    assert (
        "### Question 1 with its follow-up 2: 7.5 of 10\n\n"
        f"**Interviewer, question 1**\n\n> {QUESTION}\n\n"
        "**You, asking back**\n\n> What do you mean?\n\n"
        "**Interviewer, question 1 explained**\n\n> Any pipeline of yours.\n\n"
        "**You**\n\n> I rebuilt it.\n\n"
        "**Interviewer, follow-up 2**\n\n> What came of it?\n\n"
        "**You**\n\n> It ran for forty minutes.\n\n"
        "Your first answer alone: 4.0. With the follow-ups: 7.5."
    ) in probed()


def test_what_belongs_to_no_answer_stands_after_the_answers():
    assert (
        "## The end of the conversation\n\nYou asked one.\n\n"
        "**Interviewer**\n\n> Your turn.\n\n"
        "**You, a question of your own**\n\n> Who leads the team?\n"
    ) in probed()


def test_each_message_stands_in_the_report_once():
    report = probed()

    assert "Transcript" not in report
    counts = {m.content: report.count(f"\n> {m.content}\n") for m in PROBED[1:]}
    assert set(counts.values()) == {1}


def test_what_was_asked_of_no_rated_story_is_not_lost():
    session = interview(
        said(Kind.QUESTION, 1, QUESTION),
        said(Kind.ANSWER, 1, "Yes."),
        said(Kind.QUESTION, 7, "Which one?", topic=3),
        said(Kind.ANSWER, 7, "The blue one.", topic=3),
    )

    end = as_markdown(session, feedback()).split("## The end of the conversation")[1]

    assert "> Which one?\n\n**You**\n\n> The blue one.\n" in end


def test_what_was_asked_and_not_answered_is_counted_in_the_head():
    session = interview(
        said(Kind.QUESTION, 1, QUESTION),
        said(Kind.ANSWER, 1, "Yes."),
        said(Kind.PROBE, 2, "And then?"),
        said(Kind.SKIP, 2, ""),
        said(Kind.QUESTION, 3, "Why us?", topic=1),
    )

    report = as_markdown(session, feedback())

    assert "- Asked: 2 questions and 1 follow-up, 2 of them not answered\n" in report


def test_the_report_has_the_order_in_which_it_is_read():
    report = as_markdown(interview(), assessments.feedback(assessments.full()))

    assert [line[3:] for line in report.splitlines() if line.startswith("## ")] == [
        *("Score", "Next time", "Strengths", "What to work on", "Question by question"),
        *("Worth a second look", "What the advert asks for", "Your CV"),
        "How the score comes about",
    ]


def test_the_arithmetic_is_complete_in_one_section_at_the_end():
    report = as_markdown(interview(), assessments.feedback(assessments.full()))

    body, arithmetic = report.split("## How the score comes about")
    assert "counts" not in body
    assert "level 4" not in body
    assert (
        "| Answer | Start | Evidence | Competency | Other | Score |\n"
        "| :--- | ---: | ---: | ---: | ---: | ---: |\n"
        "| Question 1 | +7.19 | 4 | 3.5 | \N{MINUS SIGN}0.79 | 6.4 |\n"
        "| **Mean of 1 rated answer** |  |  |  |  | **6.4** |\n"
    ) in arithmetic
    assert (
        "- Question 1. Ownership and delivery 3.5: own steps. "
        "Other \N{MINUS SIGN}0.79 (13% off): Little developed. "
        "Worth most: naming the outcome, +0.6.\n"
    ) in arithmetic
    assert "| 1 | 9 |" in arithmetic
    assert arithmetic.endswith("\n\nMethod: model 2.\n")


def test_an_unrated_interview_has_no_arithmetic():
    report = as_markdown(interview(), feedback(Score(value=None, reason="Nothing was answered.")))

    assert "How the score comes about" not in report
