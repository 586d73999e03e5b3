"""Which records of the child have a readable history, and who may read it."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked, register_tracked
from pupils.kept import KEPT, KeptKind
from pupils.tracking import (
    agreements,
    assessments,
    child,
    family,
    fields,
    letters,
    meetings,
    moves,
    papers,
    parents,
    passports,
    safety,
    services,
)

#: Each module says which records about its noun are `TRACKED`.
PARTS = (
    agreements,
    assessments,
    child,
    family,
    fields,
    letters,
    meetings,
    moves,
    papers,
    parents,
    passports,
    safety,
    services,
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KEPT.values():
        register_tracked(_kept(kind))
    for part in PARTS:
        for each in part.TRACKED:
            register_tracked(each)


def _kept(kind: KeptKind) -> Tracked:
    return Tracked(
        kind.model,
        kind.noun,
        P.VIEW_PUPILS if kind.key == "alert" else P.VIEW_NEEDS,
        labels={"starts_on": "first day", "ended_on": "last day"},
        guarded={"note": P.VIEW_SENSITIVE} if "note" in kind.fields else {},
    )
