"""The memory: streams of facts in Postgres, how they are read, written, followed and carried out."""
