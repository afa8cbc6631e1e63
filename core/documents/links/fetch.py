"""One page of the web, for a candidate who has asked for it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from core.documents.links.clock import Clock
from core.documents.links.faults import LinkFault, unreadable_link
from core.documents.links.policy import Policy
from core.exceptions import UnreadableDocument

if TYPE_CHECKING:
    import ssl

    import httpx2

SECONDS = 10.0
MAX_BYTES = 2 * 1024 * 1024
MAX_REDIRECTS = 3
_CONNECT_SECONDS = 4.0  # at one of several addresses
_SCHEMES = {"http": 80, "https": 443}
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_HTML = ("text/html", "application/xhtml+xml")
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_ZLIB_OR_GZIP = zlib.MAX_WBITS | 32
_HEADERS = {
    "User-Agent": "interview-simulator (reads one job advert, at a candidate's request)",
    "Accept": "text/html, application/xhtml+xml, application/pdf",
    "Accept-Encoding": "identity",  # what comes packed is still understood, and counted
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A PDF, or HTML: in UTF-8 with a mark where its header names the encoding, else as it came."""

    data: bytes
    host: str

    @property
    def is_pdf(self) -> bool:
        return _PDF in self.data[:_PDF_WITHIN]


class Fetcher:
    """Fetches a page within `seconds` in all and `max_bytes`, from where `policy` lets it go.

    The address that was checked is the one that is connected to, whatever the name server says a
    moment later. Each redirect is checked like the first link. No cookie is kept, and no proxy of
    the environment is used. `tls` stands in for the system's certificates.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        seconds: float = SECONDS,
        max_bytes: int = MAX_BYTES,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._policy = policy or Policy()
        self._seconds = seconds
        self._max_bytes = max_bytes
        self._tls = tls

    def fetch(self, link: str) -> WebPage:
        """Raises `UnreadableDocument` with a code of `LinkFault`."""
        clock = Clock(self._seconds)
        url = _url(link)
        for _ in range(1 + MAX_REDIRECTS):
            with _translated(clock):
                outcome = self._visit(url, clock)
            if isinstance(outcome, WebPage):
                return outcome
            url = outcome
        raise unreadable_link(LinkFault.REDIRECTS)

    def _visit(self, url: httpx2.URL, clock: Clock) -> WebPage | httpx2.URL:
        """The page, or where it says that it is."""
        import httpx2

        addresses = self._addresses(url, clock)
        for address in addresses[:-1]:
            try:
                return self._visit_at(address, url, clock)
            except (httpx2.ConnectError, httpx2.ConnectTimeout):  # one may not work from here
                continue
        return self._visit_at(addresses[-1], url, clock)

    def _addresses(self, url: httpx2.URL, clock: Clock) -> Sequence[str]:
        """Those of the page's host, all of them checked."""
        host, port = url.raw_host.decode("ascii"), url.port or _SCHEMES[url.scheme]
        if port not in self._policy.ports:
            raise unreadable_link(LinkFault.FORBIDDEN)
        try:
            found = clock.within(lambda: self._policy.resolve(host, port))
        except TimeoutError as error:
            raise unreadable_link(LinkFault.SLOW) from error
        except (OSError, UnicodeError) as error:
            raise unreadable_link(LinkFault.UNKNOWN) from error
        if not found:
            raise unreadable_link(LinkFault.UNKNOWN)
        if not all(map(self._policy.allows, found)):
            raise unreadable_link(LinkFault.FORBIDDEN)
        return found

    def _visit_at(self, address: str, url: httpx2.URL, clock: Clock) -> WebPage | httpx2.URL:
        host = url.raw_host.decode("ascii")
        headers = {**_HEADERS, "Host": url.netloc.decode("ascii")}
        with self._client(clock) as client, clock.over_request() as watched:
            request = client.build_request("GET", url.copy_with(host=address), headers=headers)
            request.extensions |= {**watched, "sni_hostname": host}
            response = client.send(request, stream=True)
            try:
                outcome = _next_url(url, response) or self._page(host, response)
            finally:
                response.close()
        if clock.is_over:  # where its length is not told, a body that is cut off looks whole
            raise unreadable_link(LinkFault.SLOW)
        return outcome

    def _client(self, clock: Clock) -> httpx2.Client:
        import httpx2

        return httpx2.Client(
            verify=self._tls or True,
            trust_env=False,
            follow_redirects=False,
            timeout=httpx2.Timeout(clock.left, connect=min(clock.left, _CONNECT_SECONDS)),
        )

    def _page(self, host: str, response: httpx2.Response) -> WebPage:
        if response.status_code in _GONE:
            raise unreadable_link(LinkFault.GONE)
        if not response.is_success:
            raise unreadable_link(LinkFault.REFUSED, status=response.status_code)
        page = WebPage(data=self._body(response), host=host)
        if page.is_pdf:
            return page
        if not response.headers.get("Content-Type", "").lower().startswith(_HTML):
            raise unreadable_link(LinkFault.UNSUPPORTED)
        return WebPage(data=_in_utf8(page.data, response.charset_encoding), host=host)

    def _body(self, response: httpx2.Response) -> bytes:
        body = b""
        for piece in response.iter_raw():
            body += piece
            self._check_size(body)
        if response.headers.get("Content-Encoding", "identity").lower() in {"gzip", "deflate"}:
            body = zlib.decompressobj(_ZLIB_OR_GZIP).decompress(body, self._max_bytes + 1)
            self._check_size(body)
        return body

    def _check_size(self, body: bytes) -> None:
        if len(body) > self._max_bytes:
            limit = f"{self._max_bytes / MAX_BYTES * 2:g}"
            raise unreadable_link(LinkFault.TOO_LARGE, limit=limit)


def _url(link: str) -> httpx2.URL:
    import httpx2

    try:
        return _checked(httpx2.URL(link.strip()))
    except httpx2.InvalidURL as error:
        raise unreadable_link(LinkFault.ADDRESS) from error


def _checked(url: httpx2.URL) -> httpx2.URL:
    if url.scheme not in _SCHEMES or not url.host or url.userinfo:
        raise unreadable_link(LinkFault.ADDRESS)
    return url


def _next_url(url: httpx2.URL, response: httpx2.Response) -> httpx2.URL | None:
    if not response.has_redirect_location:
        return None
    return _checked(url.join(response.headers["Location"]))


def _in_utf8(data: bytes, encoding: str | None) -> bytes:
    """As it is where the header names no encoding, or one that does not fit."""
    try:
        return data.decode(encoding).encode("utf-8-sig") if encoding else data
    except (UnicodeError, LookupError):
        return data


@contextmanager
def _translated(clock: Clock) -> Iterator[None]:
    """Exceptions of the transport as `UnreadableDocument`."""
    import httpx2

    try:
        yield
    except UnreadableDocument:
        raise
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise unreadable_link(LinkFault.ADDRESS) from error
    except httpx2.TimeoutException as error:
        raise unreadable_link(LinkFault.SLOW) from error
    except (httpx2.TransportError, zlib.error) as error:
        fault = LinkFault.SLOW if clock.is_over else LinkFault.UNREACHABLE
        raise unreadable_link(fault) from error
