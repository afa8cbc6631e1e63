from __future__ import annotations

import pytest

from core.exceptions import StorageBusy
from tests.pages.screen import area, button, buttons, shown

UPLOAD = "pages/upload.py"
OWN_WORDS = "Or write a question of your own"
SUBJECTS = ("trains", "choose tea over coffee", "rust", "not Thursday", "us", "so few", "Leeds")
OWN = "What would you change about our product first?"


@pytest.fixture
def opened(open_page, prepared):
    """The documents page with the plan in view."""
    return show(open_page(UPLOAD, prepared.id), prepared)


def show(page, session):
    page.session_state[f"plan_{session.id}"] = True
    return page.run()


def plan_of(app, session):
    return app.plans.propose(app.sessions.get_session("local", session.id))


def texts(app, session):
    return [question.planned.text for question in plan_of(app, session).questions]


def step(page, label, question):
    return next(b for b in page.button if b.key == f"{label}_{question.id}")


def test_the_plan_is_closed_until_the_candidate_wants_to_see_it(app, open_page, prepared):
    page = open_page(UPLOAD, prepared.id)

    assert "Your interview plan" in [section.label for section in page.expander]
    assert "8 questions. You can see or change them" in shown(page)
    assert all(text not in shown(page) for text in texts(app, prepared))
    assert not button(page, "Start interview").disabled


def test_a_closed_plan_is_not_even_made(app, open_page, prepared, monkeypatch):
    def fail(*_args):
        raise AssertionError

    monkeypatch.setattr(type(app.plans), "propose", fail)  # the page has no seam for its services

    assert not open_page(UPLOAD, prepared.id).exception


def test_there_is_no_plan_without_the_documents(app, open_page):
    empty = app.sessions.create_session("local", "Charge nurse", "Northfield")

    page = open_page(UPLOAD, empty.id)

    assert not [e for e in page.expander if "plan" in e.label]


def test_each_question_is_shown_with_its_competency_and_its_reason(app, opened, prepared):
    for question in plan_of(app, prepared).questions:
        label = question.planned.competency.label if question.planned.competency else ""
        assert label in shown(opened)
    assert shown(opened).count("Asked ") == 8


def test_a_question_can_be_removed_and_the_number_follows(app, opened, prepared):
    gone = plan_of(app, prepared).questions[2]

    step(opened, "remove", gone).click().run()

    assert gone.planned.text not in texts(app, prepared)
    assert app.sessions.get_session("local", prepared.id).question_count == 7
    assert gone.planned.text not in shown(opened)


def test_the_last_three_questions_cannot_be_removed(app, opened, prepared):
    for question in plan_of(app, prepared).questions[3:]:
        step(opened, "remove", question).click().run()

    last = [step(opened, "remove", q) for q in plan_of(app, prepared).questions]
    assert all(remove.disabled and "at least 3 questions" in remove.help for remove in last)


def test_each_step_names_its_question(app, opened, prepared):
    second = plan_of(app, prepared).questions[1]

    names = [step(opened, way, second).label for way in ("up", "down", "remove")]

    assert names == ["Move 2 up", "Move 2 down", "Remove 2"]


def test_a_question_can_be_moved_up_and_down(app, opened, prepared):
    before = plan_of(app, prepared).questions

    step(opened, "up", before[3]).click().run()
    step(opened, "down", before[0]).click().run()

    after = plan_of(app, prepared).questions
    assert after == (before[1], before[0], before[3], before[2], *before[4:])
    assert step(opened, "up", after[0]).disabled
    assert step(opened, "down", after[-1]).disabled


def test_a_question_of_the_bank_can_be_added(app, opened, prepared):
    before = set(texts(app, prepared))

    opened.selectbox[0].set_value("leading_and_developing").run()
    button(opened, "Add").click().run()

    assert len(texts(app, prepared)) == 9
    assert before < set(texts(app, prepared))
    assert opened.selectbox[0].value is None


def test_adding_without_a_choice_asks_for_one(app, opened, prepared):
    button(opened, "Add").click().run()

    assert len(texts(app, prepared)) == 8
    assert not opened.error
    assert "choose first" in opened.toast[0].value


def test_a_question_of_ones_own_can_be_added(app, opened, prepared):
    area(opened, OWN_WORDS).set_value(OWN).run()
    button(opened, "Add my question").click().run()

    assert OWN in texts(app, prepared)
    assert "Your own question" in shown(opened)
    assert area(opened, OWN_WORDS).value == ""


def test_the_same_question_of_ones_own_twice_is_told(app, opened, prepared):
    for _ in range(2):
        area(opened, OWN_WORDS).set_value(OWN).run()
        button(opened, "Add my question").click().run()

    assert texts(app, prepared).count(OWN) == 1
    assert [toast.value for toast in opened.toast] == ["Your plan has this question already."]


def test_a_question_that_cannot_be_asked_stays_with_its_fault(app, opened, prepared):
    area(opened, OWN_WORDS).set_value("How old are you?").run()
    button(opened, "Add my question").click().run()

    assert "protected topic" in opened.error[0].value
    assert area(opened, OWN_WORDS).value == "How old are you?"
    assert len(texts(app, prepared)) == 8


def test_half_typed_words_are_there_again_after_closing_the_plan(opened, prepared):
    area(opened, OWN_WORDS).set_value("What would").run()
    opened.session_state[f"plan_{prepared.id}"] = False
    opened.run()

    show(opened, prepared)

    assert area(opened, OWN_WORDS).value == "What would"


def test_the_interview_does_not_start_while_a_question_of_ones_own_is_not_added(
    app, opened, prepared
):
    area(opened, OWN_WORDS).set_value(OWN)

    button(opened, "Start interview").click().run()

    assert app.sessions.get_session("local", prepared.id).plan is None
    assert area(opened, OWN_WORDS).value == OWN
    assert button(opened, "Start interview").disabled
    assert "not added yet: add it or clear the field." in shown(opened)
    assert "Everything is here and saved." not in shown(opened)


def test_a_closed_plan_with_words_that_are_not_added_holds_the_start_too(opened, prepared):
    area(opened, OWN_WORDS).set_value(OWN).run()

    opened.session_state[f"plan_{prepared.id}"] = False
    opened.run()

    assert button(opened, "Start interview").disabled
    assert "not added yet" in shown(opened)


@pytest.mark.parametrize("cleared", [True, False])
def test_the_start_is_open_again_once_the_question_is_added_or_cleared(opened, cleared):
    area(opened, OWN_WORDS).set_value(OWN).run()

    if cleared:
        area(opened, OWN_WORDS).set_value("").run()
    else:
        button(opened, "Add my question").click().run()

    assert not button(opened, "Start interview").disabled
    assert "Everything is here and saved." in shown(opened)


def test_markup_in_a_question_of_ones_own_is_only_words(opened):
    area(opened, OWN_WORDS).set_value("What is [this](http://x.example) <b>?").run()
    button(opened, "Add my question").click().run()

    assert "[this](http" not in shown(opened)


def test_fifteen_questions_leave_no_room_for_more(app, open_page, prepared):
    for number, subject in enumerate(SUBJECTS):
        app.plans.add_own("local", prepared.id, number, f"Why {subject}?")

    page = show(open_page(UPLOAD, prepared.id), prepared)

    assert "15 questions are the most" in shown(page)
    assert "Add my question" not in buttons(page)


def test_words_that_are_not_added_stay_in_reach_when_the_plan_is_full(app, opened, prepared):
    area(opened, OWN_WORDS).set_value(OWN).run()
    for number, subject in enumerate(SUBJECTS):
        app.plans.add_own("local", prepared.id, number, f"Why {subject}?")

    opened.run()

    assert "15 questions are the most" in shown(opened)
    assert area(opened, OWN_WORDS).value == OWN


def test_a_change_in_another_tab_is_told_and_shown(app, opened, prepared):
    first, second = plan_of(app, prepared).questions[:2]
    app.plans.remove("local", prepared.id, 0, first.id)

    step(opened, "down", second).click().run()

    assert "changed meanwhile" in opened.error[0].value
    assert first.planned.text not in shown(opened)
    assert texts(app, prepared)[0] == second.planned.text


def test_a_change_that_could_not_be_stored_is_told(app, opened, prepared, monkeypatch):
    def busy(*_args):
        raise StorageBusy

    question = plan_of(app, prepared).questions[3]
    with monkeypatch.context() as locked:  # a database that stays locked for longer than we wait
        locked.setattr(type(app.plans), "move", busy)
        step(opened, "up", question).click().run()

    assert "storage is busy" in opened.error[0].value
    step(opened, "up", question).click().run()
    assert not opened.error


def test_what_was_changed_is_there_after_a_reload(app, opened, open_page, prepared):
    gone = plan_of(app, prepared).questions[1]
    step(opened, "remove", gone).click().run()

    again = open_page(UPLOAD, prepared.id)

    assert "7 questions. You can see" in shown(again)


def test_questions_that_lost_their_line_are_named_with_the_plan_closed(app, open_page, prepared):
    gone = plan_of(app, prepared).questions[1]
    app.plans.move("local", prepared.id, 0, gone.id, 0)
    app.documents.process_job_description("local", prepared.id, "We need a baker.")
    page = open_page(UPLOAD, prepared.id)
    assert "Your documents have changed" in shown(page)

    button(page, "All right").click().run()

    assert "Your documents have changed" not in shown(page)


def test_an_edited_plan_is_the_one_that_is_asked(app, opened, prepared):
    chosen = plan_of(app, prepared).questions[3]
    for _ in range(3):
        step(opened, "up", chosen).click().run()

    button(opened, "Start interview").click().run()

    assert chosen.planned.text in shown(opened)
    assert "Question 1 of 8" in shown(opened)


def test_after_the_start_the_plan_is_no_longer_offered(open_page, started):
    page = open_page(UPLOAD, started.id)

    assert not [e for e in page.expander if "plan" in e.label]
