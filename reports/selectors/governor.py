"""What a governor report is counted from: one school's record as it stood on a day of a term."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Min, Q
from django.utils.timezone import localdate

from aylsham.codes import YEAR_GROUPS, TermName
from aylsham.dates import academic_year, months_corresponding
from aylsham.models import School, Term
from ehcp.selectors.assessments.timeliness import assessment_timeliness_at
from ehcp.selectors.order_timeliness import order_timeliness_at
from ehcp.selectors.timeliness import timeliness_of
from pupils.codes import EnrolmentStatus
from pupils.models import AttendanceFigure, Enrolment, FileImport, Need, Pupil, StatusPeriod
from reports.governor.facts import ONE_DAY, Child, SchoolFacts, Stay, Stretch, TermDays
from reports.governor.terms import TermKey
from reports.selectors.governor_groups import groups_of
from reports.selectors.governor_record import record_of
from reports.selectors.governor_support import supports_of

#: Terms in the trend, this one included: two years.
TREND_TERMS = 6
#: Months over which promises are judged.
PROMISE_MONTHS = 12
_ORDER = [code for code, _ in YEAR_GROUPS if code != "X"]


class TermNotKnown(Exception):
    """The school has not said when the term is, or it has not begun; the message says so."""


def school_facts(
    school: School, key: TermKey, *, today: dt.date, with_record: bool = True
) -> SchoolFacts:
    """Everything that the report of a school for a term is counted from, and says besides."""
    terms, before_on = _terms(school, key, today)
    day = terms[-1].counted_on
    first = first_day_on_roll(school)
    if first is None:
        raise TermNotKnown(f"Nobody is on roll at {school.name}. Import the roll first.")
    records_begin_on = _records_begin_on(school, first)
    if day < max(first, records_begin_on):
        return _remembered(school, terms[-1:], before_on, max(first, records_begin_on))
    attendance, as_of = _attendance(school, day)
    return SchoolFacts(
        slug=school.slug,
        name=school.name,
        phase=school.phase,
        terms=terms,
        before_on=before_on,
        records_begin_on=records_begin_on,
        children=tuple(_children(school, day, attendance, after=before_on, today=today)),
        plans=tuple(timeliness_of(school, since=year_before(day), until=day)),
        assessments=tuple(assessment_timeliness_at([school], since=year_before(day), until=day)),
        orders=tuple(order_timeliness_at([school], since=year_before(day), until=day)),
        attendance_as_of=as_of,
        record=(
            record_of(school, key, terms[-1].starts_on, day, before_on) if with_record else None
        ),
    )


def _remembered(
    school: School, terms: tuple[TermDays, ...], before_on: dt.date, known_from: dt.date
) -> SchoolFacts:
    """A term before the record begins: what it says of the children in it, wherever they were."""
    day = terms[-1].counted_on
    stays, stretches = _stays(school), _stretches(school)
    return SchoolFacts(
        slug=school.slug,
        name=school.name,
        phase=school.phase,
        terms=terms,
        before_on=before_on,
        records_begin_on=dt.date.min,
        children=tuple(
            Child(
                year_group="X",  # that of the time is not in the record
                stays=(Stay(dt.date.min, _last(stays[pk])),),
                stretches=tuple(stretches[pk]),
            )
            for pk in sorted(stays.keys() & stretches.keys())
        ),
        plans=tuple(timeliness_of(school, since=year_before(day), until=day)),
        assessments=tuple(assessment_timeliness_at([school], since=year_before(day), until=day)),
        orders=tuple(order_timeliness_at([school], since=year_before(day), until=day)),
        known_from=known_from,
    )


def _last(stays: list[Stay]) -> dt.date | None:
    ends = [stay.ends_on for stay in stays]
    return None if None in ends else max(end for end in ends if end)


@dataclass(frozen=True)
class TermsToReport:
    """Terms that a school can report on, newest first, and those of them that can be whole."""

    terms: tuple[TermKey, ...] = ()
    whole: tuple[TermKey, ...] = ()


def terms_to_report(school: School, *, today: dt.date) -> TermsToReport:
    """Terms that have begun: since the record begins, and before as far as statuses go back."""
    first = first_day_on_roll(school)
    if first is None:
        return TermsToReport()
    since = max(first, _records_begin_on(school, first))
    periods = StatusPeriod.objects.filter(school=school).aggregate(first=Min("starts_on"))
    known = min(since, periods["first"] or since)
    begun = Term.objects.filter(school=school, starts_on__lte=today).order_by("-starts_on")
    days = [(_key(row), min(row.ends_on, today)) for row in begun]
    return TermsToReport(
        tuple(key for key, day in days if known <= day),
        tuple(key for key, day in days if since <= day),
    )


def first_day_on_roll(school: School) -> dt.date | None:
    """The first day on which the record has anybody on roll."""
    return Enrolment.objects.filter(school=school).aggregate(first=Min("starts_on"))["first"]


def _records_begin_on(school: School, first: dt.date) -> dt.date:
    """From this day on nobody is missing; a roll says nothing of children who had left before."""
    if school.live_from:
        return school.live_from
    imports = FileImport.objects.filter(school=school, done_at__isnull=False)
    began_at = imports.aggregate(first=Min("done_at"))["first"]
    return localdate(began_at) if began_at else first


def _key(row: Term) -> TermKey:
    return TermKey(row.academic_year, TermName(row.name))


def _terms(school: School, key: TermKey, today: dt.date) -> tuple[tuple[TermDays, ...], dt.date]:
    """The terms of the trend, and the last day before the stretch of time reported on."""
    rows = list(Term.objects.filter(school=school).order_by("starts_on"))
    place = next((i for i, row in enumerate(rows) if _key(row) == key), None)
    if place is None:
        raise TermNotKnown(f"{school.name} has not entered the dates of {key.label}.")
    if rows[place].starts_on > today:
        raise TermNotKnown(f"{key.label} has not begun at {school.name}.")
    chosen = rows[max(0, place + 1 - TREND_TERMS) : place + 1]
    days = tuple(TermDays(_key(row), row.starts_on, min(row.ends_on, today)) for row in chosen)
    return days, days[-2].counted_on if len(days) > 1 else days[-1].starts_on - ONE_DAY


def year_before(day: dt.date) -> dt.date:
    """The first of the twelve months over which promises are judged."""
    return months_corresponding(day, -PROMISE_MONTHS) + ONE_DAY


def _children(
    school: School,
    day: dt.date,
    attendance: dict[UUID, Decimal],
    *,
    after: dt.date,
    today: dt.date,
) -> Iterator[Child]:
    stays = _stays(school)
    supports = supports_of(
        school,
        stays.keys(),
        since=dt.date(academic_year(day), 9, 1),
        after=after,
        day=day,
        today=today,
    )
    stretches, groups = _stretches(school), groups_of(school, day)
    needs = _primary_needs(school, day)
    rows = Pupil.objects.filter(school=school).values_list(
        "pk", "year_group", "class_group__academic_year"
    )
    for pk, year_group, class_year in rows.iterator():
        if pk not in stays:
            continue
        last = max((stay.ends_on or dt.date.max for stay in stays[pk]), default=dt.date.max)
        of_year = class_year or academic_year(min(last, today))
        yield Child(
            year_group=year_group_then(year_group, years_ago=of_year - academic_year(day)),
            stays=tuple(stays[pk]),
            stretches=tuple(stretches[pk]),
            need=needs.get(pk, ""),
            attendance=attendance.get(pk),
            support=supports[pk],
            groups=groups.get(pk, ()),
        )


def year_group_then(year_group: str, *, years_ago: int) -> str:
    """The year group so many years before, for a child who went up every September."""
    if year_group not in _ORDER or years_ago <= 0:
        return year_group
    return _ORDER[max(0, _ORDER.index(year_group) - years_ago)]


def _stays(school: School) -> dict[UUID, list[Stay]]:
    """Guests are on another school's roll."""
    stays: dict[UUID, list[Stay]] = defaultdict(list)
    rows = Enrolment.objects.filter(school=school).exclude(status=EnrolmentStatus.GUEST)
    for pk, starts_on, ends_on in rows.values_list("pupil_id", "starts_on", "ends_on").iterator():
        stays[pk].append(Stay(starts_on, ends_on))
    return stays


def _stretches(school: School) -> dict[UUID, list[Stretch]]:
    stretches: dict[UUID, list[Stretch]] = defaultdict(list)
    rows = StatusPeriod.objects.filter(school=school).order_by("starts_on")
    for pk, *values in rows.values_list(
        "pupil_id", "status", "starts_on", "ends_on", "reason", "end_reason"
    ):
        stretches[pk].append(Stretch(*values))
    return stretches


def _primary_needs(school: School, day: dt.date) -> dict[UUID, str]:
    """The need of the first rank that had begun and not ended on that day."""
    rows = (
        Need.objects.filter(school=school)
        .filter(Q(since_on=None) | Q(since_on__lte=day), Q(ended_on=None) | Q(ended_on__gt=day))
        .order_by("-rank")
        .values_list("pupil_id", "need_type")
    )
    return dict(rows)  # the last one given, rank 1, stays


def _attendance(school: School, day: dt.date) -> tuple[dict[UUID, Decimal], dt.date | None]:
    """Each child's newest figure of that academic year, and how new the newest of them is."""
    rows = AttendanceFigure.objects.filter(
        school=school, academic_year=academic_year(day), as_of__lte=day
    ).order_by("as_of")
    figures, newest = {}, None
    for pk, as_of, percent in rows.values_list("pupil_id", "as_of", "percent"):
        figures[pk], newest = percent, as_of
    return figures, newest
