"""What an interview has used of language models: who led it, how many calls, tokens, what cost."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from core.models import AccountSummary, FailedCalls, ModelUse, telling
from ui.safe import safe_markdown

_SMALLEST = 0.0001  # dollars; what is less is said to be less
_CENTS = 0.1  # dollars; from here on two decimals say enough
_DIGITS = 3


def draw(summary: AccountSummary) -> None:
    """An expander with plain sentences; nothing where nothing has been asked yet."""
    if not summary.models:
        return
    with st.expander("What this interview used", icon=":material/receipt_long:"):
        for sentence in _sentences(summary):
            st.markdown(safe_markdown(sentence))
        if summary.calls:
            st.markdown(_totals(summary))
            st.caption(safe_markdown(_basis(summary)))


def _sentences(summary: AccountSummary) -> Iterator[str]:
    for use in summary.models:
        if use.kept or use.tokens:
            yield _of_model(use, summary) if use.model else _of_built_in(use, summary)
    for failed in summary.failures:
        yield _of_failures(failed)
    if not summary.calls:
        yield "No language model was called, so there is nothing to pay."
    elif summary.spent_in_vain:
        yield f"{summary.spent_in_vain} of {_calls(summary.calls)} brought nothing that was kept."
    else:
        yield "No call was made in vain."


def _of_model(use: ModelUse, summary: AccountSummary) -> str:
    did = telling.listed([*_asked(use, summary), *_wrote(use)]) or "brought nothing that was kept"
    sentence = f"{use.label} · {use.model} {did}."
    taken = f"{_calls(use.calls)}, {_tokens(use.tokens)}, {_cost(use)}."
    return f"{sentence} {taken}" if use.calls else sentence


def _of_built_in(use: ModelUse, summary: AccountSummary) -> str:
    asked = telling.listed(_asked(use, summary))
    interviewer = [f"the built-in interviewer {asked}"] if asked else []
    assessor = [f"the built-in assessor {did}" for did in _wrote(use)]
    both = telling.listed([*interviewer, *assessor])
    need = "They need no model." if interviewer and assessor else "It needs no model."
    return f"{both[0].upper()}{both[1:]}. {need}"


def _asked(use: ModelUse, summary: AccountSummary) -> list[str]:
    questions = "question" if summary.questions == 1 else "questions"
    asked = [f"asked {use.questions} of {summary.questions} {questions}"] if use.questions else []
    often = f" {use.explanations} times" if use.explanations > 1 else ""
    return [*asked, f"put a question in other words{often}"] if use.explanations else asked


def _wrote(use: ModelUse) -> list[str]:
    often = f" {use.feedbacks} times" if use.feedbacks > 1 else ""
    return [f"wrote the feedback{often}"] if use.feedbacks else []


def _of_failures(failed: FailedCalls) -> str:
    return f"{_calls(failed.count)} to {failed.label} failed: {failed.reason}."


def _totals(summary: AccountSummary) -> str:
    """Two narrow columns, so that a phone has room for them."""
    sent = sum(use.prompt_tokens for use in summary.models)
    received = sum(use.completion_tokens for use in summary.models)
    rows = {
        "Calls to language models": f"{summary.calls:,}",
        "Sent to them": _tokens(sent),
        "Received from them": _tokens(received),
        "Cost": _total_cost(summary),
    }
    lines = [f"| {name} | {safe_markdown(value)} |" for name, value in rows.items()]
    return "\n".join(["| In all | |", "| --- | --- |", *lines])


def _total_cost(summary: AccountSummary) -> str:
    known = sum(use.cost_usd for use in summary.models if use.cost_usd is not None)
    if all(use.cost_usd is not None for use in summary.models):
        return _dollars(known)
    return f"more than {_dollars(known, about='')}" if known else "not known"


def _basis(summary: AccountSummary) -> str:
    """What the figures rest on."""
    counted = (
        "Some tokens are counted by this app, where a provider gave no count. "
        if any(use.is_estimate for use in summary.models)
        else ""
    )
    return (
        f"{counted}Cost is what the provider says it charged. Where it does not say, it follows "
        f"list prices of {summary.prices_of}, or prices set for this installation. Free allowances "
        "are not taken off, and a call that failed before its first word counts as free."
    )


def _calls(count: int) -> str:
    return f"{count:,} {'call' if count == 1 else 'calls'}"


def _tokens(count: int) -> str:
    if not count:
        return "tokens not counted"
    about = f"{round(count, _DIGITS - len(str(count))):,}"
    return f"about {about} {'token' if count == 1 else 'tokens'}"


def _cost(use: ModelUse) -> str:
    return "cost not known" if use.cost_usd is None else _dollars(use.cost_usd)


def _dollars(amount: float, about: str = "about ") -> str:
    if amount == 0:
        return "no cost"
    if amount < _SMALLEST:
        return f"less than ${_SMALLEST}"
    return f"{about}${amount:.2f}" if amount >= _CENTS else f"{about}${amount:.2g}"
