"""Moves of a school: who moves next, and the checklists that plans start from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.moving import TemplateForm
from pupils.list_files_of_school import MOVE_TEMPLATES, MOVES
from pupils.moving_codes import MoveKind
from pupils.selectors.moving.school import school_moves
from pupils.selectors.moving.templates import template_of, templates
from pupils.services.moving.templates import write_template


@school_view(Permission.PLAN_MOVES)
@has_file
def moves(request: HttpRequest) -> HttpResponse:
    """Who moves next and what is still open."""
    kind = request.GET.get("kind", "")
    kind = kind if kind in MoveKind else ""
    found = school_moves(request.access, kind=kind)
    record_event(
        Action.VIEW_MOVES, school=request.school, by=request.access, pupil_ids=found.pupil_ids
    )
    if asks_for_file(request):
        return list_file(request, MOVES, found.lines)
    context = {
        "moves": found,
        "kind": kind,
        "kinds": MoveKind.choices,
        "may_move": request.access.can(Permission.MOVE_RECORDS),
    }
    return render(request, "pupils/moving/school.html", context)


@school_view(Permission.PLAN_MOVES)
@has_file
def move_templates(request: HttpRequest) -> HttpResponse:
    """The checklist of each kind of move."""
    if asks_for_file(request):
        return list_file(
            request,
            MOVE_TEMPLATES,
            [(each.label, line) for each in templates(request.school) for line in each.lines],
        )
    return render(
        request,
        "pupils/moving/templates.html",
        {
            "templates": templates(request.school),
            "may_write": request.access.can(Permission.MANAGE_STRATEGIES),
        },
    )


@school_view(Permission.MANAGE_STRATEGIES)
def move_template_write(request: HttpRequest, move_kind: str) -> HttpResponse:
    """Write the school's own checklist for a kind of move."""
    if move_kind not in MoveKind:
        raise Http404
    now = template_of(request.school, move_kind)
    form = TemplateForm(request.POST or None, record=now.own, template=now)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_template(
            school=request.school,
            kind=move_kind,
            steps=form.steps,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The checklist is saved. Plans that have begun stay as they are.")
        return redirect("move_templates", request.school.slug)
    context = {
        "form": form,
        "heading": now.label,
        "cancel_url": reverse("move_templates", args=[request.school.slug]),
    }
    return render(request, "pupils/moving/template_form.html", context)
