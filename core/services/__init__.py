"""The use cases. One class for each thing that a candidate does with the program."""
