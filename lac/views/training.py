"""Which adults around children in care had which training."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file
from lac.list_files import training_file
from lac.selectors.training import WANTED, training_gaps
from lac.views.parts import parts_of_school


@school_view(Permission.VIEW_CARE)
@has_file
def care_training(request: HttpRequest) -> HttpResponse:
    """The gaps among adults who teach or support children in care."""
    lines = training_gaps(request.access, request.school)
    shown = {child.pk for line in lines for child in line.children}
    record_event(Action.VIEW_CARE, school=request.school, by=request.access, pupil_ids=shown)
    if asks_for_file(request):
        return list_file(request, training_file([subject.label for subject in WANTED]), lines)
    context = {
        "lines": lines,
        "wanted": [subject.label for subject in WANTED],
        "may_keep": request.access.can(Permission.KEEP_TRAINING),
        "parts": parts_of_school(request.access, "care_training"),
    }
    return render(request, "lac/training.html", context)
