"""What would they see? A child's passport as each kind of reader gets it, by that reader's own path."""

import dataclasses
import datetime as dt
from dataclasses import dataclass

from aylsham.access.current import Access, Post, SchoolAccess
from aylsham.access.exceptions import EXCEPTIONAL
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.identifiers import uuid7
from aylsham.models import User
from pupils.models import Contact, Pupil
from pupils.rules.sharing import Family, Thing, ThingKind, Verdict
from pupils.selectors.class_sheet import SheetChild, sheet_of
from pupils.selectors.identity import Child
from pupils.selectors.meetings.seen import minutes_seen_by
from pupils.selectors.passports.named import access_of
from pupils.selectors.passports.page import PassportPage, passport_page
from pupils.selectors.passports.printing import PrintedPassport, printed_passports
from pupils.selectors.sharing import family_facts, may_receive
from pupils.selectors.sheets import given_minutes

LSA, SUPPLY, GUEST, LINK = "lsa", "supply", "guest", "link"
#: A person by name: `reader.` and their id.
READER = "reader."
#: Readers who are no contact of the child, in the words of the page.
VIEWERS = {
    LSA: "LSA, or a cover teacher who signs in",
    SUPPLY: "Supply teacher with a link",
    GUEST: "Professional with access to this child",
    LINK: "Professional who answers a request",
}
#: The passport on paper: nothing sensitive in it, but it names people, clubs and places.
ON_PAPER = Thing(ThingKind.PLAN, tells_whereabouts=True)


@dataclass(frozen=True)
class Preview:
    """What one reader gets: exactly one of a page, a row of the supply sheet, a print, or nothing."""

    key: str
    page: PassportPage | None = None
    row: SheetChild | None = None
    printed: PrintedPassport | None = None
    contact: Contact | None = None
    person: User | None = None
    verdict: Verdict | None = None
    #: What the reader gets of the minutes of the child's meetings: (day, title, text).
    minutes: tuple[tuple[dt.date | None, str, str], ...] = ()

    @property
    def is_on_paper(self) -> bool:
        """Whether the reader is a person of the family, who is handed the print."""
        return self.contact is not None


def preview_for(access: Access, child: Child, key: str) -> Preview:
    """What a reader of one of VIEWERS gets of this child's passport."""
    if key == SUPPLY:
        return Preview(key, row=supply_row(child))
    if key == LINK:
        return Preview(key)
    reader = _seen_by(access, child, EXCEPTIONAL if key == GUEST else None)
    said = minutes_seen_by(reader, child.pupil)
    minutes = tuple((each.on, f"{each.kind}: {each.title}", each.text) for each in said)
    return Preview(key, page=passport_page(reader, child), minutes=minutes)


def preview_for_person(access: Access, child: Child, user: User) -> Preview:
    """What a named person of the school gets: by their own roles and what they are named for."""
    reader, key = access_of(user, access), f"{READER}{user.pk}"
    reads = Permission.VIEW_NEEDS in reader.permissions_at(child.school)
    reached = Pupil.objects.visible_to(reader).filter(pk=child.pupil.pk)
    if not (reads and reached.exists()):
        return Preview(key, person=user)
    said = minutes_seen_by(reader, child.pupil)
    minutes = tuple((each.on, f"{each.kind}: {each.title}", each.text) for each in said)
    return Preview(key, page=passport_page(reader, child), person=user, minutes=minutes)


def preview_for_contact(child: Child, contact: Contact, *, reads_all: bool) -> Preview:
    """What a person of the family is handed: print and minutes, if the sharing rules allow it.

    Without `reads_all` the asker may not read sensitive minutes: then they are left out.
    """
    family = family_facts(child.pupil.pk, school_id=child.school.pk)
    verdict, printed = given_passport(child, contact, family)
    given = given_minutes(contact, child.pupil, family, today=child.today, reads_all=reads_all)
    minutes = tuple((line.on, line.title, line.text) for line in given)
    return Preview(
        str(contact.pk), printed=printed, contact=contact, verdict=verdict, minutes=minutes
    )


def given_passport(
    child: Child, contact: Contact, family: Family | None = None
) -> tuple[Verdict, PrintedPassport | None]:
    """The verdict, and the published passport as it may be handed to this person; six statements.

    Nothing is cut out of it here: what a child says is theirs, and a gap would tell.
    """
    verdict = may_receive(contact, ON_PAPER, today=child.today, family=family)
    if verdict.is_refused or verdict.has_cuts:
        return verdict, None
    return verdict, next(iter(printed_passports(child.school, [child.pupil.pk])), None)


def supply_row(child: Child) -> SheetChild | None:
    """The child's row on a supply sheet; None when nothing is written down or in no class."""
    group = child.pupil.class_group
    if group is None or not child.is_on_roll:
        return None
    group.school = child.school
    rows = sheet_of(group, [child.pupil], today=child.today).children
    return rows[0] if rows else None


def _seen_by(access: Access, child: Child, exceptional: frozenset[Permission] | None) -> Access:
    """Nobody in particular, with an LSA's permissions on this page or those of a grant alone."""
    posts = {}
    if exceptional is None:
        row = {"slug": child.school.slug, "name": child.school.name}
        posts[child.school.pk] = SchoolAccess((Post(uuid7(), Role.LSA),), row)
    given = {} if exceptional is None else {child.school.pk: exceptional}
    return dataclasses.replace(access, user=User(), by_school=posts, exceptional=given)
