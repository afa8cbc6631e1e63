"""Which parts of a story have been told, generously: what may well be there is not asked for.

The assessor counts what the words show for certain. A probe for something that was said a moment
ago tells a candidate that nobody listened, so the interviewer takes position into account as well:
what comes before the first own step is background, and what others did after the last is an end.
"""

from __future__ import annotations

import re

from core.interview.answers.acts import OWN_ACT, WE_ACT, is_act, without_empty_steps
from core.interview.answers.outcome import is_plain_end, tells_how_it_ended
from core.interview.answers.own_words import names_in
from core.interview.answers.signals import Signals
from core.interview.words.numbers import numbers
from core.interview.words.tables import phrases
from core.interview.words.text import content_stems, hollow_stems
from core.models import Part

_EVENT = frozenset({Part.ACTION, Part.SITUATION, Part.RESULT})  # any two of them are an event
BACKGROUND = 7  # words before the first step
OBSERVED = 10  # words of substance in which an end is told that anybody could have seen
TAIL = 0.6  # share of the answer after which an end is told that needs no measure
STEPS = 2  # own steps, from which on an answer is one about the work
HINTED, HINTS = 45, 6  # words of an answer that only hints at a story, and its words of substance
LATE = 0.4  # share of the answer after which an end may be told
_TASK = (
    r"(?i)"
    r"\b(?:had to|needed to|have to|were (?:asked|told|supposed|expected)"
    r"|was (?:asked|told|supposed|meant|expected|responsible|in charge)"
    r"|asked (?:me|us) to|told (?:me|us) to|wanted (?:me|us) to"
    r"|my (?:job|role|task|part|responsibility|brief|goal|aim|target) (?:was|is)"
    r"|our (?:job|task|goal|aim|target|brief) was|the (?:goal|aim|task|target|brief|plan) was"
    r"|it was (?:up to me|my job)|i was (?:running|leading|managing|looking after|covering))\b"
)
# Verbs that are steps only with what follows them.
_STEPS = (
    r"(?i)"
    r"\bI\s+(?:\w+ly\s+|then\s+|just\s+|also\s+|first\s+)?"
    r"(?:looked\s+(?:up|into|at|for|through|over)|worked\s+(?:out|through|late|around)|tried\s+(?:to\s+)?\w+|stayed\s+(?:late|behind|on|with)"
    r"|managed\s+to|dealt\s+with\s+(?:the|it|each)|handled\s+(?:the|it|each))\b"
)
_SCENE = (
    r"(?i)"
    r"\b(?:used to|(?:was|were) \w+ing|had been|kept \w+ing|there (?:was|were|is|are)|nobody|no one"
    r"|took over|the (?:week|day|month|year|summer|winter|morning|night) (?:i|we)"
    r"|(?:where|who) (?:\w+ ){1,3}(?:was|were|had)"
    r"|(?:when|while|after|before) (?:i|we|our|the|my|a|an|one|two|covid)\b"
    r"|(?:at|in|on|with|for) (?:my|our|the|a|an) (?:\w+ ){0,2}(?:school|ward|shop|store|company"
    r"|firm|team|office|project|course|job|hospital|clinic|restaurant|hotel|bank|university|college"
    r"|uni|class|department|agency|club|charity|site|branch|placement|internship|client))\b"
)
_OTHERS = (
    r"(?i)"
    r"\b(?:we|they|he|she|it|everyone|everybody|nobody|all|both|most|half|who|which|that"
    r"|\d+\s+of\s+\d+\s+\w+|(?:the|our|my|his|her|their|an?|one)\s+(?:[\w-]+\s+){0,2}?[\w-]+)\s+"
    r"(?:\w+ly\s+|also\s+|all\s+|then\s+|now\s+|even\s+)?([a-z]+)"
)
_ENDS = frozenset(
    {"stayed", "worked", "ended", "liked", "loved", "thanked", "agreed", "came", "became", "grew"}
)
_ENDED = (
    r"(?i)"
    r"\b(?:was|were|is|are|got|been)\s+(?:\w+ly\s+|all\s+|much\s+|now\s+)?(?:able|paid|fixed|sorted"
    r"|solved|resolved|done|ready|happy|happier|satisfied|calm(?:er|ed)?|pleased|satisfied|relieved|back|saved|approved"
    r"|accepted|gone|over|down|up|closed|live|delivered|finished|using|calm|quicker|faster|lower"
    r"|higher|better|shorter|cleaner|safer|working|on\s+track|through|signed|promoted|hired)\b"
    r"|\b(?:we|they|he|she|it)\s+(?:was|were)\s+(?:now\s+|still\s+)?\w+ing\b"
    r"|\b(?:is|are|does|do|uses?|brings?|runs?|works?|comes?)\b.{0,40}\b(?:today|now|still)\b"
    r"|\b(?:has|have)\s+(?:not\s+|never\s+|since\s+|all\s+)*(?:been|become|stayed|kept|had|used)\b"
    r"|(?:hasn|haven)['\u2019]t\s+(?:been|had|happened|seen)\b"
    r"|\b(?:ever\s+since|since\s+then|since\s*[.!]|to\s+this\s+day|these\s+days|nowadays|by\s+the\s+end"
    r"|in\s+the\s+end|at\s+the\s+end|from\s+then|turned\s+out|it\s+(?:worked|helped)|that\s+(?:worked"
    r"|helped)|so\s+now|(?:we|i|they|it)\s+(?:now|still)\s+\w+|on\s+the\s+planned\s+date"
    r"|a\s+first|(?:nobody|no\s+one|none)\s+(?:\w+\s+)?(?:was|were|has|had|got|left|came))\b"
)
_SIZED = (
    r"(?i)"
    r"\b(?:all\s+(?:of\s+|the\s+|\w+\s+)|every(?:one|body|\s+\w+)|none|no\s+(?:more|one|longer)|nobody"
    r"|zero|on\s+time|planned\s+date|early|earlier|ahead|no\s+\w+\s+since"
    r"|(?:that|the)\s+(?:very\s+)?same\s+(?:day|night|week|meeting)|both|whole|full|never|not\s+(?:been|had|seen)\b.{0,60}\bsince"
    r"|as\s+(?:planned|agreed|hoped)|a\s+first|five\s+stars|record|once|again)\b"
)
_CHECKED = (
    r"(?i)"
    r"\b(?:so that|until|would (?:tell|show)|see (?:if|whether|how)|whether (?:it|that|they)"
    r"|if (?:it|that) (?:works|worked|helps|helped)|look back|feedback)\b"
)
_BARE = (
    r"(?i)\b(?:better|fine|well|good|great|okay|ok|success(?:ful(?:ly)?)?|happy|happier|satisfied|calm(?:er|ed)?|improved?"
    r"|worked\s+out|positive|sorted|smooth(?:ly)?|faster|quicker|easier|a\s+lot|more\s+or\s+less)\b"
)
# Own steps as somebody tells them who does the work: done, still done, or to be done.
_PRACTICE = (
    r"\bI\s+(?!(?:am|like|love|enjoy|think|believe|know|saw|was|have|had|mean|guess|hope|do)\b)"
    r"[a-z]+\s+\w+"
)
_REASON = r"(?i)\b(?:because|since\s+(?:the|it|we|they|he|she))\b[^.,;!?\n]*"


def told(signals: Signals) -> frozenset[Part]:
    """The parts that need no probe."""
    shown = set(signals.parts)
    if signals.question.style == "situational":
        return frozenset(shown | ({Part.RESULT} if re.search(_CHECKED, signals.text) else set()))
    if re.search(_STEPS, without_empty_steps(signals.text)):
        shown |= {Part.ACTION, Part.OWN_PART}
    if re.search(_TASK, signals.text):
        shown.add(Part.TASK)
    if _has_background(signals):
        shown.add(Part.SITUATION)
    end = _end_of(signals) if Part.ACTION in shown else ""
    if _tells_an_end(end):
        shown.add(Part.RESULT)
    last = "\n".join((end, *signals.sentences[-1:]))
    is_sized = numbers(last) or re.search(_SIZED, end) or is_plain_end(last)
    is_sized = is_sized or _is_plain(_tail_of(signals))
    if Part.RESULT in shown and is_sized:
        shown.add(Part.MEASURE)
    return frozenset(shown)


def is_beside(signals: Signals) -> bool:
    """Too short to be an answer, or nothing in it belongs to the question and no event is told."""
    if signals.is_too_short:
        return True
    if signals.question.style == "technical":
        return bool(signals.unmentioned) and not _is_of_the_work(signals)
    if signals.hits or signals.question.style != "behavioural":
        return False
    return len(told(signals) & _EVENT) < len(_EVENT) - 1


def is_untold(signals: Signals) -> bool:
    """Something is named or hinted at, and nothing is said of what happened there.

    "I remember the bakery. There was a lot going on, and we managed somehow."
    """
    text = "\n".join(signals.sentences)
    for name in names_in(text):
        text = text.replace(name, " ")
    if len(signals.words) > HINTED or numbers(text):
        return False
    said = content_stems(phrases("vague").sub(" ", text)) - content_stems(signals.question.text)
    return len(said - hollow_stems()) <= HINTS


def _has_background(signals: Signals) -> bool:
    """Something stands before the first step, or there are words that set a scene."""
    text = "\n".join(signals.sentences)
    starts = [match.start() for match in _acts(signals, text)]
    before = text[: starts[0]] if starts else ""
    return len(before.split()) >= BACKGROUND or re.search(_SCENE, text) is not None


def _end_of(signals: Signals) -> str:
    """What stands behind the last own step, if that is not early, without the reasons given.

    Where nobody says "I did", it is what stands behind the first step of others, or the last
    sentence.
    """
    text = "\n".join(signals.sentences)
    steps = _acts(signals, text)
    if not signals.own_acts:
        last_one = signals.sentences[-1] if len(signals.sentences) > 1 else ""
        return text[steps[0].start() :] if steps else last_one
    if not steps:
        return signals.sentences[-1] if len(signals.sentences) > 1 else ""
    last = steps[-1].end()
    return re.sub(_REASON, "", text[max(last, int(LATE * len(text))) :])


def _tells_an_end(end: str) -> bool:
    if not end.strip():
        return False
    verbs = re.findall(_OTHERS, end)
    return (
        any(is_act(verb) or verb.lower() in _ENDS for verb in verbs)
        or tells_how_it_ended(end)
        or re.search(_ENDED, end) is not None
    )


def _tail_of(signals: Signals) -> str:
    """What is told in the last part of the answer, other than own steps."""
    text = "\n".join(signals.sentences)
    start = text.rfind("\n", 0, int(TAIL * len(text))) + 1
    last = text[start:].split("\n")
    return "\n".join(sentence for sentence in last if sentence not in signals.own_acts)


def _is_plain(end: str) -> bool:
    """Whether what happened in the end can be seen by anybody: more than that things got better."""
    if phrases("vague").search(end) or re.search(_BARE, end):
        return False
    return len(content_stems(end) - hollow_stems()) >= OBSERVED


def _is_of_the_work(signals: Signals) -> bool:
    """Whether a question about the work is answered with how one works, in whatever words."""
    return len(re.findall(_PRACTICE, signals.text)) >= STEPS or bool(signals.hits)


def _acts(signals: Signals, text: str) -> list[re.Match[str]]:
    pattern = OWN_ACT if signals.own_acts else WE_ACT
    return [match for match in re.finditer(pattern, text) if is_act(match.group(1))]
