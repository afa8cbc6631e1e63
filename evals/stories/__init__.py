"""Labelled stories of our own: `train` teaches the sentence tagger."""
