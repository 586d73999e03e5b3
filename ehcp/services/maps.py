"""A map of a council's form is changed: a new version, and what was begun keeps its own."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from ehcp.map_codes import MapKind
from ehcp.models import FederationMap, SchoolMap

_MOVED = "Somebody saved another version while you had it open. Open it again."


@transaction.atomic
def keep_map(
    *,
    school: School,
    kind: MapKind,
    code: str,
    content: dict[str, Any],
    seen: int,
    is_shared: bool = False,
    is_withdrawn: bool = False,
    by: User | None,
) -> SchoolMap | FederationMap:
    """Keep a new version, of the school or of its federation; `content` was checked.

    `seen`: the number of the owner's version that the writer had before them.
    """
    rows, owner = _rows(school, is_shared)
    number = rows.filter(kind=kind, code=code).aggregate(last=Max("number"))["last"] or 0
    if number != seen:
        raise TransitionNotAllowed(_MOVED)
    if is_withdrawn and not number:
        raise TransitionNotAllowed("There is no version of yours to take back.")
    row = rows.model(
        **owner,
        kind=kind,
        code=code,
        number=number + 1,
        content=content,
        is_withdrawn=is_withdrawn,
        written_by=by,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # the number was taken in this moment
        raise TransitionNotAllowed(_MOVED) from None
    detail = {"kind": kind, "code": code, "version": row.number, "shared": is_shared}
    detail |= {"withdrawn": True} if is_withdrawn else {}
    record_event(Action.CHANGE_MAP, school=school, by=by, subject=row, detail=detail)
    return row


def _rows(school: School, is_shared: bool):
    if is_shared:
        owner = {"federation_id": school.federation_id}
        return FederationMap.objects.filter(**owner), owner
    return SchoolMap.objects.filter(school=school), {"school": school}
