"""Our own measured effect and cost of each intervention so far, for the catalogue."""

from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from provision.selectors.catalogue import CatalogueLine
from provision.selectors.impact.page import ImpactLine, SeriesImpact, lines_by_item
from provision.selectors.impact.runs import (
    Asked,
    chosen,
    newest_year,
    of_enough,
    runs_of,
    sees_all_children,
)
from provision.selectors.impact.spent import kept_pence


@dataclass(frozen=True)
class OwnEffect:
    """What a school knows of an intervention from having given it."""

    line: ImpactLine
    #: The asker sees every child, and so may read every count.
    is_whole: bool

    @property
    def figures(self) -> list[SeriesImpact]:
        """The series with enough children to say something, most children first."""
        return [each for each in self.line.series if each.impact.change]

    @property
    def children_words(self) -> str:
        """How many have had it: `12 children in 3 groups`.

        Beside a figure it would tell how few were not measured.
        """
        if not self.is_whole and self.figures:
            return "five children or more"
        groups, n = self.line.groups, self.line.children
        return f"{n} {_many(n, 'child', 'children')} in {groups} {_many(groups, 'group', 'groups')}"


def own_effects(access: Access) -> dict[str, OwnEffect]:
    """What we know ourselves, by the key of `key_of`; six statements at most.

    Whoever does not see all children gets the newest school year alone, and nothing of what fewer
    than five had: to them it looks like what nobody had.
    """
    is_whole = sees_all_children(access)
    with_costs = is_whole and access.can(Permission.VIEW_COSTS)
    runs = runs_of(access, kept_pence if with_costs else None)
    if not is_whole:
        runs = of_enough(chosen(runs, Asked(year=newest_year(runs)), access.schools))
    lines = lines_by_item(access, runs)
    return {key: OwnEffect(line, is_whole) for key, line in lines.items()}


def key_of(line: CatalogueLine) -> str:
    """The key under which an intervention of the catalogue stands among the figures."""
    stands_for = getattr(line.item, "stands_for_id", None)
    return str(stands_for or line.item.pk)


def _many(number: int, one: str, more: str) -> str:
    return one if number == 1 else more
