-- Recomputes the hash chain of one stream and returns the first version that does not fit, or null if all is well.
-- It also finds a gap, a head that does not match its last fact, and time that runs backwards.
CREATE OR REPLACE FUNCTION log.verify_stream(p_stream bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
