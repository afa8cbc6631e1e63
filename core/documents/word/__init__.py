"""Word documents as text: the package, its main part, and what it leads to."""
