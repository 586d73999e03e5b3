"""What time is needed for beside provision, and what a week must heed, as pages show it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from provision.models import Provision
from provision.provision_codes import ProvisionState
from provision.rules.weekdays import weekday_words
from pupils.models import Pupil
from staff.models import (
    CarefulHandover,
    Handover,
    ProvisionPlanning,
    ProvisionWindow,
    Room,
    StaffMember,
    TimeNeed,
    TrainingTopic,
)


@dataclass(frozen=True)
class NeedLine:
    """A time need in words."""

    need: TimeNeed
    who: str
    when: str
    is_hidden: bool


@dataclass(frozen=True)
class ProvisionLine:
    """How a provision is to be planned."""

    provision: Provision
    planning: ProvisionPlanning | None
    windows: tuple[ProvisionWindow, ...]


@dataclass(frozen=True)
class NeedsPage:
    """Everything that a week must cover or heed beside what provision says itself."""

    needs: tuple[NeedLine, ...]
    over: tuple[NeedLine, ...]
    provisions: tuple[ProvisionLine, ...]
    careful: tuple[Pupil, ...]
    handovers: tuple[Handover, ...]


def needs_page(access: Access) -> NeedsPage:
    """Time needs, times of provision, careful handovers; eight statements."""
    visible = Pupil.objects.visible_to(access).filter(school=access.school)
    seen = set(visible.values_list("pk", flat=True))
    lines = [_need_line(need, seen) for need in _needs(access)]
    is_over = [bool(line.need.ends_on and line.need.ends_on < access.today) for line in lines]
    handovers = Handover.objects.filter(school=access.school, pupil__in=seen)
    return NeedsPage(
        tuple(line for line, over in zip(lines, is_over, strict=True) if not over),
        tuple(line for line, over in zip(lines, is_over, strict=True) if over),
        tuple(_provisions(access)),
        tuple(
            visible.filter(
                pk__in=CarefulHandover.objects.filter(school=access.school).values("pupil")
            )
        ),
        tuple(handovers.select_related("pupil", "member").order_by("-on", "pk")),
    )


def _needs(access: Access) -> QuerySet[TimeNeed]:
    rows = TimeNeed.objects.filter(school=access.school)
    return rows.select_related("class_group", "pupil", "topic")


def _need_line(need: TimeNeed, seen: set[UUID]) -> NeedLine:
    is_hidden = bool(need.pupil_id) and need.pupil_id not in seen
    who = ""
    if need.class_group_id:
        who = need.class_group.name
    elif need.pupil_id:
        who = "a child whom you do not see" if is_hidden else need.pupil.full_name
    days = weekday_words(need.weekdays) if need.weekdays else ""
    times = f"{need.starts_at:%-H:%M} to {need.ends_at:%-H:%M}" if need.starts_at else ""
    return NeedLine(need, who, ", ".join(filter(None, (days, times))), is_hidden)


def _provisions(access: Access) -> list[ProvisionLine]:
    rows = (
        Provision.objects.filter(school=access.school, ends_on__gte=access.today)
        .exclude(state=ProvisionState.ENDED)
        .readable_by(access)
        .order_by("name", "pk")
    )
    planning = {
        row.provision_id: row
        for row in ProvisionPlanning.objects.filter(school=access.school).select_related("room")
    }
    windows: dict[UUID, list[ProvisionWindow]] = {}
    for window in ProvisionWindow.objects.filter(school=access.school):
        windows.setdefault(window.provision_id, []).append(window)
    return [
        ProvisionLine(row, planning.get(row.pk), tuple(windows.get(row.pk, ()))) for row in rows
    ]


def need_of(access: Access, pk: UUID) -> TimeNeed | None:
    """One time need, unless it is about a child whom the asker does not see."""
    visible = Pupil.objects.visible_to(access).values("pk")
    rows = TimeNeed.objects.filter(school=access.school, pk=pk)
    return rows.filter(pupil=None).first() or rows.filter(pupil__in=visible).first()


def provision_line(access: Access, pk: UUID) -> ProvisionLine | None:
    """How one provision is to be planned."""
    return next((line for line in _provisions(access) if line.provision.pk == pk), None)


def window_of(access: Access, provision: Provision, pk: UUID) -> ProvisionWindow | None:
    """One time of a provision."""
    return ProvisionWindow.objects.filter(school=access.school, provision=provision, pk=pk).first()


def handover_of(access: Access, pk: UUID) -> Handover | None:
    """One handover of a child whom the asker sees."""
    visible = Pupil.objects.visible_to(access).values("pk")
    return Handover.objects.filter(school=access.school, pk=pk, pupil__in=visible).first()


def rooms_of(access: Access) -> QuerySet[Room]:
    """The rooms of the school."""
    return Room.objects.filter(school=access.school)


def children_here(access: Access) -> QuerySet[Pupil]:
    """Children on roll whom the asker sees."""
    rows = Pupil.objects.visible_to(access).on_roll(access.today)
    return rows.filter(school=access.school)


def visible_child(access: Access, pk: UUID) -> Pupil | None:
    """One child whom the asker sees."""
    return Pupil.objects.visible_to(access).filter(school=access.school, pk=pk).first()


def members_here(access: Access) -> QuerySet[StaffMember]:
    """Everybody who works with children today."""
    return StaffMember.objects.filter(school=access.school).here_on(access.today)


def topics_of(access: Access) -> QuerySet[TrainingTopic]:
    """What people of the school are trained in."""
    return TrainingTopic.objects.offered_at(access.school).filter(is_retired=False)
