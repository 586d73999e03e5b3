"""Two federations with three schools, whose children can be told apart by their names."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cache

from django.apps import apps
from django.db import connection, models

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Membership, School, User
from aylsham.tenancy.models import SchoolOwned
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import AnnualReview, EhcPlan
from ehcp.services.meetings import plan_review_meeting
from ehcp.services.plans import record_plan
from pupils.codes import SenStatus
from pupils.models import ClassGroup, Pupil
from pupils.services.classes import assign_adult, assign_supporter
from tests.conventions.addresses import ROWS
from tests.factories import (
    SEPTEMBER,
    ClassGroupFactory,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    put_on_register,
)


@dataclass
class SchoolWorld:
    """One school with a class, a child in it, and rows for every address."""

    school: School
    marker: str  # stands in every name and text of this school's children
    membership: Membership
    class_group: ClassGroup
    pupil: Pupil
    plan: EhcPlan
    review: AnnualReview
    rows: dict = field(default_factory=dict)


@dataclass
class World:
    """`own` and `sister` are of one federation, `stranger` of another."""

    own: SchoolWorld
    sister: SchoolWorld
    stranger: SchoolWorld
    people: dict[Role, User]  # with one role at `own` alone


def make_world() -> World:
    """The world; call it outside any school's transaction."""
    federation = FederationFactory(slug="own-federation")
    own = make_school(SchoolFactory(slug="own", federation=federation), "Owlmark")
    sister = make_school(SchoolFactory(slug="sister", federation=federation), "Swanmark")
    stranger = make_school(SchoolFactory(slug="stranger"), "Stormmark")
    return World(own, sister, stranger, {role: _person(own, role) for role in Role})


def make_school(school: School, marker: str) -> SchoolWorld:
    """A school whose children carry the marker in their names."""
    membership = MembershipFactory(school=school, role=Role.HEAD)
    with school_transaction(school), rebuilt_once():
        group = ClassGroupFactory(school=school, name=f"{marker} class")
        pupil = PupilFactory(
            school=school, class_group=group, first_name=f"{marker}ina", last_name=f"{marker}son"
        )
        put_on_register(pupil, SenStatus.PLAN)
        plan = record_plan(
            pupil=pupil, local_authority=f"{marker} Council", made_on=dt.date(2024, 9, 20), by=None
        )
        review = plan_review_meeting(plan=plan, meeting_on=dt.date(2026, 12, 9), by=None)
        world = SchoolWorld(school, marker, membership, group, pupil, plan, review)
        world.rows = {name: make(world) for name, make in ROWS.items()}
    return world


def _person(at: SchoolWorld, role: Role) -> User:
    user = UserFactory(name=f"Person {role.value}")
    MembershipFactory(user=user, school=at.school, role=role)
    with school_transaction(at.school):
        assign_adult(class_group=at.class_group, user=user, role=role, starts_on=SEPTEMBER, by=None)
        assign_supporter(pupil=at.pupil, user=user, starts_on=SEPTEMBER, by=None)
    return user


#: Written on purpose at a school that somebody knocked at from outside.
REFUSALS = {"aylsham_auditevent"}


def fingerprint(*worlds: SchoolWorld) -> dict[str, str]:
    """A checksum of every table's rows of these schools: equal before and after means untouched.

    One statement for all tables, since tests ask this after every single request.
    """
    with school_transaction(*(w.school for w in worlds)), connection.cursor() as cursor:
        cursor.execute(_checksums(), {"schools": [w.school.pk for w in worlds]})
        return dict(cursor.fetchall())


@cache
def _checksums() -> str:
    """The statement behind `fingerprint`: a row for each table, its name and its checksum."""
    tables = [m._meta.db_table for m in apps.get_models() if _is_of_schools(m)]
    return " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(t::text, '|' ORDER BY t::text))"
        f" FROM {connection.ops.quote_name(table)} t WHERE school_id = ANY(%(schools)s)"
        for table in sorted(set(tables) - REFUSALS)
    )


def _is_of_schools(model: type[models.Model]) -> bool:
    return issubclass(model, SchoolOwned) or hasattr(model, "school_id")
