"""Proposed layers beside the SEN status: of one child, of a list, and of whole schools."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.changes import version_of
from aylsham.clock import academic_year
from aylsham.models import School
from pupils.access import schools_where
from pupils.codes import LAYER_FIELDS, PROPOSED, EvidenceOf, Layer, SenStatus
from pupils.models import ClassGroup, LayerPeriod, Need, Pupil
from pupils.rules.layers import Misfit, is_missing, misfit_of
from pupils.selectors.evidence import Evidence, evidence_of
from pupils.selectors.identity import with_status
from pupils.words import status_words, year_words

#: Rows of the list in which layers are set.
MOST = 60
HEADINGS = (
    "School",
    "SEN status",
    *(f"{label} ({PROPOSED})" for label in Layer.labels),
    "No layer",
)
MISFIT_HEADINGS = ("School", "Child", "Year", "SEN status", f"Layer ({PROPOSED})", "What", "To do")


@dataclass(frozen=True)
class LayerLine:
    """One stretch in a layer, with why and by whom."""

    id: UUID
    layer: str
    starts_on: dt.date
    ends_on: dt.date | None
    reason: str
    evidence: str
    by: str
    behind: Evidence | None = None


@dataclass(frozen=True)
class ListedChild:
    """A child of the list in which layers are set."""

    id: UUID
    name: str
    place: str
    status: str
    level: int | None
    layer: str
    since: dt.date | None
    version: str

    @property
    def layer_words(self) -> str:
        """The layer as pages say it."""
        return Layer(self.layer).label if self.layer else ""


@dataclass(frozen=True)
class StatusRow:
    """How many children of one status are in each layer, in the order of `Layer`, and in none."""

    status: str
    layers: tuple[int, ...]
    none: int


@dataclass(frozen=True)
class SchoolCounts:
    """Both schemes side by side at one school."""

    school: School
    rows: tuple[StatusRow, ...]
    #: On the register, without a layer.
    missing: int


@dataclass(frozen=True)
class MisfitLine:
    """A child whose status and layer do not fit together, and what to do."""

    pupil_id: UUID
    school: School
    name: str
    year: str
    status: str
    layer: str
    misfit: Misfit


def layer_history(access: Access, pupil: Pupil) -> list[LayerLine]:
    """Every stretch, the latest first, with what stands behind it; two statements."""
    behind = evidence_of(access, pupil)
    rows = LayerPeriod.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return [
        LayerLine(
            id=row.pk,
            layer=row.get_layer_display(),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            reason=row.reason,
            evidence=row.evidence,
            by=row.set_by.name if row.set_by else "",
            behind=behind.get((EvidenceOf.LAYER, row.pk)),
        )
        for row in rows.select_related("set_by")
    ]


def layer_now(pupil: Pupil) -> LayerPeriod | None:
    """The stretch that has not ended; one statement."""
    rows = LayerPeriod.objects.filter(school_id=pupil.school_id, pupil_id=pupil.pk, ends_on=None)
    return rows.select_related("set_by").first()


def class_choices(access: Access) -> list[tuple[str, str]]:
    """The classes of this year at the school of the page; one statement."""
    groups = ClassGroup.objects.filter(
        school=access.school, academic_year=academic_year(access.today)
    )
    return [(str(pk), name) for pk, name in groups.values_list("pk", "name")]


def has_layer(layer: str, on: dt.date) -> Q:
    """A condition on children of schools that keep layers: in this one on a day; "none": in none."""
    rows = LayerPeriod.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=on),
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pk"),
        starts_on__lte=on,
    )
    asked = ~Q(Exists(rows)) if layer == "none" else Q(Exists(rows.filter(layer=layer)))
    return asked & Q(school__uses_layers=True)


def children_to_set(
    access: Access, *, group: str = "", status: str = "", without: bool = False
) -> tuple[list[ListedChild], int]:
    """Children on the register or with a layer, at most `MOST`, and how many there are in all.

    Two statements.
    """
    pupils = _with_both(access).select_related("class_group")
    pupils = pupils.filter(~Q(period__status=None) | ~Q(placed__layer=None))
    if group:
        pupils = pupils.filter(class_group_id=group)
    if status:
        pupils = pupils.filter(period__status=status)
    if without:
        pupils = pupils.filter(placed__layer=None)
    rows = pupils.annotate(
        status=F("period__status"),
        layer=F("placed__layer"),
        layer_since=F("placed__starts_on"),
        layer_reason=F("placed__reason"),
        level=_highest_level(),
    ).in_register_order()
    found = [_listed(row) for row in rows[:MOST]]
    return found, len(found) if len(found) < MOST else pupils.count()


def side_by_side(access: Access) -> list[SchoolCounts]:
    """How many children of each status are in each layer, school by school; one statement."""
    rows = (
        _with_both(access)
        .order_by()
        .values_list("school_id", "period__status", "placed__layer")
        .annotate(count=Count("pk"))
    )
    counted: Counter = Counter()
    for school_id, status, layer, count in rows:
        counted[school_id, status or SenStatus.NONE.value, layer or ""] += count
    return [_counts_of(school, counted) for school in schools_with_layers(access)]


def misfits(access: Access) -> list[MisfitLine]:
    """Children whose status and layer do not fit together; one statement."""
    schools = {school.pk: school for school in schools_with_layers(access)}
    rows = (
        _with_both(access)
        .filter(~Q(placed__layer=None))
        .annotate(status=F("period__status"), layer=F("placed__layer"), level=_highest_level())
        .order_by("school__name", "last_name", "first_name", "pk")
    )
    return [
        MisfitLine(
            pupil_id=row.pk,
            school=schools[row.school_id],
            name=row.full_name,
            year=year_words(row.year_group),
            status=status_words(row.status),
            layer=Layer(row.layer).label,
            misfit=found,
        )
        for row in rows
        if (found := misfit_of(row.status or "N", row.layer, row.level))
    ]


def count_rows(counts: Sequence[SchoolCounts]) -> list[list[object]]:
    """The counts as rows of a sheet, under `HEADINGS`."""
    return [
        [each.school.name, row.status, *row.layers, row.none]
        for each in counts
        for row in each.rows
    ]


def misfit_rows(lines: Sequence[MisfitLine]) -> list[list[object]]:
    """The misfits as rows of a sheet, under `MISFIT_HEADINGS`."""
    return [
        [x.school.name, x.name, x.year, x.status, x.layer, x.misfit.what, x.misfit.to_do]
        for x in lines
    ]


def schools_with_layers(access: Access) -> list[School]:
    """The schools of the page that keep layers and whose register the asker may open."""
    may = set(schools_where(access, Permission.VIEW_REGISTER))
    return [school for school in access.schools if school.uses_layers and school.pk in may]


def _with_both(access: Access):
    """Children on roll in reach at schools with layers, with `period` (status) and `placed`."""
    today = access.today
    live = Q(layer_periods__starts_on__lte=today) & (
        Q(layer_periods__ends_on=None) | Q(layer_periods__ends_on__gte=today)
    )
    pupils = Pupil.objects.visible_to(access).filter(
        school__in=[s.pk for s in schools_with_layers(access)]
    )
    pupils = with_status(pupils.staying(today), today)
    return pupils.annotate(placed=FilteredRelation("layer_periods", condition=live))


def _highest_level() -> Subquery:
    needs = Need.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), ended_on=None, level__isnull=False
    )
    return Subquery(needs.order_by("-level").values("level")[:1])


def _listed(row) -> ListedChild:
    shown = (
        LayerPeriod(layer=row.layer, starts_on=row.layer_since, reason=row.layer_reason)
        if row.layer
        else None
    )
    group = row.class_group.name if row.class_group else ""
    return ListedChild(
        id=row.pk,
        name=row.full_name,
        place=" · ".join(filter(None, [year_words(row.year_group), group])),
        status=status_words(row.status),
        level=row.level,
        layer=row.layer or "",
        since=row.layer_since,
        version=version_of(shown, LAYER_FIELDS),
    )


def _counts_of(school: School, counted: Counter) -> SchoolCounts:
    rows = tuple(
        StatusRow(
            status=status.label,
            layers=tuple(counted[school.pk, status.value, layer] for layer in Layer.values),
            none=counted[school.pk, status.value, ""],
        )
        for status in (SenStatus.SUPPORT, SenStatus.PLAN, SenStatus.NONE)
    )
    missing = sum(
        n for (key, status, layer), n in counted.items()
        if key == school.pk and is_missing(status, layer)
    )  # fmt: skip
    return SchoolCounts(school, rows, missing)
