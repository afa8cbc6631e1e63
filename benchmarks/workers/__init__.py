"""Scripts for the interpreters of other environments, which know nothing of this project."""
