"""A pasted timetable beside a school: its children, adults, interventions and groups."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.calendars import calendar_of
from aylsham.models import User
from provision.models import Place
from provision.provision_codes import StaffRole
from provision.rules.timetable.known import Known
from provision.rules.timetable.people import People, Person, fold
from provision.rules.timetable.reading import PastedGroup, Unread, read_timetable
from provision.rules.weekdays import weekday_words, why_unfit
from provision.rules.weeks import taught_weeks
from provision.selectors.catalogue import CatalogueLine
from provision.selectors.choosing import Candidate, Offered
from provision.selectors.provisions import in_reach
from pupils.models import Pupil

#: Where no term of the school tells how long a group goes on.
USUAL_WEEKS = 12
#: What a provision keeps.
LONGEST_NAME, LONGEST_PLACE = 120, 80


@dataclass(frozen=True)
class AskedChild:
    """A name that fits several children, or nobody."""

    number: int
    words: str
    #: Those whom it fits, or whose first name is like it.
    near: tuple[Pupil, ...]
    fits_several: bool


@dataclass(frozen=True)
class PastedLine:
    """A group as pasted, with what the school knows of it."""

    number: int
    group: PastedGroup
    item: CatalogueLine | None
    pupils: tuple[Pupil, ...]
    asked: tuple[AskedChild, ...]
    staff: User | None
    #: Whether a person has to say which adult the words mean.
    asks_staff: bool
    #: It is given or planned already, with the same children.
    is_there: bool
    #: One of this name is there with other children.
    has_namesake: bool

    @property
    def name(self) -> str:
        """What it is called, where the words say so and it is not too long."""
        name = self.group.name or (self.item.item.name if self.item else "")
        return name if len(name) <= LONGEST_NAME else ""

    @property
    def minutes(self) -> int | None:
        """A session: as pasted, or as the intervention has it."""
        return self.group.minutes or (self.item.item.minutes if self.item else None)

    @property
    def sessions(self) -> int | None:
        """A week: as pasted, or as the intervention has it."""
        return self.group.sessions or (self.item.item.sessions_a_week if self.item else None)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The days, where so many sessions fit them; otherwise it is given as it comes."""
        days = self.group.days
        return days if not why_unfit(self.sessions or len(days), days) else ()

    @property
    def not_kept(self) -> tuple[str, ...]:
        """Words of it that no field keeps."""
        days = () if self.weekdays == self.group.days else (weekday_words(self.group.days),)
        return (*self.group.left, *days)

    @property
    def place(self) -> str:
        """Where, if it fits."""
        return self.group.place[:LONGEST_PLACE]

    @property
    def has_children(self) -> bool:
        """Whether it names anybody."""
        return bool(self.pupils or self.asked)

    @property
    def needs_person(self) -> bool:
        """Something has to be said before it can be made."""
        if self.is_there:
            return False
        is_open = not (self.name and self.minutes and self.sessions and self.has_children)
        return bool(is_open or self.asked or self.asks_staff or self.has_namesake)

    @property
    def who(self) -> str:
        """Who gives it, in words."""
        if self.staff:
            return self.staff.name
        if self.group.role:
            return StaffRole(self.group.role).label
        return self.group.staff.words if self.group.staff else ""

    @property
    def when_words(self) -> str:
        """`Mon, Wed at 9:15, 2 × 30 min a week`."""
        days = weekday_words(self.weekdays)
        time = f"{self.group.time:%-H:%M}" if self.group.time else ""
        at = " at ".join(filter(None, [days, time]))
        shape = f"{self.sessions} × {self.minutes} min a week"
        return ", ".join(filter(None, [at, shape if self.sessions and self.minutes else ""]))


@dataclass(frozen=True)
class PastedPage:
    """Everything that was pasted, as its preview shows it."""

    lines: tuple[PastedLine, ...]
    unread: tuple[Unread, ...]

    @property
    def open(self) -> tuple[PastedLine, ...]:
        """Groups that need a person."""
        return tuple(line for line in self.lines if line.needs_person)

    @property
    def ready(self) -> tuple[PastedLine, ...]:
        """Groups that can be made as they are."""
        return tuple(x for x in self.lines if not x.needs_person and not x.is_there)

    @property
    def there(self) -> tuple[PastedLine, ...]:
        """Groups that the school has already."""
        return tuple(line for line in self.lines if line.is_there)

    @property
    def pupil_ids(self) -> list[UUID]:
        """The children whose names it shows."""
        shown = [pupil.pk for line in self.lines for pupil in line.pupils]
        near = [pupil.pk for line in self.lines for each in line.asked for pupil in each.near]
        return sorted({*shown, *near})

    @property
    def summary(self) -> str:
        """What was read, in one sentence."""
        count = len(self.lines)
        parts = [f"{count} {'group' if count == 1 else 'groups'}: {len(self.ready)} ready"]
        if self.open:
            parts.append(f"{len(self.open)} {'needs' if len(self.open) == 1 else 'need'} you")
        if self.there:
            parts.append(f"{len(self.there)} there already")
        return ", ".join(parts)


def pasted_page(access: Access, offered: Offered, text: str, starts_on: dt.date) -> PastedPage:
    """The text beside the school; two statements."""
    children = {child.key: child for child in offered.children}
    standing = _standing(access, starts_on)
    known = Known(
        People(_child(child) for child in offered.children),
        People((_adult(user) for user in offered.adults), by_initials=True),
        tuple(line.item.name for line in offered.items),
        tuple(standing),
    )
    found = read_timetable(text, known)
    lines = tuple(
        _line(number, group, known, offered, children, standing)
        for number, group in enumerate(found.groups)
    )
    return PastedPage(lines, found.unread)


def weeks_left(access: Access) -> int:
    """Taught weeks until the end of the term; a usual number outside one."""
    calendar, today = calendar_of(access.school), access.today
    ends = next((last for first, last in calendar.terms if first <= today <= last), None)
    return taught_weeks(today, ends, calendar) if ends else USUAL_WEEKS


def _child(child: Candidate) -> Person:
    pupil = child.pupil
    names = (pupil.first_name, pupil.preferred_first_name)
    return Person(
        child.key, names, pupil.last_name, (child.group_name, pupil.get_year_group_display())
    )


def _adult(user: User) -> Person:
    first, _, last = user.name.rpartition(" ")
    return Person(str(user.pk), (first or last, (first or last).split(" ")[0]), last)


def _standing(access: Access, starts_on: dt.date) -> dict[str, list[frozenset[UUID]]]:
    """By name, the children of each group that is given or planned from a day on."""
    rows = in_reach(access).filter(ends_on__gte=starts_on, is_confidential=False)
    children: dict[UUID, set[UUID]] = defaultdict(set)
    places = Place.objects.filter(school=access.school, provision__in=rows.values("pk"))
    for provision_id, pupil_id in places.values_list("provision_id", "pupil_id"):
        children[provision_id].add(pupil_id)
    found: dict[str, list[frozenset[UUID]]] = defaultdict(list)
    for pk, name in rows.values_list("pk", "name"):
        found[fold(name)].append(frozenset(children[pk]))
    return found


def _line(number, group: PastedGroup, known: Known, offered: Offered, children, standing):
    sure = [children[each.key].pupil for each in group.children if each.key]
    asked = tuple(
        AskedChild(
            at,
            each.words,
            tuple(
                children[key].pupil
                for key in each.keys or [p.key for p in known.children.near(each.words)]
            ),
            bool(each.keys),
        )
        for at, each in enumerate(group.children)
        if not each.key
    )
    staff = _staff(group, offered)
    item = next((line for line in offered.items if line.item.name == group.item), None)
    same = standing.get(fold(group.name), [])
    is_there = not asked and frozenset(pupil.pk for pupil in sure) in same
    return PastedLine(
        number=number,
        group=group,
        item=item if group.item else None,
        pupils=tuple(sure),
        asked=asked,
        staff=staff,
        asks_staff=bool(group.staff and not staff),
        is_there=is_there,
        has_namesake=bool(same) and not is_there,
    )


def _staff(group: PastedGroup, offered: Offered) -> User | None:
    if not group.staff or group.is_staff_doubtful:
        return None
    return next((user for user in offered.adults if str(user.pk) == group.staff.key), None)
