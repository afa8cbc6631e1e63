"""What server and worker say to each other.

In go one line of JSON, the order, and then the file. Out come lines of JSON: how far the reading
is, and at last what was taken, or why nothing was.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from core.documents import limits
from core.documents.faults import Fault
from core.documents.taken import Form, Taken
from core.exceptions import UnreadableDocument

_CODES = frozenset(Fault)
_FORMS = frozenset(Form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a worker is told about the file, and how many seconds it gets.

    Without a `form` the content decides, once it can do no harm. `reference` stands in the log and
    in the words for a failure of ours. `path` is where the server finds its libraries.
    """

    filename: str = ""
    form: Form | None = None
    seconds: int = limits.SECONDS
    reference: str = ""
    path: tuple[str, ...] = ()

    def as_line(self) -> bytes:
        return _line(asdict(self))

    @staticmethod
    def from_line(line: bytes) -> Order:
        told = json.loads(line)
        form = Form(told["form"]) if told["form"] else None
        return Order(**{**told, "form": form, "path": tuple(told["path"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    done: int
    total: int

    def as_line(self) -> bytes:
        return _line({"done": self.done, "total": self.total})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why nothing was taken. `cause` is for the log and says nothing of what the file holds."""

    code: str
    message: str
    cause: str = ""

    @staticmethod
    def of(error: UnreadableDocument) -> Refusal:
        """Of the exception behind it only the name is kept: its message may quote the document."""
        cause = type(error.__cause__).__name__ if error.__cause__ else ""
        return Refusal(code=error.code, message=str(error), cause=cause)

    def as_line(self) -> bytes:
        return _line(asdict(self))


def taken_line(taken: Taken) -> bytes:
    return _line(asdict(taken))


def understood(line: bytes) -> Progress | Taken | Refusal | None:
    """What a worker says, or None for anything that no worker of ours would say."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    match told:
        case {"done": int(done), "total": int(total)}:
            return Progress(done=done, total=total)
        case {
            "text": str(text),
            "pages": int(pages),
            "warnings": list(said),
            "form": str(form),
        } if form in _FORMS:
            return Taken(text=text, pages=pages, warnings=tuple(map(str, said)), form=Form(form))
        case {"code": str(code), "message": str(message), "cause": str(cause)} if code in _CODES:
            return Refusal(code=code, message=message, cause=cause)
    return None


def _line(told: dict[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
