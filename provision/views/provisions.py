"""Provision of a school: the list, one of it, planned on one page, begun, changed, ended."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from provision.forms.choosing import as_promised
from provision.forms.place_days import EndForm, PlaceForm
from provision.forms.provisions import ProvisionForm
from provision.list_files import PROVISIONS
from provision.models import Provision
from provision.provision_codes import ProvisionState
from provision.rules.weeks import last_day
from provision.selectors.choosing import offered
from provision.selectors.delivery import delivered
from provision.selectors.provisions import (
    has_records,
    in_reach,
    place_of,
    provision_lines,
    provision_of,
    provisions_of_year,
    readers_of,
    served_by,
    targets_of,
    unseen_in,
)
from provision.services.drafts import begin_drafts, begin_provision
from provision.services.ending import delete_provision, end_provision, resume_provision
from provision.services.givers import overrides_of
from provision.services.provisions import add_provision, change_provision, set_place
from provision.views.giving import given_or_asked, small_form
from provision.views.parts import parts, provisions_chosen
from pupils.codes import Tier

PAGE, ONE = "provisions", "provision"


@school_view(Permission.VIEW_NEEDS)
@has_file
def provisions(request: HttpRequest) -> HttpResponse:
    """What is given this school year to the children in reach."""
    access = request.access
    year = asked_year(request)
    tier, state = request.GET.get("tier", ""), request.GET.get("state", "")
    rows = provisions_of_year(
        access,
        year,
        tier=tier if tier in Tier.values else "",
        state=state if state in ProvisionState.values else "",
    )
    lines = provision_lines(access, rows)
    record_list(request, Action.VIEW_PROVISION, lines)
    if asks_for_file(request):
        return list_file(request, PROVISIONS, lines, provisions_chosen(year, tier, state))
    context = {
        "parts": parts(request, PAGE),
        "lines": lines,
        "year": year,
        "years": [year - 1, year, year + 1],
        "tier": tier,
        "state": state,
        "tiers": Tier.choices,
        "states": ProvisionState.choices,
        "may_import": access.can(Permission.IMPORT_ROLL),
        "drafts": sum(line.is_draft for line in lines),
        "may_edit": access.can(Permission.EDIT_PROVISION),
    }
    return render(request, "provision/provisions.html", context)


@school_view(Permission.VIEW_NEEDS)
def provision(request: HttpRequest, provision) -> HttpResponse:
    """One provision: how it is given, and to whom."""
    access, found = request.access, _found(request, provision)
    (line,) = provision_lines(access, in_reach(access).filter(pk=found.pk))
    record_list(request, Action.VIEW_PROVISION, [line])
    given = delivered(access, [line])
    may_plan = access.can(Permission.EDIT_PROVISION)
    context = {
        "line": line,
        "places": [(place, given.get((line.id, place.pupil_id))) for place in line.places],
        "may_log": access.can(Permission.RECORD_PROGRESS) and line.is_on(access.today),
        "may_measure": access.can(Permission.RECORD_PROGRESS) and not line.is_draft,
        "targets": targets_of(access, found),
        "item": found.own_item or found.shared_item,
        "readers": readers_of(found) if found.is_confidential else [],
        "overrides": overrides_of(found) if may_plan else [],
        "may_edit": may_plan and not line.is_ended,
        "may_resume": may_plan and line.is_ended,
        "may_delete": may_plan and not has_records(found),
    }
    return render(request, "provision/provision.html", context)


@school_view(Permission.EDIT_PROVISION)
def provision_add(request: HttpRequest) -> HttpResponse:
    """A group in one page: the intervention, the children, who and from when."""
    access = request.access
    found = offered(access)
    initial = {
        "starts_on": access.today,
        "item": request.GET.get("item", ""),
        "pupils": request.GET.getlist("pupil"),
        **as_promised(found.promise(request.GET.get("promise", ""))),
        "targets": request.GET.getlist("target"),
    }
    form = ProvisionForm(request.POST or None, offered=found, initial=initial)
    made: list[Provision] = []
    if request.method == "POST" and given_or_asked(
        form,
        lambda: made.append(
            add_provision(
                school=request.school,
                members=form.members(),
                by=request.user,
                key=form.cleaned_data["key"],
                anyway=form.anyway,
                **form.facts,
            )
        ),
    ):
        done(request, "It is planned.")
        return redirect(ONE, request.school.slug, made[0].pk)
    return _form(request, form, "Plan provision", "Plan it")


@school_view(Permission.EDIT_PROVISION)
def provision_change(request: HttpRequest, provision) -> HttpResponse:
    """Change what is given, or to whom."""
    access, found = request.access, _found(request, provision)
    (line,) = provision_lines(access, in_reach(access).filter(pk=found.pk))
    form = ProvisionForm(
        request.POST or None,
        record=found,
        offered=offered(access),
        readers=readers_of(found),
        served=served_by(found),
        targets=targets_of(access, found),
        places=line.places,
        sees_costs=access.can(Permission.VIEW_COSTS),
    )
    if request.method == "POST" and given_or_asked(
        form,
        lambda: change_provision(
            provision=found,
            members=form.members(unseen_in(access, found)),
            version=form.cleaned_data["version"],
            by=request.user,
            anyway=form.anyway,
            **form.facts,
        ),
    ):
        done(request, "It is changed.")
        return redirect(ONE, request.school.slug, found.pk)
    return _form(request, form, "Change provision", "Save", found)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def provision_begin(request: HttpRequest, provision) -> HttpResponse:
    """A draft is given from now on."""
    found = _found(request, provision)
    return _pressed(
        request,
        lambda: begin_provision(provision=found, by=request.user),
        "It is given as planned.",
        reverse(ONE, args=[request.school.slug, found.pk]),
    )


@school_view(Permission.EDIT_PROVISION)
@require_POST
def drafts_begin(request: HttpRequest) -> HttpResponse:
    """All drafts are given from now on."""
    drafts = in_reach(request.access).filter(state=ProvisionState.DRAFT)
    return _pressed(
        request,
        lambda: begin_drafts(school=request.school, drafts=drafts, by=request.user),
        "All drafts are given as planned.",
        reverse(PAGE, args=[request.school.slug]),
    )


@school_view(Permission.EDIT_PROVISION)
@require_POST
def provision_delete(request: HttpRequest, provision) -> HttpResponse:
    """Take away what was planned by mistake, while nothing of it is logged."""
    found = _found(request, provision)
    return _pressed(
        request,
        lambda: delete_provision(provision=found, by=request.user),
        "It is deleted.",
        reverse(PAGE, args=[request.school.slug]),
    )


@school_view(Permission.EDIT_PROVISION)
def provision_end(request: HttpRequest, provision) -> HttpResponse:
    """It ends for everybody."""
    found = _found(request, provision)
    form = EndForm(request.POST or None, initial={"ends_on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: end_provision(provision=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "Its last day is set.")
        return redirect(ONE, request.school.slug, found.pk)
    return small_form(request, form, f"End {found.name}", found, "End it")


@school_view(Permission.EDIT_PROVISION)
def provision_resume(request: HttpRequest, provision) -> HttpResponse:
    """It was ended by mistake, or is prolonged."""
    found = _found(request, provision)
    planned = last_day(found.starts_on, found.weeks, calendar_of(request.school))
    initial = {"ends_on": max(planned, found.ends_on)}
    form = EndForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: resume_provision(provision=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "It goes on.")
        return redirect(ONE, request.school.slug, found.pk)
    return small_form(request, form, f"{found.name} goes on after all", found)


@school_view(Permission.EDIT_PROVISION)
def place_change(request: HttpRequest, provision, place) -> HttpResponse:
    """The first and last day of one child."""
    found = _found(request, provision)
    row = place_of(request.access, found, place)
    if row is None:
        raise Http404
    initial = {"starts_on": row.starts_on, "ends_on": row.ends_on}
    form = PlaceForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: set_place(place=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "The days are changed.")
        return redirect(ONE, request.school.slug, found.pk)
    return small_form(request, form, "Days of one child", found)


def asked_year(request: HttpRequest) -> int:
    """The school year that the address names, or this one."""
    this = academic_year(request.access.today)
    asked = request.GET.get("year", "")
    near = {str(year): year for year in range(this - 3, this + 3)}
    return near.get(asked, this)


def record_list(request: HttpRequest, action: Action, lines) -> None:
    """Write down whose provision was shown."""
    ids = sorted({place.pupil_id for line in lines for place in line.places})
    record_event(action, school=request.school, by=request.access, pupil_ids=ids)


def _found(request: HttpRequest, pk) -> Provision:
    row = provision_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _pressed(request: HttpRequest, change, words: str, url: str) -> HttpResponse:
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, words)
    return redirect(url)


def _form(request: HttpRequest, form, heading: str, submit: str, found=None) -> HttpResponse:
    name, args = (ONE, [found.pk]) if found else (PAGE, [])
    form.fields["item"].widget.attrs |= {
        "hx-get": reverse("intervention_known", args=[request.school.slug]),
        "hx-trigger": "change, load" if form["item"].value() else "change",
        "hx-target": "#known-of-item",
        "hx-select": "#known",
    }
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": reverse(name, args=[request.school.slug, *args]),
    }
    return render(request, "provision/provision_form.html", context)
