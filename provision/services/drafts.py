"""Drafts of provision are begun: one, or all that somebody sees."""

from collections.abc import Iterable

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School, User
from provision.givers import take_over
from provision.models import Place, Promise, Provision
from provision.provision_codes import ProvisionState
from provision.services.givers import missing_of, require_trained
from provision.services.provisions import pupil_ids_of, record_step
from pupils.services.recording import lock, lock_pupils


@transaction.atomic
def begin_provision(*, provision: Provision, by: User | None) -> Provision:
    """A draft is given from now on as it is planned."""
    lock_pupils(provision.school, pupil_ids_of(provision))
    provision = lock(provision)
    if provision.state != ProvisionState.DRAFT:
        raise TransitionNotAllowed("It is no longer a draft.")
    require_trained(missing_of(provision), "")
    provision.state = ProvisionState.RUNNING
    provision.save(update_fields=["state"])
    _take_over(provision)
    record_step("begun", provision, by)
    return provision


def _take_over(provision: Provision) -> None:
    """What the plan has for the promises of a draft that begins is the provision's."""
    kept = Promise.objects.filter(school=provision.school_id, served_by__provision=provision)
    take_over(provision, list(kept))


@transaction.atomic
def begin_drafts(*, school: School, drafts: Iterable[Provision], by: User | None) -> int:
    """Let all drafts begin that the asker sees; how many."""
    ids = [draft.pk for draft in drafts]
    rows = Provision.objects.filter(school=school, pk__in=ids, state=ProvisionState.DRAFT)
    found = list(rows.order_by("pk").select_for_update(no_key=True))
    _require_all_trained(school, found)
    places = Place.objects.filter(school=school, provision__in=found)
    pupil_ids = set(places.values_list("pupil_id", flat=True))
    lock_pupils(school, pupil_ids)
    Provision.objects.filter(school=school, pk__in=[row.pk for row in found]).update(
        state=ProvisionState.RUNNING
    )
    for draft in found:
        _take_over(draft)
    record_event(
        Action.CHANGE_PROVISION,
        school=school,
        by=by,
        pupil_ids=sorted(pupil_ids),
        detail={"step": "drafts begun", "count": len(found)},
    )
    return len(found)


def _require_all_trained(school: School, drafts: list[Provision]) -> None:
    """Refuse to begin drafts together while one is given by somebody untrained."""
    for draft in drafts:
        draft.school = school
    names = [draft.name for draft in drafts if draft.staff_id and missing_of(draft)]
    if names:
        raise TransitionNotAllowed(
            f"Somebody is not trained for what they are to give: {', '.join(names[:5])}"
            f"{' and others' if names[5:] else ''}. Open each, and choose somebody else or say why "
            "it is given all the same."
        )
