"""The plan of training of a school on paper, for governors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents.rendering import PdfProblem, write_pdf
from aylsham.notices import problem
from pupils.views.printing import pdf_answer
from reports.selectors.training_plan import printed_plan
from staff.views.training_plan import asked_year


@school_view(Permission.KEEP_TRAINING)
def training_plan_print(request: HttpRequest) -> HttpResponse:
    """The year's plan without a name, as a PDF."""
    school, today = request.school, request.access.today
    year = asked_year(request)
    record_event(Action.PRINT, school=school, by=request.access, detail={"list": "training_plan"})
    context = {
        "plan": printed_plan(school, year, today),
        "school": school,
        "year": year,
        "today": today,
    }
    try:
        html = render_to_string("reports/print/training_plan.html", context)
        return pdf_answer(write_pdf(html), f"training-plan-{year}.pdf")
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect("training_plan", school.slug)
