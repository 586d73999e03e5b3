"""Which targets belong to what a child was given, and what each met one cost."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from aylsham.access.current import Access
from provision.codes import TargetEnd
from provision.models import ServedTarget, Target
from provision.rules.impact import Spent, TargetCost, cost_of_met_targets
from provision.selectors.impact.runs import Run
from pupils.codes import NEED_TYPES

#: A target may still be called met so long after the provision ended: half a term.
AFTERWARDS = dt.timedelta(days=42)


@dataclass(frozen=True)
class Aimed:
    """A target of a child, as far as a run may be set against it."""

    pupil_id: UUID
    area: str
    starts_on: dt.date
    ended_on: dt.date | None
    ended_as: str
    #: The provisions for which somebody named it; where there are any, no other counts for it.
    named_for: tuple[UUID, ...] = ()

    def is_of(self, run: Run) -> bool:
        """Named for the provision; where it is named for none, worked on in its area meanwhile."""
        if self.named_for:
            return run.provision.pk in self.named_for
        need = NEED_TYPES.get(run.provision.need_type)
        same = not need or not self.area or need.area == self.area
        over = self.ended_on is not None and self.ended_on < run.starts_on
        return same and self.starts_on <= run.ends_on and not over

    def is_met_by(self, run: Run) -> bool:
        """Whether it was called met while the child had it, or soon afterwards."""
        on = self.ended_on
        return self.ended_as == TargetEnd.MET and on is not None and on <= run.ends_on + AFTERWARDS


def targets_of(access: Access, runs: Iterable[Run]) -> dict[UUID, list[Aimed]]:
    """The targets of the children of some runs, by child; one statement."""
    found: dict[UUID, list[Aimed]] = defaultdict(list)
    links = ServedTarget.objects.filter(school_id=OuterRef("school_id"), target_id=OuterRef("pk"))
    rows = Target.objects.filter(
        school__in=access.schools, pupil__in={run.pupil_id for run in runs}
    ).readable_by(access)
    rows = rows.annotate(named_for=ArraySubquery(links.values("provision_id")))
    names = ("pupil_id", "area", "starts_on", "ended_on", "ended_as", "named_for")
    for *facts, named_for in rows.order_by().values_list(*names):
        found[facts[0]].append(Aimed(*facts, tuple(named_for)))
    return found


def target_cost(runs: Iterable[Run], targets: dict[UUID, list[Aimed]]) -> TargetCost:
    """By provision: what these children's places cost so far, their targets, how many were met."""
    spent: dict[UUID, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for run in runs:
        mine = [each for each in targets.get(run.pupil_id, ()) if each.is_of(run)]
        met = sum(each.is_met_by(run) for each in mine)
        named = sum(bool(each.named_for) for each in mine)
        sums = spent[run.provision.pk]
        for place, more in enumerate((run.pence or 0, len(mine), met, named)):
            sums[place] += more
    return cost_of_met_targets([Spent(*sums) for sums in spent.values()])
