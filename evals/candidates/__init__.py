"""Simulated candidates. They hear a question as a person would, and know nothing of the rules.

What they say stands in the TOML files of this folder. The same question after the same transcript
always gets the same answer.
"""

from evals.candidates.life import Life, lives
from evals.candidates.manners import MANNERS, Candidate
from evals.candidates.talk import Line, Reply, Sort

__all__ = ["MANNERS", "Candidate", "Life", "Line", "Reply", "Sort", "lives"]
