"""Lists of children over pupils, plans and care: filtered, sorted, counted, cut to the asker.

Three statements whatever the length: the counts, the rows of one page, what is due for them.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Func, OuterRef, Q, Value

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import YEAR_GROUP_ORDER
from pupils.access import where
from pupils.codes import NEED_TYPES, SenStatus, Source
from pupils.flags import condition, flags_for
from pupils.models import Need, Pupil
from pupils.selectors.identity import with_status
from pupils.selectors.search import name_matches
from pupils.words import short_age, status_words, year_words
from reports.filters import Choice

PAGE_SIZE = 50
SORTS = ("name", "year", "class", "status", "need", "since", "school")


@dataclass(frozen=True)
class Row:
    """A child in a list; what the asker may not know is empty."""

    id: UUID
    school_id: UUID
    school_slug: str
    school_name: str
    name: str
    year: str
    group: str
    age: str
    status: str
    since: dt.date | None
    since_words: str
    needs: tuple[str, ...]
    flags: tuple[str, ...]
    #: The parents have not been told of SEN support; planned for a day or not at all.
    is_untold: bool
    to_tell_on: dt.date | None

    @property
    def url(self) -> str:
        """The child's page; written out, because `reverse` for each row is slow."""
        return f"/{self.school_slug}/children/{self.id}/"

    @property
    def needs_words(self) -> str:
        """The codes in their order."""
        return ", ".join(self.needs)

    @property
    def flags_words(self) -> str:
        """The marks that the asker may see."""
        return ", ".join(self.flags)


@dataclass(frozen=True)
class Counts:
    """How many children the list has, whatever the page."""

    total: int
    support: int = 0
    plans: int = 0
    untold: int = 0


@dataclass(frozen=True)
class Columns:
    """Which columns the asker may have at all: a column that is closed is not there."""

    school: bool
    needs: bool
    untold: bool
    due: bool


class ChildList:
    """Children in the asker's reach who fit a choice."""

    def __init__(self, access: Access, choice: Choice, *, only_register: bool) -> None:
        self.access = access
        self.choice = choice
        self.only_register = only_register
        self.knows_needs = access.can(Permission.VIEW_NEEDS)
        self.flags = flags_for(access)
        self.columns = Columns(
            school=access.school is None,
            needs=self.knows_needs,
            untold=access.can(Permission.VIEW_REGISTER),
            due=access.can(Permission.VIEW_DUE),
        )

    def counts(self) -> Counts:
        """One statement."""
        if not self.knows_needs:
            return Counts(self._chosen().count())
        counted = self._chosen().aggregate(
            total=Count("pk"),
            support=Count("pk", filter=self._level(SenStatus.SUPPORT)),
            plans=Count("pk", filter=self._level(SenStatus.PLAN)),
            untold=Count("pk", filter=self._untold()),
        )
        return Counts(**counted)

    def rows(self, start: int = 0, stop: int | None = None) -> list[Row]:
        """The rows of a page in their order, or all; one statement."""
        pupils = self._chosen().annotate(
            **{f"flag_{f.key}": condition(f, self.access) for f in self.flags}
        )
        columns = [*_COLUMNS, *(f"flag_{f.key}" for f in self.flags)]
        if self.knows_needs:
            pupils = pupils.annotate(
                open_needs=_open_needs(),
                knows=models.ExpressionWrapper(
                    where(self.access, Permission.VIEW_NEEDS, Q(pk__isnull=False)),
                    output_field=models.BooleanField(),
                ),
                is_untold=models.ExpressionWrapper(
                    self._untold(), output_field=models.BooleanField()
                ),
            )
            columns += _NEED_COLUMNS
        found = pupils.order_by(*self._order()).values(*columns)[start:stop]
        schools = {s.pk: s for s in self.access.schools}
        return [self._row(values, schools[values["school_id"]]) for values in found]

    def _chosen(self):
        pupils = Pupil.objects.visible_to(self.access).on_roll(self.access.today)
        if self.knows_needs:
            pupils = with_status(pupils, self.access.today)
        return pupils.filter(*self._conditions())

    def _conditions(self):
        choice = self.choice
        if self.only_register:
            yield self._level(SenStatus.SUPPORT, SenStatus.PLAN)
        if choice.school:
            yield Q(school__in=[s.pk for s in self.access.schools if s.slug == choice.school])
        if choice.year:
            yield Q(year_group=choice.year)
        if choice.group:
            yield Q(class_group_id=choice.group)
        if choice.text:
            yield name_matches(choice.text)
        yield from (condition(f, self.access) for f in self.flags if f.key == choice.flag)
        if self.knows_needs:
            yield from self._need_conditions()

    def _need_conditions(self):
        choice = self.choice
        if choice.status == SenStatus.NONE:
            yield where(self.access, Permission.VIEW_NEEDS, Q(period__status=None))
        elif choice.status:
            yield self._level(choice.status)
        if choice.need:
            yield self._has_need([choice.need])
        if choice.area:
            yield self._has_need([n.code for n in NEED_TYPES.values() if n.area == choice.area])
        if choice.untold:
            yield self._untold()

    def _level(self, *levels: str) -> Q:
        return where(self.access, Permission.VIEW_NEEDS, Q(period__status__in=levels))

    def _untold(self) -> Q:
        untold = Q(
            period__status=SenStatus.SUPPORT,
            period__ends_on=None,
            period__parent_told_on=None,
            # A roll says nothing of parents: what it brought is not a neglect of ours.
            period__source=Source.HERE,
        )
        return where(self.access, Permission.VIEW_REGISTER, untold)

    def _has_need(self, codes: list[str]) -> Q:
        needs = Need.objects.filter(
            school_id=OuterRef("school_id"),
            pupil_id=OuterRef("pk"),
            ended_on=None,
            need_type__in=codes,
        )
        return where(self.access, Permission.VIEW_NEEDS, Q(models.Exists(needs)))

    def _order(self):
        key = self.choice.sort.lstrip("-")
        named = [F("last_name"), F("first_name"), F("pk")]
        if key not in SORTS or (key in ("status", "need", "since") and not self.knows_needs):
            return named
        column = {
            "name": F("last_name"),
            "year": Func(
                Value(list(YEAR_GROUP_ORDER), output_field=ArrayField(models.TextField())),
                F("year_group"),
                function="array_position",
                output_field=models.IntegerField(),
            ),
            "class": F("class_group__name"),
            "school": F("school__name"),
            "status": F("period__status"),
            "since": F("period__starts_on"),
            "need": _primary_need(),
        }[key]
        down = self.choice.sort.startswith("-")
        ordered = column.desc(nulls_last=True) if down else column.asc(nulls_last=True)
        if key == "name":
            return [ordered, F("first_name").desc() if down else F("first_name"), F("pk")]
        return [ordered, *named]

    def _row(self, values: dict, school) -> Row:
        knows = self.knows_needs and values["knows"]
        since = values["period__starts_on"] if knows else None
        return Row(
            id=values["id"],
            school_id=school.pk,
            school_slug=school.slug,
            school_name=school.name,
            name=f"{values['last_name']}, {values['preferred_first_name'] or values['first_name']}",
            year=year_words(values["year_group"]),
            group=values["class_group__name"] or "",
            age=short_age(values["born_on"], self.access.today),
            status=status_words(values["period__status"]) if knows else "",
            since=since,
            since_words=f"{since.day} {since:%b} {since.year}" if since else "",
            needs=tuple(values["open_needs"]) if knows else (),
            flags=tuple(f.short for f in self.flags if values[f"flag_{f.key}"]),
            is_untold=knows and values["is_untold"],
            to_tell_on=values["period__parent_to_tell_on"] if knows else None,
        )


_COLUMNS = (
    "id",
    "school_id",
    "first_name",
    "preferred_first_name",
    "last_name",
    "year_group",
    "born_on",
    "class_group__name",
)
_NEED_COLUMNS = (
    "knows",
    "open_needs",
    "is_untold",
    "period__status",
    "period__starts_on",
    "period__parent_to_tell_on",
)


def _needs_of_row():
    return Need.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), ended_on=None
    ).order_by("rank")


def _open_needs() -> ArraySubquery:
    return ArraySubquery(_needs_of_row().values("need_type"))


def _primary_need() -> models.Subquery:
    return models.Subquery(_needs_of_row().values("need_type")[:1])
