"""Words, numbers and sentences of English: what everything else that reads a text is made of."""
