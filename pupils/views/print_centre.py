"""The print centre: one kind of document for many children, set by a worker one at a time."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.jobs.selectors import job_progress
from aylsham.notices import problem
from pupils.forms.print_batches import BatchForm
from pupils.print_kinds import print_kinds
from pupils.selectors.print_batches import (
    BatchPage,
    batch_page,
    batches_of,
    children_to_print,
    class_choices,
    joint_pdf,
    zip_of,
)
from pupils.services.print_batches import ask_for_batch, set_again

PAGE = "print_batch"


@school_view(Permission.VIEW_NEEDS)
def print_centre(request: HttpRequest) -> HttpResponse:
    """What to print for whom, and what was asked for lately."""
    access = request.access
    form = BatchForm(
        request.POST or None,
        kinds=print_kinds(access),
        groups=class_choices(access),
        school=request.school,
    )
    if request.method == "POST" and carried_out(form, lambda: _ask(request, form)):
        return redirect(PAGE, request.school.slug, form.made.pk)
    return render(
        request, "pupils/print_centre/page.html", {"form": form, "batches": batches_of(access)}
    )


@school_view(Permission.VIEW_NEEDS)
def print_batch(request: HttpRequest, print_batch) -> HttpResponse:
    """How far it is, each document; `?as=pdf` all as one, `?as=zip` each for itself."""
    page = _found(request, print_batch)
    wanted = request.GET.get("as", "")
    is_file = wanted in ("pdf", "zip") and page.ready > 0
    record_event(
        Action.DOWNLOAD if is_file else Action.VIEW_PUPILS,
        school=request.school,
        by=request.access,
        pupil_ids=page.ready_ids if is_file else page.pupil_ids,
        subject=page.batch,
    )
    if is_file:
        data = joint_pdf(page) if wanted == "pdf" else zip_of(page)
        return as_download(data, f"{page.kind.code}-{request.access.today:%Y-%m-%d}.{wanted}")
    work = job_progress(page.job, request.access) if page.job and page.is_open else None
    return render(request, "pupils/print_centre/batch.html", {"page": page, "work": work})


@school_view(Permission.VIEW_NEEDS)
@require_POST
def print_batch_again(request: HttpRequest, print_batch) -> HttpResponse:
    """Go on with what was stopped, and try again what could not be set."""
    page = _found(request, print_batch)
    try:
        set_again(batch=page.batch, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(PAGE, request.school.slug, page.batch.pk)


def _ask(request: HttpRequest, form: BatchForm) -> None:
    ids = children_to_print(request.access, **form.whom)
    form.made = ask_for_batch(school=request.school, pupil_ids=ids, by=request.user, **form.facts)


def _found(request: HttpRequest, pk: UUID) -> BatchPage:
    page = batch_page(request.access, pk)
    if page is None:
        raise Http404
    return page
