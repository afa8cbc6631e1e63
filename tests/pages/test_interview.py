from __future__ import annotations

from dataclasses import replace

import pytest

from core.bootstrap import TurnView
from core.exceptions import StorageBusy
from core.models import MAX_ANSWER, Format, Kind, Plan, Role, Stage
from tests.pages.screen import ANSWER, area, button, buttons, links, shown

INTERVIEW = "pages/interview.py"
TOO_LONG = "x" * (MAX_ANSWER + 1)
FINISH = "Finish now"


def session_of(app, started):
    return app.sessions.get_session("local", started.id)


def test_an_interview_that_has_not_started_leads_back_to_its_documents(open_page, prepared):
    page = open_page(INTERVIEW, prepared.id)

    assert "has not started" in page.info[0].value
    assert "Go to your documents" in links(page)
    assert not page.chat_input


def test_the_open_question_is_shown_with_progress_and_reason(open_page, started):
    page = open_page(INTERVIEW, started.id)

    assert "Question 1 of 8" in [markdown.value for markdown in page.markdown]
    assert page.progress[0].value == 0
    assert page.chat_message[0].name == "assistant"
    assert page.expander[0].label == "Why this question?"
    assert page.chat_input[0].placeholder == "Type your answer"


def test_an_answer_is_stored_and_the_next_question_follows(app, open_page, started):
    page = open_page(INTERVIEW, started.id)

    page.chat_input[0].set_value(ANSWER).run()

    assert session_of(app, started).exchanges[0].answer == ANSWER
    assert "Question 2 of 8" in shown(page)
    assert [message.name for message in page.chat_message] == ["assistant", "user", "assistant"]


def test_hostile_words_are_shown_as_words(open_page, started):
    page = open_page(INTERVIEW, started.id)

    page.chat_input[0].set_value("![x](http://x.example) <b> :red[no] $a$ # *yes*").run()

    value = page.chat_message[1].markdown[0].value.replace(":color[:]", ":")
    assert "![x]" not in value
    assert all(sign not in value.replace(f"\\{sign}", "") for sign in "<[$*")


def test_finishing_early_is_not_offered_before_the_first_answer(open_page, started):
    page = open_page(INTERVIEW, started.id)

    assert FINISH not in buttons(page)
    assert "Skip this question" in buttons(page)


def test_skipping_is_no_answer(app, open_page, started):
    page = open_page(INTERVIEW, started.id)

    button(page, "Skip this question").click().run()

    assert session_of(app, started).exchanges[0].reply.kind is Kind.SKIP
    assert FINISH not in buttons(page)
    assert "You skipped this question." in shown(page)


def test_finishing_early_asks_first_and_says_what_is_answered(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    button(page, "Skip this question").click().run()
    page.chat_input[0].set_value(ANSWER).run()

    [section] = page.get("popover")

    assert section.proto.popover.label == "Finish early and get feedback"
    assert [inside.label for inside in section.get("button")] == [FINISH]
    assert "Finish now with 1 of 8 questions answered?" in section.get("markdown")[0].value
    assert session_of(app, started).stage is Stage.ANSWERING


def test_the_ways_out_come_after_the_answer_field(open_page, started):
    page = open_page(INTERVIEW, started.id)
    page.chat_input[0].set_value(ANSWER).run()

    foot = [element.type for element in page.main.root[3]]

    assert foot.index("chat_input") < foot.index("button")


def test_finishing_early_leads_to_the_feedback(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    page.chat_input[0].set_value(ANSWER).run()

    button(page, FINISH).click().run()

    assert session_of(app, started).stage is Stage.FINISHED
    assert page.title[0].value == "Feedback"


def test_a_finished_interview_leads_to_its_feedback(open_page, finished):
    page = open_page(INTERVIEW, finished.id)

    assert "Your interview is complete." in [markdown.value for markdown in page.markdown]
    assert "See feedback" in links(page)
    assert page.chat_input[0].placeholder == "Ask a question of your own"


def test_the_last_answer_finishes_the_interview(app, open_page, started):
    page = open_page(INTERVIEW, started.id)

    for _ in range(8):
        page.chat_input[0].set_value(ANSWER).run()

    assert not page.exception
    assert session_of(app, started).answered == 8
    assert "Your interview is complete." in shown(page)


def test_the_same_answer_from_two_tabs_is_one_answer(app, open_page, started):
    tab, other = open_page(INTERVIEW, started.id), open_page(INTERVIEW, started.id)
    tab.chat_input[0].set_value(ANSWER).run()

    other.chat_input[0].set_value(ANSWER).run()

    assert not other.error
    assert session_of(app, started).answered == 1


def test_another_answer_from_a_second_tab_is_refused_with_both_texts_in_view(
    app, open_page, started
):
    tab, other = open_page(INTERVIEW, started.id), open_page(INTERVIEW, started.id)
    tab.chat_input[0].set_value(ANSWER).run()

    other.chat_input[0].set_value("Quite another story.").run()

    assert "already been answered" in other.error[0].value
    below = [markdown.value for markdown in other.markdown]
    assert "Quite another story." in below
    assert below.count(ANSWER) == 2  # in the transcript, and beside the new text
    assert session_of(app, started).exchanges[0].answer == ANSWER


def test_a_refused_text_stays_until_it_is_put_aside(open_page, app, started):
    page = open_page(INTERVIEW, started.id)
    app.interviews.submit_answer("local", started.id, 1, ANSWER)
    page.chat_input[0].set_value("Quite another story.").run()
    page.run()
    assert "Quite another story." in shown(page)

    button(page, "Keep the stored answer").click().run()

    assert "Quite another story." not in shown(page)
    assert not page.error


def test_an_answer_survives_a_busy_storage_and_is_sent_again(app, open_page, started, monkeypatch):
    def busy(*_args):
        raise StorageBusy

    page = open_page(INTERVIEW, started.id)
    with monkeypatch.context() as locked:  # a database that stays locked for longer than we wait
        locked.setattr(type(app.interviews), "submit_answer", busy)
        page.chat_input[0].set_value(ANSWER).run()
    assert "storage is busy" in page.error[0].value
    assert area(page, "Your answer to question 1").value == ANSWER

    button(page, "Send again").click().run()

    assert not page.error
    assert session_of(app, started).exchanges[0].answer == ANSWER


def test_an_answer_survives_a_bug(app, open_page, started, monkeypatch):
    def broken(*_args):
        raise KeyError("bug")

    page = open_page(INTERVIEW, started.id)
    with monkeypatch.context() as patched:  # a bug has no seam
        patched.setattr(type(app.interviews), "submit_answer", broken)
        page.chat_input[0].set_value(ANSWER).run()

    page.run()

    assert area(page, "Your answer to question 1").value == ANSWER


def test_an_answer_that_cannot_be_taken_stays_in_view(app, open_page, started):
    page = open_page(INTERVIEW, started.id)

    page.chat_input[0].set_value(TOO_LONG).run()

    assert page.error
    assert area(page, "Your answer to question 1").value == TOO_LONG
    assert "Copy it before you leave or reload this page." in shown(page)
    assert session_of(app, started).answered == 0


@pytest.mark.parametrize("blank", ["   ", " \n\t "])
def test_a_blank_answer_leaves_nothing_but_a_passing_word(app, open_page, started, blank):
    page = open_page(INTERVIEW, started.id)

    page.chat_input[0].set_value(blank).run()

    assert [toast.value for toast in page.toast] == ["Please type a few words first."]
    assert not page.error
    assert not page.text_area
    assert session_of(app, started).answered == 0
    assert not page.run().toast


def test_a_refused_text_that_was_emptied_is_not_sent(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    page.chat_input[0].set_value(TOO_LONG).run()

    area(page, "Your answer to question 1").set_value("  ")
    button(page, "Send again").click().run()

    assert page.error
    assert page.toast
    assert session_of(app, started).answered == 0


def test_a_shortened_answer_can_be_sent_again(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    page.chat_input[0].set_value(TOO_LONG).run()

    area(page, "Your answer to question 1").set_value(ANSWER)
    button(page, "Send again").click().run()

    assert session_of(app, started).exchanges[0].answer == ANSWER
    assert not page.error


def test_a_second_failed_text_does_not_push_out_the_first(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    app.interviews.submit_answer("local", started.id, 1, ANSWER)
    page.chat_input[0].set_value("Quite another story.").run()
    page.chat_input[0].set_value(TOO_LONG).run()

    assert "Quite another story." in shown(page)
    assert area(page, "Your answer to question 2").value == TOO_LONG


def test_an_answer_to_a_deleted_interview_is_not_lost_silently(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    app.sessions.delete_session("local", started.id)

    page.chat_input[0].set_value(ANSWER).run()

    assert not page.exception
    assert "was not found" in shown(page)
    assert ANSWER in [text.value for text in page.text_area]


def test_a_question_that_never_comes_ends_in_an_offer_and_not_in_a_loop(
    app, open_page, prepared, monkeypatch
):
    asking = replace(app.sessions.get_session("local", prepared.id), plan=Plan(()))
    service = type(app.interviews)
    # a worker that dies each time has no seam; with the built-in interviewer it does not happen
    monkeypatch.setattr(service, "resume", lambda *_: asking)
    monkeypatch.setattr(service, "follow", lambda *_: iter([TurnView("So ", "Slow today.")]))

    page = open_page(INTERVIEW, prepared.id)

    assert not page.exception
    assert "Your answers are safe." in page.warning[0].value
    assert "Try again" in buttons(page)
    assert page.chat_input[0].disabled


def test_who_asks_is_said_quietly(open_page, started):
    page = open_page(INTERVIEW, started.id)

    assert "Asked by the built-in interviewer" in [c.value for c in page.caption]


def test_a_model_is_named_with_its_provider(app, open_page, started, monkeypatch):
    session = session_of(app, started)
    worded = replace(session.messages[0], provider="OpenRouter", model="a/b_c")
    # a model's own words need a key; only how they are shown is of interest here
    monkeypatch.setattr(
        type(app.interviews), "resume", lambda *_: replace(session, messages=(worded,))
    )

    page = open_page(INTERVIEW, started.id)

    assert "Worded by OpenRouter · a/b\\_c" in [c.value for c in page.caption]


def test_another_language_without_a_key_is_said_at_the_top(app, open_page, prepared):
    german = app.sessions.create_session("local", "Nurse", "Northfield", Format(language="de"))
    app.documents.correct_cv_text("local", german.id, prepared.cv.text)
    app.documents.process_job_description("local", german.id, prepared.job.description)
    app.interviews.start_interview("local", german.id)

    page = open_page(INTERVIEW, german.id)

    assert page.info[0].value == (
        "This interview is in English: the built-in interviewer speaks no other language. "
        "Answers in other languages are kept, but not scored. "
        "Add a key for an interview in German."
    )


def test_an_interview_in_english_needs_no_such_word(open_page, started):
    page = open_page(INTERVIEW, started.id)

    assert not page.info


ASKS_BACK = "Could you repeat that, please?"
OWN = "Ask a question of your own"


def test_a_question_that_was_not_understood_is_explained_and_stays_open(app, open_page, started):
    page = open_page(INTERVIEW, started.id)

    page.chat_input[0].set_value(ASKS_BACK).run()

    assert [message.name for message in page.chat_message] == ["assistant", "user", "assistant"]
    assert "Question 1 of 8" in shown(page)
    assert session_of(app, started).stage is Stage.ANSWERING
    assert not page.error


def test_the_same_request_from_two_tabs_is_one_request(app, open_page, started):
    tab, other = open_page(INTERVIEW, started.id), open_page(INTERVIEW, started.id)
    tab.chat_input[0].set_value(ASKS_BACK).run()

    other.chat_input[0].set_value(ASKS_BACK).run()

    assert len(session_of(app, started).exchanges[0].requests) == 1
    assert len(other.chat_message) == 3


def test_asking_again_in_the_same_words_is_a_second_request(app, open_page, started):
    page = open_page(INTERVIEW, started.id)
    page.chat_input[0].set_value(ASKS_BACK).run()

    page.chat_input[0].set_value(ASKS_BACK).run()

    assert len(session_of(app, started).exchanges[0].requests) == 2


def test_a_request_survives_a_busy_storage_and_is_sent_again(app, open_page, started, monkeypatch):
    def busy(*_args):
        raise StorageBusy

    page = open_page(INTERVIEW, started.id)
    with monkeypatch.context() as locked:  # a database that stays locked for longer than we wait
        locked.setattr(type(app.interviews), "submit_answer", busy)
        page.chat_input[0].set_value(ASKS_BACK).run()
    assert area(page, "Your answer to question 1").value == ASKS_BACK

    button(page, "Send again").click().run()

    assert not page.text_area
    assert len(session_of(app, started).exchanges[0].requests) == 1


def test_nothing_can_be_sent_while_the_explanation_is_worded(app, open_page, started, monkeypatch):
    session = session_of(app, started)
    request = replace(session.messages[0], role=Role.USER, kind=Kind.CLARIFICATION, ordinal=1)
    asking = replace(session, messages=(*session.messages, request))
    service = type(app.interviews)
    # a worker that takes its time has no seam; with the built-in interviewer it does not happen
    monkeypatch.setattr(service, "resume", lambda *_: asking)
    monkeypatch.setattr(service, "follow", lambda *_: iter([TurnView("So ")]))

    page = open_page(INTERVIEW, started.id)

    assert page.chat_input[0].disabled
    assert button(page, "Skip this question").disabled
    assert "Question 1 of 8" in shown(page)


def test_why_a_follow_up_is_put_is_said_in_words(open_page, started):
    page = open_page(INTERVIEW, started.id)

    page.chat_input[0].set_value("ok").run()

    assert "Asked because there is room for more here." in [c.value for c in page.caption]


def test_the_close_invites_the_candidates_own_questions(app, open_page, finished):
    page = open_page(INTERVIEW, finished.id)

    page.chat_input[0].set_value("What is the salary?").run()

    assert page.chat_input[0].placeholder == OWN
    names = [message.name for message in page.chat_message]
    assert names[-3:] == ["assistant", "user", "assistant"]
    assert "Then we stop here." in page.chat_message[-3].markdown[0].value
    assert page.chat_message[-2].markdown[0].value == "What is the salary?"
    assert page.chat_message[-1].markdown[0].value.startswith("The advert says: “A salary from")
    assert "See feedback" in links(page)


def test_the_same_own_question_from_two_tabs_is_one(app, open_page, finished):
    tab, other = open_page(INTERVIEW, finished.id), open_page(INTERVIEW, finished.id)
    tab.chat_input[0].set_value("What is the salary?").run()

    other.chat_input[0].set_value("What is the salary?").run()

    assert not other.error
    assert len(session_of(app, finished).own_questions) == 1


def test_after_five_own_questions_there_is_no_room_for_more(app, open_page, finished):
    late = open_page(INTERVIEW, finished.id)
    for number in range(5):
        app.interviews.ask_interviewer("local", finished.id, f"Who pays for course {number}?")

    page = open_page(INTERVIEW, finished.id)
    late.chat_input[0].set_value("And the parking?").run()

    assert page.chat_input[0].disabled
    assert "These were your 5 questions." in shown(page)
    assert "See feedback" in links(page)
    assert "There is room for 5 questions" in late.error[0].value
    assert area(late, "Your own question").value == "And the parking?"


def test_an_own_question_survives_a_busy_storage(app, open_page, finished, monkeypatch):
    def busy(*_args):
        raise StorageBusy

    page = open_page(INTERVIEW, finished.id)
    with monkeypatch.context() as locked:  # a database that stays locked for longer than we wait
        locked.setattr(type(app.interviews), "ask_interviewer", busy)
        page.chat_input[0].set_value("What is the salary?").run()
    assert "storage is busy" in page.error[0].value

    button(page, "Send again").click().run()

    assert not page.text_area
    assert len(session_of(app, finished).own_questions) == 1


def test_own_questions_stand_in_the_transcript_of_the_feedback(app, open_page, finished):
    app.interviews.ask_interviewer("local", finished.id, "What is the salary?")

    page = open_page("pages/feedback.py", finished.id)

    assert "What is the salary?" in shown(page)
    assert not page.exception


def test_a_visit_has_one_name_and_another_visit_another(open_page, started):
    page = open_page(INTERVIEW, started.id)
    name = page.session_state["visit"]

    page.run()

    assert page.session_state["visit"] == name
    assert open_page(INTERVIEW, started.id).session_state["visit"] != name
