"""The second look: asked for, waiting, answered; and when a school asks for it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.dates import DAY
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.approvals import AnswerApprovalForm, ApprovalRulesForm, AskApprovalForm
from pupils.list_files import APPROVALS
from pupils.models import Approval
from pupils.selectors.approval_page import WhatLeaves, what_leaves
from pupils.selectors.approvals import (
    SEEN_WITH,
    Leaving,
    approval_of,
    approvals,
    approvers_of,
    leaving_of,
    rules_of,
)
from pupils.services.approvals import answer_approval, ask_approval, set_approval_rules
from pupils.services.letters.sending import letter_pdf
from pupils.services.shares.parts import part_of
from pupils.sharing_codes import ShareKind
from pupils.views.document_files import file_answer
from pupils.views.opening import child_form, open_child
from pupils.views.printing import pdf_answer

APPROVE = Permission.APPROVE_SHARING
#: When an answer is asked for, unless somebody says another day.
DAYS = 2
SEES_ALL = "They see exactly what will be sent. If it is changed afterwards, they are asked again."
NOBODY = (
    "Nobody else at this school may approve it. Give a second person a role that may, or say under "
    "“To approve” that the school asks for no second look at things of this kind."
)


@school_view(APPROVE)
@has_file
def approval_list(request: HttpRequest) -> HttpResponse:
    """What waits for me, or for anybody."""
    everybody = request.GET.get("whose") == "all"
    rows = approvals(request.access, mine=not everybody)
    record_event(
        Action.VIEW_APPROVALS,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({row.pupil_id for row in rows}),
    )
    if asks_for_file(request):
        return list_file(
            request, APPROVALS, rows, [("Who looks", "anybody" if everybody else "me")]
        )
    context = {"rows": rows, "everybody": everybody, "today": request.access.today}
    return render(request, "pupils/approvals/list.html", context)


@school_view(APPROVE)
def approval(request: HttpRequest, approval) -> HttpResponse:
    """Exactly what would leave, and the answer of whoever was asked."""
    row, page = _opened(request, approval, Action.VIEW_APPROVAL)
    form = AnswerApprovalForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: answer_approval(
            approval=row, leaving=page.leaving, by=request.user, **form.cleaned_data
        ),
    ):
        done(request, "Your answer is kept with exactly this version.")
        return redirect("approvals", request.school.slug)
    context = {
        "row": row,
        "page": page,
        "form": form,
        "is_mine": row.approver_id == request.user.pk,
        "is_current": page.is_as_asked(row),
    }
    return render(request, "pupils/approvals/approval.html", context)


@school_view(APPROVE)
def approval_pages(request: HttpRequest, approval) -> HttpResponse:
    """The pages that would leave, as they would."""
    row, page = _opened(request, approval, Action.PRINT)
    try:
        pdf = letter_pdf(page.letter) if page.letter else page.pages
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect("approval", request.school.slug, row.pk)
    if not pdf:
        raise Http404
    return pdf_answer(pdf, f"to-approve-{row.due_on:%Y-%m-%d}.pdf")


@school_view(APPROVE)
def approval_part(request: HttpRequest, approval) -> HttpResponse:
    """The paper, or the file of a pack, that `?part=` counts from 1, as its reader gets it."""
    row, page = _opened(request, approval, Action.DOWNLOAD, part=request.GET.get("part", ""))
    parts = page.files or page.papers
    number = request.GET.get("part", "")
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:6]) <= len(parts):
        raise Http404
    try:
        given = part_of(page, int(number))
    except (PdfProblem, OSError) as refused:
        is_ours = isinstance(refused, PdfProblem)
        problem(request, str(refused) if is_ours else "This file cannot be read just now.")
        return redirect("approval", request.school.slug, row.pk)
    name = f"to-approve-{row.due_on:%Y-%m-%d}-{number}.{given.extension}"
    return file_answer(given.data, given.media_type, name)


@school_view(Permission.VIEW_PUPILS)
def approval_ask(request: HttpRequest, pupil, share_kind: str, leaving) -> HttpResponse:
    """Ask a named colleague to look at exactly what would leave."""
    child = open_child(request, pupil, Action.VIEW_APPROVAL)
    found = leaving_of(child.school, share_kind, leaving)
    if found is None or found.pupil.pk != child.pupil.pk:
        raise Http404
    require(request, SEEN_WITH[share_kind])
    today = request.access.today
    people = approvers_of(found, but=request.user, today=today)
    form = AskApprovalForm(
        request.POST or None, people=people, initial={"due_on": today + DAYS * DAY}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: ask_approval(
            leaving=found,
            approver=form.chosen,
            due_on=form.cleaned_data["due_on"],
            note=form.cleaned_data["note"],
            by=request.user,
        ),
    ):
        done(request, f"{form.chosen.name} is asked. It stands in what is due.")
        return redirect(_page_of(found))
    return child_form(
        request,
        child,
        form,
        heading="Ask for a second look",
        submit="Ask",
        cancel_url=_page_of(found),
        note=SEES_ALL if people else NOBODY,
    )


@school_view(APPROVE)
def approval_rules(request: HttpRequest) -> HttpResponse:
    """When a second, named person has to look before something leaves."""
    form = ApprovalRulesForm(request.POST or None, asked=rules_of(request.school))
    if request.method == "POST" and carried_out(
        form,
        lambda: set_approval_rules(school=request.school, asked=form.cleaned_data, by=request.user),
    ):
        done(request, "Saved. It holds from now on.")
        return redirect("approvals", request.school.slug)
    context = {
        "form": form,
        "heading": "What has to be approved before it leaves",
        "submit": "Save",
        "cancel_url": reverse("approvals", args=[request.school.slug]),
    }
    return render(request, "pupils/form.html", context)


def _opened(
    request: HttpRequest, pk: UUID, action: Action, **detail: str
) -> tuple[Approval, WhatLeaves]:
    """What somebody asked about, as it is now; the reading is written down."""
    row = approval_of(request.access, pk)
    if row is None:
        raise Http404
    require(request, SEEN_WITH[row.kind])
    page = what_leaves(request.access, row)
    if page is None:
        raise Http404
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=[row.pupil_id],
        subject=row,
        detail=detail,
    )
    return row, page


def _page_of(leaving: Leaving) -> str:
    """The page from which it is sent."""
    slug, pupil = leaving.pupil.school.slug, leaving.pupil.pk
    lists = {ShareKind.RECORDS: "child_records_requests", ShareKind.PAGE: "child_parents"}
    if leaving.kind in lists:
        return reverse(lists[leaving.kind], args=[slug, pupil])
    ones = {ShareKind.LETTER: "letter", ShareKind.PACK: "transfer", ShareKind.OUTSIDE: "share"}
    ones[ShareKind.EVIDENCE] = "bundle"
    name = ones[leaving.kind]
    return reverse(name, args=[slug, pupil, leaving.subject_id])
