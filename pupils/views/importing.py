"""Importing a roll or a list of plans: upload, look, put right, write, take back."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.components import Progress
from aylsham.jobs.codes import JobState
from aylsham.jobs.services import start_job
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.codes import ImportState
from pupils.forms.importing import CellForm, ColumnsForm, DecisionForm, RowForm, UploadForm
from pupils.importing.columns import Vocabulary
from pupils.importing.vocabularies import VOCABULARIES
from pupils.list_files_of_school import IMPORTS
from pupils.models import FileImport
from pupils.selectors.import_previews import preview_of
from pupils.selectors.importing import (
    closed_to,
    files_of_above,
    find_import,
    headings_with_formulas,
    imports_of,
    job_of,
    kind_words,
    kinds_for,
    meanings,
    open_differences,
    reading_key,
    summary,
)
from pupils.services.importing.lifecycle import (
    correct_cell,
    decide,
    discard_import,
    leave_out_row,
    name_columns,
    preview_mark,
    receive_file,
    undo_import,
    write_import,
)
from pupils.services.importing.undoing import UndoRefused
from pupils.services.importing.watching import watched_folder

PER_PAGE = 25


@school_view(Permission.IMPORT_FILES)
@has_file
def imports(request: HttpRequest) -> HttpResponse:
    """Upload a file, and see what earlier files did."""
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        kinds=kinds_for(request.access),
        above={code: kind.asked for code, kind in files_of_above().items()},
        asked=request.GET.get("kind", ""),
    )
    if request.method == "POST" and form.is_valid():
        return redirect(_page(request, _received(request, form)))
    if asks_for_file(request):
        return list_file(request, IMPORTS, _told(imports_of(request.school, request.access)))
    page = Paginator(imports_of(request.school, request.access), PER_PAGE).get_page(
        request.GET.get("page")
    )
    has_roll = request.access.can(Permission.IMPORT_ROLL)
    context = {
        "form": form,
        "page": page,
        "lines": _told(page),
        "has_roll": has_roll,
        "folder": watched_folder(request.school) if has_roll else None,
        "differences": open_differences(request.school, request.access).count() if has_roll else 0,
    }
    return render(request, "pupils/importing/imports.html", context)


def _received(request: HttpRequest, form: UploadForm) -> FileImport:
    file = form.cleaned_data["file"]
    file_import = receive_file(
        school=request.school,
        kind=form.cleaned_data["kind"],
        data=file.read(),
        name=file.name,
        by=request.user,
    )
    start_job(
        "read_import",
        school=request.school,
        by=request.user,
        key=reading_key(file_import),
        arguments={"file_import": file_import.pk},
    )
    return file_import


@school_view(Permission.IMPORT_FILES)
def import_page(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """One import: being read, waiting for a person, done or refused."""
    found = _found(request, file_import)
    if found.state == ImportState.READING:
        return _progress(request, found)
    if request.htmx:  # the progress bar asked: there is a page to see now
        return HttpResponse(headers={"HX-Refresh": "true"})
    if found.state in (ImportState.REFUSED, ImportState.DISCARDED):
        return render(request, "pupils/importing/refused.html", {"file_import": found})
    is_whole = "all" in request.GET
    preview = preview_of(found, request.access, is_whole=is_whole)
    record_event(
        Action.VIEW_IMPORT,
        school=request.school,
        by=request.access,
        pupil_ids=preview.pupil_ids,
        subject=found,
    )
    template = "preview" if found.state == ImportState.READY else "done"
    return render(
        request,
        f"pupils/importing/{template}.html",
        {
            "file_import": found,
            "kind_words": kind_words(found),
            "preview": preview,
            "summary": summary(found),
            "mark": preview_mark(found),
            "columns": meanings(found, _fields(found)),
            "can_undo": found.can_be_undone(timezone.now()),
        },
    )


def _fields(file_import: FileImport) -> Vocabulary:
    if above := files_of_above().get(file_import.kind):
        return above.fields
    return VOCABULARIES[file_import.kind]


def _progress(request: HttpRequest, found: FileImport) -> HttpResponse:
    job = job_of(found)
    url = _page(request, found)
    work = Progress(
        label=f"Reading {found.file_name}",
        done=job.steps_done if job else 0,
        total=job.steps_total if job else None,
        url=url,
        words=(job.sentence if job else "") or "Waiting for its turn",
        has_failed=bool(job and job.state == JobState.FAILED),
    )
    if work.has_failed:
        work = Progress(**{**work.__dict__, "words": job.error})
    template = "pupils/importing/reading.html"
    if request.htmx:
        return render(request, f"{template}#progress", {"work": work})
    return render(request, template, {"file_import": found, "work": work})


@school_view(Permission.IMPORT_FILES)
def import_columns(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Say what the columns mean; remembered for the school."""
    found = _found(request, file_import, ImportState.READY)
    unread = {each["heading"]: each["suggestion"] for each in found.preview["unrecognised"]}
    fields = _fields(found)
    form = ColumnsForm(
        request.POST or None,
        known=dict(found.preview["columns"]),
        unread=unread,
        samples=found.preview["samples"],
        fields=fields,
        calculated=headings_with_formulas(found),
    )
    if request.method == "POST" and form.is_valid():
        name_columns(
            file_import=found, mapping=form.mapping, today=request.access.today, by=request.user
        )
        done(request, "The columns are read as you said.")
        return redirect(_page(request, found))
    return render(
        request,
        "pupils/importing/columns.html",
        {
            "form": form,
            "file_import": found,
            "unread": len(unread),
            "cancel_url": _page(request, found),
        },
    )


@school_view(Permission.IMPORT_FILES)
@require_POST
def import_cell(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Type what a cell should say."""
    form = CellForm(request.POST)
    return _put_right(request, file_import, form, correct_cell, ("row", "column", "text"))


@school_view(Permission.IMPORT_FILES)
@require_POST
def import_row(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Leave a row out, or take it in again."""
    form = RowForm(request.POST)
    return _put_right(request, file_import, form, leave_out_row, ("row", "is_out"))


@school_view(Permission.IMPORT_FILES)
@require_POST
def import_decision(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Decide which child, whose word, or who has left."""
    form = DecisionForm(request.POST)
    if form.is_valid() and form.cleaned_data["what"] == "take_theirs":
        found = _found(request, file_import, ImportState.READY)
        if closed := closed_to(request.access, found, form.cleaned_data["key"]):
            require(request, closed)
    return _put_right(request, file_import, form, decide, ("what", "key", "choice"))


def _put_right(request: HttpRequest, pk: UUID, form, service, names) -> HttpResponse:
    """Carry out one small change of a preview and show the preview again."""
    found = _found(request, pk, ImportState.READY)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in names}
        service(file_import=found, today=request.access.today, by=request.user, **values)
    else:
        problem(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect(f"{_page(request, found)}#needs-you")


@school_view(Permission.IMPORT_FILES)
@require_POST
def import_write(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Write the good rows that were seen."""
    found = _found(request, file_import)
    try:
        write_import(
            file_import=found,
            mark=request.POST.get("mark", ""),
            today=request.access.today,
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        undo = reverse("import_undo", args=[request.school.slug, found.pk])
        done(request, "The good rows are written.", undo_url=undo)
    return redirect(_page(request, found))


@school_view(Permission.IMPORT_FILES)
@require_POST
def import_discard(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Write nothing and forget the file."""
    found = _found(request, file_import)
    try:
        discard_import(file_import=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(_page(request, found))
    done(request, "Nothing was written. The file is forgotten.")
    return redirect("imports", school=request.school.slug)


@school_view(Permission.IMPORT_FILES)
@require_POST
def import_undo(request: HttpRequest, file_import: UUID) -> HttpResponse:
    """Take an import back, or say which later edits would be lost."""
    found = _found(request, file_import)
    try:
        undo_import(file_import=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    except UndoRefused as refused:
        return render(
            request,
            "pupils/importing/undo_refused.html",
            {"file_import": found, "edits": refused.edits},
            status=409,
        )
    else:
        done(request, "The import is taken back. Everything is as it was before.")
    return redirect(_page(request, found))


def _found(request: HttpRequest, pk: UUID, *states: ImportState) -> FileImport:
    """The import, in one of these states; another page of it shows what became of it."""
    found = find_import(request.school, request.access, pk)
    if found is None or (states and found.state not in states):
        raise Http404
    return found


def _page(request: HttpRequest, file_import: FileImport) -> str:
    return reverse("import", args=[request.school.slug, file_import.pk])


def _told(found) -> list[tuple]:
    return [(each, kind_words(each), summary(each) if each.counts else "") for each in found]
