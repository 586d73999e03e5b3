"""The designated teacher's report: written, checked for names, sent to the head, published."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from lac.forms.year_reports import (
    AnswerForm,
    SendBackForm,
    StartForm,
    WithdrawForm,
    YearWordsForm,
)
from lac.list_files import YEAR_REPORTS
from lac.models import YearReport
from lac.report_word import year_report_word as word_of
from lac.selectors.year_reports import (
    published_year_report,
    report_before,
    report_that_was_out,
    reports_of_school,
    year_paper,
    year_report_of,
    year_report_page,
    years_to_start,
)
from lac.services.year_reports import (
    answer_trace,
    ask_for_year_pdf,
    count_year_report,
    publish_year_report,
    send_back,
    send_to_head,
    start_year_report,
    withdraw_year_report,
    write_year_words,
)
from lac.views.opening import found
from lac.views.parts import parts_of_school


@school_view(Permission.READ_CARE)
@has_file
def year_reports(request: HttpRequest) -> HttpResponse:
    """The reports of a school, the newest first."""
    if asks_for_file(request):
        return list_file(request, YEAR_REPORTS, reports_of_school(request.access, request.school))
    may_edit = request.access.can(Permission.EDIT_CARE)
    years = years_to_start(request.access, request.school) if may_edit else []
    context = {
        "lines": reports_of_school(request.access, request.school),
        "form": StartForm(years=years) if years else None,
        "parts": parts_of_school(request.access, "year_reports"),
        "may_edit": may_edit,
    }
    return render(request, "lac/report/list.html", context)


@school_view(Permission.EDIT_CARE)
@require_POST
def year_report_start(request: HttpRequest) -> HttpResponse:
    """Begin the report of a year, or open the one that somebody began."""
    form = StartForm(request.POST, years=years_to_start(request.access, request.school))
    if not form.is_valid():
        return redirect("year_reports", request.school.slug)
    year = form.cleaned_data["year"]
    report = start_year_report(school=request.school, academic_year=year, by=request.user)
    return redirect(_page(request, report))


@school_view(Permission.READ_CARE)
def year_report(request: HttpRequest, year_report) -> HttpResponse:
    """One report, what may lead to a child, and the next step."""
    report = _report(request, year_report)
    _seen(request, report, Action.VIEW_REPORT)
    context = {"page": year_report_page(request.access, report)}
    return render(request, "lac/report/page.html", context)


@school_view(Permission.EDIT_CARE)
def year_report_words(request: HttpRequest, year_report) -> HttpResponse:
    """The designated teacher's own words."""
    report = _report(request, year_report)
    form = YearWordsForm(request.POST or None, report=report, before=report_before(report))
    if request.method == "POST" and carried_out(
        form,
        lambda: write_year_words(
            report=report,
            words=form.words,
            due_on=form.day,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "Your words are in the report.")
        return redirect(_page(request, report))
    return _form(request, report, form, "Your own words", "Save your words", words=True)


@school_view(Permission.EDIT_CARE)
def year_report_answer(request: HttpRequest, year_report) -> HttpResponse:
    """Say why something that was found leads to no child."""
    report = _report(request, year_report)
    form = AnswerForm(request.POST or None, initial={"key": request.GET.get("key", "")})
    if request.method == "POST" and carried_out(
        form, lambda: answer_trace(report=report, by=request.user, **form.cleaned_data)
    ):
        done(request, "It is answered. The answer is kept with the report.")
        return redirect(_page(request, report))
    return _form(request, report, form, "It leads to no child", "Keep the answer")


@school_view(Permission.EDIT_CARE)
@require_POST
def year_report_step(request: HttpRequest, year_report) -> HttpResponse:
    """Read the record again, or with `what=send` give the draft to the head."""
    report = _report(request, year_report)
    step = send_to_head if request.POST.get("what") == "send" else count_year_report
    words = "The head has it." if step is send_to_head else "The record was read again."
    return _stepped(request, report, partial(step, report=report, by=request.user), words)


@school_view(Permission.PUBLISH_REPORTS)
def year_report_publish(request: HttpRequest, year_report) -> HttpResponse:
    """Let governors read it, after asking."""
    report = _report(request, year_report)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: publish_year_report(report=report, by=request.user)
    ):
        done(request, "It is published. Governors find it among their reports.")
        return redirect(_page(request, report))
    context = {"form": form, "report": report, "cancel_url": _page(request, report)}
    return render(request, "lac/report/publish.html", context)


@school_view(Permission.PUBLISH_REPORTS)
def year_report_back(request: HttpRequest, year_report) -> HttpResponse:
    """Give it back to the designated teacher with words."""
    report = _report(request, year_report)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: send_back(report=report, words=form.cleaned_data["words"], by=request.user),
    ):
        done(request, "The designated teacher has it again, with your words.")
        return redirect(_page(request, report))
    return _form(request, report, form, "Send it back", "Send it back")


@school_view(Permission.PUBLISH_REPORTS)
def year_report_withdraw(request: HttpRequest, year_report) -> HttpResponse:
    """Take a published report back, with a reason that stays in the record."""
    report = _report(request, year_report)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: withdraw_year_report(report=report, why=form.cleaned_data["why"], by=request.user),
    ):
        done(request, "It is withdrawn. The designated teacher can begin it again with its words.")
        return redirect(_page(request, report))
    return _form(request, report, form, "Withdraw the report", "Withdraw it", withdraws=True)


@school_view(Permission.READ_CARE)
@require_POST
def year_report_print(request: HttpRequest, year_report) -> HttpResponse:
    """Have the PDF made where that went wrong."""
    report = _report(request, year_report)
    step = partial(ask_for_year_pdf, report=report, by=request.user)
    return _stepped(request, report, step, "The PDF is being made.")


@school_view(Permission.READ_CARE)
def year_report_word(request: HttpRequest, year_report) -> HttpResponse:
    """The report as a Word file."""
    return _word(request, _report(request, year_report))


@school_view(Permission.READ_CARE)
def year_report_pdf(request: HttpRequest, year_report) -> HttpResponse:
    """The PDF of a published report."""
    return _pdf(request, _report(request, year_report))


@school_view(Permission.READ_REPORTS)
def published_report(request: HttpRequest, year_report) -> HttpResponse:
    """A published report as governors read it; of a withdrawn one only that it was withdrawn."""
    report = found(report_that_was_out(request.school, year_report))
    _seen(request, report, Action.VIEW_REPORT)
    if report.is_withdrawn:
        return render(request, "lac/report/withdrawn.html", {"report": report})
    context = {"paper": year_paper(report), "has_pdf": report.files.exists()}
    return render(request, "lac/report/published.html", context)


@school_view(Permission.READ_REPORTS)
def published_report_word(request: HttpRequest, year_report) -> HttpResponse:
    """A published report as a Word file."""
    return _word(request, found(published_year_report(request.school, year_report)))


@school_view(Permission.READ_REPORTS)
def published_report_pdf(request: HttpRequest, year_report) -> HttpResponse:
    """The PDF of a published report."""
    return _pdf(request, found(published_year_report(request.school, year_report)))


def _report(request: HttpRequest, pk) -> YearReport:
    return found(year_report_of(request.access, request.school, pk))


def _page(request: HttpRequest, report: YearReport) -> str:
    return reverse("year_report", args=[request.school.slug, report.pk])


def _form(request: HttpRequest, report, form, heading: str, submit: str, **more) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": _page(request, report),
    }
    return render(request, "lac/report/form.html", context | more)


def _stepped(request: HttpRequest, report: YearReport, step, words: str) -> HttpResponse:
    try:
        step()
        done(request, words)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_page(request, report))


def _word(request: HttpRequest, report: YearReport) -> HttpResponse:
    _seen(request, report, Action.DOWNLOAD_REPORT)
    return _file(report, word_of(year_paper(report)), "docx")


def _pdf(request: HttpRequest, report: YearReport) -> HttpResponse:
    kept = found(report.files.first())
    _seen(request, report, Action.DOWNLOAD_REPORT)
    return _file(report, bytes(kept.pdf), "pdf")


def _file(report: YearReport, data: bytes, ending: str) -> HttpResponse:
    return as_download(data, f"designated-teacher-report-{report.academic_year}.{ending}")


def _seen(request: HttpRequest, report: YearReport, action: Action) -> None:
    detail = {"of": "year_report", "academic_year": report.academic_year}
    record_event(action, school=request.school, by=request.access, subject=report, detail=detail)
