"""The CV beside the advert and the interview: advice on its lines, and claims that clash."""
