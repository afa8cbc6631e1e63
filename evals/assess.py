"""`python -m evals.assess [--provider NAME] < answers.jsonl`: a rating for each answer.

Reads {"id", "question", "answer", "competency"?, "job_title"?, "job_description"?, "cv"?,
"key_points"?} and writes, in order, {"id", "score", "levels", "quotes", "flags", "ms"}, or
{"id", "error"} for a line that cannot be rated. `docs/evaluation.md` has every field.
"""

from __future__ import annotations

import argparse
import logging
import sys
from functools import partial

from core.exceptions import ConfigurationError
from core.models import MAX_ANSWER, Competency
from evals.asked import Row
from evals.lines import BadLine, Told, answered, id_in, text_in, told, whole, word_in
from evals.rating import PROVIDERS, Rate, Rated, built_in, by_model


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    try:
        rate = by_model(options.provider) if options.provider else built_in
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 2
    return answered(sys.stdin.buffer, partial(outcome, rate=rate))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.assess", description=__doc__)
    parser.add_argument("--provider", choices=PROVIDERS, help="ask a model; else built in")
    return parser.parse_args(arguments)


def outcome(line: bytes, rate: Rate = built_in) -> Told:
    """What became of this line, whatever it is."""
    given: Told = {}
    try:
        given = told(line)
        row = row_of(given)
    except BadLine as error:
        return {"id": given.get("id"), "error": str(error)}
    return {"id": given.get("id"), **_shown(rate([row])[0])}


def row_of(line: Told) -> Row:
    """The answer that a line describes. Raises `BadLine`."""
    question, answer = text_in(line, "question"), text_in(line, "answer")
    if not question.strip():
        raise BadLine("question has to be a text with words in it.")
    if "answer" not in line:
        raise BadLine("answer is missing; an empty text stands for no answer.")
    if len(answer) > MAX_ANSWER:
        raise BadLine(f"answer has more than {MAX_ANSWER} characters.")
    return Row(
        id=id_in(line),
        question=question,
        answer=answer,
        competency=_competency(line),
        job_title=text_in(line, "job_title"),
        job_description=text_in(line, "job_description"),
        cv=text_in(line, "cv"),
        key_points=_key_points(line),
    )


def _competency(line: Told) -> Competency | None:
    name = "_".join(text_in(line, "competency").split())
    return word_in({"competency": name}, "competency", Competency)


def _key_points(line: Told) -> tuple[str, ...]:
    given = line.get("key_points")
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(point, str) for point in given):
        raise BadLine("key_points has to be a list of texts.")
    return tuple(whole(point) for point in given if point.strip())


def _shown(rated: Rated) -> Told:
    if rated.error:
        return {"error": rated.error}
    return {
        "score": rated.score,
        "levels": rated.levels,
        "quotes": list(rated.quotes),
        "flags": list(rated.flags),
        "ms": rated.ms,
    }


if __name__ == "__main__":
    logging.disable(logging.WARNING)  # what is wrong with a line stands in its place
    sys.exit(main(sys.argv[1:]))
