"""What the candidate is told when a provider failed, and when another one took over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.ai.providers.offline import BuiltInProvider
from core.ai.types import AIProvider, Purpose, Request, Usage
from core.exceptions import ProviderError

LEAST_READ = 0.5  # of our estimate, which is never that far off
SMALL = 16_000  # tokens; servers with more room refuse what they cannot hold
LEAST_TOKENS = 500  # below which an estimate says little
_DID = {
    Purpose.QUESTION: "asked this question",
    Purpose.FEEDBACK: "wrote this feedback",
    Purpose.TEST: "answered",
}


def story(
    mishaps: Sequence[ProviderError], leader: AIProvider, request: Request, read: Usage
) -> str:
    """Who failed and why, who leads now, and what the leader did not read. Empty: all is well."""
    others = [error for error in mishaps if error.provider != leader.label]
    own = [error for error in mishaps if error.provider == leader.label]
    name = leader.label
    is_built_in = leader.name == BuiltInProvider.name
    if is_built_in:
        name = f"the {name[0].lower()}{name[1:]}"
    sentences = (
        f"{_reasons(others)}, so {name} {_DID[request.purpose]}." if others else "",
        request.offline_notice if others and is_built_in else "",
        f"{_reasons(own)}, so it was asked again." if own else "",
        f"Left out for length: {'; '.join(request.left_out)}." if request.left_out else "",
        f"{name} seems to have read only a part of what it was sent."
        if _was_cut(leader, request, read)
        else "",
    )
    return " ".join(filter(None, sentences))


def kept(mishaps: Sequence[ProviderError]) -> str:
    """Why a reply that broke off stands as it is."""
    return f"{_reasons(mishaps)}, so what was said until then is kept."


def no_model(mishaps: Sequence[ProviderError]) -> str:
    """Why no language model judged the interview."""
    return f"{_reasons(mishaps)}, so the built-in assessor judged this interview."


def _reasons(mishaps: Sequence[ProviderError]) -> str:
    """Each thing that went wrong, once, in the order in which it did."""
    told = dict.fromkeys(error.public_message.rstrip(".") for error in mishaps)
    first, *more = told
    *others, last = first, *map(_within, more)
    return f"{', '.join(others)} and {last}" if others else last


def _within(sentence: str) -> str:
    """A sentence that begins with an article, in the middle of another."""
    return re.sub(r"^The(?= )", "the", sentence)


def _was_cut(leader: AIProvider, request: Request, read: Usage) -> bool:
    """Whether a server has dropped the beginning of a long prompt, as small ones do in silence."""
    is_small = 0 < leader.context_tokens <= SMALL
    if read.prompt_tokens is None or request.tokens < LEAST_TOKENS or not is_small:
        return False
    return read.prompt_tokens + (read.cached_tokens or 0) < request.tokens * LEAST_READ
