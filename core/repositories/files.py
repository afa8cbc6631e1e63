from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from core.exceptions import NotFoundError

_FILE_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")


class FileRepository:
    """Uploaded originals in a folder, under names that tell nothing and cannot be guessed."""

    def __init__(self, folder: Path, new_id: Callable[[], str]) -> None:
        self._folder = folder
        self._new_id = new_id

    def save(self, data: bytes) -> str:
        """Store the bytes whole or not at all; returns the file's id."""
        file_id = self._new_id()
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / f".{uuid4().hex}"
        unfinished.write_bytes(data)
        unfinished.chmod(0o600)
        unfinished.replace(self._path(file_id))
        return file_id

    def read(self, file_id: str) -> bytes:
        """The bytes as they were uploaded. Raises `NotFoundError`."""
        try:
            return self._path(file_id).read_bytes()
        except FileNotFoundError:
            raise NotFoundError("The uploaded file is no longer there.") from None

    def delete(self, file_id: str) -> None:
        """Remove the file; one that is already gone is no failure."""
        self._path(file_id).unlink(missing_ok=True)

    def _path(self, file_id: str) -> Path:
        if not _FILE_ID.fullmatch(file_id):
            raise NotFoundError("The uploaded file is no longer there.")
        return self._folder / file_id
