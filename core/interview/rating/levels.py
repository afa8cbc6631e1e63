"""The built-in rater: from what was found in an answer to levels 1 to 5, in tenths.

What counts most is how much of substance was said about what was asked: of all text signals it
agrees best with human raters. Length alone earns nothing: repeated, echoed and hollow words, lists
and text about something else count little or not at all. Fluency, fillers and spelling are not
looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.interview.answers.missed import left_open, missed
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals
from core.interview.answers.talk import doing
from core.interview.rating.found import PERSONAL, Found, found_in
from core.interview.rating.grounds import because
from core.interview.rating.rubric import HIGHEST, LOWEST
from core.interview.rating.scoring import HIGHEST as HIGHEST_SCORE
from core.interview.rating.scoring import Gates, answer_score, cap_of
from core.models import Competency, Part, Quality, Rating

Levels = dict[Quality | Competency, float]
EMPTY, BESIDE = 4.0, 4.0  # the most for empty words, and for what is beside the point
# What is left of the points of a story without what was asked about, and of one told before.
MISSED, TOLD_BEFORE = 0.65, 0.65
WORD_FOR_WORD = 0.3  # of an answer that is another one, word for word
HALF_NEW = 0.5  # share of new words from which on a story told before is told in other words
STILL_OPEN = 0.85  # of the points of an answer that leaves a part of the question open
TALKED = 0.5  # of the points of an answer of some length in which nothing is done
UNMENTIONED = 0.25  # of nearness, where what the question is about is not mentioned
# Of nearness as well: without what was asked about, and with a part of it left open.
WITHOUT_IT, IN_PART = 0.3, 0.7
OF_ITS_OWN = (0.42, 0.56)  # share of own words at which an answer is hollow, and is not
FEW_OWN, A_WORD = 5, 0.75  # own words a hollow story has at most; what each further one opens
BELOW = 0.5  # what each word too few takes, where somebody is asked about themselves
OF_POINTS = 0.4  # what the key points count in the level of the competency
FEW_TELLING, OF_ALL, A_TELLING_WORD = 4.0, 0.45, 1.5  # the same of words that tell something here
A_FACT_MORE = 0.02  # of evidence, for each of four facts beyond two
IN_GENERAL = 0.75  # of evidence and structure, where no event was told though one was asked for
LENIENT = 1.2  # rules see less of what belongs together than readers do
ENOUGH = 15.0  # of substance; from here on the soft gate is open
WEIGHTS: dict[Quality, float] = {
    Quality.RELEVANCE: 0.5,
    Quality.EVIDENCE: 4.0,
    Quality.STRUCTURE: 2.5,
    Quality.CLARITY: 1.5,
}
OF_COMPETENCY = 1.0
_STORY = {
    Part.SITUATION: 0.15,
    Part.ACTION: 0.2,
    Part.OWN_PART: 0.15,
    Part.RESULT: 0.35,
    Part.MEASURE: 0.15,
}


def weight(item: Quality | Competency) -> float:
    return OF_COMPETENCY if isinstance(item, Competency) else WEIGHTS[item]


def ratings(signals: Signals) -> tuple[Rating, ...]:
    """The four qualities, and the competency where the question has one and the answer shows it.

    Of an answer that says next to nothing only relevance and evidence can be rated.
    """
    return tuple(
        Rating(item=item, level=level, because=because(item, level, signals))
        for item, level in levels_of(signals, found_in(signals)).items()
    )


def score(signals: Signals, rated: tuple[Rating, ...]) -> float:
    """The answer's score, 1 to 10, with the gates and caps of `scoring`."""
    return scored(signals, found_in(signals), {rating.item: rating.level for rating in rated})


def score_of(signals: Signals) -> float:
    """The score without the reasons of its levels."""
    found = found_in(signals)
    return scored(signals, found, levels_of(signals, found))


def scored(signals: Signals, found: Found, rated: Levels) -> float:
    ratings_ = tuple(Rating(item=item, level=level) for item, level in rated.items())
    return answer_score(
        ratings_,
        gates(signals, found, ratings_),
        cap=cap(signals),
        weights=[weight(item) for item in rated],
    )


def gates(signals: Signals, found: Found, rated: Sequence[Rating]) -> Gates:
    return Gates(
        relevance=rated[0].level + LENIENT,
        development=found.substance / ENOUGH,
        kept=kept(signals),
        doing=TALKED + (1 - TALKED) * doing(signals),
    )


def kept(signals: Signals) -> float:
    """What is left of the points of an answer that is not, or not whole, to what was asked."""
    if missed(signals):
        return MISSED
    if signals.repeats:
        new = min(1.0, signals.fresh / HALF_NEW)
        return round(WORD_FOR_WORD + (TOLD_BEFORE - WORD_FOR_WORD) * new, 2)
    is_answer = signals.reply is Reply.CONTENT and not signals.is_too_short
    return STILL_OPEN if is_answer and left_open(signals) else 1.0


def levels_of(signals: Signals, found: Found) -> Levels:
    shares: Levels = {
        Quality.RELEVANCE: _relevance(signals, found),
        Quality.EVIDENCE: _evidence(found),
    }
    if signals.reply is Reply.CONTENT and not signals.is_too_short:
        shares[Quality.STRUCTURE] = _structure(signals, found)
        shares[Quality.CLARITY] = _clarity(found)
        if signals.question.competency and not signals.unmentioned:
            shares[signals.question.competency] = _competency(found, shares)
    most = HIGHEST if signals.reply is Reply.CONTENT else LOWEST
    return {item: min(_level(share), float(most)) for item, share in shares.items()}


def _level(share: float) -> float:
    return round(LOWEST + (HIGHEST - LOWEST) * max(0.0, min(1.0, share)), 1)


def cap(signals: Signals) -> float:
    most = cap_of(
        empty=not signals.text,
        is_non_answer=signals.reply is not Reply.CONTENT,
        words=signals.in_sentences,
    )
    if signals.is_hollow:
        most = min(most, EMPTY)
    most = min(most, _cap_of_empty_words(signals, found_in(signals)))
    return min(most, BESIDE) if signals.unmentioned else most


def _cap_of_empty_words(signals: Signals, found: Found) -> float:
    """The most for an answer of words that fit any answer; a story needs some of its own."""
    low, high = OF_ITS_OWN
    most = EMPTY + (HIGHEST_SCORE - EMPTY) * max(0.0, (found.own_share - low) / (high - low))
    few = min(FEW_TELLING, OF_ALL * found.own / found.own_share) if found.own else FEW_TELLING
    beyond = found.telling - few
    below = BELOW if signals.question.style in PERSONAL else 0.0
    most = min(most, EMPTY + (A_TELLING_WORD if beyond > 0 else below) * beyond)
    if signals.question.style != "behavioural":
        return most
    if found.own <= FEW_OWN:
        return min(most, EMPTY - (FEW_OWN - found.own) / 10)
    return min(most, EMPTY + A_WORD * (found.own - FEW_OWN))


def _relevance(signals: Signals, found: Found) -> float:
    """Where a story is asked for, to tell one belongs to the answer: its theme is seldom named."""
    near = found.near * _on_the_question(signals)
    if signals.question.style != "behavioural":
        return near
    return 0.8 * near + 0.1 * (found.parts[Part.SITUATION] + found.parts[Part.ACTION])


def _on_the_question(signals: Signals) -> float:
    """What is left of nearness where words are near and the question is not answered."""
    if signals.unmentioned:
        return UNMENTIONED
    if missed(signals):
        return WITHOUT_IT
    return IN_PART if left_open(signals) else 1.0


def _evidence(found: Found) -> float:
    shown = 0.2 * min(found.facts, 2) + 0.15 * min(found.reasons, 2) + 0.2 * min(found.points, 3)
    shown += 0.1 * min(found.acts, 3) + 0.3 * found.parts[Part.MEASURE]
    level = 0.65 * found.developed + 0.25 * found.precise + 0.1 * min(1.0, shown)
    level += A_FACT_MORE * min(max(0, found.facts - 2), 4)
    return IN_GENERAL * level if found.is_general else level


def _structure(signals: Signals, found: Found) -> float:
    if signals.question.style == "behavioural":
        story = sum(worth * found.parts[part] for part, worth in _STORY.items())
        level = 0.35 * found.developed + 0.65 * story
        return IN_GENERAL * level if found.is_general else level
    end = max(found.parts[Part.RESULT], found.known)
    said = 0.5 * min(found.reasons, 2) / 2 + 0.5 * end
    return 0.7 * found.developed + 0.3 * said


def _clarity(found: Found) -> float:
    clear = 0.4 + 0.35 * found.developed + 0.25 * found.precise
    return (clear - 0.08 * min(found.vague, 4) - 0.5 * found.again) * (2 * found.order - 1)


def _competency(found: Found, shares: Levels) -> float:
    shown = 0.5 * shares[Quality.EVIDENCE] + 0.4 * shares[Quality.STRUCTURE] + 0.1 * found.near
    if found.coverage is None:
        return shown
    return (1 - OF_POINTS) * shown + OF_POINTS * found.coverage
