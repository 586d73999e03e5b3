"""Dated facts and attendance, as far as a roll speaks of them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from aylsham import clock
from aylsham.access.permissions import Permission
from pupils.access import fact_permission
from pupils.codes import FactKind, Source
from pupils.importing.roll import RollRow
from pupils.models import AttendanceFigure, DatedFact, Pupil
from pupils.services.importing.parts import Difference, Writing, grouped, own

ONE_DAY = dt.timedelta(days=1)


def _pupil_premium(row: RollRow) -> tuple[bool | None, str]:
    if row.ever_6:
        return True, "ever_6"
    return row.pupil_premium, ""


def _young_carer(row: RollRow) -> tuple[bool | None, str]:
    if not row.young_carer:
        return None, ""
    return row.young_carer != "N", row.young_carer if row.young_carer in {"P", "S"} else ""


#: kind → (does it hold: yes, no or not said; on what basis)
STATED = {
    FactKind.FREE_MEALS: lambda row: (row.free_school_meals, row.meal_basis),
    FactKind.PUPIL_PREMIUM: _pupil_premium,
    FactKind.EARLY_YEARS_PREMIUM: lambda row: (row.eypp, ""),
    FactKind.SERVICE_CHILD: lambda row: (row.service_child, ""),
    FactKind.YOUNG_CARER: _young_carer,
    FactKind.TRAVELLER: lambda row: (row.traveller, ""),
    FactKind.KINSHIP_CARE: lambda row: (row.kinship_care, ""),
}


#: kind → what of a row says so
READS = {
    FactKind.FREE_MEALS: ("free_school_meals", "meal_basis"),
    FactKind.PUPIL_PREMIUM: ("pupil_premium", "ever_6"),
    FactKind.EARLY_YEARS_PREMIUM: ("eypp",),
    FactKind.SERVICE_CHILD: ("service_child",),
    FactKind.YOUNG_CARER: ("young_carer",),
    FactKind.TRAVELLER: ("traveller",),
    FactKind.KINSHIP_CARE: ("kinship_care",),
}


class Facts:
    """What is true of a child from a day to a day."""

    def load(self, school, pupil_ids) -> dict:
        """All facts of the children, also those that ended."""
        return grouped(own(DatedFact, school, pupil_ids))

    def compare(self, row: RollRow, mine, today) -> Iterator[Difference]:
        """Facts that begin, end or hold for another reason."""
        for kind, stated in STATED.items():
            holds, basis = stated(row)
            now = _open(mine, kind, today)
            if holds is None or (holds == bool(now) and (not basis or basis == now.basis)):
                continue
            yield Difference(
                kind.value,
                kind.label,
                _in_words(bool(now), now.basis if now else ""),
                _in_words(holds, basis),
                _is_ours(mine, kind, now),
                _permission(kind),
            )

    def reads(self, field: str) -> Iterable[str]:
        """Whether it holds, and on what basis."""
        return READS.get(field, ())

    def write(self, writing: Writing, pupil: Pupil, row: RollRow, mine, accepted) -> None:
        """A fact ends the day before; a new one begins today, or with the school's first roll."""
        for kind, stated in STATED.items():
            if kind.value not in accepted:
                continue
            holds, basis = stated(row)
            now = _open(mine, kind, writing.today)
            if now and holds:
                writing.journal.change(now, basis=basis, source=Source.ROLL)
            elif now:
                last = max(writing.today - ONE_DAY, now.starts_on)
                writing.journal.change(now, ends_on=last, source=Source.ROLL)
            elif holds:
                writing.journal.create(
                    DatedFact(
                        pupil=pupil,
                        kind=kind,
                        basis=basis,
                        starts_on=_first_day(writing, mine, kind),
                        source=Source.ROLL,
                    )
                )


def _permission(kind: FactKind) -> Permission | None:
    """Who may see the fact; free meals are the office's own business."""
    return None if kind == FactKind.FREE_MEALS else fact_permission(kind)


def _open(mine, kind: FactKind, today: dt.date) -> DatedFact | None:
    facts = [f for f in mine or [] if f.kind == kind and (not f.ends_on or f.ends_on > today)]
    return max(facts, key=lambda fact: fact.starts_on, default=None)


def _is_ours(mine, kind: FactKind, now: DatedFact | None) -> bool:
    if now:
        return now.source == Source.HERE
    ended = [fact for fact in mine or [] if fact.kind == kind]
    last = max(ended, key=lambda fact: fact.starts_on, default=None)
    return last is not None and last.source == Source.HERE


def _in_words(holds: bool, basis: str) -> str:
    if not holds:
        return "no"
    return f"yes ({basis.replace('_', ' ')})" if basis else "yes"


def _first_day(writing: Writing, mine, kind: FactKind) -> dt.date:
    first = writing.first_day or writing.today
    ends = [fact.ends_on for fact in mine or [] if fact.kind == kind and fact.ends_on]
    return max([first, *(day + ONE_DAY for day in ends)])


class Attendance:
    """The attendance figure of the day."""

    def load(self, school, pupil_ids) -> dict:
        """This school's figures, the latest last."""
        return grouped(own(AttendanceFigure, school, pupil_ids).order_by("as_of"))

    def compare(self, row: RollRow, mine, today) -> Iterator[Difference]:
        """A figure other than the latest."""
        latest = mine[-1].percent if mine else None
        if row.attendance is not None and row.attendance != latest:
            ours = "" if latest is None else f"{latest} %"
            yield Difference("attendance", "Attendance", ours, f"{row.attendance} %")

    def reads(self, field: str) -> Iterable[str]:
        """The figure."""
        return ("attendance",) if field == "attendance" else ()

    def write(self, writing: Writing, pupil: Pupil, row: RollRow, mine, accepted) -> None:
        """One figure a day: a second roll on the same day changes it."""
        if "attendance" not in accepted:
            return
        if mine and mine[-1].as_of == writing.today:
            writing.journal.change(mine[-1], percent=row.attendance)
            return
        writing.journal.create(
            AttendanceFigure(
                pupil=pupil,
                academic_year=clock.academic_year(writing.today),
                as_of=writing.today,
                percent=row.attendance,
            )
        )
