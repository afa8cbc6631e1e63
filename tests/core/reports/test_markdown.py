from collections import Counter
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from core.models import Kind, Point, Score
from core.reports import as_markdown
from tests import assessments
from tests.core.reports.interviews import QUESTION, feedback, interview, said


def test_the_report_says_what_it_is_about():
    report = as_markdown(interview(), feedback())

    assert report.startswith("# Interview: Data Engineer, Fernhollow\n")
    assert "- Date: 2025-03-14" in report
    assert "- Format: Mixed, mid level" in report
    assert "- Answered: 1 of 8 questions" in report
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


def test_each_answer_has_its_arithmetic_and_notes():
    report = as_markdown(interview(), feedback())

    assert "### Question 1: 7.5 of 10" in report
    assert "- Evidence: 4 of 5, two figures" in report
    assert "- Ownership and delivery: 3.5 of 5" in report
    assert "Went well:\n\n- Clear outcome. (question 1)\n\n  > It ran for forty minutes" in report
    assert "Could be better:\n\n- Name the team." in report
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
    assert "**Interviewer, question 2 (follow-up)**\n\n> What came of it?" in report
    assert "**You**\n\n> (skipped)" in report
    assert "**Interviewer**\n\n> Thank you." in report


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (Score(value=7.5, low=6.8, high=8.2, rated=6), "**7.5 of 10** (6.8 to 8.2).\n"),
        (
            Score(value=5, low=2, high=8, rated=3),
            "**5 of 10** (2 to 8), provisional: only 3 answers could be rated.\n",
        ),
        (Score(value=5, rated=1), "**5 of 10**, provisional: only 1 answer could be rated.\n"),
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
    assert "- Assessed by: gemini flash (rubric 1)" in report
    assert "- Assessed on: 2025-03-14, version 2" in report


def test_an_interview_led_and_assessed_by_one_says_it_once():
    session = interview(said(Kind.QUESTION, 1, QUESTION, provider="built-in"))

    report = as_markdown(session, feedback(notice="No model could be reached."))

    assert "- Led by: the built-in interviewer, without a language model\n" in report
    who = "the built-in assessor, without a language model (practice estimate, rubric 1)"
    assert f"- Assessed by: {who}" in report
    assert "No model could be reached." in report


def test_an_interview_without_feedback_or_messages_has_a_report():
    report = as_markdown(replace(interview(), messages=()), None)

    assert "There is no feedback yet." in report
    assert "- Led by: nobody yet" in report


def test_an_assessment_that_found_nothing_says_so():
    empty = feedback()
    nothing = replace(empty.assessment, strengths=(), weaknesses=(), cv_suggestions=())

    report = as_markdown(interview(), replace(empty, assessment=nothing))

    assert "## Strengths\n\nNone were found.\n" in report
    assert "## Your CV\n\nNone were found.\n" in report


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
        "  Your words in another order; fill in the \\[slots\\]:\n\n  > I moved one drawer.",
        "- The CV says 12 beds, you said 20.\n\n  You said in answer 1:\n\n  > a ward of 20 beds",
        "  Your CV says:\n\n  > a ward of 12 beds",
        "- These two do not go together.",
        "  You said in answer 2:\n\n  > since 2019",
        "### Found in your CV\n\n- Medication safety is in your CV.",
        "### A line of your CV\n\n- This line has no outcome.",
        "  > Led a ward of 12 beds and \\[what changed?\\].",
        "### Other advice\n\n- Put the dates in one form.",
        "- Medication safety: evidenced (asked in 1)",
        "- Night shifts: not asked",
        "Unaided: 5.1 of 10; the score above is with the follow-ups.",
        "Worth most: naming the outcome, +0.6.",
        "The built-in assessor gives 2.9. The two differ widely",
        "The model's runs disagree, by up to 1 on a level.",
        "A sentence addressed to the assessor was left out.",
        "- Mean level 3.75: +7.19\n- Little developed: -0.79",
        "Not part of the score: words 143, fillers 2, words in a sentence 17.",
        "(model 2, 3 runs)",
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
