"""Zip archives from strangers: looked at without trusting a size that they claim."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError

from core.documents import limits
from core.documents.faults import Fault, unreadable

_CHUNK = 64 * 1024
_ENCRYPTED_FLAG = 0x1
_XML = (".xml", ".rels", ".vml")
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


def member_names(data: bytes) -> tuple[str, ...]:
    with _opened(data) as archive:
        return tuple(archive.namelist())


def check_archive(data: bytes) -> None:
    """Inflate every member once, counting, so that whoever reads the archive next is safe.

    A bomb is refused as TOO_COMPLEX; a damaged archive, one with two members of the same name and
    one whose XML declares a DOCTYPE (and with it entities) as CORRUPT.
    """
    with _opened(data) as archive:
        members = archive.infolist()
        if len(members) > limits.MAX_MEMBERS:
            raise unreadable(Fault.TOO_COMPLEX)
        if len({member.filename for member in members}) < len(members):
            raise unreadable(Fault.CORRUPT)
        if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
            raise unreadable(Fault.ENCRYPTED)
        _count(archive, members)


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zlib.error,
        LZMAError,
        EOFError,  # a member that stops short
        OSError,  # bad bzip2 data
        NotImplementedError,  # an unknown compression method
        ValueError,  # offsets outside the file
    ) as error:
        raise unreadable(Fault.CORRUPT) from error


def _count(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    xml = total = 0
    for member in members:
        is_xml = member.filename.lower().endswith(_XML)
        tail = b""
        size = 0
        for chunk in _chunks(archive, member):
            size += len(chunk)
            total += len(chunk)
            xml += len(chunk) * is_xml
            _check_totals(xml, total)
            _check_ratio(size, member)
            if is_xml:
                _refuse_doctype(tail + chunk)
                tail = chunk[-32:]


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _check_totals(xml: int, total: int) -> None:
    if xml > limits.MAX_XML_BYTES or total > limits.MAX_ARCHIVE_BYTES:
        raise unreadable(Fault.TOO_COMPLEX)


def _check_ratio(size: int, member: zipfile.ZipInfo) -> None:
    if size > limits.RATIO_FROM and size > limits.MAX_RATIO * member.compress_size:
        raise unreadable(Fault.TOO_COMPLEX)


def _refuse_doctype(part: bytes) -> None:
    if any(doctype in part for doctype in _DOCTYPES):
        raise unreadable(Fault.CORRUPT)
