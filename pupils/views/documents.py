"""A child's documents: seen, filed, opened, replaced, put in the bin."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.documents import BinForm, DocumentForm, FilingForm, VersionForm
from pupils.models import Document
from pupils.selectors.documents import (
    advice_of,
    binned_document_of,
    binned_of,
    document_of,
    documents_of,
    kinds_among,
    line_of,
    sealed_of,
    version_of_document,
    versions_of,
)
from pupils.selectors.identity import Child, find_child
from pupils.selectors.openings import who_opened
from pupils.services.documents.binning import bin_document, restore_document
from pupils.services.documents.filing import change_document, file_document, replace_document
from pupils.views.document_files import document_file
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_documents"


@dataclass(frozen=True)
class Filed:
    """What became of one file of an upload."""

    name: str
    document: Document | None = None
    refusal: str = ""


@school_view(Permission.VIEW_DOCUMENTS)
def child_documents(request: HttpRequest, pupil) -> HttpResponse:
    """Everything on file about a child that the asker may read."""
    child = open_child(request, pupil, Action.VIEW_DOCUMENTS)
    access = request.access
    lines = documents_of(access, child.pupil)
    kinds = kinds_among(lines)
    kind = request.GET.get("kind", "")
    may_edit = access.can(Permission.EDIT_DOCUMENTS)
    may_seal = access.can(Permission.SEAL_DOCUMENTS)
    return child_page(
        request,
        "pupils/documents/list.html",
        child,
        tab="documents",
        lines=[line for line in lines if kind in ("", line.kind)],
        count=len(lines),
        kinds=kinds,
        kind=kind,
        binned=binned_of(access, child.pupil) if may_edit else [],
        sealed=sealed_of(access, child.pupil) if may_seal else [],
        may_add=access.can(Permission.ADD_DOCUMENTS),
        may_edit=may_edit,
    )


@school_view(Permission.VIEW_DOCUMENTS)
def advice_list(request: HttpRequest, pupil) -> HttpResponse:
    """The list of advice and information, as Section K of a plan has it, for reading and print."""
    child = open_child(request, pupil, Action.VIEW_ADVICE)
    lines = advice_of(request.access, child.pupil)
    may_export = request.access.can(Permission.EXPORT)
    return child_page(
        request,
        "pupils/documents/advice.html",
        child,
        tab="documents",
        lines=lines,
        may_export=may_export,
    )


@school_view(Permission.ADD_DOCUMENTS)
def document_add(request: HttpRequest, pupil) -> HttpResponse:
    """File one document or several; without script all at once, with it one by one."""
    child = open_child(request, pupil)
    form = FilingForm(request.POST or None, request.FILES or None, access=request.access)
    context = {"template": "pupils/documents/add.html"}
    if request.method == "POST" and form.is_valid():
        filed = [_filed(child, each, form.facts, request.user) for each in form.uploads]
        if request.htmx:
            return render(request, "pupils/documents/add.html#filed", {"filed": filed})
        if all(each.document for each in filed):
            done(request, _filed_words(request, child, filed))
            return redirect(child_url(PAGE, child))
        context["filed"] = filed
    elif request.method == "POST" and request.htmx:
        return render(request, "pupils/documents/add.html#invalid", {"form": form}, status=422)
    return child_form(
        request, child, form, heading="Add documents", submit="File them", back=PAGE, **context
    )


def _filed(child: Child, file, facts: dict, by) -> Filed:
    try:
        upload = Upload.of(file)
        return Filed(file.name, file_document(pupil=child.pupil, upload=upload, by=by, **facts))
    except (FileRefused, TransitionNotAllowed) as refused:
        return Filed(file.name, refusal=str(refused))


def _filed_words(request: HttpRequest, child: Child, filed: list[Filed]) -> str:
    words = "The document is filed." if len(filed) == 1 else f"{len(filed)} documents are filed."
    seen = {line.id for line in documents_of(request.access, child.pupil)}
    if all(each.document.pk in seen for each in filed):
        return words
    return f"{words} Not all are in your list: few people read what is sensitive."


@school_view(Permission.VIEW_DOCUMENTS)
def document(request: HttpRequest, pupil, document) -> HttpResponse:
    """What is known of a document: facts, versions, who has opened it."""
    child, found = _opened(request, pupil, document, Action.VIEW_DOCUMENT)
    may_seal = request.access.can(Permission.SEAL_DOCUMENTS)
    return child_page(
        request,
        "pupils/documents/document.html",
        child,
        tab="documents",
        line=line_of(found),
        document=found,
        versions=versions_of(found),
        openers=who_opened(found) if may_seal else [],
        may_seal=may_seal,
        may_edit=request.access.can(Permission.EDIT_DOCUMENTS),
    )


@school_view(Permission.VIEW_DOCUMENTS)
def document_open(request: HttpRequest, pupil, document) -> HttpResponse:
    """The newest file of a document, to save or open outside the browser."""
    _, found = _opened(request, pupil, document, Action.OPEN_DOCUMENT)
    return document_file(found, versions_of(found)[0])


@school_view(Permission.VIEW_DOCUMENTS)
def version_open(request: HttpRequest, pupil, document, document_version) -> HttpResponse:
    """An earlier file of a document."""
    _, found = _opened(request, pupil, document, Action.OPEN_DOCUMENT)
    version = version_of_document(found, document_version)
    if version is None:
        raise Http404
    return document_file(found, version)


@school_view(Permission.EDIT_DOCUMENTS)
def document_change(request: HttpRequest, pupil, document) -> HttpResponse:
    """Change what is said of a document."""
    child, found = _opened(request, pupil, document, Action.VIEW_DOCUMENT)
    form = DocumentForm(request.POST or None, record=found, access=request.access)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_document(
            document=found,
            changes=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "It is saved.")
        return redirect(child_url("document", child, found.pk))
    return child_form(
        request, child, form, heading="Change what is said of it", submit="Save", back=PAGE
    )


@school_view(Permission.EDIT_DOCUMENTS)
def document_replace(request: HttpRequest, pupil, document) -> HttpResponse:
    """File a newer version."""
    child, found = _opened(request, pupil, document, Action.VIEW_DOCUMENT)
    form = VersionForm(request.POST or None, request.FILES or None)

    def replace() -> None:
        upload = Upload.of(form.cleaned_data["file"])
        note = form.cleaned_data["note"]
        replace_document(document=found, upload=upload, by=request.user, note=note)

    if request.method == "POST" and taken(form, replace):
        done(request, "The new version is filed. The earlier ones stay.")
        return redirect(child_url("document", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading="File a new version",
        submit="File it",
        back=PAGE,
        template="pupils/documents/one_file.html",
    )


@school_view(Permission.EDIT_DOCUMENTS)
def document_bin(request: HttpRequest, pupil, document) -> HttpResponse:
    """Put a document in the bin, after asking why."""
    child, found = _opened(request, pupil, document, Action.VIEW_DOCUMENT)
    form = BinForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: bin_document(document=found, by=request.user, **form.cleaned_data)
    ):
        undo = child_url("document_restore", child, found.pk)
        done(request, "The document is in the bin for 30 days.", undo_url=undo)
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Put it in the bin",
        submit="Put it in the bin",
        back=PAGE,
        note="It can be taken out for 30 days. After that it is deleted for good, and the log "
        "keeps the proof.",
    )


@school_view(Permission.EDIT_DOCUMENTS)
@require_POST
def document_restore(request: HttpRequest, pupil, document) -> HttpResponse:
    """Take a document out of the bin."""
    child = open_child(request, pupil)
    found = binned_document_of(request.access, child.pupil, document)
    if found is None:
        raise Http404
    try:
        restore_document(document=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "The document is back on the record.")
    return redirect(child_url(PAGE, child))


def taken(form, change) -> bool:
    """Run a change that takes a file; why it was not taken becomes an error of the form."""

    def tried() -> None:
        try:
            change()
        except FileRefused as refused:
            form.add_error("file", str(refused))

    return carried_out(form, tried)


def _opened(request: HttpRequest, pupil: UUID, pk: UUID, action: Action) -> tuple[Child, Document]:
    """The child and the document, if the asker may read it; the reading is written down."""
    child = find_child(request.access, pupil)
    found = document_of(request.access, child.pupil, pk) if child else None
    if child is None or found is None:
        raise Http404
    record_event(action, school=request.school, by=request.access, pupil_ids=[pupil], subject=found)
    return child, found
