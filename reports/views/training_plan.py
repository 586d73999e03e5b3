"""The plan of training of a school on paper, for governors."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from provision.council_codes import CouncilPaperKind
from provision.services.council_papers import ask_for_council_paper
from pupils.views.printing import to_work
from reports.selectors.training_plan import printed_plan
from staff.views.training_plan import asked_year


@school_view(Permission.KEEP_TRAINING)
@require_POST
def training_plan_print(request: HttpRequest) -> HttpResponse:
    """Start setting the year's plan, without a name, as a PDF."""
    school, today = request.school, request.access.today
    year = asked_year(request)
    record_event(Action.PRINT, school=school, by=request.access, detail={"list": "training_plan"})
    context = {
        "plan": printed_plan(school, year, today),
        "school": school,
        "year": year,
        "today": today,
    }
    job = ask_for_council_paper(
        school=school,
        kind=CouncilPaperKind.TRAINING,
        html=render_to_string("reports/print/training_plan.html", context),
        of_on=today,
        by=request.user,
    )
    return to_work(job)
