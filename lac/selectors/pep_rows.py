"""Single plans, parts and their words, for forms and services."""

import datetime as dt
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import kept, rows_as
from aylsham.together import Together
from lac.access import Knows, known_by_role
from lac.models import Pep, PepAction, PepAnswer, PepPart
from lac.pep_parts import BY_KEY
from lac.selectors.care_views import waiting_parts
from pupils.models import Pupil


def pep_of(access: Access, pupil: Pupil, pk: UUID) -> Pep | None:
    """One plan of this child for whoever may read the whole of its care."""
    if known_by_role(access, pupil.school) < Knows.WHOLE:
        return None
    [found] = rows_as(_plan, access, pupil=pupil.pk, pep=pk)
    for pep in found:
        pep.school, pep.pupil = pupil.school, pupil
    return found[0] if found else None


def _plan(access: Access, pupil: UUID, pep: UUID) -> list[QuerySet]:
    rows = Pep.objects.filter(school=access.school, pupil_id=pupil, pk=pep)
    return [rows.select_related("lead")]


def part_of(access: Access, pupil: Pupil, pk: UUID) -> PepPart | None:
    """One part of a plan of this child, for the same."""
    if known_by_role(access, pupil.school) < Knows.WHOLE:
        return None
    [found] = rows_as(_part, access, pupil=pupil.pk, part=pk)
    return _whole(found[0] if found else None, pupil)


def _part(access: Access, pupil: UUID, part: UUID) -> list[QuerySet]:
    rows = PepPart.objects.filter(school=access.school, pep__pupil_id=pupil, pk=part)
    return [rows.select_related("pep", "ask", "owner_user")]


def _whole(part: PepPart | None, pupil: Pupil) -> PepPart | None:
    if part:
        part.school = part.pep.school = pupil.school
        part.pep.pupil = pupil
    return part


def answers_of(part: PepPart) -> list[PepAnswer]:
    """The words of a part."""
    return _ANSWERS.rows(school=part.school_id, part=part.pk)[0]


def _answers(school: UUID, part: UUID) -> list[QuerySet]:
    rows = PepAnswer.objects.filter(school_id=school, part_id=part)
    return [rows.annotate(writer=F("written_by__name"))]


_ANSWERS = Together(_answers, school=UUID, part=UUID)


def last_answers(part: PepPart) -> dict[str, PepAnswer]:
    """What the plan before said in the same part, by question; empty for the first."""
    pep = part.pep
    of = {"school": pep.school_id, "pupil": pep.pupil_id, "pep": pep.pk, "on": pep.started_on}
    [rows] = _before(part.key, pep.kind).rows(**of)
    return {row.question: row for row in rows}


@kept
def _before(key: str, kind: str) -> Together:
    def build(school: UUID, pupil: UUID, pep: UUID, on: dt.date) -> list[QuerySet]:
        before = Pep.objects.standing().filter(school_id=school, pupil_id=pupil, kind=kind)
        earlier = before.filter(started_on__lte=on).exclude(pk=pep).order_by()
        rows = PepAnswer.objects.filter(school_id=school, part__key=key, part__pep__in=earlier)
        return [rows.order_by("part__pep__started_on", "part__pep__pk")]

    return Together(build, school=UUID, pupil=UUID, pep=UUID, on=dt.date)


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
