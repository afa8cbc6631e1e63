from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CODE = """
import sys
import core.ai.client, core.ai.roster, core.ai.redaction
from core.config import TestSettings
settings = TestSettings(openrouter_api_key="k-1", gemini_api_key="k-2", openai_api_key="k-3")
core.ai.roster.Roster(settings).providers()
loaded = {"openai", "google.genai", "httpx2", "httpx", "streamlit", "sqlalchemy"} & set(sys.modules)
assert not loaded, loaded
"""


def test_no_sdk_is_loaded_before_a_model_is_asked():
    subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, check=True)


def test_what_judges_is_not_loaded_before_feedback_is_asked_for():
    code = """
import sys
import core.ai.client
judging = ("core.ai.assessing", "core.interview.assessment", "core.interview.judging")
loaded = [name for name in sys.modules if name.startswith(judging)]
assert not loaded, loaded
"""

    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
