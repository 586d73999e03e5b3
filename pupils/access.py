"""Which children somebody may see: reach by role, assignment, grant or emergency.

A subquery is true or false per child and names the asker, so that everything ends by itself.
"""

from uuid import UUID

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from aylsham.access.current import Access, SchoolAccess
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from pupils.codes import CARE_DOCUMENTS, CARE_FACTS, FactKind


def fact_permission(kind: str) -> Permission:
    """Who may know of a dated fact: kinship is care, a young carer sensitive, meals the office's."""
    if kind in CARE_FACTS:
        return Permission.VIEW_CARE
    others = {
        FactKind.YOUNG_CARER: Permission.VIEW_SENSITIVE,
        FactKind.FREE_MEALS: Permission.VIEW_PUPILS,
    }
    return others.get(FactKind(kind), Permission.VIEW_NEEDS)


def schools_where(access: Access, permission: Permission) -> list[UUID]:
    """The schools of the page at which the asker has a permission."""
    return [s.pk for s in access.schools if permission in access.permissions_at(s)]


def where(access: Access, permission: Permission, condition: Q) -> Q:
    """A condition on children that is false wherever the asker may not know of it."""
    schools = schools_where(access, permission)
    return condition if len(schools) == len(access.schools) else Q(school__in=schools) & condition


def documents_visible_to(documents, access: Access):
    """Narrow documents to those the asker may read: a hidden one leaves no gap.

    Whoever files papers without knowing children's needs (the office) reads back their own.
    """
    pupils = visible_to(apps.get_model("pupils", "Pupil").objects.all(), access)
    # Schools of like permissions together, as below.
    alike: dict[frozenset, list] = {}
    for school in access.schools:
        if Permission.VIEW_DOCUMENTS in (may := access.permissions_at(school)):
            alike.setdefault(may, []).append(school)
    allowed = Q()
    for may, schools in alike.items():
        levels = Q(sensitivity__in=readable(may)) | Q(
            filed_by=access.user, sensitivity=Sensitivity.EVERYONE
        )
        if Permission.VIEW_CARE not in may:
            levels &= ~Q(kind__in=CARE_DOCUMENTS)
        allowed |= Q(school__in=schools) & levels
    if not allowed:
        return documents.none()
    return documents.filter(allowed, pupil__in=pupils.values("pk"))


def visible_to(pupils, access: Access):
    """Narrow a queryset of children to those whose record the asker may open on this page."""
    # Schools of like reach together: a trust has a hundred, and most people see all or nothing.
    whole, allowed = seen_whole(access), Q()
    for school in access.schools:
        at = access.by_school.get(school.pk)
        if at is not None and school.pk not in whole:
            allowed |= Q(school=school) & _reach(at, access)
    if whole:
        allowed |= Q(school__in=whole)
    return pupils.filter(allowed, _not_apart(access)) if allowed else pupils.none()


def _not_apart(access: Access) -> Q:
    """Leaves out records that were set apart, wherever the asker may not open those."""
    may = schools_where(access, Permission.VIEW_SET_APART)
    if len(may) == len(access.schools):
        return Q()
    return Q(set_apart_on=None) | Q(school__in=may) if may else Q(set_apart_on=None)


def seen_whole(access: Access) -> list[UUID]:
    """The schools of the page of which the asker may open every child's record."""
    known = ((s.pk, access.by_school.get(s.pk)) for s in access.schools)
    return [pk for pk, at in known if at is not None and not _reach(at, access)]


def granted_to(access: Access) -> Q:
    """Children whose record a live grant or emergency opens to the asker."""
    return _granted(access)


def _reach(at: SchoolAccess, access: Access) -> Q:
    if access.exceptional and access.exceptional.get(at.school.pk):
        # What opened this page is an exception, so it shows no other child, whatever the role sees.
        return _granted(access)
    if Permission.VIEW_PUPILS not in at.permissions or at.reach == Reach.NOBODY:
        return _granted(access)
    if at.reach == Reach.WHOLE_SCHOOL:
        return Q()
    own = _supported(access) | _granted(access)
    if at.reach >= Reach.OWN_CLASSES:
        own |= _in_own_class(access) | _received(access)
    if at.reach == Reach.YEAR_GROUPS:
        if not at.year_groups:
            return Q()
        own |= Q(year_group__in=at.year_groups)
    return own


def _live(model: str, access: Access, **match):
    return (
        apps.get_model("pupils", model)
        .objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=access.today),
            school_id=OuterRef("school_id"),
            user=access.user,
            starts_on__lte=access.today,
        )
        .filter(**match)
    )


def _in_own_class(access: Access) -> Q:
    return Q(Exists(_live("ClassAdult", access, class_group_id=OuterRef("class_group_id"))))


def _received(access: Access) -> Q:
    """The teacher who takes over sees the child from the day that the open plan names."""
    plans = apps.get_model("pupils", "MovePlan").objects.filter(
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pk"),
        receiver=access.user,
        receiver_sees_from__lte=access.today,
        ended_on=None,
    )
    return Q(Exists(plans))


def _supported(access: Access) -> Q:
    return Q(Exists(_live("PupilAdult", access, pupil_id=OuterRef("pk"))))


def _granted(access: Access) -> Q:
    grants = _live("PupilGrant", access, content_object_id=OuterRef("pk"), ended_at=None)
    emergencies = apps.get_model("pupils", "EmergencyAccess").objects.filter(
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pk"),
        user=access.user,
        closes_at__gt=access.now,
    )
    return Q(Exists(grants)) | Q(Exists(emergencies))
