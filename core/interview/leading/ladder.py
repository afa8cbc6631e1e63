"""What a reply is probed for: which part is missing, or why there is no story yet."""

from __future__ import annotations

from core.interview.answers.aims import Aim
from core.interview.answers.own_words import names_in
from core.interview.answers.parts import is_beside, is_untold, told
from core.interview.answers.replies import Reply, is_abusive, is_gibberish
from core.interview.answers.signals import Signals, read_answer
from core.interview.answers.stories import only_asks, said, told_before
from core.interview.planning.plan import make_plan
from core.interview.words.text import words
from core.models import InterviewSession, Part, PlannedQuestion, Story

PROBES_A_TOPIC = 2
NEXT_TO_NOTHING = 3  # words, in whatever language
# The most telling part first: stories dwell on the situation and leave out how it ended.
_LADDER = {
    "behavioural": (Aim.ACTION, Aim.OWN_PART, Aim.RESULT, Aim.MEASURE, Aim.SITUATION),
    "situational": (Aim.ACTION, Aim.RESULT),
}
_LED_AWAY = frozenset({Aim.AGAIN, Aim.BESIDE, Aim.OCCASION})
_EVENT = frozenset({Part.SITUATION, Part.TASK, Part.ACTION})


def aim_for(session: InterviewSession, story: Story, planned: PlannedQuestion) -> Aim | None:
    """What to ask for after the last reply of this story, or None to go on."""
    return aims_for(session, story, planned)[-1]


def aims_for(
    session: InterviewSession, story: Story, planned: PlannedQuestion
) -> tuple[Aim | None, ...]:
    """What to ask for after each reply of this story; the last is still to be asked.

    The aims are derived from the replies each time, so that no stored note can disagree with them.
    """
    done: list[Aim | None] = []
    for end in range(1, len(story.exchanges) + 1):
        so_far = Story(story.topic, story.exchanges[:end])
        is_told = not done and _is_told(session, so_far)
        done.append(_aim(so_far, planned, done, is_told=is_told))
    return tuple(done)


def _is_told(session: InterviewSession, story: Story) -> bool:
    """Told for an earlier question that had a story of its own; an introduction may come again."""
    number = told_before(session, story)
    before = (other for other in session.stories if other.number == number)
    plan = session.plan or make_plan(session)
    return any(plan.questions[other.topic].style == "behavioural" for other in before)


def _aim(
    story: Story, planned: PlannedQuestion, done: list[Aim | None], *, is_told: bool
) -> Aim | None:
    """A question that was skipped, or asked back about to the end, is not asked again."""
    asked, answer = story.exchanges[-1].question.content, story.exchanges[-1].answer
    is_over = len(done) >= PROBES_A_TOPIC or None in done
    if is_over or not answer or only_asks(answer, asked):
        return None
    if is_abusive(answer):
        return None if any(aim and not aim.part for aim in done) else Aim.BOUNDARY
    if is_gibberish(answer):
        return None if done else Aim.WORDS
    latest, whole = read_answer(answer, planned), read_answer(said(story), planned)
    if not latest.is_english:
        return Aim.SHORT if _is_blank(answer) and not done else None
    return _of_english(latest, whole, done, is_told=is_told)


def _of_english(
    latest: Signals, whole: Signals, done: list[Aim | None], *, is_told: bool
) -> Aim | None:
    if latest.reply is Reply.NO_EXAMPLE and Part.ACTION not in told(whole):
        return _wider(whole.question, done)
    if latest.reply is not Reply.CONTENT:
        return None if done else _nothing(latest)
    return _of_content(latest, whole, done, is_told=is_told)


def _of_content(
    latest: Signals, whole: Signals, done: list[Aim | None], *, is_told: bool
) -> Aim | None:
    has_part = any(aim and aim.part for aim in done)
    if is_beside(latest) and not has_part:
        return None if done else _nothing(latest)
    if _LED_AWAY & set(done) and not latest.hits:
        return None
    style = whole.question.style
    if is_told and style == "behavioural":
        return Aim.ANOTHER
    if style == "behavioural" and (is_untold(whole) or not _tells_of_an_event(whole)):
        return None if done else _story(whole)
    return next((aim for aim in _LADDER.get(style, ()) if _is_missing(aim, whole, done)), None)


def _wider(planned: PlannedQuestion, done: list[Aim | None]) -> Aim | None:
    """Who has no example gets wider ground once, then the question as an imagined case."""
    if planned.style not in ("behavioural", "technical"):
        return None if done else Aim.AGAIN
    if Aim.ELSEWHERE not in done:
        return Aim.ELSEWHERE
    return Aim.IMAGINED


def _nothing(latest: Signals) -> Aim:
    """Generalities are asked for one occasion, in the candidate's own words."""
    if latest.is_too_short:
        return Aim.SHORT
    if latest.question.style == "behavioural" and (latest.vague or names_in(latest.text)):
        return _story(latest)
    return Aim.BESIDE if latest.reply is Reply.CONTENT else Aim.AGAIN


def _story(told_of: Signals) -> Aim:
    """An event that was spoken of is asked about as a whole; else one is asked for."""
    is_named = names_in("\n".join(told_of.sentences))
    return Aim.STORY if is_named or _tells_of_an_event(told_of) else Aim.OCCASION


def _is_blank(answer: str) -> bool:
    """A word or three, in a script that puts spaces between them."""
    letters = [letter for letter in answer if letter.isalpha()]
    spaced = all(letter < "\u0900" for letter in letters)
    return spaced and len(words(answer)) <= NEXT_TO_NOTHING


def _tells_of_an_event(whole: Signals) -> bool:
    return not _EVENT.isdisjoint(told(whole))


def _is_missing(aim: Aim, whole: Signals, done: list[Aim | None]) -> bool:
    if aim in done or aim.part is None or aim.part in told(whole):
        return False
    if aim is Aim.OWN_PART:
        return Part.ACTION in told(whole) or whole.says_we
    if aim is Aim.MEASURE:  # of a small matter from elsewhere the size is not asked for
        return Aim.ELSEWHERE not in done and {Part.ACTION, Part.RESULT} <= told(whole)
    return aim is not Aim.SITUATION or Part.TASK not in told(whole)
