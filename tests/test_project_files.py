"""The files around the code say what is true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[a-z]+\])?==(\S+)", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    return {
        package.lower().replace("_", "-"): version for package, version in PIN.findall(read(name))
    }


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_direct_dependency_is_pinned_exactly_and_explained(name):
    lines = [line for line in read(name).splitlines() if line and not line.startswith(("#", "-r"))]

    for line in lines:
        assert re.fullmatch(r"\S+==\S+\s+# .+", line), line


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_locks_hold_what_the_lists_ask_for(name):
    assert pins(f"{name}.txt").items() <= pins(f"{name}.lock").items()


def test_working_on_it_uses_the_versions_that_it_runs_with():
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_every_direct_dependency_has_its_line_in_the_decisions():
    decisions = read("docs/decisions.md").lower()

    for name in ("requirements.txt", "requirements-dev.txt"):
        for package in pins(name):
            assert package in decisions, package


def test_the_lock_is_not_named_as_the_community_cloud_would_prefer():
    assert not (ROOT / "uv.lock").exists()


def test_streamlit_is_set_up_as_the_code_expects():
    config = tomllib.loads(read(".streamlit/config.toml"))

    assert config["client"]["showSidebarNavigation"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["runner"] | {"magicEnabled": False, "postScriptGC": False} == config["runner"]
    assert config["browser"]["gatherUsageStats"] is False
    assert config["server"]["maxUploadSize"] == 16
    assert config["server"]["showEmailPrompt"] is False


def test_the_image_copies_only_what_is_there_and_runs_as_nobody_special():
    dockerfile, sent = read("Dockerfile"), read(".dockerignore")

    for source in re.findall(r"^COPY (\S+) ", dockerfile, re.MULTILINE):
        assert (ROOT / source).exists(), source
        assert f"!{source}" in sent, source
    assert "ACCESS=link" in dockerfile
    assert "USER interviewer" in dockerfile
    assert "/_stcore/health" in dockerfile
    assert "!= b'ok'" in dockerfile


@pytest.mark.parametrize(
    "name",
    ["README.md", "docs/architecture.md", "docs/decisions.md", "docs/database.md", "docs/api.md"],
)
def test_the_links_between_the_documents_lead_somewhere(name):
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", read(name)):
        assert ((ROOT / name).parent / target).exists(), target


def test_the_schema_is_described_column_by_column():
    from core.repositories.rows import Row  # noqa: PLC0415 - only this test needs the tables

    described = read("docs/database.md")

    for table in Row.metadata.sorted_tables:
        assert f"`{table.name}`" in described
        for column in table.columns:
            assert f"`{column.name}`" in described, f"{table.name}.{column.name}"
