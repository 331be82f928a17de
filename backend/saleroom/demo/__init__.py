"""The demo evening: paintings of our own, lots to show them on, people who bid. Never in production."""
