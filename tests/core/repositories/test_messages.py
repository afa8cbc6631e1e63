from __future__ import annotations

import threading

import pytest

from core.exceptions import AnswerConflict, WrongMoment
from core.models import Kind, Role
from core.repositories.leases import Lease, TurnKey
from tests.builders import NOW, OWNER, answer, plan, question, session

ID = session().id


def lease_of(number: int, token: str = "token") -> Lease:
    key = TurnKey(owner_id=OWNER, session_id=ID, purpose="question", number=number)
    return Lease(key, token)


@pytest.fixture
def asked(sessions, messages, leases):
    """An interview whose first question is open."""
    sessions.create(session(plan=plan()))
    leases.acquire(lease_of(1))
    messages.create_question(lease_of(1), question(1))
    return messages


def test_the_same_answer_twice_is_one_row(asked):
    asked.create_message(OWNER, ID, answer(1))
    asked.create_message(OWNER, ID, answer(1))

    assert asked.get_messages(OWNER, ID) == (question(1), answer(1))


def test_a_character_that_no_database_takes_costs_no_word(asked):
    asked.create_message(OWNER, ID, answer(1, "Before\0 and \ud83d after."))

    assert asked.get_messages(OWNER, ID)[-1].content == "Before and ? after."


def test_another_answer_to_the_same_question_is_refused_and_the_first_one_stays(asked):
    asked.create_message(OWNER, ID, answer(1, "First."))

    with pytest.raises(AnswerConflict) as conflict:
        asked.create_message(OWNER, ID, answer(1, "Second."))

    assert (conflict.value.stored, conflict.value.offered) == ("First.", "Second.")
    assert asked.get_messages(OWNER, ID)[-1].content == "First."


def test_an_answer_that_comes_after_finishing_early_is_refused(asked, sessions):
    sessions.finish_early(OWNER, ID, NOW)

    with pytest.raises(WrongMoment):
        asked.create_message(OWNER, ID, answer(1))


def test_a_question_that_comes_after_finishing_early_is_dropped(asked, sessions, leases):
    asked.create_message(OWNER, ID, answer(1))
    leases.acquire(lease_of(2))
    sessions.finish_early(OWNER, ID, NOW)

    assert not asked.create_question(lease_of(2), question(2))


def test_a_question_cannot_be_both_skipped_and_answered(asked):
    asked.create_message(OWNER, ID, answer(1, kind=Kind.SKIP))

    with pytest.raises(AnswerConflict):
        asked.create_message(OWNER, ID, answer(1))


def test_many_tabs_that_answer_at_once_leave_one_answer(asked):
    outcomes: list[str] = []

    def submit(text: str) -> None:
        try:
            asked.create_message(OWNER, ID, answer(1, text))
            outcomes.append("stored")
        except AnswerConflict:
            outcomes.append("conflict")

    threads = [threading.Thread(target=submit, args=(f"Text {n}.",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["conflict"] * 7 + ["stored"]
    assert asked.count_messages(OWNER, ID, role=Role.USER) == 1


def test_a_question_is_stored_only_by_the_holder_of_its_lease(asked, leases):
    asked.create_message(OWNER, ID, answer(1))
    leases.acquire(lease_of(2, "mine"))

    assert not asked.create_question(lease_of(2, "not mine"), question(2, "Stale?"))
    assert asked.create_question(lease_of(2, "mine"), question(2, "Mine?"))
    assert [m.content for m in asked.get_messages(OWNER, ID)][-1] == "Mine?"


def test_the_final_write_uses_the_lease_up(asked, leases):
    asked.create_message(OWNER, ID, answer(1))
    leases.acquire(lease_of(2))
    asked.create_question(lease_of(2), question(2))

    assert not asked.create_question(lease_of(2), question(3))
    assert leases.view(lease_of(2).key) is None


def test_progress_counts_questions_and_probes_but_no_clarifications(asked, leases):
    asked.create_message(OWNER, ID, answer(1))
    leases.acquire(lease_of(2))
    asked.create_question(lease_of(2), question(2, kind=Kind.PROBE, topic=0))
    leases.acquire(lease_of(3))
    asked.create_question(lease_of(3), question(2, kind=Kind.CLARIFICATION, ordinal=1))

    assert asked.count_messages(OWNER, ID, role=Role.ASSISTANT) == 2
    assert asked.count_messages(OWNER, ID, role=Role.USER) == 1


def test_the_history_is_what_a_chat_model_takes(asked):
    asked.create_message(OWNER, ID, answer(1))

    assert asked.conversation_to_history(OWNER, ID) == [
        {"role": "assistant", "content": "Question 1?"},
        {"role": "user", "content": "Answer 1."},
    ]
