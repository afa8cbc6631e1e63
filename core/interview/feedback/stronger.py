"""A stronger version of an answer, made of the candidate's own sentences and of slots.

Sentences are put in the order situation, task, action, result, and words that only fill are taken
out. What is missing becomes a slot in brackets: only the candidate can know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.interview.answers.acts import OWN_ACT, names_act
from core.interview.answers.blaming import blames
from core.interview.answers.explained import owes_a_reason
from core.interview.answers.heard import heard
from core.interview.answers.parts import is_beside
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals, read_answer
from core.interview.checking.invention import SLOT, invented
from core.interview.feedback.gaps import (
    CHECK,
    DID,
    ENDED,
    OWN,
    STEP,
    WHEN,
    WRONG,
    about_what,
    asked_what,
    size_slot,
    tells_nothing,
    with_why,
)
from core.interview.words.patterns import regex
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems
from core.models import Part

__all__ = [
    "as_sentence",
    "checked",
    "invented",
    "slotted",
    "step_to_ask",
    "stronger",
    "tidy",
    "without_fillers",
]

LONGEST_STORY, LONGEST_SENTENCE = 220, 35  # words
MOST_SLOTS = 3
SIZE, WHY = "size", "why"  # slots whose words follow from the sentence that they go with
_STORIES = ("behavioural", "situational")
_SOUND = regex(r",?\s*(?<![\w'\u2019-])(?:[Uu]m+|[Uu]h+|[Ee]rm|[Ee]r|[Hh]mm+)(?![\w'\u2019-]),?\s*")
_BETWEEN = regex(
    r"(?i),\s*(?:you\s+know|i\s+mean|basically|literally|like|like\s+i\s+said)\s*,\s*"
    r"(?!\s|(?:I|we|they|he|she|it)\b)"
)
_EMPTY = regex(
    r"(?i)(?:^|(?<=[,.!?]))(\s*)(?:(?:well|okay|so|and)\s*,\s*)?"
    r"(?:you\s+know|i\s+mean|basically|literally|like\s+i\s+said)\s*,\s*"
    r"|,\s*(?:you\s+know|i\s+mean|basically|literally|like|like\s+i\s+said)\s*(?=[,.!?]|$)"
    r"|\b(?:basically|literally)\s+"
)
# Said in passing, without commas: "we had, you know a backlog", "it was you know hard".
_PASSING = regex(
    r"(?i)(?<!\bdo\s)(?<!\bdid\s)(?<!\bif\s)(?<!\bhow\s)(?<!\bwhat\s)(?<!\bas\s)(?<!\bthat\s)"
    r"(?<!\bwhen\s)(?<!\bto\s)(?<!\bbefore\s)(?<!\blet\s)(?<!\bthings\s)(?<!\bpeople\s)"
    r"(?:you\s+know|i\s+mean)\s+(?!(?:that|how|what|the|why|where|who)\b)"
)
_ASIDE = regex(r"[\[(][^\[\]()]*[\])]\s?")
_JOINT = regex(
    r"(?i),?\s+(?:and\s+)?(?=(?:then|so)\s+(?:then\s+)?(?:I|we|they|he|she)\b)"
    r"|,?\s+and\s+(?=(?:I|we)\s)"
)
_OPENS_LOOSELY = regex(r"(?i)^(?:okay|ok|so|well|yeah|right|and)\s*,\s*")
_SCENE = regex(
    r"(?i)^(?:all\s+)?(?:this|that|it)\s+(?:was|happened|took\s+place)\s+(?:back\s+)?"
    r"(?:in|at|during|when|while|on|around|last)\b"
)
_TASK = regex(
    r"(?i)^my\s+(?:own\s+)?(?:job|role|task|part|brief|goal|aim)\s+(?:there\s+)?(?:was|were)\b"
)
_END = regex(
    r"(?i)^(?:in\s+the\s+end|as\s+a\s+result|the\s+(?:end\s+)?(?:result|outcome)|eventually"
    r"|(?:we|i|it|they)\s+ended\s+up|the\s+upshot)\b"
)
_PAST = regex(r"(?i)\b(?:was|were|had|did|came|went|\w{3,}ed)\b")
_SCENE_TOLD = regex(r"(?i)\b(?:was|were|had|there|came|wanted|complained|not)\b")
SKETCH = 3  # sentences up to which an answer without a step is a sketch of a story
_MARK = regex(r"(?<![.!?…])([.!?…]*)\s*$")


def stronger(signals: Signals) -> str:
    """The whole answer with its slots; empty where nothing would change or nothing was said.

    Only events and imagined events have the parts of a story. What was told before is not told
    better by telling it again.
    """
    is_told = signals.reply is Reply.CONTENT and signals.is_english and not signals.is_hollow
    if not is_told or is_beside(signals) or signals.repeats:
        return ""
    if signals.question.style not in _STORIES:
        return ""
    kept = [s for s in signals.sentences if content_stems(s) & signals.solid and _is_kept(s)]
    story = _in_order([part for sentence in kept for part in tidy(sentence)])
    if not story or sum(len(sentence.split()) for sentence in story) > LONGEST_STORY:
        return ""
    if not any(map(names_act, story)) and signals.question.style == "behavioural":
        return _frame(story, signals)
    text = " ".join(_with_slots(story, read_answer(" ".join(story), signals.question)))
    return text if SLOT.search(text) or text != " ".join(kept) else ""


def _frame(story: Sequence[str], signals: Signals) -> str:
    """What a story needs, around the few words of one that tell what happened."""
    asked = [asked_what(about_what(sentence)) for sentence in story]
    is_past = _PAST.search(" ".join(story)) is not None
    if not is_past or len(story) > SKETCH:
        return ""
    deed = () if any(DID in sentence for sentence in asked) else (f"I {DID}.",)
    scene = () if not deed or _SCENE_TOLD.search(story[0]) else (as_sentence(WRONG),)
    end = () if Part.RESULT in heard(signals) else (as_sentence(ENDED),)
    return " ".join((*scene, *asked, *deed, *end))


def _is_kept(sentence: str) -> bool:
    """Not that no example came to mind, nothing on the faults of others, and no empty words."""
    no_example = phrases("no_example").search(sentence.lower().replace("\u2019", "'"))
    return not (tells_nothing(sentence) or no_example or blames(sentence))


def checked(text: str, sources: str) -> str:
    """A stronger version from elsewhere, or an empty string where it says more than its sources."""
    return "" if invented(text, sources) else text.strip()


def slotted(sentence: str, slot: str, *, aside: bool = True) -> str:
    """The sentence with a slot before its stop; empty where no sentence is left to take it."""
    parts = tidy(sentence, aside=aside)
    if not parts:
        return ""
    *first, last = parts
    mark = _MARK.search(last)
    stop = mark.group(1) if mark else ""
    bare = _MARK.sub("", last).rstrip(" ,;:")
    return " ".join((*first, f"{bare} {slot}{stop or '.'}"))


def tidy(sentence: str, *, aside: bool = True) -> list[str]:
    """Without fillers; what runs on for very long is cut at "and then I".

    With `aside` also without what stands in brackets, which would look like a slot.
    """
    bare = _ASIDE.sub("", sentence) if aside else sentence
    text = _OPENS_LOOSELY.sub("", without_fillers(bare))
    pieces = _JOINT.split(text) if len(text.split()) > LONGEST_SENTENCE else [text]
    return [_closed(piece) for piece in pieces if any(map(str.isalnum, piece))]


def without_fillers(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    is_spoken = len(phrases("filler").findall(text)) > 1
    for pattern in (_SOUND, _BETWEEN, _EMPTY, *[_PASSING] * is_spoken):
        text = pattern.sub(" ", text)
    text = re.sub(r"\s+(?=[,.;:!?])", "", re.sub(r"\s+", " ", text))
    text = re.sub(r",(?:\s*,)+", ",", text)
    return re.sub(r",(?=[.!?])", "", text).strip(" ,")


def _closed(piece: str) -> str:
    """As a sentence of its own: a capital first, a stop last."""
    piece = re.sub(r"(?i)^and\s+", "", piece.strip(" ,;:-\u2013—"))
    piece = re.sub(r"\bi\b(?!\.)", "I", piece)
    has_stop = piece.endswith((".", "!", "?", "…"))
    return f"{piece[:1].upper()}{piece[1:]}{'' if has_stop else '.'}"


def _in_order(story: Sequence[str]) -> list[str]:
    """The order of the telling, save for sentences that announce that they belong elsewhere."""
    acts = [at for at, s in enumerate(story) if names_act(s) and not _END.search(s)]
    if not acts:
        return list(story)
    first = acts[0]
    scenes = {at for at, s in enumerate(story) if at > first and _SCENE.search(s)}
    tasks = {at for at, s in enumerate(story) if at > first and _TASK.search(s)}
    ends = {at for at, s in enumerate(story) if at < first and _END.search(s)}
    moved = scenes | tasks | ends
    rest = [at for at in range(len(story)) if at not in moved]
    before = [at for at in rest if at < first]
    behind = [at for at in rest if at >= first]
    order = (*sorted(scenes), *before, *sorted(tasks), *behind, *sorted(ends))
    return [story[at] for at in order]


def step_to_ask(story: Sequence[str]) -> int:
    """The place of the step that a question goes with best: one's own, and no scene and no end."""
    steps = [at for at, sentence in enumerate(story) if names_act(sentence)] or [0]
    return max(
        steps,
        key=lambda at: (
            re.search(OWN_ACT, story[at]) is not None,
            phrases("result").search(story[at]) is None,
            phrases("situation").search(story[at]) is None,
            at != len(story) - 1 or story[at].startswith("I "),
            at,
        ),
    )


def _with_slots(story: Sequence[str], signals: Signals) -> Iterator[str]:
    slots = _slots(signals)
    behind = step_to_ask(story)
    yield from (as_sentence(slot) for slot in slots if slot in (WHEN, STEP))
    for place, sentence in enumerate(story):
        asked = asked_what(about_what(sentence) if place == 0 else sentence)
        is_asked = place == behind and OWN not in slots and DID not in asked
        asked = with_why(asked) if WHY in slots and is_asked else asked
        inner = [OWN] * (OWN in slots and place == behind and DID not in asked)
        inner += [size_slot(sentence)] * (SIZE in slots and place == len(story) - 1)
        yield slotted(asked, " ".join(inner), aside=False) if inner else asked
    yield from (as_sentence(slot) for slot in slots if slot in (ENDED, CHECK))


def as_sentence(slot: str) -> str:
    """A slot that stands as a sentence."""
    return f"[{slot[1].upper()}{slot[2:]}"


def _slots(signals: Signals) -> tuple[str, ...]:
    """What is missing, the weightiest first and few enough to be filled in."""
    shown = heard(signals)
    if signals.question.style == "situational":
        missing = {
            STEP: Part.ACTION not in shown and not signals.steps,
            CHECK: Part.RESULT not in shown,
        }
    else:
        missing = {
            ENDED: Part.RESULT not in shown,
            OWN: Part.OWN_PART not in shown,
            WHEN: Part.SITUATION not in shown,
            SIZE: Part.RESULT in shown and Part.MEASURE not in shown,
            WHY: owes_a_reason(signals),
        }
    return tuple(slot for slot, is_missing in missing.items() if is_missing)[:MOST_SLOTS]
