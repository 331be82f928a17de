"""The live view: rooms of sockets, what they are told, in which order, and what happens to slow ones."""
