"""`python -m evals.assess_figures [--provider NAME] [SECTION...]`: how good the assessment is.

Everything is measured through a function from rows to ratings, the built-in assessor by default.
Answers that people labelled come from the folder that EVAL_DATA names; without them those figures
are left out and the others rest on answers of our own. `docs/evaluation.md` tells how to read it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from core.exceptions import ConfigurationError
from evals import faith_figures, story_figures, trial_figures
from evals.agreement_figures import agreement
from evals.figures import Figure
from evals.labelled import Labelled, labelled
from evals.rating import PROVIDERS, Rate, built_in, by_model
from evals.scored import Scored
from evals.trials.base import bases

Section = Callable[[], Iterator[Figure | str]]


def sections(rate: Rate, answers: Sequence[Labelled]) -> Mapping[str, Section]:
    """What can be measured, by name, in the order of the report."""
    scored, ours = Scored(rate), bases()
    found: dict[str, Section] = {
        "agreement": partial(agreement, scored, answers, ours),
        "parts": lambda: story_figures.parts(story_figures.tagger()),
        "deletions": partial(story_figures.deletions, scored),
        "attacks": partial(trial_figures.attacked, scored, answers, ours),
        "empty": partial(trial_figures.empty, scored, ours),
        "off-topic": partial(trial_figures.off_topic, scored, answers, ours),
        "counterfactuals": partial(trial_figures.counterfactual, scored, answers, ours),
        "faith": partial(faith_figures.faith, scored),
    }
    if rate is built_in:
        found["steady"] = partial(faith_figures.steady, [base.row for base in ours])
    return found


def measure(rate: Rate = built_in, only: Sequence[str] = ()) -> Iterator[Figure | str]:
    """The report, line by line; `only` names sections, none means all."""
    for name, section in sections(rate, labelled()).items():
        if not only or name in only:
            yield f"\n{name.capitalize()}"
            yield from section()


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    try:
        rate = by_model(options.provider) if options.provider else built_in
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 2
    for line in measure(rate, options.section):
        print(line, flush=True)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.assess_figures", description=__doc__)
    parser.add_argument("--provider", choices=PROVIDERS, help="measure a model; else built in")
    parser.add_argument("section", nargs="*", help=f"one of: {', '.join(sections(built_in, ()))}")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    sys.exit(main(sys.argv[1:]))
