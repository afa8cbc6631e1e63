"""Answers changed on purpose: attacks, and changes that should not matter."""
