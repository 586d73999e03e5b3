"""In which periods what a week asks for can stand."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from pupils.models import Pupil
from staff.codes import PeriodKind, TimeNeedKind
from staff.models import Period, PlanDemand, SchoolDay
from staff.planning import instance as plan
from staff.planning.clocks import minute_of
from staff.selectors.weeks.demand import TAUGHT

WEEK = range(5)
#: Needs that stand in their own time, not in lessons.
AT_PLAY = frozenset({PeriodKind.LUNCH, PeriodKind.PLAY})


class BellsOfDemands:
    """The periods that demands can stand in; only those that some demand asks for."""

    def __init__(
        self, site: str, days: Sequence[SchoolDay], periods: Mapping[UUID, Sequence[Period]]
    ) -> None:
        """`periods`: by the key of their day."""
        self.site, self.days, self._periods = site, days, periods
        self.used: dict[str, plan.Bells] = {}

    def key_for(self, row: PlanDemand, pupils: Iterable[Pupil]) -> str | None:
        """Which bells a demand goes by; None where there are none."""
        need = row.need
        if need is not None and need.starts_at is not None:
            weekdays = need.weekdays or WEEK
            return self._use(
                f"need:{need.pk}",
                [
                    plan.Span(d, minute_of(need.starts_at), minute_of(need.ends_at))
                    for d in weekdays
                ],
            )
        if need is not None and need.kind == TimeNeedKind.LUNCH:
            return self._of_kinds("play", self.days, AT_PLAY)
        years = {pupil.year_group for pupil in pupils}
        if need is not None and need.class_group is not None:
            years |= set(need.class_group.year_groups)
        days = [d for d in self.days if years & set(d.year_groups)] if years else self.days[:1]
        if not days:
            return None
        return self._of_kinds(str(days[0].pk), days[:1], TAUGHT)

    def _of_kinds(self, key: str, days: Iterable[SchoolDay], kinds: Collection[str]) -> str | None:
        periods = {
            (minute_of(p.starts_at), minute_of(p.ends_at))
            for day in days
            for p in self._periods.get(day.pk, ())
            if p.kind in kinds
        }
        return self._use(key, [plan.Span(d, *each) for d in WEEK for each in _apart(periods)])

    def _use(self, key: str, spans: list[plan.Span]) -> str | None:
        if spans:
            self.used.setdefault(key, plan.Bells(key, key, self.site, tuple(sorted(spans))))
        return key if spans else None


def _apart(periods: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those that do not overlap one before: two year groups may be at lunch one after the other."""
    ends = 0
    for starts, until in sorted(periods):
        if starts >= ends:
            yield starts, until
            ends = until
