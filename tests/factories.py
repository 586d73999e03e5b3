"""Schools, people and children for tests; a state is made by calling the service that makes it."""

import datetime as dt
from uuid import UUID

import factory

from aylsham.access.roles import ENDS, Role
from aylsham.clock import academic_year
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Federation, Membership, School, User
from aylsham.tenancy.row_security import current_schools, set_schools
from pupils.codes import SenStatus, StatusReason, ToldHow
from pupils.models import ApprovalRule, ClassGroup, Enrolment, Pupil
from pupils.services.classes import assign_adult, assign_supporter
from pupils.services.needs import add_need
from pupils.services.status import Told, start_status
from pupils.sharing_codes import ShareKind, WhenAsked
from pupils.upn import check_letter

TODAY = dt.date(2026, 11, 23)
SEPTEMBER = dt.date(2025, 9, 1)
PASSWORD = "three words apart"
TOLD = Told(on=dt.date(2025, 9, 8), how=ToldHow.MEETING)


def behind_the_wall(*schools: School) -> None:
    """See the rows of these schools and of those seen already, as a page over them would."""
    seen = {UUID(i) for i in current_schools().split(",") if i}
    set_schools(sorted(seen | {s.pk for s in schools}))


class FederationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Federation

    name = factory.Sequence("Federation {}".format)
    slug = factory.Sequence("federation-{}".format)


class SchoolFactory(factory.django.DjangoModelFactory):
    """A primary school; its rows can be made from now on."""

    class Meta:
        model = School
        skip_postgeneration_save = True

    federation = factory.SubFactory(FederationFactory)
    name = factory.Sequence("School {}".format)
    slug = factory.Sequence("school-{}".format)
    phase = "primary"
    la_code = "926"
    establishment_number = factory.Sequence(lambda n: f"{2000 + n}")
    urn = factory.Sequence(lambda n: f"{700000 + n}")
    year_groups = ["N2", "R", "1", "2", "3", "4", "5", "6"]

    @factory.post_generation
    def wall(self, create, extracted, **kwargs):
        behind_the_wall(self)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence("person{}@school.example".format)
    name = factory.Sequence("Person {}".format)

    @classmethod
    def _create(cls, model, *args, **kwargs):
        return model.objects.create_user(password=PASSWORD, **kwargs)


class MembershipFactory(factory.django.DjangoModelFactory):
    """A role at a school; `school=None` with a federation: at all of them."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    federation = factory.LazyAttribute(lambda o: o.school.federation)
    role = Role.SENDCO
    starts_on = SEPTEMBER
    ends_on = factory.LazyAttribute(lambda m: dt.date(2028, 8, 31) if m.role in ENDS else None)


class ClassGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ClassGroup

    school = factory.SubFactory(SchoolFactory)
    name = factory.Sequence("Oak {}".format)
    academic_year = academic_year(TODAY)
    year_groups = ["4"]


class PupilFactory(factory.django.DjangoModelFactory):
    """A child in Year 4 who is on roll; `on_register` and `with_plan` call the services."""

    class Meta:
        model = Pupil
        skip_postgeneration_save = True

    school = factory.SubFactory(SchoolFactory)
    upn = factory.Sequence(lambda n: check_letter(f"9262001{n:05d}") + f"9262001{n:05d}")
    first_name = factory.Sequence("First{}".format)
    last_name = factory.Sequence("Last{}".format)
    born_on = dt.date(2018, 3, 14)
    year_group = "4"
    class_group = None

    @factory.post_generation
    def enrolment(self, create, extracted, **kwargs):
        Enrolment.objects.create(
            school=self.school, pupil=self, starts_on=extracted or dt.date(2022, 9, 1)
        )

    @factory.post_generation
    def on_register(self, create, extracted, **kwargs):
        """`on_register=True`, or with need types: `on_register=["SLCN", "SEMH"]`."""
        if extracted:
            _begin(self, SenStatus.SUPPORT, ["SLCN"] if extracted is True else extracted)

    @factory.post_generation
    def with_plan(self, create, extracted, **kwargs):
        if extracted:
            _begin(self, SenStatus.PLAN, ["ASD", "SLCN"] if extracted is True else extracted)


def _begin(pupil: Pupil, status: str, need_types) -> None:
    """Status and needs by their services, and the child's deadlines once for all of them."""
    with rebuilt_once():
        put_on_register(pupil, status)
        for need_type in need_types:
            add_need(pupil=pupil, need_type=need_type, by=None)


def put_on_register(pupil: Pupil, status: str = SenStatus.SUPPORT, **more):
    """The child comes on the register, the parents told."""
    facts = {"starts_on": SEPTEMBER, "reason": StatusReason.CONCERN, "told": TOLD, "by": None}
    return start_status(pupil=pupil, status=status, **facts | more)


def member(school: School, role: Role = Role.SENDCO, **more) -> User:
    """A person with a role at a school."""
    return MembershipFactory(school=school, role=role, **more).user


def teacher_of(group: ClassGroup, **more) -> User:
    """A class teacher with that class."""
    user = member(group.school, Role.CLASS_TEACHER, **more)
    assign_adult(
        class_group=group, user=user, role=Role.CLASS_TEACHER, starts_on=SEPTEMBER, by=None
    )
    return user


def supporter_of(pupil: Pupil) -> User:
    """An LSA who supports that child."""
    user = member(pupil.school, Role.LSA)
    assign_supporter(pupil=pupil, user=user, starts_on=SEPTEMBER, by=None)
    return user


def no_second_look(school: School, *kinds: ShareKind) -> None:
    """A school that lets these kinds, or everything, leave without a second person's approval."""
    never = {"school": school, "asked": WhenAsked.NEVER}
    ApprovalRule.objects.bulk_create(
        [ApprovalRule(kind=kind, **never) for kind in kinds or ShareKind],
        ignore_conflicts=True,
    )
