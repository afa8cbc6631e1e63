from __future__ import annotations

PRACTICE_ESTIMATE = (
    "This is a practice estimate of how the answers came across. It predicts no hiring decision."
)
