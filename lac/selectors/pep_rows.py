"""Single plans, parts and their words, for forms and services."""

from uuid import UUID

from django.db.models import F

from aylsham.access.current import Access
from lac.access import Knows, known_by_role
from lac.models import Pep, PepAction, PepAnswer, PepPart
from lac.pep_parts import BY_KEY
from lac.selectors.care_views import waiting_parts
from pupils.models import Pupil


def pep_of(access: Access, pupil: Pupil, pk: UUID) -> Pep | None:
    """One plan of this child for whoever may read the whole of its care."""
    if known_by_role(access, pupil.school) < Knows.WHOLE:
        return None
    rows = Pep.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    pep = rows.select_related("lead").first()
    if pep:
        pep.school, pep.pupil = pupil.school, pupil
    return pep


def part_of(access: Access, pupil: Pupil, pk: UUID) -> PepPart | None:
    """One part of a plan of this child, for the same."""
    if known_by_role(access, pupil.school) < Knows.WHOLE:
        return None
    rows = PepPart.objects.filter(school_id=pupil.school_id, pep__pupil=pupil, pk=pk)
    return _whole(rows.select_related("pep", "ask", "owner_user").first(), pupil)


def _whole(part: PepPart | None, pupil: Pupil) -> PepPart | None:
    if part:
        part.school = part.pep.school = pupil.school
        part.pep.pupil = pupil
    return part


def answers_of(part: PepPart) -> list[PepAnswer]:
    """The words of a part."""
    rows = PepAnswer.objects.filter(school_id=part.school_id, part=part)
    return list(rows.annotate(writer=F("written_by__name")))


def last_answers(part: PepPart) -> dict[str, PepAnswer]:
    """What the plan before said in the same part, by question; empty for the first."""
    pep = part.pep
    before = Pep.objects.standing().filter(school_id=pep.school_id, pupil_id=pep.pupil_id)
    earlier = before.filter(started_on__lte=pep.started_on, kind=pep.kind).exclude(pk=pep.pk)
    rows = PepAnswer.objects.filter(
        school_id=pep.school_id, part__key=part.key, part__pep__in=earlier.order_by()
    )
    found: dict[str, PepAnswer] = {}
    for row in rows.order_by("part__pep__started_on", "part__pep__pk"):
        found[row.question] = row
    return found


def action_of(pep: Pep, pk: UUID) -> PepAction | None:
    """One action of a plan."""
    return PepAction.objects.filter(school_id=pep.school_id, pep=pep, pk=pk).first()


def given_parts(access: Access, pupil: Pupil) -> list[PepPart]:
    """The parts that wait for the asker by name, in plans that are still written.

    For a teacher who was told of the child's care, and for nobody whose view has ended.
    """
    rows = waiting_parts(access).filter(school_id=pupil.school_id, pep__pupil=pupil)
    order = list(BY_KEY)
    found = [_whole(row, pupil) for row in rows.select_related("pep")]
    return sorted(filter(None, found), key=lambda row: order.index(row.key))
