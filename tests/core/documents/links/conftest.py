from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.fakes.website import Website


@pytest.fixture
def open_site() -> Iterator[Callable[..., Website]]:
    with ExitStack() as sites:
        yield lambda tls=None, **pages: sites.enter_context(Website(tls, **pages))
