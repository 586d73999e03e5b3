"""Provision bases: the list, one with its week, opened, changed, printed; a child comes in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from provision.forms.base_places import EnterForm
from provision.forms.bases import BaseForm
from provision.list_files import BASES
from provision.models import BasePlace, ProvisionBase
from provision.rules.bases import DAYS, WHERE
from provision.selectors.bases import (
    BasePage,
    base_lines,
    base_of,
    base_page,
    first_day_with_room,
    is_closed,
    leads_at,
    sister_schools,
)
from provision.selectors.choosing import candidates
from provision.services.base_places import enter_base
from provision.services.bases import add_base, change_base
from provision.views.parts import parts
from pupils.paper_codes import PaperKind
from pupils.services.papers import ask_for_paper
from pupils.views.printing import to_work

PAGE, ONE = "bases", "provision_base"


@school_view(Permission.VIEW_NEEDS)
@has_file
def bases(request: HttpRequest) -> HttpResponse:
    """The bases of the school: who leads each, how many places are free."""
    lines = base_lines(request.access)
    today = request.access.today
    if asks_for_file(request):
        return list_file(request, BASES, lines)
    context = {
        "parts": parts(request, PAGE),
        "open": [line for line in lines if not is_closed(line.base, today)],
        "closed": [line for line in lines if is_closed(line.base, today)],
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
    }
    return render(request, "provision/bases/list.html", context)


@school_view(Permission.VIEW_NEEDS)
def base(request: HttpRequest, provision_base) -> HttpResponse:
    """One base: who is in it, its week, who is due, who has left."""
    found = _found(request, provision_base)
    page = base_page(request.access, found)
    _record(request, Action.VIEW_PROVISION, page)
    context = {
        "page": page,
        "line": page.line,
        "base": found,
        "days": DAYS,
        "letters": WHERE.items(),
        "room_from": first_day_with_room(request.access, found) if page.line.free == 0 else None,
        "is_closed": is_closed(found, request.access.today),
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
    }
    return render(request, "provision/bases/base.html", context)


@school_view(Permission.EDIT_PROVISION)
def base_add(request: HttpRequest) -> HttpResponse:
    """Write down a base of the school, or another school's in which children of ours are."""
    form = _base_form(request, initial={"opened_on": request.access.today})
    made: list[ProvisionBase] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            add_base(
                school=request.school,
                by=request.user,
                key=form.cleaned_data["key"],
                **form.facts,
            )
        ),
    ):
        done(request, "The base is written down.")
        return redirect(ONE, request.school.slug, made[0].pk)
    return _form(request, form, "Add a base", "Add it")


@school_view(Permission.EDIT_PROVISION)
def base_change(request: HttpRequest, provision_base) -> HttpResponse:
    """Change what is said of a base, or say when it closes."""
    found = _found(request, provision_base)
    form = _base_form(request, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_base(
            base=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The base is changed.")
        return redirect(ONE, request.school.slug, found.pk)
    return _form(request, form, "Change the base", "Save", found)


@school_view(Permission.EDIT_PROVISION)
def base_enter(request: HttpRequest, provision_base) -> HttpResponse:
    """Give a child a place, with the half-days of its week."""
    found, access = _found(request, provision_base), request.access
    form = EnterForm(
        request.POST or None,
        children=candidates(access),
        schools=sister_schools(access),
        initial={
            "starts_on": first_day_with_room(access, found),
            "pupil": request.GET.get("pupil", ""),
        },
    )
    made: list[BasePlace] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            enter_base(
                base=found,
                pupil=form.chosen,
                week=form.week,
                by=request.user,
                key=form.cleaned_data["key"],
                **form.facts,
            )
        ),
    ):
        done(request, "The child has a place.")
        return redirect("base_place", request.school.slug, made[0].pupil_id, made[0].pk)
    heading = f"A place in {found.name}"
    return _form(request, form, heading, "Give the place", found, "provision/bases/enter.html")


@school_view(Permission.VIEW_NEEDS)
@require_POST
def base_print(request: HttpRequest, provision_base) -> HttpResponse:
    """Start setting the week of a base on A4."""
    found = _found(request, provision_base)
    page = base_page(request.access, found)
    children = {line.pupil.pk: line.pupil for line in page.here}
    if not children:
        problem(request, "Nobody whose record you open is in this base today.")
        return redirect(ONE, request.school.slug, found.pk)
    _record(request, Action.PRINT, page)
    first, *others = (children[pk] for pk in sorted(children))
    first.school = request.school
    facts = {
        "page": page,
        "base": found,
        "days": DAYS,
        "letters": WHERE.items(),
        "school": request.school,
        "today": request.access.today,
    }
    _, job = ask_for_paper(
        pupil=first,
        others=others,
        kind=PaperKind.BASE,
        html=render_to_string("provision/print/base.html", facts),
        of_on=request.access.today,
        permission=Permission.VIEW_NEEDS,
        by=request.user,
    )
    return to_work(job)


def _found(request: HttpRequest, pk) -> ProvisionBase:
    row = base_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _base_form(request: HttpRequest, **more) -> BaseForm:
    access = request.access
    return BaseForm(
        request.POST or None, leads=leads_at(access), schools=sister_schools(access), **more
    )


def _record(request: HttpRequest, action: Action, page: BasePage) -> None:
    lines = page.here if action == Action.PRINT else (*page.here, *page.later, *page.gone)
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({line.pupil.pk for line in lines}),
        subject=page.line.base,
    )


def _form(
    request: HttpRequest,
    form,
    heading: str,
    submit: str,
    found: ProvisionBase | None = None,
    template: str = "pupils/form.html",
) -> HttpResponse:
    name, args = (ONE, [found.pk]) if found else (PAGE, [])
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "base": found,
        "cancel_url": reverse(name, args=[request.school.slug, *args]),
    }
    return render(request, template, context)
