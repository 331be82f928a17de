"""Auctions: a lot, its bids, and the clock that opens and closes it."""
