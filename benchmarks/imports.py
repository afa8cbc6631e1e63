"""What importing all of `core` costs, against the two libraries that it cannot do without."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure

ROOT = Path(__file__).parent.parent
ROUNDS = 11
LIMIT = 1.3

OURS = """
import importlib, pkgutil, core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
"""
THEIRS = "import sqlalchemy.orm, pydantic_settings"


def measure() -> Figure:
    """CPU seconds of a fresh interpreter, less that of an empty one, interleaved, medians."""
    pairs = [(_cpu(OURS), _cpu(THEIRS), _cpu("")) for _ in range(ROUNDS)]
    ratio = median((ours - empty) / (theirs - empty) for ours, theirs, empty in pairs)
    return Figure("import of all of core / SQLAlchemy's ORM + pydantic-settings", ratio, LIMIT)


def _cpu(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
