"""What kind of reply an answer is, before its content is looked at."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache

from core.interview.words.patterns import regex
from core.interview.words.remembering import remembered
from core.interview.words.tables import phrases, table
from core.interview.words.text import content_stems, hollow_stems, sentences, words

SHORT_REQUEST = 25
SHORT_UNSPACED = 60  # characters of a script that puts no spaces between words
SHORT_EXCUSE = 45
SHORT_REFUSAL = 14
SHORT_REST = 8
SHORT_OUTBURST = 15
LONGEST_ORDER = 40  # words of a sentence that is nothing but an order
LONGEST_OUTBURST = 30  # words of a sentence; what is longer tells something
MOST_REPEATED = 0.5
MANY_WORDS = 8
FEW_DIFFERENT = 3
LONG_NAME = 5
_UNSPACED = "[\u0590-\uffff]"  # from Hebrew on, where phrases are found without word boundaries
_WORD = regex(r"[^\W_]+")
_VOWEL = r"[aeiouy]"
# A run of one row of the keyboard, or more consonants in a row than a word has.
_MASHED = (
    r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb|cvbn|lkj|fdsa|rewq|jkjk|(.)\1{3}"
    r"|[bcdfghjklmnpqrstvwxz]{6}"
)
_NO_EXAMPLE = (
    r"(?:\b(?:no|not|never|cannot|cant|dont|havent|without|lack)|n't)(?:\s+[\w']+){0,6}?"
    r"\s+(?:examples?|instances?|occasions?|anecdotes?)\b"
    r"|\bnothing(?:\s+[\w']+){0,3}\s+to\s+mind\b"
)
_POLITE = r"(?:please\s+|maybe\s+|just\s+|kindly\s+|possibly\s+|perhaps\s+)*"
_ASKS_YOU = (
    rf"\b(?:can|could|would|will)\s+(?:you|u)\s+{_POLITE}"
    r"(?:repeat|rephrase|reword|clarify|explain|elaborate|restate|simplify|define|be\s+clearer"
    r"|be\s+more\s+(?:specific|precise|clear)|say\s+(?:that|it|the)|ask\s+(?:that|it|me|the)"
    r"|put\s+(?:that|it|the)|help\s+me\s+understand|give\s+me\s+(?:an?\s+example|a\s+hint|more))\b"
    r"|\bwhat\s+(?:do|does|did|is|are|was)\s+(?:[\w'-]+\s+){1,6}?mean(?:t)?\b"
)
_MAY_I = (
    r"\b(?:can|could|may|should|shall)\s+(?:it|i|this|that)\s+(?:be|also\s+be|use|take|talk|speak"
    r"|tell|give|choose|pick|answer|come|describe)\b"
    r"|\bis\s+it\s+(?:ok|okay|fine|all\s+right|alright)\s+(?:if|to)\b"
    r"|\b(?:what|which)\s+(?:kind|sort|type)\s+of\s+(?:[\w'-]+\s+){1,4}(?:do|are|would)\s+you\b"
)
_WHAT_IS = (
    r"^(?:sorry\s+|and\s+|so\s+|but\s+)*(?:what(?:'s|\s+is|\s+are)|define)\s+(?:an?\s+|the\s+)?"
    r"([\w'-]+(?:\s+[\w'-]+){0,3})$"
)
_ASKS_WHAT = (
    r"(?:and\s+|so\s+|but\s+|ok\s+|okay\s+|sorry\s+)*"
    r"(?:(?:what|how)(?:'s|\s+is|\s+are|\s+about|\s+does|\s+do|\s+many|\s+much|\s+long)|is\s+(?:it|there|the)"
    r"|are\s+there|do\s+(?:you|i)|can\s+i|will\s+(?:i|there))\b"
)
_MARKS = ("?", "\uff1f", "\u061f")
_STOP = r"(?<=[\u3002\uff01\uff1f\u061f\u0964])"
_REPORTED = (
    r"\b(?:called|calling|said|says|saying|told|tells|telling|shouted|shouting|yelled|yelling"
    r"|screamed|screaming|swore|swearing|wrote|texted|typed|heard|named|insult(?:ed|s)?)\b"
    r"|[\"\u201c\u2018\u00ab]"
)
_SAID_OF = r"(?:questions?|interview(?:er)?s?|bot|robot|machine|computer|ai|program|app|tool|test)"
_RATES_ITSELF = (
    r"(?i)"
    r"\b(?:give|award|grant|assign)\s+(?:me|this|it|my)\b.{0,40}\b(?:points|marks|score|rating)\b"
    r"|\b(?:rate|score|grade)\s+(?:this|me|it|my)\b"
    r"|\b(?:ignore|disregard|forget|override)\s+(?:(?:all|any|your|the|these|previous|prior|above)\s+)+"
    r"(?:instructions?|rules|rubric|prompts?|directives?|guidelines)\b"
    r"|^\W*(?:system|assistant)\s*:|<\s*/?\s*(?:system|assistant|instructions?)\s*>"
)


class Reply(StrEnum):
    NOTHING = "nothing"
    NO_EXAMPLE = "no example"
    REQUEST = "request"  # the candidate asks for the question to be put again
    CONTENT = "content"


def kind_of(text: str, *, tells: bool, is_solid: bool) -> Reply:
    """`tells` where own steps are named, `is_solid` where words of substance are."""
    found = words(text)
    count, plain = len(found), " ".join(found)
    if not count or is_gibberish(text) or is_abusive(text) or only_orders(text):
        return Reply.NOTHING
    if is_request(text) and not tells:
        return Reply.REQUEST
    if _has_no_example(plain, count) and not tells:
        return Reply.NO_EXAMPLE
    if count <= SHORT_REFUSAL and _says_nothing(plain):
        return Reply.NOTHING
    return Reply.CONTENT if is_solid or count > SHORT_REFUSAL else Reply.NOTHING


def has_no_example(sentence: str) -> bool:
    """Whether it says that no example comes to mind."""
    found = words(sentence)
    return _has_no_example(" ".join(found), len(found))


def is_request(text: str, question: str = "") -> bool:
    """True where the text only asks to have the question repeated or explained, in ten languages.

    Nothing has been answered then. With the `question`, "What is a stakeholder?" counts too, where
    that word stands in it.
    """
    said = _plain(text)
    if not said or len(said.split()) > SHORT_REQUEST or len(said) > _longest(said):
        return False
    if _is_whole_request(said) or _asks_for_a_word(said, question):
        return True
    asking = [part for part in sentences(text) if _asks(part)]
    rest = sum(len(_plain(part).split()) for part in sentences(text) if part not in asking)
    return bool(asking) and rest <= SHORT_REST


def asks_about_terms(text: str, question: str = "") -> bool:
    """True where the text only asks about pay, hours or the like, which has its place at the end.

    It is none where the question put to the candidate is about such a thing itself.
    """
    terms = _phrases("terms", "all")
    parts = [part for part in _parts(text) if _plain(part)]
    asking = [part for part in parts if terms.search(_plain(part)) and _is_question(part)]
    rest = sum(len(_plain(part).split()) for part in parts if part not in asking)
    is_short = len(_plain(text).split()) <= SHORT_REQUEST and rest <= SHORT_REST
    return bool(asking) and is_short and not terms.search(_plain(question))


def is_gibberish(text: str) -> bool:
    """Letters that make no words, or one word over and over."""
    found = _WORD.findall(text)
    readable = [word for word in found if _is_readable(word)]
    if found and len(readable) < MOST_REPEATED * len(found):
        return True
    lowered = {word.lower() for word in found}
    return len(found) >= MANY_WORDS and len(lowered) <= FEW_DIFFERENT


def is_abusive(text: str) -> bool:
    """True for insults put to the interviewer, with next to no answer beside them.

    An answer that reports what somebody else was called is an answer.
    """
    rude = [part for part in sentences(text) if insults(part)]
    rest = sum(len(words(part)) for part in sentences(text) if part not in rude)
    return bool(rude) and rest < SHORT_OUTBURST


@remembered
def insults(sentence: str) -> bool:
    """Whether this sentence insults whoever reads it."""
    said = _plain(sentence)
    if len(said.split()) > LONGEST_OUTBURST or re.search(_REPORTED, f"{said} {sentence}"):
        return False
    if _phrases("abuse", "direct").search(said):
        return True
    insult, bad = _alternatives("insult"), _alternatives("bad")
    aimed = (
        rf"\b(?:you|u|ur|your|you're|you\s+are)\s+(?:(?!are\b)[\w']+\s+){{0,3}}?(?:{insult}|{bad})s?\b"
        rf"|\b(?:{bad})\s+(?:[\w']+\s+)?{_SAID_OF}\b"
        rf"|\b(?:{_SAID_OF}|this|that|it)\s*(?:'s|\s+is|\s+are)\s+(?:(?:so|just|really|a|such|all|total|complete)\s+)*"
        rf"(?:{bad})\s*$"
        rf"|^(?:{insult}|{bad})s?$"
    )
    return re.search(aimed, said) is not None


@remembered
def is_order(sentence: str) -> bool:
    """Whether this sentence is addressed to whoever rates or to a model: no part of an answer."""
    said = _plain(sentence)
    if len(said.split()) > LONGEST_ORDER:
        return False
    return bool(re.search(_RATES_ITSELF, sentence) or _phrases("orders", "all").search(said))


def only_orders(text: str) -> bool:
    """True where an order is given and next to nothing said beside it."""
    orders = [part for part in sentences(text) if is_order(part)]
    rest = sum(len(words(part)) for part in sentences(text) if part not in orders)
    return bool(orders) and rest < SHORT_OUTBURST


def _asks(sentence: str) -> bool:
    said = _plain(sentence)
    if any(_phrases("request", language).search(said) for language in table("replies")["request"]):
        return True
    return bool(re.search(_ASKS_YOU, said)) or (
        sentence.rstrip().endswith("?") and re.search(_MAY_I, said) is not None
    )


def _parts(text: str) -> list[str]:
    """The sentences, also of a script that puts no space between them."""
    return [part for sentence in sentences(text) for part in re.split(_STOP, sentence)]


def _is_question(part: str) -> bool:
    """What ends with a question mark, or begins as only a question does."""
    return part.rstrip().endswith(_MARKS) or re.match(_ASKS_WHAT, _plain(part)) is not None


def _is_whole_request(said: str) -> bool:
    bare = " ".join(_phrases("whole_request", "courtesy").sub(" ", said).split())
    return not _whole_requests().isdisjoint((said, bare))


def _asks_for_a_word(said: str, question: str) -> bool:
    """Whether it asks what a word of the question is."""
    found = re.match(_WHAT_IS, said)
    return bool(found and content_stems(found.group(1)) & content_stems(question))


def _longest(said: str) -> int:
    return SHORT_UNSPACED if re.search("[\u3040-\u30ff\u4e00-\u9fff]", said) else len(said)


def _has_no_example(plain: str, count: int) -> bool:
    if count > SHORT_EXCUSE:
        return False
    is_short = count <= SHORT_REQUEST
    return bool(phrases("no_example").search(plain)) or (
        is_short and re.search(_NO_EXAMPLE, plain) is not None
    )


def _says_nothing(plain: str) -> bool:
    """A refusal, and next to nothing beside it."""
    beside, refusals = phrases("nothing").subn(" ", plain)
    return refusals > 0 and len(content_stems(beside) - hollow_stems()) <= 1


def _is_readable(word: str) -> bool:
    """Short capitals are names of things; other scripts are not judged."""
    plain = _plain(word)
    if not plain.isascii() or word.isdigit() or (word.isupper() and len(word) <= LONG_NAME):
        return True
    return bool(re.search(_VOWEL, plain)) and not re.search(_MASHED, plain)


@remembered
def _plain(text: str) -> str:
    """Lower case without accents and punctuation, one space between words."""
    bare = text.replace("\u2019", "'").casefold()
    if not bare.isascii():
        apart = unicodedata.normalize("NFD", bare)
        bare = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return " ".join(re.sub(r"[^\w'\u0900-\u097f-]+", " ", bare).split())


@cache
def _whole_requests() -> frozenset[str]:
    return frozenset(map(_plain, table("replies")["whole_request"]["all"]))


@cache
def _phrases(group: str, name: str) -> re.Pattern[str]:
    """A pattern that finds the phrases of one list in a plain text."""
    known = sorted({_plain(phrase) for phrase in table("replies")[group][name]}, key=_by_length)
    return re.compile("|".join(map(_bounded, known)))


def _by_length(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase


def _bounded(phrase: str) -> str:
    escaped = re.escape(phrase)
    return escaped if re.search(_UNSPACED, phrase) else rf"(?<!\w){escaped}(?!\w)"


@cache
def _alternatives(name: str) -> str:
    known = sorted({_plain(word) for word in table("replies")["abuse"][name]}, key=_by_length)
    return "|".join(map(re.escape, known))
