"""What makes a passport one to be read: its versions, the lines of each reader, their levels."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from aylsham.models import Membership, School, User
from pupils.codes import ReadSubject
from pupils.models import LineReader, Passport, PassportVersion, ReadReceipt
from pupils.rules.lines import HELPS, LineKey
from pupils.rules.reading import Reader, Step, has_more_to_read


def namings(today: dt.date):
    """Live namings for a sensitive line that still stands in a passport."""
    closed = Sensitivity.SENSITIVE
    is_text = Q(text__sensitivity=closed) & ~Q(text__text="")
    is_help = Q(strategy__sensitivity=closed, strategy__ended_on=None) & ~Q(strategy__text="")
    return LineReader.objects.live(today).filter(is_text | is_help)


def unconfirmed(rows):
    """Those of some namings that the person has not confirmed."""
    return rows.filter(
        ~Exists(
            ReadReceipt.objects.filter(
                school_id=OuterRef("school_id"),
                subject=ReadSubject.LINE,
                subject_id=OuterRef("pk"),
                user=OuterRef("user_id"),
            )
        )
    )


def steps_of(passports: Collection[Passport]) -> dict[UUID, list[Step]]:
    """By passport, its versions in order with what each says."""
    rows = PassportVersion.objects.filter(
        school__in={row.school_id for row in passports}, passport__in={row.pk for row in passports}
    )
    found: dict[UUID, list[Step]] = defaultdict(list)
    for row in rows.order_by("number"):
        found[row.passport_id].append(Step(row.number, row.made_by_id, row.content))
    return found


def lines_by_name(
    pupil_ids: Collection[UUID], today: dt.date, user: User | None = None
) -> dict[tuple[UUID, UUID], frozenset[str]]:
    """By child and person, the lines that they read by name."""
    rows = namings(today).filter(pupil__in=pupil_ids)
    found: dict[tuple[UUID, UUID], set[str]] = defaultdict(set)
    for pupil, reader, strategy, part in (rows.filter(user=user) if user else rows).values_list(
        "pupil_id", "user_id", "strategy_id", "text__part"
    ):
        key = LineKey(HELPS, row_id=strategy) if strategy else LineKey(part, Sensitivity.SENSITIVE)
        found[pupil, reader].add(str(key))
    return defaultdict(frozenset, {key: frozenset(lines) for key, lines in found.items()})


def levels_of(
    schools: Collection[UUID], users: Collection[UUID], today: dt.date
) -> dict[tuple[UUID, UUID], frozenset[int]]:
    """By school and person, the sensitivities that their roles open there."""
    federations = dict(School.objects.filter(pk__in=schools).values_list("pk", "federation_id"))
    may: dict[tuple[UUID, UUID], set[Permission]] = defaultdict(set)
    rows = Membership.objects.live(today).filter(user__in=users)
    for user, school, federation, role in rows.values_list(
        "user_id", "school_id", "federation_id", "role"
    ):
        at = [school] if school else [pk for pk, of in federations.items() if of == federation]
        for pk in at:
            may[pk, user] |= ROLES[role].permissions
    levels = {key: frozenset(map(int, readable(granted))) for key, granted in may.items()}
    return defaultdict(frozenset, levels)


def has_more(row: Passport, steps: list[Step], reader: Reader, since: int, upto: int) -> bool:
    """Whether what they see was changed by others between two versions."""
    later = [step for step in steps if step.number >= since]
    return has_more_to_read(later, reader, since=since, upto=upto)
