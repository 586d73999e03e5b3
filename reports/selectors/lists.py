"""Lists of children over pupils, plans and care: filtered, sorted, counted, cut to the asker.

One statement whatever the length: the rows of a page carry the counts of the list.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Func, OuterRef, Q, Value, Window

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.access.usual import access_of, kept, usual_roles
from aylsham.codes import YEAR_GROUP_ORDER
from aylsham.statements import Statement
from pupils.access import where
from pupils.codes import NEED_TYPES, SenStatus, Source
from pupils.flags import condition, flag_columns, flags_for, flags_of
from pupils.models import Need, Pupil
from pupils.rules.names import Named, told_apart
from pupils.selectors.identity import with_status
from pupils.selectors.layers import has_layer
from pupils.selectors.search import name_matches
from pupils.words import short_age, status_words, year_words
from reports.filters import Choice, year_place
from reports.list_fields import ListField
from reports.selectors.list_extra import extra_condition, extra_values, extra_words
from reports.selectors.list_rows import COUNTERS, Counts, Row, columns_for

PAGE_SIZE = 50
SORTS = ("name", "year", "class", "status", "need", "since", "school")


class ChildList:
    """Children in the asker's reach who fit a choice."""

    def __init__(
        self,
        access: Access,
        choice: Choice,
        *,
        only_register: bool,
        fields: tuple[ListField, ...] = (),
        columns: str = "",
        with_extra: bool | None = None,
    ) -> None:
        self.access = access
        self.choice = choice
        self.only_register = only_register
        self.knows_needs = access.can(Permission.VIEW_NEEDS)
        self.flags = flags_for(access)
        self.fields = {field.key: field for field in fields}
        self.columns = columns_for(access, fields, columns)
        self.with_extra = bool(self.columns.extra) if with_extra is None else with_extra

    def page(self, number: int) -> tuple[Counts, int, list[Row]]:
        """The counts, the number of the page (the last one if there are fewer) and its rows.

        One statement: the rows carry the counts. Only a page that is not there takes three.
        """
        start = (max(number, 1) - 1) * PAGE_SIZE
        found = self._found(start)
        if found:
            counts = Counts(*(found[0].get(name, 0) for name in COUNTERS))
            return counts, start // PAGE_SIZE + 1, self._as_rows(found)
        if start == 0:
            return Counts(), 1, []
        last = -(-self._chosen.count() // PAGE_SIZE)
        return self.page(last)

    def rows(self) -> list[Row]:
        """Every row, for a file; one statement."""
        return self._as_rows(self._rows())

    def _found(self, start: int) -> list[dict[str, Any]]:
        """The rows of a page with the counts; the lists that most people open are compiled once."""
        choice = self.choice
        roles = usual_roles(self.access)
        if roles is None or choice.text or choice.group or choice.school or choice.extra:
            return list(self.counted(start))
        statement = _usual(
            roles, choice, start, only_register=self.only_register, with_extra=self.with_extra
        )
        return statement.dicts(school=self.access.schools[0].pk, today=self.access.today)

    def counted(self, start: int) -> models.QuerySet:
        """The rows of a page, as dicts, with the counts of the whole list."""
        return self._rows().annotate(**self._counters())[start : start + PAGE_SIZE]

    def _rows(self):
        extra = flag_columns(self.flags, self.access.today)
        if self.knows_needs:
            extra["open_needs"] = _open_needs()
            if self.with_extra:
                extra["extra_values"] = extra_values()
        columns = [*_COLUMNS, *extra, *(_NEED_COLUMNS if self.knows_needs else ())]
        return self._chosen.annotate(**extra).order_by(*self._order()).values(*columns)

    def _counters(self) -> dict[str, Window]:
        """Over the whole list, whatever the page."""
        counters = {"total": Window(Count("pk"))}
        if self.knows_needs:
            for name, condition_ in (
                ("support", self._level(SenStatus.SUPPORT)),
                ("plans", self._level(SenStatus.PLAN)),
                ("untold", self._untold()),
            ):
                counters[name] = Window(Count("pk", filter=condition_))
        return counters

    def _as_rows(self, found: Iterable[dict]) -> list[Row]:
        schools = {s.pk: s for s in self.access.schools}
        found = list(found)
        apart = told_apart(Named(v["id"], _name(v), v["first_name"], v["born_on"]) for v in found)
        return [
            self._row(values, schools[values["school_id"]], apart.get(values["id"], ""))
            for values in found
        ]

    @cached_property
    def _chosen(self):
        today = self.access.today
        pupils = Pupil.objects.visible_to(self.access).staying(today)
        if self.knows_needs:
            pupils = with_status(pupils, today)
        return pupils.filter(*self._conditions())

    def _conditions(self):
        choice = self.choice
        if self.only_register:
            both = self._level(SenStatus.SUPPORT, SenStatus.PLAN)
            yield both if self.knows_needs else Q(pk=None)
        if choice.school:
            yield Q(school__in=[s.pk for s in self.access.schools if s.slug == choice.school])
        if choice.year or choice.year_to:
            yield _years(choice)
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
        if choice.layer:
            condition_ = has_layer(choice.layer, self.access.today)
            yield where(self.access, Permission.VIEW_REGISTER, condition_)
        if choice.untold:
            yield self._untold()
        for key, asked in choice.extra:
            if key in self.fields:
                yield extra_condition(self.fields[key], asked, self.access)

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

    def _row(self, values: dict, school, apart: str) -> Row:
        may = self.access.permissions_at(school)
        knows = self.knows_needs and Permission.VIEW_NEEDS in may
        since = values["period__starts_on"] if knows else None
        flags = flags_of(values, self.flags, self.access, school)
        return Row(
            id=values["id"],
            school_id=school.pk,
            school_slug=school.slug,
            school_name=school.name,
            name=_name(values) + apart,
            year=year_words(values["year_group"]),
            group=values["class_group__name"] or "",
            age=short_age(values["born_on"], self.access.today),
            status=status_words(values["period__status"]) if knows else "",
            since_words=f"{since.day} {since:%b} {since.year}" if since else "",
            needs=tuple(values["open_needs"]) if knows else (),
            flags=tuple(flag.short for flag in flags),
            is_untold=knows and Permission.VIEW_REGISTER in may and _is_untold(values),
            extra=extra_words(values["extra_values"], self.columns.extra, may)
            if knows and self.columns.extra
            else (),
        )


@kept
def _usual(
    roles: tuple[Role, ...], choice: Choice, start: int, *, only_register: bool, with_extra: bool
) -> Statement:
    """The statement that reads a list which is nobody's own."""

    def build(school: UUID, today: dt.date) -> models.QuerySet:
        access = access_of(roles, school, today)
        found = ChildList(access, choice, only_register=only_register, with_extra=with_extra)
        return found.counted(start)

    return Statement(build, school=UUID, today=dt.date)


def _name(values: dict) -> str:
    return f"{values['last_name']}, {values['preferred_first_name'] or values['first_name']}"


def _is_untold(values: dict) -> bool:
    return (
        values["period__status"] == SenStatus.SUPPORT
        and values["period__source"] == Source.HERE
        and values["period__parent_told_on"] is None
        and values["period__ends_on"] is None
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
    "is_eal",
)
_NEED_COLUMNS = (
    "period__status",
    "period__starts_on",
    "period__ends_on",
    "period__source",
    "period__parent_told_on",
)


def _years(choice: Choice) -> Q:
    """One year group, or all from one to another."""
    if not choice.year_to:
        return Q(year_group=choice.year)
    # Whoever writes the higher year first means the same.
    first, last = sorted(
        (year_place(choice.year) if choice.year else 0, year_place(choice.year_to))
    )
    return Q(year_group__in=[y for y, at in YEAR_GROUP_ORDER.items() if first <= at <= last])


def _needs_of_row():
    return Need.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), ended_on=None
    ).order_by("rank")


@cache
def _open_needs() -> ArraySubquery:
    return ArraySubquery(_needs_of_row().values("need_type"))


@cache
def _primary_need() -> models.Subquery:
    return models.Subquery(_needs_of_row().values("need_type")[:1])
