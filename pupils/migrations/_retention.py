"""Deleting notes that the app role may only add: by a confirmed decision, and no log of the system.

Runs as the owner, who is under row security too: nothing of another school is touched.
"""

FORGET_FROZEN_ROWS = r"""
CREATE FUNCTION forget_frozen_rows(place text, keys uuid[], by_decision uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
AS $$
DECLARE gone integer;
BEGIN
    IF place !~ '^pupils_[a-z]+$' THEN
        RAISE EXCEPTION 'rows of % are never deleted', place USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT EXISTS (
        SELECT FROM pupils_retentiondecision
        WHERE id = by_decision AND kind = 'delete' AND confirmed_at IS NOT NULL AND ended_on IS NULL
    ) THEN
        RAISE EXCEPTION 'no confirmed decision to delete' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('aylsham.rewrite_history', 'on', true);
    EXECUTE format(
        'DELETE FROM %I WHERE id = ANY ($1) AND school_id ='
        ' (SELECT school_id FROM pupils_retentiondecision WHERE id = $2)', place
    ) USING keys, by_decision;
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('aylsham.rewrite_history', 'off', true);
    RETURN gone;
END $$
"""
