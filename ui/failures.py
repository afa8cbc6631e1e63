"""How expected failures look. Anything else is a bug: it is logged, not explained."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from core.exceptions import InterviewError, NotFoundError, StorageUnavailable
from ui import routes, state
from ui.safe import safe_markdown


@contextmanager
def shown() -> Iterator[None]:
    """Tell the candidate about an expected failure and end this run of the page."""
    try:
        yield
    except NotFoundError as error:
        st.info(safe_markdown(str(error)))
        routes.draw_way_back()
        st.stop()
    except InterviewError as error:
        st.error(safe_markdown(str(error)))
        st.stop()


@contextmanager
def kept(session_id: str, place: str) -> Iterator[None]:
    """Keep an expected failure for `beside` to show. For callbacks, which run before the page."""
    try:
        yield
    except InterviewError as error:
        passing = isinstance(error, StorageUnavailable)
        state.remember_failure(session_id, place, str(error), is_passing=passing)
    else:
        state.forget_failure(session_id, place)


def beside(session_id: str, place: str) -> bool:
    """Show what failed at this place, if anything did."""
    message = state.failure(session_id, place)
    if message:
        st.error(safe_markdown(message))
    return bool(message)
