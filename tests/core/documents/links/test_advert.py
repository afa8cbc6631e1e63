from __future__ import annotations

import json

import pytest

from core.documents.links.advert import read_advert
from core.exceptions import UnreadableDocument

LINES = (
    "Northfield Hospital looks for a charge nurse for its surgical ward.",
    "You lead a team of eight nurses on a ward with twelve beds.",
    "Three years of experience on a surgical ward",
    "Certificate in medication safety",
    "Experience with electronic patient records",
    "30 days of holiday and a kind team",
)
BODY = f"""
<h1>Charge nurse</h1><p>{LINES[0]}</p><h2>What you do</h2><p>{LINES[1]}</p>
<h2>What you bring</h2><ul><li>{LINES[2]}</li><li>{LINES[3]}</li><li>{LINES[4]}</li></ul>
<p>{LINES[5]}</p>
"""


def html(body: str, head: str = "<title>Jobs</title>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def posting(**fields: object) -> str:
    told = {"@context": "https://schema.org/", "@type": "JobPosting", **fields}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def words_of(data: bytes) -> str:
    return " ".join(read_advert(data).text.split())


def has_all_lines(text: str) -> bool:
    return all(line in text for line in LINES)


def test_the_whole_advert_is_read_line_by_line():
    lines = read_advert(html(BODY)).text.splitlines()

    assert lines[0] == "Charge nurse"
    assert [line.removeprefix("* ") for line in lines if line.startswith("*")] == list(LINES[2:5])
    assert has_all_lines("\n".join(lines))


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href='/'>SPAM</a></nav>",
        "<header><a>SPAM</a><a>SPAM</a><a>SPAM</a></header>",
        "<div role='navigation'>SPAM</div>",
        "<footer><p>SPAM</p></footer>",
        "<aside><h3>SPAM</h3></aside>",
        "<div class='cookie-banner'><p>SPAM</p></div>",
        "<div role='dialog'>SPAM</div>",
        "<label>SPAM</label><input value='SPAM'><select><option>SPAM</option></select>",
        "<button>SPAM</button>",
        "<script>SPAM</script><style>SPAM</style><noscript>SPAM</noscript><!-- SPAM -->",
        "<svg><title>SPAM</title></svg><iframe>SPAM</iframe><template>SPAM</template>",
        "<p hidden>SPAM</p>",
        "<p style='display:none'>SPAM</p>",
    ],
)
def test_what_stands_around_the_advert_is_left_out(around):
    text = words_of(html(f"{around}<main>{BODY}</main>{around}"))

    assert has_all_lines(text)
    assert "SPAM" not in text


def test_words_right_behind_what_is_left_out_stay():
    assert "after the button" in words_of(html(f"{BODY}<p><button>Apply</button>after the button"))


@pytest.mark.parametrize(
    "form",
    [
        f"<form action='/apply'>{BODY}</form>",
        f"<h3><button>Tasks</button></h3><div role='region' hidden>{BODY}</div>",
        f"<details><summary>Tasks</summary>{BODY}</details>",
        "".join(f"<div>{line}</div>" for line in LINES),
        "<br>".join(LINES),
        f"<table><tr><td>{'</td></tr><tr><td>'.join(LINES)}</td></tr></table>",
    ],
    ids=["in a form", "unfolding", "details", "only divs", "only breaks", "a table"],
)
def test_an_advert_is_read_whatever_it_is_built_of(form):
    assert has_all_lines(words_of(html(form)))


def test_headings_that_unfold_a_part_are_kept():
    text = words_of(html(f"<h3><button>What we offer</button></h3>{BODY}"))

    assert "What we offer" in text


def test_a_label_stands_beside_the_first_line_that_it_labels():
    rows = f"<table><tr><td>Needs</td><td>{LINES[2]}<br>{LINES[3]}</td></tr></table>{BODY}"

    assert f"Needs  {LINES[2]}" in read_advert(html(rows)).text.splitlines()


@pytest.mark.parametrize(
    "description",
    [BODY, BODY.replace("<", "&lt;").replace(">", "&gt;"), "\n".join(LINES)],
    ids=["HTML", "escaped HTML", "plain text"],
)
def test_a_page_that_needs_a_browser_may_tell_search_engines_all_of_it(description):
    firm = {"@type": "Organization", "name": "Northfield Hospital"}
    told = posting(title="Charge nurse", description=description, hiringOrganization=firm)

    text = read_advert(html("<div id='root'></div>", told)).text

    assert text.splitlines()[0] == "Charge nurse"
    assert "Northfield Hospital" in text
    assert has_all_lines(text)
    assert "<" not in text


@pytest.mark.parametrize("wrap", [lambda p: [p], lambda p: {"@graph": [{"@type": "WebSite"}, p]}])
def test_the_posting_is_found_among_other_facts(wrap):
    told = {"@type": ["Thing", "JobPosting"], "description": BODY}
    head = f'<script type="application/ld+json">{json.dumps(wrap(told))}</script>'

    assert has_all_lines(words_of(html("", head)))


@pytest.mark.parametrize(
    "head",
    [
        posting(title="Charge nurse", description="Short."),
        posting(title="Charge nurse", description=None),
        posting() + posting(),
        "".join(posting(title=f"Job {number}", description=BODY) for number in range(3)),
        '<script type="application/ld+json">{"@type": "JobPosting", </script>',
        '<script type="application/ld+json">["JobPosting", 1, null]</script>',
        '<script type="application/ld+json"></script>',
    ],
)
def test_where_that_says_too_little_or_of_several_jobs_the_page_itself_is_read(head):
    assert words_of(html(BODY, head)).startswith("Charge nurse Northfield Hospital looks")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"\x00\x00",
        b"\xef\xbb\xbf",
        b"<!-- nothing -->",
        html("<div id='root'></div><noscript>Please enable JavaScript.</noscript>"),
        html("<h1>Sign in</h1><p>Please sign in to go on.</p>"),
        html(f"<nav>{BODY}</nav>"),
    ],
)
def test_a_page_without_an_advert_is_refused_with_words(data):
    with pytest.raises(UnreadableDocument, match="paste it here") as refusal:
        read_advert(data)

    assert refusal.value.code == "NO_TEXT"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (html(f"<p>für Müller</p>{BODY}"), "für Müller"),
        (b"\xef\xbb\xbf" + html(f"<p>für Müller</p>{BODY}"), "für Müller"),
        (
            html(f"<p>für Müller</p>{BODY}", "<meta charset='iso-8859-1'>")
            .decode()
            .encode("latin-1"),
            "für Müller",
        ),
        (html(f"<p>{'软件工程师' * 10}</p>"), "软件工程师"),
    ],
)
def test_letters_beyond_ascii_arrive(data, found):
    assert found in read_advert(data).text
