"""Requests for records: the case, what was found, what is decided, what is given."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.blackout import black_out_text
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.requests import AnswerForm, ChecksForm, ItemForm, LinkForm, RequestForm
from pupils.list_files import RECORDS_REQUESTS
from pupils.models import RecordsRequest
from pupils.selectors.requests.cases import (
    case_anywhere,
    case_of,
    case_page,
    cases,
    children_elsewhere,
    disclosure_of,
    grounds_used,
    item_of,
    may_ask,
)
from pupils.selectors.requests.pages import pages_of
from pupils.services.requests.bundle import ask_for_bundle
from pupils.services.requests.cases import (
    answer_request,
    open_joint_request,
    open_request,
    record_checks,
)
from pupils.services.requests.items import collect_items, decide_item, disclose_part
from pupils.services.requests.links import send_records_link
from pupils.services.requests.sharing import require_may_be_given
from pupils.views.opening import child_form, child_page, open_child
from pupils.views.printing import pdf_answer

ANSWER = Permission.ANSWER_REQUESTS


@school_view(ANSWER)
@has_file
def requests(request: HttpRequest) -> HttpResponse:
    """Every request for records at the school."""
    lines = cases(request.access)
    _seen(request, sorted({line.case.pupil_id for line in lines}))
    if asks_for_file(request):
        return list_file(request, RECORDS_REQUESTS, lines)
    return render(request, "pupils/requests/list.html", {"lines": lines})


@school_view(ANSWER)
def child_requests(request: HttpRequest, pupil) -> HttpResponse:
    """The requests about one child."""
    child = open_child(request, pupil, Action.VIEW_RECORDS_REQUEST)
    lines = cases(request.access, pupil=child.pupil)
    return child_page(request, "pupils/requests/child.html", child, tab="records", lines=lines)


@school_view(ANSWER, when_closed=True)
def request_add(request: HttpRequest, pupil) -> HttpResponse:
    """Write down that somebody asks for the records."""
    child = open_child(request, pupil)
    form = RequestForm(request.POST or None, contacts=may_ask(child.pupil))
    kept: list[RecordsRequest] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: kept.append(open_request(pupil=child.pupil, by=request.user, **form.facts)),
    ):
        done(request, "The clock runs. Check next who asks, and with what right.")
        return redirect("records_request", request.school.slug, kept[0].pk)
    return child_form(
        request,
        child,
        form,
        heading="Somebody asks for the records",
        submit="Save",
        back="child_records_requests",
        tab="records",
    )


@school_view(ANSWER)
def case(request: HttpRequest, records_request) -> HttpResponse:
    """One case: its clock, what is missing, what was found and decided."""
    found = _case(request, records_request)
    page = case_page(request.access, found)
    return render(request, "pupils/requests/case.html", {"page": page, "case": found})


@school_view(ANSWER)
def checks(request: HttpRequest, records_request) -> HttpResponse:
    """Who asks, with what right; what the child says; a pause; more time."""
    found = _case(request, records_request)
    form = ChecksForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_checks(
            case=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Saved. The clock is worked out again.")
        return _to(found)
    return _form(request, found, form, "pupils/requests/checks.html")


@school_view(ANSWER)
@require_POST
def collect(request: HttpRequest, records_request) -> HttpResponse:
    """Look through everything kept about the child."""
    found = _case(request, records_request)
    return _step(
        request, found, lambda: collect_items(case=found, by=request.user), "new items were found."
    )


@school_view(ANSWER)
@require_POST
def give_part(request: HttpRequest, records_request) -> HttpResponse:
    """Give what is open in one part of the record."""
    found, part = _case(request, records_request), request.POST.get("part", "")
    return _step(
        request,
        found,
        lambda: disclose_part(case=found, part=part, by=request.user),
        "items are to be given.",
    )


@school_view(ANSWER)
def item(request: HttpRequest, records_request, item) -> HttpResponse:
    """One item: read it, decide about it."""
    found = _case(request, records_request)
    row = item_of(found, item)
    if row is None:
        raise Http404
    form = ItemForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: decide_item(
            item=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, f"Item {row.number} is decided.")
        return _to(found, f"#item-{row.number}")
    shown = black_out_text(row.text, row.words)[0] if row.words and row.text else ""
    pages, drawing_problem = None, ""
    try:
        pages = pages_of(row, request.GET.get("page", ""))
    except PdfProblem as refused:
        drawing_problem = str(refused)
    return _form(
        request,
        found,
        form,
        "pupils/requests/item.html",
        item=row,
        shown=shown,
        pages=pages,
        drawing_problem=drawing_problem,
    )


@school_view(ANSWER)
@require_POST
def bundle(request: HttpRequest, records_request) -> HttpResponse:
    """Start making what is given."""
    found = _case(request, records_request)
    try:
        _, job = ask_for_bundle(case=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return _to(found)
    return redirect(f"{reverse('my_work')}?{urlencode({'job': job.pk})}")


@school_view(ANSWER)
def bundle_file(request: HttpRequest, records_request, disclosure) -> HttpResponse:
    """The bundle as a file."""
    found = _case(request, records_request)
    row = disclosure_of(found, disclosure)
    if row is None or row.pdf is None:
        raise Http404
    try:
        require_may_be_given(found, row)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return _to(found)
    record_event(
        Action.TAKE_BUNDLE,
        school=request.school,
        by=request.access,
        pupil_ids=[found.pupil_id],
        subject=row,
    )
    return pdf_answer(bytes(row.pdf), f"records-{row.made_at:%Y-%m-%d}.pdf")


@school_view(ANSWER)
def bundle_link(request: HttpRequest, records_request, disclosure) -> HttpResponse:
    """Hand the bundle over by a link that ends, with a code."""
    found = _case(request, records_request)
    row = disclosure_of(found, disclosure)
    if row is None:
        raise Http404
    row.case = found
    email = found.contact.email if found.contact else ""
    form = LinkForm(request.POST or None, initial={"email": email})
    if request.method == "POST" and carried_out(
        form,
        lambda: send_records_link(bundle=row, email=form.cleaned_data["email"], by=request.user),
    ):
        done(request, "The link is sent. Note the answer when they have fetched it.")
        return _to(found)
    return _form(request, found, form, "pupils/requests/link.html")


@school_view(ANSWER)
def answer(request: HttpRequest, records_request) -> HttpResponse:
    """The letter, and noting that the person has the answer."""
    found = _case(request, records_request)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: answer_request(case=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The request is answered. The log keeps what was given.")
        return _to(found)
    return _form(request, found, form, "pupils/requests/answer.html", grounds=grounds_used(found))


@federation_view(ANSWER)
def elsewhere(request: HttpRequest) -> HttpResponse:
    """The same child at other schools of the federation: one case a school, joined."""
    access = request.access
    found = case_anywhere(access, _key(request.GET.get("request", "")))
    if found is None:
        raise Http404
    children = children_elsewhere(access, found)
    for school in (found.school, *(child.school for child in children)):
        ids = [row.pk for row in (found.pupil, *children) if row.school_id == school.pk]
        record_event(Action.VIEW_RECORDS_REQUEST, school=school, by=access, pupil_ids=ids)
    if request.method == "POST":
        for child in children:
            open_joint_request(case=found, pupil=child, by=request.user)
        done(request, "There is a case at each of these schools now.")
        return redirect("records_request", found.school.slug, found.pk)
    context = {"case": found, "children": children}
    return render(request, "pupils/requests/elsewhere.html", context)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def _case(request: HttpRequest, pk) -> RecordsRequest:
    found = case_of(request.access, pk)
    if found is None:
        raise Http404
    _seen(request, [found.pupil_id])
    return found


def _seen(request: HttpRequest, ids: list) -> None:
    record_event(
        Action.VIEW_RECORDS_REQUEST, school=request.school, by=request.access, pupil_ids=ids
    )


def _to(found: RecordsRequest, place: str = "") -> HttpResponse:
    return redirect(reverse("records_request", args=[found.school.slug, found.pk]) + place)


def _step(request: HttpRequest, found: RecordsRequest, step, said: str) -> HttpResponse:
    try:
        many = step()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, f"{many} {said}")
    return _to(found)


def _form(
    request: HttpRequest, found: RecordsRequest, form, template: str, **context
) -> HttpResponse:
    back = reverse("records_request", args=[found.school.slug, found.pk])
    return render(request, template, {"case": found, "form": form, "cancel_url": back} | context)
