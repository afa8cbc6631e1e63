"""The interview as it goes: which question or probe comes next, and the words around it."""
