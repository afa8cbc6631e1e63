"""Which tests are kept together when several processes share them."""

from __future__ import annotations

from xdist.scheduler import LoadFileScheduling

BROWSER = "tests/e2e/"
_SECOND_HALF = f"{BROWSER}test_j"  # about half of their time goes by before this file


class Together(LoadFileScheduling):  # type: ignore[misc]  # it comes without types
    """A file stays in one process, and half of the browser tests do.

    A process that has browser tests starts a browser and two servers, which is what they cost most;
    otherwise they wait, so that another process can work meanwhile.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        if not file.startswith(BROWSER):
            return file
        return "second half" if file >= _SECOND_HALF else "first half"
