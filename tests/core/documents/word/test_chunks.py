import base64

import pytest

from core.documents.docx import read_docx
from core.documents.taken import Taken
from core.documents.word import chunks
from core.exceptions import UnreadableDocument
from tests.makers.word_file import paragraph, run, word_file

PAGE = """<html><head><title>My CV</title><style>p {color: red}</style></head>
<body><h1>Ines  Calloway</h1><script>alert(1)</script>
<p>Data&nbsp;engineer &amp; planner<br>Bergen</p>
<ul><li>Python</li><li>SQL</li><li></li></ul>
<table><tr><td>2020</td><td>Tallgrass</td></tr></table></body></html>"""
LINES = [
    "Ines Calloway",
    "Data engineer & planner",
    "Bergen",
    "- Python",
    "- SQL",
    "2020\tTallgrass",
]
MAIL = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    f"{base64.b64encode(PAGE.encode()).decode()}\n--x--\n"
)


def read(name: str, chunk: str | bytes) -> Taken:
    body = paragraph("before") + "<w:altChunk r:id='r1'/>" + paragraph("after")
    return read_docx(word_file(body, ("aFChunk", name, chunk)))


@pytest.mark.parametrize(
    ("name", "chunk"),
    [
        ("a.html", PAGE),
        ("a.htm", PAGE.encode("utf-16")),
        ("a.mht", MAIL),
        ("a.txt", "\n".join(LINES)),
        ("a.docx", word_file("".join(map(paragraph, LINES)).replace("&", "&amp;"))),
    ],
)
def test_what_is_pasted_from_another_file_is_read_where_it_stands(name: str, chunk: str | bytes):
    taken = read(name, chunk)

    assert taken.text.split("\n") == ["before", *LINES, "after"]
    assert taken.warnings == ()


@pytest.mark.parametrize(
    ("name", "chunk"),
    [
        ("a.rtf", rb"{\rtf1 Planner}"),
        ("a.dat", bytes(range(256)) * 4),
        ("a.docx", b"PK\x03\x04 and then nothing"),
        ("a.mht", "MIME-Version: 1.0\nContent-Type: image/png\n\nabc"),
        ("missing.html", ""),
    ],
)
def test_what_cannot_be_read_is_mentioned_and_the_rest_is_there(name: str, chunk: str | bytes):
    taken = read(name, chunk)

    assert taken.text == "before\nafter"
    assert "built into this document" in taken.warnings[0]


def test_hidden_text_of_a_document_inside_is_mentioned_too():
    inner = word_file(paragraph("Planner", inside=run("secret", "<w:vanish/>")))

    taken = read("a.docx", inner)

    assert taken.text == "before\nPlanner\nafter"
    assert "“secret”" in taken.warnings[0]


def test_documents_inside_documents_inside_documents_are_refused():
    data = word_file(paragraph("deep"))
    for _ in range(3):
        data = word_file("<w:altChunk r:id='r1'/>", ("aFChunk", "a.docx", data))

    with pytest.raises(UnreadableDocument) as refusal:
        read_docx(data)

    assert refusal.value.code == "TOO_COMPLEX"


def test_a_page_that_is_far_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(chunks, "MAX_CHARACTERS", 10)

    with pytest.raises(UnreadableDocument) as refusal:
        read("a.html", PAGE)

    assert refusal.value.code == "TOO_COMPLEX"
