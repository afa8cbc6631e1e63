import pytest

from core.documents.docx import read_docx
from tests.makers.word_file import cell, paragraph, part, row, run, table, word_file


def read(body: str, *related: tuple[str, str, str | bytes]) -> str:
    return read_docx(word_file(body, *related)).text


def field(code: str, result: str) -> str:
    marks = [f"<w:r><w:fldChar w:fldCharType='{t}'/></w:r>" for t in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


BOXED = paragraph(
    inside=f"""<w:r><w:t>before</w:t></w:r>
<w:r><w:pict><v:textbox><w:txbxContent>{paragraph("boxed")}</w:txbxContent></v:textbox></w:pict></w:r>
<w:r><w:t> and after</w:t></w:r>"""
)
ALTERNATIVES = paragraph(
    inside=f"""<w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:txbxContent>{paragraph("once")}</w:txbxContent></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent>{paragraph("once")}</w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""
)
ONLY_OLD = paragraph(
    inside="""<w:r><mc:AlternateContent><!-- a drawing --><mc:Choice><w:drawing/></mc:Choice>
<mc:Fallback><w:t>for older programs</w:t></mc:Fallback></mc:AlternateContent></w:r>"""
)
SYMBOLS = paragraph(
    inside="""<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:t> done, </w:t></w:r>
<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r><w:r><w:sym w:font="Odd" w:char="F061"/></w:r>
<w:r><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></w:r>
<w:r><w:sym w:font="Odd" w:char="no"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>
<w:r><w:t>end</w:t></w:r>"""
)
RUBY = paragraph(
    inside=f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('さとう')}</w:rt>"
    f"<w:rubyBase>{run('佐藤')}</w:rubyBase></w:ruby></w:r>"
)
INLINE_CONTROL = paragraph(
    "Role: ",
    inside="<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr>"
    f"<w:sdtContent>{run('Planner')}</w:sdtContent></w:sdt>",
)
DROP_CAP = paragraph("T", properties="<w:framePr w:dropCap='drop'/>") + paragraph(
    "allgrass Freight"
)
JOINED = paragraph("Tall", properties="<w:rPr><w:del/></w:rPr>") + paragraph("grass")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<w:p><w:hyperlink r:id='r9'><w:r><w:t>my page</w:t></w:r></w:hyperlink></w:p>",
            "my page",
        ),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
        ("<w:p><w:r><w:t>full</w:t><w:noBreakHyphen/><w:t>time</w:t></w:r></w:p>", "full-time"),
        ("<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t></w:r></w:p>", "cooperate"),
        (f"<w:sdt><w:sdtContent>{paragraph('control')}</w:sdtContent></w:sdt>", "control"),
        (
            INLINE_CONTROL,
            "Role: Planner",
        ),
        (f"<w:customXml>{paragraph('custom')}</w:customXml>", "custom"),
        (f"<w:p><w:smartTag>{run('Bergen')}</w:smartTag></w:p>", "Bergen"),
        (f"<w:p><w:fldSimple w:instr='DATE'>{run('May 2024')}</w:fldSimple></w:p>", "May 2024"),
        (f"<w:p><w:ins>{run('new')}</w:ins></w:p>", "new"),
        (f"<w:p><w:moveTo>{run('moved')}</w:moveTo></w:p>", "moved"),
        (f"<w:p><w:del>{run('old')}</w:del>{run('kept')}</w:p>", "kept"),
        (f"<w:p><w:moveFrom>{run('old')}</w:moveFrom>{run('kept')}</w:p>", "kept"),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r><!-- note --></w:p>", "7"),
        ("<w:p><m:oMath xmlns:m='m'><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>", "x+1"),
        ("<w:p><w:pict><v:textpath string='Ines'/></w:pict></w:p>", "Ines"),
        (BOXED, "before and after\nboxed"),
        (ALTERNATIVES, "once"),
        (ONLY_OLD, "for older programs"),
        (SYMBOLS, "✓ done, \u03b1 😊  end"),
        (RUBY, "佐藤(さとう)"),
        (DROP_CAP, "Tallgrass Freight"),
        (JOINED, "Tallgrass"),
        (paragraph("last", properties="<w:rPr><w:del/></w:rPr>"), "last"),
    ],
)
def test_a_reader_sees_what_word_shows(body: str, text: str):
    seen = read(body)

    assert seen == text


def test_a_field_shows_its_result_and_not_its_code():
    inner = field("MERGEFIELD Name", run("Bob"))
    outer = field("IF ", run("Yes")).replace(
        "IF </w:instrText></w:r>", f"</w:instrText></w:r>{inner}"
    )

    text = read(
        paragraph(inside=run("Link: ") + field("HYPERLINK x", run("page"))) + f"<w:p>{outer}</w:p>"
    )

    assert text == "Link: page\nYes"


def test_a_field_that_never_ends_swallows_nothing():
    begun = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"

    text = read(paragraph(inside=begun) + paragraph("Planner"))

    assert text == "Planner"


def test_a_field_that_begins_among_hidden_text_ends_in_sight():
    begin, rest = field("XE", run("shown")).split("<w:r><w:instrText>", 1)
    hidden = begin.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")

    text = read(f"<w:p>{hidden}<w:r><w:instrText>{rest}{run(' after')}</w:p>")

    assert text == "shown after"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([row(cell(paragraph("2020")), cell(paragraph("Tallgrass")))], ["2020\tTallgrass"]),
        (
            [row(cell(paragraph("2020")), cell(paragraph("Planner") + paragraph("Led six")))],
            ["2020\tPlanner", "Led six"],
        ),
        (
            [row(cell(paragraph("Skills") + paragraph("SQL")), cell(paragraph("Experience")))],
            ["Skills", "SQL", "Experience"],
        ),
        (
            [
                row(cell(paragraph("a"), "<w:vMerge w:val='restart'/>"), cell(paragraph("b"))),
                row(cell(paragraph("a"), "<w:vMerge/>"), cell(paragraph("c"))),
            ],
            ["a\tb", "c"],
        ),
        ([row(cell(paragraph("a")), cell(paragraph("a"), "<w:hMerge/>"))], ["a"]),
        ([row(cell(paragraph("gone")), properties="<w:del/>")], [""]),
        ([f"<w:sdt><w:sdtContent>{row(cell(paragraph('in')))}</w:sdtContent></w:sdt>"], ["in"]),
        ([row(cell(paragraph()), cell(paragraph("b")))], ["b"]),
    ],
)
def test_rows_and_columns_are_read_as_they_are_meant(rows: list[str], lines: list[str]):
    text = read(table(*rows))

    assert text.split("\n") == lines


def test_notes_follow_the_text_with_their_numbers():
    notes = part(
        "footnotes",
        f"<w:footnote w:type='separator' w:id='0'>{paragraph('---')}</w:footnote>"
        f"<w:footnote w:id='1'>{paragraph('as of 2024')}{paragraph('and later')}</w:footnote>"
        f"<w:footnote w:id='2' w:type='normal'>{paragraph('not named')}</w:footnote>",
    )
    body = paragraph(inside=run("Forty planners") + "<w:r><w:footnoteReference w:id='1'/></w:r>")

    text = read(body, ("footnotes", "footnotes.xml", notes))

    assert text == "Forty planners[1]\n\n[1] as of 2024\nand later\nnot named"


def test_comments_are_not_for_the_interviewer():
    comments = part("comments", f"<w:comment>{paragraph('weak candidate')}</w:comment>")
    body = paragraph(inside=run("Planner") + "<w:r><w:commentReference w:id='1'/></w:r>")

    text = read(body, ("comments", "comments.xml", comments))

    assert text == "Planner"


def test_the_words_of_diagrams_and_charts_are_read():
    diagram = part("x", "<dgm:pt><dgm:t><a:p><a:r><a:t>Python</a:t></a:r></a:p></dgm:t></dgm:pt>")
    chart = part(
        "x",
        "<c:strCache><c:pt><c:v>Spanish</c:v></c:pt></c:strCache>"
        "<c:numCache><c:pt><c:v>4</c:v></c:pt></c:numCache>",
    )
    drawings = (
        "<w:drawing><dgm:relIds r:dm='r1'/></w:drawing><w:drawing><c:chart r:id='r2'/></w:drawing>"
    )
    nowhere = "<w:drawing><c:chart r:id='r3'/></w:drawing>"

    text = read(
        paragraph("Skills", inside=f"<w:r>{drawings}{nowhere}</w:r>"),
        ("diagramData", "data1.xml", diagram),
        ("chart", "chart1.xml", chart),
    )

    assert text == "Skills\nPython\nSpanish"
