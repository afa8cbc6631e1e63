from __future__ import annotations

import gzip
import zlib
from threading import Event

import pytest

from core.documents.links.fetch import MAX_BYTES, Fetcher
from core.documents.links.policy import Policy
from core.exceptions import UnreadableDocument
from tests.fakes import certificates
from tests.fakes.replies import Chatter, Drip, Ending, Hold, Reply
from tests.fakes.rude import door_slammed, nobody_answers, nobody_there
from tests.fakes.website import HERE, HOST, leads_to, names, page
from tests.files import cv_pdf

ADVERT = "<h1>Charge nurse</h1><p>Experience with medication safety.</p>"
SOON = 0.4


def fetched(site, path="advert", **options):
    return Fetcher(names(site.port), **options).fetch(site.url(path))


def refused(fetcher, link) -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        fetcher.fetch(link)
    assert len(str(refusal.value)) > 20
    return refusal.value.code


def refused_by(site, path="advert", **options) -> str:
    fetcher = Fetcher(names(site.port), **options)
    return refused(fetcher, site.url(path))


def test_a_page_is_fetched_from_the_address_that_was_checked(open_site):
    site = open_site(advert=page(ADVERT))

    web_page = fetched(site)

    assert web_page.data == ADVERT.encode()
    assert web_page.host == HOST
    assert not web_page.is_pdf


def test_the_visitor_says_who_it_is_and_nothing_else(open_site):
    site = open_site(advert=page(ADVERT))

    fetched(site, "advert?id=12")

    (visit,) = site.visits
    assert visit.path == "/advert?id=12"
    assert visit.headers["host"] == f"{HOST}:{site.port}"
    assert "interview-simulator" in visit.headers["user-agent"]
    assert visit.headers.keys().isdisjoint({"cookie", "authorization", "referer"})


def test_a_pdf_is_known_by_its_content(open_site):
    site = open_site(advert=page(cv_pdf(), "application/octet-stream"))

    assert fetched(site).is_pdf


@pytest.mark.parametrize(
    ("data", "content_type", "words"),
    [
        ("Müller".encode("latin-1"), "text/html; charset=iso-8859-1", "Müller"),
        ("Мария".encode("cp1251"), "text/html; charset=windows-1251", "Мария"),
        ("Müller".encode(), "text/html; charset=utf-8", "Müller"),
    ],
)
def test_the_encoding_that_the_header_names_is_used(open_site, data, content_type, words):
    site = open_site(advert=page(data, content_type))

    assert fetched(site).data == words.encode("utf-8-sig")


@pytest.mark.parametrize("charset", ["nonsense", "utf-8"])
def test_a_wrong_name_of_the_encoding_leaves_the_bytes_as_they_are(open_site, charset):
    data = "<p>Müller</p>".encode("latin-1")
    site = open_site(advert=page(data, f"text/html; charset={charset}"))

    assert fetched(site).data == data


@pytest.mark.parametrize(
    "link",
    [
        "",
        "advert",
        "jobs.example/advert",
        "ftp://jobs.example/advert",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,advert",
        "http://",
        "http:///advert",
        "http://user:password@jobs.example/",
        "http://\u2100.example/",
        f"http://jobs.example/{'x' * 70_000}",
    ],
)
def test_what_is_no_web_address_is_not_looked_up(link):
    policy = Policy(resolve=lambda host, port: pytest.fail(f"{host}:{port} was looked up"))

    assert refused(Fetcher(policy), link) == "LINK_ADDRESS"


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["169.254.169.254"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%eth0"],
        ["8.8.8.8", "192.168.0.1"],
        ["2606:4700:4700::1111", "fd00::1"],
    ],
)
def test_a_name_that_leads_to_a_private_address_is_not_opened(answers):
    policy = Policy(resolve=lambda _host, _port: answers)

    assert refused(Fetcher(policy), f"http://{HOST}/") == "LINK_FORBIDDEN"


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0", "[::1]", "[::]"),
        *("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "169.254.169.254", "10.0.0.1", "[fd00::1]"),
    ],
)
def test_this_machine_is_not_opened_whatever_it_is_called(host):
    assert refused(Fetcher(), f"http://{host}/") == "LINK_FORBIDDEN"


@pytest.mark.parametrize("port", [22, 6379, 8501, 99_999_999])
def test_other_ports_than_those_of_the_web_are_not_opened(port):
    policy = Policy(resolve=lambda _host, _port: pytest.fail("it was looked up"))

    assert refused(Fetcher(policy), f"http://{HOST}:{port}/") == "LINK_FORBIDDEN"


def test_a_name_is_looked_up_once_so_that_it_cannot_change_its_mind(open_site):
    site = open_site(advert=page(ADVERT))
    rules = names(site.port)
    asked = []

    def changing(host, port):
        asked.append(host)
        return [HERE] if len(asked) == 1 else ["10.0.0.1"]

    policy = Policy(allows=rules.allows, ports=rules.ports, resolve=changing)
    Fetcher(policy).fetch(site.url("advert"))

    assert asked == [HOST]


def test_a_proxy_of_the_environment_is_not_used(open_site, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site = open_site(advert=page(ADVERT))

    assert fetched(site).data == ADVERT.encode()


def test_three_redirects_are_followed_and_no_cookie_is_kept(open_site):
    site = open_site(
        advert=leads_to("/a", set_cookie="id=1"),
        a=leads_to("b"),
        b=leads_to("/c"),
        c=page(ADVERT),
    )

    assert fetched(site).data == ADVERT.encode()

    assert [visit.path for visit in site.visits] == ["/advert", "/a", "/b", "/c"]
    assert not any("cookie" in visit.headers for visit in site.visits)


def test_a_fourth_redirect_is_not(open_site):
    site = open_site(advert=leads_to("/advert"))

    assert refused_by(site) == "LINK_REDIRECTS"
    assert len(site.visits) == 4


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://intranet.example/", "LINK_FORBIDDEN"),
        ("http://127.0.0.2/", "LINK_FORBIDDEN"),
        ("http://jobs.example:22/", "LINK_FORBIDDEN"),
        ("//intranet.example/", "LINK_FORBIDDEN"),
        ("file:///etc/passwd", "LINK_ADDRESS"),
        ("http://user:password@jobs.example/", "LINK_ADDRESS"),
        ("http://nowhere.example/", "LINK_UNKNOWN"),
    ],
)
def test_a_redirect_is_checked_like_the_first_link(open_site, address, code):
    site = open_site(advert=leads_to(address))
    rules = names(site.port, intranet="10.0.0.1")

    def resolve(host, port):
        return ["127.0.0.2"] if host == "127.0.0.2" else rules.resolve(host, port)

    policy = Policy(allows=rules.allows, ports=rules.ports, resolve=resolve)

    assert refused(Fetcher(policy), site.url("advert")) == code
    assert len(site.visits) == 1


@pytest.mark.parametrize("error", [OSError("no such host"), UnicodeError("label too long")])
def test_a_name_that_nobody_has_is_said_to_be_unknown(error):
    def fail(_host, _port):
        raise error

    assert refused(Fetcher(Policy(resolve=fail)), f"http://{HOST}/") == "LINK_UNKNOWN"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=404), "LINK_GONE"),
        (Reply(status=410), "LINK_GONE"),
        (Reply(status=401), "LINK_REFUSED"),
        (Reply(status=403), "LINK_REFUSED"),
        (Reply(status=500), "LINK_REFUSED"),
        (Reply(head=b"HTTP/1.1 999 No\r\ncontent-length: 0\r\n\r\n"), "LINK_REFUSED"),
        (Reply(status=304), "LINK_REFUSED"),
        (page(b"\x89PNG", "image/png"), "LINK_UNSUPPORTED"),
        (page("{}", "application/json"), "LINK_UNSUPPORTED"),
        (Reply(head=b"HTTP/1.1 200 OK\r\n\r\n", frames=(b"advert",)), "LINK_UNSUPPORTED"),
        (Reply(head=b"nonsense\r\n\r\n"), "LINK_UNREACHABLE"),
        (Reply(head=b"", frames=(Ending.RESET,)), "LINK_UNREACHABLE"),
        (page(b"no gzip at all", content_encoding="gzip"), "LINK_UNREACHABLE"),
        (
            Reply(content_type="text/html", headers={"content-length": "99"}, frames=(b"cut",)),
            "LINK_UNREACHABLE",
        ),
    ],
)
def test_what_is_no_page_is_refused_with_words(open_site, reply, code):
    site = open_site(advert=reply)

    assert refused_by(site) == code


@pytest.mark.parametrize("rude", [nobody_there, door_slammed])
def test_a_website_that_does_not_answer_is_unreachable(rude):
    with rude() as port:
        fetcher = Fetcher(names(port.number))

        assert refused(fetcher, f"http://{HOST}:{port.number}/") == "LINK_UNREACHABLE"


def test_the_next_address_is_tried_where_one_does_not_work(open_site):
    site = open_site(advert=page(ADVERT))
    rules = names(site.port)
    both = Policy(
        allows=lambda _address: True,
        ports=rules.ports,
        resolve=lambda _host, _port: ["127.0.0.3", HERE],
    )

    assert Fetcher(both).fetch(site.url("advert")).data == ADVERT.encode()


@pytest.mark.parametrize(
    "reply",
    [
        Reply(content_type="text/html", frames=(Drip(b"<p>advert" * 1000),)),
        Reply(frames=(b"advert",), head_every=0.05),
        Reply(head=b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n", frames=(Hold(),)),
        Reply(
            head=b"HTTP/1.0 200 OK\r\ncontent-type: text/html\r\n\r\n",
            frames=(b"half an advert", Hold()),
        ),
    ],
    ids=["dripping body", "dripping head", "silence", "a body without an end"],
)
def test_the_time_bounds_the_whole_page(open_site, reply):
    site = open_site(advert=reply)

    assert refused_by(site, seconds=SOON) == "LINK_SLOW"


def test_redirects_share_the_time(open_site):
    slow = Reply(
        status=302,
        headers={"location": "/advert", "content-length": "0"},
        head_every=0.6 * SOON / 80,
    )
    site = open_site(advert=slow)

    assert refused_by(site, seconds=SOON) == "LINK_SLOW"
    assert len(site.visits) < 4


def test_a_website_that_never_says_a_word_is_slow():
    with nobody_answers() as port:
        fetcher = Fetcher(names(port.number), seconds=SOON)

        assert refused(fetcher, f"http://{HOST}:{port.number}/") == "LINK_SLOW"


def test_a_name_server_that_does_not_answer_is_not_waited_for():
    answered = Event()

    def hang(_host, _port):
        answered.wait(30)
        return []

    code = refused(Fetcher(Policy(resolve=hang), seconds=SOON), f"http://{HOST}/")
    answered.set()

    assert code == "LINK_SLOW"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(content_type="text/html", frames=(Chatter(0, b"advert " * 1000),)),
        page(b"x" * (MAX_BYTES + 1)),
        page(gzip.compress(b"x" * 5 * MAX_BYTES, mtime=0), content_encoding="gzip"),
        page(zlib.compress(b"x" * 5 * MAX_BYTES), content_encoding="deflate"),
    ],
    ids=["endless", "one byte too many", "gzip bomb", "deflate bomb"],
)
def test_a_page_beyond_the_limit_is_refused_and_never_cut(open_site, reply):
    site = open_site(advert=reply)

    assert refused_by(site) == "LINK_TOO_LARGE"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"x" * MAX_BYTES, "identity"), (gzip.compress(ADVERT.encode(), mtime=0), "gzip")],
    ids=["identity", "gzip"],
)
def test_a_page_of_the_limit_is_read_whole_and_a_packed_one_unpacked(open_site, data, encoding):
    site = open_site(advert=page(data, content_encoding=encoding))

    whole = fetched(site).data

    assert whole in {data, ADVERT.encode()}


def test_in_tls_the_name_is_checked_and_not_the_address(open_site, tmp_path):
    shown, trusted = certificates.for_host(HOST, tmp_path)
    site = open_site(tls=shown, advert=page(ADVERT))
    fetcher = Fetcher(names(site.port, other=HERE), tls=trusted)

    assert fetcher.fetch(f"https://{HOST}:{site.port}/advert").data == ADVERT.encode()
    assert refused(fetcher, f"https://other.example:{site.port}/advert") == "LINK_UNREACHABLE"


def test_a_certificate_that_nobody_vouches_for_is_refused(open_site, tmp_path):
    shown, _ = certificates.for_host(HOST, tmp_path)
    site = open_site(tls=shown, advert=page(ADVERT))

    code = refused(Fetcher(names(site.port)), f"https://{HOST}:{site.port}/advert")

    assert code == "LINK_UNREACHABLE"
    assert site.visits == []
