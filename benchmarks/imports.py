"""What importing `core`, or only its layer of providers, costs."""

from __future__ import annotations

import compileall
from functools import partial

from benchmarks import clock
from benchmarks.figures import Figure

ROUNDS = 15
CORE_LIMIT = 1.3
LAYER_LIMIT = 0.15  # seconds

WALKING = "import importlib, pkgutil\n"
CORE = (
    WALKING
    + """
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
"""
)
THEIRS = WALKING + "import sqlalchemy.orm, pydantic_settings"
LAYER = (
    "import core.ai.fallback.chain, core.ai.fallback.health, core.ai.providers.gemini, "
    "core.ai.providers.offline, core.ai.providers.openai_compatible"
)


def measure() -> list[Figure]:
    """CPU seconds of a fresh interpreter less those of an idle one, interleaved, the least of each.

    All run from compiled bytecode, as they do from the second start on.
    """
    compileall.compile_dir(clock.ROOT / "core", quiet=1)
    programs = {"core": CORE, "theirs": THEIRS, "walking": WALKING, "layer": LAYER, "idle": "pass"}
    sides = {name: partial(clock.of_program, code) for name, code in programs.items()}
    least = clock.least(sides, ROUNDS)
    core = (least["core"] - least["walking"]) / (least["theirs"] - least["walking"])
    layer = least["layer"] - least["idle"]
    return [
        Figure("import of all of core / SQLAlchemy's ORM + pydantic-settings", core, CORE_LIMIT),
        Figure("import of the layer of providers without SDKs, seconds", layer, LAYER_LIMIT),
    ]
