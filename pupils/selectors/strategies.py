"""What helps a child, cut to what the asker may read, and the libraries to pick from."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.codes import AreaOfNeed, Setting, Tier
from pupils.models import (
    ClassGroup,
    FederationStrategy,
    PassportText,
    Pupil,
    SchoolStrategy,
    Strategy,
)
from pupils.words import need_words


@dataclass(frozen=True)
class StrategyLine:
    """One thing that helps, as pages show it."""

    id: UUID
    text: str
    need: str
    setting: str
    tier: str
    sensitivity: int
    is_normal_practice: bool
    since_on: dt.date
    confirmed_on: dt.date
    confirmed_by: str
    changed_by: str
    changed_at: dt.datetime | None
    revision: int
    #: Who reads it by name though their role does not let them.
    named: tuple[str, ...] = ()

    @property
    def setting_words(self) -> str:
        """Where it helps; empty when everywhere."""
        return "" if self.setting == Setting.EVERYWHERE else str(Setting(self.setting).label)

    @property
    def tier_words(self) -> str:
        """How far it goes beyond what every child gets."""
        return str(Tier(self.tier).label)


@dataclass(frozen=True)
class LibraryLine:
    """One sentence to pick, the school's wording where it has one."""

    id: UUID
    text: str
    area: str
    setting: str
    tier: str
    is_own: bool
    is_retired: bool
    #: The federation's sentence that the school words otherwise.
    worded_otherwise: str = ""

    @property
    def setting_words(self) -> str:
        """Where it helps."""
        return str(Setting(self.setting).label)

    @property
    def tier_words(self) -> str:
        """How far it goes beyond what every child gets."""
        return str(Tier(self.tier).label)


def live_strategies(access: Access, pupil: Pupil) -> list[StrategyLine]:
    """What helps the child now, as far as the asker may read it; one statement."""
    rows = _live(access, pupil).select_related("need", "confirmed_by", "changed_by")
    return [strategy_line(row) for row in rows.with_named(access.today)]


def what_helps(access: Access, pupil: Pupil) -> list[str]:
    """The sentences alone; one statement."""
    return list(_live(access, pupil).values_list("text", flat=True))


def _live(access: Access, pupil: Pupil):
    rows = Strategy.objects.readable_by(access)
    rows = rows.filter(school_id=pupil.school_id, pupil=pupil, ended_on=None)
    return rows.order_by("since_on", "pk")


def strategy_line(row: Strategy) -> StrategyLine:
    """A row with its people and need, as pages show it."""
    return StrategyLine(
        id=row.pk,
        text=row.text,
        need=need_words(row.need.need_type) if row.need else "",
        setting=row.setting,
        tier=row.tier,
        sensitivity=row.sensitivity,
        is_normal_practice=row.is_normal_practice,
        since_on=row.since_on,
        confirmed_on=row.confirmed_on,
        confirmed_by=row.confirmed_by.name if row.confirmed_by else "",
        changed_by=row.changed_by.name if row.changed_by else "",
        changed_at=row.changed_at,
        revision=row.revision,
        named=named_words(row),
    )


def named_words(row: Strategy | PassportText) -> tuple[str, ...]:
    """`Megan Pryce until 12 Dec`, of a line that was read `with_named`; otherwise nothing."""
    named: list[dict[str, str]] = getattr(row, "named", [])
    days = [(each["name"], dt.date.fromisoformat(each["ends_on"])) for each in named]
    return tuple(f"{name} until {day.day} {day:%b %Y}" for name, day in days)


def strategy_of(access: Access, pupil: Pupil, pk: UUID) -> Strategy | None:
    """One strategy of this child that the asker may read by their role, and so change."""
    rows = Strategy.objects.writable_by(access).select_related("pupil", "need")
    return rows.filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()


def strategy_in_class(access: Access, group: ClassGroup, pk: UUID | None) -> Strategy | None:
    """A live strategy of a child in the class whom the asker sees, that they may read."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school, class_group=group)
    rows = Strategy.objects.readable_by(access).select_related("pupil")
    return rows.filter(school=access.school, pupil__in=seen, ended_on=None, pk=pk).first()


def library(access: Access, *, retired: bool = False) -> dict[str, list[LibraryLine]]:
    """Sentences to pick by area of need, the school's wording first; two statements.

    For people whose role reaches children at all.
    """
    if not access.reaches_children:
        return {}
    school = access.school
    own = list(SchoolStrategy.objects.filter(school=school).select_related("stands_for"))
    reworded = {row.stands_for_id for row in own if row.stands_for_id}
    shared = FederationStrategy.objects.filter(federation_id=school.federation_id)
    lines = [
        *(_line(row, is_own=True) for row in own),
        *(_line(row, is_own=False) for row in shared if row.pk not in reworded),
    ]
    return {
        area.label: found
        for area in AreaOfNeed
        if (
            found := sorted(
                (r for r in lines if r.area == area and (retired or not r.is_retired)),
                key=lambda r: r.text.lower(),
            )
        )
    }


def keeps_federation_library(access: Access) -> bool:
    """Whether the asker keeps the library at every school of the federation; one statement."""
    ours = {s.pk for s in access.schools_with(Permission.MANAGE_STRATEGIES)}
    federation_id = access.schools[0].federation_id
    return set(School.objects.filter(federation=federation_id).values_list("pk", flat=True)) <= ours


def library_strategy(access: Access, pk: UUID) -> SchoolStrategy | FederationStrategy | None:
    """One sentence of the school's own library or of its federation's."""
    if not access.reaches_children:
        return None
    school = access.school
    return (
        SchoolStrategy.objects.filter(school=school, pk=pk).select_related("stands_for").first()
        or FederationStrategy.objects.filter(federation_id=school.federation_id, pk=pk).first()
    )


def _line(row: SchoolStrategy | FederationStrategy, *, is_own: bool) -> LibraryLine:
    stands_for = row.stands_for if isinstance(row, SchoolStrategy) else None
    return LibraryLine(
        id=row.pk,
        text=row.text,
        area=row.area,
        setting=row.setting,
        tier=row.tier,
        is_own=is_own,
        is_retired=row.is_retired,
        worded_otherwise=stands_for.text if stands_for else "",
    )
