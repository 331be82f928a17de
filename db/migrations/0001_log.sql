-- The log: streams, their events, the refusals that answer retries, the outbox and the numbers.
-- Every key starts with stream_id, so that the tables can be distributed and lots sharded without changing a rule.

CREATE SCHEMA log;

-- One row a stream: its lock, its version, the head of its hash chain, its timer and its small state (under 1 kB).
-- fillfactor and autovacuum: this row is rewritten once a batch, so dead versions must be cut off in place.
CREATE TABLE log.stream (
    stream_id  bigint PRIMARY KEY CHECK (stream_id > 0),
    kind       text NOT NULL,
    version    bigint NOT NULL DEFAULT 0,
    head_hash  bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    last_at    timestamptz NOT NULL DEFAULT '-infinity',
    due_at     timestamptz,
    state      jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT head_hash_is_sha256 CHECK (length(head_hash) = 32)
) WITH (fillfactor = 30, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

CREATE INDEX stream_due ON log.stream (due_at) WHERE due_at IS NOT NULL;

-- What kinds of facts there are. A timed fact (a lot opens, a lot closes) may be written only at or after due_at.
CREATE TABLE log.event_type (
    type     smallint PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    is_timed boolean NOT NULL DEFAULT false
);

-- The facts. data is the exact canonical bytes that the hash covers.
-- command_id with ordinal says which command made the fact; fingerprint is the first half of the command's SHA-256.
CREATE TABLE log.event (
    stream_id      bigint NOT NULL,
    version        bigint NOT NULL CHECK (version > 0),
    command_id     uuid NOT NULL,
    ordinal        smallint NOT NULL,
    type           smallint NOT NULL,
    schema_version smallint NOT NULL,
    at             timestamptz NOT NULL,
    fingerprint    bytea NOT NULL CHECK (length(fingerprint) = 16),
    data           bytea NOT NULL,
    hash           bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (stream_id, version)
) PARTITION BY HASH (stream_id);

CREATE UNIQUE INDEX event_command ON log.event (stream_id, command_id, ordinal);

DO $$
BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format('CREATE TABLE log.event_%s PARTITION OF log.event FOR VALUES WITH (MODULUS 16, REMAINDER %s)',
                       to_char(part, 'FM00'), part);
    END LOOP;
END $$;

CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'SR009', HINT = 'A wrong fact is corrected by a later fact.';
END $$;

-- On the parent and on every partition: a statement that names a partition does not fire the parent's trigger.
DO $$
DECLARE relation regclass;
BEGIN
    FOR relation IN
        SELECT 'log.event'::regclass UNION ALL SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'log.event'::regclass
    LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                        FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change()', relation);
    END LOOP;
END $$;

-- What the rules refused, kept so that a retry of the same id gets the same answer. Prunable after 7 days.
CREATE TABLE log.refusal (
    stream_id   bigint NOT NULL,
    command_id  uuid NOT NULL,
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 16),
    at          timestamptz NOT NULL,
    code        text NOT NULL,
    facts       bytea NOT NULL,
    PRIMARY KEY (stream_id, command_id)
);

CREATE INDEX refusal_age ON log.refusal USING brin (at);

-- Effects on the outside world, written with the fact that causes them, carried out later, at least once.
CREATE TABLE log.outbox (
    stream_id    bigint NOT NULL,
    dedupe_key   text NOT NULL,
    version      bigint NOT NULL,
    topic        text NOT NULL,
    payload      jsonb NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts     integer NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    leased_until timestamptz,
    leased_by    uuid,
    done_at      timestamptz,
    outcome      text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'sent', 'no_address', 'unwanted', 'dead')),
    last_reply   text NOT NULL DEFAULT '',
    PRIMARY KEY (stream_id, dedupe_key)
);

CREATE INDEX outbox_waiting ON log.outbox (next_at) WHERE done_at IS NULL;
CREATE INDEX outbox_newest ON log.outbox (created_at DESC);

-- The numbers that people see (lot 7). A creation claims its number by its command id, so that a retry gets the same one.
CREATE TABLE log.number (
    kind   text PRIMARY KEY,
    newest bigint NOT NULL DEFAULT 0
);

CREATE TABLE log.claim (
    kind       text NOT NULL,
    command_id uuid NOT NULL,
    number     bigint NOT NULL,
    PRIMARY KEY (kind, command_id)
);
