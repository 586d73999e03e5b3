"""A child's first page: what is due, the plan, the people, over every floor."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.statements import Statement
from aylsham.together import Reads, at_once, read
from ehcp.models import AnnualReview, EhcPlan
from ehcp.selectors.standing import hours_words, promised_a_week
from lac.selectors.strip import CareStrip, care_strip
from pupils.models import AttendanceFigure, Contact, Pupil
from pupils.selectors.classes import Placed, adults_of
from pupils.selectors.family import contacts_to_meet
from pupils.selectors.homes import CalledContact, called_contacts
from pupils.selectors.identity import Child
from pupils.selectors.strategies import what_helps
from pupils.selectors.talks import TalkLine, last_talk_of
from reports.selectors.due import DueItem, due_items
from reports.selectors.due_counts import DueFilter


@dataclass(frozen=True)
class PlanSummary:
    """The facts of an EHC plan in force."""

    local_authority: str
    made_on: dt.date
    coordinator: str
    hours_per_week: Decimal | None
    last_meeting_on: dt.date | None
    last_decided_on: dt.date | None
    planned_on: dt.date | None
    #: Minutes a week that Section F promises; None where nothing is counted.
    promised: Decimal | None

    @property
    def section_f_hours(self) -> str:
        """Hours a week of Section F; the headline where no promise was made of it."""
        minutes = self.promised or (self.hours_per_week or 0) * 60
        return hours_words(minutes) if minutes else ""


@dataclass(frozen=True)
class DueGroup:
    """Things of one kind that are due: the first of them in full, the others below it."""

    first: DueItem
    others: tuple[DueItem, ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return 1 + len(self.others)


@dataclass(frozen=True)
class ParentContact:
    """When the school last spoke with the parents, and when it will."""

    last: TalkLine | None
    #: The day of the next meeting with the family that is planned.
    next_on: dt.date | None
    #: The day by which they are met next, when one is due.
    next_by: dt.date | None


@dataclass(frozen=True)
class Overview:
    """Everything on the child's first page that the asker may see."""

    due: list[DueGroup]
    #: None for those who may not read the contact log.
    parents: ParentContact | None
    plan: PlanSummary | None
    contacts: list[CalledContact]
    adults: list[Placed]
    attendance: AttendanceFigure | None
    #: Sentences that say what helps the child.
    strategies: list[str]
    #: None where there is nothing, and for those who may know nothing: no gap.
    care: CareStrip | None


def overview(access: Access, child: Child) -> Overview:
    """At most eight statements, fewer where the asker may see less."""
    knows_plans = access.can(Permission.VIEW_PLANS)
    due = due_items(access, DueFilter(pupil_ids=frozenset([child.pupil.pk])), child=child.pupil)
    contacts = contacts_to_meet(child.pupil, today=access.today)
    attendance, care = read(at_once(_attendance(child), care_strip(access, child.pupil)))
    return Overview(
        due=_grouped(due),
        parents=_parents(access, child.pupil, due, contacts),
        plan=plan_summary(child.pupil, today=child.today) if knows_plans else None,
        contacts=called_contacts(access, child.pupil, contacts),
        adults=adults_of(child.pupil, today=child.today),
        attendance=attendance,
        strategies=what_helps(access, child.pupil) if child.knows_needs else [],
        care=care,
    )


def _grouped(due: list[DueItem]) -> list[DueGroup]:
    """What has the same words and the same owner stands once, with its number."""
    found: dict[tuple, list[DueItem]] = {}
    for item in due:
        found.setdefault((item.title, item.owes), []).append(item)
    return [DueGroup(items[0], tuple(items[1:])) for items in found.values()]


def _parents(
    access: Access, pupil: Pupil, due: list[DueItem], contacts: list[Contact]
) -> ParentContact | None:
    if Permission.VIEW_FAMILY_LOG not in access.permissions_at(pupil.school):
        return None
    meetings = (item.do_by for item in due if item.kind == "parent_meeting")
    return ParentContact(
        last=last_talk_of(access, pupil),
        next_on=min((c.meets_on for c in contacts if c.meets_on), default=None),
        next_by=min(meetings, default=None),
    )


def plan_summary(pupil: Pupil, *, today: dt.date) -> PlanSummary | None:
    """The plan in force with its last and next review; one statement."""
    found = _PLAN.rows(school=pupil.school_id, pupil=pupil.pk, today=today)
    return PlanSummary(*found[0]) if found else None


def _plan(school: UUID, pupil: UUID, today: dt.date) -> QuerySet:
    reviews = AnnualReview.objects.filter(school_id=school, plan=OuterRef("pk"))
    held = reviews.that_count().filter(is_held=True).order_by("-meeting_on")
    planned = reviews.filter(is_held=False, meeting_on__gte=today).order_by("meeting_on")
    return (
        EhcPlan.objects.filter(school_id=school, pupil=pupil)
        .maintained()
        .annotate(
            last_meeting_on=Subquery(held.values("meeting_on")[:1]),
            last_decided_on=Subquery(held.values("decided_on")[:1]),
            planned_on=Subquery(planned.values("meeting_on")[:1]),
            promised=promised_a_week(today),
        )
        .values_list(*PlanSummary.__dataclass_fields__)[:1]
    )


_PLAN = Statement(_plan, school=UUID, pupil=UUID, today=dt.date)


def _attendance(child: Child) -> Reads[AttendanceFigure | None]:
    if not child.knows_needs:
        return None
    pupil = child.pupil
    figures = AttendanceFigure.objects.filter(school_id=pupil.school_id, pupil=pupil)
    [rows] = yield [figures.order_by("-as_of")[:1]]
    return rows[0] if rows else None
