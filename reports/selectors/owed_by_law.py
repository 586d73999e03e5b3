"""What EHC plans promise the children of a teacher or an LSA, and what of it the asker gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from aylsham.access.current import Access
from aylsham.models import School
from provision.models import Promise, ServedPromise
from provision.provision_codes import PromiseSource, ProvisionState
from provision.selectors.child_provision import PromiseLine
from pupils.handed_texts import SEALED


@dataclass(frozen=True)
class OwedLine:
    """A line of Section F in the plan's own words."""

    reference: str
    text: str
    #: `3 × 20 min a week`.
    amount: str
    #: The asker gives a provision that keeps it.
    is_mine: bool


@dataclass(frozen=True)
class OwedChild:
    """What the council's plan says a child is given."""

    school: School
    pupil_id: UUID
    name: str
    lines: tuple[OwedLine, ...]


def owed_rows(
    access: Access, schools: Iterable[UUID], pupil_ids: Iterable[UUID]
) -> QuerySet[Promise]:
    """Lines of Section F that hold today and the asker may read, to go with other reads."""
    mine = ServedPromise.objects.filter(
        school_id=OuterRef("school_id"),
        promise_id=OuterRef("pk"),
        provision__staff=access.user,
        provision__state=ProvisionState.RUNNING,
    )
    rows = Promise.objects.filter(
        school__in=list(schools), pupil__in=list(pupil_ids), source=PromiseSource.EHCP
    )
    return rows.live(access.today).readable_by(access).annotate(is_mine=Exists(mine))


def owed_children(
    rows: Iterable[Promise], schools: Mapping[UUID, School], names: Mapping[UUID, str]
) -> Iterable[OwedChild]:
    """By child in the order of their names, what the asker gives first."""
    order = {pk: place for place, pk in enumerate(names)}
    kept = sorted(
        (row for row in rows if SEALED not in row.text),
        key=lambda row: (order[row.pupil_id], not row.is_mine, row.reference, row.pk),
    )
    for pupil_id, some in groupby(kept, key=lambda row: row.pupil_id):
        mine = list(some)
        yield OwedChild(
            schools[mine[0].school_id],
            pupil_id,
            names[pupil_id],
            tuple(
                OwedLine(r.reference, r.text, PromiseLine(r, (), 0).amount_beside, r.is_mine)
                for r in mine
            ),
        )
