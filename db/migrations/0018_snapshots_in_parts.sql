-- A kept state comes in parts, so that a worker can serve others between them. What was kept is a cache: it is made again.
TRUNCATE log.snapshot;
ALTER TABLE log.snapshot DROP COLUMN data;
ALTER TABLE log.snapshot ADD COLUMN parts bytea[] NOT NULL;
