-- The pictures of lots: rows that are no events. The files lie in the data folder, by name.
-- No foreign key to public.lots: that table is a cache which may be dropped and rebuilt, these rows are not.
-- A removed picture keeps its row, so that its number is never given again and a late retry still finds its answer.
CREATE TABLE public.lot_pictures (
    lot_id      bigint NOT NULL,
    n           integer NOT NULL CHECK (n > 0),
    name        text NOT NULL CHECK (name ~ '^[0-9a-f]{32}$'),
    width       integer NOT NULL CHECK (width > 0),
    height      integer NOT NULL CHECK (height > 0),
    command_id  uuid NOT NULL,
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 16),
    added_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    removed_at  timestamptz,
    PRIMARY KEY (lot_id, n),
    UNIQUE (lot_id, command_id)
);

-- Several lots may show the same files; they go when the last of these rows is removed.
CREATE INDEX lot_pictures_shown ON public.lot_pictures (name) WHERE removed_at IS NULL;
