"""What the search finds of the child's own floor, and who may read it."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from aylsham.tenancy.sensitive import SensitiveQuerySet
from pupils.access import schools_where
from pupils.models import (
    AgendaItem,
    AgreedAction,
    Concern,
    Document,
    MeetingChild,
    Need,
    PassportText,
    Pupil,
    Recommendation,
    Referral,
    Strategy,
    Talk,
)
from pupils.searching.kinds import NoteKind, register_notes


def readable_at(access: Access, rows: QuerySet, permission: P, pupil: str = "pupil") -> QuerySet:
    """Rows about children in reach, of the schools at which the asker has the permission."""
    reach = Pupil.objects.visible_to(access).values("pk")
    schools = schools_where(access, permission)
    return rows.filter(**{f"{pupil}__in": reach}, school__in=schools)


def _needs(access: Access) -> QuerySet:
    return readable_at(access, Need.objects.filter(ended_on=None), P.VIEW_NEEDS)


def _strategies(access: Access) -> QuerySet:
    rows = Strategy.objects.readable_by(access).filter(ended_on=None)
    return readable_at(access, rows, P.VIEW_NEEDS)


def _passports(access: Access) -> QuerySet:
    rows = PassportText.objects.readable_by(access)
    return readable_at(access, rows, P.VIEW_NEEDS, "passport__pupil")


def _concerns(access: Access) -> QuerySet:
    reads = SensitiveQuerySet.by_role(access) | Q(raised_by=access.user)
    return readable_at(access, Concern.objects.filter(reads), P.VIEW_NEEDS)


def _talks(access: Access) -> QuerySet:
    reads = SensitiveQuerySet.by_role(access) | Q(logged_by=access.user)
    return readable_at(access, Talk.objects.filter(reads), P.VIEW_FAMILY_LOG)


def _actions(access: Access) -> QuerySet:
    own = Q(owner=access.user) | Q(agreed_by=access.user)
    rows = AgreedAction.objects.filter(SensitiveQuerySet.by_role(access) | own)
    return readable_at(access, rows, P.VIEW_FAMILY_LOG)


def _minutes(access: Access) -> QuerySet:
    """Minutes about one child; of several together, for whoever may see all of them."""
    unseen = MeetingChild.objects.filter(
        school_id=OuterRef("school_id"), meeting_id=OuterRef("meeting_id")
    ).exclude(pupil__in=Pupil.objects.visible_to(access).values("pk"))
    rows = AgendaItem.objects.filter(
        SensitiveQuerySet.by_role(access), meeting__pupil__isnull=False
    )
    return readable_at(access, rows, P.VIEW_FAMILY_LOG, "meeting__pupil").exclude(Exists(unseen))


def _referrals(access: Access) -> QuerySet:
    rows = Referral.objects.filter(SensitiveQuerySet.by_role(access))
    return readable_at(access, rows, P.VIEW_REFERRALS)


def _advice(access: Access) -> QuerySet:
    readable = Document.objects.visible_to(access).values("pk")
    rows = Recommendation.objects.filter(document__in=readable)
    return readable_at(access, rows, P.VIEW_REFERRALS)


KINDS = (
    NoteKind("need", "Need", Need, ("in_words", "impact"), _needs, "child"),
    NoteKind("strategy", "What helps", Strategy, ("text",), _strategies, "child_passport"),
    NoteKind(
        "passport",
        "Passport",
        PassportText,
        ("text",),
        _passports,
        "child_passport",
        pupil="passport__pupil_id",
    ),
    NoteKind(
        "concern",
        "Concern",
        Concern,
        ("seen_words", "parents_said", "parent_view", "child_view"),
        _concerns,
        "concern",
        row="pk",
    ),
    NoteKind("talk", "Contact with the family", Talk, ("who", "agreed"), _talks, "child_log"),
    NoteKind("action", "Agreed action", AgreedAction, ("what", "outcome"), _actions, "child_log"),
    NoteKind(
        "minutes",
        "Minutes",
        AgendaItem,
        ("title", "text"),
        _minutes,
        "meeting",
        row="meeting_id",
        pupil=Coalesce("pupil_id", "meeting__pupil_id"),
    ),
    NoteKind(
        "referral",
        "Referral",
        Referral,
        ("service", "reason", "outcome"),
        _referrals,
        "referral",
        row="pk",
    ),
    NoteKind(
        "advice",
        "Advice",
        Recommendation,
        ("text", "words", "reason", "found"),
        _advice,
        "document",
        row="document_id",
    ),
)


def register_own() -> None:
    """Let the search find them."""
    register_notes(*KINDS)
