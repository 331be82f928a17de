"""Seating: the geometry of a hall, and the rules of seats that halls and sales share."""
