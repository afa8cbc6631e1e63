import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.documents.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\u0301tude", "étude"),
        ("10² ½ ™", "10² ½ ™"),
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        (
            "sta\ufb00 \ufb01ne \ufb02ow a\ufb03x ba\ufb04e fa\ufb05 \ufb06y",
            "staff fine flow affix baffle fast sty",
        ),
        ("soft\xadware zero\u200bwidth \ufeffmark", "software zerowidth mark"),
        ("left\u202eright\u2066", "leftright"),
        ("a\x00b\x07c\x9fd", "abcd"),
        ("tagged\U000e0041\U000e0042", "tagged"),
        ("half \ud800 a pair", "half  a pair"),
        ("2019\xa0to\u202f2021\u3000now", "2019 to 2021 now"),
        ("\uf095+49 123", "+49 123"),
        ("one\n\n\n\n\ntwo\n \t\n \nthree", "one\n\ntwo\n\nthree"),
        ("trailing  \t\nspaces ", "trailing\nspaces"),
        ("column\tcolumn", "column\tcolumn"),
    ],
)
def test_text_gets_one_form(raw: str, clean: str):
    text = normalise(raw)

    assert text == clean


@given(st.text())
@example("a\u200b\u0301")
@example("\n\x00\n\n\x00\n")
@example(" \xad\n")
def test_normalising_twice_changes_nothing(raw: str):
    once = normalise(raw)

    assert normalise(once) == once


@given(st.text(st.characters(codec="utf-8")))
def test_text_can_always_be_stored(raw: str):
    text = normalise(raw + "\udfff")

    assert text.encode("utf-8").decode("utf-8") == text
