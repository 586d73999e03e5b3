"""A child on one axis of time: attendance, attainment, behaviour, tests, and what support ran."""

import datetime as dt
from collections import defaultdict

from aylsham.access.current import Access
from aylsham.charts import Drawing
from aylsham.clock import academic_year
from aylsham.codes import TermName
from aylsham.lanes import Lane, Moment, Stretch, on_one_axis
from aylsham.models import Term
from pupils.assessment_codes import Attained, Subject
from pupils.codes import SenStatus
from pupils.models import (
    AttainmentFigure,
    AttendanceFigure,
    BehaviourFigure,
    Pupil,
    StatusPeriod,
    Strategy,
)
from pupils.selectors.assessments import results_of

#: How many school years are shown before this one.
YEARS_BACK = 1
#: Attendance below this is rare: the lane begins there, or lower where it must.
LEAST_ATTENDANCE = 70
#: Where a school has given no term dates: (month, day) on which a term's figures stand.
USUAL_ENDS = {TermName.AUTUMN: (12, 20), TermName.SPRING: (3, 31), TermName.SUMMER: (7, 20)}


def time_axis(access: Access, pupil: Pupil) -> Drawing | None:
    """The drawing with its table, as far as the asker may read; None: nothing is recorded.

    At most eight statements.
    """
    first = dt.date(academic_year(access.today) - YEARS_BACK, 9, 1)
    own = {"school_id": pupil.school_id, "pupil": pupil}
    ends = _ends_of_terms(pupil, access.today)
    lanes = [
        _status(own, first),
        *_strategies(access, own, first),
        _attendance(own, first),
        *_attainment(own, first, ends),
        *_behaviour(own, first, ends),
        _tests(access, pupil, first),
    ]
    found = [lane for lane in lanes if lane.stretches or lane.moments]
    if not found:
        return None
    return on_one_axis("On one time axis", first, access.today, found, key="axis")


def _ends_of_terms(pupil: Pupil, today: dt.date):
    known = {
        (year, name): day
        for year, name, day in Term.objects.filter(school_id=pupil.school_id).values_list(
            "academic_year", "name", "ends_on"
        )
    }

    def end_of(year: int, name: str) -> dt.date:
        month, day = USUAL_ENDS[TermName(name)]
        usual = dt.date(year + (name != TermName.AUTUMN), month, day)
        return min(known.get((year, name), usual), today)

    return end_of


def _status(own: dict, first: dt.date) -> Lane:
    rows = StatusPeriod.objects.filter(**own).order_by("starts_on")
    return Lane(
        "SEN status",
        tuple(
            Stretch(row.starts_on, row.ends_on, SenStatus(row.status).label)
            for row in rows
            if row.ends_on is None or row.ends_on >= first
        ),
    )


def _strategies(access: Access, own: dict, first: dt.date) -> list[Lane]:
    rows = Strategy.objects.readable_by(access).filter(**own).order_by("since_on", "pk")
    live = [row for row in rows if row.text and (row.ended_on is None or row.ended_on >= first)]
    return [
        Lane("What helps", tuple(Stretch(row.since_on, row.ended_on, row.text) for row in live))
    ]


def _attendance(own: dict, first: dt.date) -> Lane:
    rows = AttendanceFigure.objects.filter(**own, as_of__gte=first).order_by("as_of")
    moments = tuple(Moment(r.as_of, f"{r.percent} %", float(r.percent)) for r in rows)
    lowest = min([LEAST_ATTENDANCE, *(each.value for each in moments if each.value is not None)])
    return Lane("Attendance", moments=moments, bounds=(lowest, 100))


def _attainment(own: dict, first: dt.date, end_of) -> list[Lane]:
    found: dict[str, list[Moment]] = defaultdict(list)
    for row in AttainmentFigure.objects.filter(**own):
        on = end_of(row.academic_year, row.term)
        if on >= first:
            found[row.subject].append(Moment(on, Attained(row.attained).label, row.attained))
    bounds = (min(Attained.values), max(Attained.values))
    return [
        Lane(
            subject.label, moments=tuple(sorted(found[subject], key=lambda m: m.on)), bounds=bounds
        )
        for subject in Subject
    ]


def _behaviour(own: dict, first: dt.date, end_of) -> list[Lane]:
    rows = [
        (end_of(row.academic_year, row.term), row) for row in BehaviourFigure.objects.filter(**own)
    ]
    rows = sorted((pair for pair in rows if pair[0] >= first), key=lambda pair: pair[0])
    lanes = []
    for name, label, noun in (
        ("incidents", "Incidents", "incident"),
        ("praise", "Praise", "point"),
    ):
        values = [(on, getattr(row, name)) for on, row in rows if getattr(row, name) is not None]
        moments = tuple(
            Moment(on, f"{value} {noun}{'' if value == 1 else 's'}", value) for on, value in values
        )
        top = max([1, *(value for _, value in values)])
        lanes.append(Lane(label, moments=moments, bounds=(0, top)))
    return lanes


def _tests(access: Access, pupil: Pupil, first: dt.date) -> Lane:
    """Marks without a scale: scores of different tests are not compared."""
    moments = []
    for each in results_of(access, pupil):
        if each.taken_on >= first:
            score = f", {each.score}" if each.score is not None else ""
            moments.append(Moment(each.taken_on, f"{each.what}{score}"))
    return Lane("Assessments", moments=tuple(moments))
