"""What the search finds of EHC plans: the words of the newest paper of each."""

from django.db.models import Exists, OuterRef, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from aylsham.tenancy.sensitive import SensitiveQuerySet
from ehcp.models import PlanLine, PlanVersion
from pupils.searching.kinds import NoteKind, register_notes
from pupils.searching.own import readable_at


def _lines(access: Access) -> QuerySet:
    later = PlanVersion.objects.filter(
        school_id=OuterRef("school_id"),
        plan_id=OuterRef("version__plan_id"),
        served_on__gt=OuterRef("version__served_on"),
    )
    rows = PlanLine.objects.filter(SensitiveQuerySet.by_role(access), ~Exists(later))
    return readable_at(access, rows, P.VIEW_PLANS, "version__plan__pupil")


KINDS = (
    NoteKind(
        "plan",
        "EHC plan",
        PlanLine,
        ("number", "text"),
        _lines,
        "plan_version",
        row="version_id",
        pupil="version__plan__pupil_id",
        is_of_child=False,
    ),
)


def register_own() -> None:
    """Let the search find them."""
    register_notes(*KINDS)
