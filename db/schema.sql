-- The whole schema as the migrations make it. Made by `saleroom dump-schema`; never edited; a test compares.

CREATE SCHEMA log;

CREATE TYPE log.fact_record AS (
	command_id uuid,
	ordinal smallint,
	type smallint,
	schema_version smallint,
	fingerprint bytea,
	data bytea,
	due_at timestamp with time zone
);

CREATE TYPE log.outbox_record AS (
	dedupe_key text,
	version bigint,
	topic text,
	payload text
);

CREATE TYPE log.refusal_record AS (
	command_id uuid,
	fingerprint bytea,
	code text,
	facts bytea
);

CREATE TYPE public.order_record AS (
	n integer,
	person_id bigint,
	status text,
	via text,
	lines text,
	created_at timestamp with time zone,
	expires_at timestamp with time zone,
	version bigint,
	refunded_minor bigint,
	tickets integer,
	attempts text,
	paid_attempt integer,
	paid_at timestamp with time zone,
	quantity integer,
	total_minor bigint
);

CREATE TYPE public.placed_record AS (
	n integer,
	person_id bigint,
	status text,
	via text,
	lines text,
	expires_at timestamp with time zone,
	version bigint,
	tickets integer,
	quantity integer,
	total_minor bigint
);

CREATE TYPE public.ticket_record AS (
	n integer,
	order_n integer,
	type_id integer,
	seat_id text
);

CREATE FUNCTION log.append(p_stream bigint, p_expected bigint, p_facts log.fact_record[], p_state jsonb, p_refused log.refusal_record[], p_outbox log.outbox_record[]) RETURNS bytea[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    head     log.stream;
    lock     text[] := string_to_array(current_setting('saleroom.lock', true), '|');
    t        timestamptz;
    t_micros bytea;
    key      bytea := int8send(p_stream);
    due      timestamptz;
    timed    smallint[];
    chain    bytea;
    hashes   bytea[] := '{}';
    fact     log.fact_record;
    newest   bigint := p_expected;
BEGIN
    IF cardinality(p_facts) = 0 AND cardinality(p_refused) = 0 AND cardinality(p_outbox) = 0 THEN
        RETURN hashes; -- nothing to append needs no lock: every new connection prepares this call by such a one
    END IF;
    SELECT * INTO head FROM log.stream s WHERE s.stream_id = p_stream FOR UPDATE;
    IF lock IS NULL OR lock[1] IS DISTINCT FROM p_stream::text OR NOT FOUND THEN
        RAISE EXCEPTION 'stream % is not locked by this transaction', p_stream
            USING ERRCODE = 'SR001', HINT = 'Call log.lock_stream first, in the same transaction.';
    END IF;
    t := lock[2]::timestamptz;
    IF t < head.last_at OR (t > head.last_at AND t > clock_timestamp()) THEN
        RAISE EXCEPTION 'the time % of this batch is not one that the lock gave', t USING ERRCODE = 'SR001';
    END IF;
    IF head.version <> p_expected THEN
        RAISE EXCEPTION 'stream % is at version %, not %', p_stream, head.version, p_expected USING ERRCODE = 'SR002';
    END IF;
    IF cardinality(p_facts) > 0 THEN
        SELECT array_agg(type) INTO timed FROM log.event_type WHERE is_timed;
        t_micros := int8send((extract(epoch FROM t) * 1000000)::bigint);
        due := head.due_at;
        chain := head.head_hash;
        FOREACH fact IN ARRAY p_facts LOOP
            newest := newest + 1;
            IF fact.type = ANY (timed) THEN
                IF due IS NULL OR due > t THEN
                    RAISE EXCEPTION 'a timed fact (type %) on stream % at %, due %', fact.type, p_stream, t, due
                        USING ERRCODE = 'SR004';
                END IF;
            ELSIF due <= t THEN
                RAISE EXCEPTION 'stream % was due at % and it is %: what is due comes first', p_stream, due, t
                    USING ERRCODE = 'SR003';
            END IF;
            due := fact.due_at;
            chain := sha256(chain || key || int8send(newest) || uuid_send(fact.command_id)
                            || int2send(fact.ordinal) || int2send(fact.type) || int2send(fact.schema_version)
                            || t_micros || fact.fingerprint || fact.data);
            hashes[newest - p_expected] := chain;
        END LOOP;
        INSERT INTO log.event (stream_id, version, command_id, ordinal, type, schema_version, at, fingerprint, data, hash)
        SELECT p_stream, p_expected + e.n, e.command_id, e.ordinal, e.type, e.schema_version, t, e.fingerprint, e.data, e.hash
          FROM ROWS FROM (unnest(p_facts), unnest(hashes)) WITH ORDINALITY
               AS e(command_id, ordinal, type, schema_version, fingerprint, data, due_at, hash, n);
        UPDATE log.stream SET version = newest, head_hash = chain, last_at = t, due_at = due, state = p_state
         WHERE stream_id = p_stream;
    END IF;
    IF cardinality(p_refused) > 0 THEN
        INSERT INTO log.refusal (stream_id, command_id, fingerprint, at, code, facts)
        SELECT p_stream, r.command_id, r.fingerprint, t, r.code, r.facts FROM unnest(p_refused) AS r;
    END IF;
    IF cardinality(p_outbox) > 0 THEN
        INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload)
        SELECT p_stream, o.dedupe_key, o.version, o.topic, o.payload::jsonb FROM unnest(p_outbox) AS o
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN hashes;
END $$;

CREATE FUNCTION log.claim_number(p_kind text, p_command uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    claimed bigint;
BEGIN
    SELECT number INTO claimed FROM log.claim WHERE kind = p_kind AND command_id = p_command;
    IF FOUND THEN
        RETURN claimed;
    END IF;
    -- The row lock on log.number orders two claims of one id: the later one sees the earlier's, and takes no number for itself.
    INSERT INTO log.number (kind, newest) VALUES (p_kind, 0) ON CONFLICT DO NOTHING;
    PERFORM FROM log.number WHERE kind = p_kind FOR UPDATE;
    SELECT number INTO claimed FROM log.claim WHERE kind = p_kind AND command_id = p_command;
    IF FOUND THEN
        RETURN claimed;
    END IF;
    UPDATE log.number SET newest = newest + 1 WHERE kind = p_kind RETURNING newest INTO claimed;
    INSERT INTO log.claim (kind, command_id, number) VALUES (p_kind, p_command, claimed);
    RETURN claimed;
END $$;

CREATE FUNCTION log.lock_stream(p_stream bigint, p_kind text, p_known bigint, p_commands uuid[], p_creates boolean, OUT at timestamp with time zone, OUT version bigint, OUT due_at timestamp with time zone, OUT has_tail boolean, OUT taken uuid[], OUT tail_commands uuid[], OUT tail_types smallint[], OUT tail_schemas smallint[], OUT tail_ats timestamp with time zone[], OUT tail_data bytea[], OUT tail_hashes bytea[]) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    AS $$
DECLARE
    head log.stream;
BEGIN
    SELECT * INTO head FROM log.stream s WHERE s.stream_id = p_stream FOR UPDATE;
    IF NOT FOUND THEN
        IF NOT p_creates THEN
            RETURN;
        END IF;
        INSERT INTO log.stream (stream_id, kind) VALUES (p_stream, p_kind) ON CONFLICT DO NOTHING;
        SELECT * INTO STRICT head FROM log.stream s WHERE s.stream_id = p_stream FOR UPDATE;
    END IF;
    IF head.kind <> p_kind THEN
        RAISE EXCEPTION 'stream % is of kind %, not %', p_stream, head.kind, p_kind USING ERRCODE = 'SR005';
    END IF;

    at := greatest(clock_timestamp(), head.last_at);
    PERFORM set_config('saleroom.lock', p_stream || '|' || at::text, true);
    version := head.version;
    due_at := head.due_at;

    -- OFFSET 0 keeps each id a probe of its own: as joins, or as = ANY, the planner reads every fact of a lot whose statistics are young.
    SELECT array_agg(id) INTO taken FROM unnest(p_commands) AS id
     WHERE EXISTS (SELECT FROM log.event e WHERE e.stream_id = p_stream AND e.command_id = id OFFSET 0)
        OR EXISTS (SELECT FROM log.refusal r WHERE r.stream_id = p_stream AND r.command_id = id OFFSET 0);

    has_tail := head.version - p_known <= 5000;
    IF head.version > p_known AND has_tail THEN
        SELECT array_agg(e.command_id ORDER BY e.version), array_agg(e.type ORDER BY e.version),
               array_agg(e.schema_version ORDER BY e.version), array_agg(e.at ORDER BY e.version),
               array_agg(e.data ORDER BY e.version), array_agg(e.hash ORDER BY e.version)
          INTO tail_commands, tail_types, tail_schemas, tail_ats, tail_data, tail_hashes
          FROM log.event e WHERE e.stream_id = p_stream AND e.version > p_known;
    END IF;
END $$;

CREATE FUNCTION log.prune_refusals() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH gone AS (DELETE FROM log.refusal WHERE at < clock_timestamp() - interval '7 days' RETURNING 1)
    SELECT count(*) FROM gone;
$$;

CREATE FUNCTION log.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'SR009', HINT = 'A wrong fact is corrected by a later fact.';
END $$;

CREATE FUNCTION log.verify_stream(p_stream bigint) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    fact  log.event;
    head  log.stream;
    chain bytea := decode(repeat('00', 32), 'hex');
    last  timestamptz := '-infinity';
    n     bigint := 0;
BEGIN
    FOR fact IN SELECT * FROM log.event WHERE stream_id = p_stream ORDER BY version LOOP
        n := n + 1;
        chain := sha256(chain || int8send(p_stream) || int8send(fact.version) || uuid_send(fact.command_id)
                        || int2send(fact.ordinal) || int2send(fact.type) || int2send(fact.schema_version)
                        || int8send((extract(epoch FROM fact.at) * 1000000)::bigint) || fact.fingerprint || fact.data);
        IF fact.version <> n OR fact.hash <> chain OR fact.at < last THEN
            RETURN n;
        END IF;
        last := fact.at;
    END LOOP;
    SELECT * INTO head FROM log.stream WHERE stream_id = p_stream;
    IF head.version <> n OR (n > 0 AND head.head_hash <> chain) THEN
        RETURN n + 1;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.place_orders(p_sale bigint, p_at timestamp with time zone, p_orders public.placed_record[], p_tickets public.ticket_record[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    FOR try IN 1..2 LOOP
        BEGIN
            INSERT INTO public.orders (
                sale_id, n, person_id, status, via, lines, quantity, total_minor, refunded_minor, tickets, attempts, paid_attempt,
                created_at, expires_at, paid_at, version)
            SELECT p_sale, o.n, o.person_id, o.status, o.via, o.lines::jsonb, o.quantity, o.total_minor, 0, o.tickets, '[]', NULL,
                   p_at, o.expires_at, CASE o.status WHEN 'paid' THEN p_at END, o.version
              FROM unnest(p_orders) AS o;
            INSERT INTO public.tickets (sale_id, n, order_n, type_id, seat_id) SELECT p_sale, t.* FROM unnest(p_tickets) AS t;
            RETURN;
        EXCEPTION WHEN unique_violation THEN
            IF try = 2 THEN
                RAISE;
            END IF;
            DELETE FROM public.orders WHERE sale_id = p_sale AND n IN (SELECT o.n FROM unnest(p_orders) AS o);
            DELETE FROM public.tickets WHERE sale_id = p_sale AND n IN (SELECT t.n FROM unnest(p_tickets) AS t);
        END;
    END LOOP;
END $$;

CREATE TABLE log.claim (
    kind text NOT NULL,
    command_id uuid NOT NULL,
    number bigint NOT NULL
);

CREATE TABLE log.event (
    stream_id bigint NOT NULL,
    version bigint NOT NULL,
    command_id uuid NOT NULL,
    ordinal smallint NOT NULL,
    type smallint NOT NULL,
    schema_version smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    fingerprint bytea NOT NULL,
    data bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
)
PARTITION BY HASH (stream_id);

CREATE TABLE log.event_00 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_01 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_02 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_03 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_04 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_05 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_06 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_07 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_08 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_09 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_10 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_11 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_12 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_13 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_14 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_15 (
    stream_id bigint CONSTRAINT event_stream_id_not_null NOT NULL,
    version bigint CONSTRAINT event_version_not_null NOT NULL,
    command_id uuid CONSTRAINT event_command_id_not_null NOT NULL,
    ordinal smallint CONSTRAINT event_ordinal_not_null NOT NULL,
    type smallint CONSTRAINT event_type_not_null NOT NULL,
    schema_version smallint CONSTRAINT event_schema_version_not_null NOT NULL,
    at timestamp with time zone CONSTRAINT event_at_not_null NOT NULL,
    fingerprint bytea CONSTRAINT event_fingerprint_not_null NOT NULL,
    data bytea CONSTRAINT event_data_not_null NOT NULL,
    hash bytea CONSTRAINT event_hash_not_null NOT NULL,
    CONSTRAINT event_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT event_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT event_version_check CHECK ((version > 0))
);

CREATE TABLE log.event_type (
    type smallint NOT NULL,
    name text NOT NULL,
    is_timed boolean DEFAULT false NOT NULL
);

CREATE TABLE log.number (
    kind text NOT NULL,
    newest bigint DEFAULT 0 NOT NULL
);

CREATE TABLE log.outbox (
    stream_id bigint NOT NULL,
    dedupe_key text NOT NULL,
    version bigint NOT NULL,
    topic text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    leased_until timestamp with time zone,
    leased_by uuid,
    done_at timestamp with time zone,
    outcome text DEFAULT 'waiting'::text NOT NULL,
    last_reply text DEFAULT ''::text NOT NULL,
    CONSTRAINT outbox_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'sent'::text, 'no_address'::text, 'unwanted'::text, 'dead'::text])))
);

CREATE TABLE log.refusal (
    stream_id bigint NOT NULL,
    command_id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    code text NOT NULL,
    facts bytea NOT NULL,
    CONSTRAINT refusal_fingerprint_check CHECK ((length(fingerprint) = 16))
);

CREATE TABLE log.snapshot (
    stream_id bigint NOT NULL,
    version bigint NOT NULL,
    state_version integer NOT NULL,
    parts bytea[] NOT NULL,
    CONSTRAINT snapshot_version_check CHECK ((version > 0))
);

CREATE TABLE log.stream (
    stream_id bigint NOT NULL,
    kind text NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    head_hash bytea DEFAULT decode(repeat('00'::text, 32), 'hex'::text) NOT NULL,
    last_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    state jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT head_hash_is_sha256 CHECK ((length(head_hash) = 32)),
    CONSTRAINT stream_stream_id_check CHECK ((stream_id > 0))
)
WITH (fillfactor='30', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000');

CREATE TABLE public.account_acts (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    user_id bigint NOT NULL,
    act text NOT NULL,
    roles_before text[] NOT NULL,
    roles_after text[] NOT NULL,
    CONSTRAINT account_acts_act_check CHECK ((act = ANY (ARRAY['roles_changed'::text, 'banned'::text, 'let_in'::text, 'renamed'::text, 'erased'::text])))
);

ALTER TABLE public.account_acts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_acts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.agent_presence (
    agent_id bigint NOT NULL,
    capacity integer DEFAULT 5 NOT NULL,
    is_available boolean DEFAULT false NOT NULL,
    seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT agent_presence_capacity_check CHECK (((capacity >= 1) AND (capacity <= 50)))
);

CREATE TABLE public.bidders (
    stream_id bigint NOT NULL,
    user_id bigint NOT NULL,
    highest_minor bigint NOT NULL,
    bid_count bigint NOT NULL,
    last_bid_at timestamp with time zone NOT NULL
)
WITH (fillfactor='50');

CREATE TABLE public.chat_acts (
    conversation_id bigint NOT NULL,
    version bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    act text NOT NULL,
    seq bigint,
    told text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.conversations (
    id bigint NOT NULL,
    stream_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    with_id bigint,
    about text,
    about_id bigint,
    about_seq bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT conversations_about_check CHECK ((about = ANY (ARRAY['lot'::text, 'event'::text, 'order'::text])))
)
WITH (fillfactor='70');

CREATE TABLE public.desk_acts (
    stream_id bigint NOT NULL,
    version bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    act text NOT NULL,
    conversation_id bigint NOT NULL,
    agent_id bigint,
    CONSTRAINT desk_acts_act_check CHECK ((act = ANY (ARRAY['assigned'::text, 'returned'::text])))
);

CREATE TABLE public.favorites (
    user_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.lot_acts (
    stream_id bigint NOT NULL,
    version bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    act text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT lot_acts_act_check CHECK ((act = ANY (ARRAY['edited'::text, 'started'::text, 'finished'::text, 'cancelled'::text])))
);

CREATE TABLE public.lot_pictures (
    lot_id bigint NOT NULL,
    n integer NOT NULL,
    name text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    command_id uuid NOT NULL,
    fingerprint bytea NOT NULL,
    added_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT lot_pictures_fingerprint_check CHECK ((length(fingerprint) = 16)),
    CONSTRAINT lot_pictures_height_check CHECK ((height > 0)),
    CONSTRAINT lot_pictures_n_check CHECK ((n > 0)),
    CONSTRAINT lot_pictures_name_check CHECK ((name ~ '^[0-9a-f]{32}$'::text)),
    CONSTRAINT lot_pictures_width_check CHECK ((width > 0))
);

CREATE TABLE public.lots (
    id bigint NOT NULL,
    stream_id bigint NOT NULL,
    seller_id bigint NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    author text NOT NULL,
    lot_materials text NOT NULL,
    auction_name text NOT NULL,
    image_url text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search text NOT NULL,
    version bigint NOT NULL,
    cancel_reason text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.message_texts (
    id uuid NOT NULL,
    conversation_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    client_id text DEFAULT ''::text NOT NULL,
    content text NOT NULL,
    upload_name text,
    written_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT message_texts_client_id_check CHECK ((length(client_id) <= 64)),
    CONSTRAINT message_texts_content_check CHECK ((length(content) <= 8000))
);

CREATE TABLE public.messages (
    conversation_id bigint NOT NULL,
    seq bigint NOT NULL,
    sender_id bigint NOT NULL,
    is_staff boolean NOT NULL,
    text_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    is_hidden boolean DEFAULT false NOT NULL,
    CONSTRAINT messages_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'image'::text, 'file'::text])))
)
WITH (fillfactor='90');

CREATE TABLE public.migration (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.orders (
    sale_id bigint NOT NULL,
    n integer NOT NULL,
    person_id bigint NOT NULL,
    status text NOT NULL,
    via text NOT NULL,
    lines jsonb NOT NULL,
    quantity integer NOT NULL,
    total_minor bigint NOT NULL,
    refunded_minor bigint NOT NULL,
    tickets integer NOT NULL,
    attempts jsonb NOT NULL,
    paid_attempt integer,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    paid_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT orders_n_check CHECK ((n > 0)),
    CONSTRAINT orders_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT orders_refunded_minor_check CHECK ((refunded_minor >= 0)),
    CONSTRAINT orders_status_check CHECK ((status = ANY (ARRAY['held'::text, 'pending'::text, 'paid'::text, 'cancelled'::text, 'expired'::text, 'released'::text, 'refunded'::text, 'partly_refunded'::text, 'late_refunded'::text]))),
    CONSTRAINT orders_tickets_check CHECK ((tickets >= 0)),
    CONSTRAINT orders_total_minor_check CHECK ((total_minor >= 0)),
    CONSTRAINT orders_via_check CHECK ((via = ANY (ARRAY['grab'::text, 'pick'::text, 'best'::text, 'lane'::text])))
)
WITH (fillfactor='70');

CREATE TABLE public.practice_callbacks (
    token text NOT NULL,
    n integer NOT NULL,
    outcome text NOT NULL,
    next_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    leased_until timestamp with time zone,
    told_at timestamp with time zone,
    last_answer text DEFAULT ''::text NOT NULL,
    CONSTRAINT practice_callbacks_outcome_check CHECK ((outcome = ANY (ARRAY['succeeded'::text, 'refused'::text])))
);

CREATE TABLE public.practice_payments (
    token text NOT NULL,
    order_id bigint NOT NULL,
    attempt integer NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    words text NOT NULL,
    return_url text NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    choice text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    decided_at timestamp with time zone,
    CONSTRAINT decided_is_chosen CHECK ((((status = 'open'::text) = (choice IS NULL)) AND ((choice IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT practice_payments_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT practice_payments_attempt_check CHECK ((attempt > 0)),
    CONSTRAINT practice_payments_choice_check CHECK ((choice = ANY (ARRAY['succeed'::text, 'refuse'::text, 'delay'::text, 'twice'::text, 'keep'::text]))),
    CONSTRAINT practice_payments_status_check CHECK ((status = ANY (ARRAY['open'::text, 'processing'::text, 'succeeded'::text, 'refused'::text])))
);

CREATE TABLE public.practice_refunds (
    refund_id bigint NOT NULL,
    order_id bigint NOT NULL,
    token text,
    amount_minor bigint NOT NULL,
    reason text NOT NULL,
    outcome text NOT NULL,
    why_not text NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT made_is_taken_from_a_payment CHECK (((outcome = 'succeeded'::text) = (token IS NOT NULL))),
    CONSTRAINT practice_refunds_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT practice_refunds_outcome_check CHECK ((outcome = ANY (ARRAY['succeeded'::text, 'failed'::text])))
);

CREATE TABLE public.projection_cursors (
    stream_id bigint NOT NULL,
    projection text NOT NULL,
    version bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50');

CREATE TABLE public.quick_replies (
    id bigint NOT NULL,
    owner_id bigint,
    code text DEFAULT ''::text NOT NULL,
    content text NOT NULL,
    upload_name text,
    sort_order integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT quick_replies_code_check CHECK ((code ~ '^[a-z0-9-]{0,32}$'::text)),
    CONSTRAINT quick_replies_content_check CHECK (((length(content) >= 1) AND (length(content) <= 4000)))
);

ALTER TABLE public.quick_replies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.quick_replies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.rate_limits (
    key bytea NOT NULL,
    hits timestamp with time zone[] NOT NULL,
    is_over boolean DEFAULT false NOT NULL,
    stale_at timestamp with time zone NOT NULL,
    CONSTRAINT rate_limits_key_check CHECK ((length(key) = 32))
);

CREATE TABLE public.refunds (
    sale_id bigint NOT NULL,
    n integer NOT NULL,
    order_n integer NOT NULL,
    attempt integer,
    amount_minor bigint NOT NULL,
    reason text NOT NULL,
    status text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    version bigint NOT NULL,
    settled_by bigint,
    note text DEFAULT ''::text NOT NULL,
    paid_again_at timestamp with time zone,
    CONSTRAINT refunds_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT refunds_n_check CHECK ((n > 0)),
    CONSTRAINT refunds_reason_check CHECK ((reason = ANY (ARRAY['late'::text, 'duplicate'::text, 'given_back'::text, 'sale_cancelled'::text]))),
    CONSTRAINT refunds_status_check CHECK ((status = ANY (ARRAY['issued'::text, 'succeeded'::text, 'failed'::text, 'settled_by_hand'::text, 'paid_twice'::text])))
)
WITH (fillfactor='70');

CREATE TABLE public.sale_acts (
    stream_id bigint NOT NULL,
    version bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    act text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT sale_acts_act_check CHECK ((act = ANY (ARRAY['edited'::text, 'cancelled'::text, 'refund_settled'::text])))
);

CREATE TABLE public.seat_maps (
    id bigint NOT NULL,
    stream_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    name text NOT NULL,
    hall json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search text NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE public.selling (
    user_id bigint NOT NULL,
    collection_text text DEFAULT ''::text NOT NULL,
    payment_text text DEFAULT ''::text NOT NULL,
    CONSTRAINT selling_collection_text_check CHECK ((length(collection_text) <= 2000)),
    CONSTRAINT selling_payment_text_check CHECK ((length(payment_text) <= 2000))
);

CREATE TABLE public.sessions (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    user_id bigint NOT NULL,
    generation integer DEFAULT 0 NOT NULL,
    is_renewable boolean NOT NULL,
    device text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    rotated_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_because text,
    CONSTRAINT sessions_address_check CHECK ((length(address) <= 64)),
    CONSTRAINT sessions_device_check CHECK ((length(device) <= 200)),
    CONSTRAINT sessions_ended_because_check CHECK ((ended_because = ANY (ARRAY['signed_out'::text, 'device_removed'::text, 'password_changed'::text, 'banned'::text, 'erased'::text, 'token_reused'::text])))
);

CREATE TABLE public.signing_keys (
    id integer NOT NULL,
    public_key bytea NOT NULL,
    private_key bytea NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT signing_keys_id_check CHECK ((id > 0)),
    CONSTRAINT signing_keys_private_key_check CHECK ((length(private_key) = 60)),
    CONSTRAINT signing_keys_public_key_check CHECK ((length(public_key) = 32))
);

CREATE TABLE public.ticket_requests (
    sale_id bigint NOT NULL,
    n integer NOT NULL,
    person_id bigint NOT NULL,
    type_id integer NOT NULL,
    quantity integer NOT NULL,
    lane text NOT NULL,
    is_served boolean DEFAULT false NOT NULL,
    order_n integer,
    code text DEFAULT ''::text NOT NULL,
    CONSTRAINT ticket_requests_lane_check CHECK ((lane = ANY (ARRAY['vip'::text, 'regular'::text]))),
    CONSTRAINT ticket_requests_n_check CHECK ((n > 0)),
    CONSTRAINT ticket_requests_quantity_check CHECK ((quantity > 0))
)
WITH (fillfactor='70');

CREATE TABLE public.ticket_sales (
    id bigint NOT NULL,
    stream_id bigint NOT NULL,
    organizer_id bigint NOT NULL,
    title text NOT NULL,
    organizer text NOT NULL,
    location text NOT NULL,
    description text NOT NULL,
    cover_image text NOT NULL,
    seat_map_url text NOT NULL,
    sale_starts_at timestamp with time zone NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    types jsonb NOT NULL,
    terms jsonb NOT NULL,
    hall json,
    created_at timestamp with time zone NOT NULL,
    search text NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE public.ticket_seats (
    sale_id bigint NOT NULL,
    seat_id text NOT NULL,
    section text NOT NULL,
    row_name text NOT NULL,
    number text NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE public.tickets (
    sale_id bigint NOT NULL,
    n integer NOT NULL,
    order_n integer NOT NULL,
    type_id integer NOT NULL,
    seat_id text,
    status text DEFAULT 'valid'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    is_inside boolean DEFAULT false NOT NULL,
    moved_at timestamp with time zone,
    moved_version bigint DEFAULT 0 NOT NULL,
    gate text DEFAULT ''::text NOT NULL,
    CONSTRAINT tickets_n_check CHECK ((n > 0)),
    CONSTRAINT tickets_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'cancelled'::text])))
)
WITH (fillfactor='80');

CREATE TABLE public.uploads (
    name text NOT NULL,
    owner_id bigint NOT NULL,
    kind text NOT NULL,
    media_type text NOT NULL,
    filename text NOT NULL,
    bytes bigint NOT NULL,
    width integer,
    height integer,
    command_id uuid NOT NULL,
    uploaded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT uploads_filename_check CHECK ((length(filename) <= 200)),
    CONSTRAINT uploads_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'file'::text]))),
    CONSTRAINT uploads_name_check CHECK ((name ~ '^[0-9a-f]{32}$'::text))
);

CREATE TABLE public.users (
    id bigint NOT NULL,
    email text,
    username text,
    name text DEFAULT ''::text NOT NULL,
    hashed_password text NOT NULL,
    roles text[] DEFAULT '{buyer}'::text[] NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    is_superuser boolean DEFAULT false NOT NULL,
    is_verified boolean DEFAULT false NOT NULL,
    mails_outbid boolean DEFAULT true NOT NULL,
    mails_lost boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    external_id text,
    avatar text DEFAULT ''::text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    mails_away boolean DEFAULT true NOT NULL,
    CONSTRAINT erased_keeps_no_profile CHECK (((erased_at IS NULL) OR ((external_id IS NULL) AND (avatar = ''::text) AND (description = ''::text)))),
    CONSTRAINT erased_keeps_nothing CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (username IS NULL) AND (name = ''::text) AND (hashed_password = ''::text) AND (NOT is_active)))),
    CONSTRAINT has_a_name_to_sign_in_with CHECK (((erased_at IS NOT NULL) OR (email IS NOT NULL) OR (username IS NOT NULL))),
    CONSTRAINT users_avatar_check CHECK ((length(avatar) <= 500)),
    CONSTRAINT users_description_check CHECK ((length(description) <= 1000)),
    CONSTRAINT users_email_check CHECK (((length(email) <= 254) AND (strpos(email, '@'::text) > 1))),
    CONSTRAINT users_external_id_check CHECK ((external_id ~ '^[A-Za-z0-9._:-]{1,64}$'::text)),
    CONSTRAINT users_name_check CHECK ((length(name) <= 100)),
    CONSTRAINT users_roles_check CHECK (((roles <@ '{buyer,merchant,agent,scanner,admin}'::text[]) AND (roles @> '{buyer}'::text[]))),
    CONSTRAINT users_username_check CHECK ((username ~ '^[A-Za-z0-9._-]{1,64}$'::text))
);

ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.users_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_00 FOR VALUES WITH (modulus 16, remainder 0);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_01 FOR VALUES WITH (modulus 16, remainder 1);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_02 FOR VALUES WITH (modulus 16, remainder 2);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_03 FOR VALUES WITH (modulus 16, remainder 3);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_04 FOR VALUES WITH (modulus 16, remainder 4);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_05 FOR VALUES WITH (modulus 16, remainder 5);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_06 FOR VALUES WITH (modulus 16, remainder 6);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_07 FOR VALUES WITH (modulus 16, remainder 7);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_08 FOR VALUES WITH (modulus 16, remainder 8);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_09 FOR VALUES WITH (modulus 16, remainder 9);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_10 FOR VALUES WITH (modulus 16, remainder 10);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_11 FOR VALUES WITH (modulus 16, remainder 11);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_12 FOR VALUES WITH (modulus 16, remainder 12);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_13 FOR VALUES WITH (modulus 16, remainder 13);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_14 FOR VALUES WITH (modulus 16, remainder 14);

ALTER TABLE ONLY log.event ATTACH PARTITION log.event_15 FOR VALUES WITH (modulus 16, remainder 15);

ALTER TABLE ONLY log.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (kind, command_id);

ALTER TABLE ONLY log.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_00
    ADD CONSTRAINT event_00_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_01
    ADD CONSTRAINT event_01_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_02
    ADD CONSTRAINT event_02_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_03
    ADD CONSTRAINT event_03_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_04
    ADD CONSTRAINT event_04_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_05
    ADD CONSTRAINT event_05_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_06
    ADD CONSTRAINT event_06_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_07
    ADD CONSTRAINT event_07_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_08
    ADD CONSTRAINT event_08_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_09
    ADD CONSTRAINT event_09_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_10
    ADD CONSTRAINT event_10_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_11
    ADD CONSTRAINT event_11_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_12
    ADD CONSTRAINT event_12_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_13
    ADD CONSTRAINT event_13_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_14
    ADD CONSTRAINT event_14_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_15
    ADD CONSTRAINT event_15_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY log.event_type
    ADD CONSTRAINT event_type_name_key UNIQUE (name);

ALTER TABLE ONLY log.event_type
    ADD CONSTRAINT event_type_pkey PRIMARY KEY (type);

ALTER TABLE ONLY log.number
    ADD CONSTRAINT number_pkey PRIMARY KEY (kind);

ALTER TABLE ONLY log.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (stream_id, dedupe_key);

ALTER TABLE ONLY log.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (stream_id, command_id);

ALTER TABLE ONLY log.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (stream_id);

ALTER TABLE ONLY log.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (stream_id);

ALTER TABLE ONLY public.account_acts
    ADD CONSTRAINT account_acts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agent_presence
    ADD CONSTRAINT agent_presence_pkey PRIMARY KEY (agent_id);

ALTER TABLE ONLY public.bidders
    ADD CONSTRAINT bidders_pkey PRIMARY KEY (stream_id, user_id);

ALTER TABLE ONLY public.chat_acts
    ADD CONSTRAINT chat_acts_pkey PRIMARY KEY (conversation_id, version);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.conversations
    ADD CONSTRAINT conversations_stream_id_key UNIQUE (stream_id);

ALTER TABLE ONLY public.desk_acts
    ADD CONSTRAINT desk_acts_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY public.favorites
    ADD CONSTRAINT favorites_pkey PRIMARY KEY (user_id, lot_id);

ALTER TABLE ONLY public.lot_acts
    ADD CONSTRAINT lot_acts_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY public.lot_pictures
    ADD CONSTRAINT lot_pictures_lot_id_command_id_key UNIQUE (lot_id, command_id);

ALTER TABLE ONLY public.lot_pictures
    ADD CONSTRAINT lot_pictures_pkey PRIMARY KEY (lot_id, n);

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lots
    ADD CONSTRAINT lots_stream_id_key UNIQUE (stream_id);

ALTER TABLE ONLY public.message_texts
    ADD CONSTRAINT message_texts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (conversation_id, seq);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (sale_id, n);

ALTER TABLE ONLY public.practice_callbacks
    ADD CONSTRAINT practice_callbacks_pkey PRIMARY KEY (token, n);

ALTER TABLE ONLY public.practice_payments
    ADD CONSTRAINT practice_payments_order_id_attempt_key UNIQUE (order_id, attempt);

ALTER TABLE ONLY public.practice_payments
    ADD CONSTRAINT practice_payments_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.practice_refunds
    ADD CONSTRAINT practice_refunds_pkey PRIMARY KEY (refund_id);

ALTER TABLE ONLY public.projection_cursors
    ADD CONSTRAINT projection_cursors_pkey PRIMARY KEY (stream_id, projection);

ALTER TABLE ONLY public.quick_replies
    ADD CONSTRAINT quick_replies_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.refunds
    ADD CONSTRAINT refunds_pkey PRIMARY KEY (sale_id, n);

ALTER TABLE ONLY public.sale_acts
    ADD CONSTRAINT sale_acts_pkey PRIMARY KEY (stream_id, version);

ALTER TABLE ONLY public.seat_maps
    ADD CONSTRAINT seat_maps_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.seat_maps
    ADD CONSTRAINT seat_maps_stream_id_key UNIQUE (stream_id);

ALTER TABLE ONLY public.selling
    ADD CONSTRAINT selling_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_public_key_key UNIQUE (public_key);

ALTER TABLE ONLY public.ticket_requests
    ADD CONSTRAINT ticket_requests_pkey PRIMARY KEY (sale_id, n);

ALTER TABLE ONLY public.ticket_sales
    ADD CONSTRAINT ticket_sales_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ticket_sales
    ADD CONSTRAINT ticket_sales_stream_id_key UNIQUE (stream_id);

ALTER TABLE ONLY public.ticket_seats
    ADD CONSTRAINT ticket_seats_pkey PRIMARY KEY (sale_id, seat_id);

ALTER TABLE ONLY public.tickets
    ADD CONSTRAINT tickets_pkey PRIMARY KEY (sale_id, n);

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_command_id_key UNIQUE (command_id);

ALTER TABLE ONLY public.uploads
    ADD CONSTRAINT uploads_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX event_command ON ONLY log.event USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_00_stream_id_command_id_ordinal_idx ON log.event_00 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_01_stream_id_command_id_ordinal_idx ON log.event_01 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_02_stream_id_command_id_ordinal_idx ON log.event_02 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_03_stream_id_command_id_ordinal_idx ON log.event_03 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_04_stream_id_command_id_ordinal_idx ON log.event_04 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_05_stream_id_command_id_ordinal_idx ON log.event_05 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_06_stream_id_command_id_ordinal_idx ON log.event_06 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_07_stream_id_command_id_ordinal_idx ON log.event_07 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_08_stream_id_command_id_ordinal_idx ON log.event_08 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_09_stream_id_command_id_ordinal_idx ON log.event_09 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_10_stream_id_command_id_ordinal_idx ON log.event_10 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_11_stream_id_command_id_ordinal_idx ON log.event_11 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_12_stream_id_command_id_ordinal_idx ON log.event_12 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_13_stream_id_command_id_ordinal_idx ON log.event_13 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_14_stream_id_command_id_ordinal_idx ON log.event_14 USING btree (stream_id, command_id, ordinal);

CREATE UNIQUE INDEX event_15_stream_id_command_id_ordinal_idx ON log.event_15 USING btree (stream_id, command_id, ordinal);

CREATE INDEX outbox_errands ON log.outbox USING btree (topic, next_at) WHERE ((done_at IS NULL) AND (topic = ANY (ARRAY['refund'::text, 'tell_holders'::text, 'help_desk'::text, 'ticket_letters'::text])));

CREATE INDEX outbox_newest ON log.outbox USING btree (created_at DESC);

CREATE INDEX outbox_waiting ON log.outbox USING btree (next_at) WHERE (done_at IS NULL);

CREATE INDEX refusal_age ON log.refusal USING brin (at);

CREATE INDEX stream_due ON log.stream USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX account_acts_newest ON public.account_acts USING btree (at DESC);

CREATE INDEX bidders_of_person ON public.bidders USING btree (user_id);

CREATE INDEX chat_acts_newest ON public.chat_acts USING btree (at DESC);

CREATE INDEX chat_acts_reports ON public.chat_acts USING btree (at DESC) WHERE (act = 'reported'::text);

CREATE INDEX conversations_newest ON public.conversations USING btree (updated_at DESC);

CREATE INDEX conversations_of_customer ON public.conversations USING btree (customer_id);

CREATE INDEX conversations_with ON public.conversations USING btree (with_id);

CREATE INDEX desk_acts_newest ON public.desk_acts USING btree (at DESC);

CREATE INDEX lot_acts_newest ON public.lot_acts USING btree (at DESC);

CREATE INDEX lot_pictures_shown ON public.lot_pictures USING btree (name) WHERE (removed_at IS NULL);

CREATE INDEX lots_newest ON public.lots USING btree (created_at DESC);

CREATE INDEX lots_seller ON public.lots USING btree (seller_id);

CREATE INDEX message_texts_age ON public.message_texts USING brin (written_at);

CREATE INDEX message_texts_of_sender ON public.message_texts USING btree (sender_id);

CREATE INDEX message_texts_of_upload ON public.message_texts USING btree (upload_name) WHERE (upload_name IS NOT NULL);

CREATE INDEX orders_newest ON public.orders USING btree (created_at DESC);

CREATE INDEX orders_of_person ON public.orders USING btree (person_id, created_at DESC);

CREATE INDEX practice_callbacks_untold ON public.practice_callbacks USING btree (next_at) WHERE (told_at IS NULL);

CREATE INDEX practice_refunds_of_payment ON public.practice_refunds USING btree (token) WHERE (token IS NOT NULL);

CREATE INDEX quick_replies_of_owner ON public.quick_replies USING btree (owner_id, sort_order, id);

CREATE INDEX rate_limits_stale ON public.rate_limits USING btree (stale_at);

CREATE INDEX refunds_of_order ON public.refunds USING btree (sale_id, order_n);

CREATE INDEX sale_acts_newest ON public.sale_acts USING btree (at DESC);

CREATE INDEX seat_maps_owner ON public.seat_maps USING btree (owner_id);

CREATE INDEX sessions_ended ON public.sessions USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id, rotated_at DESC);

CREATE UNIQUE INDEX signing_keys_current ON public.signing_keys USING btree (((retired_at IS NULL))) WHERE (retired_at IS NULL);

CREATE INDEX ticket_requests_person ON public.ticket_requests USING btree (person_id, sale_id, n);

CREATE INDEX ticket_requests_waiting ON public.ticket_requests USING btree (sale_id, lane, n) WHERE (NOT is_served);

CREATE INDEX ticket_sales_organizer ON public.ticket_sales USING btree (organizer_id);

CREATE INDEX ticket_sales_starts ON public.ticket_sales USING btree (starts_at);

CREATE INDEX tickets_of_order ON public.tickets USING btree (sale_id, order_n);

CREATE INDEX uploads_of_owner ON public.uploads USING btree (owner_id);

CREATE UNIQUE INDEX users_email ON public.users USING btree (lower(email));

CREATE UNIQUE INDEX users_external_id ON public.users USING btree (external_id);

CREATE UNIQUE INDEX users_username ON public.users USING btree (lower(username));

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_00_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_00_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_01_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_01_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_02_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_02_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_03_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_03_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_04_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_04_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_05_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_05_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_06_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_06_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_07_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_07_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_08_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_08_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_09_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_09_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_10_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_10_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_11_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_11_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_12_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_12_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_13_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_13_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_14_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_14_stream_id_command_id_ordinal_idx;

ALTER INDEX log.event_pkey ATTACH PARTITION log.event_15_pkey;

ALTER INDEX log.event_command ATTACH PARTITION log.event_15_stream_id_command_id_ordinal_idx;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_00 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_01 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_02 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_03 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_04 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_05 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_06 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_07 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_08 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_09 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_10 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_11 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_12 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_13 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_14 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON log.event_15 FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

ALTER TABLE ONLY public.favorites
    ADD CONSTRAINT favorites_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES public.lots(id);

ALTER TABLE ONLY public.practice_callbacks
    ADD CONSTRAINT practice_callbacks_token_fkey FOREIGN KEY (token) REFERENCES public.practice_payments(token);

ALTER TABLE ONLY public.practice_refunds
    ADD CONSTRAINT practice_refunds_token_fkey FOREIGN KEY (token) REFERENCES public.practice_payments(token);

ALTER TABLE ONLY public.selling
    ADD CONSTRAINT selling_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

GRANT USAGE ON SCHEMA log TO saleroom_app;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO saleroom_app;

REVOKE ALL ON FUNCTION log.append(p_stream bigint, p_expected bigint, p_facts log.fact_record[], p_state jsonb, p_refused log.refusal_record[], p_outbox log.outbox_record[]) FROM PUBLIC;
GRANT ALL ON FUNCTION log.append(p_stream bigint, p_expected bigint, p_facts log.fact_record[], p_state jsonb, p_refused log.refusal_record[], p_outbox log.outbox_record[]) TO saleroom_app;

REVOKE ALL ON FUNCTION log.claim_number(p_kind text, p_command uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION log.claim_number(p_kind text, p_command uuid) TO saleroom_app;

REVOKE ALL ON FUNCTION log.lock_stream(p_stream bigint, p_kind text, p_known bigint, p_commands uuid[], p_creates boolean, OUT at timestamp with time zone, OUT version bigint, OUT due_at timestamp with time zone, OUT has_tail boolean, OUT taken uuid[], OUT tail_commands uuid[], OUT tail_types smallint[], OUT tail_schemas smallint[], OUT tail_ats timestamp with time zone[], OUT tail_data bytea[], OUT tail_hashes bytea[]) FROM PUBLIC;
GRANT ALL ON FUNCTION log.lock_stream(p_stream bigint, p_kind text, p_known bigint, p_commands uuid[], p_creates boolean, OUT at timestamp with time zone, OUT version bigint, OUT due_at timestamp with time zone, OUT has_tail boolean, OUT taken uuid[], OUT tail_commands uuid[], OUT tail_types smallint[], OUT tail_schemas smallint[], OUT tail_ats timestamp with time zone[], OUT tail_data bytea[], OUT tail_hashes bytea[]) TO saleroom_app;

REVOKE ALL ON FUNCTION log.prune_refusals() FROM PUBLIC;
GRANT ALL ON FUNCTION log.prune_refusals() TO saleroom_app;

REVOKE ALL ON FUNCTION log.refuse_change() FROM PUBLIC;
GRANT ALL ON FUNCTION log.refuse_change() TO saleroom_app;

REVOKE ALL ON FUNCTION log.verify_stream(p_stream bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION log.verify_stream(p_stream bigint) TO saleroom_app;

GRANT SELECT ON TABLE log.claim TO saleroom_app;

GRANT SELECT ON TABLE log.event TO saleroom_app;

GRANT SELECT ON TABLE log.event_00 TO saleroom_app;

GRANT SELECT ON TABLE log.event_01 TO saleroom_app;

GRANT SELECT ON TABLE log.event_02 TO saleroom_app;

GRANT SELECT ON TABLE log.event_03 TO saleroom_app;

GRANT SELECT ON TABLE log.event_04 TO saleroom_app;

GRANT SELECT ON TABLE log.event_05 TO saleroom_app;

GRANT SELECT ON TABLE log.event_06 TO saleroom_app;

GRANT SELECT ON TABLE log.event_07 TO saleroom_app;

GRANT SELECT ON TABLE log.event_08 TO saleroom_app;

GRANT SELECT ON TABLE log.event_09 TO saleroom_app;

GRANT SELECT ON TABLE log.event_10 TO saleroom_app;

GRANT SELECT ON TABLE log.event_11 TO saleroom_app;

GRANT SELECT ON TABLE log.event_12 TO saleroom_app;

GRANT SELECT ON TABLE log.event_13 TO saleroom_app;

GRANT SELECT ON TABLE log.event_14 TO saleroom_app;

GRANT SELECT ON TABLE log.event_15 TO saleroom_app;

GRANT SELECT ON TABLE log.event_type TO saleroom_app;

GRANT SELECT ON TABLE log.number TO saleroom_app;

GRANT SELECT,INSERT,UPDATE ON TABLE log.outbox TO saleroom_app;

GRANT SELECT ON TABLE log.refusal TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE log.snapshot TO saleroom_app;

GRANT SELECT ON TABLE log.stream TO saleroom_app;

GRANT SELECT,INSERT ON TABLE public.account_acts TO saleroom_app;

GRANT SELECT,USAGE ON SEQUENCE public.account_acts_id_seq TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agent_presence TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.bidders TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_acts TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conversations TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.desk_acts TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.favorites TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lot_acts TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lot_pictures TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lots TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.message_texts TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.messages TO saleroom_app;

GRANT SELECT ON TABLE public.migration TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.orders TO saleroom_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.practice_callbacks TO saleroom_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.practice_payments TO saleroom_app;

GRANT SELECT,INSERT ON TABLE public.practice_refunds TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.projection_cursors TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.quick_replies TO saleroom_app;

GRANT SELECT,USAGE ON SEQUENCE public.quick_replies_id_seq TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rate_limits TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.refunds TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sale_acts TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.seat_maps TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.selling TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO saleroom_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.signing_keys TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ticket_requests TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ticket_sales TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.ticket_seats TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tickets TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.uploads TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.users TO saleroom_app;

GRANT SELECT,USAGE ON SEQUENCE public.users_id_seq TO saleroom_app;
