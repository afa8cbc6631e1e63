"""How an interview is led and judged without a model.

Packages import downwards only (`pyproject.toml` holds the contract): `words` at the bottom, then
`skills`, `reading` and `masking`, `planning`, what can be seen in `answers`, `rating`, `leading`
and `feedback`, `coverage`, `cv`. `assessment` puts them together; `judging` is for a model.

Everything here is deterministic: the same session gives the same plan, question and assessment.
Patterns are compiled at their first use (`words/patterns.py`), so that the app starts quickly.
"""
