from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ai.faults.failures import OptionsRefused, failure
from core.ai.providers.ladder import GUESSES, Ladder, Part, RefusedRequest
from core.ai.providers.reply import Piece
from core.exceptions import FailureKind

LOWEST = {Part.FORMAT: 2, Part.USAGE: 1, Part.THINKING: 1, Part.LIMIT: 2}
WHOLE = dict.fromkeys(LOWEST, 0)


@pytest.fixture
def ladder():
    return Ladder(LOWEST)


def refused(*named: Part) -> RefusedRequest:
    error = failure(FailureKind.BAD_REQUEST, "Local model", status=400)
    return RefusedRequest(error, frozenset(named))


def replying(*pieces: Piece, refusal: RefusedRequest | None = None):
    yield from pieces
    if refusal:
        raise refusal


def guessed_down(ladder: Ladder) -> list[dict[Part, int]]:
    """What is asked for, refusal by refusal, when none of them says why."""
    steps = [dict(ladder.rungs(LOWEST))]
    while ladder.lower(steps[-1]):
        steps.append(dict(ladder.rungs(LOWEST)))
    return steps


def test_what_is_named_is_lowered_and_nothing_else(ladder):
    assert ladder.lower(WHOLE, {Part.USAGE})

    assert ladder.rungs(LOWEST) == WHOLE | {Part.USAGE: 1}


def test_of_several_that_are_named_the_likeliest_is_lowered(ladder):
    ladder.lower(WHOLE, {Part.LIMIT, Part.FORMAT})

    assert ladder.rungs(LOWEST) == WHOLE | {Part.FORMAT: 1}


def test_what_was_not_asked_for_cannot_be_to_blame(ladder):
    assert not ladder.lower({Part.LIMIT: 0}, {Part.FORMAT})

    assert ladder.rungs(LOWEST) == WHOLE


def test_without_a_name_one_part_after_the_other_is_left_out_but_never_the_limit(ladder):
    steps = guessed_down(ladder)

    assert [sum(step.values()) for step in steps] == [0, 1, 2, 3, 4]
    assert steps[1] == WHOLE | {Part.FORMAT: 1}
    assert steps[-1] == {Part.FORMAT: 2, Part.USAGE: 1, Part.THINKING: 1, Part.LIMIT: 0}


def test_a_request_that_nobody_takes_was_bad_itself_and_teaches_nothing(ladder):
    guessed_down(ladder)

    assert ladder.rungs(LOWEST) == WHOLE


def test_what_was_named_is_remembered_though_the_request_was_bad_too(ladder):
    ladder.lower(WHOLE, {Part.LIMIT})
    guessed_down(ladder)

    assert ladder.rungs(LOWEST) == WHOLE | {Part.LIMIT: 1}


def test_a_guess_that_proves_right_is_remembered(ladder):
    ladder.lower(WHOLE)
    asked = ladder.rungs(LOWEST)
    ladder.keep(asked)

    guessed_down(ladder)

    assert ladder.rungs(LOWEST) == WHOLE | {Part.FORMAT: 1}


def test_what_one_thread_guesses_is_no_lesson_for_another(ladder):
    def guess() -> None:
        ladder.lower(ladder.rungs([Part.FORMAT]))

    with ThreadPoolExecutor(1) as pool:
        pool.submit(guess).result()

    assert ladder.rungs([Part.FORMAT]) == {Part.FORMAT: 0}


def test_threads_that_are_refused_at_once_go_down_one_rung_together(ladder):
    at_once = Barrier(16)

    def refuse(_: int) -> bool:
        asked = ladder.rungs([Part.FORMAT])
        at_once.wait(5)
        return ladder.lower(asked, {Part.FORMAT})

    with ThreadPoolExecutor(16) as pool:
        lowered = list(pool.map(refuse, range(16)))

    assert all(lowered)
    assert ladder.rungs([Part.FORMAT]) == {Part.FORMAT: 1}


def test_a_late_refusal_of_a_higher_rung_does_not_skip_one(ladder):
    ladder.lower(WHOLE, {Part.FORMAT})

    assert ladder.lower(WHOLE, {Part.FORMAT})

    assert ladder.rungs([Part.FORMAT]) == {Part.FORMAT: 1}


@given(st.lists(st.sets(st.sampled_from(Part)), max_size=40))
def test_the_way_down_ends_whatever_is_named(names):
    ladder = Ladder(LOWEST)
    steps = 0
    for named in names:
        steps += ladder.lower(ladder.rungs(LOWEST), named)
        if not ladder.lower(LOWEST, named):
            break

    assert steps <= sum(LOWEST.values())


def test_a_refusal_on_the_way_asks_for_less(ladder):
    with pytest.raises(OptionsRefused) as caught:
        list(ladder.learning(WHOLE, replying(refusal=refused(Part.FORMAT))))

    assert (caught.value.kind, caught.value.status) == (FailureKind.BAD_REQUEST, 400)
    assert ladder.rungs([Part.FORMAT]) == {Part.FORMAT: 1}


def test_a_refusal_on_the_lowest_rung_is_an_ordinary_one(ladder):
    with pytest.raises(RefusedRequest):
        list(ladder.learning(LOWEST, replying(refusal=refused())))


def test_a_refusal_in_the_middle_of_a_reply_is_about_something_else(ladder):
    pieces = replying(Piece(text="Tell me"), refusal=refused(Part.FORMAT))

    with pytest.raises(RefusedRequest):
        list(ladder.learning(WHOLE, pieces))

    assert ladder.rungs(LOWEST) == WHOLE


def test_closing_the_reply_closes_what_it_is_made_of(ladder):
    closed = []

    def pieces():
        try:
            yield Piece(text="Tell")
        finally:
            closed.append(True)

    reply = ladder.learning(WHOLE, pieces())
    next(reply)
    reply.close()

    assert closed


def test_every_part_but_the_limit_is_guessed_at():
    assert {*GUESSES} == {*Part} - {Part.LIMIT}
