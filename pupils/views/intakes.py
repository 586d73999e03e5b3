"""Existing passports from Word and PDF: dropped, looked at, taken in, taken back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.components import Progress
from aylsham.jobs.codes import JobState
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.codes import IntakeState
from pupils.forms.intakes import DropForm, IntakeFileForm
from pupils.list_files_of_school import INTAKES
from pupils.models import PassportIntake
from pupils.selectors.identity import find_child
from pupils.selectors.intakes import (
    IntakeLine,
    children_to_choose,
    file_of,
    intake_of,
    intake_page,
    intakes_of,
    job_of,
)
from pupils.services.intakes.receiving import (
    discard_intake,
    receive_passports,
    start_taking_in,
)
from pupils.services.intakes.taking import decide_on_file, take_back

WORKING = (IntakeState.READING, IntakeState.WRITING)


@school_view(Permission.IMPORT_PASSPORTS)
@has_file
def intakes(request: HttpRequest) -> HttpResponse:
    """Drop existing passports, and see what became of earlier ones."""
    form = DropForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and (uploads := form.read()) is not None:
        try:
            made = receive_passports(school=request.school, uploads=uploads, by=request.user)
            return redirect(_page(request, made))
        except TransitionNotAllowed as refused:
            form.add_error("files", str(refused))
    earlier = intakes_of(request.school)
    if asks_for_file(request):
        return list_file(request, INTAKES, earlier)
    return render(request, "pupils/intakes/drop.html", {"form": form, "earlier": earlier})


@school_view(Permission.IMPORT_PASSPORTS)
def intake(request: HttpRequest, intake: UUID) -> HttpResponse:
    """One drop: being read, waiting for a person, taken in."""
    found = _found(request, intake)
    if found.state in WORKING:
        return _progress(request, found)
    if request.htmx:  # the progress bar asked: there is a page to see now
        return HttpResponse(headers={"HX-Refresh": "true"})
    page = intake_page(found)
    record_event(
        Action.VIEW_IMPORT,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
        subject=found,
    )
    is_ready = found.state == IntakeState.READY
    children = children_to_choose(request.school, request.access.today) if page.open else []
    return render(
        request,
        "pupils/intakes/intake.html",
        {
            "intake": found,
            "page": page,
            "forms": [(line, _form(None, line, children)) for line in page.open if is_ready],
            "can_undo": found.can_be_undone(timezone.now()),
        },
    )


@school_view(Permission.IMPORT_PASSPORTS)
@require_POST
def intake_decide(request: HttpRequest, intake: UUID, intake_file: UUID) -> HttpResponse:
    """Answer what was asked about one file."""
    found = _found(request, intake)
    file = file_of(found, intake_file)
    if file is None:
        raise Http404
    line = next(line for line in intake_page(found).lines if line.id == file.pk)
    form = _form(request.POST, line, children_to_choose(request.school, request.access.today))
    if not form.is_valid():
        problem(request, "Say whose passport it is, or leave the file out.")
        return redirect(_page(request, found))
    child = find_child(request.access, form.pupil_id) if form.pupil_id else None
    try:
        pupil = child.pupil if child else None
        decide_on_file(file=file, pupil=pupil, choices=form.choices, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_page(request, found))


@school_view(Permission.IMPORT_PASSPORTS)
@require_POST
def intake_take(request: HttpRequest, intake: UUID) -> HttpResponse:
    """Take in every file without an open question."""
    found = _found(request, intake)
    try:
        as_strategies = "strategies" in request.POST
        start_taking_in(intake=found, as_strategies=as_strategies, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_page(request, found))


@school_view(Permission.IMPORT_PASSPORTS)
@require_POST
def intake_discard(request: HttpRequest, intake: UUID) -> HttpResponse:
    """Forget the files."""
    try:
        discard_intake(intake=_found(request, intake), by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "The files are forgotten. Nothing was taken in.")
    return redirect("passport_intakes", request.school.slug)


@school_view(Permission.IMPORT_PASSPORTS)
@require_POST
def intake_back(request: HttpRequest, intake: UUID) -> HttpResponse:
    """Take everything back, within a day."""
    found = _found(request, intake)
    try:
        stays = take_back(intake=found, on=request.access.today, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        kept = f" Lines that were changed since stay as they are: {stays}." if stays else ""
        done(request, f"Everything is as it was before.{kept}")
    return redirect(_page(request, found))


def _form(data, line: IntakeLine, children) -> IntakeFileForm:
    return IntakeFileForm(data, line=line, children=children)


def _found(request: HttpRequest, pk: UUID) -> PassportIntake:
    found = intake_of(request.school, pk)
    if found is None or not request.access.reaches_children:
        raise Http404
    return found


def _page(request: HttpRequest, intake: PassportIntake) -> str:
    return reverse("passport_intake", args=[request.school.slug, intake.pk])


def _progress(request: HttpRequest, found: PassportIntake) -> HttpResponse:
    job = job_of(found)
    has_failed = bool(job and job.state == JobState.FAILED)
    label = "Reading the files" if found.state == IntakeState.READING else "Taking them in"
    work = Progress(
        label=label,
        done=job.steps_done if job else 0,
        total=job.steps_total if job else None,
        url=_page(request, found),
        words=(job and (job.error if has_failed else job.sentence)) or "Waiting for its turn",
        has_failed=has_failed,
    )
    template = "pupils/intakes/working.html"
    if request.htmx:
        return render(request, f"{template}#progress", {"work": work})
    return render(request, template, {"intake": found, "work": work})
