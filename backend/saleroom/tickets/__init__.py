"""Tickets as things people hold: the signed secret, the keys behind it, the QR code, the calendar entry. No HTTP."""
