"""What the demonstration's schools published before they came here, recorded by the services."""

import datetime as dt

from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.federation import DemoDuties
from reports.codes import Duty
from reports.services.duties import record_duty
from staff.services import record_senco

COURSE_FROM = dt.date(2025, 1, 13)


def load_duties(school: School, data: DemoDuties | None, senco: User) -> None:
    """The report, the plan, the governor and the SENCO of one school."""
    if data is None:
        with school_transaction(school):
            rebuild_deadlines(school)  # it is live, and asked for what it has not recorded
        return
    site = f"https://{school.slug}.example/send"
    named_on, governor = data.governor
    with school_transaction(school):
        record_duty(
            school=school,
            duty=Duty.SEN_REPORT,
            done_on=data.sen_report,
            web_address=f"{site}/report",
            done_by="School office",
            by=senco,
        )
        record_duty(
            school=school,
            duty=Duty.ACCESSIBILITY_PLAN,
            about_on=data.accessibility_plan,
            done_on=data.accessibility_plan,
            web_address=f"{site}/accessibility",
            done_by="Ruth Calloway",
            by=senco,
        )
        record_duty(
            school=school, duty=Duty.SEND_GOVERNOR, done_on=named_on, done_by=governor, by=senco
        )
        record_senco(
            school=school,
            user=senco,
            became_senco_on=data.senco_since,
            course_started_on=COURSE_FROM,
            by=senco,
        )
