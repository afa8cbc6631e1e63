"""What import-linter cannot see: sizes, start-up imports, and where untrusted text may go."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = [
    ROOT / "streamlit_app.py",
    *(
        path
        for name in ("core", "ui", "pages", "evals", "benchmarks")
        for path in sorted((ROOT / name).rglob("*.py"))
    ),
]
MAX_FILE, MAX_FUNCTION, MAX_PAGE = 300, 40, 80
HEAVY = {
    *("streamlit", "openai", "google.genai", "alembic"),
    *("pandas", "numpy", "pdfplumber", "docx", "chardet"),
}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_long(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Comments do not count. No line holds more than two statements, so few need a second look."""
    lines = (function.end_lineno or function.lineno) - function.lineno
    return lines > MAX_FUNCTION / 2 and len(ast.unparse(function).splitlines()) > MAX_FUNCTION


def passes_html(path: Path) -> bool:
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.arg
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute | ast.keyword)
    }
    forbidden = {"unsafe_allow_html", "unsafe_allow_javascript"}
    return bool(names & (forbidden if path.name == "safe.py" else forbidden | {"html"}))


def test_a_module_stays_small():
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}

    assert not [
        f"{name_of(path)}: {count}"
        for path, count in lines.items()
        if count > (MAX_PAGE if path.parent.name == "pages" else MAX_FILE)
    ]


def test_a_function_stays_small():
    assert not [
        f"{name_of(path)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and is_long(node)
    ]


def test_no_text_reaches_the_screen_as_html():
    assert not [name_of(path) for path in SOURCES if passes_html(path)]


def test_importing_all_of_core_loads_no_framework_no_sdk_and_no_migrations():
    code = f"""
import importlib, pkgutil, sys, core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
loaded = {sorted(HEAVY)!r}
print([name for name in loaded if name in sys.modules])
"""

    printed = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert printed.stdout.strip() == "[]"


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("[a-z]*.py")), ids=name_of)
def test_the_first_thing_a_page_does_is_to_open_the_frame(page):
    first = next(
        node for node in tree_of(page).body if not isinstance(node, ast.Import | ast.ImportFrom)
    )

    assert ast.unparse(first).startswith("page = layout.open")


def test_the_entry_page_knows_no_more_than_the_other_pages():
    tree = tree_of(ROOT / "streamlit_app.py")
    imported = {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }

    assert imported <= {"ui", "core.models", "core.exceptions"}


def test_the_session_state_is_touched_in_one_module():
    touching = [name_of(path) for path in SOURCES if touches_the_session_state(path)]

    assert touching == ["ui/state.py"]


def touches_the_session_state(path: Path) -> bool:
    named = "session_state" in path.read_text(encoding="utf-8")
    return named and "st.session_state" in ast.unparse(tree_of(path))
