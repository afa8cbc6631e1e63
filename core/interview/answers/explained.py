"""Reasons: whether one is given, whether one is wanted, and which sentences explain a choice.

A reason has many forms: "because", a purpose, what was wanted instead, a rule with "if", something
found out before a step, or a trouble that stands right before it. A listener who has heard one of
them does not ask why.
"""

from __future__ import annotations

import re

from core.interview.answers.acts import is_step
from core.interview.answers.outcome import tells_how_it_ended
from core.interview.answers.signals import Signals
from core.interview.words.patterns import regex
from core.interview.words.text import content_stems, hollow_stems

WANTED = ("behavioural", "situational", "technical")  # styles in which a choice can be explained
FEWEST_TELLING, FEWEST_WORDS = 2, 4
_WHO = (
    r"(?:I|we|it|they|he|she|you|the|my|our|his|her|their|that|this|nobody|no\s+one|everybody|everyone"
    r"|people|no|each|both|all)"
)
_AIM = (
    r"to\s+(?:see|find\s+out|check|make\s+(?:sure|certain)|prevent|avoid|stop|keep|save|spare|prove|show"
    r"|protect|test|rule\s+out|understand|learn|let|help|give\s+\w+\s+(?:time|room|space)|be\s+(?:sure|safe|able)"
    r"|win|reach|free|calm)\b"
)
_GIVEN = regex(
    rf"(?i)\bbecause\b|(?<=[\w,;:.)\n]\s)so\s+(?:that\s+)?{_WHO}\b|^so\s+{_WHO}\b|\bso\s+as\s+to\b"
    rf"|(?:^|[,.;]\s+|\band\s+)(?:since|as)\s+(?!(?:then|well|usual|soon|long|far|a\s+result|always)\b){_WHO}\s+\w+"
    r"|\b(?:that['\u2019]s|that\s+(?:is|was)|which\s+(?:is|was))\s+(?:also\s+)?why\b|\bfor\s+(?:that|this|the\s+same|one)\s+reason\b"
    r"|\bthe\s+(?:\w+\s+)?reason\b|\btherefore\b|\bhence\b|\botherwise\b|\bor\s+else\b|\bin\s+case\b|\bgiven\s+(?:that|how|the)\b"
    r"|\bdue\s+to\b|\bowing\s+to\b|\bthat\s+way\b|\bfor\s+fear\b|\bin\s+order\s+to\b|\bwith\s+the\s+(?:aim|idea|thought)\b"
    r"|\b(?:rather\s+than|instead|would\s+rather|sooner\s+than)\b|\bnot\s+(?:\w+\s+){1,7}?but\b"
    r"|,\s+(?:and\s+)?not\s+(?:the|a|an|to|just|only|on|in|for|with|by|as|at|my|our|his|her|their|who|what|how|from|because|that)\b"
    rf"|(?<!\bwant\s)(?<!\bwanted\s)(?<!\bhad\s)(?<!\bhave\s)(?<!\bhas\s)(?<!\bneed\s)(?<!\bneeded\s)(?<!\btried\s)(?<!\btry\s)(?<!\blike\s)(?<!\bme\s)(?<!\bable\s)\b{_AIM}"
    r"|\bfor\s+(?:the|whoever)\s+(?:next|comes?|follows?|new)\b|\bfor\s+(?:those|people|anybody|anyone|somebody)\s+who\b"
    r"|\b(?:that|which|who)\s+(?:nobody|no\s+one|none|hardly\s+any\w*|really\s+need\w*|had\s+(?:never|no|not)|did\s+not|didn['\u2019]t|could\s+not"
    r"|couldn['\u2019]t|(?:was|were)\s+(?:missing|broken|wrong|worn|new|late|unclear|too|no\s+longer|not)|knows?\s+nothing)\b"
    r"|\b(?:I|we)\s+(?:wanted|hoped|feared|needed)\b|\bthe\s+(?:risk|danger|aim|idea|point|hope)\s+(?:was|is|being)\b"
    r"|\bworth\s+(?:more|it)\b|\b(?:safer|cheaper|quicker|faster|easier|simpler|kinder|better|fairer)\s+(?:than|for|that\s+way)\b"
)
# In an answer about how one works, a rule tells why: "if it hurts, I look again".
_RULE = regex(
    r"(?i)\b(?:if|when(?:ever)?|once|as\s+soon\s+as|until|unless|where)\b[^.!?\n]*\bI\b|\bI\b[^.!?\n]*\b(?:if|when(?:ever)?|once|unless|until)\s+\w+"
)
_FOUND_OUT = regex(
    r"(?i)\b(?:I|we)\s+(?:\w+ly\s+|soon\s+|then\s+|also\s+|had\s+)?(?:knew|saw|noticed|found|realised|realized|understood|learned|learnt"
    r"|heard|felt|thought|believed|suspected|guessed|figured|worried|discovered|counted|measured|compared|asked)\b"
    r"|\b(?:it|the\s+\w+)\s+(?:turned\s+out|showed|was\s+clear)\b|\b(?:told|showed)\s+(?:me|us)\b"
)
_TROUBLE = regex(
    r"(?i)\b(?:fail\w*|broke(?:n)?|burst|late|delay\w*|missing|missed|lost|losing|wrong|error\w*|mistake\w*|problem\w*|complain\w*"
    r"|angry|upset|unhappy|worried|afraid|scared|anxious|stuck|queue|nobody|no\s+one|none|cannot|not|never|\w+n['\u2019]t|too"
    r"|short\s+of|behind|confus\w*|unclear|refus\w*|disagree\w*|doubt\w*|risk\w*|danger\w*|leak\w*|stopped|sick|ill|off|overdue"
    r"|crash\w*|slow|against|urgent|empty|full|dirty|cold|hurt|tired|alone|crying|shout\w*|only|climbed|fell|fallen|dropp\w+|rose"
    r"|reached|ran\s+out|closed|locked|wet|cross|annoyed|changed|changing|fed\s+up|heavy|hot|doubled|half|cancel\w*|quit|resign\w*|threat\w*)\b"
)
_EMERGENCY = regex(
    r"(?i)\b(?:fire|flames|smoke|burst|flood\w*|emergency|ambulance|collapsed|unconscious|bleeding|choking|arrest|seizure|fainted"
    r"|evacuat\w*|explosion|gas\s+leak|alarm|power\s+cut|drown\w*|resuscitat\w*|breathing|burn(?:t|ed|ing|s)?|on\s+fire|accident|injured)\b"
)
_LINK = regex(
    r"(?i)\b(?:because|so\s+that|in\s+order\s+to|so\s+as\s+to|rather\s+than|instead\s+of|in\s+case|otherwise|for\s+fear"
    r"|to\s+(?:make\s+sure|avoid|prevent|find\s+out|rule\s+out)|to\s+see\s+(?:whether|if|how|what|where))\b"
)
_SO_I = regex(r"(?i)(?<=\w)[,;]?\s+so\s+(?:then\s+)?(?=I\b)")
_SUBJECT = regex(
    r"\b(I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Yy]ou|[Nn]obody|[Ee]very(?:one|body)|who|which|there)\b"
    r"|(?:^|[,;]\s+|\b(?:and|but|that|so)\s+)([Ii]t)\b"
)
_NO_CHOICE = regex(
    r"(?i)^I(?:['\u2019]d)?\s+(?:\w+ly\s+|just\s+|also\s+|then\s+|would\s+|had\s+)*(?:fail\w*|missed|forgot|lost|broke|dropped|hesitated|struggled"
    r"|was|am|got|had|did\s+not|didn['\u2019]t|never|could\s+not|couldn['\u2019]t|knew|thought|felt|like|love|want\w*|hope\w*|cried|suffered"
    r"|failed|wasted|made\s+a\s+mistake|arrived|came\s+late)\b"
)
_CLAUSE = regex(r"(?i)[,;:]\s+|\s+(?:and|but|so)\s+")


def gives_a_reason(signals: Signals) -> bool:
    """Whether a reason is given in any form: the one place that says so."""
    if signals.reasons or any(map(_GIVEN.search, signals.sentences)):
        return True
    if signals.question.style != "behavioural" and any(map(_RULE.search, signals.sentences)):
        return True
    return _follows_from_something(signals)


def owes_a_reason(signals: Signals) -> bool:
    """Whether a choice is told without its reason, and a listener would want to hear it.

    Nobody asks why in an emergency, and where no step is told there is no choice to explain.
    """
    if signals.question.style not in WANTED or not signals.steps:
        return False
    return not (gives_a_reason(signals) or _EMERGENCY.search(signals.text))


def explained_steps(signals: Signals) -> tuple[str, ...]:
    """The sentences in which somebody says why they did something themselves."""
    style = signals.question.style
    return tuple(s for s in signals.sentences if _explains_a_step(s, style))


def _follows_from_something(signals: Signals) -> bool:
    """Whether a finding comes before a step, or a trouble right before one."""
    acts = [n for n, s in enumerate(signals.sentences) if s in signals.steps]
    found = [n for n, s in enumerate(signals.sentences) if _FOUND_OUT.search(s)]
    if acts and found and found[0] < acts[-1]:
        return True
    return any(n and _TROUBLE.search(signals.sentences[n - 1]) for n in acts)


def _explains_a_step(sentence: str, style: str) -> bool:
    if so := _SO_I.search(sentence):
        why, step = sentence[: so.start()], sentence[so.end() :]
        step = _CLAUSE.split(step)[0]
        if len(why.split()) >= FEWEST_WORDS and _is_choice(step, style) and _adds(why, step):
            return True
    return any(
        _is_choice(step, style) and _adds(why, step)
        for link in _LINK.finditer(sentence)
        for step, why in [_apart(sentence, link)]
    )


def _apart(sentence: str, link: re.Match[str]) -> tuple[str, str]:
    """What was done, and why; where the reason comes first, the step stands behind the comma."""
    before, after = sentence[: link.start()], sentence[link.end() :]
    if before.strip(" ,"):
        return before, after
    why, _, step = after.partition(",")
    return step, why


def _is_choice(step: str, style: str) -> bool:
    """Whether the last subject in it is the speaker, who acts, and no outcome is told there."""
    subjects = list(_SUBJECT.finditer(step))
    if not subjects or subjects[-1].group().strip() != "I":
        return False
    said = step[subjects[-1].start() :]
    clauses = _CLAUSE.split(said.strip(" ,;:"))
    is_end = len(clauses) > 1 and tells_how_it_ended(clauses[-1])
    return is_step(said, style) and not (_NO_CHOICE.search(said) or is_end)


def _adds(why: str, step: str) -> bool:
    """Whether the reason adds anything: "the best because I am the best" does not."""
    return len(content_stems(why) - content_stems(step) - hollow_stems()) >= FEWEST_TELLING
