"""Disagreements about plans in the demonstration: one goes to the Tribunal, one was ordered."""

import datetime as dt

from aylsham import clock
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.appeal_codes import AppealAbout, Order
from ehcp.models import EhcPlan
from ehcp.services.appeals import open_plan_appeal, record_appeal

WEEK = dt.timedelta(weeks=1)


def load_appeals(school: School, people: dict[str, User]) -> None:
    """Two plans at the end of the list: earlier ones stand in other demonstrations."""
    assistant, today = people["assistant@demo.example"], clock.today()
    with school_transaction(school):
        plans = EhcPlan.objects.filter(school=school, made_on__lt=today - 44 * WEEK)
        plans = plans.filter(versions=None).maintained().select_related("pupil__school")
        found = list(plans.order_by("-pupil__last_name", "-pupil__first_name")[:2])
        for plan, follow in zip(found, (_with_mediation, _obeyed_late), strict=False):
            follow(plan, today, assistant)


def _with_mediation(plan: EhcPlan, today: dt.date, by: User) -> None:
    """Mediation did not settle what Section F says; the Tribunal hears it in eight weeks."""
    appeal = open_plan_appeal(
        plan=plan, about=AppealAbout.AMENDED, letter_on=today - 15 * WEEK, by=by
    )
    record_appeal(
        appeal=appeal,
        version=None,
        by=by,
        adviser_told_on=today - 11 * WEEK,
        wants_mediation=True,
        mediation_on=today - 8 * WEEK,
        certificate_on=today - 8 * WEEK + dt.timedelta(days=2),
        lodged_on=today - 5 * WEEK,
        hearing_on=today + 8 * WEEK,
    )


def _obeyed_late(plan: EhcPlan, today: dt.date, by: User) -> None:
    """Ordered to amend within five weeks, the council did it in the seventh."""
    appeal = open_plan_appeal(plan=plan, about=AppealAbout.SAME, letter_on=today - 42 * WEEK, by=by)
    record_appeal(
        appeal=appeal,
        version=None,
        by=by,
        adviser_told_on=today - 40 * WEEK,
        wants_mediation=False,
        certificate_on=today - 40 * WEEK + dt.timedelta(days=2),
        lodged_on=today - 37 * WEEK,
        hearing_on=today - 13 * WEEK,
        order=Order.AMEND,
        order_on=today - 11 * WEEK,
        obeyed_on=today - 4 * WEEK,
    )
