"""Who works with children at a school: the list, and one of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import rows_as
from pupils.models import Pupil
from staff.codes import JobRole
from staff.models import Contract, DirectedTask, Pairing, StaffMember, WorkingDay
from staff.rules.patterns import kept_until
from staff.selectors.contracts import ContractView, contract_view, week_of, with_week
from staff.selectors.training import TrainingLine, by_member, records_of, trainings_of_members

#: In place of a reason that the asker may not read.
NOT_SHOWN = "Not shown to you"


@dataclass(frozen=True)
class StaffLine:
    """Somebody in the list."""

    member: StaffMember
    contract: ContractView | None
    trainings: tuple[TrainingLine, ...]

    @property
    def role(self) -> str:
        return str(JobRole(self.member.role).label)

    @property
    def running_out(self) -> list[TrainingLine]:
        return [line for line in self.trainings if line.is_over or line.is_soon]

    @cached_property
    def gaps(self) -> list[str]:
        """What is missing or cannot be right."""
        if self.contract is None:
            return ["No contract holds today"]
        return self.contract.gaps()


@dataclass(frozen=True)
class StaffSums:
    """What stands above the list."""

    people: int
    hours: Decimal
    with_gaps: int
    running_out: int


def staff_lines(
    access: Access, *, role: str = "", only: str = "", is_left: bool = False
) -> list[StaffLine]:
    """Everybody here now (or who has left), by name; one statement, however many."""
    members, rows, days, tasks, records = rows_as(_Listed(role, is_left), access)
    days_of, tasks_of = _by_contract(days), _by_contract(tasks)
    contracts = {
        row.member_id: contract_view(row, access, days_of[row.pk], tasks_of[row.pk]) for row in rows
    }
    trainings = by_member(members, records, access.today)
    lines = [
        StaffLine(member, contracts.get(member.pk), tuple(trainings[member.pk]))
        for member in members
    ]
    if only == "gaps":
        return [line for line in lines if line.gaps]
    if only == "training":
        return [line for line in lines if line.running_out]
    return lines


def sums_of(lines: Iterable[StaffLine]) -> StaffSums:
    """People, hours a week, gaps and trainings that run out."""
    lines = list(lines)
    hours = sum((line.contract.hours for line in lines if line.contract), Decimal(0))
    return StaffSums(
        len(lines),
        hours,
        sum(bool(line.gaps) for line in lines),
        sum(len(line.running_out) for line in lines),
    )


@dataclass(frozen=True)
class _Listed:
    """What the list reads: people, their contracts with days and tasks, their trainings."""

    role: str
    is_left: bool

    def __call__(self, access: Access) -> list[QuerySet]:
        school, today = access.school, access.today
        people = StaffMember.objects.filter(school=school)
        people = people.filter(left_on__lt=today) if self.is_left else people.here_on(today)
        people = people.filter(role=self.role) if self.role else people
        ids = people.order_by().values("pk")
        users = people.order_by().exclude(user=None).values("user")
        contracts = Contract.objects.filter(school=school, member__in=ids).on(today)
        return [
            people.select_related("user"),
            contracts,
            *week_of(school, contracts),
            records_of(school, ids, users),
        ]


def _by_contract[Row: (WorkingDay, DirectedTask)](rows: Iterable[Row]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.contract_id].append(row)
    return found


@dataclass(frozen=True)
class PairingLine:
    """A pairing as the asker may read it."""

    row: Pairing
    pupil: Pupil
    reason: str

    @property
    def kind(self) -> str:
        return str(self.row.get_kind_display())


@dataclass(frozen=True)
class StaffPage:
    """One member of staff."""

    line: StaffLine
    #: The newest first, those to come before the one of today.
    contracts: tuple[ContractView, ...]
    pairings: tuple[PairingLine, ...]
    #: About children whom the asker does not see.
    hidden_pairings: int
    kept_until: dt.date | None

    @property
    def coming(self) -> list[ContractView]:
        now = self.line.contract
        return [c for c in self.contracts if not now or c.starts_on > now.starts_on]

    @property
    def earlier(self) -> list[ContractView]:
        now = self.line.contract
        return [c for c in self.contracts if now and c.starts_on < now.starts_on]


def member_of(access: Access, pk: UUID) -> StaffMember | None:
    """One member of staff of the school."""
    rows = StaffMember.objects.filter(school=access.school, pk=pk)
    return rows.select_related("school", "user", "line_manager").first()


def people_here(access: Access) -> QuerySet[StaffMember]:
    """Everybody who has not left, by name."""
    return StaffMember.objects.filter(school=access.school).here_on(access.today)


def own_member(access: Access) -> StaffMember | None:
    """The asker as a member of staff, if they are one."""
    rows = StaffMember.objects.filter(school=access.school, user=access.user)
    return rows.here_on(access.today).select_related("user", "line_manager").first()


def staff_page(access: Access, member: StaffMember, *, is_own: bool = False) -> StaffPage:
    """Contracts, training and pairings of one; on one's own page no rate and no pairing."""
    rows = list(with_week(access.school).filter(member=member))
    views = {row.pk: contract_view(row, access) for row in rows}
    if is_own:
        views = {pk: _without_rate(view) for pk, view in views.items()}
    day = min(access.today, member.left_on or access.today)
    now = next(
        (r for r in rows if r.starts_on <= day and (not r.ends_on or r.ends_on >= day)), None
    )
    trainings = trainings_of_members(access.school, [member], access.today)[member.pk]
    line = StaffLine(member, views.get(now.pk) if now else None, tuple(trainings))
    pairings, hidden = ((), 0) if is_own else _pairings(access, member)
    kept = kept_until(member.left_on) if member.left_on else None
    return StaffPage(line, tuple(views.values()), tuple(pairings), hidden, kept)


def _without_rate(view: ContractView) -> ContractView:
    """What somebody is paid is a matter between them and HR."""
    return ContractView(**{**view.__dict__, "rate": ""})


def _pairings(access: Access, member: StaffMember) -> tuple[list[PairingLine], int]:
    rows = list(Pairing.objects.filter(school=access.school, member=member))
    ids = [row.pupil_id for row in rows]
    seen = Pupil.objects.visible_to(access).filter(school=access.school, pk__in=ids)
    pupils = {pupil.pk: pupil for pupil in seen.select_related("class_group")}
    may_read = access.can(Permission.VIEW_SENSITIVE)
    lines = [
        PairingLine(row, pupils[row.pupil_id], row.reason if may_read else NOT_SHOWN)
        for row in rows
        if row.pupil_id in pupils
    ]
    return lines, len(rows) - len(lines)


def contract_of(access: Access, member: StaffMember, pk: UUID) -> Contract | None:
    """One contract of somebody."""
    return Contract.objects.filter(school=access.school, member=member, pk=pk).first()


def task_of(access: Access, member: StaffMember, pk: UUID) -> DirectedTask | None:
    """One directed task of somebody."""
    rows = DirectedTask.objects.filter(school=access.school, contract__member=member, pk=pk)
    return rows.select_related("contract__member").first()


def pairing_of(access: Access, member: StaffMember, pk: UUID) -> Pairing | None:
    """One pairing of somebody with a child whom the asker sees."""
    rows = Pairing.objects.filter(school=access.school, member=member, pk=pk)
    row = rows.select_related("pupil", "member").first()
    is_seen = row and Pupil.objects.visible_to(access).filter(pk=row.pupil_id).exists()
    return row if is_seen else None
