"""What went wrong: every failure of a vendor gets a kind, and words for the candidate."""
