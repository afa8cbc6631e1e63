"""Whether an answer speaks of the subject that a question names, in whatever words.

A subject is named once and then carried on: by one word of its name, by another form of it, by
"it", "that" or "there", by words of its field. Only where none of these stands in an answer, and
something shows that it speaks of something else or of nothing, is the subject not mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.interview.answers.relevance import Asked
from core.interview.answers.substance import any_story
from core.interview.skills import implied, skill_names
from core.interview.words.patterns import regex
from core.interview.words.subjects import frames, subjects_of
from core.interview.words.text import content_stems, hollow_stems

FORM, OF_A_FORM = 5, 0.7  # letters, and share of the shorter stem, that two forms of a word share
FIELD_WORDS, FIELD_SHARE, MANY_FIELD_WORDS = 2, 0.08, 4
FEW_SUBJECTS = 4  # lists that a word may stand in and still tell its field
FAR = 0.0  # nearness up to which an answer is elsewhere
ENOUGH, MANY = 8, 14  # stems from which that holds, and where no word of the field is known
LONG_AGO = 14  # words after which "it" means something else than the question's subject
LITTLE, EMPTY = 9, 0.6  # stems of its own, and their share, up to which an answer says nothing
# "I filled it in", "used that", "worked there"; not "when it", "and it", "that we", "there was".
_BACK = regex(
    r"(?i)(?<![\w'\u2019-])(?!(?:and|but|or|so|then|when|if|as|because|while|since|that|what|which|who"
    r"|where|how|before|after|until|than|think|thought|said|say|knew|know|saw|see|found|told|is|was"
    r"|like|of\s+all)\b)[a-z]+\s+"
    r"(?:(?P<it>it|them|this|these|that|those)\b(?!\s+(?:\w+ed\b|we\b|I\b|they\b|he\b|she\b|it\b|you\b"
    r"|the\b|a\b|an\b|my\b|our\b|was\b|were\b|is\b|are\b|had\b|nobody\b|could\b|would\b"
    r"|(?:\w+ly\s+)?(?!(?:as|his|us|across|always|sometimes|perhaps|besides|regardless|this)\b)\w+s\b)"
    r")|(?P<there>there)\b(?!['\u2019]|\s+(?:is|are|was|were|had|has|will|would|might|may|could)\b))"
    r"|^(?:that|this|it)\s+(?:helped|helps|taught|teaches|lets?|saves?|saved|takes|took|gave|gives"
    r"|comes|came|made|makes|means|meant|matters|has|still)\b"
)
_AT_THE_START = regex(
    r"(?i)^\W*(?:(?:in|at|on|during|since|from|with|for|after|before|by|as|over)\s+(?:[\w'\u2019-]+\s+){1,4}?"
    r"(?=(?:I|we|they)\b))?"
)
_A_THING = regex(
    r"(?i)\b(?:the|a|an|our|my|his|her|their|this|that|some|every|each|two|three|four|five|several"
    r"|many|any|no)\s+(?!(?:I|we|start|beginning|time|way|same)\b)[a-z][\w-]+"
)
_PEOPLE = regex(
    r"(?i)\b(?:my|our|his|her|the|a)\s+(?:boss|manager|father|mother|brother|sister|teacher|tutor"
    r"|mentor|colleagues?|lead|team|friend|trainer|supervisor|uncle|aunt)\b"
)


def speaks_of(asked: Mapping[str, str], question: str, text: str) -> bool:
    """Whether the answer may well speak of one of the skills; `asked` gives each its spelling."""
    named = skill_names(text)
    known = frozenset(named).union(*map(implied, named))
    if any(name in known or implied(name) & frozenset(named) for name in asked):
        return True
    said = content_stems(text)
    own = frozenset().union(*(content_stems(f"{one} {two}") for one, two in asked.items()))
    if _has_a_form(own - hollow_stems() - frames(), said) or own & said - frames():
        return True
    if _refers_back(text, [mention.start for mention in named.values()]):
        return True
    of_others = frozenset().union(*(content_stems(name) for name in named))
    if _is_of_the_field(own, said - of_others - content_stems(question)):
        return True
    is_known = any(map(subjects_of, own))
    return not (named or is_elsewhere(question, text, enough=ENOUGH if is_known else MANY))


def is_elsewhere(question: str, text: str, *, enough: int = ENOUGH) -> bool:
    """Whether an answer says next to nothing, or in `enough` words speaks of other work."""
    said = content_stems(text) - content_stems(question)
    own = said - hollow_stems() - any_story()
    if len(own) <= min(LITTLE, EMPTY * len(said)):
        return True
    return len(said) >= enough and Asked(question).nearness(said) <= FAR


def _has_a_form(own: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a word of the name stands there in another form: "negotiate", "negotiations"."""
    return any(
        one[:length] == other[:length]
        for one in own
        for other in said
        for length in [max(FORM, round(OF_A_FORM * min(len(one), len(other))))]
        if min(len(one), len(other)) >= length
    )


def _refers_back(text: str, rivals: list[int]) -> bool:
    """Whether it begins with "it" or "there" for what was asked: nothing else is named yet."""
    for sentence in re.finditer(r"[^.!?\n]+", text):
        for back in _BACK.finditer(sentence.group()):
            before = sentence.group()[: back.start()]
            is_first = min(rivals, default=len(text)) > sentence.start() + back.start()
            return is_first and not _names_a_thing(text[: sentence.start()], before)
    return False


def _names_a_thing(earlier: str, before: str) -> bool:
    """Whether something else stands before that "it" could mean."""
    here = _PEOPLE.sub(" ", _AT_THE_START.sub("", before))
    return bool(_A_THING.search(here)) or len(earlier.split()) > LONG_AGO


def _is_of_the_field(own: frozenset[str], said: frozenset[str]) -> bool:
    fields = {field for one in own for field in subjects_of(one)}
    telling = [
        one
        for one in said - frames() - any_story()
        if fields & frozenset(subjects_of(one)) and len(subjects_of(one)) <= FEW_SUBJECTS
    ]
    is_dense = len(telling) >= FIELD_SHARE * len(said)
    return len(telling) >= MANY_FIELD_WORDS or (len(telling) >= FIELD_WORDS and is_dense)
