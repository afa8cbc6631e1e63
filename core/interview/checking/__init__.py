"""Whether words that are handed out stand in what the candidate said and wrote."""
