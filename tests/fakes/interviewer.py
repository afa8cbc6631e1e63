"""A model that behaves: it words the planned question, and judges what it finds in the prompt.

It reads the prompt by its fences, so what it says also shows what reached it.
"""

from __future__ import annotations

import json
import re
from typing import Any

_FENCE = re.compile(
    r"<(?P<name>[\w-]+) id=(?P<id>\w+)(?: number=(?P<number>\d+))?>\n"
    r"(?P<text>.*?)\n"
    r"</(?P=name) id=(?P=id)>",
    re.DOTALL,
)


def prompt_of(body: dict[str, Any]) -> str:
    return "\n".join(message["content"] for message in body["messages"])


def fences_in(prompt: str) -> dict[tuple[str, int], str]:
    """The fenced texts by name and number (0 for those without)."""
    return {
        (found["name"], int(found["number"] or 0)): found["text"]
        for found in _FENCE.finditer(prompt)
    }


def play(body: dict[str, Any]) -> str:
    fences = fences_in(prompt_of(body))
    if "response_format" in body:
        return json.dumps(_judgement(fences))
    return _question(fences)


def missing_from(body: dict[str, Any]) -> tuple[str, ...]:
    """What a prompt has to hold, fenced, and does not.

    That is the candidate's documents, and the director's decision or, for a judgement, answers.
    """
    there = {name for name, _ in fences_in(prompt_of(body))}
    subject = "answer" if "response_format" in body else "planned-question"
    return tuple(name for name in ("job", "job-description", "cv", subject) if name not in there)


def _question(fences: dict[tuple[str, int], str]) -> str:
    number = 1 + max((number for _, number in fences), default=0)
    planned = fences["planned-question", 0]
    return f"Number {number}: {planned.splitlines()[0]}"


def _judgement(fences: dict[tuple[str, int], str]) -> dict[str, Any]:
    """Middling levels for every answer, each with a strength quoted from its beginning."""
    answers = {number: text for (name, number), text in fences.items() if name == "answer"}
    return {
        "answers": [_judged(number, text) for number, text in answers.items()],
        "strengths": [_point(number, text) for number, text in answers.items()][:3],
        "weaknesses": [{"text": "The result is missing.", "advice": "End with the outcome."}],
        "cv_suggestions": [
            {"text": "Put this line first.", "cv_quote": _opening(fences.get(("cv", 0), ""))}
        ],
    }


def _judged(number: int, text: str) -> dict[str, Any]:
    levels = {"relevance": 4, "evidence": 3, "structure": 3, "clarity": 4, "competency": 3}
    return {"number": number, **levels, "strengths": [_point(number, text)]}


def _point(number: int, text: str) -> dict[str, Any]:
    return {"text": "You give an example.", "quote": _opening(text), "number": number}


def _opening(text: str) -> str:
    return " ".join(text.split()[:6])
