"""The people of the demonstration: their roles, classes, days and children."""

from aylsham.access.roles import Role
from aylsham.models import Federation, Membership, School, User
from aylsham.models.people import WEEKDAY_NAMES
from aylsham.people.services import confirm_address, set_site_week
from aylsham.tenancy.row_security import school_transaction
from demo.federation import SINCE, DemoPerson
from pupils.models import ClassAdult, ClassGroup, Pupil, PupilAdult, StatusPeriod

#: How many children the demonstration's LSA supports.
SUPPORTED = 6


def make_person(
    federation: Federation, schools: dict[str, School], data: DemoPerson, password: str
) -> User:
    """Somebody with their roles, who can sign in at once."""
    user = User.objects.create(email=data.email, name=data.name, password=password)
    confirm_address(user)
    for role, slug, year_groups in data.roles:
        Membership.objects.create(
            user=user,
            federation=federation,
            school=schools[slug] if slug else None,
            role=role,
            year_groups=list(year_groups),
            starts_on=SINCE,
        )
    return user


def assign(schools: dict[str, School], user: User, data: DemoPerson) -> None:
    """Give teachers their classes and the LSA children of Year 3 and 4 on the register."""
    for slug, name in data.classes:
        school = schools[slug]
        with school_transaction(school):
            ClassAdult.objects.create(
                school=school,
                class_group=ClassGroup.objects.get(school=school, name=name),
                user=user,
                role=Role.CLASS_TEACHER,
                starts_on=SINCE,
            )
    if data.week:
        federation = schools[data.week[0]].federation
        days = {name: schools[slug] for name, slug in zip(WEEKDAY_NAMES, data.week, strict=True)}
        set_site_week(user=user, federation=federation, days=days, version="new", by=None)
    for role, slug, _ in data.roles:
        if role == Role.LSA and slug:
            with school_transaction(schools[slug]):
                _support(schools[slug], user)


def _support(school: School, user: User) -> None:
    on_register = StatusPeriod.objects.filter(school=school, ends_on=None, status="E")
    pupils = (
        Pupil.objects.filter(school=school, year_group__in=["3", "4"])
        .filter(pk__in=on_register.values("pupil"))
        .in_register_order()[:SUPPORTED]
    )
    for pupil in pupils:
        PupilAdult.objects.create(school=school, pupil=pupil, user=user, starts_on=SINCE)
