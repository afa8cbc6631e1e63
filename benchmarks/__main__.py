"""`make bench`: prints each figure beside its limit and fails when one is missed."""

from __future__ import annotations

import sys

from benchmarks import calls, imports, pages, peers


def main() -> int:
    page = pages.measure()  # first, since what the others leave behind would count
    figures = [page, *imports.measure(), *peers.imports(), *calls.measure()]
    for figure in figures:
        print(figure)
    return int(not all(figure.is_met for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
