from __future__ import annotations

from ui import backend


def test_the_version_follows_the_code(monkeypatch, tmp_path):
    (tmp_path / "core").mkdir()
    module = tmp_path / "core" / "models.py"
    module.write_text("old", encoding="utf-8")
    monkeypatch.setattr(backend, "ROOT", tmp_path)
    before = backend.code_version.__wrapped__()

    module.write_text("newer", encoding="utf-8")

    assert backend.code_version.__wrapped__() != before
