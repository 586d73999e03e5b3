"""What a school publishes, of every kind: drafted, worded, sent to the head, published, given away."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from reports.forms.publications import (
    PublicationWordsForm,
    PublishForm,
    SendBackForm,
    WithdrawForm,
)
from reports.models import Publication
from reports.publication_text import plain_text
from reports.publication_word import publication_word as word_of
from reports.publications.kind import Kind
from reports.publications.kinds import kind_of
from reports.selectors.publications import (
    first_day_before,
    names_in_words,
    paper_of,
    publication_of,
    publication_page,
    publications_of,
)
from reports.services.publications import (
    ask_for_pdf,
    publish,
    read_record_again,
    send_back,
    send_to_head,
    start_publication,
    withdraw,
    write_words,
)


@school_view(Permission.READ_REPORTS)
def publications(request: HttpRequest, document_kind: Kind) -> HttpResponse:
    """The documents of a kind, the newest first."""
    lines = publications_of(request.access, request.school, document_kind)
    context = {
        "kind": document_kind,
        "record_url": _record_url(request, document_kind),
        "lines": lines,
        "is_open": any(not line.publication.is_out for line in lines),
        "may_edit": request.access.can(Permission.PREPARE_REPORTS),
    }
    return render(request, "reports/publications/list.html", context)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def publication_start(request: HttpRequest, document_kind: Kind) -> HttpResponse:
    """Begin the next one, or open the one that is being written."""
    draft = start_publication(kind=document_kind, school=request.school, by=request.user)
    return redirect(_page(request, draft))


@school_view(Permission.READ_REPORTS)
def publication(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """One document, what is missing in it, and the next step."""
    found = _found(request, document_kind, publication)
    _seen(request, found, Action.VIEW_REPORT)
    context = {
        "page": publication_page(request.access, found),
        "record_url": _record_url(request, document_kind),
    }
    return render(request, "reports/publications/page.html", context)


@school_view(Permission.PREPARE_REPORTS)
def publication_words(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """The school's own words."""
    found = _found(request, document_kind, publication)
    form = PublicationWordsForm(request.POST or None, publication=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_words(
            publication=found,
            words=form.words,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, f"Your words are in the {document_kind.short}.")
        return redirect(_page(request, found))
    may_know = request.access.can(Permission.VIEW_NEEDS)
    kept_back = document_kind.left_out(request.school, request.access.today) if may_know else {}
    heading, submit = "The school’s words", "Save the words"
    return _form(request, found, form, heading, submit, words=True, left_out=kept_back)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def publication_step(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """Read the record again, or with `what=send` give the draft to the head."""
    found = _found(request, document_kind, publication)
    step = send_to_head if request.POST.get("what") == "send" else read_record_again
    words = "The head has it." if step is send_to_head else "The record was read again."
    return _stepped(request, found, partial(step, publication=found, by=request.user), words)


@school_view(Permission.PUBLISH_REPORTS)
def publication_publish(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """Publish it, after asking."""
    found = _found(request, document_kind, publication)
    first = first_day_before(found)
    form = PublishForm(request.POST or None, kind=document_kind, starts_on=first)
    if request.method == "POST" and carried_out(
        form,
        lambda: publish(publication=found, by=request.user, **form.facts),
    ):
        done(request, "It is published. Put it on your website: as a web page, PDF or Word file.")
        return redirect(_page(request, found))
    return _form(
        request, found, form, "Publish it", "Publish it", names=names_in_words(found), asks=True
    )


@school_view(Permission.PUBLISH_REPORTS)
def publication_back(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """Give it back to whoever writes it, with words."""
    found = _found(request, document_kind, publication)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: send_back(publication=found, words=form.cleaned_data["words"], by=request.user),
    ):
        done(request, "It is a draft again, with your words.")
        return redirect(_page(request, found))
    return _form(request, found, form, "Send it back", "Send it back")


@school_view(Permission.PUBLISH_REPORTS)
def publication_withdraw(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """Take a published one back, with a reason that stays in the record."""
    found = _found(request, document_kind, publication)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: withdraw(publication=found, why=form.cleaned_data["why"], by=request.user),
    ):
        done(request, "It is withdrawn. Take it off the website too.")
        return redirect(_page(request, found))
    return _form(request, found, form, "Withdraw it", "Withdraw it")


@school_view(Permission.READ_REPORTS)
@require_POST
def publication_print(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """Have the PDF made where that went wrong."""
    found = _found(request, document_kind, publication)
    step = partial(ask_for_pdf, publication=found, by=request.user)
    return _stepped(request, found, step, "The PDF is being made.")


@school_view(Permission.READ_REPORTS)
def publication_word(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """The document as a Word file."""
    found = _found(request, document_kind, publication)
    return _file(request, found, word_of(paper_of(found)), "docx")


@school_view(Permission.READ_REPORTS)
def publication_text(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """The document as plain text, to copy into a form of somebody else."""
    found = _found(request, document_kind, publication)
    _seen(request, found, Action.VIEW_REPORT)
    paper = paper_of(found)
    context = {"paper": paper, "text": plain_text(paper)}
    return render(request, "reports/publications/text.html", context)


@school_view(Permission.READ_REPORTS)
def publication_html(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """The document as a web page of its own, to put on the school's website."""
    found = _found(request, document_kind, publication)
    html = render_to_string("reports/publications/website.html", {"paper": paper_of(found)})
    return _file(request, found, html.encode(), "html")


@school_view(Permission.READ_REPORTS)
def publication_pdf(request: HttpRequest, document_kind: Kind, publication) -> HttpResponse:
    """The PDF of a published document."""
    found = _found(request, document_kind, publication)
    kept = found.files.first()
    if kept is None:
        raise Http404
    return _file(request, found, bytes(kept.pdf), "pdf")


def _found(request: HttpRequest, kind: Kind, pk) -> Publication:
    found = publication_of(request.access, request.school, kind, pk)
    if found is None:
        raise Http404
    return found


def _record_url(request: HttpRequest, kind: Kind) -> str:
    if kind.record_page is None or not request.access.can(Permission.PREPARE_REPORTS):
        return ""
    return reverse(kind.record_page[1], args=[request.school.slug])


def _page(request: HttpRequest, found: Publication) -> str:
    return reverse("publication", args=[request.school.slug, found.kind, found.pk])


def _form(request: HttpRequest, found, form, heading: str, submit: str, **more) -> HttpResponse:
    context = {
        "kind": kind_of(found.kind),
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": _page(request, found),
    }
    return render(request, "reports/publications/form.html", context | more)


def _stepped(request: HttpRequest, found: Publication, step, words: str) -> HttpResponse:
    try:
        step()
        done(request, words)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_page(request, found))


def _file(request: HttpRequest, found: Publication, data: bytes, ending: str) -> HttpResponse:
    _seen(request, found, Action.DOWNLOAD_REPORT)
    return as_download(data, f"{found.kind}-{found.read_on.isoformat()}.{ending}")


def _seen(request: HttpRequest, found: Publication, action: Action) -> None:
    detail = {"of": found.kind}
    record_event(action, school=request.school, by=request.access, subject=found, detail=detail)
