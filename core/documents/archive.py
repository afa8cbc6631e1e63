"""Zip archives from strangers: read without trusting a size that they claim."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from lzma import LZMAError

from core.documents import limits
from core.documents.faults import Fault, unreadable

MAX_TAGS = 500_000  # twenty times what a CV has; a tag costs far more time than its length tells

_CHUNK = 64 * 1024
_ENCRYPTED_FLAG = 0x1
_XML = (".xml", ".rels")
_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
_OVERLAP = 4 * len(_DOCTYPE)


def member_names(data: bytes) -> tuple[str, ...]:
    """Names as `contents` gives them, folders left out."""
    with _opened(data) as archive:
        return tuple(_named(member) for member in _files(archive))


def beginning(data: bytes, name: str, size: int) -> bytes:
    """At most `size` bytes of this member; nothing where there is none."""
    with _opened(data) as archive:
        for member in _files(archive):
            if _named(member) == name and not member.flag_bits & _ENCRYPTED_FLAG:
                with archive.open(member) as stream:
                    return stream.read(size)
    return b""


def contents(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The members whose names are wanted; the others are never inflated.

    They are counted while they are inflated, and a bomb is refused as TOO_COMPLEX. A damaged
    archive, one with two members of the same name and one whose XML declares a DOCTYPE (and with it
    entities) are refused as CORRUPT.
    """
    with _opened(data) as archive:
        members = _files(archive)
        _check_members(members)
        chosen = [member for member in members if wanted(_named(member))]
        return dict(_inflated(archive, chosen))


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [member for member in archive.infolist() if not _named(member).endswith("/")]


def _named(member: zipfile.ZipInfo) -> str:
    """Some programs of Windows part folders their own way."""
    return member.filename.replace("\\", "/").lstrip("/")


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


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > limits.MAX_MEMBERS:
        raise unreadable(Fault.TOO_COMPLEX)
    # Names are compared as Word does it, which knows no capitals.
    if len({_named(member).lower() for member in members}) < len(members):
        raise unreadable(Fault.CORRUPT)
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise unreadable(Fault.ENCRYPTED)


def _inflated(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]
) -> Iterator[tuple[str, bytes]]:
    total = tags = 0
    for member in members:
        is_xml = _named(member).lower().endswith(_XML)
        whole = bytearray()
        for chunk in _chunks(archive, member):
            tail = bytes(whole[-_OVERLAP:])
            whole += chunk
            total += len(chunk)
            tags += chunk.count(b"<") if is_xml else 0
            _check_totals(total, tags)
            _check_ratio(len(whole), member)
            if is_xml:
                _refuse_doctype(tail + chunk)
        yield _named(member), bytes(whole)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterable[bytes]:
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _check_totals(size: int, tags: int) -> None:
    if size > limits.MAX_XML_BYTES or tags > MAX_TAGS:
        raise unreadable(Fault.TOO_COMPLEX)


def _check_ratio(size: int, member: zipfile.ZipInfo) -> None:
    if size > limits.RATIO_FROM and size > limits.MAX_RATIO * member.compress_size:
        raise unreadable(Fault.TOO_COMPLEX)


def _refuse_doctype(part: bytes) -> None:
    if any(doctype in part for doctype in _DOCTYPES):
        raise unreadable(Fault.CORRUPT)
