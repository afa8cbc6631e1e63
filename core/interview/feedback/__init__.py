"""The words of the feedback: strengths, what to work on, a stronger version, the next step."""
