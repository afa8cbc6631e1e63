"""The built-in rater: from measurable signals to levels 1 to 5, half levels allowed.

Length alone earns nothing: repeated, echoed and hollow words are left out before anything is
counted, and every level is held down by how much of substance was said.
"""

from __future__ import annotations

from math import floor, sqrt
from statistics import fmean

from core.interview.grounds import because
from core.interview.replies import Reply
from core.interview.rubric import HIGHEST, LOWEST
from core.interview.scoring import answer_score, cap_of
from core.interview.signals import Signals
from core.models import Competency, Part, Quality, Rating

# Distinct content words beyond the question's own and the hollow ones.
FULLY_DEVELOPED = 40
FAIRLY_DEVELOPED = 14  # from here on the soft gate is open
HOLLOW_LEVEL = 2.5
LEAST_CEILING = 3.0
SUBSTANCE = 0.3
PERSONAL = ("opening", "motivation")  # questions without a story and without a competency
OFF_TOPIC = 2.5
ELSEWHERE = 2.0
ECHO_ONLY, ONE_WORD = 3.0, 4.5
REPEATED, BESIDE = 4.0, 4.0  # the most for a story told before, or that leaves the subject out
_STORY = {
    Part.SITUATION: 0.6,
    Part.ACTION: 0.7,
    Part.OWN_PART: 0.5,
    Part.RESULT: 1.1,
    Part.MEASURE: 0.6,
}
ENOUGH_SENTENCES = 3
_EASY_SENTENCE = range(6, 31)


def ratings(signals: Signals) -> tuple[Rating, ...]:
    """The four qualities, and the competency where the question has one and the answer shows it.

    Of an answer that says next to nothing only relevance and evidence can be rated.
    """
    levels: dict[Quality | Competency, float] = {
        Quality.RELEVANCE: _relevance(signals),
        Quality.EVIDENCE: _evidence(signals),
    }
    if signals.reply is Reply.CONTENT and not signals.is_too_short:
        levels[Quality.STRUCTURE] = _structure(signals)
        levels[Quality.CLARITY] = _clarity(signals)
        if signals.question.competency and not signals.unmentioned:
            levels[signals.question.competency] = _competency(signals, levels)
    return tuple(_rating(item, level, signals) for item, level in levels.items())


def score(signals: Signals, rated: tuple[Rating, ...]) -> float:
    """The answer's score, 1 to 10, with the gates and caps of `scoring`."""
    relevance = next(rating.level for rating in rated if rating.item is Quality.RELEVANCE)
    return answer_score(
        rated,
        relevance=relevance,
        development=development(signals),
        cap=min(cap(signals), BESIDE) if signals.unmentioned else cap(signals),
    )


def development(signals: Signals) -> float:
    """How much of substance was said, 0 to 1, saturating; for the soft gate."""
    return min(1.0, len(signals.solid) / FAIRLY_DEVELOPED)


def cap(signals: Signals) -> float:
    most = cap_of(
        empty=not signals.text,
        is_non_answer=signals.reply is not Reply.CONTENT,
        is_short=signals.is_too_short,
    )
    return min(most, REPEATED) if signals.repeats else most


def _relevance(signals: Signals) -> float:
    tells = bool(signals.own_acts or signals.reasons) or Part.SITUATION in signals.parts
    level = 1.5 + 0.5 * min(signals.hits, 4) + (1.0 if tells else 0.0)
    level += 0.5 * (development(signals) >= 1)
    return min(level, _most_relevant(signals))


def _most_relevant(signals: Signals) -> float:
    """Words of the question given back prove little; the highest level takes words beyond them."""
    if signals.unmentioned or signals.repeats:
        return ELSEWHERE
    if not signals.hits:
        return OFF_TOPIC
    return (ECHO_ONLY, ONE_WORD, float(HIGHEST))[min(signals.kin, 2)]


def _evidence(signals: Signals) -> float:
    if signals.question.style in PERSONAL:
        shown = len(signals.own_acts) + len(signals.facts) + len(signals.reasons)
        return 1.5 + 0.5 * min(shown, 6)
    level = 1.0 + min(len(signals.own_acts), 3) * 0.35
    level += 0.6 * (Part.SITUATION in signals.parts)
    level += min(len(signals.facts), 3) * 0.3 + min(len(signals.points), 3) * 0.4
    level += 1.0 * (Part.MEASURE in signals.parts) + 0.3 * bool(signals.reasons)
    return level


def _structure(signals: Signals) -> float:
    if signals.question.style in PERSONAL:
        level = 2.0 + 0.6 * min(len(signals.reasons), 2) + 0.3 * min(len(signals.facts), 3)
        return level + 0.3 * min(len(signals.sentences), 3)
    level = 1.0 + sum(worth for part, worth in _STORY.items() if part in signals.parts)
    level += 0.25 * min(len(signals.reasons), 2)
    if signals.question.style == "technical":
        level += 0.35 * min(len(signals.points) + len(signals.facts), 4)
    return level


def _clarity(signals: Signals) -> float:
    sizes = [len(sentence.split()) for sentence in signals.sentences] or [0]
    level = 3.0 + (1.0 if round(fmean(sizes)) in _EASY_SENTENCE else 0.0)
    level += 0.5 * (len(signals.sentences) >= ENOUGH_SENTENCES)
    level -= 0.5 * min(len(signals.vague), 4) + 2.0 * signals.repetition
    return level


def _competency(signals: Signals, levels: dict[Quality | Competency, float]) -> float:
    """Evidence and outcome, raised by reasons and by words that belong to the competency."""
    base = fmean((levels[Quality.EVIDENCE], levels[Quality.STRUCTURE])) - 0.75
    level = base + 0.25 * min(len(signals.reasons), 2) + 0.15 * min(signals.hits, 4)
    return level + 0.4 * min(len(signals.points), 4)


def _held(level: float, signals: Signals) -> float:
    """Mixed with how much of substance was said, held down where that is little, in half levels.

    Developed content is the text signal that agrees best with human raters; the parts of a story
    alone hardly do, so they coach more than they score.
    """
    said = sqrt(min(1.0, len(signals.solid) / FULLY_DEVELOPED))
    level = (1 - SUBSTANCE) * level + SUBSTANCE * (LOWEST + (HIGHEST - LOWEST) * said)
    highest = LEAST_CEILING + (HIGHEST - LEAST_CEILING) * said
    if signals.is_hollow:
        highest = min(highest, HOLLOW_LEVEL)
    if signals.reply is not Reply.CONTENT:
        highest = LOWEST
    return floor(2 * max(LOWEST, min(level, highest))) / 2


def _rating(item: Quality | Competency, level: float, signals: Signals) -> Rating:
    held = min(_held(level, signals), _ceiling(item, signals))
    return Rating(item=item, level=held, because=because(item, held, signals))


def _ceiling(item: Quality | Competency, signals: Signals) -> float:
    """The most that an item can get from a story told before or from one about something else."""
    if item is Quality.RELEVANCE:
        return _most_relevant(signals)
    if signals.repeats and (item is Quality.EVIDENCE or isinstance(item, Competency)):
        return ELSEWHERE
    if isinstance(item, Competency) and not signals.hits:
        return OFF_TOPIC
    return float(HIGHEST)
