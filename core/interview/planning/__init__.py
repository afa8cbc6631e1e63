"""What will be asked and why: from the advert, the CV and the bank to a plan of topics."""
