-- The whole schema as the migrations make it. Made by `saleroom dump-schema`; never edited; a test compares.

CREATE SCHEMA log;

CREATE FUNCTION log.append(p_stream bigint, p_expected bigint, p_commands uuid[], p_ordinals smallint[], p_fingerprints bytea[], p_types smallint[], p_schemas smallint[], p_data bytea[], p_dues timestamp with time zone[], p_state jsonb, p_refused uuid[], p_refused_fingerprints bytea[], p_refused_codes text[], p_refused_facts bytea[], p_outbox_keys text[], p_outbox_versions bigint[], p_outbox_topics text[], p_outbox_payloads text[]) RETURNS bytea[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    head     log.stream;
    lock     text[] := string_to_array(current_setting('saleroom.lock', true), '|');
    t        timestamptz;
    t_micros bytea;
    due      timestamptz;
    timed    smallint[];
    chain    bytea;
    hashes   bytea[] := '{}';
    events   integer := coalesce(array_length(p_types, 1), 0);
BEGIN
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

    IF events > 0 THEN
        SELECT array_agg(type) INTO timed FROM log.event_type WHERE is_timed;
        t_micros := int8send((extract(epoch FROM t) * 1000000)::bigint);
        due := head.due_at;
        chain := head.head_hash;
        FOR i IN 1..events LOOP
            IF p_types[i] = ANY (timed) THEN
                IF due IS NULL OR due > t THEN
                    RAISE EXCEPTION 'a timed fact (type %) on stream % at %, due %', p_types[i], p_stream, t, due
                        USING ERRCODE = 'SR004';
                END IF;
            ELSIF due <= t THEN
                RAISE EXCEPTION 'stream % was due at % and it is %: what is due comes first', p_stream, due, t
                    USING ERRCODE = 'SR003';
            END IF;
            due := p_dues[i];
            chain := sha256(chain || int8send(p_stream) || int8send(p_expected + i) || uuid_send(p_commands[i])
                            || int2send(p_ordinals[i]) || int2send(p_types[i]) || int2send(p_schemas[i])
                            || t_micros || p_fingerprints[i] || p_data[i]);
            hashes[i] := chain;
        END LOOP;

        INSERT INTO log.event (stream_id, version, command_id, ordinal, type, schema_version, at, fingerprint, data, hash)
        SELECT p_stream, p_expected + n, command_id, ordinal, type, schema_version, t, fingerprint, data, hash
          FROM unnest(p_commands, p_ordinals, p_types, p_schemas, p_fingerprints, p_data, hashes)
               WITH ORDINALITY AS e(command_id, ordinal, type, schema_version, fingerprint, data, hash, n);

        UPDATE log.stream SET version = p_expected + events, head_hash = chain, last_at = t, due_at = due, state = p_state
         WHERE stream_id = p_stream;
    END IF;

    IF array_length(p_refused, 1) > 0 THEN
        INSERT INTO log.refusal (stream_id, command_id, fingerprint, at, code, facts)
        SELECT p_stream, command_id, fingerprint, t, code, facts
          FROM unnest(p_refused, p_refused_fingerprints, p_refused_codes, p_refused_facts) AS r(command_id, fingerprint, code, facts);
    END IF;

    IF array_length(p_outbox_keys, 1) > 0 THEN
        INSERT INTO log.outbox (stream_id, dedupe_key, version, topic, payload)
        SELECT p_stream, dedupe_key, version, topic, payload::jsonb
          FROM unnest(p_outbox_keys, p_outbox_versions, p_outbox_topics, p_outbox_payloads) AS o(dedupe_key, version, topic, payload)
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
    INSERT INTO log.number AS n (kind, newest) VALUES (p_kind, 1)
        ON CONFLICT (kind) DO UPDATE SET newest = n.newest + 1 RETURNING newest INTO claimed;
    INSERT INTO log.claim (kind, command_id, number) VALUES (p_kind, p_command, claimed) ON CONFLICT DO NOTHING;
    -- The row lock on log.number orders two claims of one id: the later one sees the earlier's.
    SELECT number INTO claimed FROM log.claim WHERE kind = p_kind AND command_id = p_command;
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
    CONSTRAINT account_acts_act_check CHECK ((act = ANY (ARRAY['roles_changed'::text, 'banned'::text, 'let_in'::text])))
);

ALTER TABLE public.account_acts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_acts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.bidders (
    stream_id bigint NOT NULL,
    user_id bigint NOT NULL,
    highest_minor bigint NOT NULL,
    bid_count bigint NOT NULL,
    last_bid_at timestamp with time zone NOT NULL
)
WITH (fillfactor='50');

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
    version bigint NOT NULL
);

CREATE TABLE public.migration (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

CREATE TABLE public.projection_cursors (
    stream_id bigint NOT NULL,
    projection text NOT NULL,
    version bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50');

CREATE TABLE public.rate_limits (
    key bytea NOT NULL,
    hits timestamp with time zone[] NOT NULL,
    is_over boolean DEFAULT false NOT NULL,
    stale_at timestamp with time zone NOT NULL,
    CONSTRAINT rate_limits_key_check CHECK ((length(key) = 32))
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
    CONSTRAINT erased_keeps_nothing CHECK (((erased_at IS NULL) OR ((email IS NULL) AND (username IS NULL) AND (name = ''::text) AND (hashed_password = ''::text) AND (NOT is_active)))),
    CONSTRAINT has_a_name_to_sign_in_with CHECK (((erased_at IS NOT NULL) OR (email IS NOT NULL) OR (username IS NOT NULL))),
    CONSTRAINT users_email_check CHECK (((length(email) <= 254) AND (strpos(email, '@'::text) > 1))),
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

ALTER TABLE ONLY log.stream
    ADD CONSTRAINT stream_pkey PRIMARY KEY (stream_id);

ALTER TABLE ONLY public.account_acts
    ADD CONSTRAINT account_acts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bidders
    ADD CONSTRAINT bidders_pkey PRIMARY KEY (stream_id, user_id);

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

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.projection_cursors
    ADD CONSTRAINT projection_cursors_pkey PRIMARY KEY (stream_id, projection);

ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.selling
    ADD CONSTRAINT selling_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

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

CREATE INDEX outbox_newest ON log.outbox USING btree (created_at DESC);

CREATE INDEX outbox_waiting ON log.outbox USING btree (next_at) WHERE (done_at IS NULL);

CREATE INDEX refusal_age ON log.refusal USING brin (at);

CREATE INDEX stream_due ON log.stream USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX account_acts_newest ON public.account_acts USING btree (at DESC);

CREATE INDEX bidders_of_person ON public.bidders USING btree (user_id);

CREATE INDEX lot_acts_newest ON public.lot_acts USING btree (at DESC);

CREATE INDEX lot_pictures_shown ON public.lot_pictures USING btree (name) WHERE (removed_at IS NULL);

CREATE INDEX lots_newest ON public.lots USING btree (created_at DESC);

CREATE INDEX lots_seller ON public.lots USING btree (seller_id);

CREATE INDEX rate_limits_stale ON public.rate_limits USING btree (stale_at);

CREATE INDEX sessions_ended ON public.sessions USING btree (ended_at) WHERE (ended_at IS NOT NULL);

CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);

CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id, rotated_at DESC);

CREATE UNIQUE INDEX users_email ON public.users USING btree (lower(email));

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

ALTER TABLE ONLY public.selling
    ADD CONSTRAINT selling_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

GRANT USAGE ON SCHEMA log TO saleroom_app;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO saleroom_app;

REVOKE ALL ON FUNCTION log.append(p_stream bigint, p_expected bigint, p_commands uuid[], p_ordinals smallint[], p_fingerprints bytea[], p_types smallint[], p_schemas smallint[], p_data bytea[], p_dues timestamp with time zone[], p_state jsonb, p_refused uuid[], p_refused_fingerprints bytea[], p_refused_codes text[], p_refused_facts bytea[], p_outbox_keys text[], p_outbox_versions bigint[], p_outbox_topics text[], p_outbox_payloads text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION log.append(p_stream bigint, p_expected bigint, p_commands uuid[], p_ordinals smallint[], p_fingerprints bytea[], p_types smallint[], p_schemas smallint[], p_data bytea[], p_dues timestamp with time zone[], p_state jsonb, p_refused uuid[], p_refused_fingerprints bytea[], p_refused_codes text[], p_refused_facts bytea[], p_outbox_keys text[], p_outbox_versions bigint[], p_outbox_topics text[], p_outbox_payloads text[]) TO saleroom_app;

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

GRANT SELECT ON TABLE log.stream TO saleroom_app;

GRANT SELECT,INSERT ON TABLE public.account_acts TO saleroom_app;

GRANT SELECT,USAGE ON SEQUENCE public.account_acts_id_seq TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.bidders TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.favorites TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lot_acts TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lot_pictures TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lots TO saleroom_app;

GRANT SELECT ON TABLE public.migration TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.projection_cursors TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rate_limits TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.selling TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO saleroom_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.users TO saleroom_app;

GRANT SELECT,USAGE ON SEQUENCE public.users_id_seq TO saleroom_app;
