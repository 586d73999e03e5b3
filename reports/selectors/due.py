"""What is due: one selector for front pages, digests, calendar feeds and papers.

Counts and rows come from the same conditions, so that every number matches its list.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Max, Q, Value, When
from django.urls import NoReverseMatch, reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.deadlines.registry import kind_label
from aylsham.models import Deadline, Owes, School, Standing, Weight
from aylsham.models.deadlines import last_day_words
from aylsham.timescales.rules import Confidence
from pupils.models import Pupil
from reports.bands import Band, Horizon
from reports.selectors.due_counts import ALL, OTHERS, DueCounts, DueFilter, Tally

#: Who owes it, in a school's words.
OWNERS = dict(Owes.choices) | {Owes.LOCAL_AUTHORITY.value: "Council"}


@dataclass(frozen=True)
class DuePupil:
    """The child of a deadline, as a list names them."""

    id: UUID
    name: str
    place: str


@dataclass(frozen=True)
class Step:
    """The action that moves a deadline on."""

    label: str
    url: str


@dataclass(frozen=True)
class DueItem:
    """One line of the list."""

    id: UUID
    band: Band
    school: School
    pupil: DuePupil | None
    kind: str
    title: str
    due_on: dt.date
    do_by: dt.date
    owes: Owes
    weight: Weight
    citation: str
    confidence: Confidence
    how: str
    facts: tuple[tuple[str, dt.date | str], ...]
    rule: tuple[str, str]  # code and version
    standing: str
    days_late: int
    step: Step | None = None

    @property
    def kind_words(self) -> str:
        """What sort of thing it is."""
        return kind_label(self.kind)

    @property
    def who(self) -> str:
        """Who owes it, in words."""
        return OWNERS[self.owes]

    @property
    def is_ours(self) -> bool:
        """Whether the school owes it."""
        return self.owes == Owes.SCHOOL

    @property
    def late_words(self) -> str:
        """How late it is."""
        return "1 day late" if self.days_late == 1 else f"{self.days_late} days late"

    @property
    def has_other_day(self) -> bool:
        """Whether the legal day is not the day to do it by."""
        return self.due_on != self.do_by

    @property
    def last_day_words(self) -> str:
        """What the last day is called."""
        return last_day_words(self.weight, self.confidence)

    @property
    def is_advice(self) -> bool:
        """Whether guidance only advises it: nobody is late with it."""
        return self.weight == Weight.GUIDANCE

    @property
    def is_overdue(self) -> bool:
        """Whether its last day has gone."""
        return self.band == Band.OVERDUE


def due_rows(access: Access, chosen: DueFilter = ALL, *, today: dt.date | None = None):
    """The stored rows that the asker may see, each with its band, in the order of the list."""
    today = today or access.today
    rows = _in_reach(Deadline.objects.readable_by(_with_due(access)).live(today), access)
    if chosen.school:
        rows = rows.filter(school__in=[s.pk for s in access.schools if s.slug == chosen.school])
    if chosen.who:
        owner = Q(owed_by=chosen.who) if chosen.who != OTHERS else ~Q(owed_by=Owes.SCHOOL)
        rows = rows.filter(owner)
    if chosen.kind:
        rows = rows.filter(kind=chosen.kind)
    if chosen.weight is not None:
        rows = rows.filter(weight=chosen.weight)
    if chosen.pupil_ids is not None:
        rows = rows.filter(pupil_id__in=chosen.pupil_ids)
    rows = rows.annotate(band=_band(today))
    if set(chosen.bands) != set(Band):
        rows = rows.filter(band__in=[band.value for band in chosen.bands])
    return rows.order_by("band", "do_by", "-weight", "due_on", "key")


def count_due(
    access: Access, chosen: DueFilter = ALL, *, today: dt.date | None = None
) -> DueCounts:
    """Everything due at the filter's school, sort by sort; one statement."""
    everything = replace(chosen, who="", kind="", weight=None, bands=tuple(Band))
    rows = due_rows(access, everything, today=today).order_by()
    sorts = rows.values_list("kind", "owed_by", "band", "weight", "standing")
    counted = sorts.annotate(number=Count("pk"), latest=Max("due_on"))
    return DueCounts(
        tuple(
            Tally(kind, who, Band(band), Weight(weight), *rest)
            for kind, who, band, weight, *rest in counted
        )
    )


def due_items(
    access: Access,
    chosen: DueFilter = ALL,
    *,
    today: dt.date | None = None,
    first: int = 0,
    limit: int | None = None,
    child: Pupil | None = None,
) -> list[DueItem]:
    """The lines of the list, in its order; two statements, or one where the only `child` is known."""
    today = today or access.today
    rows = due_rows(access, chosen, today=today)
    rows = list(rows[first : None if limit is None else first + limit])
    schools = {school.pk: school for school in access.schools}
    if child is not None:
        pupils = {child.pk: _known(child)}
    else:
        pupils = _pupils(access, {row.pupil_id for row in rows if row.pupil_id})
    return [
        _item(row, access, schools[row.school_id], pupils.get(row.pupil_id), today)
        for row in rows
        if row.pupil_id is None or row.pupil_id in pupils
    ]


def grouped(items: Iterable[DueItem]) -> list[tuple[Band, list[DueItem]]]:
    """The lines under their headings; a heading without lines is left out."""
    found: dict[Band, list[DueItem]] = {}
    for item in items:
        found.setdefault(item.band, []).append(item)
    return sorted(found.items())


def _with_due(access: Access) -> Access:
    """The same asker, at the schools where they may see what is due."""
    schools = [s for s in access.schools if access.can(Permission.VIEW_DUE, s)]
    return replace(access, schools=schools)


def _in_reach(rows, access: Access):
    """Without children whose record the asker may not open."""
    narrow = [
        school.pk
        for school in access.schools
        if (at := access.by_school.get(school.pk)) is None or at.reach < Reach.WHOLE_SCHOOL
    ]
    if not narrow:
        return rows
    visible = Pupil.objects.visible_to(access).filter(school__in=narrow).values("pk")
    return rows.filter(~Q(school__in=narrow) | Q(pupil_id=None) | Q(pupil_id__in=visible))


@lru_cache(maxsize=8)
def _band(today: dt.date) -> Case:
    """`band_of` as the database works it out."""
    horizon = Horizon(today)
    return Case(
        When(
            weight=Weight.GUIDANCE,
            do_by__lte=horizon.month_ends,
            then=Value(Band.ADVISED.value),
        ),
        When(weight=Weight.GUIDANCE, then=Value(Band.LATER.value)),
        When(due_on__lt=today, then=Value(Band.OVERDUE.value)),
        When(standing=Standing.DUE_SOON, then=Value(Band.WEEK.value)),
        When(do_by__lte=horizon.week_ends, then=Value(Band.WEEK.value)),
        When(do_by__lte=horizon.month_ends, then=Value(Band.MONTH.value)),
        default=Value(Band.LATER.value),
        output_field=IntegerField(),
    )


def _pupils(access: Access, pupil_ids: set[UUID]) -> dict[UUID, DuePupil]:
    if not pupil_ids:
        return {}
    rows = (
        Pupil.objects.visible_to(access)
        .filter(pk__in=pupil_ids)
        .values_list(
            "pk",
            "first_name",
            "preferred_first_name",
            "last_name",
            "year_group",
            "class_group__name",
        )
    )
    return {row[0]: _due_pupil(*row) for row in rows}


def _due_pupil(
    pk: UUID, first: str, preferred: str, last: str, year: str, group: str | None
) -> DuePupil:
    return DuePupil(
        id=pk,
        name=f"{preferred or first} {last}",
        place=", ".join(filter(None, (YEAR_GROUP_LABELS.get(year), group))),
    )


def _known(child: Pupil) -> DuePupil:
    group = child.class_group.name if child.class_group else None
    names = (child.first_name, child.preferred_first_name, child.last_name)
    return _due_pupil(child.pk, *names, child.year_group, group)


def _item(
    row: Deadline, access: Access, school: School, pupil: DuePupil | None, today: dt.date
) -> DueItem:
    return DueItem(
        id=row.pk,
        band=Band(row.band),
        school=school,
        pupil=pupil,
        kind=row.kind,
        title=row.title,
        due_on=row.due_on,
        do_by=row.do_by,
        owes=Owes(row.owed_by),
        weight=Weight(row.weight),
        citation=row.citation,
        confidence=Confidence(row.confidence),
        how=row.how,
        facts=_facts(row.facts),
        rule=(row.rule_code, row.rule_version),
        standing=row.standing,
        days_late=max(0, (today - row.due_on).days),
        step=_step(row.action, access, school),
    )


def _step(action: dict, access: Access, school: School) -> Step | None:
    if not action:
        return None
    needed = action["permission"]
    if needed and needed not in access.permissions_at(school):
        return None
    try:
        return Step(
            action["label"], reverse(action["url_name"], args=[school.slug, *action["args"]])
        )
    except NoReverseMatch:
        return None


def _facts(stored: dict[str, str]) -> tuple[tuple[str, dt.date | str], ...]:
    """In the order of time, words last: the database keeps no order."""
    known = [(label, _day_or_text(value)) for label, value in stored.items()]
    return tuple(sorted(known, key=lambda fact: (isinstance(fact[1], str), fact[1])))


def _day_or_text(value: str) -> dt.date | str:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return value
