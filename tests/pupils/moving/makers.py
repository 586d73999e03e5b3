"""Records on their way, made by calling the services."""

import datetime as dt

from aylsham.jobs.runner import run_job
from aylsham.models import Job
from pupils.models import RecordTransfer
from pupils.services.transfers.sending import approve_transfer
from pupils.sharing_codes import ShareKind
from pupils.transfer_codes import HOLDABLE
from tests.factories import no_second_look

ALL = [held.value for held in HOLDABLE]
TODAY = dt.date(2026, 11, 23)


def sent(pupil, *, by, there=None, opens_on=TODAY, packed=True, **more) -> RecordTransfer:
    """A record that is approved and packed: to a school of the federation, or outside."""
    facts = {"to_name": "Fen High", "to_person": "Mx Hale", "to_email": "hale@fen.example"}
    if there:
        facts = {"to_name": there.name, "to_person": "SENDCo", "to_school": there}
        facts["opens_on"] = opens_on
    facts |= {"includes": ALL, "include_why": "All of it is needed", "allowed": ALL} | more
    no_second_look(pupil.school, ShareKind.PACK)
    transfer = approve_transfer(pupil=pupil, by=by, **facts)
    if packed:
        pack()
    return RecordTransfer.objects.select_related("pupil__school", "school", "to_school").get(
        pk=transfer.pk
    )


def pack() -> None:
    """What the worker does with every waiting pack."""
    for job in Job.objects.filter(kind="pack_record", state="waiting"):
        run_job(job.pk)
