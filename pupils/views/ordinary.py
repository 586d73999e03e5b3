"""What is ordinarily available: read by everybody who teaches, written by the SENDCo."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.codes import AreaOfNeed
from pupils.concern_codes import STARTING_TEXT, Stage
from pupils.forms.concerns import OrdinaryForm
from pupils.selectors.concerns import ordinary_provision, ordinary_provisions
from pupils.selectors.concerns.classrooms import classes_to_audit
from pupils.services.concerns.ordinary import write_ordinary_provision

PAGE = "ordinary_provision"


@school_view(Permission.VIEW_NEEDS)
def statements(request: HttpRequest) -> HttpResponse:
    """Every statement, by area and phase."""
    found = ordinary_provisions(request.school)
    areas = [
        (AreaOfNeed(a).label, [(Stage(s.stage).label, s) for s in found if s.area == a])
        for a in STARTING_TEXT
    ]
    may_write = request.access.can(Permission.TRIAGE_CONCERNS)
    may_look = request.access.can(Permission.AUDIT_CLASSROOMS)
    context = {
        "areas": areas,
        "may_write": may_write,
        "classes": classes_to_audit(request.access) if may_look else [],
    }
    return render(request, "pupils/concerns/ordinary.html", context)


@school_view(Permission.TRIAGE_CONCERNS)
def write(request: HttpRequest, area: str, stage: str) -> HttpResponse:
    """Write the school's own text for one area and phase."""
    area, stage = area.upper(), stage.upper()
    if area not in STARTING_TEXT or stage not in Stage:
        raise Http404
    now = ordinary_provision(request.school, area, stage)
    form = OrdinaryForm(request.POST or None, record=now.own, lines=now.lines)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_ordinary_provision(
            school=request.school,
            area=area,
            stage=stage,
            text=form.cleaned_data["text"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "This is now the school's own text.")
        return redirect(PAGE, request.school.slug)
    context = {
        "form": form,
        "heading": f"{AreaOfNeed(area).label}: {Stage(stage).label.lower()}",
        "submit": "Save",
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "pupils/form.html", context)
