"""Contracts of staff: begun, put right, with their days and directed tasks."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from aylsham.changes import StaleSave, TransitionNotAllowed, require_version, version_of
from aylsham.models import User
from pupils.services.recording import as_pk, lock
from staff.codes import WEEKDAY_LABELS
from staff.models import Contract, DirectedTask, StaffMember, WorkingDay
from staff.rules.patterns import DayPattern, Span, clash, outside, wrong_with
from staff.services.people import record_staff

CONTRACT_FIELDS = ("starts_on", "ends_on", "hours_a_week", "weeks_a_year", "pence_an_hour")
DAY = dt.timedelta(days=1)


@transaction.atomic
def begin_contract(
    *,
    member: StaffMember,
    days: Iterable[DayPattern],
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> Contract:
    """A contract from a day on; one without an end that began before ends the day before."""
    member = lock(member)
    mine = Contract.objects.filter(school_id=member.school_id, member=member)
    if key and (known := mine.filter(pk=key).first()):
        return known
    contract = Contract(school_id=member.school_id, member=member, **as_pk(key), **facts)
    mine.filter(ends_on=None, starts_on__lt=contract.starts_on).update(
        ends_on=contract.starts_on - DAY
    )
    _require_sound(contract, member)
    contract.save(force_insert=True)
    _set_days(contract, days)
    record_staff(member, by, "contract begun")
    return contract


@transaction.atomic
def change_contract(
    *, contract: Contract, days: Iterable[DayPattern], version: str, by: User, **facts: Any
) -> Contract:
    """Put a contract right, its days with it; tasks that no longer fit are refused by name."""
    member = lock(StaffMember.objects.get(school_id=contract.school_id, pk=contract.member_id))
    contract = lock(contract)
    fields, _, week = version.partition(".")
    require_version(contract, CONTRACT_FIELDS, fields)
    if week != mark_of_week(contract):
        raise StaleSave([], contract_version(contract))
    for name, value in facts.items():
        setattr(contract, name, value)
    _require_sound(contract, member)
    contract.save(update_fields=list(facts))
    _set_days(contract, days)
    record_staff(member, by, "contract changed")
    return contract


def contract_version(contract: Contract | None) -> str:
    """What a form of a contract starts from: the contract and its week."""
    week = mark_of_week(contract) if contract else ""
    return f"{version_of(contract, CONTRACT_FIELDS)}.{week}"


def mark_of_week(contract: Contract) -> str:
    """A short mark of the days of a contract."""
    text = repr([_plain(day) for day in patterns_of(contract)])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def patterns_of(contract: Contract) -> list[DayPattern]:
    """The days of a contract as the rules take them."""
    rows = WorkingDay.objects.filter(school_id=contract.school_id, contract=contract)
    return [
        DayPattern(row.weekday, row.starts_at, row.ends_at, row.break_at, row.break_minutes)
        for row in rows.order_by("weekday")
    ]


def _plain(day: DayPattern) -> tuple:
    return (day.weekday, str(day.starts_at), str(day.ends_at), str(day.break_at), day.break_minutes)


def _require_sound(contract: Contract, member: StaffMember) -> None:
    if contract.ends_on and contract.ends_on < contract.starts_on:
        raise TransitionNotAllowed("The contract ends before it begins.")
    if member.left_on and (contract.ends_on is None or contract.ends_on > member.left_on):
        raise TransitionNotAllowed(
            f"The last day here is {member.left_on:%-d %B %Y}. No contract goes on after it."
        )
    others = Contract.objects.filter(school_id=contract.school_id, member=member)
    overlapping = others.exclude(pk=contract.pk).filter(
        Q(ends_on=None) | Q(ends_on__gte=contract.starts_on)
    )
    if contract.ends_on:
        overlapping = overlapping.filter(starts_on__lte=contract.ends_on)
    if other := overlapping.first():
        raise TransitionNotAllowed(
            f"Another contract holds from {other.starts_on:%-d %B %Y}. Two cannot hold at once."
        )


def _set_days(contract: Contract, days: Iterable[DayPattern]) -> None:
    days = list(days)
    if not days:
        raise TransitionNotAllowed("Tick at least one day.")
    for day in days:
        if why := wrong_with(day):
            raise TransitionNotAllowed(f"{WEEKDAY_LABELS[day.weekday]}: {why}")
    tasks = DirectedTask.objects.filter(school_id=contract.school_id, contract=contract)
    for task in tasks:
        if why := outside(Span(task.weekday, task.starts_at, task.ends_at), days):
            raise TransitionNotAllowed(f"{task.name}, {WEEKDAY_LABELS[task.weekday]}: {why}")
    mine = {"school_id": contract.school_id, "contract": contract}
    WorkingDay.objects.filter(**mine).delete()
    WorkingDay.objects.bulk_create(
        WorkingDay(
            **mine,
            weekday=day.weekday,
            starts_at=day.starts_at,
            ends_at=day.ends_at,
            break_at=day.break_at,
            break_minutes=day.break_minutes,
        )
        for day in days
    )


@transaction.atomic
def add_task(
    *, contract: Contract, by: User | None, key: UUID | None = None, **facts: Any
) -> DirectedTask:
    """Time of a contract that is spoken for; `facts`: name, weekday, starts_at, ends_at."""
    contract = lock(contract)
    mine = DirectedTask.objects.filter(school_id=contract.school_id, contract=contract)
    if key and (known := mine.filter(pk=key).first()):
        return known
    span = Span(facts["weekday"], facts["starts_at"], facts["ends_at"])
    if why := outside(span, patterns_of(contract)):
        raise TransitionNotAllowed(why)
    others = [Span(t.weekday, t.starts_at, t.ends_at, t.name) for t in mine]
    if other := clash(span, others):
        raise TransitionNotAllowed(f"{other.name} is at that time already.")
    task = DirectedTask.objects.create(
        school_id=contract.school_id, contract=contract, **as_pk(key), **facts
    )
    record_staff(contract.member, by, "task added")
    return task


@transaction.atomic
def remove_task(*, task: DirectedTask, by: User) -> None:
    """The task is no longer theirs."""
    member = lock(task.contract).member
    DirectedTask.objects.filter(school_id=task.school_id, pk=task.pk).delete()
    record_staff(member, by, "task removed")
