"""Who holds which duty; handed over and back; who is away and who covers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from staff.duty_codes import HeldDuty
from staff.forms.duties import AwayForm, DelegationForm, HolderEndForm, HolderForm
from staff.list_files import HELD_DUTIES
from staff.selectors.duties import (
    Team,
    away_of,
    colleagues,
    delegation_of,
    held_page,
    holder_of,
    not_allowed,
    people_of,
    takers_for,
    team_of,
)
from staff.services.duties import (
    be_back,
    change_away,
    change_delegation,
    end_holder,
    hand_back,
    hand_over,
    name_holder,
    say_away,
)

PAGE, FORM = "held_duties", "staff/duties/form.html"


@school_view(Permission.VIEW_PUPILS)
@has_file
def held_duties(request: HttpRequest) -> HttpResponse:
    """Every duty, in whose hands it is, and until when."""
    access = request.access
    if asks_for_file(request):
        return list_file(request, HELD_DUTIES, held_page(access).lines)
    context = {
        "page": held_page(access),
        "keeps": access.can(Permission.EDIT_DUTIES),
        "sees_team": access.can(Permission.VIEW_DUE),
    }
    return render(request, "staff/duties/page.html", context)


@school_view(Permission.EDIT_DUTIES)
def duty_name(request: HttpRequest) -> HttpResponse:
    """Name somebody for a duty."""
    duty, team = _duty(request), team_of(request.school, request.access.today)
    people = takers_for(team, duty, but=None)
    initial = {"starts_on": request.access.today}
    form = HolderForm(request.POST or None, people=people, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: name_holder(
            school=request.school,
            duty=duty.value,
            user=_chosen(form, "user"),
            starts_on=form.cleaned_data["starts_on"],
            by=request.user,
        ),
    ):
        return _back(request, "It is said who holds this duty.")
    return _shown(request, form, f"Who holds: {duty.label}", "Name them", note=duty.what)


@school_view(Permission.EDIT_DUTIES)
def duty_holder_end(request: HttpRequest, duty_holder) -> HttpResponse:
    """Say the last day of somebody in a duty."""
    holder = holder_of(request.school, duty_holder)
    if holder is None:
        raise Http404
    form = HolderEndForm(request.POST or None, initial={"ends_on": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_holder(holder=holder, by=request.user, ends_on=form.cleaned_data["ends_on"]),
    ):
        return _back(request, "The last day is recorded.")
    heading = f"{holder.user.name}: {HeldDuty(holder.duty).label}"
    return _shown(request, form, heading, "Save")


@school_view(Permission.VIEW_PUPILS)
def duty_hand_over(request: HttpRequest) -> HttpResponse:
    """Put one's duty, or as who keeps duties anybody's, into a colleague's hands for a time."""
    team = team_of(request.school, request.access.today)
    duty = _duty_to_give(request, team)
    if duty is None:
        return render(request, "staff/duties/none.html", {"cancel_url": _page(request)})
    givers = _givers(request, team, duty)
    takers = takers_for(team, duty, but=givers[0][0] if len(givers) == 1 else None)
    initial = {"starts_on": request.access.today, "giver": givers[0][0]}
    form = DelegationForm(request.POST or None, givers=givers, takers=takers, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: hand_over(
            school=request.school,
            duty=duty.value,
            giver=_chosen(form, "giver"),
            taker=_chosen(form, "taker"),
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _back(request, "It is handed over, and both are told.")
    heading = f"Hand over: {duty.label}"
    return _shown(request, form, heading, "Hand it over", note=duty.what)


@school_view(Permission.VIEW_PUPILS)
def delegation_change(request: HttpRequest, delegation) -> HttpResponse:
    """Other days or another note for what is handed over."""
    row = delegation_of(request.access, delegation)
    if row is None:
        raise Http404
    form = DelegationForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_delegation(
            delegation=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, "It is changed, and both are told.")
    heading = f"{HeldDuty(row.duty).label}: with {row.taker.name}"
    return _shown(request, form, heading, "Save")


@school_view(Permission.VIEW_PUPILS)
@require_POST
def delegation_back(request: HttpRequest, delegation) -> HttpResponse:
    """Hand a duty back before its last day."""
    row = delegation_of(request.access, delegation)
    if row is None:
        raise Http404
    return _tried(
        request,
        lambda: hand_back(delegation=row, by=request.user),
        f"It is back with {row.giver.name}, and both are told.",
    )


@school_view(Permission.VIEW_PUPILS)
def cover_add(request: HttpRequest) -> HttpResponse:
    """Say that one is away, or as who keeps duties that a colleague is, and who covers."""
    access, me = request.access, request.user
    team = team_of(request.school, access.today)
    keeps = access.can(Permission.EDIT_DUTIES)
    away = colleagues(team, but=None) if keeps else [(me.pk, me.name)]
    cover = colleagues(team, but=None if keeps else me.pk)
    initial = {"starts_on": access.today, "user": me.pk}
    form = AwayForm(request.POST or None, away=away, cover=cover, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: say_away(
            school=request.school,
            user=_chosen(form, "user"),
            cover=_chosen(form, "cover"),
            by=me,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _back(request, "Both are told. Everything comes back by itself.")
    note = "Nobody writes down why: that stays in the school’s HR system."
    return _shown(request, form, "Away", "Save", note=note)


@school_view(Permission.VIEW_PUPILS)
def cover_change(request: HttpRequest, away) -> HttpResponse:
    """Other days or another note; what the cover may not do stands above."""
    row = away_of(request.access, away)
    if row is None:
        raise Http404
    form = AwayForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_away(
            away=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, "It is changed.")
    left = not_allowed(team_of(request.school, request.access.today), row)
    more = {"left": left, "cover": row.cover.name}
    return _shown(request, form, f"{row.user.name} is away", "Save", **more)


@school_view(Permission.VIEW_PUPILS)
@require_POST
def cover_back(request: HttpRequest, away) -> HttpResponse:
    """Somebody is back before the last day."""
    row = away_of(request.access, away)
    if row is None:
        raise Http404
    words = f"{row.user.name} is back from today on."
    return _tried(request, lambda: be_back(away=row, by=request.user), words)


def _duty(request: HttpRequest) -> HeldDuty:
    asked = request.GET.get("duty", HeldDuty.STRATEGY.value)
    if asked not in set(HeldDuty):
        raise Http404
    return HeldDuty(asked)


def _duty_to_give(request: HttpRequest, team: Team) -> HeldDuty | None:
    """The duty of the address, or the first that the asker may hand over."""
    if "duty" in request.GET:
        duty = _duty(request)
        return duty if _givers(request, team, duty) else None
    return next((duty for duty in HeldDuty if _givers(request, team, duty)), None)


def _givers(request: HttpRequest, team: Team, duty: HeldDuty) -> list:
    keeps, me = request.access.can(Permission.EDIT_DUTIES), request.user.pk
    holders = [person for person, _ in team.holders_of(duty) if keeps or person == me]
    return [(person, team.name(person)) for person in sorted(holders, key=lambda p: p != me)]


def _chosen(form, name: str):
    pk = form.cleaned_data[name]
    return people_of([pk])[pk]


def _tried(request: HttpRequest, change, words: str) -> HttpResponse:
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(PAGE, request.school.slug)
    return _back(request, words)


def _back(request: HttpRequest, words: str) -> HttpResponse:
    done(request, words)
    return redirect(PAGE, request.school.slug)


def _shown(request: HttpRequest, form, heading: str, submit: str, **more) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _page(request)}
    return render(request, FORM, context | more)


def _page(request: HttpRequest) -> str:
    return reverse(PAGE, args=[request.school.slug])
