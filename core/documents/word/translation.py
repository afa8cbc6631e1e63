"""What goes wrong inside the libraries, as `UnreadableDocument`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from core.documents.faults import Fault, unreadable

_TOO_BIG = "XML_PARSE_HUGE"  # in the message of libxml2 about depth and about length


@contextmanager
def translated() -> Iterator[None]:
    """Exceptions of python-docx, lxml and the parsers of pages and mails."""
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    try:
        yield
    except (RecursionError, MemoryError) as error:
        raise unreadable(Fault.TOO_COMPLEX) from error
    except (PythonDocxError, OpcError) as error:
        raise unreadable(Fault.CORRUPT) from error
    except SyntaxError as error:  # lxml's XMLSyntaxError is one
        fault = Fault.TOO_COMPLEX if _TOO_BIG in str(error) else Fault.CORRUPT
        raise unreadable(fault) from error
    except (
        LookupError,  # a part that is named and missing, an encoding that nobody knows
        ValueError,  # an attribute that is no number
        TypeError,  # an attribute that is not there
        AttributeError,  # an element that stands where another belongs
        AssertionError,  # markup that the parser of pages gives up on
    ) as error:
        raise unreadable(Fault.CORRUPT) from error
