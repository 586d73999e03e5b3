"""The handover pack of a SENDCo: always current, as a page and on paper."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.views.printing import pdf_answer, to_work
from reports.handover.pack import BY_CODE, handover_pack, note_of, paper_of
from staff.forms.duties import NoteForm
from staff.services.duties import write_note
from staff.services.handover_papers import ask_for_handover_paper

PAGE = "handover_pack"


@school_view(Permission.EDIT_DUTIES)
def pack(request: HttpRequest) -> HttpResponse:
    """What a new SENDCo has to know, from the record of today."""
    found = handover_pack(request.access)
    _record(request, Action.VIEW_HANDOVER_PACK, found)
    may_print = request.access.can(Permission.EXPORT)
    return render(request, "reports/handover/page.html", {"pack": found, "may_print": may_print})


@school_view(Permission.EDIT_DUTIES)
def note(request: HttpRequest) -> HttpResponse:
    """A note under one heading, `?heading=`."""
    part = BY_CODE.get(request.GET.get("heading", "figures"))
    if part is None or not part.is_for(request.access):
        raise Http404
    form = NoteForm(request.POST or None, record=note_of(request.access, part.code))
    if request.method == "POST" and carried_out(
        form,
        lambda: write_note(
            school=request.school,
            heading=part.code,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The note stands in the pack.")
        return redirect(f"{reverse(PAGE, args=[request.school.slug])}#{part.code}")
    cancel = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "part": part, "cancel_url": cancel}
    return render(request, "reports/handover/note.html", context)


@school_view(Permission.EDIT_DUTIES)
@require_POST
def pack_print(request: HttpRequest) -> HttpResponse:
    """Start setting the pack as a PDF, without the names of children."""
    require(request, Permission.EXPORT)
    found = handover_pack(request.access)
    _record(request, Action.PRINT, found)
    facts = {"pack": found, "school": request.school, "today": request.access.today}
    job = ask_for_handover_paper(
        school=request.school,
        html=render_to_string("reports/handover/print.html", facts),
        of_on=request.access.today,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.EDIT_DUTIES)
def paper(request: HttpRequest, handover_paper) -> HttpResponse:
    """The paper for whoever asked alone; `?as=pdf` the file."""
    require(request, Permission.EXPORT)
    row = paper_of(request.access, handover_paper)
    if row is None:
        raise Http404
    if request.GET.get("as") == "pdf" and row.pdf:
        record_event(Action.DOWNLOAD, school=request.school, by=request.access, subject=row)
        return pdf_answer(bytes(row.pdf), f"handover-pack-{row.of_on:%Y-%m-%d}.pdf")
    return render(request, "reports/handover/paper.html", {"paper": row})


def _record(request: HttpRequest, action: Action, found) -> None:
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=sorted(found.pupil_ids),
        detail={"parts": len(found.parts)},
    )
