"""What was said, message by message, in Markdown."""

from __future__ import annotations

from core.models import Kind, Message, Role
from core.reports.escaping import inline, quoted

_SPEAKERS = {
    Kind.QUESTION: "Interviewer, question {number}",
    Kind.PROBE: "Interviewer, follow-up {number}",
    Kind.ANSWER: "You",
    Kind.SKIP: "You",
    Kind.OWN_QUESTION: "You, a question of your own",
    Kind.CLOSE: "Interviewer",
}
_EXPLAINING = {
    Role.ASSISTANT: "Interviewer, question {number} explained",
    Role.USER: "You, asking back",
}


def said(message: Message, words: str = "") -> str:
    """The message with who said it; `words` stand in place of its own where they are given."""
    is_aside = message.kind is Kind.CLARIFICATION
    speaker = _EXPLAINING[message.role] if is_aside else _SPEAKERS[message.kind]
    told = words or message.content or ("(skipped)" if message.kind is Kind.SKIP else "")
    parts = [f"**{speaker.format(number=message.number)}**", quoted(told), inline(message.notice)]
    return "\n\n".join(filter(None, parts))
