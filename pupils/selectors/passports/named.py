"""Sensitive lines of a passport with those who read them: by role, and by name."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access, posts_of
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from pupils.codes import PassportPart
from pupils.models import LineReader, PassportText, Pupil, Strategy
from pupils.rules.lines import HELPS, LineKey, line_key
from pupils.selectors.adults import Adult, adults_at
from pupils.selectors.passports.parts import HELPS_LABEL

#: Who reads a sensitive line whoever is named; and who could be named.
BY_ROLE = sorted(r for r, rule in ROLES.items() if Permission.VIEW_SENSITIVE in rule.permissions)
NAMEABLE = sorted(
    role
    for role, rule in ROLES.items()
    if Permission.VIEW_NEEDS in rule.permissions and role not in BY_ROLE
)


@dataclass(frozen=True)
class NamedLine:
    """A naming as the page shows it."""

    id: UUID
    person_id: UUID
    person: str
    reason: str
    by: str
    starts_on: dt.date
    ends_on: dt.date
    is_live: bool


@dataclass(frozen=True)
class ClosedLine:
    """A sensitive line with those who are, or were, named for it."""

    key: str
    label: str
    text: str
    readers: tuple[NamedLine, ...]


def closed_lines(access: Access, pupil: Pupil) -> list[ClosedLine]:
    """The sensitive lines of a child's passport that the asker reads by role; three statements."""
    mine = {"school_id": pupil.school_id, "sensitivity": Sensitivity.SENSITIVE}
    texts = PassportText.objects.writable_by(access).filter(passport__pupil=pupil, **mine)
    helps = Strategy.objects.writable_by(access).filter(pupil=pupil, ended_on=None, **mine)
    named = _named(pupil, access.today)
    return [
        *(
            ClosedLine(
                str(LineKey(row.part, row.sensitivity)),
                PassportPart(row.part).label,
                row.text,
                tuple(named[row.pk]),
            )
            for row in texts.exclude(text="").order_by("part")
        ),
        *(
            ClosedLine(
                str(LineKey(HELPS, row_id=row.pk)), HELPS_LABEL, row.text, tuple(named[row.pk])
            )
            for row in helps.order_by("since_on", "pk")
        ),
    ]


def closed_line(access: Access, pupil: Pupil, key: str) -> PassportText | Strategy | None:
    """The sensitive line of that name that the asker reads by role."""
    line = line_key(key, frozenset(PassportPart.values))
    if line is None:
        return None
    mine = {"school_id": pupil.school_id, "sensitivity": Sensitivity.SENSITIVE}
    if line.part == HELPS:
        helps = Strategy.objects.writable_by(access).filter(pupil=pupil, ended_on=None, **mine)
        return helps.filter(pk=line.row_id).first()
    if line.sensitivity != Sensitivity.SENSITIVE:
        return None
    texts = PassportText.objects.writable_by(access).filter(passport__pupil=pupil, **mine)
    return texts.filter(part=line.part).exclude(text="").first()


def reader_of(pupil: Pupil, pk: UUID) -> LineReader | None:
    """One naming about this child."""
    rows = LineReader.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return rows.select_related("user", "pupil__school").first()


def people_to_name(school: School, *, today: dt.date) -> list[Adult]:
    """People of the school whose role opens needs but nothing sensitive; two statements."""
    read_already = {adult.user.pk for adult in adults_at(school, today=today, roles=BY_ROLE)}
    found = adults_at(school, today=today, roles=NAMEABLE)
    return [adult for adult in found if adult.user.pk not in read_already]


def people_named(access: Access, pupil: Pupil) -> list[User]:
    """People named for any line of the child today, for the preview; one statement."""
    if not access.can(Permission.VIEW_SENSITIVE):
        return []
    rows = LineReader.objects.live(access.today).filter(school_id=pupil.school_id, pupil=pupil)
    people = {row.user_id: row.user for row in rows.select_related("user")}
    return sorted(people.values(), key=lambda user: user.name)


def access_of(user: User, access: Access) -> Access:
    """What that person may do on the asker's page: their own roles, and what they are named for."""
    posts = posts_of(user, today=access.today)
    return Access(user, access.today, posts, school=access.school, schools=access.schools)


def role_words() -> str:
    """Who reads what is sensitive by role, in words."""
    return ", ".join(Role(role).label for role in BY_ROLE)


def _named(pupil: Pupil, today: dt.date) -> dict[UUID, list[NamedLine]]:
    found: dict[UUID, list[NamedLine]] = defaultdict(list)
    rows = LineReader.objects.filter(school_id=pupil.school_id, pupil=pupil)
    for row in rows.select_related("user", "named_by").order_by("-starts_on", "-pk"):
        line = row.text_id or row.strategy_id
        assert line is not None  # one of the two, as the table holds
        found[line].append(
            NamedLine(
                id=row.pk,
                person_id=row.user_id,
                person=row.user.name,
                reason=row.reason,
                by=row.named_by.name,
                starts_on=row.starts_on,
                ends_on=row.ended_on or row.ends_on,
                is_live=row.ended_on is None and row.ends_on >= today,
            )
        )
    return found
