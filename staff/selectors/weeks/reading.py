"""What a plan covers in words, cut to what the asker may read."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from provision.models import Place, Provision
from pupils.models import Pupil
from staff.codes import TimeNeedKind
from staff.models import PlanDemand
from staff.planning.codes import RANK_WORDS, Rank

#: What stands for words that are not for the asker.
SUPPORT = "Support"


@dataclass(frozen=True)
class DemandWords:
    """What is to be covered: what it is, for whom, how much."""

    demand: PlanDemand
    what: str
    #: Children whom the asker sees, by name; how many more there are.
    pupils: tuple[Pupil, ...]
    others: int

    @property
    def rank(self) -> str:
        return RANK_WORDS[Rank(self.demand.rank)]

    @property
    def amount(self) -> str:
        """`3 × 30 minutes`."""
        return f"{self.demand.sessions} × {self.demand.minutes} minutes"


def demand_words(access: Access, demands: Iterable[PlanDemand]) -> dict[UUID, DemandWords]:
    """Demands in words; four statements. Their sources are to be selected with them."""
    demands = list(demands)
    provisions = {each.provision_id for each in demands if each.provision_id}
    may_read = set(
        Provision.objects.filter(school=access.school, pk__in=provisions)
        .readable_by(access)
        .values_list("pk", flat=True)
    )
    children = _children(access, demands, provisions)
    ids = {pk for each in children.values() for pk in each}
    seen = {
        pupil.pk: pupil
        for pupil in Pupil.objects.visible_to(access).filter(school=access.school, pk__in=ids)
    }
    levels = readable(access.permissions_at(access.school))
    found = {}
    for each in demands:
        is_open = each.provision_id is None or each.provision_id in may_read
        keys = children[each.pk]
        pupils = tuple(seen[pk] for pk in keys if pk in seen) if is_open else ()
        what = what_of(each, is_open=is_open, levels=levels, is_seen=bool(pupils) or not keys)
        found[each.pk] = DemandWords(each, what, pupils, len(keys) - len(pupils))
    return found


def _children(
    access: Access, demands: list[PlanDemand], provisions: Iterable[UUID]
) -> dict[UUID, list[UUID]]:
    places = Place.objects.filter(
        school=access.school, provision__in=provisions, ends_on__gte=access.today
    ).order_by("pupil__first_name", "pupil__last_name", "pk")
    of_provision: dict[UUID, list[UUID]] = {}
    for provision, pupil in places.values_list("provision_id", "pupil_id"):
        of_provision.setdefault(provision, []).append(pupil)
    return {
        each.pk: of_provision.get(each.provision_id, [])
        if each.provision_id
        else [each.promise.pupil_id]
        if each.promise_id
        else [each.need.pupil_id]
        if each.need.pupil_id
        else []
        for each in demands
    }


def what_of(demand: PlanDemand, *, is_open: bool, levels: Collection[int], is_seen: bool) -> str:
    """What time is planned for, as far as the asker may read it.

    `is_open`: they may read the provision; `is_seen`: they see one of its children, or it has none.
    The words of a promise and the name of a child's own need are about that child.
    """
    if demand.provision_id:
        return demand.provision.name if is_open else SUPPORT
    if demand.promise_id:
        may_read = is_seen and demand.promise.sensitivity in levels
        return demand.promise.text if may_read else SUPPORT
    if demand.need.pupil_id and not is_seen:
        return str(TimeNeedKind(demand.need.kind).label)
    return demand.need.name
