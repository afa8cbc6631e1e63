import io
import zipfile

import pytest

from core.documents import archive, limits
from core.documents.archive import beginning, contents, member_names
from core.exceptions import UnreadableDocument
from tests.files import zipped


def everything(_: str) -> bool:
    return True


def test_members_arrive_whole_under_names_with_slashes():
    data = zipped({"word/a.xml": b"<a/>" * 40_000, "word\\b.xml": b"<b/>", "word/": b""})

    read = contents(data, everything)

    assert read == {"word/a.xml": b"<a/>" * 40_000, "word/b.xml": b"<b/>"}
    assert member_names(data) == ("word/a.xml", "word/b.xml")


def test_what_is_not_wanted_is_never_inflated():
    data = zipped({"a.xml": b"<a/>", "picture.png": bytes(200 * limits.MIB)})

    read = contents(data, lambda name: name.endswith(".xml"))

    assert read == {"a.xml": b"<a/>"}


def test_the_beginning_of_a_member_is_enough_to_tell_what_it_is():
    data = zipped({"mimetype": b"application/x" + bytes(1000)})

    assert beginning(data, "mimetype", 11) == b"application"
    assert beginning(data, "missing", 11) == b""


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({f"{n}.xml": b"" for n in range(limits.MAX_MEMBERS + 1)}, "TOO_COMPLEX"),
        ({"a.xml": b"<a>" + bytes(2 * limits.MIB)}, "TOO_COMPLEX"),
        ({"a.xml": b"", "A.XML": b""}, "CORRUPT"),
        ({"a/b.xml": b"", "a\\b.xml": b""}, "CORRUPT"),
        ({"a.xml": b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"}, "CORRUPT"),
        ({"a.xml": "<!DOCTYPE a><a/>".encode("utf-16-be")}, "CORRUPT"),
        ({"a.RELS": b" " * 65_530 + b"<!DOCTYPE a>"}, "CORRUPT"),  # across two chunks
    ],
)
def test_an_archive_that_means_harm_is_refused(members: dict[str, bytes], code: str):
    with pytest.raises(UnreadableDocument) as refusal:
        contents(zipped(members), everything)

    assert refusal.value.code == code


@pytest.mark.parametrize(("limit", "most"), [("MAX_XML_BYTES", 100), ("MAX_TAGS", 10)])
def test_size_and_tags_are_counted_over_all_members(monkeypatch, limit: str, most: int):
    monkeypatch.setattr(archive if limit == "MAX_TAGS" else limits, limit, most)
    data = zipped({"a.xml": b"<a>123456</a>" * 4, "b.xml": b"<a>123456</a>" * 4})

    with pytest.raises(UnreadableDocument) as refusal:
        contents(data, everything)

    assert refusal.value.code == "TOO_COMPLEX"


def test_a_doctype_of_a_page_inside_is_no_danger():
    data = zipped({"chunk.html": b"<!DOCTYPE html><p>Planner</p>"})

    read = contents(data, everything)

    assert list(read) == ["chunk.html"]


def test_two_members_of_one_name_are_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as broken:
        broken.writestr("word/document.xml", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            broken.writestr("word/document.xml", "two")

    with pytest.raises(UnreadableDocument) as refusal:
        contents(buffer.getvalue(), everything)

    assert refusal.value.code == "CORRUPT"


def test_a_size_that_lies_does_not_help():
    data = bytearray(zipped({"a.xml": b"a" * 3_000_000}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (100).to_bytes(4, "little")

    with pytest.raises(UnreadableDocument) as refusal:
        contents(bytes(data), everything)

    assert refusal.value.code in {"CORRUPT", "TOO_COMPLEX"}


def test_a_zip_with_a_password_is_said_to_be_locked():
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the flag in the central directory

    with pytest.raises(UnreadableDocument) as refusal:
        contents(bytes(data), everything)

    assert refusal.value.code == "ENCRYPTED"
    assert beginning(bytes(data), "a.xml", 4) == b""


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED])
def test_a_broken_member_is_damage_whatever_its_compression(method: int):
    data = bytearray(zipped({"a.xml": b"<a>planner</a>" * 50}, method))
    start = data.index(b"a.xml") + 12
    data[start : start + 20] = bytes(20)

    with pytest.raises(UnreadableDocument) as refusal:
        contents(bytes(data), everything)

    assert refusal.value.code == "CORRUPT"


@pytest.mark.parametrize("data", [b"PK\x03\x04 and then nothing", b"PK\x05\x06" + bytes(3)])
def test_half_an_archive_is_damage(data: bytes):
    with pytest.raises(UnreadableDocument) as refusal:
        member_names(data)

    assert refusal.value.code == "CORRUPT"
