"""The review calendar as pages show it: weeks and days with their load, and a line per review."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.dates import DAY, is_bank_holiday
from aylsham.models import Job, School
from aylsham.school_calendar import SchoolCalendar
from ehcp.codes import ReviewKind
from ehcp.models import AnnualReview, EhcPlan, ProposedReview, ReviewCalendar
from ehcp.rules.cycle import cycle_of, transfer_amended_on
from ehcp.rules.phase_transfer import PhaseState, phase_review, transfer_year
from ehcp.selectors.calendar.instances import rules_of
from ehcp.selectors.plans import review_facts
from pupils.models import Pupil

WEEK = dt.timedelta(weeks=1)
#: So many weeks are shown at least, and at most.
FEWEST_WEEKS, MOST_WEEKS = 8, 46
_PLAN = re.compile(r"\{([0-9a-f-]{36})\}")


@dataclass(frozen=True)
class Entry:
    """One review: proposed, planned, or without a day."""

    row: ProposedReview | None
    plan_id: UUID
    pupil_id: UUID
    name: str
    kind: str
    on: dt.date | None
    at: dt.time | None
    #: proposed, locked, planned, invited, late or none.
    state: str
    why: str = ""
    relax: tuple[str, ...] = ()
    #: The meeting that is planned, whose page says what has to be done for it.
    review_id: UUID | None = None
    #: Last summer's meeting, which does for the move to the next phase if the council confirms it.
    summer_on: dt.date | None = None

    @property
    def badge(self) -> tuple[str, str]:
        """The state as a key of the product's states, and in words."""
        if self.state == "late" and self.summer_on:
            return "due_soon", "Late unless the council confirms"
        return _BADGES[self.state]

    @property
    def is_open(self) -> bool:
        """Whether accepting the calendar would plan or move a meeting."""
        return self.state in ("proposed", "locked", "late")


_BADGES = {
    "none": ("overdue", "No day found"),
    "late": ("overdue", "Late whatever is done"),
    "proposed": ("due_soon", "Proposed"),
    "locked": ("due_soon", "Proposed, locked"),
    "planned": ("on_track", "Planned"),
    "invited": ("on_track", "Invited, locked"),
}


@dataclass(frozen=True)
class Cell:
    """One weekday of the grid."""

    on: dt.date
    is_open: bool
    words: str
    entries: tuple[Entry, ...]
    most: int
    is_in_window: bool
    is_legal_day: bool

    @property
    def level(self) -> int:
        """How full the day is: 0 to 3."""
        return min(3, -(-3 * len(self.entries) // self.most))


@dataclass(frozen=True)
class Week:
    """One week of the grid."""

    monday: dt.date
    cells: tuple[Cell, ...]
    most: int
    is_term: bool

    @property
    def count(self) -> int:
        return sum(len(cell.entries) for cell in self.cells)

    @property
    def level(self) -> int:
        return level_of(self.count, self.most)


def level_of(count: int, most: int) -> int:
    """How full a week is: 0 nothing, 1 some, 2 more than half, 3 full."""
    if not count:
        return 0
    return 3 if count >= most else 2 if 2 * count > most else 1


@dataclass(frozen=True)
class CalendarPage:
    """Everything on the page of a school's calendar."""

    rules: ReviewCalendar
    weeks: tuple[Week, ...]
    entries: tuple[Entry, ...]
    chosen: Entry | None
    running: Job | None

    @property
    def without_day(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.on is None]

    @property
    def to_accept(self) -> int:
        return sum(entry.is_open for entry in self.entries)

    @property
    def pupil_ids(self) -> list[UUID]:
        return sorted({entry.pupil_id for entry in self.entries})


def calendar_page(
    access: Access, school: School, *, chosen: str = "", running: Job | None = None
) -> CalendarPage:
    """The calendar of a school, with one review's window shown if it is chosen."""
    rules, calendar = rules_of(school), calendar_of(school)
    entries = entries_of(access, [school])
    one = next((e for e in entries if e.row and str(e.row.pk) == chosen), None)
    weeks = tuple(_weeks(entries, rules, calendar, access.today, one))
    return CalendarPage(rules, weeks, tuple(entries), one, running)


def find_proposal(access: Access, pk: UUID) -> ProposedReview | None:
    """A proposal about a child whom the asker may see."""
    rows = ProposedReview.objects.filter(
        school=access.school, pk=pk, plan__pupil__in=Pupil.objects.visible_to(access)
    )
    return rows.select_related("plan__pupil", "school", "review").first()


def entries_of(access: Access, schools: Iterable[School]) -> list[Entry]:
    """Proposals and planned meetings of plans in force, by day; those without a day first."""
    schools = list(schools)
    plans = {
        plan.pk: plan
        for plan in EhcPlan.objects.filter(
            school__in=schools, pupil__in=Pupil.objects.visible_to(access)
        )
        .maintained()
        .select_related("pupil")
    }
    rows = {
        row.plan_id: row
        for row in ProposedReview.objects.filter(school__in=schools, plan__in=plans)
    }
    moving = [pk for pk, row in rows.items() if row.kind == ReviewKind.PHASE_TRANSFER]
    reviews = AnnualReview.objects.filter(school__in=schools, plan__in=plans).filter(
        Q(is_held=False) | Q(plan__in=moving)
    )
    planned, held = {}, defaultdict(list)
    for review in reviews:
        if review.is_held:
            held[review.plan_id].append(review)
        else:
            planned[review.plan_id] = review
    names = {str(pk): plan.pupil.full_name for pk, plan in plans.items()}
    found = [
        _entry(plan, rows.get(pk), planned.get(pk), names, _summer_on(rows.get(pk), held[pk]))
        for pk, plan in plans.items()
        if pk in rows or pk in planned
    ]
    shown = [entry for entry in found if entry is not None]
    return sorted(shown, key=lambda e: (e.on or dt.date.min, e.at or dt.time.min, e.name))


def _entry(
    plan: EhcPlan,
    row: ProposedReview | None,
    review: AnnualReview | None,
    names: Mapping[str, str],
    summer_on: dt.date | None,
) -> Entry | None:
    on, at = (row.meeting_on, row.starts_at) if row else (None, None)
    if row and not review and row.review_id:
        return None  # the meeting was held; the next planning takes the review up again
    if review and (row is None or on is None or review.invited_on):
        at = at if on == review.meeting_on else None
        on = review.meeting_on
    return Entry(
        row=row,
        plan_id=plan.pk,
        pupil_id=plan.pupil_id,
        name=plan.pupil.full_name,
        kind=(review or row).get_kind_display(),
        on=on,
        at=at,
        state=_state(row, review, on),
        why=_named(row.conflict.get("why", ""), names) if row and not on else "",
        relax=tuple(_named(way, names) for way in row.conflict.get("relax", ()))
        if row and not on
        else (),
        review_id=review.pk if review else None,
        summer_on=summer_on,
    )


def _summer_on(row: ProposedReview | None, held: list[AnnualReview]) -> dt.date | None:
    """The summer's meeting that waits for the council's word, of a proposal for a phase transfer."""
    if row is None or not held:
        return None
    reviews = [review_facts(each) for each in held]
    september = transfer_year(row.earliest_on)
    last = cycle_of(row.earliest_on, reviews).last_held
    state = phase_review(
        september,
        last_meeting=last and last.meeting_on,
        confirmed_on=last and last.confirmed_for_transfer_on,
        amended_on=transfer_amended_on(september, reviews),
    )
    return last.meeting_on if last and state is PhaseState.LAST_SUMMER else None


def _state(row: ProposedReview | None, review: AnnualReview | None, on: dt.date | None) -> str:
    if on is None:
        return "none"
    if review and review.meeting_on == on:
        return "invited" if review.invited_on else "planned"
    if row and on > row.legal_on:
        return "late"
    return "locked" if row and row.is_locked else "proposed"


def _named(words: str, names: Mapping[str, str]) -> str:
    return _PLAN.sub(lambda found: names.get(found[1], "another review"), words)


def _weeks(
    entries: list[Entry],
    rules: ReviewCalendar,
    calendar: SchoolCalendar,
    today: dt.date,
    chosen: Entry | None,
) -> Iterable[Week]:
    by_day = defaultdict(list)
    for entry in entries:
        if entry.on:
            by_day[entry.on].append(entry)
    monday = today - today.weekday() * DAY
    last = max([*by_day, monday + FEWEST_WEEKS * WEEK])
    if chosen and chosen.row:
        last = max(last, chosen.row.latest_on)
    was_term = True
    for n in range(min(MOST_WEEKS, (last - monday).days // 7 + 1)):
        first = monday + n * WEEK
        cells = tuple(_cell(first + d * DAY, by_day, rules, calendar, chosen) for d in range(5))
        is_term = any(cell.is_open or cell.entries for cell in cells)
        if is_term or was_term:  # one line for a holiday
            yield Week(first, cells, rules.most_a_week, is_term)
        was_term = is_term


def _cell(
    on: dt.date,
    by_day: Mapping[dt.date, list[Entry]],
    rules: ReviewCalendar,
    calendar: SchoolCalendar,
    chosen: Entry | None,
) -> Cell:
    is_open = calendar.is_school_day(on)
    row = chosen.row if chosen else None
    return Cell(
        on=on,
        is_open=is_open,
        words="" if is_open else "Bank holiday" if is_bank_holiday(on) else "Closed",
        entries=tuple(by_day.get(on, ())),
        most=rules.most_a_day,
        is_in_window=bool(row and row.earliest_on <= on <= row.latest_on),
        is_legal_day=bool(row and on == row.legal_on),
    )
