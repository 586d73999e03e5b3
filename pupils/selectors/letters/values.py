"""What stands in the place of placeholders for a child."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from aylsham.access.roles import Role
from aylsham.calendars import calendar_of
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from pupils.letter_facts import letter_facts
from pupils.models import Letterhead, Pupil, RecordsRequest, StatusPeriod
from pupils.request_codes import RequestKind
from pupils.rules.letters.clocks import CLOCKS, LAWS, OwnDate, own_date
from pupils.rules.letters.wording import Wording
from pupils.selectors.adults import names_of
from pupils.words import year_words

#: Placeholders about an order that is late; the facts have the same names.
_OF_ORDER = ("order", "order says", "order due")


@dataclass(frozen=True)
class SchoolFacts:
    """What letters say of a school, and of the children they are about."""

    school: School
    today: dt.date
    head: Letterhead
    sendco: str
    calendar: SchoolCalendar
    facts: Mapping[UUID, Mapping[str, dt.date | str]] = field(default_factory=dict)

    def known_day(self, clock: str, pupil_id: UUID) -> dt.date | None:
        """The day from which a clock counts for a child, where a floor knows it."""
        found = self.facts.get(pupil_id, {}).get(CLOCKS[clock].known_as) if clock else None
        return found if isinstance(found, dt.date) else None

    def council(self, pupil_id: UUID) -> str:
        """The council that keeps the child's plan; empty where nobody knows."""
        return str(self.facts.get(pupil_id, {}).get("council", ""))

    def time_and_place(self, pupil_id: UUID) -> str:
        """When and where the child's review meeting is; empty while it is not set."""
        return str(self.facts.get(pupil_id, {}).get("time_and_place", ""))

    def order(self, pupil_id: UUID) -> dict[str, str]:
        """An order that the council is late with: what, of which day, by when; empty without."""
        facts = self.facts.get(pupil_id, {})
        return {name: str(facts.get(name.replace(" ", "_"), "")) for name in _OF_ORDER}


def school_facts(school: School, pupil_ids: Collection[UUID], *, today: dt.date) -> SchoolFacts:
    """Letterhead, SENDCo, calendar, and every floor's facts of these children."""
    facts = letter_facts(school, pupil_ids)
    for pk, kind, on in RecordsRequest.objects.filter(
        school=school, pupil_id__in=pupil_ids, answered_on=None
    ).values_list("pupil_id", "kind", "received_on"):
        name = "sar_received" if kind == RequestKind.SUBJECT_ACCESS else "record_asked"
        facts[pk][name] = on
    periods = StatusPeriod.objects.filter(school=school, pupil_id__in=pupil_ids, ends_on=None)
    for pk, on in periods.values_list("pupil_id", "starts_on"):
        facts[pk]["support_since"] = on
    return SchoolFacts(
        school,
        today,
        letterhead_of(school),
        names_of(school, Role.SENDCO, today=today),
        calendar_of(school),
        facts,
    )


def letterhead_of(school: School) -> Letterhead:
    """The school's letterhead; an empty one until it is written."""
    return Letterhead.objects.filter(school=school).first() or Letterhead(school=school)


def own_date_of(wording: Wording, counted_from: dt.date | None, at: SchoolFacts) -> OwnDate | None:
    """The child's own date that a template names."""
    if not (wording.clock and counted_from):
        return None
    return own_date(wording.clock, counted_from, at.calendar)


def values_of(
    pupil: Pupil, wording: Wording, at: SchoolFacts, *, own: OwnDate | None, addressee: str = ""
) -> dict[str, str]:
    """Words for each placeholder that is known; the others are left for the writer."""
    law = LAWS.get(wording.law)
    since = at.facts.get(pupil.pk, {}).get("support_since")
    found = {
        "first name": pupil.known_as,
        "full name": pupil.full_name,
        "class": pupil.class_group.name if pupil.class_group else "",
        "year": year_words(pupil.year_group),
        "addressee": addressee,
        "school": at.school.name,
        "school address": ", ".join(at.head.address.split("\n")),
        "school phone": at.head.phone,
        "SENDCo": at.sendco,
        "today": day_words(at.today),
        "support since": day_words(since) if isinstance(since, dt.date) else "",
        "council": at.council(pupil.pk),
        "time and place": at.time_and_place(pupil.pk),
        **at.order(pupil.pk),
        "law": law.words if law else "",
        "citation": law.citation if law else "",
    }
    if own:
        found |= {
            "due date": day_words(own.due_on),
            "counted from": day_words(own.counted_from),
            "weeks passed": str(max(0, (at.today - own.counted_from).days // 7)),
            "how counted": own.how,
            "citation": law.citation if law else own.citation,
        }
    return {name: words for name, words in found.items() if words}


def day_words(day: dt.date) -> str:
    """A day as letters say it: 9 December 2026."""
    return f"{day.day} {day:%B %Y}"
