"""Two versions of a plan side by side, as the page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.access.current import Access
from ehcp.models import PlanLine, PlanVersion
from ehcp.rules.comparing import Change, CompareLine, compare
from ehcp.section_codes import PlanSection
from ehcp.selectors.sections import VersionLine, label_of, lines_for, version_lines


@dataclass(frozen=True)
class ComparedSection:
    """What differs in a section."""

    code: str
    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class ComparePage:
    """What differs between two versions."""

    old: VersionLine
    new: VersionLine
    sections: tuple[ComparedSection, ...]
    #: Versions that it can be compared with.
    others: tuple[VersionLine, ...]

    @property
    def changes(self) -> int:
        """How many sentences differ."""
        return sum(len(section.changes) for section in self.sections)

    @property
    def less(self) -> tuple[Change, ...]:
        """Where provision is reduced, in the order of the plan."""
        return tuple(c for section in self.sections for c in section.changes if c.is_less)


def compare_page(access: Access, old: PlanVersion, new: PlanVersion) -> ComparePage:
    """As far as the asker may read both; about four statements."""
    listed = {each.version.pk: each for each in version_lines(access, new.plan)}
    changes = compare(_lines(lines_for(access, old)), _lines(lines_for(access, new)))
    sections = (
        ComparedSection(
            section.value,
            str(section.label),
            tuple(change for change in changes if change.section == section),
        )
        for section in PlanSection
    )
    others = (each for pk, each in listed.items() if pk != new.pk and each.lines)
    return ComparePage(
        listed[old.pk],
        listed[new.pk],
        tuple(section for section in sections if section.changes),
        tuple(others),
    )


def _lines(rows: Iterable[PlanLine]) -> list[CompareLine]:
    return [CompareLine(row.section, label_of(row), row.text, row.minutes_a_week) for row in rows]
