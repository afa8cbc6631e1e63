"""What the pages share: who is asking, the app behind them, and how things look and fail."""
