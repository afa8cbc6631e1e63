from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _parts_open_quickly(known_components: None) -> None:
    """A part of a page is drawn by an `AppTest` as well."""
