"""At a day's end, what nobody gave goes into the log of sessions as missed: staff away."""

import datetime as dt
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.models import School
from provision.models import SessionMark
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.sessions import MarkFacts, log_session
from staff.codes import SwapKind
from staff.models import PlanSession, Swap
from staff.selectors.planned import pupils_of_demand

NOT_GIVEN_JOB = "sessions_not_given"


@transaction.atomic
def log_not_given(*, school: School, until: dt.date) -> int:
    """Log as missed what was decided not to be given on a day until then; how many sessions.

    Each once: what somebody has logged of it meanwhile stands, and is not written over.
    """
    rows = Swap.objects.filter(school=school, on__lte=until, logged_at=None).standing()
    rows = rows.filter(Q(kind=SwapKind.NOT_GIVEN) | Q(leaves__isnull=False))
    swaps = list(
        rows.select_for_update(no_key=True, of=("self",)).select_related(
            "session__demand__provision", "leaves__demand__provision"
        )
    )
    number = 0
    for swap in swaps:
        missed = swap.session if swap.kind == SwapKind.NOT_GIVEN else swap.leaves
        number += _log(school, swap, missed)
        swap.logged_at = clock.moment()
        swap.save(update_fields=["logged_at"])
    return number


def _log(school: School, swap: Swap, missed: PlanSession) -> int:
    provision = missed.demand.provision
    if provision is None:  # nothing is owed for a duty or a class
        return 0
    at = SessionAt(swap.on, _slot(missed))
    told = _told(school, provision.pk, at)
    pupils = [p for p in pupils_of_demand(missed.demand, swap.on) if p.pk not in told]
    if not pupils:
        return 0
    provision.school = school
    marks = [MarkFacts(pupil, Came.MISSED, reason=Reason.STAFF) for pupil in pupils]
    try:
        with transaction.atomic():
            log_session(
                provision=provision, at=at, marks=marks, by=None, key=uuid5(swap.pk, str(missed.pk))
            )
    except TransitionNotAllowed:  # ended, or a record that is closed: nothing is owed any more
        return 0
    return 1


def _slot(session: PlanSession) -> int:
    """First, second, third of its demand on the day, as the log of sessions counts them."""
    earlier = PlanSession.objects.filter(
        school_id=session.school_id,
        plan=session.plan_id,
        demand__provision=session.demand.provision_id,
        demand__adult_number=session.demand.adult_number,
        weekday=session.weekday,
        starts__lt=session.starts,
    )
    return 1 + earlier.count()


def _told(school: School, provision: UUID, at: SessionAt) -> set[UUID]:
    rows = SessionMark.objects.filter(
        school=school,
        log__session__provision=provision,
        log__session__on=at.on,
        log__session__slot=at.slot,
        log__session__is_make_up=False,
    )
    return set(rows.values_list("pupil_id", flat=True))
