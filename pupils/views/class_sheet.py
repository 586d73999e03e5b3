"""The class page: who needs what, tried today, on paper."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.rendering import PdfProblem
from aylsham.identifiers import as_key
from aylsham.notices import problem
from pupils.codes import Tried
from pupils.models import ClassGroup
from pupils.selectors.class_sheet import ClassSheet, class_sheet, group_in_reach
from pupils.selectors.concerns.classrooms import class_to_audit
from pupils.selectors.strategies import strategy_in_class
from pupils.services.class_sheets import print_class_sheet
from pupils.services.tries import note_try
from pupils.views.printing import pdf_answer


@school_view(Permission.VIEW_NEEDS)
def sheet(request: HttpRequest, group) -> HttpResponse:
    """Who needs what; with `?as=pdf` the sheet on paper, without what is sensitive."""
    found = open_class(request, group)
    is_paper = request.GET.get("as") == "pdf"
    page = class_sheet(request.access, found, is_paper=is_paper)
    action = Action.PRINT if is_paper else Action.VIEW_CLASS
    record_event(
        action, school=request.school, by=request.access, pupil_ids=page.pupil_ids, subject=found
    )
    if is_paper:
        return _paper(request, page)
    may_look = request.access.can(Permission.AUDIT_CLASSROOMS)
    context = {
        "page": page,
        "may_look": may_look and class_to_audit(request.access, found.pk) is not None,
        "may_fill": request.access.can(Permission.FILL_FIELDS),
        "may_share": request.access.can(Permission.SHARE_CLASS_SHEET),
    }
    return render(request, "pupils/class_sheet.html", context)


@school_view(Permission.VIEW_NEEDS)
@require_POST
def tried(request: HttpRequest, group) -> HttpResponse:
    """How one thing that helps went today; back to where it was tapped."""
    found = open_class(request, group)
    name, _, answer = request.POST.get("tried", "").partition(":")
    strategy = answer in Tried.values and strategy_in_class(request.access, found, as_key(name))
    if not strategy:
        raise Http404
    try:
        note_try(strategy=strategy, answer=Tried(answer), on=request.access.today, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    page = reverse("class_sheet", args=[request.school.slug, found.pk])
    return redirect(f"{page}#s-{strategy.pk}")


def _paper(request: HttpRequest, page: ClassSheet) -> HttpResponse:
    today = request.access.today
    try:
        fitted = print_class_sheet(page, today=today)
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect("class_sheet", request.school.slug, page.group.pk)
    return pdf_answer(fitted.pdf, f"class-sheet-{today:%Y-%m-%d}.pdf")


def open_class(request: HttpRequest, group: UUID) -> ClassGroup:
    """A class in which the asker sees a child; 404 otherwise."""
    found = group_in_reach(request.access, group)
    if found is None:
        raise Http404
    return found
