"""The strong candidate: each question gets a whole and specific answer of its own."""

from __future__ import annotations

from evals.candidates.hearing import Wish
from evals.candidates.life import Story, Topic, shared_situations
from evals.candidates.talk import Reply, Sort
from evals.candidates.turn import Turn, manners

_NEXT_BEST = {"result": ("measure",), "measure": ("result",)}  # when that part was told before
_OUTCOME = ("result", "measure")


def strong(turn: Turn) -> Reply:
    if turn.heard.wish is Wish.PAST:
        return _story(turn)
    if turn.heard.wish is Wish.FOLLOW_UP:
        owed = _owed_story(turn)
        return Reply(owed.whole, Sort.STORY) if owed else Reply(detail(turn), Sort.DETAIL)
    if turn.heard.wish is Wish.OWN_QUESTIONS:
        return Reply(turn.fresh(turn.life.own_question), Sort.OWN_QUESTION)
    text = turn.topic(_shelf(turn))
    return Reply(text or turn.fresh(manners()["practised"][turn.heard.wish.value]), Sort.FULL)


def detail(turn: Turn) -> str:
    """The part of the last story that is asked for, or whatever else is left to say."""
    story, part = turn.last_story(), turn.heard.part
    rest = manners()["practised"]
    if part == "outside":
        return turn.fresh([*_outside(turn), *rest["outside"]])
    if story is None:
        return turn.fresh(_without_a_story(turn))
    parts = (part, *_NEXT_BEST.get(part, ()), "own", "measure", "learned")
    return turn.fresh([story.details[one] for one in parts if one in story.details] + rest["more"])


def _story(turn: Turn) -> Reply:
    """A story on the subject; else back to one that was told; else that there is none."""
    if story := turn.new_story():
        return Reply(story.whole, Sort.STORY)
    rest = manners()["practised"]
    if told := turn.told_story():
        return Reply(
            turn.fresh(
                [text.format(**told.details, subject=told.subject) for text in rest["again"]]
            ),
            Sort.DETAIL,
        )
    return Reply(turn.fresh(rest["past"]), Sort.NO_EXAMPLE)


def _owed_story(turn: Turn) -> Story | None:
    """The story that was asked for, where nothing was told of it yet."""
    told = (*turn.life.outside.values(), *(one.subject for one in turn.life.stories))
    is_told = any(text in turn.own[-1] for text in told) if turn.own else True
    is_past = turn.about.heard.wish is Wish.PAST and turn.heard.part in {"more", "situation"}
    return turn.about.new_story() if is_past and not is_told and not turn.last_story() else None


def _without_a_story(turn: Turn) -> list[str]:
    """What else there is to say on the subject that a follow-up goes back to."""
    rest, about = manners()["practised"], turn.about
    is_past = about.heard.wish is Wish.PAST
    outcome = rest["outcome_past" if is_past else "outcome"]
    topic = "" if is_past else turn.topic(_shelf(about))
    said = [*(outcome if turn.heard.part in _OUTCOME else ()), topic, *rest["more"]]
    return [text for text in said if text]


def _outside(turn: Turn) -> list[str]:
    """From outside work: the nearest theme with something to tell, else the group of themes."""
    heard, told = turn.about.heard, turn.life.outside
    near = sorted(heard.themes, key=lambda theme: -heard.themes[theme])
    return [told[one] for one in (*near, heard.group) if one in told]


def _shelf(turn: Turn) -> tuple[Topic, ...]:
    """What there is to say to a question of this kind."""
    life = turn.life
    if turn.heard.wish is Wish.OPENING:
        return life.opening
    if turn.heard.wish is Wish.MOTIVATION:
        return life.motivation
    if turn.heard.wish is Wish.REQUIREMENT:
        return life.requirement
    return (*life.technical, *life.situational, *shared_situations())
