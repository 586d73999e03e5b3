"""Provision bases as pages show them: who is in one, its week, what comes next, who has left."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School, User
from provision.base_codes import BASE_KINDS, OWN_KIND, PlaceEnd
from provision.models import BasePlace, BaseStep, ProvisionBase
from provision.rules.bases import (
    HALF_DAYS,
    PARTS,
    WHERE,
    Stay,
    counts_a_half_day,
    most_beside,
    week_words,
)
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.selectors.adults import NEAR_CHILDREN, adults_at

#: What comes within so many days counts as soon.
SOON = dt.timedelta(days=28)


@dataclass(frozen=True)
class Coming:
    """What is due next for a child in a base."""

    place: BasePlace
    what: str
    on: dt.date
    today: dt.date

    @property
    def state(self) -> str:
        """A key of the states: late, soon, later."""
        if self.on < self.today:
            return "overdue"
        return "due_soon" if self.on <= self.today + SOON else "on_track"

    @property
    def state_words(self) -> str:
        """The state in a word."""
        return {"overdue": "Late", "due_soon": "Soon", "on_track": "Later"}[self.state]


@dataclass(frozen=True)
class PlaceLine:
    """A child's place, as a line of a list."""

    place: BasePlace
    steps: tuple[BaseStep, ...]
    today: dt.date

    @property
    def id(self) -> UUID:
        return self.place.pk

    @property
    def pupil(self) -> Pupil:
        return self.place.pupil

    @property
    def halves(self) -> list[tuple[str, str, str]]:
        """(half-day, letter, words) through the week."""
        return [
            (half, letter, WHERE[letter])
            for half, letter in zip(HALF_DAYS, self.place.week, strict=True)
        ]

    @property
    def by_part(self) -> list[tuple[str, list[tuple[str, str, str]]]]:
        """Mornings, then afternoons, from Monday to Friday."""
        return [(part, self.halves[place :: len(PARTS)]) for place, part in enumerate(PARTS)]

    @property
    def week_words(self) -> str:
        """How much of the week, in a sentence."""
        return week_words(self.place.week)

    @property
    def end_words(self) -> str:
        """Why it ended; empty while it goes on."""
        return PlaceEnd(self.place.end_reason).label if self.place.end_reason else ""

    @property
    def is_stepping_down(self) -> bool:
        """A step on the way back to class is planned or done."""
        return bool(self.steps)

    @property
    def is_in(self) -> bool:
        """In the base today."""
        return Stay(self.place.starts_on, self.place.ended_on).covers(self.today)

    @property
    def coming(self) -> list[Coming]:
        """Review, steps and planned end that nobody has dealt with, the earliest first."""
        if self.place.ended_on:
            return []
        found = [("Planned end", self.place.planned_end_on)]
        if self.place.review_on:
            found.append(("Review", self.place.review_on))
        found += [(f"Step down: {s.what}", s.on) for s in self.steps if s.done_on is None]
        return sorted(
            (Coming(self.place, what, on, self.today) for what, on in found), key=lambda x: x.on
        )


@dataclass(frozen=True)
class BaseLine:
    """A base with how full it is on a day."""

    base: ProvisionBase
    taken: int
    coming: int

    @property
    def id(self) -> UUID:
        return self.base.pk

    @property
    def kind_words(self) -> str:
        """What others call it; empty where it is the school's own sort."""
        return "" if self.base.kind == OWN_KIND else BASE_KINDS[self.base.kind].label

    @property
    def free(self) -> int | None:
        """Places nobody has today; below nought where it is over number; None: not ours to count."""
        return None if self.base.places is None else self.base.places - self.taken

    @property
    def over(self) -> int:
        """How many children there are more than places."""
        return max(0, -(self.free or 0))


@dataclass(frozen=True)
class BasePage:
    """One base: who is in it, its week, what is next, who comes, who has left."""

    line: BaseLine
    here: tuple[PlaceLine, ...]
    later: tuple[PlaceLine, ...]
    gone: tuple[PlaceLine, ...]
    #: Children whom the asker may not see: in it today, and who have left.
    others: int
    others_gone: int
    #: How many are in the base on each half-day, the others among them.
    numbers: tuple[int, ...]

    @property
    def coming(self) -> list[Coming]:
        """What is due next, the earliest first."""
        lines = (*self.here, *self.later)
        return sorted((x for line in lines for x in line.coming), key=lambda x: x.on)

    @property
    def due(self) -> list[Coming]:
        """Of that, what is late or soon."""
        return [each for each in self.coming if each.state != "on_track"]

    @property
    def afterwards(self) -> list[Coming]:
        """Of that, what has time."""
        return [each for each in self.coming if each.state == "on_track"]

    @property
    def half_days(self) -> list[tuple[str, int, bool]]:
        """(half-day, how many are there, more than places)."""
        places = self.line.base.places
        return [
            (half, number, places is not None and number > places)
            for half, number in zip(HALF_DAYS, self.numbers, strict=True)
        ]


def base_lines(access: Access) -> list[BaseLine]:
    """The bases of the school, those that are closed last; two statements."""
    bases = list(ProvisionBase.objects.filter(school=access.school).select_related("lead"))
    rows = BasePlace.objects.filter(school=access.school).ahead(access.today)
    stays: dict[UUID, list[Stay]] = {}
    for base_id, *days in rows.values_list("base_id", "starts_on", "ended_on"):
        stays.setdefault(base_id, []).append(Stay(*days))
    lines = [_line(base, stays.get(base.pk, ()), access.today) for base in bases]
    return sorted(lines, key=lambda x: is_closed(x.base, access.today))


def is_closed(base: ProvisionBase, today: dt.date) -> bool:
    """Its last day is over."""
    return base.closed_on is not None and base.closed_on < today


def _line(base: ProvisionBase, stays: Iterable[Stay], today: dt.date) -> BaseLine:
    found = list(stays)
    return BaseLine(
        base,
        sum(stay.covers(today) for stay in found),
        sum(stay.starts_on > today for stay in found),
    )


def base_of(access: Access, pk: UUID) -> ProvisionBase | None:
    """One base of the school."""
    rows = ProvisionBase.objects.filter(school=access.school, pk=pk)
    base = rows.select_related("lead").first()
    if base:
        base.school = access.school
    return base


def base_page(access: Access, base: ProvisionBase) -> BasePage:
    """Everybody who is, comes or was in a base, cut to the children in reach; three statements."""
    today = access.today
    mine = BasePlace.objects.filter(school=access.school, base=base)
    everybody = list(mine.values_list("starts_on", "ended_on", "week"))
    lines = place_lines(access, mine)
    stays = [(Stay(first, last), week) for first, last, week in everybody]
    here = tuple(line for line in lines if line.is_in)
    gone = tuple(x for x in lines if x.place.ended_on and x.place.ended_on < today)
    all_gone = sum(last is not None and last < today for _, last, _ in everybody)
    taken = sum(stay.covers(today) for stay, _ in stays)
    return BasePage(
        line=_line(base, [stay for stay, _ in stays], today),
        here=here,
        later=tuple(line for line in lines if line.place.starts_on > today),
        gone=tuple(sorted(gone, key=lambda x: x.place.ended_on, reverse=True)),
        others=taken - len(here),
        others_gone=all_gone - len(gone),
        numbers=counts_a_half_day(week for stay, week in stays if stay.covers(today)),
    )


def place_lines(access: Access, rows) -> list[PlaceLine]:
    """Places of children in reach with their steps, by name; two statements."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    found = list(
        rows.filter(pupil__in=seen)
        .select_related("pupil", "pupil__class_group")
        .prefetch_related("steps")
        .order_by("pupil__last_name", "pupil__first_name", "pupil_id", "starts_on")
    )
    tell_apart(place.pupil for place in found)
    return [PlaceLine(place, tuple(place.steps.all()), access.today) for place in found]


def first_day_with_room(access: Access, base: ProvisionBase) -> dt.date | None:
    """The first day from today on which somebody could begin and stay; None while none is known."""
    if base.places is None:
        return access.today
    rows = BasePlace.objects.filter(school=access.school, base=base).ahead(access.today)
    stays = [Stay(*days) for days in rows.values_list("starts_on", "ended_on")]
    after = (stay.ended_on + dt.timedelta(days=1) for stay in stays if stay.ended_on)
    days = sorted({access.today, *after})
    return next((day for day in days if most_beside(Stay(day), stays) < base.places), None)


def leads_at(access: Access) -> list[User]:
    """Adults who can lead a base, by name."""
    found = adults_at(access.school, today=access.today, roles=NEAR_CHILDREN)
    return list({adult.user.pk: adult.user for adult in found}.values())


def sister_schools(access: Access) -> list[School]:
    """The other schools of the federation: their names and URNs, nothing of their children."""
    rows = School.objects.filter(federation_id=access.school.federation_id)
    return list(rows.exclude(pk=access.school.pk).order_by("name"))
