"""The school's own duties: what was done last, what is due next, who does it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.codes import Phase
from aylsham.dates import academic_year
from aylsham.datewords import full_day_words
from aylsham.models import Deadline, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY
from aylsham.timescales.rules import Confidence
from pupils.selectors.adults import names_of
from reports.bands import Band, band_of
from reports.codes import Duty
from reports.models import DutyRecord
from reports.publications.kinds import KINDS
from staff.models import SencoPost
from staff.selectors import senco_posts

#: The rule of each duty; a governor for SEND has no clock.
RULES = {
    Duty.SEN_REPORT: "school.sen_information_report",
    Duty.INCLUSION_STRATEGY: "school.inclusion_strategy",
    Duty.ACCESSIBILITY_PLAN: "school.accessibility_plan",
    Duty.CENSUS: "school.census_days",
    Duty.EQUALITY_INFORMATION: "school.equality_information",
    Duty.EQUALITY_OBJECTIVES: "school.equality_objectives",
}
#: What says so where no rule counts days.
CITATIONS = {
    Duty.SEND_GOVERNOR: "CoP 6.3",
    Duty.LOCAL_OFFER: "CFA s.30; SEND Regs 2014, Sch 2",
}


@dataclass(frozen=True)
class DutyLine:
    """One duty as the page of a school shows it."""

    duty: Duty
    state: str  # a key of STATES
    state_words: str
    due_on: dt.date | None
    do_by: dt.date | None
    citation: str
    confidence: Confidence
    note: str
    who: str
    records: tuple[DutyRecord, ...]

    @property
    def is_written_here(self) -> bool:
        """Whether it is a document that is drafted from the record."""
        return self.duty in KINDS

    @property
    def latest(self) -> DutyRecord | None:
        """What was done last."""
        return self.records[0] if self.records else None

    @property
    def earlier(self) -> tuple[DutyRecord, ...]:
        """What was done before that."""
        return self.records[1:]

    @property
    def has_other_day(self) -> bool:
        """Whether it has to be done before its last day."""
        return self.due_on != self.do_by


@dataclass(frozen=True)
class SencoLine:
    """Who is SENCO, and by when they hold the qualification."""

    post: SencoPost
    state: str
    state_words: str
    due_on: dt.date | None


@dataclass(frozen=True)
class DutiesPage:
    """The page of a school."""

    lines: tuple[DutyLine, ...]
    sencos: tuple[SencoLine, ...]
    former_sencos: tuple[SencoPost, ...]
    citation: str


def duties_page(access: Access) -> DutiesPage:
    """Every duty of the page's school with its state; five statements."""
    school, today = access.school, access.today
    kinds = ("published", "census", "senco")
    rows = Deadline.objects.readable_by(access).filter(school=school, kind__in=kinds).live(today)
    due = sorted(rows, key=lambda row: row.due_on)
    records = records_of(school)
    who = names_of(school, Role.SENDCO, Role.FEDERATION_SEND_LEAD, today=today) or "SENDCo"
    posts = senco_posts(school)
    return DutiesPage(
        lines=tuple(_line(duty, records[duty], due, school, who, today) for duty in Duty),
        sencos=tuple(_senco(post, due, today) for post in posts if not post.ends_on),
        former_sencos=tuple(post for post in posts if post.ends_on),
        citation=REGISTRY.rule_for("senco.qualification").citation,
    )


def records_of(school: School) -> dict[Duty, tuple[DutyRecord, ...]]:
    """What was recorded for each duty, the latest first; one statement."""
    found: dict[Duty, list[DutyRecord]] = {duty: [] for duty in Duty}
    rows = DutyRecord.objects.filter(school=school).select_related("recorded_by").latest_first()
    for row in rows:
        found[Duty(row.duty)].append(row)
    return {duty: tuple(records) for duty, records in found.items()}


def record_of(school: School, pk: UUID) -> DutyRecord | None:
    """One record of the school."""
    return DutyRecord.objects.filter(school=school, pk=pk).first()


def census_days(years: Iterable[int]) -> list[dt.date]:
    """The days on which the census of these academic years is taken, in order."""
    found: set[dt.date] = set()
    for year in years:
        answers = REGISTRY.calculate(
            RULES[Duty.CENSUS], {"academic_year_starting": year}
        ).values.values()
        found.update(day for day in answers if isinstance(day, dt.date))
    return sorted(found)


def census_days_ahead(school: School, calendar: SchoolCalendar) -> list[dt.date]:
    """Census days since the school went live, as far as its term dates are known."""
    if school.live_from is None or calendar.known is None:
        return []
    first, last = school.live_from, calendar.known[1]
    years = range(academic_year(first), academic_year(last) + 1)
    return [day for day in census_days(years) if first <= day <= last]


def census_choices(school: School, today: dt.date) -> list[dt.date]:
    """Census days that somebody may record as sent: those of this year and the last."""
    year = academic_year(today)
    done = {row.about_on for row in records_of(school)[Duty.CENSUS]}
    return [day for day in census_days((year - 1, year)) if day not in done]


def _line(duty: Duty, records, due: list[Deadline], school: School, who: str, today) -> DutyLine:
    row = next((row for row in due if row.key.partition(":")[0] == duty), None)
    rule = REGISTRY.rule_for(RULES[duty]) if duty in RULES else None
    state, words = _state(row, records, today)
    return DutyLine(
        duty=duty,
        state=state,
        state_words=words,
        due_on=row.due_on if row else None,
        do_by=row.do_by if row else None,
        citation=rule.citation if rule else CITATIONS[duty],
        confidence=rule.confidence if rule else Confidence.UNVERIFIED,
        note=_note(duty, rule.note if rule else "", school),
        who=who,
        records=records,
    )


def _state(row: Deadline | None, records, today: dt.date) -> tuple[str, str]:
    if row and row.weight < Weight.GUIDANCE:
        return _banded(row, today, "Not recorded yet")
    if row:
        return _banded(row, today, "Due")
    if not records:
        return "closed", "Not recorded"
    return ("closed", "Not asked of us") if records[0].does_not_apply else ("on_track", "Done")


def _banded(row: Deadline, today: dt.date, words: str) -> tuple[str, str]:
    band = band_of(due_on=row.due_on, do_by=row.do_by, today=today)
    if band == Band.OVERDUE:
        return "overdue", "Overdue" if words == "Due" else words
    if band == Band.LATER:
        return "on_track", "On track" if words == "Due" else words
    return "due_soon", "Due soon" if words == "Due" else words


def _note(duty: Duty, note: str, school: School) -> str:
    if duty == Duty.INCLUSION_STRATEGY and school.phase == Phase.NURSERY:
        return (
            "The fund behind it is for children of 5 to 16. Early years have a fund of their own: "
            "check its conditions, and record here what you found."
        )
    if duty == Duty.LOCAL_OFFER:
        return "The council publishes it and says when. No date runs here."
    if duty == Duty.SEND_GOVERNOR:
        return "The governing body should name a governor or committee. No date runs."
    return note


def _senco(post: SencoPost, due: list[Deadline], today: dt.date) -> SencoLine:
    row = next((row for row in due if row.key.startswith(f"{post.pk}:")), None)
    if post.qualified_on:
        when = full_day_words(post.qualified_on)
        return SencoLine(post, "on_track", f"Qualified on {when}", None)
    if row is None:
        return SencoLine(post, "on_track", "No date runs: SENCO for a year before", None)
    return SencoLine(post, *_banded(row, today, "Due"), row.due_on)
