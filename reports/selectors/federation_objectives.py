"""The objectives of a federation, its schools side by side."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from reports.models import FederationObjective, Objective, PlanStep
from reports.selectors.child_names import names_of_children_at
from reports.selectors.objectives import ObjectiveLine


@dataclass(frozen=True)
class AtSchool:
    """An objective of the federation as one school carries it; None: the night gives it."""

    school: School
    line: ObjectiveLine | None


@dataclass(frozen=True)
class SharedLine:
    """An objective of the federation with every school of the page."""

    objective: FederationObjective
    schools: tuple[AtSchool, ...]

    @property
    def standing(self) -> str:
        """How many schools stand where, in words: “1 reached, 2 amber: behind”."""
        counts: dict[str, int] = defaultdict(int)
        for each in self.schools:
            if each.line:
                counts[each.line.words[:1].lower() + each.line.words[1:]] += 1
        return ", ".join(f"{n} {words}" for words, n in sorted(counts.items()))


@dataclass(frozen=True)
class FederationObjectives:
    """The page: those that hold, then those given up."""

    lines: tuple[SharedLine, ...]
    given_up: tuple[FederationObjective, ...]
    #: Names of children that stand in the words.
    names: tuple[str, ...]
    may_set: bool


def federation_objectives(access: Access) -> FederationObjectives:
    """Each objective with the schools of the page; five statements."""
    rows = list(_of(access))
    lines = _lines(access)
    words = [text for row in rows for text in (row.what, row.basis, row.sign, row.lead)]
    return FederationObjectives(
        lines=tuple(
            SharedLine(row, tuple(_at(school, row, lines) for school in access.schools))
            for row in rows
            if row.holds
        ),
        given_up=tuple(row for row in rows if not row.holds),
        names=names_of_children_at([school.pk for school in access.schools], words),
        may_set=sets_federation_objectives(access),
    )


def federation_objective_of(access: Access, pk: UUID) -> FederationObjective | None:
    """One of the objectives of the page."""
    return _of(access).filter(pk=pk).select_related("federation").first()


def sets_federation_objectives(access: Access) -> bool:
    """Whether the asker prepares reports at every school of one federation; one statement."""
    ours = {school.pk for school in access.schools_with(Permission.PREPARE_REPORTS)}
    federations = {s.federation_id for s in access.all_schools if s.pk in ours}
    every = School.objects.filter(federation__in=federations).values_list("pk", flat=True)
    return len(federations) == 1 and set(every) <= ours


def _of(access: Access):
    federations = {school.federation_id for school in access.schools}
    return FederationObjective.objects.filter(federation__in=federations)


def _lines(access: Access) -> dict[tuple[UUID, UUID], ObjectiveLine]:
    """By school and objective of the federation."""
    rows = list(Objective.objects.filter(school__in=access.schools, shared__isnull=False))
    steps = defaultdict(list)
    of_them = PlanStep.objects.filter(school__in=access.schools, objective__in=rows)
    for step in of_them:
        steps[step.objective_id].append(step)
    return {
        (row.school_id, row.shared_id): ObjectiveLine(row, tuple(steps[row.pk]), access.today)
        for row in rows
    }


def _at(school: School, row: FederationObjective, lines) -> AtSchool:
    return AtSchool(school, lines.get((school.pk, row.pk)))
