"""Who may know a withheld home: its name, its address, and phone and e-mail of who lives there."""

from collections.abc import Iterable
from dataclasses import dataclass

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.family_codes import Withheld
from pupils.models import Contact, Home, Pupil

NOT_SHOWN = "A home that is not shown"


def is_withheld(home: Home | None) -> bool:
    """Whether a home is a secret to somebody."""
    return home is not None and home.withheld != Withheld.NOBODY


def shows_home(access: Access, home: Home | None, school: School) -> bool:
    """Whether the asker may know a home: who writes letters, or reads what is sensitive."""
    may = access.permissions_at(school)
    return not is_withheld(home) or bool(may & {Permission.EDIT_PUPILS, Permission.VIEW_SENSITIVE})


@dataclass(frozen=True)
class CalledContact:
    """Whom to call; without a phone for somebody in a home that is not shown."""

    name: str
    relationship: str
    phone: str
    is_cut: bool


def called_contacts(
    access: Access, pupil: Pupil, contacts: Iterable[Contact]
) -> list[CalledContact]:
    """Contacts of a child as they came, cut to what the asker may know."""
    return [_called(row, shows_home(access, row.home, pupil.school)) for row in contacts]


def _called(contact: Contact, is_shown: bool) -> CalledContact:
    phone = contact.phone if is_shown else ""
    return CalledContact(contact.name, contact.relationship, phone, is_cut=not is_shown)
