"""What can be seen in an answer: its parts, its facts, what it shows and what it lacks."""
