"""The plan on paper: set by a worker, and written down as given to the family."""

import datetime as dt

from django.db import transaction

from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.models import Job, User
from provision.codes import CycleState, GivenHow
from provision.models import Cycle
from provision.services.cycles import record_given
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.services.recording import lock, lock_pupil


@transaction.atomic
def give_sheet(*, cycle: Cycle, html: str, on: dt.date, by: User) -> Job:
    """Print a checked plan for its family; a day on which it was given before stays.

    Raises TransitionNotAllowed for a plan that nobody has checked.
    """
    pupil = lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    if cycle.state not in (CycleState.RUNNING, CycleState.CLOSED):
        raise TransitionNotAllowed("The plan has to be checked before parents are given it.")
    if cycle.given_on is None:
        record_given(cycle=cycle, given_on=on, given_how=GivenHow.PAPER, by=by)
    _, job = ask_for_paper(
        pupil=pupil,
        kind=PaperKind.CYCLE,
        html=html,
        of_on=cycle.starts_on,
        permission=Permission.VIEW_NEEDS,
        by=by,
    )
    return job
