-- Appends one decided batch to a stream whose lock this transaction holds: facts, refusals, outbox rows and the new head, in one call.
--
-- Python decides, this function guards. It checks the lock, the version and the time gate again, chains the hashes, and
-- returns the hash of every new fact in order. p_dues holds the stream's timer as it stands after each fact (null: none).
-- The gate: while a timer is due, only a timed fact may follow; before it, or without one, no timed fact may.
-- Raises SR001 not locked by this transaction, SR002 version conflict, SR003 something due comes first, SR004 a timed fact too early.
CREATE OR REPLACE FUNCTION log.append(
    p_stream bigint, p_expected bigint,
    p_commands uuid[], p_ordinals smallint[], p_fingerprints bytea[], p_types smallint[], p_schemas smallint[],
    p_data bytea[], p_dues timestamptz[], p_state jsonb,
    p_refused uuid[], p_refused_fingerprints bytea[], p_refused_codes text[], p_refused_facts bytea[],
    p_outbox_keys text[], p_outbox_versions bigint[], p_outbox_topics text[], p_outbox_payloads text[]
) RETURNS bytea[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    IF events = 0 AND cardinality(p_refused) = 0 AND cardinality(p_outbox_keys) = 0 THEN
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
