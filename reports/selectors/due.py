"""What is due, line by line: for front pages, digests, calendar feeds and papers."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from aylsham.access.current import Access
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.deadlines.registry import kind_label
from aylsham.models import Owes, School, Weight
from aylsham.models.deadlines import last_day_words
from aylsham.timescales.rules import Confidence
from aylsham.together import Reads, read
from pupils.models import Pupil
from pupils.rules.names import Named, told_apart
from reports.bands import Band
from reports.selectors.due_counts import ALL, DueFilter
from reports.selectors.due_rows import StoredRow, stored_read, stored_rows

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
    rows = stored_rows(access, chosen, today=today, first=first, limit=limit)
    pupils = {child.pk: _known(child)} if child is not None else read(_pupils(access, rows))
    return _items(rows, pupils, access, today)


def due_read(access: Access, chosen: DueFilter = ALL) -> Reads[list[DueItem]]:
    """All lines of the list of today, to go with other reads."""
    rows = yield from stored_read(access, chosen)
    pupils = yield from _pupils(access, rows)
    return _items(rows, pupils, access, access.today)


def _items(
    rows: Iterable[StoredRow], pupils: Mapping[UUID, DuePupil], access: Access, today: dt.date
) -> list[DueItem]:
    schools = {school.pk: school for school in access.schools}
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


def _pupils(access: Access, rows: Iterable[StoredRow]) -> Reads[dict[UUID, DuePupil]]:
    pupil_ids = {row.pupil_id for row in rows if row.pupil_id}
    if not pupil_ids:
        return {}
    [found] = yield [
        Pupil.objects.visible_to(access)
        .filter(pk__in=pupil_ids)
        .values_list(
            "pk",
            "first_name",
            "preferred_first_name",
            "last_name",
            "year_group",
            "class_group__name",
            "born_on",
        )
    ]
    return _told_apart(found)


def _due_pupil(
    pk: UUID, first: str, preferred: str, last: str, year: str, group: str | None
) -> DuePupil:
    return DuePupil(
        id=pk,
        name=f"{preferred or first} {last}",
        place=", ".join(filter(None, (YEAR_GROUP_LABELS.get(year), group))),
    )


def _told_apart(rows: list[tuple]) -> dict[UUID, DuePupil]:
    found = {pk: _due_pupil(pk, *facts) for pk, *facts, _ in rows}
    named = (Named(pk, found[pk].name, first, born) for pk, first, *_, born in rows)
    for pk, apart in told_apart(named).items():
        found[pk] = replace(found[pk], name=found[pk].name + apart)
    return found


def _known(child: Pupil) -> DuePupil:
    group = child.class_group.name if child.class_group else None
    names = (child.first_name, child.preferred_first_name, child.last_name)
    return _due_pupil(child.pk, *names, child.year_group, group)


def _item(
    row: StoredRow, access: Access, school: School, pupil: DuePupil | None, today: dt.date
) -> DueItem:
    return DueItem(
        id=row.id,
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
