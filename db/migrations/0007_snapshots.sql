-- Folded states of long streams: a cache beside the log (law 9). One row a stream; any row may be dropped at any time.
CREATE TABLE log.snapshot (
    stream_id     bigint PRIMARY KEY,
    version       bigint NOT NULL CHECK (version > 0),
    state_version integer NOT NULL,
    data          bytea NOT NULL
);
