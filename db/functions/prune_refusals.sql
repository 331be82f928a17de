-- Forgets refusals older than 7 days (the promise to a retry) and tells how many.
CREATE OR REPLACE FUNCTION log.prune_refusals() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH gone AS (DELETE FROM log.refusal WHERE at < clock_timestamp() - interval '7 days' RETURNING 1)
    SELECT count(*) FROM gone;
$$;
