"""Requests for views and advice, what came of them, and the one behind a secret address."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from pupils.access import documents_visible_to
from pupils.family_codes import AskKind, AskState
from pupils.models import (
    Contact,
    ContributionFile,
    ContributionLink,
    ContributionNote,
    ContributionRequest,
    Document,
    Pupil,
    SentLetter,
    Voice,
)
from pupils.selectors.homes import shows_home
from pupils.selectors.secret_addresses import behind


@dataclass(frozen=True)
class Invited:
    """A live secret address and the request behind it."""

    link: ContributionLink
    ask: ContributionRequest

    @property
    def child(self) -> str:
        """What the pages call the child: the first name only if the sender chose so."""
        if self.ask.shows_first_name:
            return self.ask.pupil.known_as
        is_parents = self.ask.kind in (AskKind.PARENT_VIEWS, AskKind.NEWS)
        return "your child" if is_parents else "the child"


def find_invited(secret: str) -> Invited | None:
    """The request behind a secret address, if it still works and was not cancelled."""
    return behind(ContributionLink.objects, secret, _invited)


def _invited(link: ContributionLink) -> Invited | None:
    ask = (
        ContributionRequest.objects.filter(school_id=link.school_id, pk=link.ask_id)
        .exclude(state=AskState.CANCELLED)
        .filter(locked_at=None)
        .select_related("pupil", "contact")
        .first()
    )
    if ask is None:
        return None
    ask.school = ask.pupil.school = link.school
    return Invited(link, ask)


def letter_of(ask: ContributionRequest) -> SentLetter | None:
    """The letter that an e-mail with this link carried, as it was sent; at most one statement."""
    if ask.kind != AskKind.NEWS:
        return None
    rows = SentLetter.objects.filter(school_id=ask.school_id, ask=ask).select_related("letter")
    return rows.first()


def requests_of(pupil: Pupil) -> list[ContributionRequest]:
    """What was asked about a child, the next due first, then what is over."""
    asks = ContributionRequest.objects.filter(school_id=pupil.school_id, pupil=pupil)
    asks = asks.exclude(kind=AskKind.PLAN_PART)
    return sorted(asks, key=lambda ask: (not ask.is_open, ask.due_on))


def request_of(pupil: Pupil, pk: UUID) -> ContributionRequest | None:
    """One request about this child."""
    return (
        ContributionRequest.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
        .exclude(kind=AskKind.PLAN_PART)
        .select_related("contact__home", "asked_by")
        .first()
    )


def shows_address(access: Access, ask: ContributionRequest) -> bool:
    """Whether the asker may read to which address a request went: not of a home that is hidden."""
    return ask.contact is None or shows_home(access, ask.contact.home, ask.pupil.school)


def notes_of(ask: ContributionRequest) -> list[ContributionNote]:
    """What happened to a request, in order."""
    notes = ContributionNote.objects.filter(school_id=ask.school_id, ask=ask)
    return list(notes.select_related("by").order_by("id"))


@dataclass(frozen=True)
class Received:
    """A file that came with an answer; without a title for those who may not read it."""

    document_id: UUID
    title: str


def unsent_files(ask: ContributionRequest) -> list[ContributionFile]:
    """Files that wait with the draft, without their bytes."""
    rows = ContributionFile.objects.filter(school_id=ask.school_id, ask=ask, document=None)
    return list(rows.defer("content"))


def received_files(access: Access, ask: ContributionRequest) -> list[Received]:
    """Files that came with the answer, as they stand among the child's documents."""
    sent = ContributionFile.objects.filter(school_id=ask.school_id, ask=ask, document__isnull=False)
    documents = Document.objects.filter(
        school_id=ask.school_id, pk__in=sent.values("document"), binned_at=None, sealed_at=None
    )
    seen = documents_visible_to(documents, access)
    titles = dict(seen.values_list("pk", "title"))
    return [Received(row.pk, titles.get(row.pk, "")) for row in documents.order_by("pk")]


def open_requests(access: Access) -> list[ContributionRequest]:
    """Everything that is still awaited from the children in reach, the next due first."""
    return list(
        ContributionRequest.objects.filter(
            school__in=access.schools,
            state=AskState.OPEN,
            pupil__in=Pupil.objects.visible_to(access),
        )
        .exclude(kind__in=[AskKind.NEWS, AskKind.PLAN_PART])
        .select_related("pupil")
        .order_by("due_on", "id")
    )


def voices_of(access: Access, pupil: Pupil) -> list[Voice]:
    """Views and advice about a child as far as the asker may read them, the latest first.

    The child's own words belong to everybody who works with the child; parents' and professionals'
    need the contact log; text marked sensitive needs that permission too.
    """
    return list(voice_rows(access, pupil))


def voice_rows(access: Access, pupil: Pupil) -> QuerySet[Voice]:
    """The same, to be read together with something else."""
    may = access.permissions_at(pupil.school)
    voices = Voice.objects.filter(school_id=pupil.school_id, pupil=pupil)
    if Permission.VIEW_FAMILY_LOG not in may:
        kinds = [AskKind.PUPIL_VIEWS] if Permission.VIEW_NEEDS in may else []
        voices = voices.filter(kind__in=kinds)
    if Permission.VIEW_SENSITIVE not in may:
        voices = voices.filter(sensitivity=Sensitivity.EVERYONE)
    return voices.select_related("recorded_by")


def voice_of(access: Access, pupil: Pupil, pk: UUID) -> Voice | None:
    """One record of views or advice that the asker may read."""
    return next((voice for voice in voices_of(access, pupil) if voice.pk == pk), None)


def can_be_asked(pupil: Pupil) -> list[Contact]:
    """Contacts with an e-mail address."""
    contacts = Contact.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return list(contacts.exclude(email=""))
