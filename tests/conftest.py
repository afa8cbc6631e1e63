from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from core.bootstrap import App, build_app
from core.config import TestSettings
from core.repositories.database import Database
from core.repositories.migrate import migrate

hypothesis.settings.register_profile("here", deadline=None, max_examples=50)
hypothesis.settings.load_profile("here")

OWNER = "local"


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
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without rows, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "interviews.db"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture
def data_folder(tmp_path: Path, empty_database: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(empty_database, folder / "interviews.db")
    return folder


@pytest.fixture
def database(data_folder: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{data_folder / 'interviews.db'}", busy_seconds=0.2)
    yield database
    database.close()


@pytest.fixture
def settings(data_folder: Path) -> TestSettings:
    return TestSettings(data_folder=data_folder)


@pytest.fixture
def app(settings: TestSettings) -> Iterator[App]:
    """The whole program with the built-in interviewer; each turn runs at once."""
    app = build_app(settings)
    app.visitors.local()
    yield app
    app.close()
