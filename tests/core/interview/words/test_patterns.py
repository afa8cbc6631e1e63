import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

from core import interview
from core.interview.words import patterns
from core.interview.words.patterns import regex

ROOT = Path(__file__).resolve().parents[4]


def test_a_faulty_pattern_fails_when_it_is_first_used():
    faulty = regex("(")

    with pytest.raises(re.error):
        faulty.search("(")


def test_a_pattern_that_is_compiled_later_finds_what_it_would_find_at_once():
    now, later = re.compile("a(.)", re.IGNORECASE), regex("a(.)", re.IGNORECASE)

    assert later.findall("abAc") == now.findall("abAc")
    assert later.sub("-", "abAcd") == now.sub("-", "abAcd")
    assert (later.pattern, later.flags, later.groups) == (now.pattern, now.flags, now.groups)


def test_a_pattern_has_nothing_that_a_compiled_one_lacks():
    assert not hasattr(regex("a"), "no_such_method")


def test_every_pattern_of_the_interview_can_be_compiled():
    walked = pkgutil.walk_packages(interview.__path__, "core.interview.")
    modules = [importlib.import_module(module.name) for module in walked]
    later = [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, patterns._Pattern)
    ]

    assert all(re.compile(one.pattern, one._flags) for one in later)
    assert later


def test_the_interview_is_loaded_without_compiling_a_pattern():
    code = """
import importlib, pkgutil, re
import statistics, tomllib, core.config, core.models.telling  # with patterns of their own
from core import interview
def refuse(*_): raise AssertionError("compiled at import")
re.compile = refuse
for module in pkgutil.walk_packages(interview.__path__, "core.interview."):
    importlib.import_module(module.name)
"""

    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
