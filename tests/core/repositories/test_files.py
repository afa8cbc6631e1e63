from __future__ import annotations

import pytest

from core.config import Settings, TestSettings
from core.exceptions import ConfigurationError, NotFoundError
from core.repositories.database import Database
from core.repositories.files import FileRepository
from core.repositories.places import find_secret_key, find_storage

NAME = "n" * 20


@pytest.fixture
def files(tmp_path) -> FileRepository:
    return FileRepository(tmp_path / "uploads", lambda: NAME)


def test_an_original_is_kept_byte_for_byte_for_its_owner_only(files, tmp_path):
    file_id = files.save(b"%PDF-1.7 \x00\xff")

    assert files.read(file_id) == b"%PDF-1.7 \x00\xff"
    assert [path.name for path in (tmp_path / "uploads").iterdir()] == [NAME]
    assert (tmp_path / "uploads" / NAME).stat().st_mode & 0o077 == 0


def test_a_deleted_original_is_gone_and_deleting_twice_is_harmless(files):
    file_id = files.save(b"x")

    files.delete(file_id)
    files.delete(file_id)

    with pytest.raises(NotFoundError):
        files.read(file_id)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "", "a/b", ".hidden-but-long-enough", "ü" * 20]
)
def test_a_name_that_is_no_file_id_reaches_no_file(files, name):
    with pytest.raises(NotFoundError):
        files.read(name)


def test_data_lie_in_the_checkout_unless_said_otherwise(tmp_path):
    storage = find_storage(Settings(_env_file=None), checkout=tmp_path)

    assert storage.folder == tmp_path / "data"
    assert storage.database_url == f"sqlite:///{tmp_path}/data/interviews.db"
    assert not storage.is_fallback


def test_a_read_only_checkout_falls_back_to_a_folder_of_the_users(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    (tmp_path / "checkout").write_text("a file, so that no folder can be made in it")

    storage = find_storage(Settings(_env_file=None), checkout=tmp_path / "checkout")

    assert storage.is_fallback
    assert storage.folder.is_relative_to(tmp_path / "home")


def test_when_nothing_can_be_written_the_operator_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))

    with pytest.raises(ConfigurationError, match="DATA_FOLDER"):
        find_storage(Settings(_env_file=None), checkout=tmp_path / "file")


def test_the_key_that_is_made_once_is_kept_for_the_owner_only(tmp_path):
    settings = Settings(_env_file=None)
    storage = find_storage(settings, checkout=tmp_path)

    first = find_secret_key(settings, storage)

    assert len(first) >= 48
    assert find_secret_key(settings, storage) == first
    assert (storage.folder / "secret.key").stat().st_mode & 0o077 == 0


def test_a_file_system_without_links_keeps_a_key_too(tmp_path, monkeypatch):
    def no_links(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr("os.link", no_links)  # the seam is a file system that tests cannot make
    settings = Settings(_env_file=None)
    storage = find_storage(settings, checkout=tmp_path)

    first = find_secret_key(settings, storage)

    assert find_secret_key(settings, storage) == first


def test_the_data_folder_is_the_owners_alone(tmp_path):
    folder = find_storage(Settings(_env_file=None), checkout=tmp_path).folder

    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_with_an_odd_name_holds_its_own_database(tmp_path):
    storage = find_storage(Settings(_env_file=None, data_folder=tmp_path / "what? 100%"))

    database = Database(storage.database_url)
    database.engine.connect().close()
    database.close()

    assert (storage.folder / "interviews.db").exists()


def test_a_key_that_is_set_wins(tmp_path):
    settings = TestSettings(secret_key="set")

    assert find_secret_key(settings, find_storage(settings, checkout=tmp_path)) == "set"


def test_a_database_elsewhere_needs_its_key_set(tmp_path):
    settings = Settings(_env_file=None, database_url="postgresql://host/db")

    with pytest.raises(ConfigurationError, match="SECRET_KEY"):
        find_secret_key(settings, find_storage(settings, checkout=tmp_path))
