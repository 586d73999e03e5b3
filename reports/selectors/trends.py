"""Attainment and attendance of children with SEND against the others, term by term."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from aylsham.access.current import Access
from aylsham.charts import Drawing, Series, line_chart
from aylsham.clock import academic_year
from aylsham.codes import YEAR_GROUPS, TermName
from aylsham.suppression.counts import Counts, Sum
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import SMALLEST_BASE
from provision.selectors.impact.runs import sees_all_children, term_of
from pupils.assessment_codes import Attained, Subject
from pupils.models import AttainmentFigure, AttendanceFigure, StatusPeriod
from pupils.words import year_words
from reports.gaps import Gap, gap_of_means, gap_of_shares, without_sides

ATTENDANCE = "attendance"
WHAT: dict[str, str] = {**dict(Subject.choices), ATTENDANCE: "Attendance"}
ALL_YEARS = ""
#: About when a term is over: who is on the register then counts as SEND in it.
_ENDS = {TermName.AUTUMN: (12, 15), TermName.SPRING: (3, 25), TermName.SUMMER: (7, 15)}
_ORDER = {name: place for place, name in enumerate(TermName.values)}
_BEFORE = {after: code for (code, _), (after, _) in pairwise(YEAR_GROUPS[:-1])}


@dataclass(frozen=True)
class TermGap:
    """One term, over a year group or all of them."""

    term: str
    year: str
    gap: Gap


@dataclass(frozen=True)
class Trend:
    """What the page shows of one subject or of attendance."""

    what: str
    label: str
    terms: tuple[TermGap, ...]
    by_year: tuple[TermGap, ...]
    drawing: Drawing | None
    #: The asker sees every child, and so each year group by itself.
    is_whole: bool


@dataclass(frozen=True)
class _Figure:
    pupil_id: UUID
    term: tuple[int, str]
    year_group: str
    value: float


def trend(access: Access, what: str) -> Trend:
    """SEND against the others: those expected or above, or mean attendance; two statements.

    A child counts as SEND in a term when it was on the register at its end. Whoever sees all
    children may open each of them, so nothing is hidden from them; whoever does not gets no year
    group by itself and no figure that tells of fewer than five.
    """
    figures = _attendance(access) if what == ATTENDANCE else _attainment(access, what)
    periods = _periods(access)
    gap = _mean_gap if what == ATTENDANCE else _share_gap
    is_whole = sees_all_children(access)
    of_whole = gap if is_whole else _guarded(gap)
    terms = _gaps(figures, periods, of_whole, lambda figure: ALL_YEARS)
    by_year = _gaps(figures, periods, gap, lambda figure: figure.year_group) if is_whole else []
    return Trend(what, WHAT[what], tuple(terms), tuple(by_year), _drawing(what, terms), is_whole)


def _attainment(access: Access, subject: str) -> list[_Figure]:
    rows = AttainmentFigure.objects.filter(school__in=access.schools, subject=subject)
    names = ("pupil_id", "academic_year", "term", "pupil__year_group", "attained")
    this = academic_year(access.today)
    return [
        _Figure(pk, (year, term), _then(group, this - year), float(attained >= Attained.EXPECTED))
        for pk, year, term, group, attained in rows.order_by().values_list(*names)
    ]


def _attendance(access: Access) -> list[_Figure]:
    """The last figure of each child in each term."""
    rows = AttendanceFigure.objects.filter(school__in=access.schools).order_by("as_of")
    this, last = academic_year(access.today), {}
    names = ("pupil_id", "as_of", "pupil__year_group", "percent")
    for pk, day, group, percent in rows.values_list(*names):
        term = term_of(day)
        last[pk, term] = _Figure(pk, term, _then(group, this - term[0]), float(percent))
    return list(last.values())


def _then(year_group: str, years_ago: int) -> str:
    """The year group in which a child was so many years ago; empty when that is not known."""
    for _ in range(max(years_ago, 0)):
        year_group = _BEFORE.get(year_group, "")
    return year_group


def _periods(access: Access) -> dict[UUID, list[tuple[dt.date, dt.date | None]]]:
    found: dict[UUID, list[tuple[dt.date, dt.date | None]]] = defaultdict(list)
    rows = StatusPeriod.objects.filter(school__in=access.schools).order_by()
    for pk, first, last in rows.values_list("pupil_id", "starts_on", "ends_on"):
        found[pk].append((first, last))
    return found


def _end_of(term: tuple[int, str]) -> dt.date:
    year, name = term
    month, day = _ENDS[TermName(name)]
    return dt.date(year if name == TermName.AUTUMN else year + 1, month, day)


def _gaps(
    figures: Iterable[_Figure], periods, gap: Callable, of: Callable[[_Figure], str]
) -> list[TermGap]:
    sides: dict[tuple, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for figure in figures:
        end = _end_of(figure.term)
        is_send = any(
            first <= end and (last is None or last >= end)
            for first, last in periods.get(figure.pupil_id, ())
        )
        sides[figure.term, of(figure)][not is_send].append(figure.value)
    ordered = sorted(sides, key=lambda key: (_place(key[1]), key[0][0], _ORDER[key[0][1]]))
    return [
        TermGap(_term_words(term), year_words(year) if year else "", gap(*sides[term, year]))
        for term, year in ordered
    ]


def _place(year: str) -> int:
    codes = [code for code, _ in YEAR_GROUPS]
    return codes.index(year) if year in codes else -1


def _term_words(term: tuple[int, str]) -> str:
    year, name = term
    return f"{TermName(name).label} {year if name == TermName.AUTUMN else year + 1}"


def _share_gap(send: list[float], others: list[float]) -> Gap:
    return gap_of_shares([bool(value) for value in send], [bool(value) for value in others])


def _mean_gap(send: list[float], others: list[float]) -> Gap:
    return gap_of_means(send, others)


def _guarded(gap: Callable) -> Callable:
    """The gap without a side, and so without the band, that the module of tables keeps back.

    Of a share the children counted and those not counted are both guarded, since “90 % of 20” is
    two children who are not; no figure stands on fewer than ten.
    """

    def guarded(send: list[float], others: list[float]) -> Gap:
        found = gap(send, others)
        shown = [_is_told(each, is_share=gap is _share_gap) for each in (send, others)]
        return found if all(shown) else without_sides(found, *shown)

    return guarded


def _is_told(values: list[float], *, is_share: bool) -> bool:
    if not is_share:
        return len(values) >= SMALLEST_BASE
    counted = sum(map(bool, values))
    counts = {"all": len(values), "counted": counted, "not": len(values) - counted}
    shown = protect(Counts(counts, (Sum("all", ("counted", "not")),)))
    return shown.percent("counted", "all") is not None


def _drawing(what: str, terms: list[TermGap]) -> Drawing | None:
    """The two lines over time; a single term is no trend."""
    if len(terms) < 2:
        return None
    ending = "mean attendance" if what == ATTENDANCE else "expected or above"
    return line_chart(
        f"{WHAT[what]}: {ending}, per cent",
        [each.term for each in terms],
        [
            Series("With SEND", tuple(_rounded(each.gap.send.figure) for each in terms)),
            Series("Others", tuple(_rounded(each.gap.others.figure) for each in terms)),
        ],
        unit="%",
        hidden="too few",
        key="trend",
    )


def _rounded(value: float | None) -> int | None:
    return None if value is None else round(value)
