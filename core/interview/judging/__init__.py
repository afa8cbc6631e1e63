"""A language model's judgement: what it is shown, its shape, and what code leaves of it."""
