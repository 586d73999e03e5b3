"""The one door between two schools in moderation: for a single row, and shut again at once."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Membership, School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import BlindLook, ModeratedNeed

#: Roles that rate, and roles that know children of their school.
RATERS = sorted(r for r, rule in ROLES.items() if Permission.MODERATE_LEVELS in rule.permissions)
KNOWERS = sorted(r for r, rule in ROLES.items() if rule.reach > Reach.NOBODY)


@contextlib.contextmanager
def between(look: BlindLook) -> Iterator[tuple[ModeratedNeed, BlindLook]]:
    """The need that a look is of, and the look, locked in this order; raises DoesNotExist.

    Inside, the federation's schools can be seen; nothing read here is handed to a page.
    """
    schools = School.objects.filter(federation__schools=look.school_id)
    with school_transaction(*schools):
        rows = ModeratedNeed.objects.select_for_update(of=("self",), no_key=True)
        need = rows.get(Q(first_look=look.pk) | Q(second_look=look.pk), round_id=look.round_id)
        locked = BlindLook.objects.select_for_update(of=("self",), no_key=True)
        yield need, locked.get(school_id=look.school_id, pk=look.pk)


def put_down(
    need: ModeratedNeed, school: School, *, is_second: bool, nor: UUID | None = None
) -> BlindLook:
    """Copy the approved words to another school, for people there who do not know the child.

    `nor`: nor for this person, who has rated it already.
    """
    closed_to = known_here(need) & raters_at(school, need.approved_on) | ({nor} - {None})
    with school_transaction(need.school_id, school):
        return BlindLook.objects.create(
            school=school,
            round_id=need.round_id,
            area=need.area,
            seen=need.seen,
            impact=need.impact,
            helps=need.helps,
            is_second=is_second,
            not_for=sorted(closed_to),
        )


def take_back(need: ModeratedNeed, look_id: UUID) -> School | None:
    """Delete the words at the other school; None when somebody there has rated them already."""
    schools = School.objects.filter(federation__schools=need.school_id)
    with school_transaction(*schools):
        rows = BlindLook.objects.filter(pk=look_id, round_id=need.round_id, level=None)
        look = rows.select_related("school").first()
        if look:
            look.delete()
        return look.school if look else None


def rebuild_at(*schools: School | None) -> None:
    """What is due at each of these schools, always in one order: two steps cannot block each other."""
    for school in sorted({s for s in schools if s}, key=lambda s: s.pk):
        with school_transaction(school):
            rebuild_deadlines(school)


def school_to_ask(
    need: ModeratedNeed, today: dt.date, *, after: BlindLook | None = None
) -> School | None:
    """Another school of the federation at which somebody rates who does not know the child's.

    In turn, so that a sample spreads over them. `after` a first look: a further school, or else a
    further person of the same one.
    """
    knowers = known_here(need) | ({after.rated_by_id} if after else set())
    others = School.objects.filter(federation__schools=need.school_id).exclude(pk=need.school_id)
    able = [s for s in others.order_by("pk") if raters_at(s, today) - knowers]
    able = [s for s in able if not after or s.pk != after.school_id] or able
    return able[(need.round.seed + need.place) % len(able)] if able else None


def known_here(need: ModeratedNeed) -> set[UUID]:
    """Whoever works, or worked since the draw, with children of the school the need is from."""
    return _people(need.school_id, KNOWERS, need.round.drawn_on)


def raters_at(school: School, today: dt.date) -> set[UUID]:
    """Whoever rates at a school."""
    return _people(school.pk, RATERS, today)


def _people(school_id: UUID, roles: list[str], since: dt.date) -> set[UUID]:
    rows = Membership.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=since),
        Q(school=school_id) | Q(school=None),
        federation__schools=school_id,
        role__in=roles,
    )
    return set(rows.values_list("user_id", flat=True))
