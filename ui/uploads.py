"""Documents that the candidate brings: read elsewhere, followed here. A rerun stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.typing import UploadedFile

from core.bootstrap import Part, Place, Reading, Work
from core.exceptions import StorageUnavailable, UnreadableDocument
from ui import failures, state
from ui.layout import Page
from ui.safe import safe_label, safe_markdown

_SCAN = "/scan"  # at the end of a token: its text is being recognised
_NOT_STORED = (
    "What stands in this box is not what is stored. Save it to keep it, or reload the page to see "
    "what is stored."
)
_AGAIN = {"BUSY", "INTERNAL"}  # what may go well a minute later
Reader = Callable[[bytes, str], Work]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box for the text of a document, which is another box for each `edition` of the text.

    A browser that has not drawn it yet sends what is in the former one, and that is not taken for
    what the candidate has typed into this one. `text` is what is stored, `store` is given what was
    typed.
    """

    part: Part
    name: str
    text: str
    edition: str
    label: str
    placeholder: str
    store: Callable[[str], object]

    @property
    def key(self) -> str:
        return f"{self.name}_{self.edition}"


class Desk:
    """What is being read for this interview. To be made before the interview is looked up."""

    def __init__(self, page: Page) -> None:
        self._readings = page.app.readings
        self._spots: dict[Place, DeltaGenerator] = {}
        places = [Place(owner_id=page.owner, session_id=page.session_id, part=p) for p in Part]
        self._places = {place.part: place for place in places}
        self._watched = [place for place in places if not self._readings.at(place).is_over]
        self._editions = {place.part: self._readings.at(place).edition for place in places}

    def reading(self, part: Part) -> Reading:
        return self._readings.at(self._places[part])

    @property
    def is_busy(self) -> bool:
        return bool(self._watched)

    def is_reading(self, part: Part) -> bool:
        return self._places[part] in self._watched

    def edition(self, part: Part) -> str:
        """Which document was the last to give its text, when this desk was made."""
        return self._editions[part]

    def take(self, part: Part, label: str, reader: Reader) -> UploadedFile | None:
        """An uploader. Each file is read once; while one is read, `follow` shows how far it is."""
        place = self._places[part]
        name = f"{place.session_id}/{part}"
        upload = st.file_uploader(label, key=f"{part}_file_{place.session_id}")
        if upload is None:
            if state.is_taken(name, self.reading(part).token.removesuffix(_SCAN)):
                self._readings.dismiss(place)
        elif not state.is_taken(name, upload.file_id):
            work = reader(upload.getvalue(), upload.name)
            self.begin(part, Reading(token=upload.file_id, name=upload.name), work)
            state.remember_upload(name, upload.file_id)
        return upload

    def begin(self, part: Part, document: Reading, work: Work) -> None:
        self._readings.begin(self._places[part], document, work)
        self._watched.append(self._places[part])

    def recognise(self, part: Part, upload: UploadedFile, reader: Reader) -> None:
        """Read the same file once more, as a scan."""
        document = Reading(token=f"{upload.file_id}{_SCAN}", name=upload.name)
        self.begin(part, document, reader(upload.getvalue(), upload.name))

    def draw_box(self, box: Box, *, height: int, is_closed: bool) -> None:
        """A box with this text, which is saved while the candidate types.

        After the server was started anew a browser may hold another text than what is stored: words
        that were not saved in time, or an old text of another tab. Who sees it decides.
        """
        came_back = state.is_new(box.key)
        typed = st.text_area(
            box.label,
            box.text,
            height=height,
            key=box.key,
            on_change=self.save,
            args=(box,),
            disabled=is_closed or self.is_reading(box.part),
            placeholder=box.placeholder,
        )
        if came_back and typed.splitlines() != box.text.splitlines():  # browsers have one line end
            state.remember_failure(self._places[box.part].session_id, box.name, _NOT_STORED)

    def draw_again(self, box: Box) -> None:
        """Why the text was not stored, and a way to store it."""
        if failures.beside(self._places[box.part].session_id, box.name):
            st.button("Save again", key=f"again_{box.key}", on_click=self.save, args=(box,))

    def save(self, box: Box) -> None:
        place = self._places[box.part]
        text = state.typed(box.key)
        is_past = self.reading(box.part).edition != self.edition(box.part)
        if is_past and text == box.text:  # nobody typed it: the browser has not drawn the new box
            return
        if self.reading(box.part).error:  # the candidate has found another way
            self._readings.dismiss(place)
        with failures.kept(place.session_id, box.name):
            box.store(text)

    def draw(self, part: Part) -> None:
        """Where it is said how far the reading is, or why it failed."""
        place = self._places[part]
        self._spots[place] = st.empty()
        reading = self._readings.at(place)
        if reading.error:
            said = f"**{safe_label(reading.name)}**  \n{safe_markdown(str(reading.error))}"
            self._spots[place].error(said)
        if _is_passing(reading):
            st.button("Read it again", key=f"again_{part}", on_click=self._again, args=(place,))

    def follow(self) -> None:
        """Show how far the readings are and, when one of them is over, run the page again."""
        if not self._watched:
            return
        for readings in self._readings.follow(self._watched):
            for place, reading in readings.items():
                _draw(self._spots[place], reading)
        st.rerun()

    def _again(self, place: Place) -> None:
        self._readings.dismiss(place)
        state.remember_upload(f"{place.session_id}/{place.part}", "")


def told(reading: Reading) -> str:
    """How far it is, in words."""
    if reading.ahead == 1:
        return "Other documents are being read; yours is next."
    if reading.ahead:
        return f"Other documents are being read; yours is number {reading.ahead} in line."
    does = "Recognising" if reading.token.endswith(_SCAN) else "Reading"
    if reading.of > 1:
        return f"{does} page {min(reading.pages + 1, reading.of)} of {reading.of}…"
    return f"{does} {safe_label(reading.name)}…"


def _is_passing(reading: Reading) -> bool:
    error = reading.error
    if isinstance(error, UnreadableDocument):
        return error.code in _AGAIN
    return isinstance(error, StorageUnavailable)


def _draw(spot: DeltaGenerator, reading: Reading) -> None:
    words = told(reading)
    if reading.of > 1 and not reading.ahead:
        spot.progress(reading.pages / reading.of, words)
    else:
        spot.markdown(f":shimmer[{words}]")
