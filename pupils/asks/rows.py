"""Who is asked about a child: whoever has the class, whoever checks for the year group."""

import datetime as dt

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from aylsham.access.roles import Role
from aylsham.asks.registry import Scope, Whose
from aylsham.models import Membership
from pupils.models import Pupil
from pupils.selectors.concerns.classrooms import LEADS

#: Days in which a check or an answer is looked for, counted from the day it was sent.
TWO_WEEKS = 14
#: The person of a row that `owned` made.
OWNER = "pupil__class_group__adults__user_id"


def here(scope: Scope) -> QuerySet:
    """The ids of children on roll today."""
    return Pupil.objects.filter(school=scope.school).on_roll(scope.today).values("pk")


def live(prefix: str, today: dt.date) -> Q:
    """That a row with a first and a last day holds on a day."""
    over = Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": today})
    return over & Q(**{f"{prefix}starts_on__lte": today})


def owned(rows: QuerySet, scope: Scope) -> QuerySet:
    """Rows about a child, one for each adult who has the child's class."""
    adults = "pupil__class_group__adults__"
    return rows.filter(
        live(adults, scope.today),
        **{f"{adults}role__in": LEADS, f"{adults}user__is_active": True},
    )


def checker(scope: Scope) -> Case:
    """Who checks a row about a child: its phase leader, or the SENDCo where there is none."""
    leaders = Membership.objects.live(scope.today).filter(
        Q(year_groups=[]) | Q(year_groups__contains=[OuterRef("pupil__year_group")]),
        Q(school=scope.school) | Q(school=None, federation=scope.school.federation_id),
        role=Role.PHASE_LEADER,
        user__is_active=True,
    )
    return Case(When(Exists(leaders), then=Value(Whose.LEADER)), default=Value(Whose.SENDCO))
