from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from streamlit import config

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
FADED = 0.6  # how Streamlit fades the text of captions


def theme(kind: str) -> dict[str, str]:
    colours: dict[str, str] = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][kind]
    return colours


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def luminance(rgb: list[float]) -> float:
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(front: str, back: str, opacity: float = 1.0) -> float:
    """The ratio of WCAG 2, 1 to 21."""
    pairs = zip(channels(front), channels(back), strict=True)
    mixed = [(opacity * f + (1 - opacity) * b) / 255 for f, b in pairs]
    levels = sorted([luminance(mixed), luminance([b / 255 for b in channels(back)])])
    return (levels[1] + 0.05) / (levels[0] + 0.05)


@pytest.mark.parametrize("kind", ["light", "dark"])
def test_words_can_be_read(kind):
    colours = theme(kind)

    for back in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(colours["textColor"], colours[back]) >= 7
        assert contrast(colours["linkColor"], colours[back]) >= 4.5
    assert contrast(colours["textColor"], colours["backgroundColor"], FADED) >= 4.5
    assert contrast("#ffffff", colours["primaryColor"]) >= 4.5
    assert contrast(colours["blueTextColor"], colours["blueBackgroundColor"]) >= 4.5


@pytest.mark.parametrize("kind", ["light", "dark"])
def test_lines_of_charts_stand_out(kind):
    colours = theme(kind)

    for colour in colours["chartCategoricalColors"]:
        assert contrast(colour, colours["backgroundColor"]) >= 3


def test_every_option_exists():
    options = config.get_config_options()

    for section, values in tomllib.loads(CONFIG.read_text(encoding="utf-8")).items():
        names = {name for name, value in values.items() if not isinstance(value, dict)}
        assert {f"{section}.{name}" for name in names} <= set(options)
