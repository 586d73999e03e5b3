"""One part of a review's paper: written, handed to a colleague, and who has it open now."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.paper_codes import PARTS
from ehcp.paper_forms import HandForm, PartForm
from ehcp.selectors.papers.page import ShownPart
from ehcp.selectors.papers.people import people_to_ask
from ehcp.services.papers import writing
from ehcp.views.papers.opening import opened_part, paper_url
from ehcp.views.papers.pages import TAB
from pupils.selectors.identity import find_child
from pupils.views.opening import child_page


@school_view(Permission.VIEW_NEEDS)
def part(request: HttpRequest, review_part: UUID) -> HttpResponse:
    """A part with its lines from the record: whoever may write it does so here."""
    shown = opened_part(request, review_part)
    if request.method == "POST" and not shown.may_write:
        raise Refused(request.school, Permission.EDIT_PLANS)
    form = PartForm(request.POST or None, part=shown) if shown.may_write else None
    if request.method == "POST" and form:
        if form.leaves_theirs:
            done(request, "Your colleague’s words stay as they are.")
            return redirect(_after(request, shown))
        if carried_out(form, lambda: _write(request, shown, form)):
            writing.stop_writing(part=shown.row, user=request.user)
            done(request, "Saved.")
            return redirect(_after(request, shown))
    elif shown.may_write:
        _note_writing(request, shown)
    return _page(request, shown, form)


@school_view(Permission.VIEW_NEEDS)
@require_POST
def keep(request: HttpRequest, review_part: UUID) -> HttpResponse:
    """Keep what stands in the boxes while one types: 204, or 409 where a colleague saved first."""
    shown = opened_part(request, review_part)
    if not shown.may_write:
        raise Refused(request.school, Permission.EDIT_PLANS)
    form = PartForm(request.POST, part=shown)
    is_kept = carried_out(form, lambda: _write(request, shown, form))
    return HttpResponse(status=204 if is_kept else 409)


@school_view(Permission.VIEW_NEEDS)
@require_POST
def here(request: HttpRequest, review_part: UUID) -> HttpResponse:
    """Somebody has the part open still; who else has."""
    shown = opened_part(request, review_part)
    if shown.may_write:
        _note_writing(request, shown)
    return render(request, "ehcp/papers/writers.html", _links(request, shown))


@school_view(Permission.EDIT_PLANS)
def hand(request: HttpRequest, review_part: UUID) -> HttpResponse:
    """Ask a colleague to write the part by a day."""
    shown = opened_part(request, review_part)
    row = shown.row
    people = people_to_ask(request.access, row.paper.review.plan.pupil, PARTS[row.key])
    first = {
        "owner": str(row.owner_id or ""),
        "due_on": row.due_on or request.access.today + 7 * DAY,
    }
    form = HandForm(request.POST or None, people=people, initial=first)
    if request.method == "POST" and carried_out(
        form, lambda: writing.hand_part_to(part=row, access=request.access, **form.facts)
    ):
        owner = form.facts["owner"]
        done(request, f"{owner.name} finds it among what is asked." if owner else "Taken back.")
        return redirect(paper_url(request, row.paper.review_id, row.paper.kind))
    return _page(request, shown, form, template="ehcp/papers/hand.html")


def _note_writing(request: HttpRequest, shown: ShownPart) -> None:
    """Reading goes on where nothing is written any more, as of a record in the bin."""
    with suppress(TransitionNotAllowed):
        writing.note_writing(part=shown.row, access=request.access)


def _write(request: HttpRequest, shown: ShownPart, form: PartForm):
    return writing.write_part(
        part=shown.row,
        marks=form.cleaned_data["version"],
        by=request.user,
        joins=form.joins,
        sitting=form.cleaned_data["sitting"],
        **form.facts,
    )


def _after(request: HttpRequest, shown: ShownPart) -> str:
    """Whoever reads the whole paper goes on there, a colleague stays with the part."""
    paper = shown.row.paper
    if request.access.can(Permission.VIEW_PLANS):
        return f"{paper_url(request, paper.review_id, paper.kind)}#{shown.kind.key}"
    return request.path


def _page(
    request: HttpRequest, shown: ShownPart, form, template: str = "ehcp/papers/part.html"
) -> HttpResponse:
    child = find_child(request.access, shown.row.paper.review.plan.pupil_id)
    if child is None:
        raise Http404
    context = _links(request, shown) | {"form": form}
    return child_page(request, template, child, tab=TAB, **context)


def _links(request: HttpRequest, shown: ShownPart) -> dict:
    paper = shown.row.paper
    whole = request.access.can(Permission.VIEW_PLANS)
    return {
        "part": shown,
        "paper": paper,
        "review": paper.review,
        "reads_whole": whole,
        "may_edit": request.access.can(Permission.EDIT_PLANS),
        "cancel_url": paper_url(request, paper.review_id, paper.kind) if whole else "",
    }
