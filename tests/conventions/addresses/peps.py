"""Rows of plans of children in care, and of virtual schools."""

import datetime as dt

from tests.conventions.addresses.care import _period
from tests.conventions.addresses.rows import row


def _plan(world):
    from aylsham.codes import TermName
    from lac.models import Pep
    from lac.services.pep_starting import start_pep

    _period(world)
    known = Pep.objects.standing().filter(school=world.school, pupil=world.pupil).first()
    if known:
        known.school, known.pupil = world.school, world.pupil
        return known
    facts = {"academic_year": 2026, "term": TermName.AUTUMN, "why": "term"}
    return start_pep(pupil=world.pupil, by=None, **facts)


@row("pep")
def _pep(world):
    from lac.models import PepCheck, PepSignature
    from tests.factories import TODAY

    plan = _plan(world)
    own = {"school": world.school, "pep": plan}
    words = {"criterion": f"{world.marker} criterion", "met": "partly"}
    PepCheck.objects.create(**own, note=f"{world.marker} note", **words)
    signer = {"name": f"Signer {world.marker}", "signed_on": TODAY}
    PepSignature.objects.create(**own, whose="designated", **signer)
    return plan.pk


@row("pep_part")
def _pep_part(world):
    from lac.models import PepPart
    from lac.selectors.pep_marks import mark_of_answers
    from lac.services.pep_parts import save_answers

    part = PepPart.objects.select_related("pep").get(pep=_plan(world), key="child")
    part.school = part.pep.school = world.school
    part.pep.pupil = world.pupil
    mark = mark_of_answers(part.answers.all())
    said = {"well": (f"{world.marker} likes maths", "child")}
    save_answers(part=part, said=said, version=mark, by=None)
    return part.pk


@row("pep_action")
def _pep_action(world):
    from lac.models import PepAction
    from tests.factories import TODAY

    due_on = TODAY + dt.timedelta(days=7)
    facts = {"what": f"{world.marker} action", "due_on": due_on}
    return PepAction.objects.create(school=world.school, pep=_plan(world), **facts).pk


@row("virtual_school")
def _virtual_school(world):
    from lac.models import CutOff, VirtualSchool

    federation = world.school.federation
    known = VirtualSchool.objects.filter(federation=federation).first()
    if known:
        return known.pk
    kept = VirtualSchool.objects.create(federation=federation, council=f"{federation.slug} Shire")
    day = dt.date(2026, 12, 4)
    slot = {"virtual_school": kept, "academic_year": 2026, "term": "autumn"}
    CutOff.objects.create(federation=federation, on=day, **slot)
    return kept.pk
