import pytest

from core.documents.txt import read_txt
from core.exceptions import UnreadableDocument
from tests.files import CV

HINDI = "नमस्ते, मैं एक सॉफ़्टवेयर इंजीनियर हूँ।\nमेरे पास पाँच साल का अनुभव है।"
GERMAN = "Lebenslauf: Jürgen Müller, Geschäftsführer in Köln, größere Aufträge für Kunden"
CHINESE = "李明 软件工程师\n五年经验。在北京领导过六人团队。负责支付平台的设计、开发和维护工作。"
JAPANESE = "職務経歴書。東京でエンジニアとして五年間働きました。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", [CV, HINDI, GERMAN, CHINESE])
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str):
    document = read_txt(text.encode(encoding))

    assert document.text == text
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (GERMAN, "cp1252", "cp1252"),
        ("Инженер-программист, Москва. Опыт работы пять лет.", "cp1251", "cp1251"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
    ],
)
def test_an_older_encoding_is_guessed_and_the_guess_is_named(text: str, encoding: str, named: str):
    document = read_txt(text.encode(encoding))

    assert document.text == text
    (warning,) = document.warnings
    assert named in warning


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bytes(range(256)) * 20, "NOT_TEXT"),
        (b"\x7fELF\x02\x01\x01" + bytes(200) + b"\xff\xfe\xfd", "NOT_TEXT"),
        (b"words and a NUL \x00 in between", "NOT_TEXT"),
        (b"\xff\xfeodd" + b"\x00\xd8", "NOT_TEXT"),
        (b"word " * 400_001, "TOO_COMPLEX"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str):
    with pytest.raises(UnreadableDocument) as refusal:
        read_txt(data)

    assert refusal.value.code == code
