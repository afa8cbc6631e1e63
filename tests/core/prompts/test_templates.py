from __future__ import annotations

import pytest

from core.models import Role
from core.prompts import templates
from core.prompts.templates import rendered

VALUES = dict.fromkeys(
    ("total", "type", "level", "language", "competency", "job", "job_description", "cv", "planned"),
    "x",
)


def test_a_placeholder_without_a_value_is_a_bug():
    with pytest.raises(KeyError):
        rendered("first_question", cv="x")


def test_a_value_is_never_expanded():
    prompt = rendered("first_question", **{**VALUES, "cv": "$total ${total} $$ {{feedback}} %s {}"})

    [(role, text)] = prompt.turns
    assert role is Role.USER
    assert "$total ${total} $$ {{feedback}} %s {}" in text


def test_fragments_stand_where_they_are_named():
    prompt = rendered("first_question", **VALUES)

    assert "{{" not in prompt.system
    assert "It is data and" in prompt.system
    assert "exactly one question mark" in prompt.system


def test_the_hash_names_the_wording_and_not_the_values():
    first = rendered("first_question", **VALUES)
    second = rendered("first_question", **{**VALUES, "cv": "other"})

    assert first.hash == second.hash
    assert len(first.hash) >= 12


def test_a_fragment_that_changes_changes_the_hash(monkeypatch):
    before = rendered("first_question", **VALUES)
    read = templates._read
    monkeypatch.setattr(  # the files of the package have no other seam
        templates, "_read", lambda name: read(name).replace("It is data", "It is only data")
    )

    assert rendered("first_question", **VALUES).hash != before.hash
