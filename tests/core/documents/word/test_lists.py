import pytest

from core.documents.docx import read_docx
from core.documents.word.lists import spelled
from tests.makers.word_file import listed, paragraph, part, word_file


def level(number: int, form: str, text: str, more: str = "") -> str:
    return (
        f"<w:lvl w:ilvl='{number}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
        f"{more}<w:lvlText w:val='{text}'/></w:lvl>"
    )


def numbering(*kinds: str, nums: str = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"):
    numbered = "".join(
        f"<w:abstractNum w:abstractNumId='{number}'>{kind}</w:abstractNum>"
        for number, kind in enumerate(kinds)
    )
    return ("numbering", "numbering.xml", part("numbering", numbered + nums))


def read(body: str, *related: tuple[str, str, str | bytes]) -> list[str]:
    return read_docx(word_file(body, *related)).text.split("\n")


def test_levels_count_for_themselves_and_begin_anew_below():
    kind = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1.%2)")
    items = [("one", 0), ("sub", 1), ("sub", 1), ("two", 0), ("sub", 1)]
    body = "".join(listed(text, level=depth) for text, depth in items)

    lines = read(body, numbering(kind))

    assert lines == ["1. one", "1.a) sub", "1.b) sub", "2. two", "2.a) sub"]


def test_bullets_are_dashes_and_lists_without_a_sign_stay_bare():
    nums = "".join(f"<w:num w:numId='{n}'><w:abstractNumId w:val='{n}'/></w:num>" for n in range(3))
    kinds = (level(0, "bullet", "\uf0b7"), level(0, "none", ""), level(0, "decimal", ""))
    body = listed("a", 0) + listed("b", 1) + listed("c", 2) + listed("d", 9) + listed("", 0)

    lines = read(body, numbering(*kinds, nums=nums))

    assert lines == ["- a", "b", "c", "d"]


def test_a_list_that_starts_over_or_elsewhere_says_so():
    override = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"
    nums = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
        f"<w:num w:numId='2'><w:abstractNumId w:val='0'/>{override}</w:num>"
    )
    body = listed("a") + listed("b", 2) + listed("c", 2)

    lines = read(body, numbering(level(0, "decimal", "%1."), nums=nums))

    assert lines == ["1. a", "5. b", "6. c"]


def test_a_list_is_found_through_its_paragraphs_style():
    styles = part(
        "styles",
        "<w:style w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='Deep'><w:basedOn w:val='Base'/></w:style>"
        "<w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>",
    )
    kind = level(0, "decimal", "%1.") + level(1, "upperRoman", "%2.", "<w:pStyle w:val='Deep'/>")
    body = "".join(
        paragraph(name, properties=f"<w:pStyle w:val='{name}'/>")
        for name in ("Base", "Deep", "Loop")
    )

    lines = read(body, numbering(kind), ("styles", "styles.xml", styles))

    assert lines == ["1. Base", "I. Deep", "Loop"]


def test_a_list_can_borrow_the_levels_of_a_list_style():
    kinds = (
        "<w:numStyleLink w:val='Mine'/>",
        "<w:styleLink w:val='Mine'/>" + level(0, "decimal", "(%1)"),
    )

    lines = read(listed("a") + listed("b"), numbering(*kinds))

    assert lines == ["(1) a", "(2) b"]


def test_a_list_without_levels_gets_a_dash():
    lines = read(listed("a"), numbering("<w:numStyleLink w:val='Nobody'/>"))

    assert lines == ["- a"]


def test_legal_numbers_are_plain_digits():
    kind = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")

    lines = read(listed("a") + listed("b", level=1), numbering(kind))

    assert lines == ["I. a", "1.1 b"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (1994, "lowerRoman", "mcmxciv"),
        (9, "upperRoman", "IX"),
        (3, "japaneseCounting", "3"),
        (0, "lowerRoman", "0"),
        (100_000, "lowerLetter", "100000"),
    ],
)
def test_numbers_are_spelled_as_the_list_asks(number: int, form: str, text: str):
    written = spelled(number, form)

    assert written == text
