from __future__ import annotations

import tomllib
from pathlib import Path

from core.config import Settings

EXAMPLE = Path(__file__).resolve().parents[2] / ".streamlit" / "secrets.toml.example"


def test_every_setting_is_named_and_none_has_a_value():
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    named = {line[2:].partition(" =")[0].lower() for line in lines if " = " in line}

    assert named == set(Settings.model_fields)
    assert tomllib.loads("\n".join(lines)) == {}


def test_it_can_be_filled_in_as_it_stands():
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()

    filled = tomllib.loads("\n".join(line[2:] for line in lines if " = " in line))

    assert len(filled) == len(Settings.model_fields)
