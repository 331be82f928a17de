-- Gives the next number of a kind to a creation, the same number again to a retry with the same command id.
CREATE OR REPLACE FUNCTION log.claim_number(p_kind text, p_command uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
