"""What importing all of `core` costs, against the two libraries that it cannot do without."""

from __future__ import annotations

import compileall
import resource
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import Figure

ROOT = Path(__file__).parent.parent
ROUNDS = 25
LIMIT = 1.3

WALKING = "import importlib, pkgutil\n"
OURS = (
    WALKING
    + """
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
"""
)
THEIRS = WALKING + "import sqlalchemy.orm, pydantic_settings"


def measure() -> Figure:
    """CPU seconds of a fresh interpreter, less that of an idle one, interleaved, the least of each.

    Both sides run from compiled bytecode, as they do from the second start on.
    """
    compileall.compile_dir(ROOT / "core", quiet=1)
    rounds = [(_cpu(OURS), _cpu(THEIRS), _cpu(WALKING)) for _ in range(ROUNDS)]
    ours, theirs, idle = map(min, zip(*rounds, strict=True))
    ratio = (ours - idle) / (theirs - idle)
    return Figure("import of all of core / SQLAlchemy's ORM + pydantic-settings", ratio, LIMIT)


def _cpu(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
