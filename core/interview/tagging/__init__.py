"""Which part of a story each sentence is, by a small model trained on stories of our own."""
