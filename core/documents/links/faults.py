"""Why a link could not be read, and what the candidate can do about it."""

from __future__ import annotations

from enum import StrEnum

from core.exceptions import UnreadableDocument

_INSTEAD = "Please copy the advert there and paste it here."


class LinkFault(StrEnum):
    OFF = "LINK_OFF"
    ADDRESS = "LINK_ADDRESS"
    FORBIDDEN = "LINK_FORBIDDEN"
    UNKNOWN = "LINK_UNKNOWN"
    UNREACHABLE = "LINK_UNREACHABLE"
    SLOW = "LINK_SLOW"
    REDIRECTS = "LINK_REDIRECTS"
    GONE = "LINK_GONE"
    REFUSED = "LINK_REFUSED"
    TOO_LARGE = "LINK_TOO_LARGE"
    UNSUPPORTED = "LINK_UNSUPPORTED"


_MESSAGES = {
    LinkFault.OFF: "Links are not opened by this installation. Please paste the advert here.",
    LinkFault.ADDRESS: (
        "This is not the address of a web page. It should look like https://example.com/jobs/12, "
        "without a user name or a password."
    ),
    LinkFault.FORBIDDEN: (
        "This address does not lead to a public web page, so it is not opened from here. "
        f"{_INSTEAD}"
    ),
    LinkFault.UNKNOWN: (
        "No website was found at this address. Please check its spelling, or paste the advert here."
    ),
    LinkFault.UNREACHABLE: f"This website could not be reached from here. {_INSTEAD}",
    LinkFault.SLOW: f"This website took too long to answer. {_INSTEAD}",
    LinkFault.REDIRECTS: f"This link leads on and on, and never to a page. {_INSTEAD}",
    LinkFault.GONE: (
        "This page is not there. The advert may have been taken down; if you have its text, please "
        "paste it here."
    ),
    LinkFault.REFUSED: f"This website did not hand out the page (status {{status}}). {_INSTEAD}",
    LinkFault.TOO_LARGE: f"This page is larger than {{limit}} MB. {_INSTEAD}",
    LinkFault.UNSUPPORTED: f"This link leads to neither a web page nor a PDF. {_INSTEAD}",
}


def unreadable_link(fault: LinkFault, **facts: object) -> UnreadableDocument:
    """The error for this fault; `facts` fill the gaps of its message."""
    return UnreadableDocument(fault.value, _MESSAGES[fault].format(**facts))
