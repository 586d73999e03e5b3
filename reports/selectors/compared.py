"""Schools side by side, from what was counted of each; one statement, however many there are."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.audit.codes import Kind
from aylsham.codes import Phase
from aylsham.models import AuditEvent, School
from reports.governor.national import NationalPicture, national_picture
from reports.models import SchoolSummary
from reports.summaries.counts import VERSION, SchoolCounts, published
from reports.summaries.likeness import middles, note_of

#: So many schools stand on the first screen of a large trust.
FIRST = 15
#: The usual order: what is most late first.
ATTENTION = "attention"


@dataclass(frozen=True)
class SchoolRow:
    """A school with what was counted of it; `counts` is None where nothing was yet."""

    school: School
    counts: SchoolCounts | None
    made_at: dt.datetime | None
    #: Something was changed at the school since.
    is_changed: bool
    #: The asker opens children's records there: exact numbers, each with its list.
    is_open: bool
    like: str = ""

    @property
    def phase(self) -> Phase:
        return Phase(self.school.phase)

    @property
    def support_share(self) -> float | None:
        """Children with SEN support in a hundred of the roll."""
        return self.counts.share("support") if self.counts else None

    @property
    def plans_share(self) -> float | None:
        """Children with an EHC plan in a hundred of the roll."""
        return self.counts.share("plans") if self.counts else None

    @property
    def given_percent(self) -> int | None:
        """Minutes given in a hundred of those planned."""
        return self.counts.percent("given", "planned") if self.counts else None


@dataclass(frozen=True)
class Compared:
    """The page: the rows chosen, in order, and how many schools there are in all."""

    rows: tuple[SchoolRow, ...]
    schools: int
    national: NationalPicture
    #: When the count that lies furthest back was made; None where none was.
    made_at: dt.datetime | None
    changed: int
    not_counted: int
    #: Numbers are hidden where they are small.
    is_protected: bool
    #: Sums over every school where nothing is hidden; empty otherwise.
    late_ours: int | None
    late_theirs: int | None
    waiting: int | None


@dataclass(frozen=True)
class Wanted:
    """Which schools are asked for, and in which order (`-` before it: the other way round)."""

    name: str = ""
    phase: str = ""
    sort: str = ATTENTION

    def chooses(self, school: School) -> bool:
        return self.name.casefold() in school.name.casefold() and self.phase in ("", school.phase)


def compared(access: Access, wanted: Wanted) -> Compared:
    """Schools of the page by what was counted last, as far as the asker may see it."""
    national = national_picture(access.today)
    rows = _with_notes(_rows(access), national)
    counted = [row for row in rows if row.counts]
    is_protected = not all(row.is_open for row in rows)
    return Compared(
        rows=tuple(_ordered([r for r in rows if wanted.chooses(r.school)], wanted.sort)),
        schools=len(rows),
        national=national,
        made_at=min((row.made_at for row in counted if row.made_at), default=None),
        changed=sum(row.is_changed for row in counted),
        not_counted=len(rows) - len(counted),
        is_protected=is_protected,
        **{name: _sum(counted, name, is_protected) for name in _SUMMED},
    )


_SUMMED = ("late_ours", "late_theirs", "waiting")


def _sum(rows: list[SchoolRow], name: str, is_protected: bool) -> int | None:
    return None if is_protected else sum(getattr(row.counts, name) or 0 for row in rows)


def _rows(access: Access) -> list[SchoolRow]:
    changes = AuditEvent.objects.of_kind(Kind.CHANGE).filter(
        school_id=OuterRef("school_id"), at__gt=OuterRef("made_at")
    )
    kept = SchoolSummary.objects.filter(school__in=access.schools, version=VERSION)
    told = kept.annotate(is_changed=Exists(changes))
    found = {
        school: (counts, made_at, is_changed or counted_on < access.today)
        for school, counts, made_at, is_changed, counted_on in told.values_list(
            "school_id", "counts", "made_at", "is_changed", "counted_on"
        )
    }
    return [_row(access, school, found) for school in access.schools]


def _row(access: Access, school: School, found: dict[UUID, tuple]) -> SchoolRow:
    is_open = opens_children(access, school)
    if school.pk not in found:
        return SchoolRow(school, None, None, False, is_open)
    stored, made_at, is_changed = found[school.pk]
    counts = SchoolCounts.of(stored)
    shown = counts if is_open else published(counts)
    return SchoolRow(school, shown, made_at, is_changed, is_open)


def opens_children(access: Access, school: School) -> bool:
    """Whether the asker may find out who is behind a number: only then is it told exactly."""
    at = access.by_school.get(school.pk)
    reaches_all = at is not None and at.reach == Reach.WHOLE_SCHOOL
    return reaches_all and access.can(Permission.VIEW_REGISTER, school)


def _with_notes(rows: list[SchoolRow], national: NationalPicture) -> list[SchoolRow]:
    """The rows with what each may be compared with, from what is shown of the others."""
    middle = middles((row.phase, row.counts) for row in rows if row.counts)
    return [
        SchoolRow(
            row.school,
            row.counts,
            row.made_at,
            row.is_changed,
            row.is_open,
            note_of(row.phase, row.counts, national.all_in_primary, middle) if row.counts else "",
        )
        for row in rows
    ]


def _count(name: str) -> Callable[[SchoolCounts], float | None]:
    return lambda counts: getattr(counts, name)


def _percent(part: str, whole: str) -> Callable[[SchoolCounts], float | None]:
    return lambda counts: counts.percent(part, whole)


#: What a column is sorted by: only what is shown, so that the order tells nothing hidden.
SORTS: dict[str, Callable[[SchoolCounts], float | None]] = {
    "roll": _count("roll"),
    "support": lambda counts: counts.share("support"),
    "plans": lambda counts: counts.share("plans"),
    "ours": _count("late_ours"),
    "theirs": _count("late_theirs"),
    "reviews": _percent("reviews_in_time", "reviews"),
    "given": _percent("given", "planned"),
    "passports": _percent("passports", "register"),
    "waiting": _count("waiting"),
}


def _ordered(rows: list[SchoolRow], sort: str) -> list[SchoolRow]:
    """In the order of a column; what is hidden or not known stands last, either way."""
    by_name = sorted(rows, key=lambda row: row.school.name.casefold())
    name, is_down = sort.removeprefix("-"), sort.startswith("-")
    if name == "name":
        return by_name[::-1] if is_down else by_name
    if name not in SORTS:
        return sorted(by_name, key=_attention)
    value = SORTS[name]
    known = [r for r in by_name if r.counts and value(r.counts) is not None]
    known.sort(key=lambda row: value(row.counts), reverse=is_down)  # type: ignore[arg-type,return-value]
    rest = [row for row in by_name if row not in known]
    return [*known, *rest]


def _attention(row: SchoolRow) -> tuple[int, int, int]:
    """Most late first, then what the council owes, then what waits."""
    counts = row.counts
    if counts is None:
        return (1, 0, 0)
    return tuple(-(getattr(counts, name) or 0) for name in _SUMMED)  # type: ignore[return-value]
