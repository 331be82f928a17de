"""The read tables: one module is one table, with how facts fill it and the queries that read it."""
