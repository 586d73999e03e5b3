"""A plan is begun: with its parts, the child's open targets, and what the parents agree to."""

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import TermName
from aylsham.models import User
from lac.codes import CareKind
from lac.models import CareDeclaration, CarePeriod, Pep, PepPart, PepTarget
from lac.pep_codes import FURTHER, OUT_STATES, PepKind, TargetSort, TargetTerm
from lac.pep_parts import parts_of
from lac.services.recording import record
from provision.models import Target
from pupils.models import Pupil
from pupils.services.recording import lock_pupil


@transaction.atomic
def start_pep(
    *, pupil: Pupil, academic_year: int, term: TermName, why: str, by: User | None, lead=None
) -> Pep:
    """Begin the plan of a term; the one that is there already when somebody was quicker.

    Once that is out, a move or a review asks for a further one, and the first stays as it was
    signed. Open targets stand in a plan from the start; words are not copied.
    """
    pupil = lock_pupil(pupil)
    slot = {"pupil": pupil, "academic_year": academic_year, "term": term}
    known = Pep.objects.standing().filter(school_id=pupil.school_id, **slot).first()
    if known and not (known.state in OUT_STATES and why in FURTHER):
        return known
    period = _live_period(pupil)
    kind = PepKind.PEP if period.kind == CareKind.LOOKED_AFTER else PepKind.SUPPORT
    pep = Pep(
        school=pupil.school,
        kind=kind,
        why=why,
        council=period.placing_authority,
        started_on=clock.today(),
        lead=lead or by,
        **slot,
    )
    if kind == PepKind.SUPPORT:
        _take_consent(pep, period)
    pep.save(force_insert=True)
    _make_parts(pep)
    _link_open_targets(pep)
    _note_first(pep, period, by)
    record(pep, pupil, by, "started")
    return pep


def _live_period(pupil: Pupil) -> CarePeriod:
    rows = CarePeriod.objects.live(clock.today())
    period = rows.filter(school_id=pupil.school_id, pupil=pupil).order_by("-known_since").first()
    if period is None:
        raise TransitionNotAllowed("Nothing is recorded of care for this child.")
    return period


def _take_consent(pep: Pep, period: CarePeriod) -> None:
    declared = CareDeclaration.objects.filter(school_id=pep.school_id, period=period).first()
    if declared and declared.consents_on:
        pep.consents_on, pep.consents_to = declared.consents_on, declared.consents_to


def _make_parts(pep: Pep) -> None:
    PepPart.objects.bulk_create(
        PepPart(school_id=pep.school_id, pep=pep, key=part.key, owner=part.owner)
        for part in parts_of(pep.kind)
    )


def _link_open_targets(pep: Pep) -> None:
    """Every open target; sorted as the plan before had it."""
    own = {"school_id": pep.school_id}
    before = PepTarget.objects.filter(**own, pep__pupil=pep.pupil).order_by("pep__started_on")
    said = {row.target_id: row for row in before}
    for target in Target.objects.filter(**own, pupil=pep.pupil).open():
        old = said.get(target.pk)
        PepTarget.objects.create(
            **own,
            pep=pep,
            target=target,
            sort=old.sort if old else TargetSort.ACADEMIC,
            term=old.term if old else TargetTerm.SHORT,
        )


def _note_first(pep: Pep, period: CarePeriod, by: User | None) -> None:
    """The first plan of a time in care stops the clock of ten working days."""
    if pep.kind == PepKind.PEP and period.first_pep_on is None:
        period.first_pep_on = pep.started_on
        period.save(update_fields=["first_pep_on"])
