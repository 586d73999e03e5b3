"""Governor reports: the list, one report, its PDF, and each step from the draft to its readers."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from lac.selectors.year_reports import published_lines
from reports.forms.governor import ReportForm, WithdrawForm, WordsForm
from reports.governor.addresses import report_url
from reports.governor.document import Document, document_of
from reports.governor.plain import plain_parts
from reports.list_files import GOVERNOR_REPORTS
from reports.models import GovernorReport
from reports.publication_word import word_file
from reports.selectors.published import find_report, pdf_of, report_lines, reportables
from reports.selectors.report_page import report_page
from reports.selectors.surveys.rounds import is_survey_due
from reports.services.governor.preparing import (
    ask_for_pdf,
    discard_draft,
    prepare_report,
    write_words,
)
from reports.services.governor.publishing import publish_report, withdraw_report
from reports.services.governor.recording import record_report


@school_view(Permission.READ_REPORTS)
@has_file
def reports(request: HttpRequest) -> HttpResponse:
    """The governor reports of a school."""
    return _list(request)


@federation_view(Permission.READ_REPORTS)
@has_file
def federation_reports(request: HttpRequest) -> HttpResponse:
    """The governor reports of the person's schools and federation."""
    return _list(request)


def _list(request: HttpRequest) -> HttpResponse:
    if asks_for_file(request):
        return list_file(request, GOVERNOR_REPORTS, report_lines(request.access))
    may_prepare = request.access.can(Permission.PREPARE_REPORTS)
    context = {"lines": report_lines(request.access), "may_prepare": may_prepare}
    context |= {"year_reports": published_lines(request.access)}
    if may_prepare:
        found = reportables(request.access)
        form = ReportForm(_sent(request), reportables=found)
        context |= {"form": form, "is_countable": any(each.terms for each in found)}
        context |= {"is_survey_due": is_survey_due(request.access)}
        if request.method == "POST" and carried_out(form, partial(_prepare, request, form)):
            return redirect(report_url(form.made, "report"))
    elif request.method == "POST":
        require(request, Permission.PREPARE_REPORTS)
    return render(request, "reports/governor/list.html", context)


def _sent(request: HttpRequest) -> QueryDict | None:
    """What a form is filled with; a form without a field is sent too."""
    return request.POST if request.method == "POST" else None


def _prepare(request: HttpRequest, form: ReportForm) -> None:
    form.made = prepare_report(by=request.user, **form.facts)


def report(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """One report as a page: its words and figures, and the next step."""
    record_report(Action.VIEW_REPORT, found, by=request.access)
    page = report_page(request.access, found)
    return render(request, "reports/governor/report.html", {"page": page})


def pdf(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """The PDF, as it was published."""
    kept = pdf_of(found)
    if kept is None:
        raise Http404
    record_report(Action.DOWNLOAD_REPORT, found, by=request.access, digest=kept.digest)
    return as_download(bytes(kept.pdf), _file_name(found, "pdf"))


def word(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """The report as a Word file."""
    document = _document(found)
    lines = [document.report.owner, document.for_whom]
    lines += ["Draft, not published."] if document.is_draft else []
    parts = plain_parts(document)
    return _file(
        request, found, word_file(document.report.owner, document.title, lines, parts), "docx"
    )


def html(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """The report as a web page of its own, for the school's website or the governors' platform."""
    document = _document(found)
    context = {"document": document, "parts": plain_parts(document)}
    page = render_to_string("reports/governor/website.html", context)
    return _file(request, found, page.encode(), "html")


def _document(found: GovernorReport) -> Document:
    if found.is_counting or not found.content:
        raise Http404
    return document_of(found)


def _file(request: HttpRequest, found: GovernorReport, data: bytes, ending: str) -> HttpResponse:
    record_report(Action.DOWNLOAD_REPORT, found, by=request.access, format=ending)
    return as_download(data, _file_name(found, ending))


def _file_name(found: GovernorReport, ending: str) -> str:
    name = f"send-report-{found.owner.slug}-{found.term}-{found.audience}-v{found.version}"
    return f"{name}{'-draft' if found.is_open else ''}.{ending}"


def words(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """The SENDCo's own words."""
    form = WordsForm(_sent(request), report=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_words(
            report=found,
            words=form.words,
            version=form.cleaned_data["version"] or None,
            by=request.user,
        ),
    ):
        done(request, "Your words are in the report.")
        return redirect(report_url(found, "report"))
    context = {"form": form, "cancel_url": report_url(found, "report")}
    return render(request, "reports/governor/words.html", context)


@require_POST
def again(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """Count a draft anew, or with `what=pdf` have the PDF made."""
    try:
        if request.POST.get("what") == "pdf":
            ask_for_pdf(report=found, by=request.user)
        elif found.is_open:
            prepare_report(
                owner=found.owner, key=found.key, audience=found.readers, by=request.user
            )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(report_url(found, "report"))


def publish(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """Give the draft to its readers: asks first."""
    return _step(
        request,
        found,
        Form(_sent(request)),
        lambda form: publish_report(report=found, by=request.user),
        template="publish",
        said="It is published. The PDF is being made.",
    )


def withdraw(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """Take a published report back, with a reason."""
    return _step(
        request,
        found,
        WithdrawForm(_sent(request)),
        lambda form: withdraw_report(
            report=found, reason=form.cleaned_data["reason"], by=request.user
        ),
        template="withdraw",
        said="It is withdrawn. Governors can no longer open it.",
    )


def discard(request: HttpRequest, found: GovernorReport) -> HttpResponse:
    """Throw a draft away: asks first."""
    return _step(
        request,
        found,
        Form(_sent(request)),
        lambda form: discard_draft(report=found, by=request.user),
        template="discard",
        said="The draft is gone.",
        then="reports",
    )


def _step(
    request: HttpRequest,
    found: GovernorReport,
    form: Form,
    change: Callable[[Form], object],
    *,
    template: str,
    said: str,
    then: str = "report",
) -> HttpResponse:
    if request.method == "POST" and carried_out(form, lambda: change(form)):
        done(request, said)
        return redirect(report_url(found, then))
    context = {"form": form, "report": found, "cancel_url": report_url(found, "report")}
    return render(request, f"reports/governor/{template}.html", context)


Page = Callable[[HttpRequest, GovernorReport], HttpResponse]


def of_school(permission: Permission, page: Page) -> Callable[..., HttpResponse]:
    """The page for a report of a school, whose id stands in the address."""

    @school_view(permission)
    def view(request: HttpRequest, report: UUID) -> HttpResponse:
        return page(request, _found(request, report))

    return view


def of_federation(permission: Permission, page: Page) -> Callable[..., HttpResponse]:
    """The page for the report of a federation, `?report=` its id: no row of a school."""

    @federation_view(permission)
    def view(request: HttpRequest) -> HttpResponse:
        try:
            wanted = UUID(request.GET.get("report", ""))
        except ValueError:
            raise Http404 from None
        return page(request, _found(request, wanted))

    return view


def _found(request: HttpRequest, wanted: UUID) -> GovernorReport:
    found = find_report(request.access, wanted)
    if found is None:
        raise Http404
    return found
