"""What a report on a school year is made from: each child's year, without a name."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F, Q, Sum

from aylsham.codes import TermName
from aylsham.dates import DAY, academic_year
from aylsham.models import School, Term
from aylsham.timescales.registry import REGISTRY
from aylsham.together import read_rows
from lac.codes import CareKind
from lac.models import (
    CarePeriod,
    CarePlacement,
    CareReview,
    InformationShared,
    Pep,
    PremiumFunding,
    PremiumRequest,
    SafeguardingFile,
    SocialWorkPeriod,
    WeekAttendance,
)
from lac.pep_codes import OUT_STATES
from lac.premium_codes import FundingKind, Impact, RequestState
from lac.rules.anonymity import is_more_than_half
from lac.rules.moves import passed_on_in_time
from lac.rules.year_report import ChildYear, Group, SchoolYear
from lac.selectors.pep_facts import PEERS_AT_LEAST
from lac.selectors.training import WANTED
from provision.codes import TargetEnd
from provision.models import Place, Target
from provision.selectors.minutes import ChildMinutes, minutes_of
from pupils.assessment_codes import Attained
from pupils.codes import EnrolmentStatus
from pupils.models import AttainmentFigure, AttendanceFigure, Enrolment, StatusPeriod, Suspension
from pupils.selectors.adults import posts_at
from staff.selectors import subjects_held

#: Most of a year's money, in hundredths.
MOST = 50


@dataclass(frozen=True)
class YearDays:
    """A school year as far as it has come, both ends included."""

    year: int
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, year: int, today: dt.date) -> "YearDays":
        """From 1 September to 31 August, or to today."""
        first = dt.date(year, 9, 1)
        return cls(year, first, max(first, min(dt.date(year + 1, 8, 31), today)))

    def has(self, day: dt.date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.first <= day <= self.last

    def touches(self, prefix: str = "") -> Q:
        """Rows that hold on a day of it."""
        starts, ends = f"{prefix}starts_on__lte", f"{prefix}ends_on"
        return Q(**{starts: self.last}) & (Q(**{ends: None}) | Q(**{f"{ends}__gte": self.first}))


def school_year(school: School, year: int, *, today: dt.date) -> SchoolYear:
    """The whole of a school's year; eight statements.

    Money is that of the financial year which ends in the school year: the other has not ended.
    """
    days = YearDays.of(year, today)
    groups = _groups(school, days)
    facts = _Facts(school, days, list(groups))
    stands = standing_where_expected(school, year)
    others = [flag for pk, flag in stands.items() if pk not in groups]
    return SchoolYear(
        children=tuple(
            replace(facts.of(pk, group), expected=stands.get(pk))
            for pk, group in sorted(groups.items())
        ),
        training=_training(school, today),
        terms=tuple(term.get_name_display() for term in facts.terms),
        others_expected=is_more_than_half(others) if len(others) >= PEERS_AT_LEAST else None,
    )


def standing_where_expected(school: School, year: int) -> dict[UUID, bool]:
    """By child with figures: at expected or above in most subjects, by the latest term of each."""
    order = [term.value for term in TermName]
    rows = AttainmentFigure.objects.filter(school=school, academic_year=year)
    latest: dict[UUID, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for pupil, subject, term, attained in rows.values_list(
        "pupil_id", "subject", "term", "attained"
    ):
        found = (order.index(term), attained >= Attained.EXPECTED)
        latest[pupil][subject] = max(latest[pupil].get(subject, (-1, False)), found)
    return {
        pupil: 2 * sum(good for _, good in subjects.values()) > len(subjects)
        for pupil, subjects in latest.items()
    }


def _groups(school: School, days: YearDays) -> dict[UUID, Group]:
    """Each child on roll in the year, in one group: in care before anything else."""
    known = (Q(ends_on=None) | Q(ends_on__gte=days.first)) & Q(known_since__lte=days.last)
    stays, care, social = read_rows(
        Enrolment.objects.filter(days.touches(), school=school).exclude(
            status=EnrolmentStatus.GUEST
        ),
        CarePeriod.objects.filter(known, school=school).order_by("known_since"),
        SocialWorkPeriod.objects.filter(days.touches(), school=school),
    )
    here = {row.pupil_id for row in stays}
    found: dict[UUID, Group] = {row.pupil_id: Group.SOCIAL_WORKER for row in social}
    for row in care:
        was = found.get(row.pupil_id)
        if row.kind == CareKind.LOOKED_AFTER:
            found[row.pupil_id] = Group.IN_CARE
        elif was is not Group.IN_CARE:
            found[row.pupil_id] = Group.BEFORE
    return {pk: group for pk, group in found.items() if pk in here}


class _Facts:
    """Rows of the children, by child."""

    def __init__(self, school: School, days: YearDays, ids: list[UUID]):
        self.days = days
        own: dict[str, Any] = {"school": school, "pupil__in": ids}
        self.terms, *rows = read_rows(
            Term.objects.filter(
                school=school, academic_year=days.year, starts_on__lte=days.last
            ).order_by("starts_on"),
            Enrolment.objects.filter(**own),
            Pep.objects.standing().filter(**own, academic_year=days.year).defer("snapshot"),
            CareReview.objects.filter(school=school, period__pupil__in=ids).annotate(
                pupil_id=F("period__pupil_id")
            ),
            Target.objects.filter(**own, ended_on__range=(days.first, days.last)),
            WeekAttendance.objects.filter(**own, week_on__range=(days.first, days.last)),
            AttendanceFigure.objects.filter(**own, academic_year=days.year).order_by("as_of"),
            Suspension.objects.filter(**own, starts_on__range=(days.first, days.last)),
            StatusPeriod.objects.filter(days.touches(), **own),
            Place.objects.filter(days.touches(), **own),
            PremiumFunding.objects.filter(**own, financial_year=days.year),
            PremiumRequest.objects.filter(**own, financial_year=days.year).annotate(
                spent=Sum("costs__pence")
            ),
            InformationShared.objects.filter(**own, shared_on__lte=days.last),
            CarePlacement.objects.filter(**own).order_by("starts_on"),
            SafeguardingFile.objects.filter(**own),
        )
        self.minutes = minutes_of(school, ids, days.first, days.last)
        self.rows = [_by_child(each) for each in rows]

    def of(self, pk: UUID, group: Group) -> ChildYear:
        """One child's year."""
        (
            stays, peps, reviews, targets, weeks, figures, out, status, places, sums, uses, told,
            homes, files,
        ) = (each[pk] for each in self.rows)  # fmt: skip
        spent, worked = _money(sums, uses)
        lately = [row for row in told if self.days.has(row.shared_on)]
        return ChildYear(
            group=group,
            joined=any(self.days.has(row.starts_on) for row in stays),
            left=any(self.days.has(row.ends_on) for row in stays),
            plans=self._plans(peps),
            reviewed=any(self.days.has(row.held_on) for row in reviews) if reviews else None,
            progress=_progress(targets),
            attendance=_attendance(weeks, figures),
            suspended=bool(out),
            has_sen=bool(status),
            supported=bool(places) if status else None,
            given=_given(self.minutes.get(pk)),
            money_spent=spent,
            money_worked=worked,
            in_time=self._in_time(stays, homes, told, files),
            passed_on=all(row.acknowledged_on for row in lately) if lately else None,
        )

    def _in_time(self, stays, homes, told, files) -> bool | None:
        """Of the moves and files whose last day came in the year."""
        moved = [row.ends_on for row in stays] + [row.starts_on for row in homes[1:]]
        sent = [(_file_by(row), row.sent_on) for row in files]
        return passed_on_in_time(
            [day for day in moved if self.days.has(day)],
            [row.shared_on for row in told],
            [(by, on) for by, on in sent if self.days.has(by)],
            today=self.days.last,
        )

    def _plans(self, peps: Iterable[Pep]) -> dict[str, bool]:
        """By term that is over: whether a plan of it was out by its last day."""
        over = [term for term in self.terms if term.ends_on <= self.days.last]
        return {
            term.get_name_display(): any(
                pep.term == term.name
                and pep.state in OUT_STATES
                and (pep.sent_on or pep.completed_on or dt.date.max) <= term.ends_on
                for pep in peps
            )
            for term in over
        }


def _by_child(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.pupil_id].append(row)
    return found


def _given(minutes: ChildMinutes | None) -> bool | None:
    """Whether most of what was promised or planned was given; None where nothing was."""
    if minutes is None or not minutes.asked:
        return None
    return 100 * minutes.given > MOST * minutes.asked


def _file_by(row: SafeguardingFile) -> dt.date:
    facts = {"left_roll": row.leaves_on, "new_term_start": row.term_starts_on}
    return REGISTRY.calculate("records.safeguarding_file", facts)["transfer_by"].value


def _progress(targets: list[Target]) -> bool | None:
    """Most of those that were closed were met, or went on as an adapted one."""
    if not targets:
        return None
    good = sum(row.ended_as in (TargetEnd.MET, TargetEnd.ADAPTED) for row in targets)
    return 2 * good > len(targets)


def _attendance(weeks: list[WeekAttendance], figures: list[AttendanceFigure]) -> Decimal | None:
    """Per cent: of the weeks that were written down, else as the roll last said."""
    possible = sum(week.possible for week in weeks)
    if possible:
        return Decimal(100 * sum(week.attended for week in weeks)) / possible
    return figures[-1].percent if figures else None


def _money(
    sums: list[PremiumFunding], uses: list[PremiumRequest]
) -> tuple[bool | None, bool | None]:
    """Whether most of what came was spent, and whether it did what it was for."""
    held = sum(-s.pence if s.kind == FundingKind.RETURNED else s.pence for s in sums)
    spent = sum(getattr(use, "spent", 0) or 0 for use in uses)
    judged = [
        use.impact
        for use in uses
        if use.state == RequestState.AGREED and use.impact not in ("", Impact.TOO_EARLY)
    ]
    good = sum(impact in (Impact.MET, Impact.PARTLY) for impact in judged)
    return (
        100 * spent > MOST * held if held > 0 else None,
        2 * good > len(judged) if judged else None,
    )


def _training(school: School, today: dt.date) -> tuple[tuple[str, int], ...]:
    """How many adults of the whole school hold each training now; about no child."""
    people = {post.user_id for post in posts_at(school, today=today)}
    held = subjects_held(school, list(people), today)
    return tuple(
        (str(subject.label), sum(subject in held[user] for user in people)) for subject in WANTED
    )


def years_to_report(today: dt.date) -> tuple[int, int]:
    """The school year that runs, and the one before."""
    this = academic_year(today)
    return this, this - 1


def summer_ends(terms: Iterable[Term], year: int) -> dt.date:
    """The last day of a year's summer term; 31 July where nobody has entered it."""
    last = [term.ends_on for term in terms if term.academic_year == year]
    return max(last, default=dt.date(year + 1, 8, 1) - DAY)
