from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.repositories.database import Database
from tests.databases import SERVER, Template, template

hypothesis.settings.register_profile("here", deadline=None, max_examples=25)
hypothesis.settings.load_profile("here")


@pytest.fixture(autouse=True, scope="session")
def _no_settings_from_outside() -> None:
    """What the developer has set for their own use must not reach a test."""
    for name in list(os.environ):
        if name.endswith(("_API_KEY", "_BASE_URL", "_MODEL")) or name in {
            *("ACCESS", "ACTIVE_PROVIDERS", "APP_ENV", "DATABASE_URL", "DATA_FOLDER"),
            *("SECRET_KEY", "UPLOAD_FOLDER", "STORAGE_VANISHES"),
        }:
            del os.environ[name]
    os.environ["ENV_FILE"] = os.devnull


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Template]:
    """A migrated database without rows, made once and copied for each test."""
    made = template(tmp_path_factory.mktemp("template"))
    yield made
    made.discard(made.url)


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def database_url(data_folder: Path, empty_database: Template) -> Iterator[str]:
    url = empty_database.copy(data_folder)
    yield url
    empty_database.discard(url)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url, busy_seconds=0.2)
    yield database
    database.close()


@pytest.fixture
def settings(data_folder: Path, database_url: str) -> TestSettings:
    return TestSettings(data_folder=data_folder, database_url=database_url)


@pytest.fixture(scope="session")
def known_components() -> Iterator[None]:
    """Each `AppTest` looks for components in every installed package, and none is installed here.

    It takes no list of them, so what has been found once is found again at once.
    """
    from streamlit.components.v2 import manifest_scanner  # noqa: PLC0415 - only pages need it

    with pytest.MonkeyPatch.context() as patch:
        search = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    if config.getoption("dist") != "loadfile":
        return None
    from tests.side_by_side import Together  # noqa: PLC0415 - only where processes share the tests

    return Together(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come first, since they wait while others work."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/e2e/"))
    if SERVER:
        elsewhere = pytest.mark.skip(reason="about SQLite, and this run is on PostgreSQL")
        for item in items:
            if item.get_closest_marker("sqlite"):
                item.add_marker(elsewhere)


@pytest.fixture
def app(settings: TestSettings) -> Iterator[App]:
    """The whole program with the built-in interviewer; each turn runs at once."""
    app = build_app(settings)
    app.visitors.local()
    yield app
    app.close()
