"""`python -m evals.lead`: simulated candidates against the interviewer, with a verdict per rule.

Without options every candidate plays every job against the built-in interviewer. Prints each
transcript, its verdicts, and a table of all of them; the exit code is 1 when a rule was broken.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.candidates import MANNERS, Candidate, lives
from evals.figures import Figure
from evals.lead_pages import write_pages
from evals.lead_play import QUESTIONS, Stage
from evals.lead_rules import RULES, Verdict, verdicts
from evals.lead_transcript import Played
from evals.scripted_model import model_settings

_WIDTH = 48
Judged = tuple[Played, tuple[Verdict, ...]]


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _options().parse_args(arguments)
    with model_settings(scripted=chosen.scripted) as settings, Stage(**settings) as stage:
        if chosen.write:
            print(*write_pages(stage, chosen.write), sep="\n")
            return 0
        judged = list(_all(stage, chosen))
    _print_table(judged)
    return exit_code(judged)


def measure() -> Iterator[Figure | str]:
    """In how many simulated interviews with the built-in interviewer each rule is broken."""
    with model_settings(scripted=False) as settings, Stage(**settings) as stage:
        judged = list(_all(stage, _options().parse_args(["--quiet"])))
    yield f"  {len(judged)} simulated interviews"
    for at, rule in enumerate(RULES):
        broken = [f"{p.candidate}, {p.job}" for p, found in judged if found[at].broken]
        yield Figure(f"broken: {rule}", len(broken), 0, at_most=True, files=broken)


def exit_code(judged: Sequence[Judged]) -> int:
    """1 when a rule was broken in any of the interviews."""
    return int(any(verdict.broken for _, found in judged for verdict in found))


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m evals.lead", description=__doc__)
    options.add_argument("--candidate", action="append", choices=sorted(MANNERS))
    options.add_argument("--job", action="append", choices=[life.name for life in lives()])
    options.add_argument("--questions", type=int, default=QUESTIONS, help="3 to 15")
    options.add_argument("--rounds", type=int, default=1, help="other plans for the same")
    options.add_argument("--quiet", action="store_true", help="only the table")
    options.add_argument("--scripted", action="store_true", help="a scripted model finds the words")
    options.add_argument("--write", type=Path, metavar="FOLDER", help="three transcripts as pages")
    return options


def _all(stage: Stage, chosen: argparse.Namespace) -> Iterator[Judged]:
    for life in lives():
        for name in MANNERS:
            if life.name in (chosen.job or [life.name]) and name in (chosen.candidate or [name]):
                for number in range(1, chosen.rounds + 1):
                    played = stage.play(Candidate(name, life), chosen.questions, number)
                    judged = played, verdicts(played)
                    if not chosen.quiet:
                        _print_interview(*judged)
                    yield judged


def _print_interview(played: Played, found: Sequence[Verdict]) -> None:
    print(f"\n=== {played.candidate}, {played.job}\n")
    for line in played.lines:
        who = line.kind.value if line.sort is None else f"  ({line.sort.value})"
        print(f"{line.number:>3} {who}: {line.text or '[skip]'}")
        if line.reason:
            print(f"      because: {line.reason}")
    print()
    for verdict in found:
        print(f"  {verdict.word:<8}{verdict.rule}")
        _print_evidence(verdict)


def _print_evidence(verdict: Verdict, where: str = "") -> None:
    for one in verdict.broken:
        print(f"          {where}number {one.number}: {one.text}")


def _print_table(judged: Sequence[Judged]) -> None:
    print(f"\n{len(judged)} interviews{'':<{_WIDTH - 11}}{'kept':>6}{'broken':>8}{'not met':>9}")
    for at, rule in enumerate(RULES):
        words = [found[at].word for _, found in judged]
        counts = (words.count(word) for word in ("kept", "broken", "not met"))
        print(f"{rule:<{_WIDTH + 2}}{next(counts):>6}{next(counts):>8}{next(counts):>9}")
    for at, rule in enumerate(RULES):
        broken = [(played, found[at]) for played, found in judged if found[at].broken]
        if broken:
            print(f"\nbroken: {rule}")
        for played, verdict in broken:
            _print_evidence(verdict, f"{played.candidate}, {played.job}, ")


if __name__ == "__main__":
    logging.disable(logging.ERROR)  # only the interviews are of interest
    sys.exit(main())
