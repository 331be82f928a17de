-- Appends one decided batch to a stream whose lock this transaction holds: facts, refusals, outbox rows and the new head, in one call.
--
-- Python decides, this function guards. It checks the lock, the version and the time gate again, chains the hashes, and
-- returns the hash of every new fact in order. A fact's due_at is the stream's timer as it stands after it (null: none).
-- The gate: while a timer is due, only a timed fact may follow; before it, or without one, no timed fact may.
-- Raises SR001 not locked by this transaction, SR002 version conflict, SR003 something due comes first, SR004 a timed fact too early.
CREATE OR REPLACE FUNCTION log.append(
    p_stream bigint, p_expected bigint, p_facts log.fact_record[], p_state jsonb,
    p_refused log.refusal_record[], p_outbox log.outbox_record[]
) RETURNS bytea[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
