"""What is owed: who first, a make-up in one press, who has time, what parents are shown."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from provision.access import sees_children
from provision.forms.owed import MakeUpForm, SpareTimeForm
from provision.list_files import OWED
from provision.selectors.child_provision import child_provision
from provision.selectors.kept import child_kept, releasable
from provision.selectors.owed import make_up_of, owed, spare_time_lines
from provision.selectors.provisions import in_reach, provision_lines
from provision.services.owed import (
    ReleasedLine,
    cancel_make_up,
    plan_make_up,
    release_delivery,
    set_spare_time,
    take_back_release,
)
from provision.views.parts import parts
from pupils.selectors.adults import NEAR_CHILDREN, adults_at
from pupils.views.opening import child_url, open_child

OF_YOURS = " to the children whom you see or give a group"
PAGE, TIMES, CHILD = "owed", "spare_times", "child_provision"


@school_view(Permission.VIEW_NEEDS)
@has_file
def owed_list(request: HttpRequest) -> HttpResponse:
    """Who is owed what, the heaviest duty first, with the cheapest times to make it up."""
    page = owed(request.access, request.GET.get("week", ""))
    sees_all = sees_children(request.access, request.school)
    record_event(
        Action.VIEW_OWED, school=request.school, by=request.access, pupil_ids=page.pupil_ids
    )
    if asks_for_file(request):
        return list_file(request, OWED, page.lines)
    context = {
        "parts": parts(request, PAGE),
        "page": page,
        "may_plan": request.access.can(Permission.EDIT_PROVISION),
        "sees_all": sees_all,
        "nothing_words": f"Nothing is owed{'' if sees_all else OF_YOURS}.",
    }
    return render(request, "provision/owed.html", context)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def make_up_plan(request: HttpRequest, provision) -> HttpResponse:
    """Plan a make-up as it is proposed: it stands on the adult's list for that day."""
    rows = in_reach(request.access).filter(pk=provision)
    if not rows:
        raise Http404
    (line,) = provision_lines(request.access, rows)
    line.provision.school = request.school
    adults = _adults(request) | (
        {str(line.provision.staff_id): line.provision.staff} if line.provision.staff else {}
    )
    pupils = {str(place.pupil_id): place.pupil for place in line.places}
    form = MakeUpForm(request.POST, pupils=pupils, adults=adults)
    if carried_out(
        form, lambda: plan_make_up(provision=line.provision, by=request.user, **form.facts)
    ):
        done(request, f"It is planned for {form.cleaned_data['on']:%-d %B}.")
    else:
        problem(request, _first_error(form))
    return redirect(PAGE, request.school.slug)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def make_up_cancel(request: HttpRequest, make_up) -> HttpResponse:
    """It does not take place."""
    row = make_up_of(request.access, make_up)
    if row is None:
        raise Http404
    try:
        cancel_make_up(make_up=row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is cancelled.")
    return redirect(PAGE, request.school.slug)


@school_view(Permission.EDIT_PROVISION)
def spare_times(request: HttpRequest) -> HttpResponse:
    """Who could give a session that is owed, and when."""
    form = SpareTimeForm(request.POST or None, adults=_adults(request))
    if request.method == "POST" and carried_out(
        form, lambda: set_spare_time(school=request.school, by=request.user, **form.facts)
    ):
        done(request, "It is kept.")
        return redirect(TIMES, request.school.slug)
    context = {
        "form": form,
        "lines": spare_time_lines(request.school),
        "heading": "Who has time",
        "submit": "Keep it",
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "provision/spare_times.html", context)


@school_view(Permission.VIEW_NEEDS)
@require_POST
def delivery_release(request: HttpRequest, pupil) -> HttpResponse:
    """Show parents what was kept of what was promised, in these days."""
    child = open_child(request, pupil, Action.VIEW_PROVISION)
    require(request, Permission.RELEASE_DELIVERY)
    given = child_provision(request.access, child.pupil)
    page = child_kept(request.access, child.pupil, given, request.POST.get("week", ""))
    chosen = [ReleasedLine(each.line.promise, each.kept) for each in releasable(page)]
    try:
        release_delivery(
            pupil=child.pupil,
            first=page.period.first,
            last=page.period.last,
            lines=chosen,
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "Parents see it on their page.")
    return redirect(child_url(CHILD, child))


@school_view(Permission.VIEW_NEEDS)
@require_POST
def delivery_take_back(request: HttpRequest, pupil) -> HttpResponse:
    """Parents see nothing of it any more."""
    child = open_child(request, pupil, Action.VIEW_PROVISION)
    require(request, Permission.RELEASE_DELIVERY)
    try:
        take_back_release(pupil=child.pupil, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "Parents no longer see it.")
    return redirect(child_url(CHILD, child))


def _adults(request: HttpRequest) -> dict:
    found = adults_at(request.school, today=request.access.today, roles=NEAR_CHILDREN)
    return {str(adult.user.pk): adult.user for adult in found}


def _first_error(form) -> str:
    return next((error for errors in form.errors.values() for error in errors), "")
