"""`python -m evals [SECTION...]`: the question bank, the built-in assessor, leading, documents.

Without a section all are measured but "star", which trains the sentence tagger anew, once for each
fold, and takes some minutes. The answers are written by ourselves and few, so their table
shows an ordering and no accuracy. INTAKE_CORPUS and EVAL_DATA name folders with documents and texts
of others; without them the figures that need them are left out. docs/evaluation.md says what they
look like.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.interview.answers.signals import read_answer
from core.interview.planning import bank
from core.interview.rating.levels import ratings, score
from core.models import Competency, PlannedQuestion
from evals import bank as bank_figures
from evals import corpus, encodings, leading, star_figures
from evals.figures import Figure

QUESTION = PlannedQuestion(
    text="When did something you were responsible for start to slip, and what did you do about it?",
    competency=Competency.OWNERSHIP,
    reason="An example.",
)
GOOD = (
    "In spring 2023 I ran the move of our clinic's records to a new system, and after two weeks we "
    "were nine days behind. I listed every remaining task with its owner, because nobody could say "
    "where the time went. It turned out that the scans were checked twice by different people. I "
    "agreed with the records lead to check one in ten instead, and I told the director the same "
    "day that the date was at risk. I then met the three owners for ten minutes every morning. In "
    "the end we finished two days late instead of nine, and an audit found four errors in 6,000 "
    "records."
)
MIDDLING = (
    "Last year a report of mine was late because a colleague fell ill. I asked my manager for more "
    "time and I did the missing part myself at the weekend. In the end we sent it on Monday and "
    "the client accepted it."
)
VAGUE = (
    "In my last job there were some problems with a project and we were under a lot of pressure. I "
    "worked hard with the team, we discussed various things and found a solution, and in the end "
    "it went well and everybody was happy with the result."
)
HOLLOW = (
    "The situation was a challenging project. My task was to solve the problem. The action I took "
    "was to work hard and take the necessary steps. The result was a great success for the team."
)
ANSWERS = {
    "good": GOOD,
    "middling": MIDDLING,
    "vague": VAGUE,
    "vague, said three times": f"{VAGUE} {VAGUE} {VAGUE}",
    "vague, padded with the question": f"{VAGUE} {QUESTION.text}",
    "labels without a story": HOLLOW,
    "one line": "I asked for more time.",
    "non-answer": "I don't know, sorry.",
}

NO_CORPUS = "  The other figures need INTAKE_CORPUS: see docs/evaluation.md."


def main(sections: Sequence[str] = ()) -> None:
    for name in sections or (name for name in SECTIONS if name not in WHEN_NAMED):
        SECTIONS[name]()


def _print_bank() -> None:
    groups = bank.every_question()
    print(f"Question bank: {sum(map(len, groups.values()))} questions")
    for group, texts in groups.items():
        print(f"  {group:<42}{len(texts):>4}")
    _print_all(bank_figures.measure())


def _print_answers() -> None:
    print("\nBuilt-in scores of answers of our own (words are the baseline to look at)")
    print(f"  {'answer':<42}{'words':>6}{'score':>7}")
    for name, text in ANSWERS.items():
        signals = read_answer(text, QUESTION)
        print(f"  {name:<42}{len(text.split()):>6}{score(signals, ratings(signals)):>7}")


def _print_leading() -> None:
    print("\nLeading")
    _print_all(leading.measure(_folder("EVAL_DATA")))


def _print_intake() -> None:
    print("\nDocument intake")
    _print_all(encodings.measure())
    folder = _folder("INTAKE_CORPUS")
    _print_all(corpus.measure(folder) if folder else [NO_CORPUS])


def _print_star() -> None:
    print("\nParts of a story, by a tagger that has not been trained on it")
    _print_all(star_figures.measure())
    _print_all(star_figures.measure_sectors())


def _folder(variable: str) -> Path | None:
    name = os.environ.get(variable)
    return Path(name) if name else None


def _print_all(figures: Iterable[Figure | str]) -> None:
    for figure in figures:
        print(figure, flush=True)


SECTIONS = {
    "bank": _print_bank,
    "answers": _print_answers,
    "leading": _print_leading,
    "intake": _print_intake,
    "star": _print_star,
}
WHEN_NAMED = ("star",)

if __name__ == "__main__":
    logging.disable(logging.ERROR)  # libraries have much to say about fonts
    main(sys.argv[1:])
