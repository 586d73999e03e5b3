"""Whom a concern asks: the adults of the child's class and of the child."""

import datetime as dt

from django.db.models import Q

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.models import User
from pupils.models import ClassAdult, Pupil, PupilAdult
from pupils.selectors.adults import adults_at

#: Roles that may say what they see.
ASKED = frozenset(r for r, rule in ROLES.items() if Permission.RAISE_CONCERNS in rule.permissions)


def adults_to_ask(pupil: Pupil, *, today: dt.date, but: User | None) -> list[User]:
    """Everybody who works with the class or the child today, by name, without the one who asks."""
    live = Q(starts_on__lte=today) & (Q(ends_on=None) | Q(ends_on__gte=today))
    of_class = ClassAdult.objects.filter(
        live, school_id=pupil.school_id, class_group=pupil.class_group_id
    )
    of_child = PupilAdult.objects.filter(live, school_id=pupil.school_id, pupil=pupil)
    near = {*of_class.values_list("user", flat=True), *of_child.values_list("user", flat=True)}
    here = adults_at(pupil.school, today=today, roles=ASKED)
    found = {each.user.pk: each.user for each in here if each.user.pk in near}
    if but:
        found.pop(but.pk, None)
    return list(found.values())
