"""Who does what in a sentence, and in which tense: the part of grammar that the tagger looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from core.interview.words.tables import table

SUBJECTS = frozenset(
    {"i", "we", "he", "she", "they", "it", "you", "there", "this", "that", "who", "which", "nobody"}
)
_OURS = frozenset({"i", "we", "me", "us", "my", "our"})
_BE = frozenset({"was", "were", "is", "are", "am", "been", "be", "being"})
_NOW = frozenset({"is", "are", "am"})
_HAVE = frozenset({"had", "have", "has"})
_DO = frozenset({"did", "do", "does"})
_MODAL = frozenset({"would", "could", "should", "will", "can", "might", "may", "must", "cannot"})
_HELPING = _BE | _HAVE | _DO | _MODAL | {"had/would"}
_DETERMINERS = frozenset(
    {"the", "a", "an", "my", "our", "his", "her", "their", "its", "this", "that", "these", "those",
     "no", "each", "every", "some", "one", "all", "both", "most", "many", "none", "another", "two"}
)  # fmt: skip
_SHORT = {
    "'m": "am", "'re": "are", "'s": "is", "'ve": "have", "'ll": "will", "'d": "had/would",
}  # fmt: skip
_SKIPPED = frozenset(
    {"also", "then", "first", "immediately", "quickly", "personally", "even", "never", "always",
     "usually", "still", "only", "again", "not", "both", "all", "therefore", "myself", "finally",
     "eventually", "next", "later", "already", "once", "soon", "further"}
)  # fmt: skip
_LOOKED_AHEAD = 5


def unfolded(tokens: Sequence[str]) -> list[str]:
    """The words with "didn't" as "did not" and "I'd" as "I had/would"."""
    return [piece for token in tokens for piece in _pieces(token)]


def _pieces(token: str) -> tuple[str, ...]:
    if token.endswith("n't"):
        return token[:-3], "not"
    head, mark, tail = token.rpartition("'")
    return (head, _SHORT["'" + tail]) if mark and "'" + tail in _SHORT else (token,)


def clauses(spread: Sequence[str]) -> Iterator[str]:
    """Each subject with the form of its verb, as in "i+past"; the first one also as "i>past"."""
    first = True
    for place, token in enumerate(spread):
        if token in SUBJECTS:
            form = _form(spread[place + 1 : place + 1 + _LOOKED_AHEAD])
            yield f"{token}+{form}"
            if first:
                yield f"{token}>{form}"
            first = False
        elif token in _BE and place + 1 < len(spread) and is_past(spread[place + 1]):
            yield "passive"
    if first:
        yield f"nobody>{_any_form(spread)}"


def main_clause(spread: Sequence[str]) -> tuple[str, str, Sequence[str], str]:
    """By what the first finite verb is preceded ("i", "the", "x"), its form, all before it, it."""
    for place, token in enumerate(spread):
        if token in _HELPING or (place and is_past(token) and not _is_adjective(spread, place)):
            ahead = spread[place : place + _LOOKED_AHEAD]
            verbs = (word for word in ahead if word not in _HELPING and word not in _SKIPPED)
            return _who(spread[:place]), _form(ahead), spread[:place], next(verbs, "")
    return "none", "none", (), ""


def _is_adjective(spread: Sequence[str], place: int) -> bool:
    return spread[place - 1] in _DETERMINERS or spread[place - 1] in {"to", "of"}


def _who(before: Sequence[str]) -> str:
    named = [word for word in before if word in SUBJECTS]
    if named:
        return named[-1]
    return next((word for word in before if word in _DETERMINERS), "x" if before else "none")


def tenses(spread: Sequence[str]) -> Iterator[str]:
    """Tenses that stand anywhere, and whether the teller does."""
    for before, after in pairwise([word for word in spread if word not in _SKIPPED]):
        if before in {"had", "have", "has", "had/would"} and is_past(after):
            yield "any:had-done" if before.startswith("had") else "any:have-done"
        elif before in {"was", "were"} and after.endswith("ing"):
            yield "any:was-ing"
        elif before in _NOW or before == "would":
            yield "any:is" if before in _NOW else "any:would"
    if "me" in spread:
        yield "me"
    if _OURS.isdisjoint(spread):
        yield "others"


def _form(following: Sequence[str]) -> str:
    verbs = [token for token in following if token not in _SKIPPED]
    if not verbs:
        return "none"
    verb, after = verbs[0], verbs[1] if len(verbs) > 1 else ""
    if verb in _BE:
        return f"{'was' if verb in {'was', 'were'} else 'is'}{_aspect(after)}"
    if verb in _HAVE or verb == "had/would":
        return f"{verb}{_aspect(after)}"
    if verb in _MODAL:
        return "modal"
    if verb in _DO:
        return verb
    return _tense(verb)


def _aspect(after: str) -> str:
    if after == "to":
        return "-to"
    if after.endswith("ing"):
        return "-ing"
    return "-done" if is_past(after) else ""


def _tense(verb: str) -> str:
    if verb in _list("state"):
        return "felt"
    return "past" if is_past(verb) else "other"


def is_past(word: str) -> bool:
    return (word.endswith("ed") and len(word) > len("need")) or word in _list("past")


def _any_form(spread: Sequence[str]) -> str:
    if any(token in {"was", "were"} for token in spread):
        return "was"
    if any(map(is_past, spread)):
        return "past"
    return "none"


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("tagger_words")[name])
