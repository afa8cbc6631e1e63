"""How the coordinates inside a PDF become those of the page that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]  # left, bottom, right, top, as PDF writes them


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that is shown, and by how many degrees it is turned clockwise."""

    shown: Box
    turned: int = 0

    @property
    def width(self) -> float:
        left, bottom, right, top = self.shown
        return right - left if self.turned in {0, 180} else top - bottom

    @property
    def height(self) -> float:
        left, bottom, right, top = self.shown
        return top - bottom if self.turned in {0, 180} else right - left

    def place(self, x: float, y: float) -> tuple[float, float]:
        """From the top left corner of the page as it is shown, downwards."""
        left, bottom, right, top = self.shown
        match self.turned:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
            case _:
                return x - left, top - y

    def shows(self, x: float, y: float) -> bool:
        return 0 <= x <= self.width and 0 <= y <= self.height
