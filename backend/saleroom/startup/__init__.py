"""How a house starts on one machine: the embedded Postgres, the parts, and who watches them."""
