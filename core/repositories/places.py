"""Where an installation keeps its data and its key."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from core.config import ROOT, Settings
from core.exceptions import ConfigurationError

APP_NAME = "interview-simulator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """`is_fallback`: the checkout is read-only, so the user's own data folder is used.

    `vanishes`: the host deletes the folder from time to time (Streamlit Community Cloud).
    """

    folder: Path
    database_url: str
    upload_folder: Path
    is_fallback: bool
    vanishes: bool


def find_storage(settings: Settings, checkout: Path = ROOT) -> Storage:
    """Choose and make the data folder: the one that is set, the checkout's, or the user's.

    Raises `ConfigurationError` when none can be written to.
    """
    wanted = settings.data_folder or checkout / "data"
    folder = wanted if _is_writable(wanted) else _folder_of_the_user()
    if not _is_writable(folder):
        raise ConfigurationError(
            f"No data folder can be written to. Set DATA_FOLDER to one that can (tried {wanted})."
        )
    return Storage(
        folder=folder,
        database_url=_database_url(settings, folder),
        upload_folder=settings.upload_folder or folder / "uploads",
        is_fallback=folder != wanted,
        vanishes=settings.storage_vanishes,
    )


def find_secret_key(settings: Settings, storage: Storage) -> str:
    """The key that visitor tokens are hashed with: the one that is set, or one kept with the data.

    Raises `ConfigurationError` for a database elsewhere without SECRET_KEY: a key that is lost
    with a container would lock every visitor out of their own interviews.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    if not storage.database_url.startswith("sqlite:"):
        raise ConfigurationError(
            "Set SECRET_KEY to a long random text: with this DATABASE_URL it cannot be kept "
            "beside the data."
        )
    return _kept_key(storage.folder / "secret.key")


def _kept_key(path: Path) -> str:
    unfinished = path.with_name(f".{secrets.token_hex(8)}")
    unfinished.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    unfinished.chmod(0o600)
    try:
        os.link(unfinished, path)  # fails where there is a key already, so the first one stays
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not path.exists():
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path.read_text(encoding="utf-8")


def _database_url(settings: Settings, folder: Path) -> str:
    if settings.database_url is not None:
        return settings.database_url.get_secret_value()
    return URL.create("sqlite", database=str(folder / "interviews.db")).render_as_string()


def _folder_of_the_user() -> Path:
    from platformdirs import user_data_path

    return user_data_path(APP_NAME)


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / f".{secrets.token_hex(8)}"
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True
