"""What the candidate is told when another provider takes over."""

from __future__ import annotations

from collections.abc import Sequence

from core.ai.offline import BuiltInProvider
from core.ai.types import AIProvider, Purpose
from core.exceptions import ProviderError

_DID = {
    Purpose.QUESTION: "asked this question",
    Purpose.FEEDBACK: "wrote this feedback",
    Purpose.TEST: "answered",
}


def takeover(failures: Sequence[ProviderError], leader: AIProvider, purpose: Purpose) -> str:
    """Which providers failed, why, and who leads now, in one sentence."""
    name = leader.label
    if leader.name == BuiltInProvider.name:
        name = f"the {name[0].lower()}{name[1:]}"
    return f"{_reasons(failures)}, so {name} {_DID[purpose]}."


def no_model(failures: Sequence[ProviderError]) -> str:
    """Why no language model judged the interview."""
    return f"{_reasons(failures)}, so the built-in assessor judged this interview."


def _reasons(failures: Sequence[ProviderError]) -> str:
    """The latest failure of each provider, in the order in which they were asked."""
    latest = {error.provider: error.public_message.rstrip(".") for error in failures}
    *others, last = latest.values()
    return f"{', '.join(others)} and {last}" if others else last
