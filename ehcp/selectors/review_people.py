"""Whom the law wants at a review: who is told already, who is missing, whom we can suggest."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.roles import Role
from ehcp.calendar_codes import AttenderKind, Comes
from ehcp.models import CalendarPerson, EhcPlan, ReviewInvitee, ReviewMeeting
from ehcp.review_codes import BY_LAW, LawRole, Route
from pupils.models import Contact, Pupil
from pupils.rules.sharing import Thing, ThingKind, Verdict
from pupils.selectors.adults import posts_at
from pupils.selectors.sharing import verdicts_on

#: It says where people meet, and when.
AN_INVITATION = Thing(ThingKind.INVITATION, tells_whereabouts=True)
INVITEE_WITH = (
    "guest__user",
    "guest__contact",
    "guest__ask",
    "meeting__review__plan__pupil__school",
    "meeting__meeting__pupil__school",
    "meeting__meeting__chair",
)


@dataclass(frozen=True)
class Missing:
    """Somebody whom the law names and who has not been told of the day."""

    role: LawRole
    #: A parent by name; empty where nobody of that place is on the list.
    name: str = ""

    @property
    def words(self) -> str:
        """`Mrs Reed (parent)`, `Health professional`."""
        return f"{self.name} ({self.role.label.lower()})" if self.name else str(self.role.label)


@dataclass(frozen=True)
class Suggested:
    """Somebody who could be invited; `who` is "contact:…", "user:…" or empty for a typed name."""

    role: LawRole
    who: str = ""
    name: str = ""
    title: str = ""
    email: str = ""
    route: Route = Route.EMAIL
    is_ticked: bool = True
    #: Why this person may not be told, or what has to stay out.
    warning: str = ""
    source: str = ""


def missing_of(row: ReviewMeeting, *, today: dt.date) -> list[Missing]:
    """Whom the law names and nobody has told: four statements.

    Every parent with parental responsibility counts, unless an order keeps it from them.
    """
    own = {"school_id": row.school_id, "meeting": row, "invited_on__isnull": False}
    told = ReviewInvitee.objects.filter(**own).values_list("role", "guest__contact_id")
    found = list(told)
    roles = {role for role, _ in found}
    missing = [Missing(role) for role in BY_LAW if role not in roles]
    if LawRole.PARENT in roles:
        known = {contact for _, contact in found}
        missing += [
            Missing(LawRole.PARENT, contact.name)
            for contact, verdict in parents_of(row.review.plan, today)
            if contact.has_parental_responsibility
            and contact.pk not in known
            and not verdict.is_refused
        ]
    return missing


def parents_of(plan: EhcPlan, today: dt.date) -> list[tuple[Contact, Verdict]]:
    """The contacts of the child, and whether each may be told where and when people meet."""
    contacts = list(
        Contact.objects.filter(school_id=plan.school_id, pupil_id=plan.pupil_id).select_related(
            "home"
        )
    )
    verdicts = verdicts_on(contacts, AN_INVITATION, today=today)
    return [(contact, verdicts[contact.pk]) for contact in contacts]


def suggestions(access: Access, row: ReviewMeeting) -> list[Suggested]:
    """Who could be invited and is not on the list: family, head, council, last year's people."""
    invited = ReviewInvitee.objects.filter(school=access.school, meeting=row)
    on_list = list(
        invited.values_list("role", "guest__contact_id", "guest__user_id", "guest__name")
    )
    keys = {f"contact:{c}" for _, c, _, _ in on_list} | {f"user:{u}" for _, _, u, _ in on_list}
    names = {name.casefold() for _, _, _, name in on_list}
    found: list[Suggested] = []
    plan = row.review.plan
    for each in (
        *_family(plan, access.today),
        *_colleagues(access, row),
        *_of_last_year(access, row),
        *_of_calendar(access, plan),
        *_council(plan),
    ):
        is_known = each.who in keys if each.who else each.name.casefold() in names
        if not is_known:
            found.append(each)
            names.add(each.name.casefold())
    roles = {role for role, *_ in on_list} | {each.role for each in found}
    gaps = [Suggested(role, is_ticked=False) for role in BY_LAW if role not in roles]
    order = list(LawRole)
    return sorted([*found, *gaps], key=lambda each: order.index(each.role))


def _family(plan: EhcPlan, today: dt.date) -> Iterable[Suggested]:
    for contact, verdict in parents_of(plan, today):
        has = contact.has_parental_responsibility
        yield Suggested(
            LawRole.PARENT if has is not False else LawRole.OTHER,
            f"contact:{contact.pk}",
            contact.name,
            contact.relationship,
            route=Route.EMAIL if contact.email else Route.LETTER,
            is_ticked=bool(has) and not verdict.is_refused and not verdict.has_cuts,
            warning=verdict.warning,
            source="" if contact.email else "No e-mail on the record",
        )


def _colleagues(access: Access, row: ReviewMeeting) -> Iterable[Suggested]:
    """The head, unless somebody leads in their place, and the adults of the child's class."""
    has_school = row.meeting.chair_id is not None
    for post in posts_at(access.school, today=access.today, roles={Role.HEAD}):
        who = f"user:{post.user_id}"
        yield Suggested(
            LawRole.SCHOOL, who, post.user.name, "Head teacher", is_ticked=not has_school
        )
    group = row.review.plan.pupil.class_group
    if group is None:
        return
    teachers = group.adults.filter(
        Q(ends_on=None) | Q(ends_on__gte=access.today), role__in=(Role.CLASS_TEACHER,)
    )
    for adult in teachers.select_related("user").order_by("user__name"):
        who = f"user:{adult.user_id}"
        yield Suggested(LawRole.OTHER, who, adult.user.name, "Class teacher")


def _of_last_year(access: Access, row: ReviewMeeting) -> Iterable[Suggested]:
    rows = ReviewInvitee.objects.filter(
        school=access.school,
        meeting__review__plan=row.review.plan_id,
        meeting__review__meeting_on__lt=row.review.meeting_on,
        guest__user=None,
        guest__contact=None,
    ).exclude(role=LawRole.PARENT)
    for each in rows.select_related("guest").order_by("-meeting__review__meeting_on", "id"):
        guest = each.guest
        yield Suggested(
            LawRole(each.role),
            "",
            guest.name,
            guest.role,
            guest.email,
            Route(each.route),
            source="Invited last time",
        )


def _of_calendar(access: Access, plan: EhcPlan) -> Iterable[Suggested]:
    roles = {
        AttenderKind.COUNCIL: LawRole.COUNCIL,
        AttenderKind.PROFESSIONAL: LawRole.HEALTH,
        AttenderKind.STAFF: LawRole.OTHER,
    }
    named = Q(comes_to=Comes.NAMED, attendances__plan=plan) | Q(comes_to=Comes.ALL)
    if plan.coordinator:
        named |= Q(comes_to=Comes.COORDINATED, name__iexact=plan.coordinator)
    for person in CalendarPerson.objects.filter(named, school=access.school).distinct():
        if role := roles.get(AttenderKind(person.kind)):
            yield Suggested(role, "", person.name, source="From the review calendar")


def _council(plan: EhcPlan) -> Iterable[Suggested]:
    if plan.coordinator:
        yield Suggested(
            LawRole.COUNCIL, "", plan.coordinator, plan.local_authority, source="From the plan"
        )


def find_invitee(access: Access, pk: UUID) -> ReviewInvitee | None:
    """An invited person of a review of a child whom the asker may see."""
    rows = ReviewInvitee.objects.filter(
        school=access.school,
        pk=pk,
        meeting__review__plan__pupil__in=Pupil.objects.visible_to(access),
    )
    return rows.select_related(*INVITEE_WITH).first()
