"""What the form of a provision offers: children with their needs, adults, interventions."""

from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef

from aylsham.access.current import Access
from aylsham.models import User
from aylsham.together import read_rows
from provision.models import Promise, Target
from provision.selectors.catalogue import CatalogueLine, catalogue_lines
from provision.selectors.provisions import live_promises, open_targets
from pupils.codes import SenStatus
from pupils.models import Need, Pupil
from pupils.models.roll import tell_apart
from pupils.selectors.adults import NEAR_CHILDREN, adults_at
from pupils.selectors.identity import with_status


@dataclass(frozen=True)
class Candidate:
    """A child who can be in a provision."""

    pupil: Pupil
    status: str
    needs: tuple[str, ...]

    @property
    def key(self) -> str:
        return str(self.pupil.pk)

    @property
    def about(self) -> str:
        """`K SLCN, SEMH`; empty for a child without."""
        status = self.status if self.status != SenStatus.NONE else ""
        return " ".join(filter(None, [status, ", ".join(self.needs)]))

    @property
    def group_name(self) -> str:
        group = self.pupil.class_group
        return group.name if group else "No class"


@dataclass(frozen=True)
class Offered:
    """Everything the form lets choose from; five statements."""

    children: tuple[Candidate, ...]
    adults: tuple[User, ...]
    items: tuple[CatalogueLine, ...]
    promises: tuple[Promise, ...]
    targets: tuple[Target, ...] = ()

    def item(self, pk: str) -> CatalogueLine | None:
        """The intervention with this key."""
        return next((line for line in self.items if str(line.id) == pk), None)

    def promise(self, pk: str) -> Promise | None:
        """The promise with this key."""
        return next((row for row in self.promises if str(row.pk) == pk), None)


def offered(access: Access) -> Offered:
    """What can be chosen at the school of the page."""
    adults = {
        adult.user.pk: adult.user
        for adult in adults_at(access.school, today=access.today, roles=NEAR_CHILDREN)
    }
    promises, targets = read_rows(live_promises(access), open_targets(access))
    return Offered(
        children=tuple(candidates(access)),
        adults=tuple(adults.values()),
        items=tuple(line for line in catalogue_lines(access) if not line.item.is_retired),
        promises=tuple(promises),
        targets=tuple(targets),
    )


def candidates(access: Access) -> list[Candidate]:
    """Children on roll whom the asker may see, class by class; one statement."""
    needs = Need.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), ended_on=None
    ).order_by("rank")
    rows = (
        with_status(Pupil.objects.visible_to(access), access.today)
        .filter(school=access.school)
        .on_roll(access.today)
        .annotate(codes=ArraySubquery(needs.values("need_type")), status_now=F("period__status"))
        .select_related("class_group")
        .order_by("class_group__name", "last_name", "first_name", "pk")
    )
    return [
        Candidate(pupil, pupil.status_now or "", tuple(pupil.codes)) for pupil in tell_apart(rows)
    ]
