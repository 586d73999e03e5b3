"""What a plan covers in words, cut to what the asker may read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Func, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.access.usual import rows_as
from aylsham.statements import among
from provision.models import Place, Provision
from pupils.models import Pupil
from staff.codes import TimeNeedKind
from staff.models import PlanDemand
from staff.planning.codes import RANK_WORDS, Rank

#: What stands for words that are not for the asker.
SUPPORT = "Support"

type Condition = Func | Q


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
    """Demands in words; two statements. Their sources are to be selected with them."""
    demands = list(demands)
    if not demands:
        return {}
    provisions = {each.provision_id for each in demands if each.provision_id}
    readable_ids, places = rows_as(_provisions, access, provisions=list(provisions))
    children = children_of(demands, places)
    seen = seen_among(access, {pk for each in children.values() for pk in each})
    return words_for(access, demands, children, set(readable_ids), seen)


def words_for(
    access: Access,
    demands: Iterable[PlanDemand],
    children: dict[UUID, list[UUID]],
    may_read: Collection[UUID],
    seen: Mapping[UUID, Pupil],
) -> dict[UUID, DemandWords]:
    """The same from what has been read.

    `children`: of each demand; `may_read`: provisions; `seen`: those of the children whom they see.
    """
    levels = readable(access.permissions_at(access.school))
    found = {}
    for each in demands:
        is_open = each.provision_id is None or each.provision_id in may_read
        keys = children[each.pk]
        pupils = tuple(seen[pk] for pk in keys if pk in seen) if is_open else ()
        what = what_of(each, is_open=is_open, levels=levels, is_seen=bool(pupils) or not keys)
        found[each.pk] = DemandWords(each, what, pupils, len(keys) - len(pupils))
    return found


def seen_among(access: Access, pupils: Collection[UUID]) -> dict[UUID, Pupil]:
    """Those of the children whom the asker sees; one statement."""
    [found] = rows_as(_seen, access, pupils=list(pupils))
    return {pupil.pk: pupil for pupil in found}


def _provisions(access: Access, provisions: list[UUID]) -> list[QuerySet]:
    """Which of them the asker may read, and the children in any of them."""
    return who_is_in(access, among("id", provisions), among("provision_id", provisions))


def who_is_in(access: Access, provision: Condition, place: Condition) -> list[QuerySet]:
    """The keys of provision that the asker may read, and who is in it: (provision, child).

    `provision` and `place` say of which, for a row of either.
    """
    given = Provision.objects.filter(provision, school=access.school)
    places = Place.objects.filter(place, school=access.school, ends_on__gte=access.today)
    in_order = places.order_by("pupil__first_name", "pupil__last_name", "pk")
    return [
        given.readable_by(access).values_list("pk", flat=True),
        in_order.values_list("provision_id", "pupil_id"),
    ]


def _seen(access: Access, pupils: list[UUID]) -> list[QuerySet]:
    seen = Pupil.objects.visible_to(access)
    return [seen.filter(among("id", pupils), school=access.school)]


def children_of(
    demands: Iterable[PlanDemand], places: Iterable[tuple[UUID, UUID]]
) -> dict[UUID, list[UUID]]:
    """The keys of the children of each demand, in the order of `places`."""
    of_provision: dict[UUID, list[UUID]] = {}
    for provision, pupil in places:
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
