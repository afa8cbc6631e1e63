import pytest

from core.documents.docx import read_docx
from core.documents.taken import Taken
from tests.makers.word_file import cell, paragraph, part, row, run, table, word_file

WHITE = "<w:color w:val='FFFFFF'/>"
STYLES = part(
    "styles",
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='character' w:styleId='Ghost'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Dust'><w:rPr><w:sz w:val='2'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Child'><w:basedOn w:val='Dust'/></w:style>",
)


def read(body: str, *related: tuple[str, str, str | bytes]) -> Taken:
    return read_docx(word_file(body, ("styles", "styles.xml", STYLES), *related))


@pytest.mark.parametrize(
    "hidden",
    [
        paragraph(inside=run("secret", "<w:vanish/>")),
        paragraph(inside=run("secret", "<w:rStyle w:val='Ghost'/>")),
        paragraph(inside=run("secret", "<w:sz w:val='2'/>")),
        paragraph("secret", properties="<w:pStyle w:val='Dust'/>"),
        paragraph("secret", properties="<w:pStyle w:val='Child'/>"),
        paragraph(inside=run("secret", "<w:rtl/><w:sz w:val='24'/><w:szCs w:val='2'/>")),
        paragraph(inside=run("secret", f"{WHITE}<w:sz w:val='8'/>")),
        paragraph(inside=run("secret", WHITE)),
        paragraph(inside=run("secret", "<w:color w:val='fefefe'/>")),
    ],
)
def test_what_nobody_sees_is_left_out_and_mentioned(hidden: str):
    taken = read(paragraph("Planner") + hidden)

    assert taken.text == "Planner"
    assert "“secret”" in taken.warnings[0]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish w:val='0'/>",
        "<w:rStyle w:val='Ghost'/><w:vanish w:val='false'/>",
        "<w:sz w:val='12'/>",
        "<w:sz w:val='none'/>",
        "<w:sz w:val='2'/><w:szCs w:val='24'/><w:cs/>",
        "<w:color w:val='auto'/>",
        "<w:color w:val='1F1F1F'/>",
        "<w:color w:val='FFF'/>",
        "<w:color w:val='zzzzzz'/>",
        "<w:webHidden/>",
    ],
)
def test_what_is_seen_stays(properties: str):
    taken = read(paragraph(inside=run("Planner", properties)))

    assert taken.text == "Planner"
    assert taken.warnings == ()


@pytest.mark.parametrize(
    "ground",
    [
        table(row(cell(paragraph(), "<w:shd w:fill='203040'/>"))),
        table(row(cell(paragraph(), "<w:shd w:fill='auto' w:themeFill='accent1'/>"))),
        paragraph(inside=run("x", "<w:highlight w:val='black'/>")),
        paragraph(inside="<w:r><w:drawing/></w:r>"),
    ],
)
def test_white_letters_are_read_where_something_dark_may_lie_behind_them(ground: str):
    taken = read(ground + paragraph(inside=run("Planner", WHITE)))

    assert "Planner" in taken.text
    assert taken.warnings == ()


def test_a_table_style_that_nobody_uses_is_no_ground():
    shaded = (
        "<w:style w:type='{}' w:styleId='Grid'><w:pPr><w:shd w:fill='000000'/></w:pPr></w:style>"
    )
    white = paragraph("Planner") + paragraph(inside=run("secret", WHITE))

    unused = read_docx(
        word_file(white, ("styles", "s.xml", part("styles", shaded.format("table"))))
    )
    used = read_docx(
        word_file(white, ("styles", "s.xml", part("styles", shaded.format("paragraph"))))
    )

    assert unused.text == "Planner"
    assert used.text == "Planner\nsecret"


def test_signs_that_nobody_sees_are_not_worth_a_word():
    taken = read(paragraph("Planner", inside=run(" . ", "<w:sz w:val='2'/>")))

    assert taken.text == "Planner"
    assert taken.warnings == ()


def test_paper_is_no_dark_ground():
    pale = paragraph(inside=run("x", "<w:highlight w:val='none'/><w:shd w:fill='FFFFFF'/>"))

    taken = read(
        pale + paragraph(inside=run("secret", WHITE)) + paragraph(inside=run("too", WHITE))
    )

    assert taken.text == "x"
    assert "“secret too”" in taken.warnings[0]


def box(name: str, place: str, size: str = "cx='2000000' cy='500000'", docpr: str = "") -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:anchor>{place}<wp:extent {size}/><wp:docPr {docpr}/>"
        f"<w:txbxContent>{paragraph(name)}</w:txbxContent></wp:anchor></w:drawing></w:r></w:p>"
    )


def at(across: str, down: str) -> str:
    return (
        f"<wp:positionH><wp:posOffset>{across}</wp:posOffset></wp:positionH>"
        f"<wp:positionV><wp:posOffset>{down}</wp:posOffset></wp:positionV>"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        box("secret", at("-29000000", "0")),
        box("secret", at("0", "99999999")),
        box("secret", at("0", "9" * 20)),
        box("secret", at("0", "-" + "9" * 20)),
        box("secret", at("0", "0"), size="cx='1' cy='1'"),
        box("secret", at("0", "0"), docpr="hidden='1'"),
    ],
)
def test_a_box_that_nobody_sees_is_left_out_and_mentioned(hidden: str):
    taken = read(paragraph("Planner") + hidden)

    assert taken.text == "Planner"
    assert "“secret”" in taken.warnings[0]


@pytest.mark.parametrize(
    "place", [at("-900000", "-9000000"), at("4000000", "9000000"), at("no", ""), ""]
)
def test_a_box_beside_the_text_is_read(place: str):
    taken = read(box("Skills", place))

    assert taken.text == "Skills"
    assert taken.warnings == ()


def test_a_box_without_a_size_is_read():
    anchored = f"<wp:anchor><w:txbxContent>{paragraph('Skills')}</w:txbxContent></wp:anchor>"

    taken = read(paragraph(inside=f"<w:r><w:drawing>{anchored}</w:drawing></w:r>"))

    assert taken.text == "Skills"
