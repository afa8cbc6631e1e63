"""Why a document cannot be read, and what the candidate can do about it."""

from __future__ import annotations

from enum import StrEnum

from core.exceptions import UnreadableDocument


class Fault(StrEnum):
    EMPTY = "EMPTY"
    TOO_LARGE = "TOO_LARGE"
    UNSUPPORTED = "UNSUPPORTED"
    LEGACY_DOC = "LEGACY_DOC"
    ENCRYPTED = "ENCRYPTED"
    CORRUPT = "CORRUPT"
    NO_TEXT = "NO_TEXT"
    UNREADABLE_FONT = "UNREADABLE_FONT"
    TOO_MANY_PAGES = "TOO_MANY_PAGES"
    TOO_COMPLEX = "TOO_COMPLEX"
    NOT_TEXT = "NOT_TEXT"
    BUSY = "BUSY"
    INTERNAL = "INTERNAL"


_MESSAGES = {
    Fault.EMPTY: "This file is empty, so there is nothing to read. Please choose another one.",
    Fault.TOO_LARGE: (
        "This file has {size}, and the limit is {limit}. Large pictures are the usual cause: "
        "please save a smaller copy and upload that."
    ),
    Fault.UNSUPPORTED: (
        "This file looks like {looks}. Please upload a PDF, a Word document (.docx) or a text "
        "file, or paste the text."
    ),
    Fault.LEGACY_DOC: (
        "This file looks like {looks}, which cannot be read here. Please open it in your word "
        "processor, save it as .docx or PDF, and upload that."
    ),
    Fault.ENCRYPTED: (
        "This file is locked with a password. Please save a copy without the password and upload "
        "that."
    ),
    Fault.CORRUPT: (
        "This file is damaged and could not be opened. Please export it once more, or upload it in "
        "another format."
    ),
    Fault.NO_TEXT: (
        "No text was found in this file: it looks like a scan, a picture or a blank page. Please "
        "paste the text, or upload a PDF or a .docx file whose text you can select."
    ),
    Fault.UNREADABLE_FONT: (
        "The letters of this PDF could not be made out, because its fonts lack the information for "
        "it. Please export it again from your word processor, or upload a .docx file."
    ),
    Fault.TOO_MANY_PAGES: (
        "This PDF has more than {limit} pages. Please upload a copy without certificates and other "
        "attachments, or paste the text."
    ),
    Fault.TOO_COMPLEX: (
        "This file is far longer or heavier than a CV or a job description, so reading it was "
        "stopped. Please export it as a plain PDF, upload a shorter document, or paste the text."
    ),
    Fault.NOT_TEXT: (
        "This file holds something other than text, or text in an unknown encoding. Please save it "
        "as UTF-8 text, or upload a PDF or a .docx file."
    ),
    Fault.BUSY: (
        "Many documents are being read at the moment, and yours did not get its turn. Please try "
        "again in a minute, or paste the text."
    ),
    Fault.INTERNAL: (
        "Reading this file failed on our side (reference {reference}). Please try again, upload "
        "it in another format, or paste the text."
    ),
}


def unreadable(fault: Fault, **facts: object) -> UnreadableDocument:
    """The error for this fault; `facts` fill the gaps of its message."""
    return UnreadableDocument(fault.value, _MESSAGES[fault].format(**facts))
