"""Speed as ratios, both sides measured in one run: absolute times say more of the machine."""
