"""The browser session's state under typed names. The only module that touches `st.session_state`.

It holds ids and plain values. All of it can be lost, except `Unsent` texts: those are the words
that could not be stored yet. Keys that the visitor has typed in are here and nowhere else.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st
from pydantic import SecretStr

from core.bootstrap import TypedKey

_TOKEN = "visitor_token"  # noqa: S105 - the name of the entry, not a secret
_FAILURES = "failures"
_UNSENT = "unsent"
_UPLOADS = "uploads"
_CREATED = "created"
_CONFIRMING = "confirming"
_TRIES = "tries"
_OWN_KEYS = "own_keys"
_TRIALS = "trials"
_WORDS = "words"
_VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A text that is not stored. `stored` is what the database holds in its place, if any.

    `heard` is how many explanations of the question were on screen; a question of the candidate's
    own belongs to no number.
    """

    session_id: str
    number: int
    text: str
    heard: int = 0
    message: str = ""
    stored: str | None = None


def visitor_token() -> str | None:
    return _text(st.session_state.get(_TOKEN)) or None


def remember_visitor_token(token: str) -> None:
    st.session_state[_TOKEN] = token


def visit() -> str:
    """A name for this browser session; another one after a reload or a lost connection."""
    if _VISIT not in st.session_state:
        st.session_state[_VISIT] = secrets.token_hex(8)
    return _text(st.session_state[_VISIT])


def typed(key: str) -> str:
    """What the widget with this key holds."""
    return _text(st.session_state.get(key))


def is_new(key: str) -> bool:
    """Whether the last run of this browser session had no widget with this key."""
    return key not in st.session_state


def empty(key: str) -> None:
    """Clear the widget with this key; for callbacks, which run before it is drawn."""
    st.session_state[key] = ""


def choose_nothing(key: str) -> None:
    """Take back what is chosen in the widget with this key; for callbacks."""
    st.session_state[key] = None


def keep_words(key: str, text: str) -> None:
    """Keep what was typed into a widget that is not drawn in every run."""
    _entries(_WORDS)[key] = text


def kept_words(key: str) -> str:
    return _text(_entries(_WORDS).get(key))


def own_keys() -> tuple[TypedKey, ...]:
    """The keys that this visitor has typed in, in that order, one for each provider."""
    return tuple(
        TypedKey(provider=provider, key=SecretStr(entry["key"]), model=entry["model"])
        for provider, entry in _entries(_OWN_KEYS).items()
    )


def keep_key(key: TypedKey) -> None:
    entry = {"key": key.key.get_secret_value(), "model": key.model}
    _entries(_OWN_KEYS)[key.provider] = entry


def forget_keys() -> None:
    st.session_state.pop(_OWN_KEYS, None)


def remember_trial(provider: str, told: str, *, works: bool) -> None:
    _entries(_TRIALS)[provider] = {"told": told, "works": works}


def take_trial(provider: str) -> tuple[str, bool]:
    """What is to be told of the connection that was tested just now, once, and whether it works."""
    trial = _entries(_TRIALS).pop(provider, {})
    return _text(trial.get("told")), bool(trial.get("works"))


def failure(session_id: str, place: str) -> str:
    """Why the last attempt at this place of the page failed, or an empty text."""
    return _text(_entries(_FAILURES).get(f"{session_id}/{place}", {}).get("message"))


def is_passing(session_id: str, place: str) -> bool:
    """Whether the same attempt, made again later, may well succeed."""
    return bool(_entries(_FAILURES).get(f"{session_id}/{place}", {}).get("is_passing"))


def remember_failure(
    session_id: str, place: str, message: str, *, is_passing: bool = False
) -> None:
    entry = {"message": message, "is_passing": is_passing}
    _entries(_FAILURES)[f"{session_id}/{place}"] = entry


def forget_failure(session_id: str, place: str) -> None:
    _entries(_FAILURES).pop(f"{session_id}/{place}", None)


def unsent(session_id: str) -> tuple[Unsent, ...]:
    every = (Unsent(**entry) for entry in _entries(_UNSENT).values())
    return tuple(text for text in every if text.session_id == session_id)


def keep_unsent(text: Unsent) -> None:
    _entries(_UNSENT)[_name(text)] = asdict(text)


def drop_unsent(text: Unsent) -> None:
    _entries(_UNSENT).pop(_name(text), None)


def is_taken(session_id: str, file_id: str) -> bool:
    """True when this upload has been dealt with, well or badly."""
    return _entries(_UPLOADS).get(session_id) == file_id


def remember_upload(session_id: str, file_id: str) -> None:
    _entries(_UPLOADS)[session_id] = file_id


def once(name: str, create: Callable[[], str]) -> str:
    """The id that `create` returns; a second click on the same screen gets the first one's id.

    The entries are fetched before anything is created, since Streamlit may end a run at any access.
    """
    created = _entries(_CREATED)
    if name not in created:
        created[name] = create()
    return str(created[name])


def start_afresh(name: str) -> None:
    _entries(_CREATED).pop(name, None)


def confirming() -> str:
    """The id of the interview whose deletion is being confirmed, or an empty text."""
    return _text(st.session_state.get(_CONFIRMING))


def ask_to_confirm(session_id: str) -> None:
    st.session_state[_CONFIRMING] = session_id


def tries(name: str) -> int:
    return int(_entries(_TRIES).get(name, 0))


def count_try(name: str) -> None:
    _entries(_TRIES)[name] = tries(name) + 1


def forget_tries(name: str) -> None:
    _entries(_TRIES).pop(name, None)


def _name(text: Unsent) -> str:
    return f"{text.session_id}/{text.number}/{text.text}"


def _entries(name: str) -> dict[str, Any]:
    if name not in st.session_state:
        st.session_state[name] = {}
    entries: dict[str, Any] = st.session_state[name]
    return entries


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
