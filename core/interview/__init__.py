"""How an interview is led and judged without a model: plan, director, bank, signals, rubric.

Everything here is deterministic: the same session gives the same plan, question and assessment.
Patterns are plain texts: `re` compiles each at its first use, so that the app starts quickly.
"""
