"""Who needs what: every adjustment of a class on one page. Medical alerts first, no diagnoses."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from pupils.codes import AdjustmentPlace, Setting
from pupils.models import Adjustment, ClassGroup, Pupil, Strategy
from pupils.models.roll import tell_apart
from pupils.rules.names import short_names
from pupils.selectors.safety import Alert, alerts_of
from pupils.selectors.tries import Tally, tallies

#: What whoever stands in front of the class needs first.
ORDER = (
    Setting.CLASS,
    Setting.TASK,
    Setting.EVERYWHERE,
    Setting.MOVING,
    Setting.PLAYGROUND,
    Setting.TESTS,
    Setting.HOME,
)


@dataclass(frozen=True)
class SheetStrategy:
    """One thing that helps, with how it went lately."""

    id: UUID
    text: str
    setting: str
    tally: Tally

    @property
    def setting_words(self) -> str:
        """Where it helps; empty when everywhere."""
        return "" if self.setting == Setting.EVERYWHERE else str(Setting(self.setting).label)


@dataclass(frozen=True)
class SheetChild:
    """One child who needs something."""

    id: UUID
    name: str
    #: First name and as little of the family name as tells the class apart, for paper and for
    #: people from outside.
    short_name: str
    alerts: tuple[Alert, ...]
    adjustments: tuple[str, ...]
    strategies: tuple[SheetStrategy, ...]


@dataclass(frozen=True)
class ClassSheet:
    """The page of one class: who has an alert first, then by name."""

    group: ClassGroup
    children: tuple[SheetChild, ...]
    #: How many children the asker sees in the class, and those ids for the log.
    pupil_ids: tuple[UUID, ...] = field(default=())

    @property
    def alerted(self) -> list[SheetChild]:
        """Children with a medical alert."""
        return [child for child in self.children if child.alerts]

    @property
    def alerts_first(self) -> list[SheetChild]:
        """Children with a medical alert, then the others."""
        return sorted(self.children, key=lambda child: not child.alerts)

    @property
    def others(self) -> int:
        """Children for whom nothing is written down."""
        return len(self.pupil_ids) - len(self.children)


def group_in_reach(access: Access, pk: UUID) -> ClassGroup | None:
    """A class of the page's school in which the asker sees a child; one statement."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school, class_group=pk)
    group = (
        ClassGroup.objects.filter(
            school=access.school, pk=pk, pk__in=seen.order_by().values("class_group")
        )
        .select_related("school")
        .first()
    )
    return group


def children_in_reach(access: Access, group: ClassGroup) -> list[Pupil]:
    """Children of the class whom the asker sees, as a register is read."""
    pupils = Pupil.objects.visible_to(access).filter(school=access.school, class_group=group)
    return list(pupils.on_roll(access.today).in_register_order())


def class_sheet(access: Access, group: ClassGroup, *, is_paper: bool = False) -> ClassSheet:
    """The sheet as far as the asker may read it; six statements. Paper: nothing sensitive."""
    helps = Strategy.objects.readable_by(access)
    if is_paper:
        helps = helps.filter(sensitivity=Sensitivity.EVERYONE)
    pupils = children_in_reach(access, group)
    return sheet_of(group, pupils, today=access.today, helps=helps, user=access.user)


def sheet_of(
    group: ClassGroup,
    pupils: list[Pupil],
    *,
    today: dt.date,
    helps: QuerySet[Strategy] | None = None,
    user: User | None = None,
) -> ClassSheet:
    """The sheet of these children of a class; five statements.

    `helps`: what the reader may read of what helps; without it what is for everyone.
    """
    if helps is None:
        helps = Strategy.objects.filter(sensitivity=Sensitivity.EVERYONE)
    school, ids = group.school, [pupil.pk for pupil in pupils]
    alerts = alerts_of([school], ids, today=today)
    adjustments = _adjustments(school, ids, today)
    strategies = _strategies(school, ids, helps, today, user)
    names = _names_in_class(group, today)
    short = _short(names)
    children = [
        SheetChild(
            id=pupil.pk,
            name=names.get(pupil.pk, pupil).full_name,
            short_name=short.get(pupil.pk, pupil.full_name),
            alerts=tuple(alerts.get(pupil.pk, ())),
            adjustments=tuple(adjustments.get(pupil.pk, ())),
            strategies=tuple(strategies.get(pupil.pk, ())),
        )
        for pupil in pupils
        if pupil.pk in alerts or pupil.pk in adjustments or pupil.pk in strategies
    ]
    return ClassSheet(group, tuple(children), tuple(ids))


def _names_in_class(group: ClassGroup, today: dt.date) -> dict[UUID, Pupil]:
    """By child: told apart from the whole class, not only from those the asker sees."""
    pupils = Pupil.objects.filter(school=group.school, class_group=group).on_roll(today)
    return {row.pk: row for row in tell_apart(pupils)}


def _short(named: dict[UUID, Pupil]) -> dict[UUID, str]:
    short = short_names((row.pk, row.known_as, row.last_name) for row in named.values())
    return {pk: name + named[pk].apart for pk, name in short.items()}


def _adjustments(school: School, ids: Iterable[UUID], today: dt.date) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    places = list(AdjustmentPlace.values)
    rows = Adjustment.objects.live(today).filter(
        school=school, pupil_id__in=list(ids), starts_on__lte=today
    )
    for row in sorted(rows.order_by("id"), key=lambda row: places.index(row.place)):
        found[row.pupil_id].append(f"{row.what} ({AdjustmentPlace(row.place).label.lower()})")
    return found


def _strategies(
    school: School,
    ids: Iterable[UUID],
    helps: QuerySet[Strategy],
    today: dt.date,
    user: User | None,
) -> dict[UUID, list[SheetStrategy]]:
    rows = list(
        helps.filter(school=school, pupil_id__in=list(ids), ended_on=None).order_by(
            "since_on", "pk"
        )
    )
    counted = tallies(school, [row.pk for row in rows], today=today, user=user)
    found: dict[UUID, list[SheetStrategy]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: ORDER.index(Setting(row.setting))):
        tally = counted.get(row.pk, Tally())
        found[row.pupil_id].append(SheetStrategy(row.pk, row.text, row.setting, tally))
    return found
