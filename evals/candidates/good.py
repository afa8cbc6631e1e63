"""The strong candidate: each question gets a whole and specific answer of its own."""

from __future__ import annotations

from evals.candidates.hearing import Wish
from evals.candidates.talk import Reply, Sort
from evals.candidates.turn import Turn, manners

_NEXT_BEST = {"result": ("measure",), "measure": ("result",)}  # when that part was told before


def strong(turn: Turn) -> Reply:
    if turn.heard.wish is Wish.PAST:
        return Reply(turn.new_story().whole, Sort.STORY)
    if turn.heard.wish is Wish.FOLLOW_UP:
        return Reply(detail(turn), Sort.DETAIL)
    if turn.heard.wish is Wish.OWN_QUESTIONS:
        return Reply(turn.fresh(turn.life.own_question), Sort.OWN_QUESTION)
    return Reply(_full(turn), Sort.FULL)


def detail(turn: Turn) -> str:
    """The part of the last story that is asked for, or whatever else is left to say."""
    story, part = turn.last_story(), turn.heard.part
    rest = manners()["practised"]
    if part == "outside":
        return turn.fresh(rest["outside"])
    if story is None:
        return turn.topic(turn.life.technical, turn.life.situational)
    parts = (part, *_NEXT_BEST.get(part, ()), "own", "measure", "learned")
    return turn.fresh([story.details[one] for one in parts if one in story.details] + rest["more"])


def _full(turn: Turn) -> str:
    life = turn.life
    if turn.heard.wish is Wish.OPENING:
        return turn.fresh(life.opening)
    if turn.heard.wish is Wish.MOTIVATION:
        return turn.topic(life.motivation)
    if turn.heard.wish is Wish.HYPOTHETICAL:
        return turn.topic(life.situational)
    if turn.heard.wish is Wish.REQUIREMENT:
        return turn.topic(life.technical)
    return turn.topic(life.technical, life.situational)
