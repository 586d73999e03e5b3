"""Lines of a child's care page, as somebody reads them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import Deadline, Owes, School
from aylsham.models.deadlines import last_day_words
from lac.access import Knows, sees_protection
from lac.codes import (
    HAS_SOCIAL_WORKER,
    LOOK_ALIKE,
    CareKind,
    Decider,
    LeftCareThrough,
    LegalStatus,
    Matter,
    SocialWorkKind,
)
from lac.models import CarePeriod, CarePerson, CarePlacement, Delegation, SocialWorkPeriod
from lac.rules.responsibility import Sharing, responsibility_of_council
from pupils.selectors.homes import NOT_SHOWN, shows_home

#: Who owes it, in words; never the name of a person.
OWNERS = {
    Owes.SCHOOL: "School",
    Owes.SOCIAL_CARE: "Social care",
    Owes.LOCAL_AUTHORITY: "Virtual school",
    Owes.PARENT: "Carer or parent",
}


#: With whom the child lived, where that contact was taken off the record.
NO_CONTACT = "Somebody who is no longer among the contacts"


@dataclass(frozen=True)
class PeriodLine:
    """A time in care or after it; cut to kind and day for those who read the status alone."""

    id: UUID
    kind: CareKind
    since: dt.date
    #: False where only the day is known on which the school knew.
    is_since_known: bool
    known_since: dt.date
    ends_on: dt.date | None
    council: str = ""
    legal: str = ""
    legal_since: dt.date | None = None
    through: str = ""
    sharing: Sharing | None = None
    first_pep_on: dt.date | None = None
    pep_with_officer_on: dt.date | None = None
    corrected_why: str = ""

    @property
    def label(self) -> str:
        """The kind in words."""
        return str(self.kind.label)

    @property
    def since_words(self) -> str:
        """What its first day is: of care, or of the school's knowing."""
        return "since" if self.is_since_known else "known since"

    @property
    def is_looked_after(self) -> bool:
        """Whether a council looks after the child."""
        return self.kind == CareKind.LOOKED_AFTER


@dataclass(frozen=True)
class CareDue:
    """Something about the child's care that somebody owes."""

    title: str
    due_on: dt.date
    do_by: dt.date
    who: str
    is_ours: bool
    is_late: bool
    how: str
    last_day_words: str
    #: How often the same is owed, word for word.
    times: int = 1


@dataclass(frozen=True)
class PersonLine:
    """An adult from outside."""

    id: UUID
    role: str
    name: str
    organisation: str
    phone: str
    email: str
    starts_on: dt.date
    ends_on: dt.date | None


@dataclass(frozen=True)
class PlacementLine:
    """Where the child lives or lived; a home that is withheld from the asker has no name."""

    id: UUID
    kind: str
    with_whom: str
    home: str
    address: str
    council_area: str
    is_out_of_area: bool
    starts_on: dt.date
    ends_on: dt.date | None
    ended_why: str


@dataclass(frozen=True)
class MatterLine:
    """Who may say yes to one matter; empty where nobody has said."""

    matter: str
    decider: str
    note: str
    since: dt.date | None


@dataclass(frozen=True)
class SocialWorkLine:
    """Social work with the child; without the kind for those who may not know it."""

    id: UUID
    label: str
    council: str
    starts_on: dt.date
    ends_on: dt.date | None
    is_live: bool


def period_line(row: CarePeriod, knows: Knows) -> PeriodLine:
    """A time in care, cut to what is known of it by somebody."""
    line = {
        "id": row.pk,
        "kind": CareKind(row.kind),
        "since": row.starts_on or row.known_since,
        "is_since_known": row.starts_on is not None,
        "known_since": row.known_since,
        "ends_on": row.ends_on,
    }
    if knows < Knows.WHOLE:
        return PeriodLine(**line)
    return PeriodLine(
        **line,
        council=row.placing_authority,
        legal=str(LegalStatus(row.legal_status).label) if row.legal_status else "",
        legal_since=row.legal_since,
        through=str(LeftCareThrough(row.left_care_through).label) if row.left_care_through else "",
        sharing=responsibility_of_council(row.legal_status),
        first_pep_on=row.first_pep_on,
        pep_with_officer_on=row.pep_with_officer_on,
        corrected_why=row.corrected_why,
    )


def due_lines(rows: Iterable[Deadline], today: dt.date) -> list[CareDue]:
    """What is owed, in the order of its days; what reads alike stands there once."""
    counted = Counter(due_line(row, today) for row in rows)
    return [replace(line, times=times) for line, times in counted.items()]


def due_line(row: Deadline, today: dt.date) -> CareDue:
    """One deadline with who owes it."""
    return CareDue(
        title=row.title,
        due_on=row.due_on,
        do_by=row.do_by,
        who=OWNERS.get(Owes(row.owed_by), "Council"),
        is_ours=row.owed_by == Owes.SCHOOL,
        is_late=row.due_on < today,
        how=row.how,
        last_day_words=last_day_words(row.weight, row.confidence),
    )


def person_line(row: CarePerson) -> PersonLine:
    """An adult from outside, as the page names them."""
    role = str(row.get_role_display())
    return PersonLine(
        row.pk,
        role,
        row.name,
        row.organisation,
        row.phone,
        row.email,
        row.starts_on,
        row.ends_on,
    )


def placement_line(row: CarePlacement, access: Access, school: School) -> PlacementLine:
    """A placement; its home as far as the asker may know it."""
    is_shown = shows_home(access, row.home, school)
    home = row.home.name if row.home and is_shown else NOT_SHOWN if row.home else ""
    return PlacementLine(
        id=row.pk,
        kind=str(row.get_kind_display()),
        with_whom=row.contact.name if row.contact else row.with_whom or NO_CONTACT,
        home=home,
        address=row.home.address if row.home and is_shown else "",
        council_area=row.council_area,
        is_out_of_area=row.is_out_of_area,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        ended_why=row.ended_why,
    )


def matter_lines(rows: list[Delegation]) -> list[MatterLine]:
    """Every matter, in the order of the list, with who may say yes."""
    said = {row.matter: row for row in rows}
    return [_matter(matter, said.get(matter)) for matter in Matter]


def _matter(matter: Matter, row: Delegation | None) -> MatterLine:
    if row is None:
        return MatterLine(str(matter.label), "", "", None)
    return MatterLine(str(matter.label), str(Decider(row.decider).label), row.note, row.starts_on)


def social_work_line(
    row: SocialWorkPeriod, access: Access, school: School, knows: Knows
) -> SocialWorkLine:
    """Social work, cut to what the asker may know."""
    today = access.today
    is_live = row.starts_on <= today and (row.ends_on is None or row.ends_on >= today)
    return SocialWorkLine(
        id=row.pk,
        label=social_work_words(row.kind, sees_kind=sees_protection(access, school)),
        council=row.council if knows >= Knows.WHOLE else "",
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_live=is_live,
    )


def social_work_words(kind: str, *, sees_kind: bool) -> str:
    """The kind in words; three kinds are one to those who may not see child protection."""
    if not sees_kind and kind in LOOK_ALIKE:
        return HAS_SOCIAL_WORKER
    return str(SocialWorkKind(kind).label)
