"""Times that a class teacher asks for: provision of the children of their own classes."""

from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach, Role
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from pupils.models import ClassAdult, Pupil
from staff.codes import WindowKind
from staff.models import ProvisionWindow
from staff.selectors.weeks.needs import ProvisionLine


def own_provisions(access: Access) -> list[ProvisionLine]:
    """What runs today for a child of the asker's classes, with the times asked for; two statements."""
    classes = (
        ClassAdult.objects.filter(school=access.school, user=access.user, role=Role.CLASS_TEACHER)
        .filter(starts_on__lte=access.today)
        .exclude(ends_on__lt=access.today)
    )
    children = Pupil.objects.visible_to(access).filter(
        school=access.school, class_group__in=classes.values("class_group")
    )
    places = Place.objects.filter(
        school=access.school,
        pupil__in=children.values("pk"),
        starts_on__lte=access.today,
        ends_on__gte=access.today,
    )
    rows = list(
        Provision.objects.filter(school=access.school, state=ProvisionState.RUNNING)
        .filter(pk__in=places.values("provision"))
        .readable_by(access)
        .order_by("name", "pk")
    )
    windows: dict[UUID, list[ProvisionWindow]] = {row.pk: [] for row in rows}
    wishes = ProvisionWindow.objects.filter(school=access.school, kind=WindowKind.WISH)
    for window in wishes.filter(provision__in=windows):
        windows[window.provision_id].append(window)
    return [ProvisionLine(row, None, tuple(windows[row.pk])) for row in rows]


def own_provision(access: Access, pk: UUID) -> ProvisionLine | None:
    """One of them."""
    return next((line for line in own_provisions(access) if line.provision.pk == pk), None)


def may_wish(access: Access) -> bool:
    """Whether the asker teaches: whoever keeps the week says times there."""
    at = access.by_school.get(access.school.pk)
    may = access.can(Permission.VIEW_NEEDS) and not access.can(Permission.KEEP_STAFF)
    return may and at is not None and at.reach >= Reach.OWN_CLASSES
