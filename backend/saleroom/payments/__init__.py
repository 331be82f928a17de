"""Payments: what the house asks of a payment provider, and the practice till, a provider of our own for trying everything out."""
