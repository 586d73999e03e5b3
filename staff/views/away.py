"""A morning: who is out, what falls, who steps in."""

import datetime as dt
from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from staff.forms.away import DayForm, DecideForm, OutForm, OwnWordForm, TapForm, TimesForm
from staff.models import StaffMember
from staff.selectors.away import absence_of, away_day, changes_for, swap_of
from staff.selectors.effective import absences_between
from staff.selectors.people import member_of, own_member
from staff.services.away import change_out, say_out, take_back
from staff.services.cover import accept_best, decide, tell, undo

FORM = "staff/away/form.html"


@school_view(Permission.VIEW_STAFF)
def away(request: HttpRequest) -> HttpResponse:
    """Who is out on a day, what falls by legal weight, and what was decided."""
    day = _day(request)
    may_decide = request.access.can(Permission.KEEP_STAFF)
    page = away_day(request.access, day, may_decide=may_decide)
    record_event(
        Action.VIEW_STAFF, school=request.school, by=request.access, pupil_ids=page.pupil_ids
    )
    context = {
        "page": page,
        "day": day,
        "today": request.access.today,
        "before": day - dt.timedelta(days=3 if day.weekday() == 0 else 1),
        "after": day + dt.timedelta(days=3 if day.weekday() == 4 else 1),
        "may_decide": may_decide,
    }
    return render(request, "staff/away/day.html", context)


@school_view(Permission.KEEP_STAFF)
def away_add(request: HttpRequest) -> HttpResponse:
    """Somebody is out for longer, or for a part of a day."""
    people = StaffMember.objects.filter(school=request.school).here_on(request.access.today)
    initial = {"member": request.GET.get("member", ""), "starts_on": _day(request)}
    initial["ends_on"] = initial["starts_on"]
    form = OutForm(request.POST or None, people=people, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: say_out(
            member=form.cleaned_data["member"],
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _to_day(request, form.cleaned_data["starts_on"], "It is written down.")
    return _form(request, form, "Who is out", "They are out", _day(request))


@school_view(Permission.KEEP_STAFF)
@require_POST
def away_tap(request: HttpRequest) -> HttpResponse:
    """One press: somebody is out for the whole of a day."""
    form = TapForm(request.POST)
    if not form.is_valid():
        raise Http404
    member = member_of(request.access, form.cleaned_data["member"])
    if member is None:
        raise Http404
    day, key = form.cleaned_data["day"], form.cleaned_data["key"]
    own_key = uuid5(key, str(member.pk)) if key else None  # one form has a button for each person
    return _tried(
        request,
        day,
        lambda: say_out(member=member, by=request.user, key=own_key, **form.facts),
        f"{member.name} is out.",
    )


@school_view(Permission.KEEP_STAFF)
def away_change(request: HttpRequest, staff_absence) -> HttpResponse:
    """They come back earlier, or stay out longer."""
    absence = absence_of(request.access, staff_absence)
    if absence is None:
        raise Http404
    form = TimesForm(request.POST or None, record=absence)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_out(
            absence=absence,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        return _to_day(request, form.cleaned_data["starts_on"], "It is changed.")
    heading = f"When {absence.member.name} is out"
    return _form(request, form, heading, "Save", absence.starts_on)


@school_view(Permission.KEEP_STAFF)
@require_POST
def away_back(request: HttpRequest, staff_absence) -> HttpResponse:
    """They come after all: what was decided because of it is undone."""
    absence = absence_of(request.access, staff_absence)
    if absence is None:
        raise Http404
    words = f"{absence.member.name} is in after all. What was decided because of it is undone."
    day = _posted_day(request, absence.starts_on)
    return _tried(request, day, lambda: take_back(absence=absence, by=request.user), words)


@school_view(Permission.KEEP_STAFF)
@require_POST
def away_decide(request: HttpRequest) -> HttpResponse:
    """Settle one session that falls."""
    form = DecideForm(request.POST)
    if not form.is_valid():
        raise Http404
    facts = form.cleaned_data
    return _tried(
        request,
        facts["day"],
        lambda: decide(school=request.school, by=request.user, **facts),
        "It is decided.",
    )


@school_view(Permission.KEEP_STAFF)
@require_POST
def away_best(request: HttpRequest) -> HttpResponse:
    """Take the best swap for every session that falls."""
    day = _posted_day(request, request.access.today)
    return _tried(
        request,
        day,
        lambda: accept_best(school=request.school, day=day, by=request.user),
        "The best for all is accepted. Now tell those concerned.",
    )


@school_view(Permission.KEEP_STAFF)
@require_POST
def away_tell(request: HttpRequest) -> HttpResponse:
    """E-mail those whose day has changed."""
    day = _posted_day(request, request.access.today)
    number = tell(school=request.school, day=day, by=request.user)
    people = "1 person has" if number == 1 else f"{number} people have"
    return _to_day(request, day, f"{people} an e-mail. Whoever has no account is not told by it.")


@school_view(Permission.KEEP_STAFF)
@require_POST
def away_undo(request: HttpRequest, staff_swap) -> HttpResponse:
    """A decision no longer holds."""
    swap = swap_of(request.access, staff_swap)
    if swap is None:
        raise Http404
    return _tried(request, swap.on, lambda: undo(swap=swap, by=request.user), "It is undone.")


@school_view(Permission.OPEN_TODAY)
def my_away(request: HttpRequest) -> HttpResponse:
    """What is different on one's own day; and a press to say that one is out."""
    member, day = own_member(request.access), _day(request)
    form = OwnWordForm(request.POST or None, initial={"day": request.access.today})
    if request.method == "POST" and member is None:
        raise Http404
    if request.method == "POST" and carried_out(
        form,
        lambda: say_out(member=member, by=request.user, key=form.cleaned_data["key"], **form.facts),
    ):
        done(request, "The SENDCo is told that you are out. You need not say why here.")
        return redirect("my_away", request.school.slug)
    context = {"member": member, "form": form, "day": day, "today": request.access.today}
    if member is not None:
        member.school = request.school
        context["changes"] = changes_for(member, day)
        context["out"] = [
            each
            for each in absences_between(request.school, day, day)
            if each.member_id == member.pk
        ]
    return render(request, "staff/away/mine.html", context)


def _day(request: HttpRequest) -> dt.date:
    """The day that the address names, or today."""
    try:
        return dt.date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return request.access.today


def _posted_day(request: HttpRequest, otherwise: dt.date) -> dt.date:
    form = DayForm(request.POST)
    return form.cleaned_data["day"] if form.is_valid() else otherwise


def _tried(request: HttpRequest, day: dt.date, change, words: str) -> HttpResponse:
    """Do it and say so; a refusal is said above the day."""
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(_url(request, day))
    return _to_day(request, day, words)


def _to_day(request: HttpRequest, day: dt.date, words: str) -> HttpResponse:
    done(request, words)
    return redirect(_url(request, day))


def _url(request: HttpRequest, day: dt.date) -> str:
    url = reverse("away", args=[request.school.slug])
    return url if day == request.access.today else f"{url}?day={day.isoformat()}"


def _form(request: HttpRequest, form, heading: str, submit: str, day: dt.date) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit}
    return render(request, FORM, context | {"cancel_url": _url(request, day)})
