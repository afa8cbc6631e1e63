"""What the advert asks for, how far it was asked about, and what shows it."""
