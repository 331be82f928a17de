"""Saleroom: real-time auctions and ticket sales on an append-only log."""
