"""What the search finds of outcomes, targets, cycles and sessions, and who may read it."""

from django.db.models import Exists, OuterRef, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from provision.models import (
    CycleTarget,
    CycleText,
    Outcome,
    Provision,
    SessionLog,
    SessionMark,
    Target,
)
from pupils.searching.kinds import NoteKind, register_notes
from pupils.searching.own import readable_at


def _outcomes(access: Access) -> QuerySet:
    return readable_at(access, Outcome.objects.readable_by(access), P.VIEW_NEEDS)


def _targets(access: Access) -> QuerySet:
    return readable_at(access, Target.objects.readable_by(access), P.VIEW_NEEDS)


def _cycles(access: Access) -> QuerySet:
    rows = CycleText.objects.readable_by(access)
    return readable_at(access, rows, P.VIEW_NEEDS, "cycle__pupil")


def _reviews(access: Access) -> QuerySet:
    rows = CycleTarget.objects.filter(target__in=Target.objects.readable_by(access).values("pk"))
    return readable_at(access, rows, P.VIEW_NEEDS, "cycle__pupil")


def _sessions(access: Access) -> QuerySet:
    """What the newest log of a session says, of provision that the asker may read."""
    later = SessionLog.objects.filter(
        school_id=OuterRef("school_id"),
        session_id=OuterRef("log__session_id"),
        number__gt=OuterRef("log__number"),
    )
    provisions = Provision.objects.readable_by(access).values("pk")
    rows = SessionMark.objects.filter(~Exists(later), log__session__provision__in=provisions)
    return readable_at(access, rows, P.VIEW_SESSIONS)


KINDS = (
    NoteKind("outcome", "Outcome", Outcome, ("text", "end_note"), _outcomes, "child_targets"),
    NoteKind(
        "target", "Target", Target, ("text", "child_words", "end_note"), _targets, "child_targets"
    ),
    NoteKind(
        "cycle",
        "SEN support cycle",
        CycleText,
        ("text",),
        _cycles,
        "cycle",
        row="cycle_id",
        pupil="cycle__pupil_id",
    ),
    NoteKind(
        "review",
        "Review of a target",
        CycleTarget,
        ("evidence",),
        _reviews,
        "cycle",
        row="cycle_id",
        pupil="cycle__pupil_id",
    ),
    NoteKind("session", "Session", SessionMark, ("word",), _sessions, "child_provision"),
)


def register_own() -> None:
    """Let the search find them."""
    register_notes(*KINDS)
