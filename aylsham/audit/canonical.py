"""The exact text that is hashed: the same on every server, in every time zone.

A row's own text quotes what needs it and asks no setting; moments become whole microseconds.
`verify` uses the same expressions as the sealer. Changing one breaks every seal ever made: add a
new version beside it instead.
"""


def _microseconds(column: str) -> str:
    return f"(extract(epoch FROM {column}) * 1000000)::bigint"


#: Over the columns of aylsham_auditevent AS event.
EVENT_HASH = f"""sha256(convert_to(ROW(
    event.school_id, event.id, event.xid, {_microseconds("event.at")}, event.actor_id,
    event.actor_name, event.actor_roles, event.action, event.subject_type, event.subject_id,
    event.pupil_ids, event.detail, event.request_id)::text, 'UTF8'))"""

#: Over the columns of a row called `seal`; what it covers follows as the hashes of its events.
SEAL_HEADER = f"""convert_to(ROW(
    seal.school_id, seal.number, seal.ids, seal.count, seal.last_id,
    encode(sha256(seal.digests), 'hex'), {_microseconds("seal.sealed_at")}, seal.over_below,
    seal.begun_up_to, seal.drawn_up_to, seal.origin, seal.restored_up_to,
    seal.is_restore)::text, 'UTF8')"""
