"""Staff of the demonstration: the SENDCo's list, a few weeks with times, bells and rooms."""

import datetime as dt
from decimal import Decimal

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.federation import SAMPLES
from pupils.models import ClassGroup, PupilAdult
from pupils.services.importing.running import run_import
from staff.models import Contract, StaffMember, TrainingRecord
from staff.rules.patterns import DayPattern
from staff.services.contracts import (
    CONTRACT_FIELDS,
    add_task,
    begin_contract,
    change_contract,
    contract_version,
    patterns_of,
)
from staff.services.importing.staff_list import STAFF_LIST
from staff.services.pairings import add_pairing
from staff.services.people import add_member
from staff.services.school_days import keep_room, protect_lesson, start_school_days
from staff.services.training import TRAINING_FIELDS, add_training, change_training

LIST = SAMPLES / "mis" / "sendco_lsa_list.xlsx"
SINCE = dt.date(2026, 9, 1)
#: Whose day ends when; everybody else's times are still to be said, which the list shows.
TIMES = {
    "Martyn Walker": ("8:45", "13:05"),
    "Roy Khan": ("8:45", "15:45"),
    "Jessica Gregory": ("8:45", "15:45"),
    "Elizabeth Sharp": ("8:45", "15:15"),
}
#: Name, training, taken, until.
CERTIFICATES = (
    ("Gareth Flynn", "Paediatric first aid", dt.date(2023, 12, 14), dt.date(2026, 12, 14)),
    ("Gareth Flynn", "Epilepsy", dt.date(2026, 3, 3), dt.date(2027, 3, 3)),
    ("Lewis Lee", "Paediatric first aid", dt.date(2023, 11, 10), dt.date(2026, 11, 10)),
)


def load_staff(schools: dict[str, School], people: dict[str, User]) -> None:
    """The list at each school, and more of it at Bure Valley; deterministic."""
    sendco = people["sendco@demo.example"]
    data = LIST.read_bytes()
    for school in schools.values():
        with school_transaction(school):
            run_import(
                school=school,
                kind=STAFF_LIST,
                data=data,
                name=LIST.name,
                today=clock.today(),
                by=sendco,
                is_written=True,
            )
            start_school_days(school=school, starts_on=SINCE, by=sendco)
    school = schools["bure-valley"]
    with school_transaction(school):
        _give_times(school, sendco)
        _certify(school, sendco)
        _add_rooms(school, sendco)
        _add_lsa(school, people["lsa@demo.example"], sendco)


def _give_times(school: School, by: User) -> None:
    rows = Contract.objects.filter(school=school, member__name__in=TIMES)
    for contract in rows.select_related("member").order_by("member__name"):
        starts_at, ends_at = map(_time, TIMES[contract.member.name])
        days = [
            DayPattern(day.weekday, starts_at, ends_at, *_break(ends_at))
            for day in patterns_of(contract)
        ]
        change_contract(
            contract=contract,
            days=days,
            version=contract_version(contract),
            by=by,
            **{name: getattr(contract, name) for name in CONTRACT_FIELDS},
        )


def _time(text: str) -> dt.time:
    return dt.time(*map(int, text.split(":")))


def _break(ends_at: dt.time) -> tuple[dt.time | None, int]:
    """Half an hour at noon, but for half a day of 20 minutes."""
    return (dt.time(12), 30) if ends_at > dt.time(14) else (dt.time(10, 30), 20)


def _certify(school: School, by: User) -> None:
    for name, training, taken_on, valid_until in CERTIFICATES:
        row = TrainingRecord.objects.get(school=school, member__name=name, title=training)
        change_training(
            training=row,
            version=version_of(row, TRAINING_FIELDS),
            by=by,
            taken_on=taken_on,
            valid_until=valid_until,
        )


def _add_rooms(school: School, by: User) -> None:
    for name, capacity, minutes in (("Nest", 6, 0), ("Library", 12, 1), ("Hall", 60, 2)):
        keep_room(school=school, by=by, name=name, capacity=capacity, walking_minutes=minutes)
    oak = ClassGroup.objects.get(school=school, name="Oak")
    hours = {"starts_at": dt.time(13, 20), "ends_at": dt.time(14, 20)}
    protect_lesson(class_group=oak, by=by, name="PE", weekday=2, **hours)


def _add_lsa(school: School, user: User, by: User) -> None:
    """The LSA who signs in: a contract with a task, an earlier one, a training, a pairing."""
    member = add_member(
        school=school, name=user.name, user=user, role="lsa", line_manager=by, by=by
    )
    week = [DayPattern(day, dt.time(8, 30), dt.time(15, 30), dt.time(12), 30) for day in range(4)]
    facts = {"member": member, "weeks_a_year": 39, "ends_on": None, "by": by}
    begin_contract(
        days=week[:3],
        starts_on=dt.date(2025, 9, 1),
        hours_a_week=Decimal("19.5"),
        pence_an_hour=1369,
        **facts,
    )
    contract = begin_contract(
        days=week, starts_on=SINCE, hours_a_week=Decimal(26), pence_an_hour=1412, **facts
    )
    for day in (0, 2):
        gate = {"starts_at": dt.time(8, 30), "ends_at": dt.time(8, 50)}
        add_task(contract=contract, by=by, name="Gate duty", weekday=day, **gate)
    add_training(
        school=school,
        member=member,
        by=by,
        subject="other",
        new_topic="Talk Boost",
        title="Talk Boost, two days",
        taken_on=dt.date(2025, 10, 9),
    )
    _pair(school, member, by)


def _pair(school: School, member: StaffMember, by: User) -> None:
    own = PupilAdult.objects.filter(school=school, user=member.user).select_related("pupil")
    first = own.order_by("pupil__last_name", "pupil__first_name").first()
    why = "They have read together since Year 3, and it calms the morning."
    add_pairing(member=member, pupil=first.pupil, kind="preferred", reason=why, by=by)
