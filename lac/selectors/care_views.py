"""Colleagues who may know of a child's care, and the little that they read."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from aylsham.access.current import Access, posts_of
from aylsham.access.roles import Role
from aylsham.dates import academic_year
from aylsham.models import Deadline, School, User
from lac.access import known_by_role, views_of
from lac.codes import CareKind
from lac.models import CarePeriod, CareView, PepPart
from lac.pep_codes import OPEN_STATES, PartState
from pupils.models import ClassAdult, Pupil

#: What a colleague reads instead of the kind of care.
MINIMAL_WORDS = {CareKind.LOOKED_AFTER: "In care", CareKind.PREVIOUSLY: "Was in care"}


@dataclass(frozen=True)
class MinimalLine:
    """What a colleague with a view reads of one child."""

    school_id: UUID
    pupil_id: UUID
    words: str
    #: The next day by which a PEP is owed; None where none is.
    pep_by: dt.date | None
    to_write: str
    until: dt.date
    #: Whether a part of a plan waits for the asker.
    has_parts: bool


def minimal_rows(access: Access, pupil_ids: Iterable[UUID]) -> QuerySet:
    """What the lines are made of, to be read together with other rows."""
    names = ("school_id", "pupil_id", "kind", "pep_by", "to_write", "ends_on", "has_parts")
    views = views_of(access).filter(pupil__in=list(pupil_ids))
    parts = waiting_parts(access).filter(
        school_id=OuterRef("school_id"), pep__pupil_id=OuterRef("pupil_id")
    )
    told = views.annotate(
        kind=_kind(access.today), pep_by=_next_pep(access.today), has_parts=Exists(parts)
    )
    return told.order_by("pupil_id").values_list(*names)


def minimal_lines_of(rows: Iterable[tuple]) -> list[MinimalLine]:
    """The lines; none of a child of whose care nothing holds any more."""
    return [
        MinimalLine(school, pupil, MINIMAL_WORDS[CareKind(kind)], *rest)
        for school, pupil, kind, *rest in rows
        if kind
    ]


def waiting_parts(access: Access) -> QuerySet:
    """Parts of plans that wait for the asker by name and may still be written.

    After the last day they are back with the designated teacher, without anybody's doing.
    """
    rows = PepPart.objects.filter(school__in=access.schools, owner_user=access.user)
    rows = rows.exclude(due_on__lt=access.today)
    return rows.filter(state=PartState.WAITING, pep__state__in=OPEN_STATES)


def _own() -> dict:
    return {"school_id": OuterRef("school_id"), "pupil_id": OuterRef("pupil_id")}


def _kind(today: dt.date) -> Subquery:
    live = CarePeriod.objects.live(today).filter(**_own()).order_by("-known_since")
    return Subquery(live.values("kind")[:1])


def _next_pep(today: dt.date) -> Subquery:
    due = Deadline.objects.live(today).filter(**_own(), provider="lac", kind="pep")
    return Subquery(due.order_by("due_on").values("due_on")[:1])


def view_of(pupil: Pupil, pk: UUID) -> CareView | None:
    """One view of this child's care, for a service."""
    views = CareView.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return views.select_related("pupil", "user").first()


def teachers_to_tell(pupil: Pupil, today: dt.date) -> list[User]:
    """The class teachers who do not know of the child's care yet; none for a child without class."""
    if pupil.class_group_id is None:
        return []
    told = CareView.objects.live(today).filter(school_id=pupil.school_id, pupil=pupil)
    adults = ClassAdult.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        school_id=pupil.school_id,
        class_group=pupil.class_group_id,
        role=Role.CLASS_TEACHER,
        starts_on__lte=today,
        user__is_active=True,
    )
    users = User.objects.filter(pk__in=adults.values("user"))
    found = users.exclude(pk__in=told.values("user")).order_by("name")
    return [user for user in found if not sees_by_role(user, pupil, today)]


def can_open(user: User, pupil: Pupil, today: dt.date) -> bool:
    """Whether a person may open this child's record by role, class or assignment."""
    access = _access_of(user, pupil.school, today)
    return Pupil.objects.visible_to(access).filter(pk=pupil.pk).exists()


def sees_by_role(user: User, pupil: Pupil, today: dt.date) -> bool:
    """Whether a person's role lets them know of care without anybody giving them a view."""
    return bool(known_by_role(_access_of(user, pupil.school, today), pupil.school))


def end_of_school_year(today: dt.date) -> dt.date:
    """Until when a colleague knows of care, unless somebody says otherwise: 31 August."""
    return dt.date(academic_year(today) + 1, 8, 31)


def _access_of(user: User, school: School, today: dt.date) -> Access:
    return Access(user, today, posts_of(user, today=today), school=school, schools=[school])
