"""Reading the bodies of refusals, which may have any shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

MOST_WORDS = 400
LONGEST_WORD = 20_000  # characters
_ECHOES = frozenset({"input", "flagged_input", "messages", "prompt"})  # the request, sent back


def errors_in(body: object) -> Iterator[Mapping[str, object]]:
    """The error objects of a body, which may be an object, a list, or wrap one in `error`."""
    for item in body if isinstance(body, list) else [body]:
        if isinstance(item, Mapping):
            inner = item.get("error", item)
            yield inner if isinstance(inner, Mapping) else item


def words_in(body: object) -> str:
    """All that a body says, in lower case: names, texts and numbers, however deep they stand.

    What servers send back of the request is left out, since a CV may say anything.
    """
    words: list[str] = []
    waiting = [body]
    while waiting and len(words) < MOST_WORDS:
        match waiting.pop():
            case str() as text:
                words.append(text[:LONGEST_WORD].lower())
            case int() | float() as number:
                words.append(str(number))
            case Mapping() as thing:
                said = [(name, value) for name, value in thing.items() if name not in _ECHOES]
                waiting.extend(part for pair in reversed(said) for part in reversed(pair))
            case list() as things:
                waiting.extend(reversed(things))
    return "\n".join(words)
