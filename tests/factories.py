"""Rows for tests. A state (finalised plan, overdue review) is made by calling the service."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from aylsham.access.current import Access, posts_of
from aylsham.access.roles import ENDS, Role
from aylsham.models import Federation, Membership, School, User
from aylsham.tenancy.row_security import set_schools
from pupils.models import ClassAdult, ClassGroup, Enrolment, Pupil, PupilAdult
from tests.conftest import TODAY

#: Everything in tests began well before today.
SINCE = dt.date(2025, 9, 1)
PASSWORD = "three words apart"


class FederationFactory(DjangoModelFactory):
    class Meta:
        model = Federation

    name = factory.Sequence(lambda n: f"Federation {n}")
    slug = factory.Sequence(lambda n: f"federation-{n}")


class SchoolFactory(DjangoModelFactory):
    """A primary school; `SchoolFactory(federation=…)` for a second one."""

    class Meta:
        model = School

    federation = factory.SubFactory(FederationFactory)
    name = factory.Sequence(lambda n: f"School {n}")
    slug = factory.Sequence(lambda n: f"school-{n}")
    phase = "primary"
    la_code = "926"
    establishment_number = factory.Sequence(lambda n: f"{2000 + n}")
    urn = factory.Sequence(lambda n: f"{800000 + n}")
    year_groups = ["N2", "R", "1", "2", "3", "4", "5", "6"]
    live_from = SINCE


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@school.example")
    name = factory.Sequence(lambda n: f"Person {n}")

    @classmethod
    def _create(cls, model, *args, **kwargs):
        return model.objects.create_user(password=PASSWORD, **kwargs)


class MembershipFactory(DjangoModelFactory):
    """`MembershipFactory(school=…, role=…)`; give `federation` alone for all its schools."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    school = None
    federation = factory.LazyAttribute(lambda m: m.school.federation)
    role = Role.SENDCO
    starts_on = SINCE
    ends_on = factory.LazyAttribute(lambda m: dt.date(2028, 8, 31) if m.role in ENDS else None)


class ClassGroupFactory(DjangoModelFactory):
    class Meta:
        model = ClassGroup

    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence(lambda n: f"Class {n}")
    academic_year = 2026
    year_groups = ["4"]


class PupilFactory(DjangoModelFactory):
    """A child on roll since September 2025, in Year 4."""

    class Meta:
        model = Pupil
        skip_postgeneration_save = True

    school = factory.SubFactory(SchoolFactory)
    first_name = factory.Sequence(lambda n: f"Child{n}")
    last_name = factory.Sequence(lambda n: f"Family{n}")
    born_on = dt.date(2018, 3, 14)
    year_group = "4"
    mis_id = factory.Sequence(lambda n: f"A{n:05}")

    @factory.post_generation
    def enrolled(self, create, extracted, **kwargs):
        if create and extracted is not False:
            Enrolment.objects.create(school=self.school, pupil=self, starts_on=extracted or SINCE)


def person(school: School, role: Role = Role.SENDCO, **membership) -> User:
    """Somebody with one role at one school."""
    return MembershipFactory(school=school, role=role, **membership).user


def works_with(user: User, class_group: ClassGroup, **fields) -> ClassAdult:
    """The adult works with the class."""
    defaults = {"role": Role.CLASS_TEACHER, "starts_on": SINCE}
    return ClassAdult.objects.create(
        school=class_group.school, class_group=class_group, user=user, **(defaults | fields)
    )


def supports(user: User, pupil: Pupil, **fields) -> PupilAdult:
    """The adult supports the child."""
    return PupilAdult.objects.create(
        school=pupil.school, pupil=pupil, user=user, **({"starts_on": SINCE} | fields)
    )


def access_to(user: User, school: School | None = None, today: dt.date = TODAY) -> Access:
    """What a page would have in request.access: of one school, or of all; sets the wall too."""
    access = Access(user, today, posts_of(user, today=today))
    access.school = school
    access.schools = [school] if school else access.all_schools
    set_schools(s.pk for s in access.schools)
    return access
