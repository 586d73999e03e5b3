"""Who may be asked to write a part of a paper, and who may check it."""

import datetime as dt

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach, Role
from aylsham.models import Membership, School, User
from ehcp.paper_codes import PartKind
from pupils.models import ClassAdult, Pupil, PupilAdult
from pupils.selectors.adults import adults_at, posts_at
from pupils.selectors.passports.named import access_of

_CHECKERS = frozenset(r for r, rule in ROLES.items() if Permission.EDIT_PLANS in rule.permissions)


def people_to_ask(access: Access, pupil: Pupil, part: PartKind) -> list[User]:
    """People whose post reaches the child and opens all that stands in a part; three statements."""
    opening = [r for r, rule in ROLES.items() if needs_of(part) <= rule.permissions]
    assigned = _assigned(access, pupil)
    posts = posts_at(access.school, today=access.today, roles=opening)
    found = {post.user_id: post.user for post in posts if _reaches(post, pupil, assigned)}
    return list(found.values())


def may_write(access: Access, pupil: Pupil, part: PartKind, user: User) -> bool:
    """Whether a person sees the child and may read all that stands in a part; two statements."""
    theirs, school = access_of(user, access), access.school
    if not all(theirs.can(each, school) for each in needs_of(part)):
        return False
    return Pupil.objects.visible_to(theirs).filter(school=school, pk=pupil.pk).exists()


def needs_of(part: PartKind) -> frozenset[Permission]:
    """What a reader of a part must be allowed."""
    return frozenset({Permission.VIEW_NEEDS, part.permission})


def others_who_check(school: School, user: User, *, today: dt.date) -> bool:
    """Whether somebody else at the school may check papers of reviews."""
    found = adults_at(school, today=today, roles=_CHECKERS)
    return any(adult.user.pk != user.pk for adult in found)


def _reaches(post: Membership, pupil: Pupil, assigned: frozenset) -> bool:
    reach = ROLES[Role(post.role)].reach
    if reach == Reach.WHOLE_SCHOOL:
        return True
    if reach == Reach.YEAR_GROUPS:
        led = post.year_groups
        return not led or pupil.year_group in led or post.user_id in assigned
    return reach > Reach.NOBODY and post.user_id in assigned


def _assigned(access: Access, pupil: Pupil) -> frozenset:
    """Adults of the child's class, and those who support the child."""
    live = Q(ends_on=None) | Q(ends_on__gte=access.today)
    mine = {"school": access.school, "starts_on__lte": access.today}
    classes = ClassAdult.objects.filter(live, class_group_id=pupil.class_group_id, **mine)
    supporters = PupilAdult.objects.filter(live, pupil=pupil, **mine)
    return frozenset(
        (*classes.values_list("user_id", flat=True), *supporters.values_list("user_id", flat=True))
    )
