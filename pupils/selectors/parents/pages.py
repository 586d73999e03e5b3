"""A parent's page: whose it is behind a secret address, and everything that stands on it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.together import Reads, at_once, read
from pupils.agreement_codes import AgreementState, Asked
from pupils.codes import CARE_DOCUMENTS
from pupils.family_codes import AskKind, AskState
from pupils.meeting_codes import MeetingState
from pupils.models import (
    AgreementAsk,
    ClassAdult,
    Contact,
    ContributionRequest,
    Document,
    MeetingInvitee,
    ParentPage,
    ParentPageLink,
    Pupil,
    SharedPaper,
)
from pupils.parent_parts import ShownPart, shown_parts, stages_for
from pupils.rules.meetings import ends_at
from pupils.rules.parents import Stage
from pupils.rules.sharing import Sensitivity as ThingSensitivity
from pupils.rules.sharing import Thing, ThingKind
from pupils.selectors.adults import posts_at
from pupils.selectors.approvals import held_reads
from pupils.selectors.bookings.parent import Bookable, booking_reads
from pupils.selectors.parents.papers import others_reads
from pupils.selectors.parents.stages import reading
from pupils.selectors.secret_addresses import behind
from pupils.selectors.sharing import family_reads, may_receive

#: A page as the sharing rules see it: news about the child that says where the child is and when.
#: Whoever may not have such a letter whole has no page, and is told by the school itself.
A_PAGE = Thing(ThingKind.LETTER, tells_whereabouts=True)
#: Whatever somebody chose: papers of care, of courts and of social workers, and what a parent or the
#: child said, go to nobody so.
NOT_BY_LINK = CARE_DOCUMENTS | {"court", "social", "parents", "child"}
_LEVELS = {
    Sensitivity.EVERYONE: ThingSensitivity.ORDINARY,
    Sensitivity.SENSITIVE: ThingSensitivity.SENSITIVE,
    Sensitivity.SAFEGUARDING: ThingSensitivity.SEALED,
}


@dataclass(frozen=True)
class PageOpened:
    """A live secret address and the page behind it."""

    link: ParentPageLink
    page: ParentPage


@dataclass(frozen=True)
class NextMeeting:
    """A meeting to which the person is asked."""

    invitee: MeetingInvitee
    ends_at: dt.time

    @property
    def is_answered(self) -> bool:
        """Whether the person has said if they come."""
        return bool(self.invitee.reply)


@dataclass(frozen=True)
class People:
    """Whom to talk to: names, joined by commas; empty where there is nobody."""

    teachers: str
    sendcos: str


@dataclass(frozen=True)
class ParentView:
    """Everything on one person's page."""

    page: ParentPage
    meetings: tuple[NextMeeting, ...]
    rounds: tuple[Bookable, ...]
    people: People
    # What follows stands on a whole page alone.
    stages: tuple[Stage, ...] = ()
    parts: tuple[ShownPart, ...] = ()
    asks: tuple[ContributionRequest, ...] = ()
    #: Plans that the person is asked to agree to.
    agreements: tuple[AgreementAsk, ...] = ()
    #: Letters and news that went to the person by a link which still works.
    letters: tuple[ContributionRequest, ...] = ()
    papers: tuple[SharedPaper, ...] = ()

    @property
    def first_parts(self) -> tuple[ShownPart, ...]:
        """What is true now: it stands above what is asked and what was said."""
        return tuple(part for part in self.parts if part.key != "agreed")

    @property
    def agreed(self) -> ShownPart | None:
        """What was agreed at past meetings."""
        return next((part for part in self.parts if part.key == "agreed"), None)


def find_page(secret: str) -> PageOpened | None:
    """The page behind a secret address, if it still works and nobody has stopped it.

    None too for a child who has left and a contact with another address.
    """
    return behind(ParentPageLink.objects, secret, _opened)


def _opened(link: ParentPageLink) -> PageOpened | None:
    page = live_page(Q(school_id=link.school_id, pk=link.page_id))
    if page is None or page.locked_at or page.expires_on < clock.today():
        return None
    page.school = page.pupil.school = link.school
    return PageOpened(link, page)


def live_page(chosen: Q) -> ParentPage | None:
    """One page that nobody has stopped, of a child who is here and a contact at that address."""
    rows = ParentPage.objects.filter(chosen, stopped_on=None)
    here = Pupil.objects.on_roll(clock.today()).filter(closed_on=None)
    page = (
        rows.filter(pupil__in=here)
        .select_related("pupil__class_group", "contact", "school")
        .first()
    )
    return page if page and is_at_address(page) else None


def is_at_address(page: ParentPage) -> bool:
    """Whether the contact is still on the record, with the address that the page was sent to."""
    if page.contact is None:
        return False
    return page.email.strip().lower() == page.contact.email.strip().lower()


def page_of(contact: Contact) -> ParentPage | None:
    """The page that a contact has now, whatever the rules say of it."""
    rows = ParentPage.objects.filter(school_id=contact.school_id, contact=contact, stopped_on=None)
    return rows.select_related("contact", "pupil__school").first()


def view_of(page: ParentPage, *, today: dt.date) -> ParentView:
    """What stands on a page, for its person and for whoever previews it; four statements."""
    return read(_view(page, today))


def _view(page: ParentPage, today: dt.date) -> Reads[ParentView]:
    pupil, contact = page.pupil, page.contact
    rounds, meetings, people, *more = yield from at_once(
        booking_reads(contact, today=today),
        _meetings(pupil, contact, today),
        _people(pupil, today),
        *([_whole(page, today)] if page.is_whole else []),
    )
    booked = {each.booking.meeting_id for each in rounds if each.booking}
    # A time that can still be changed or given back stands with its round: an answer there would
    # keep the time from others.
    meetings = tuple(each for each in meetings if each.invitee.meeting_id not in booked)
    return ParentView(page, meetings=meetings, rounds=rounds, people=people, **dict(*more))


def _whole(page: ParentPage, today: dt.date) -> Reads[dict[str, Any]]:
    """What stands on a page that shows more than meetings to book."""
    (asks, agreements), told, papers = yield from at_once(
        _asked(page, today),
        _told(page, today),
        paper_reads(page, today=today),
    )
    return {
        "asks": tuple(ask for ask in asks if ask.kind != AskKind.NEWS),
        "letters": tuple(ask for ask in asks if ask.kind == AskKind.NEWS),
        "agreements": tuple(agreements),
        "papers": papers,
    } | told


def _asked(page: ParentPage, today: dt.date) -> Reads[list[list]]:
    return (yield [open_asks(page, today=today), open_agreements(page, today=today)])


def _told(page: ParentPage, today: dt.date) -> Reads[dict[str, Any]]:
    reader = yield from reading(page.pupil, page.contact, today=today)
    stages, parts = yield from at_once(stages_for(reader), shown_parts(reader))
    return {"stages": stages, "parts": parts}


def _meetings(pupil: Pupil, contact: Contact, today: dt.date) -> Reads[list[NextMeeting]]:
    rows = MeetingInvitee.objects.filter(
        school_id=pupil.school_id,
        contact=contact,
        meeting__pupil=pupil,
        meeting__state=MeetingState.PLANNED,
        meeting__on__gte=today,
    ).select_related("meeting__chair")
    (found,) = yield [rows.order_by("meeting__on", "meeting__starts_at")]
    return [NextMeeting(row, ends_at(row.meeting.starts_at, row.meeting.length)) for row in found]


def open_asks(page: ParentPage, *, today: dt.date) -> QuerySet[ContributionRequest]:
    """What we sent this person at this address by a link that still works: questions, and news."""
    rows = ContributionRequest.objects.filter(
        school_id=page.school_id,
        pupil=page.pupil,
        contact=page.contact,
        email__iexact=page.email.strip(),
        state=AskState.OPEN,
        locked_at=None,
        expires_on__gte=today,
    )
    # The page may be read over a shoulder by somebody who does not know of the plan.
    return rows.exclude(kind=AskKind.PLAN_PART).order_by("due_on", "pk")


def open_agreements(page: ParentPage, *, today: dt.date) -> QuerySet[AgreementAsk]:
    """Plans that this person is asked to agree to at this address, without an answer yet."""
    rows = AgreementAsk.objects.filter(
        school_id=page.school_id,
        pupil=page.pupil,
        contact=page.contact,
        asked=Asked.PARENT,
        email__iexact=page.email.strip(),
        state=AgreementState.OPEN,
        locked_at=None,
        expires_on__gte=today,
    )
    return rows.select_related("text").order_by("due_on", "pk")


def papers_of(page: ParentPage, *, today: dt.date) -> tuple[SharedPaper, ...]:
    """The papers that this person may open now: the rules and the second look are asked anew."""
    return read(paper_reads(page, today=today))


def paper_reads(page: ParentPage, *, today: dt.date) -> Reads[tuple[SharedPaper, ...]]:
    """The same, to go with other reads."""
    shared = SharedPaper.objects.filter(
        school_id=page.school_id,
        page=page,
        ended_on=None,
        document__binned_at=None,
        document__sealed_at=None,
    )
    (rows,) = yield [shared.select_related("document")]
    for row in rows:
        row.page = page
    given, held = yield from at_once(
        given_reads(page.contact, [row.document for row in rows], today=today),
        held_reads(rows, page.pupil),
    )
    return tuple(row for row in rows if row.document in given and row.pk not in held)


def may_have(contact: Contact, document: Document, *, today: dt.date) -> bool:
    """Whether a person may be given a document by their page: nothing of care, nothing sealed."""
    return bool(given_to(contact, [document], today=today))


def given_to(
    contact: Contact, documents: Iterable[Document], *, today: dt.date
) -> tuple[Document, ...]:
    """Which documents a person may be given by their page; the rules are asked once a level."""
    return read(given_reads(contact, documents, today=today))


def given_reads(
    contact: Contact, documents: Iterable[Document], *, today: dt.date
) -> Reads[tuple[Document, ...]]:
    """The same, to go with other reads."""
    rows = [row for row in documents if row.kind not in NOT_BY_LINK]
    if not rows:
        return ()
    others, known = yield from at_once(
        others_reads(contact), family_reads(contact.pupil_id, school_id=contact.school_id)
    )
    things = {
        level: Thing(ThingKind.ADVICE, sensitivity=_LEVELS[Sensitivity(level)])
        for level in {row.sensitivity for row in rows}
    }
    is_open = {
        level: not may_receive(contact, thing, today=today, family=known.family).is_refused
        for level, thing in things.items()
    }
    return tuple(row for row in rows if is_open[row.sensitivity] and row.pk not in others)


def paper_of(page: ParentPage, key: str, *, today: dt.date) -> SharedPaper | None:
    """One paper that this person may open now, by what its address says."""
    return next((row for row in papers_of(page, today=today) if str(row.pk) == key), None)


def _people(pupil: Pupil, today: dt.date) -> Reads[People]:
    adults = ClassAdult.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today),
        school_id=pupil.school_id,
        class_group_id=pupil.class_group_id,
        role=Role.CLASS_TEACHER,
        starts_on__lte=today,
    )
    names = adults.order_by("user__name").values_list("user__name", flat=True)
    posts = posts_at(pupil.school, today=today, roles=[Role.SENDCO])
    teachers, sendcos = yield [
        names if pupil.class_group_id else names.none(),
        posts.values_list("user__name", flat=True),
    ]
    return People(*(", ".join(dict.fromkeys(some)) for some in (teachers, sendcos)))
