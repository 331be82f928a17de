"""Ticket sales: one concert's tickets, who holds, pays, gives back and walks in with which, and the clock that lets holds lapse."""
