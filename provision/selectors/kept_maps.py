"""Kept versions of the graduated provision map: the list, one as tables, its moderations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aylsham.access.current import Access
from provision.models import KeptMap, MapModeration
from provision.rules.graduated_map import MapChange, changes_of, pence_of

#: Columns that a page or a paper says once, not on each line.
IN_HEADINGS = ("tier", "academic_year", "name")


@dataclass(frozen=True)
class KeptLine:
    """A kept version in the list: who kept it, how it was moderated, what changed since before."""

    kept: KeptMap
    moderations: tuple[MapModeration, ...]
    change: MapChange | None

    @property
    def pence(self) -> int:
        return pence_of(self.kept.content)


def kept_maps(access: Access, year: int) -> list[KeptLine]:
    """The versions of a school year, the newest first; two statements."""
    rows = KeptMap.objects.filter(school=access.school, year=year).select_related("kept_by")
    found = list(rows.prefetch_related("moderations"))
    older = [*found[1:], None][: len(found)]
    return [
        KeptLine(
            row,
            tuple(row.moderations.all()),
            changes_of(before.content, row.content) if before else None,
        )
        for row, before in zip(found, older, strict=True)
    ]


def kept_map_of(access: Access, pk: UUID | str) -> KeptMap | None:
    """One version of the school; None for what is no id at all."""
    try:
        pk = UUID(str(pk))
    except ValueError:
        return None
    row = KeptMap.objects.filter(school=access.school, pk=pk).select_related("kept_by").first()
    if row:
        row.school = access.school
    return row


def moderation_of(access: Access, kept: KeptMap, pk: UUID) -> MapModeration | None:
    """One note on a version."""
    row = MapModeration.objects.filter(school=access.school, kept=kept, pk=pk).first()
    if row:
        row.school, row.kept = access.school, kept
    return row


@dataclass(frozen=True)
class GridLine:
    """A line of a map: what is counted, in columns, and the school's words under it."""

    name: str
    cells: tuple[tuple[Any, str], ...]
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Grid:
    """A map as tables of words, for paper and the page of a version."""

    columns: tuple[tuple[str, str], ...]
    #: Letter of the tier, its words, its lines.
    tiers: tuple[tuple[str, str, tuple[GridLine, ...]], ...]
    total: int


def rows_of(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines of a map by the keys of its columns."""
    keys = [column[0] for column in content["columns"]]
    return [dict(zip(keys, row, strict=True)) for _, row in content["lines"]]


def grid_of(content: Mapping[str, Any]) -> Grid:
    """A map tier by tier: tier and year are headings, the name stands first, and columns without
    any value are left out.
    """
    rows = rows_of(content)
    used = [
        column
        for column in content["columns"]
        if column[0] not in IN_HEADINGS and any(row[column[0]] not in (None, "") for row in rows)
    ]
    facts = [(key, label, kind) for key, label, kind, is_written in used if not is_written]
    words = [(key, label) for key, label, _, is_written in used if is_written]
    return Grid(
        columns=tuple((label, kind) for _, label, kind in facts),
        tiers=tuple(
            (code, label, tuple(_grid_line(r, facts, words) for r in rows if r["tier"] == label))
            for code, label in content["tiers"]
        ),
        total=pence_of(content),
    )


def _grid_line(row: Mapping[str, Any], facts, words) -> GridLine:
    return GridLine(
        name=row["name"],
        cells=tuple((row[key], kind) for key, _, kind in facts),
        words=tuple((label, row[key]) for key, label in words if row[key]),
    )
