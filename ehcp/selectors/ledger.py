"""Section F beside what was given: per line, for the term and each of its weeks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.models import EhcPlan, PlanLine, PlanVersion
from ehcp.selectors.sections import label_of
from provision.models import ReleasedDelivery
from provision.provision_codes import PromiseSource
from provision.rules.promised import time_words
from provision.selectors.child_provision import child_provision_read
from provision.selectors.kept import ChildKept, KeptPromise, Period, kept_by_week, released_to
from pupils.handed_texts import SEALED


@dataclass(frozen=True)
class LedgerWeek:
    """A line in a week."""

    period: Period
    each: KeptPromise


@dataclass(frozen=True)
class LedgerLine:
    """A counted line of Section F: the term, then its weeks, the latest first."""

    term: KeptPromise
    weeks: tuple[LedgerWeek, ...]

    @property
    def label(self) -> str:
        """Where it stands in the plan."""
        return self.term.line.promise.reference


@dataclass(frozen=True)
class Ledger:
    """Section F of the plan in force."""

    version: PlanVersion | None
    period: Period
    lines: tuple[LedgerLine, ...]
    #: (number, words) of lines that state no weekly amount: nobody can say whether they were kept.
    uncounted: tuple[tuple[str, str], ...]
    #: What the head has released to the parents, the latest first.
    released: tuple[ReleasedDelivery, ...]

    @property
    def promised(self) -> str:
        """Time of the term so far, in words."""
        return time_words(sum(line.term.kept.promised for line in self.lines))

    @property
    def delivered(self) -> str:
        """Time of the term so far, in words."""
        return time_words(sum(line.term.kept.delivered for line in self.lines))

    @property
    def unplanned(self) -> int:
        """Minutes that were promised and never on the timetable."""
        return sum(line.term.kept.unplanned for line in self.lines)

    @property
    def unplanned_words(self) -> str:
        """The same in words."""
        return time_words(self.unplanned)

    @property
    def owed(self) -> str:
        """Time missed for the school's reasons, in words."""
        return time_words(sum(line.term.kept.owed for line in self.lines))


def section_f_ledger(access: Access, plan: EhcPlan) -> Ledger:
    """Every promise of the plan in this term, by provision's own counting; four statements."""
    return read(ledger_read(access, plan))


def ledger_read(access: Access, plan: EhcPlan) -> Reads[Ledger]:
    """The same, to go with other reads: three statements are its own."""
    versions = PlanVersion.objects.filter(school=access.school, plan=plan).in_force()
    (found, lines, released), given = yield from at_once(
        rows_read(versions[:1], _section_f(access, versions), released_to(plan.pupil)),
        child_provision_read(access, plan.pupil),
    )
    version = found[0] if found else None
    term, *weeks = kept_by_week(access, plan.pupil, given)
    by_week = [(week.period, _by_promise(week)) for week in weeks]
    counted = tuple(
        LedgerLine(
            each,
            tuple(
                LedgerWeek(period, kept[each.line.id])
                for period, kept in by_week
                if each.line.id in kept and kept[each.line.id].kept.promised
            ),
        )
        for each in term.promises
        if each.line.promise.source == PromiseSource.EHCP
    )
    vague = tuple((label_of(line), line.text) for line in lines if not line.is_counted)
    return Ledger(version, term.period, counted, vague, _of_plan(released))


def released_lines(plan: EhcPlan) -> list[ReleasedDelivery]:
    """What parents may be handed of Section F: the latest days that the head released."""
    rows = _of_plan(released_to(plan.pupil))
    return [row for row in rows if row.last == rows[0].last and row.first == rows[0].first]


def _of_plan(rows: Iterable[ReleasedDelivery]) -> tuple[ReleasedDelivery, ...]:
    """What is of the plan, for everybody to read."""
    return tuple(
        row
        for row in rows
        if row.promise.source == PromiseSource.EHCP
        and row.promise.sensitivity == Sensitivity.EVERYONE
        and SEALED not in row.promise.text
    )


def _by_promise(week: ChildKept) -> dict:
    return {each.line.id: each for each in week.promises}


def _section_f(access: Access, versions: QuerySet[PlanVersion]) -> QuerySet[PlanLine]:
    """Section F of the version in force, as far as the asker may read it."""
    rows = PlanLine.objects.filter(
        school=access.school, section="F", version__in=versions.values("pk")[:1]
    )
    if not access.can(Permission.VIEW_NEEDS):
        return rows.none()
    return rows.readable_by(access).order_by("position", "pk")
