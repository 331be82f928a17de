-- Takes the row lock of one stream and tells everything a batch needs to decide: the time, the head, what is new, which ids are taken.
--
-- at is the time of every fact of this batch: the database's clock read once, right after the lock, never before the stream's
-- last fact. It is kept for this transaction alone, so that log.append uses the same time and takes it from nobody else.
-- version is null when there is no such stream (and p_creates is false). The tail is left out when it is longer than 5,000
-- facts (has_tail is false then): read it by pages first, so that the lock is held briefly.
-- One plan for all, by the indexes: planned anew for each batch, over sixteen partitions, it took longer than it ran.
CREATE OR REPLACE FUNCTION log.lock_stream(
    p_stream bigint, p_kind text, p_known bigint, p_commands uuid[], p_creates boolean,
    OUT at timestamptz, OUT version bigint, OUT due_at timestamptz, OUT has_tail boolean, OUT taken uuid[],
    OUT tail_commands uuid[], OUT tail_types smallint[], OUT tail_schemas smallint[], OUT tail_ats timestamptz[],
    OUT tail_data bytea[], OUT tail_hashes bytea[]
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off AS $$
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
