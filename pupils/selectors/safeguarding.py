"""Who is told, what was handed over: for the lead in full, for the author a note of it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Q

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.access.sensitivity import readable
from aylsham.datewords import day_words
from aylsham.models import School, User
from pupils.handed_texts import HandedText, texts
from pupils.models import HandOver, Pupil, SafeguardingLead
from pupils.selectors.adults import adults_at


@dataclass(frozen=True)
class WhoIsTold:
    """The people who are told at a school today."""

    people: tuple[User, ...]
    #: Who and, when the lead is away, why not the lead.
    words: str


@dataclass(frozen=True)
class HandOverNote:
    """What an author keeps: that it was handed over and whether it was seen, never the words."""

    told_at: dt.datetime
    noun: str
    is_sealed: bool
    is_seen: bool


@dataclass(frozen=True)
class HandOverLine:
    """Something that was handed over, as the lead sees it."""

    row: HandOver
    child: str
    noun: str
    #: A key of the states that pages colour, and its words.
    state: str
    state_words: str


def candidates(school: School, today: dt.date) -> list[User]:
    """Everybody who holds the role of safeguarding lead at the school now, by name."""
    found = adults_at(school, today=today, roles=[Role.SAFEGUARDING_LEAD])
    return list({adult.user.pk: adult.user for adult in found}.values())


def named_lead(school: School) -> SafeguardingLead | None:
    """Whom the school has named, and when the lead is away."""
    return SafeguardingLead.objects.filter(school=school).first()


def who_is_told(school: School, today: dt.date) -> WhoIsTold:
    """The lead; the deputy while the lead is away or has left; everybody with the role otherwise.

    Nobody when nobody has the role: then it must be said in person.
    """
    people = {user.pk: user for user in candidates(school, today)}
    named = named_lead(school)
    if named is None or not people.keys() & {named.lead_id, named.deputy_id}:
        return WhoIsTold(tuple(people.values()), " and ".join(u.name for u in people.values()))
    lead, deputy = people.get(named.lead_id), people.get(named.deputy_id)
    is_away = named.away_from is not None and named.away_from <= today <= named.away_until
    if lead and not is_away:
        return WhoIsTold((lead,), lead.name)
    if lead and deputy:
        until = day_words(named.away_until, today=today)
        return WhoIsTold((deputy,), f"{deputy.name}, while {lead.name} is away until {until}")
    # The lead has left, or is away without a deputy: whoever holds the role is told.
    others = (deputy,) if deputy else tuple(people.values())
    return WhoIsTold(others, " and ".join(user.name for user in others))


def written_text(
    access: Access, pupil: Pupil, key: str, pk: UUID
) -> tuple[HandedText, models.Model] | None:
    """A text about this child that the asker may read, to be handed over."""
    kind = texts().get(key)
    permissions = access.permissions_at(pupil.school)
    if kind is None or kind.permission not in permissions:
        return None
    rows = kind.model._default_manager.filter(kind.of(pupil), school_id=pupil.school_id, pk=pk)
    if kind.readers:
        rows = rows.filter(kind.readers(access))
    if kind.sensitivity:
        may_read = Q(**{f"{kind.sensitivity}__in": readable(permissions)})
        own = Q(**{kind.author: access.user}) if kind.author else Q()
        rows = rows.filter(may_read | own)
    row = rows.first()
    return (kind, row) if row else None


def own_text(
    access: Access, pupil_id: UUID, key: str, pk: UUID
) -> tuple[HandedText, models.Model, Pupil] | None:
    """Words that the asker wrote about a child of the school whose record they may not open.

    An LSA writes a word about a group in which not every child is one whom they support.
    """
    kind = texts().get(key)
    rows = Pupil.objects.filter(school=access.school, pk=pupil_id, closed_on=None)
    pupil = rows.select_related("school").first()
    if kind is None or not kind.author or pupil is None:
        return None
    mine = {"school_id": pupil.school_id, "pk": pk, kind.author: access.user}
    row = kind.model._default_manager.filter(kind.of(pupil), **mine).first()
    return (kind, row, pupil) if row else None


def own_notes(access: Access, pupil: Pupil) -> list[HandOverNote]:
    """What the asker has handed over about a child, the latest first."""
    rows = HandOver.objects.filter(school_id=pupil.school_id, pupil=pupil, told_by=access.user)
    return [
        HandOverNote(row.told_at, _noun(row), row.is_sealed, row.seen_at is not None)
        for row in rows.defer("words", "sealed_values")
    ]


def hand_overs(access: Access) -> list[HandOverLine]:
    """Everything that was handed over at the school of the page: open ones first, then by day."""
    rows = HandOver.objects.filter(school=access.school, pupil__in=Pupil.objects.visible_to(access))
    rows = rows.select_related("pupil", "told_by").defer("words", "sealed_values")
    return sorted((_line(row) for row in rows), key=lambda line: not line.row.is_open)


def hand_over_of(access: Access, pk: UUID) -> HandOverLine | None:
    """One of them, with its words."""
    rows = HandOver.objects.filter(
        school=access.school, pk=pk, pupil__in=Pupil.objects.visible_to(access)
    )
    row = rows.select_related(
        "pupil", "pupil__school", "told_by", "seen_by", "entered_by", "returned_by"
    ).first()
    return _line(row) if row else None


def _line(row: HandOver) -> HandOverLine:
    state, words = _state(row)
    return HandOverLine(row, row.pupil.full_name, _noun(row), state, words)


def _state(row: HandOver) -> tuple[str, str]:
    if row.entered_on:
        return (
            "on_track",
            f"In our safeguarding system since {day_words(row.entered_on, today=clock.today())}",
        )
    if row.returned_on:
        return "closed", "Given back"
    return ("due_soon", "Seen, to be entered") if row.seen_at else ("overdue", "Not seen yet")


def _noun(row: HandOver) -> str:
    kind = texts().get(row.source)
    return kind.noun if kind else "something told straight"
