"""Looks at a class: what of the ordinarily available provision is in place. No class beside another."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents.rendering import PdfProblem, write_pdf
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.classrooms import ClassroomForm
from pupils.models import ClassGroup
from pupils.selectors.concerns.classrooms import (
    AuditPage,
    audit_page,
    audits_of,
    class_to_audit,
    offers_of,
)
from pupils.services.concerns.classrooms import record_classroom_audit
from pupils.views.printing import pdf_answer

PAGE = "classroom_audits"


@school_view(Permission.AUDIT_CLASSROOMS)
def audits(request: HttpRequest, group: UUID) -> HttpResponse:
    """The latest look at a class beside the one before; earlier ones by day."""
    found = _open(request, group)
    rows = audits_of(found)
    return _page(request, found, rows, audit_page(rows))


@school_view(Permission.AUDIT_CLASSROOMS)
def audit(request: HttpRequest, group: UUID, classroom_audit: UUID) -> HttpResponse:
    """One look at a class; with `?as=pdf` on paper."""
    found = _open(request, group)
    rows = audits_of(found)
    page = audit_page(rows, classroom_audit)
    if page is None:
        raise Http404
    if request.GET.get("as") == "pdf":
        return _paper(request, found, page)
    return _page(request, found, rows, page)


@school_view(Permission.AUDIT_CLASSROOMS)
def audit_add(request: HttpRequest, group: UUID) -> HttpResponse:
    """Tick what is in place in a class."""
    found = _open(request, group)
    today = request.access.today
    form = ClassroomForm(request.POST or None, offers=offers_of(found), initial={"on": today})
    if request.method == "POST" and carried_out(
        form,
        lambda: record_classroom_audit(
            class_group=found,
            key=form.cleaned_data["key"],
            on=form.cleaned_data["on"],
            next_on=form.cleaned_data["next_on"],
            marks=form.marks,
            by=request.user,
        ),
    ):
        done(request, "Written down. The class teacher sees it here.")
        return redirect(PAGE, request.school.slug, found.pk)
    context = {
        "form": form,
        "group": found,
        "cancel_url": reverse(PAGE, args=[request.school.slug, found.pk]),
    }
    return render(request, "pupils/concerns/classroom_form.html", context)


def _open(request: HttpRequest, group: UUID) -> ClassGroup:
    found = class_to_audit(request.access, group)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, group: ClassGroup, rows: list, page: AuditPage | None):
    context = {"group": group, "audits": rows, "page": page}
    return render(request, "pupils/concerns/classroom.html", context)


def _paper(request: HttpRequest, group: ClassGroup, page: AuditPage) -> HttpResponse:
    today = request.access.today
    record_event(Action.PRINT, school=request.school, by=request.access, subject=page.audit)
    context = {"group": group, "page": page, "school": request.school, "today": today}
    html = render_to_string("pupils/print/classroom.html", context)
    try:
        return pdf_answer(write_pdf(html), f"class-audit-{page.audit.on:%Y-%m-%d}.pdf")
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect("classroom_audit", request.school.slug, group.pk, page.audit.pk)
