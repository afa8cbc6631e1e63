"""Who somebody is, replaced before an answer is rated, with a way back to the words."""
