"""Whom the law wants at a review: who is told already, who is missing, whom we can suggest."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.models import Membership, User
from aylsham.together import at_once, read, rows_read
from ehcp.calendar_codes import AttenderKind, Comes
from ehcp.models import CalendarPerson, EhcPlan, ReviewInvitee, ReviewMeeting
from ehcp.review_codes import BY_LAW, LawRole, Route
from pupils.models import ClassAdult, Contact, Pupil
from pupils.rules.sharing import Thing, ThingKind, Verdict, may_share
from pupils.selectors.actions import WITH_RECORDS
from pupils.selectors.adults import posts_at
from pupils.selectors.sharing import FamilyRows, family_reads, family_rows, person_in

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
    """Whom the law names and nobody has told, as the rows stand now: two statements."""
    own = {"school_id": row.school_id, "meeting": row}
    return missing_among(row, ReviewInvitee.objects.filter(**own).select_related("guest"), today)


def missing_among(
    row: ReviewMeeting, invitees: Iterable[ReviewInvitee], today: dt.date
) -> list[Missing]:
    """The same for whoever has the invited people already; one statement at most.

    Every parent with parental responsibility counts, unless an order keeps it from them.
    """
    found = [(each.role, each.guest.contact_id) for each in invitees if each.invited_on]
    roles = {role for role, _ in found}
    missing = [Missing(role) for role in BY_LAW if role not in roles]
    if LawRole.PARENT in roles:
        known = {contact for _, contact in found}
        missing += [
            Missing(LawRole.PARENT, contact.name)
            for contact, verdict in _parents_of(row.review.plan, today)
            if contact.has_parental_responsibility
            and contact.pk not in known
            and not verdict.is_refused
        ]
    return missing


def _parents_of(plan: EhcPlan, today: dt.date) -> list[tuple[Contact, Verdict]]:
    rows = family_rows(plan.pupil_id, school_id=plan.school_id)
    return _may_come(rows, today)


def _may_come(rows: FamilyRows, today: dt.date) -> list[tuple[Contact, Verdict]]:
    """The contacts of the child, and whether each may be told where and when people meet."""
    family = rows.family
    return [
        (c, may_share(person_in(family, c), AN_INVITATION, family, today=today))
        for c in rows.contacts
    ]


@dataclass(frozen=True)
class ToInvite:
    """Who could be invited and is not on the list, and the people behind the names."""

    suggested: list[Suggested]
    contacts: list[Contact]
    colleagues: list[User]


def suggestions(access: Access, row: ReviewMeeting) -> ToInvite:
    """Family, head, class, council, last year's people; one statement."""
    plan, today = row.review.plan, access.today
    rows, (on_list, posts, teachers, earlier, people) = read(
        at_once(
            family_reads(plan.pupil_id, school_id=plan.school_id),
            rows_read(
                _on_list(access, row),
                posts_at(access.school, today=today, roles=WITH_RECORDS),
                _class_teachers(access, plan),
                _of_earlier(access, row),
                _calendar_people(access, plan),
            ),
        )
    )
    offered = (
        *_family(_may_come(rows, today)),
        *_colleagues(row, posts, teachers),
        *_of_last_year(earlier),
        *_of_calendar(people),
        *_council(plan),
    )
    colleagues = {post.user_id: post.user for post in posts}
    return ToInvite(_not_invited(offered, on_list), rows.contacts, list(colleagues.values()))


def _on_list(access: Access, row: ReviewMeeting) -> QuerySet:
    rows = ReviewInvitee.objects.filter(school=access.school, meeting=row)
    return rows.values_list("role", "guest__contact_id", "guest__user_id", "guest__name")


def _not_invited(offered: Iterable[Suggested], on_list: list[tuple]) -> list[Suggested]:
    """Those who are on no list yet, each once, and an empty row for each gap in the law's list."""
    keys = {f"contact:{c}" for _, c, _, _ in on_list} | {f"user:{u}" for _, _, u, _ in on_list}
    names = {name.casefold() for _, _, _, name in on_list}
    found: list[Suggested] = []
    for each in offered:
        is_known = each.who in keys if each.who else each.name.casefold() in names
        if not is_known:
            found.append(each)
            names.add(each.name.casefold())
    roles = {role for role, *_ in on_list} | {each.role for each in found}
    gaps = [Suggested(role, is_ticked=False) for role in BY_LAW if role not in roles]
    order = list(LawRole)
    return sorted([*found, *gaps], key=lambda each: order.index(each.role))


def _family(parents: Iterable[tuple[Contact, Verdict]]) -> Iterable[Suggested]:
    for contact, verdict in parents:
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


def _colleagues(
    row: ReviewMeeting, posts: Iterable[Membership], teachers: Iterable[ClassAdult]
) -> Iterable[Suggested]:
    """The head, unless somebody leads in their place, and the adults of the child's class."""
    has_school = row.meeting.chair_id is not None
    for post in posts:
        if post.role == Role.HEAD:
            who = f"user:{post.user_id}"
            yield Suggested(
                LawRole.SCHOOL, who, post.user.name, "Head teacher", is_ticked=not has_school
            )
    for adult in teachers:
        who = f"user:{adult.user_id}"
        yield Suggested(LawRole.OTHER, who, adult.user.name, "Class teacher")


def _class_teachers(access: Access, plan: EhcPlan) -> QuerySet:
    rows = ClassAdult.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=access.today),
        school=access.school,
        class_group=plan.pupil.class_group_id,
        class_group__isnull=False,
        role=Role.CLASS_TEACHER,
    )
    return rows.select_related("user").order_by("user__name")


def _of_earlier(access: Access, row: ReviewMeeting) -> QuerySet:
    rows = ReviewInvitee.objects.filter(
        school=access.school,
        meeting__review__plan=row.review.plan_id,
        meeting__review__meeting_on__lt=row.review.meeting_on,
        guest__user=None,
        guest__contact=None,
    ).exclude(role=LawRole.PARENT)
    return rows.select_related("guest").order_by("-meeting__review__meeting_on", "id")


def _of_last_year(rows: Iterable[ReviewInvitee]) -> Iterable[Suggested]:
    for each in rows:
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


def _calendar_people(access: Access, plan: EhcPlan) -> QuerySet:
    named = Q(comes_to=Comes.NAMED, attendances__plan=plan) | Q(comes_to=Comes.ALL)
    if plan.coordinator:
        named |= Q(comes_to=Comes.COORDINATED, name__iexact=plan.coordinator)
    return CalendarPerson.objects.filter(named, school=access.school).distinct()


def _of_calendar(people: Iterable[CalendarPerson]) -> Iterable[Suggested]:
    roles = {
        AttenderKind.COUNCIL: LawRole.COUNCIL,
        AttenderKind.PROFESSIONAL: LawRole.HEALTH,
        AttenderKind.STAFF: LawRole.OTHER,
    }
    for person in people:
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
