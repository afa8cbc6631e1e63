"""Where people are named: by lists of names, and by the words around a name that is in no list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from core.interview.masking.everyday_names import everyday_names
from core.interview.masking.name_lists import WORD, Named, frame, is_everyday, key, names
from core.interview.skills import skill_names
from core.interview.words.language import is_english
from core.interview.words.patterns import regex
from core.interview.words.tables import table

LONGEST_NAME = 4  # words
_WORD = regex(WORD)
_NEXT = regex(rf"(?:\.?[ \t]{{1,2}})({WORD})")
_ENDS = regex(
    r"\s*(?:[,.;:!?)\u2013—-]|$|\n|(?:and|from|but|working|with|who|i|i'm|here|by|your|the)\b)"
)
_ENDS_SELF = regex(r"\s*(?:[,.;:!?\u2013—]|$|\n|(?:and|from)\b)")
_I_AM = r"(?:i'm|i\u2019m|i am|im)"
_SELF_STRONG = (
    r"\bmy (?:full |first |given )?name(?:'s|\u2019s| is| was)\s+",
    rf"\b(?:hi|hello|hey|good (?:morning|afternoon|evening))\b[^.!?\n]{{0,20}}?\b{_I_AM}\s+",
    r"\b(?:hi|hello|hey)\b[^.!?\n]{0,20}?\b(?:this is|it's|it\u2019s)\s+",
    r"\b(?:people|friends|everybody|everyone|you can|please) call me\s+",
    rf"\b{_I_AM} (?:called|named)\s+",
    # The same in some other languages.
    (
        r"\b(?:mein name ist|ich hei(?:ß|ss)e|je m['\u2019]appelle|mon nom est|me llamo"
        r"|mi nombre es|mi chiamo|il mio nome è|meu nome é|me chamo|mijn naam is|ik heet"
        r"|nazywam się"
        r"|mam na imię|меня зовут|jag heter|jeg heter|benim ad\u0131m)\s+"
    ),
)
_SELF = regex(rf"(?i)\b(?:{_I_AM}|this is)\s+")
_HONORIFIC = regex(
    r"\b(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sra|Sr|Mme)\.?|Miss|Mister|Sir|Madam|Lady|Professor|Doctor|Herr"
    r"|Frau|Se\u00f1ora?|Monsieur|Madame|Signora?|Pan|Pani)\s+(?=[^\W\d_])"
)
_SMALL_HONORIFIC = regex(r"\b(?:mr|mrs|mister|miss|ms|mx)\.?\s+(?=[^\W\d_])")
_SIGNATURE = regex(
    rf"(?:(?:^|\s)[-\u2013—~]{{1,3}}[ \t]*"
    r"|(?:^|\n|[.!?] )[ \t]*(?i:(?:(?:(?:best|kind|warm)[ \t]*)?regards|best wishes|thanks"
    rf"|thank you|sincerely|yours)[,.]?[ \t\n]+))(?P<name>{WORD}(?:[ \t]{WORD}){{0,3}})\.?\s*\Z"
)


@lru_cache(maxsize=8)
def named_in(text: str) -> tuple[Named, ...]:
    """Every name that the text itself gives away, in no particular order; some overlap."""
    return tuple(_named(text)) if text else ()


def _named(text: str) -> Iterator[Named]:
    yield from _introduced(text)
    yield from everyday_names(text)
    yield from _titled(text)
    yield from _listed(text)
    if is_english(text):
        yield from _framed(text)


def _introduced(text: str) -> Iterator[Named]:
    """People who say their own name."""
    for pattern in _compiled_self():
        for found in pattern.finditer(text):
            yield from _name_at(text, found.end(), is_own=True)
    for found in _SELF.finditer(text):
        for named in _name_at(text, found.end(), is_own=True):
            first = _WORD.match(text, named.start)
            is_sure = first is not None and _is_sure(first[0], text)
            if is_sure and _ENDS_SELF.match(text, named.end):
                yield named
    if found_end := _SIGNATURE.search(text):
        start, end = found_end.span("name")
        if all(_is_sure(word, text) for word in _WORD.findall(text[start:end])):
            yield Named(start, end, is_own=True)


@cache
def _compiled_self() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"(?i){pattern}") for pattern in _SELF_STRONG)


def _titled(text: str) -> Iterator[Named]:
    """Mr, Mrs and the like belong to the name, since they tell the gender."""
    for found in _HONORIFIC.finditer(text):
        for named in _name_at(text, found.end()):
            if text[named.start].isupper() and not text.startswith("SQL", named.start):
                yield Named(found.start(), named.end)
    for found in _SMALL_HONORIFIC.finditer(text):
        word = _WORD.match(text, found.end())
        if word and (key(word[0]) in names("surnames") or key(word[0]) in names("given")):
            yield Named(found.start(), word.end())


def _listed(text: str) -> Iterator[Named]:
    """Names of the list, with the surname behind them, unless they name a firm or a place."""
    before = ""
    for found in _WORD.finditer(text):
        word = found[0]
        is_listed = key(word) in names("given") or _is_surely_one(text, found)
        if is_listed and not _is_odd(word, text):
            end = _end_of(text, found)
            if not _is_firm(text, end, before, word):
                yield Named(found.start(), end)
        before = word


def _is_surely_one(text: str, word: re.Match[str]) -> bool:
    """A name that is also a word: with a surname, or with a capital letter inside a sentence."""
    if key(word[0]) not in names("ambiguous"):
        return False
    following = _NEXT.match(text, word.end())
    if following and key(following[1]) in names("surnames"):
        alike = word[0][0].isupper() == following[1][0].isupper()
        return alike and len(following[1]) > 1 and key(word[0]) not in frame("no_names")
    before = text[max(0, word.start() - 2) : word.start()]
    articles = ("the ", " a ", " an ", "this ", "our ")
    inside = bool(re.fullmatch(r"[a-z,;] ", before)) and not text[
        max(0, word.start() - 5) : word.start()
    ].endswith(articles)
    return inside and word[0][0].isupper() and key(word[0]) in names("people")


def _framed(text: str) -> Iterator[Named]:
    for found in _called().finditer(text):
        yield from _name_at(text, found.end(), is_sure=True)
    for found in _beside().finditer(text):
        after = _WORD.match(text, found.end())
        is_person = after is not None and is_everyday(after[0])
        for named in _name_at(text, found.end(), is_sure=is_person):
            name = text[named.start : named.end]
            if (name[0].isupper() and not name.isupper()) or is_person:
                yield named
    for found in _from_team().finditer(text):
        word = found["name"]
        if _is_plausible(word) and not (word.endswith("s") and word.islower()):
            yield Named(*found.span("name"))
    yield from _with_verbs(text)


def _with_verbs(text: str) -> Iterator[Named]:
    """People who say something, or to whom something is said."""
    for found in chain.from_iterable(pattern.finditer(text) for pattern in _with_verb()):
        word = found["name"]
        if _is_plausible(word) and word[0].isupper() and not word.isupper():
            yield Named(found.start("name"), _end_of(text, _at(text, found.start("name"))))


@cache
def _called() -> re.Pattern[str]:
    persons = "|".join(sorted(frame("persons")))
    return re.compile(
        rf"(?i)\b(?:{persons})\b,?\s+(?:(?:who )?(?:is|was|were) )?(?:called|named)\s+"
    )


@cache
def _beside() -> re.Pattern[str]:
    """A person with the name behind: "my colleague Maria"."""
    persons = "|".join(sorted(frame("persons")))
    return re.compile(
        r"(?i:\b(?:my|our|the|his|her|their|a|senior|junior|line|lead)"
        rf" (?:{WORD} )?(?:{persons})),? "
    )


@cache
def _from_team() -> re.Pattern[str]:
    teams = "|".join(sorted(name.replace("-", " ") for name in frame("teams")))
    return re.compile(rf"\b(?P<name>{WORD}) (?:from|in|over in) (?:the |our )?(?i:{teams})\b")


@cache
def _with_verb() -> tuple[re.Pattern[str], ...]:
    doubtful = "|".join(sorted(name.capitalize() for name in names("ambiguous")))
    says, asked = "|".join(sorted(frame("stands_for"))), "|".join(sorted(frame("asked")))
    return (
        re.compile(rf"(?<=[,;a-z] )(?P<name>{WORD}) (?:{says})\b"),
        re.compile(
            rf"\b(?:{asked}) (?P<name>{WORD})\b(?=\s+(?:to|about|that|if|whether|for|and)\b)"
        ),
        re.compile(rf"\b(?P<name>(?:{doubtful})) (?:{says})\b"),
        re.compile(rf"\b(?P<name>{WORD}) and I\b"),
        re.compile(rf"\bI and (?P<name>{WORD})\b"),
    )


def _name_at(
    text: str, place: int, *, is_own: bool = False, is_sure: bool = False
) -> Iterator[Named]:
    """The name that begins here, where the words before it say that one does.

    Small letters and a name in no list take an end that fits, unless it is sure that one begins.
    """
    first = _WORD.match(text, place)
    if first is None or not _is_plausible(first[0]):
        return
    end = _end_of(text, first)
    is_known = is_sure or key(first[0]) in names("given")
    if first[0].islower() and not is_known and not _ENDS.match(text, end):
        return
    yield Named(first.start(), end, is_own)


def _end_of(text: str, first: re.Match[str]) -> int:
    """Where a name ends that begins with this word."""
    end, is_small = first.end(), first[0].islower()
    reach, particles = end, 0
    for _ in range(LONGEST_NAME - 1):
        following = _NEXT.match(text, reach)
        if following is None:
            break
        is_initial = len(following[1]) == 1 and following[1].isupper() and following[1] != "I"
        if "." in following[0] and not text[reach - 2 : reach - 1].isspace():
            break
        if is_initial or _goes_on(following[1], is_small=is_small, text=text):
            end = reach = following.end()
        elif key(following[1]) in frame("particles") and not particles:
            reach, particles = following.end(), 1
        else:
            break
    return end


def _goes_on(word: str, *, is_small: bool, text: str) -> bool:
    """Whether a word behind a given name belongs to it."""
    known = key(word) in names("surnames") or key(word) in names("given")
    if is_small or word.islower():
        return known and (is_small or len(word) > len("lee"))
    return known or (_is_plausible(word) and not _is_odd(word, text))


def _is_sure(word: str, text: str) -> bool:
    """A name of the list, or a capital word that is in none of ours and no abbreviation."""
    is_known = key(word) in names("given") or key(word) in names("surnames")
    looks_so = word[0].isupper() and not _is_odd(word, text) and word.lower() not in background()
    return is_known or (looks_so and _is_plausible(word) and not skill_names(word))


def _is_plausible(word: str) -> bool:
    return word.lower() not in frame("no_names") and len(word) > 1


def _is_odd(word: str, text: str) -> bool:
    """Written like an abbreviation or a product: "SARA", "MariaDB"."""
    mixed = any(sign.isupper() for sign in re.split(r"['\u2019-]", word)[0][1:])
    is_particled = word[:2] in ("Mc", "Mac", "De", "Di", "La", "Le", "Al", "El")
    return mixed and not text.isupper() and not (is_particled and not word.isupper())


def _is_firm(text: str, end: int, before: str, word: str) -> bool:
    following = _NEXT.match(text, end)
    last = _WORD.findall(text[max(0, end - 40) : end])[-1].lower()
    behind = following[1] if following else ""
    is_place = behind.lower() in frame("firms") and (behind[0].isupper() or word.islower())
    starts = before in ("St", "Saint", "san", "San", "Santa")
    employs = before in ("at", "joined") and word[0].isupper()
    return starts or is_place or employs or last in frame("firms")


def _at(text: str, place: int) -> re.Match[str]:
    found = _WORD.match(text, place)
    if found is None:
        raise ValueError("no word begins here")
    return found


@cache
def background() -> frozenset[str]:
    return frozenset(table("identity")["background"]["people"].split())
