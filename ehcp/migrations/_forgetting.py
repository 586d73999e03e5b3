"""Deleting what the app role may only add, by a confirmed decision: of a consultation, of a record."""

from pupils.migrations._retention import FORGET_FROZEN_ROWS

#: A child's record has such rows on this floor and on the one below too.
FORGET_ON_EVERY_FLOOR = FORGET_FROZEN_ROWS.replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
).replace("'^pupils_[a-z]+$'", "'^(pupils|provision|ehcp)_[a-z]+$'")

#: The answers to one consultation, which lies in the bin.
FORGET_CONSULTATION_REPLIES = r"""
CREATE FUNCTION forget_consultation_replies(by_end uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_catalog, pg_temp
AS $$
DECLARE gone integer;
BEGIN
    IF NOT EXISTS (
        SELECT FROM ehcp_consultationend
        WHERE id = by_end AND kind = 'delete' AND confirmed_at IS NOT NULL AND ended_on IS NULL
    ) THEN
        RAISE EXCEPTION 'no confirmed decision to delete' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('aylsham.rewrite_history', 'on', true);
    DELETE FROM ehcp_consultationreply reply USING ehcp_consultationend ending
    WHERE ending.id = by_end AND reply.school_id = ending.school_id
        AND reply.consultation_id = ending.consultation_id;
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM set_config('aylsham.rewrite_history', 'off', true);
    RETURN gone;
END $$
"""
