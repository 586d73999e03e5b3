"""Printing passports: one child's on one side, a class's as one PDF."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.rendering import PdfProblem
from aylsham.models import Job
from aylsham.notices import problem
from pupils.models import PrintFit
from pupils.paper_codes import FitKind
from pupils.selectors.class_sheet import children_in_reach, group_in_reach
from pupils.selectors.identity import Child
from pupils.selectors.papers import fit_of
from pupils.selectors.passports.preview import given_passport
from pupils.selectors.passports.printing import (
    FOR_EVERYONE,
    PrintedPassport,
    print_of,
    printed_passports,
)
from pupils.services.passports.measuring import ask_to_measure
from pupils.services.passports.printing import ask_for_class_set, large_print, one_side
from pupils.views.opening import child_page, child_url, open_child
from pupils.views.passport_preview import contact_to_give
from pupils.views.passports import may_write


@school_view(Permission.VIEW_NEEDS)
def passport_print(request: HttpRequest, pupil) -> HttpResponse:
    """Whether the passport fits one side, as it was measured; with `?as=pdf` the print."""
    is_large, has_all = "large" in request.GET, "sensitive" in request.GET
    if has_all:
        require(request, Permission.VIEW_SENSITIVE)
    is_print = request.GET.get("as") == "pdf"
    detail = {"large": is_large, "sensitive": has_all}
    child = open_child(request, pupil, Action.PRINT if is_print else Action.VIEW_PASSPORT, **detail)
    found, today = _printed(request, child, has_all=has_all), request.access.today
    kind = FitKind.WHOLE if has_all else FitKind.PASSPORT
    fit = fit_of(child.pupil, kind, found.mark) if found else None
    if is_print and found:
        set_it = large_print if is_large else one_side
        try:
            fitted = set_it(found, child.school, today=today)
        except PdfProblem as refused:
            problem(request, str(refused))
            return redirect(child_url("child_passport", child))
        if fitted.pdf:
            return pdf_answer(fitted.pdf, f"passport-{today:%Y-%m-%d}.pdf")
        fit = PrintFit(too_long=fitted.too_long)
    return child_page(
        request,
        "pupils/print/passport.html",
        child,
        tab="passport",
        printed=found,
        fit=fit,
        has_all=has_all,
        may_choose=request.access.can(Permission.VIEW_SENSITIVE),
    )


@school_view(Permission.VIEW_NEEDS, when_closed=True)
@require_POST
def passport_measure(request: HttpRequest, pupil) -> HttpResponse:
    """Let a worker set the passport, to see whether it fits one side."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    has_all = "sensitive" in request.POST
    if has_all:
        require(request, Permission.VIEW_SENSITIVE)
    kind = FitKind.WHOLE if has_all else FitKind.PASSPORT
    levels = readable(request.access.permissions_at(child.school)) if has_all else FOR_EVERYONE
    return to_work(ask_to_measure(pupil=child.pupil, kind=kind, levels=levels, by=request.user))


@school_view(Permission.VIEW_NEEDS)
def passport_handout(request: HttpRequest, pupil, contact) -> HttpResponse:
    """The print for one person of the family, if the sharing rules allow it at this moment."""
    child = open_child(request, pupil, Action.SHARE_SHEET, contact=str(contact), format="pdf")
    verdict, printed = given_passport(child, contact_to_give(request, child, str(contact)))
    back = f"{child_url('passport_preview', child)}?as={contact}"
    if printed is None:
        problem(request, " ".join(verdict.reasons) or "The passport is not published yet.")
        return redirect(back)
    today = request.access.today
    set_it = large_print if "large" in request.GET else one_side
    try:
        fitted = set_it(printed, child.school, today=today)
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(back)
    if not fitted.pdf:
        problem(request, "It does not fit one side. Shorten it, or hand over the large print.")
        return redirect(back)
    return pdf_answer(fitted.pdf, f"passport-{today:%Y-%m-%d}.pdf")


@school_view(Permission.VIEW_NEEDS)
@require_POST
def class_passports(request: HttpRequest, group) -> HttpResponse:
    """Start printing every published passport of a class that the asker may see."""
    found = group_in_reach(request.access, group)
    if found is None:
        raise Http404
    ids = [row.pk for row in children_in_reach(request.access, found)]
    published = [p.pupil_id for p in printed_passports(request.school, ids)]
    try:
        _, job = ask_for_class_set(
            class_group=found,
            pupil_ids=published,
            is_large="large" in request.POST,
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect("class_sheet", request.school.slug, found.pk)
    return redirect(f"{reverse('my_work')}?job={job.pk}")


@school_view(Permission.VIEW_NEEDS)
def class_print(request: HttpRequest, passport_print) -> HttpResponse:
    """A class's passports as they were set; with `?as=pdf` the file, for whoever asked alone."""
    row = print_of(request.access, passport_print)
    if row is None:
        raise Http404
    action = Action.DOWNLOAD if request.GET.get("as") == "pdf" else Action.VIEW_PASSPORTS
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=row.row.pupil_ids,
        subject=row.row,
    )
    if action == Action.DOWNLOAD and row.row.pdf:
        return pdf_answer(bytes(row.row.pdf), f"passports-{request.access.today:%Y-%m-%d}.pdf")
    return render(request, "pupils/print/class.html", {"page": row})


def pdf_answer(pdf: bytes, name: str) -> HttpResponse:
    """A PDF to keep or print; its name tells no child's name."""
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def to_work(job: Job) -> HttpResponse:
    """Where somebody sees how far the work is that they have just asked for."""
    return redirect(f"{reverse('my_work')}?{urlencode({'job': job.pk})}")


def _printed(request: HttpRequest, child: Child, *, has_all: bool) -> PrintedPassport | None:
    may = request.access.permissions_at(child.school)
    found = printed_passports(
        child.school,
        [child.pupil.pk],
        drafts=may_write(request, child),
        levels=readable(may) if has_all else FOR_EVERYONE,
    )
    return found[0] if found else None
