"""Seat maps: halls that are drawn once and copied into every sale that uses them."""
