"""The business, pure: no clock, socket, table, setting or third party. Time and ids come in as data."""
