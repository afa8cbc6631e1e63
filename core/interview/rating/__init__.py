"""From what was seen in an answer to levels, from levels to scores, and the arithmetic of it."""
