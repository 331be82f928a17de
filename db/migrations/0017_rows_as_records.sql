-- What every press writes travels as records, one array a table: an array a column took the driver twice as long.
-- The fields stand in the order in which log.append and the statements of orders and tickets name them; JSON comes as text.
CREATE TYPE log.fact_record AS (
    command_id uuid, ordinal smallint, type smallint, schema_version smallint, fingerprint bytea, data bytea, due_at timestamptz
);
CREATE TYPE log.refusal_record AS (command_id uuid, fingerprint bytea, code text, facts bytea);
CREATE TYPE log.outbox_record AS (dedupe_key text, version bigint, topic text, payload text);
CREATE TYPE public.order_record AS (
    n integer, person_id bigint, status text, via text, lines text, created_at timestamptz, expires_at timestamptz, version bigint,
    refunded_minor bigint, tickets integer, attempts text, paid_attempt integer, paid_at timestamptz, quantity integer, total_minor bigint
);
CREATE TYPE public.ticket_record AS (n integer, order_n integer, type_id integer, seat_id text);
DROP FUNCTION IF EXISTS log.append(
    bigint, bigint, uuid[], smallint[], bytea[], smallint[], smallint[], bytea[], timestamptz[], jsonb,
    uuid[], bytea[], text[], bytea[], text[], bigint[], text[], text[]
);
