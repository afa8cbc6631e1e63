"""Lines of a CV about work that say too little, each with its own words in a better form.

Nothing is added to a line but slots, and a verb for "responsible for" from a small table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.interview.coverage.written import is_list
from core.interview.cv.slots import has_amount, says_how_long, slots, tells_an_effect
from core.interview.cv.told import Answers, more_of
from core.interview.cv.versions import version
from core.interview.feedback.stronger import checked
from core.interview.reading.entries import (
    LONGEST_WHOLE,
    Entry,
    begins_with_verb,
    entries,
    undated_roles,
    weak_start,
)
from core.interview.reading.history import History
from core.interview.skills import known_by_name, skill_names
from core.interview.words.language import is_english
from core.interview.words.patterns import regex
from core.interview.words.tables import table
from core.interview.words.text import clip
from core.models import Advice, Suggestion
from core.models.telling import listed

MOST, MOST_OF_A_KIND = 5, 2
LONGEST_LINE = 35  # words
FEWEST_WORDS, FEWEST_BEHIND_WEAK = 5, 3
LONGEST_ITEM, MOST_ITEMS = 3, 6  # words of a task, tasks in a list
PLACE, HOW_OFTEN = "[which place?]", "[how often, and how much of it?]"
IN_LINE = "put it into this line"
_ENDS = " .;,"
DID, WHEN = "[What did you do?]", "[from when to when?]"
BARE = (4, 6, 7)  # ranks of lines that only lack a figure or an effect
_OF = regex(r"(?i)^(?:the\s+)?([a-z]+)\s+(?:of|for)\s+(?:the\s+)?(.+)$")
_COMPOUND = regex(
    r"(?i)^((?:the\s+)?(?:[\w&/-]+\s+){1,3}?)([a-z]+)(?=$|[.,;]|\s+(?:in|at|for|of|on|with|across)\b)(.*)$"
)
_PASSIVE = regex(
    r"^((?:[A-Z][\w-]*|The\s+\w+)(?:\s+[\w-]+){0,3}?)\s+(?:was|were|has\s+been|have\s+been)\s+"
    r"(?:\w+ly\s+)?([a-z]+ed)\b(.*)$"
)
_JOINT = regex(r";\s+|\.\s+|,?\s+and\s+(?=[a-z]+ed\b)|,\s+(?=[a-z]+(?:ing|ed)\b)")


@dataclass(frozen=True, slots=True)
class _Fault:
    """`sources` hold every word that the rewriting may use."""

    rank: int
    text: str
    rewrite: str
    sources: str


def line_advice(text: str, answers: Answers = ()) -> tuple[Suggestion, ...]:
    """At most five lines, the most telling faults first, at most two of a kind.

    Where an answer tells more of what a line is about, its words stand in place of slots.
    """
    if not is_english(text):
        return ()
    placed = frozenset(line.text.rstrip(_ENDS) for line in History(text).lines if line.job)
    found = [(fault, entry.text) for entry in entries(text) for fault in _faults(entry, placed)]
    found += [(_undated(role), role) for role in undated_roles(text)]
    counted: dict[int, int] = {}
    kept: dict[str, Suggestion] = {}
    for fault, quote in sorted(found, key=lambda pair: pair[0].rank):
        count = counted.get(fault.rank, 0)
        if quote not in kept and count < MOST_OF_A_KIND:
            counted[fault.rank] = count + 1
            kept[quote] = _suggestion(fault, quote, answers)
    return tuple(kept.values())[:MOST]


def _suggestion(fault: _Fault, quote: str, answers: Answers) -> Suggestion:
    lacks_size = fault.rank in BARE and not has_amount(quote)
    told = more_of(quote, answers, for_size=lacks_size) if fault.rank in BARE else None
    if told:
        rewrite = version(quote, told)
        is_left_out = told.is_end and rewrite.endswith("]")
        slot = "last slot" if rewrite.count("[") > 1 else "slot"
        to_do = f"say it in short in place of the {slot}" if is_left_out else IN_LINE
        more = f"Answer {told.number} tells more of it: if it belongs here, {to_do}."
        return Suggestion(
            text=f"{fault.text} {more}",
            cv_quote=clip(quote, LONGEST_WHOLE),
            kind=Advice.LINE,
            answer_quote=told.text,
            number=told.number,
            rewrite=rewrite,
        )
    return Suggestion(
        text=fault.text,
        cv_quote=clip(quote, LONGEST_WHOLE),
        kind=Advice.LINE,
        rewrite=checked(fault.rewrite, fault.sources),
    )


def _faults(entry: Entry, placed: frozenset[str]) -> Iterator[_Fault]:
    """The first fault that holds; one remark on a line is enough. `placed` are lines of jobs."""
    line = entry.text.rstrip(_ENDS)
    found = (_weak(line), _passive(line), _too_long(line), _bare(line), _listed(line, placed))
    yield from [fault for fault in found if fault][:1]


def _weak(line: str) -> _Fault | None:
    match = weak_start(line)
    if match is None or tells_an_effect(line) or len(line.split()) < FEWEST_BEHIND_WEAK:
        return None
    start, rest = match.group(1), line[match.end() :].strip(" :")
    if not rest:
        return None
    is_owned = start.lower() in table("cv_lines")["weak"]["owned"]
    told, verb = _as_a_verb(rest) if is_owned else ("", "")
    told = told or f"{DID} {rest}"
    text = (
        f"“{start}” names a duty and not what was done with it."
        if is_owned
        else f"“{start}” leaves open what you did yourself."
    )
    text = f"{text} Begin with the verb for your own step."
    return _Fault(1, text, _with_slots(told), f"{line} {verb}")


def _as_a_verb(rest: str) -> tuple[str, str]:
    """For "stock control" "Controlled stock", and the verb; empty where no table has it."""
    first, _, more = rest.partition(" ")
    verb = table("cv_lines")["gerunds"].get(first.lower(), "")
    if verb and more:
        return _capital(f"{verb} {more}"), verb
    nouns = table("cv_lines")["nouns"]
    if (match := _OF.match(rest)) and (verb := nouns.get(match.group(1).lower(), "")):
        return _capital(f"{verb} {match.group(2)}"), verb
    if (match := _COMPOUND.match(rest)) and (verb := nouns.get(match.group(2).lower(), "")):
        return _capital(f"{verb} {match.group(1).strip()}{match.group(3)}"), verb
    return "", ""


def _passive(line: str) -> _Fault | None:
    match = _PASSIVE.match(line)
    if match is None or match.group(2) in table("cv_lines")["passive"]["fine"]:
        return None
    thing, verb, rest = match.groups()
    first, *others = thing.split()
    lowered = first if any(map(str.isupper, first[1:])) else first.lower()
    told = f"{_capital(verb)} {' '.join((lowered, *others))}{rest}"
    text = "This line does not say who did it. If it was you, begin with the verb."
    return _Fault(2, text, _with_slots(told), line)


def _too_long(line: str) -> _Fault | None:
    count = len(line.split())
    if count <= LONGEST_LINE:
        return None
    middle = len(line) // 2
    cut = min(_JOINT.finditer(line), key=lambda m: abs(m.start() - middle), default=None)
    parts = [line[: cut.start()], line[cut.end() :]] if cut else []
    rewrite = "\n".join(_capital(part.strip(" ,;.")) for part in parts)
    text = f"This line has {count} words, and most readers only scan. Give each thing its own line."
    return _Fault(5, text, rewrite, line)


def _bare(line: str) -> _Fault | None:
    """A line that begins with a verb, without a figure or an effect or both."""
    if not begins_with_verb(line) or len(line.split()) < FEWEST_WORDS:
        return None
    has_number, has_effect = has_amount(line), tells_an_effect(line)
    if has_number and has_effect:
        return None
    rewrite = _with_slots(line)
    if has_effect:
        text = "This says what came of it. Add how large that was."
        return _Fault(6, text, rewrite, line)
    if has_number or says_how_long(line):
        text = "This says what you did. Add how it went, or what came of it."
        return _Fault(7, text, rewrite, line)
    text = "This says what you did. Add how much it was and what came of it."
    return _Fault(4, text, rewrite, line)


def _listed(line: str, placed: frozenset[str]) -> _Fault | None:
    """Tasks side by side, and no tools, names or sentences."""
    items = [item.strip() for item in line.split(",")]
    is_short = all(0 < len(item.split()) <= LONGEST_ITEM for item in items)
    is_task = is_list(line) and is_short and len(items) <= MOST_ITEMS
    has_name = any(map(_has_capital, items[1:])) or skill_names(line).keys() & known_by_name()
    if has_name or not is_task:
        return None
    told, slot, sources = _as_tasks(items)
    at = "" if line in placed else f" at {PLACE}"
    end = "" if slot else f"{',' * bool(at)} {HOW_OFTEN}"
    text = "This names tasks. Say what you did, where it was, and how much of it there was."
    return _Fault(4, text, f"{told}{at}{end}", f"{line} and at {sources}")


def _as_tasks(items: list[str]) -> tuple[str, str, str]:
    """The items as deeds, if all are known, with the slot of the first that is; and their words."""
    known = [_task(item) for item in items]
    place = next((at for at, task in enumerate(known) if task), None)
    told = [task["did"] for task in known if task]
    if len(told) < len(items):
        told = items
    told = list(dict.fromkeys(told))
    sources = " ".join(told)
    if place is None:
        return listed(told), "", sources
    task = known[place] or {}
    name = task["did"] if task["did"] in told else items[place]
    slotted = [f"{each} {task['slot']}" if each == name else each for each in told]
    return _capital(listed(slotted)), task["slot"], sources


def _task(item: str) -> dict[str, str] | None:
    tasks = table("cv_lines")["listed"]
    return next((task for task in tasks if item.lower() in task["words"]), None)


def _has_capital(text: str) -> bool:
    return text != text.lower()


def _undated(role: str) -> _Fault:
    text = "No dates were found for this role. A reader cannot tell how long or how recent it was."
    return _Fault(3, text, f"{role} {WHEN}", role)


def _with_slots(line: str) -> str:
    return f"{line} {slots(line)}".strip()


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
