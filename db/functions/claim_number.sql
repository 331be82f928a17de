-- Gives the next number of a kind to a creation, the same number again to a retry with the same command id. No number is left out.
CREATE OR REPLACE FUNCTION log.claim_number(p_kind text, p_command uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
