"""The back office: what an operator asks of a house on the command line, one module a subject. `cli` hands it plain values."""
