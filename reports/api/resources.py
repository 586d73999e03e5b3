"""What other systems can read: each kind of answer once, for the page and for its description."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.exits.codes import Scope
from ehcp.models import AnnualReview, EhcPlan
from provision.models import Place, Provision
from pupils.flags import flags_for
from pupils.models import Pupil
from reports.filters import Choice
from reports.selectors.due_rows import due_rows
from reports.selectors.lists import ChildList

type Item = dict[str, Any]
_TEXT: Item = {"type": "string"}
_ID: Item = {"type": "string", "format": "uuid"}
_DAY: Item = {"type": "string", "format": "date"}
_NUMBER: Item = {"type": "integer"}


def _or_null(kind: Item) -> Item:
    return kind | {"type": [kind["type"], "null"]}


@dataclass(frozen=True)
class Resource:
    """One kind of answer: what opens it, what an item says, how the items are read."""

    scope: Scope
    summary: str
    fields: dict[str, Item]
    read: Callable[[Access, frozenset[str]], list[Item]]
    #: Fields that stand in an item only when the key has that scope as well.
    more: dict[Scope, dict[str, Item]]


def _on_register(access: Access) -> QuerySet:
    return Pupil.objects.visible_to(access).staying(access.today)


def _pupils(access: Access, scopes: frozenset[str]) -> list[Item]:
    found = ChildList(access, Choice(), only_register=True).rows()
    upns = _upns(access) if Scope.UPN in scopes else {}
    of_care = {f.short for f in flags_for(access) if f.permission == Permission.VIEW_CARE}
    items = []
    for row in found:
        item = {
            "id": str(row.id),
            "name": row.name,
            "year": row.year,
            "class": row.group,
            "sen_status": row.status,
            "needs": list(row.needs),
        }
        if Scope.UPN in scopes:
            item["upn"] = upns.get(row.id, "")
        if Scope.CARE in scopes:
            item["care"] = [flag for flag in row.flags if flag in of_care]
        items.append(item)
    return items


def _upns(access: Access) -> dict:
    return dict(_on_register(access).values_list("pk", "upn"))


def _plans(access: Access, scopes: frozenset[str]) -> list[Item]:
    rows = EhcPlan.objects.filter(school=access.school, pupil__in=_on_register(access).values("pk"))
    values = rows.maintained().order_by("pk").values("id", "pupil_id", "local_authority", "made_on")
    return [_plain(each) for each in values]


def _reviews(access: Access, scopes: frozenset[str]) -> list[Item]:
    pupils = _on_register(access).values("pk")
    rows = AnnualReview.objects.filter(
        school=access.school, plan__pupil__in=pupils, plan__ended_on=None
    )
    values = rows.order_by("meeting_on", "pk").values(
        "id",
        "plan_id",
        "kind",
        "meeting_on",
        "is_held",
        "report_sent_on",
        "decided_on",
        pupil_id=F("plan__pupil_id"),
    )
    return [_plain(each) for each in values]


def _provision(access: Access, scopes: frozenset[str]) -> list[Item]:
    readable = Provision.objects.filter(school=access.school).readable_by(access)
    pupils = _on_register(access).values("pk")
    places = Place.objects.filter(school=access.school, provision__in=readable, pupil__in=pupils)
    found: list[Item] = []
    for place in places.select_related("provision").order_by("provision__starts_on", "pk"):
        row = place.provision
        found.append(
            {
                "id": str(place.pk),
                "pupil_id": str(place.pupil_id),
                "provision_id": str(row.pk),
                "name": row.name,
                "sessions_a_week": row.sessions_a_week,
                "minutes": row.minutes,
                "starts_on": row.starts_on.isoformat(),
                "ends_on": row.ends_on.isoformat(),
                "state": row.state,
            }
        )
    return found


def _due(access: Access, scopes: frozenset[str]) -> list[Item]:
    seen = Q(pupil_id=None) | Q(pupil_id__in=Pupil.objects.visible_to(access).values("pk"))
    values = (
        due_rows(access)
        .filter(seen)
        .values("id", "pupil_id", "kind", "title", "due_on", "do_by", "owed_by", "citation")
    )
    return [_plain(each) for each in values]


def _plain(values: Item) -> Item:
    """Ids and days as text; the rest as it is."""
    kept = (str, int, bool, type(None))
    return {k: v if isinstance(v, kept) else str(v) for k, v in values.items()}


RESOURCES: tuple[Resource, ...] = (
    Resource(
        Scope.PUPILS,
        "Children on the SEND register",
        {
            "id": _ID,
            "name": _TEXT,
            "year": {"type": "string", "examples": list(YEAR_GROUP_LABELS.values())[:1]},
            "class": _TEXT,
            "sen_status": _TEXT,
            "needs": {"type": "array", "items": _TEXT},
        },
        _pupils,
        {
            Scope.UPN: {"upn": _TEXT},
            Scope.CARE: {"care": {"type": "array", "items": _TEXT}},
        },
    ),
    Resource(
        Scope.PLANS,
        "EHC plans in force",
        {"id": _ID, "pupil_id": _ID, "local_authority": _TEXT, "made_on": _DAY},
        _plans,
        {},
    ),
    Resource(
        Scope.REVIEWS,
        "Annual reviews of plans in force, planned and held",
        {
            "id": _ID,
            "plan_id": _ID,
            "pupil_id": _ID,
            "kind": _TEXT,
            "meeting_on": _DAY,
            "is_held": {"type": "boolean"},
            "report_sent_on": _or_null(_DAY),
            "decided_on": _or_null(_DAY),
        },
        _reviews,
        {},
    ),
    Resource(
        Scope.PROVISION,
        "A child's place in a provision",
        {
            "id": _ID,
            "pupil_id": _ID,
            "provision_id": _ID,
            "name": _TEXT,
            "sessions_a_week": _NUMBER,
            "minutes": _NUMBER,
            "starts_on": _DAY,
            "ends_on": _DAY,
            "state": _TEXT,
        },
        _provision,
        {},
    ),
    Resource(
        Scope.DUE,
        "What is due, of the kinds of data that the key opens",
        {
            "id": _ID,
            "pupil_id": _or_null(_ID),
            "kind": _TEXT,
            "title": _TEXT,
            "due_on": _DAY,
            "do_by": _DAY,
            "owed_by": _TEXT,
            "citation": _TEXT,
        },
        _due,
        {},
    ),
)
