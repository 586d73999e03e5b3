"""Rounds of meetings with parents: opened, watched, chased, booked by phone, closed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import academic_year
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem, warn
from pupils.forms.bookings import BookForForm, RoundForm
from pupils.list_files import MEETING_ROUNDS
from pupils.models import Contact, MeetingRound
from pupils.selectors.actions import colleagues_at
from pupils.selectors.bookings import school as selectors
from pupils.selectors.bookings.parent import Bookable, bookable
from pupils.selectors.classes import classes_in_reach
from pupils.selectors.family import contacts_of
from pupils.selectors.identity import Child
from pupils.selectors.sharing import verdicts_on
from pupils.services.bookings.asking import ask_to_book
from pupils.services.bookings.booking import book_slot, cancel_booking
from pupils.services.bookings.rounds import close_round, open_round
from pupils.services.meetings.inviting import AN_INVITATION
from pupils.views.opening import child_form, child_url, open_child


@school_view(Permission.VIEW_FAMILY_LOG)
@has_file
def rounds(request: HttpRequest) -> HttpResponse:
    """Every round of meetings with parents, the newest first."""
    if asks_for_file(request):
        return list_file(request, MEETING_ROUNDS, selectors.rounds_of(request.access))
    return render(
        request,
        "pupils/bookings/list.html",
        {
            "lines": selectors.rounds_of(request.access),
            "today": request.access.today,
            "may_open": request.access.can(Permission.LOG_CONTACT),
        },
    )


@school_view(Permission.LOG_CONTACT)
def round_add(request: HttpRequest) -> HttpResponse:
    """Offer times to the parents of a class, or of children on the register."""
    access = request.access
    form = RoundForm(
        request.POST or None,
        groups=list(classes_in_reach(access).filter(academic_year=academic_year(access.today))),
        colleagues=colleagues_at(request.school, today=access.today),
        me=request.user,
    )
    made = []

    def opened() -> None:
        only = form.cleaned_data["only_register"]
        pupils = selectors.children_to_offer(access, group=form.chosen_group, only_register=only)
        made.append(
            open_round(
                school=request.school,
                sittings=form.sittings,
                pupils=pupils,
                by=request.user,
                **form.facts,
            )
        )

    if request.method == "POST" and carried_out(form, opened):
        done(request, "The times are offered. Now send the parents their links.")
        return redirect("round", request.school.slug, made[0].pk)
    context = {
        "form": form,
        "heading": "Offer times to parents",
        "submit": "Offer these times",
        "cancel_url": reverse("rounds", args=[request.school.slug]),
    }
    return render(request, "pupils/form.html", context)


@school_view(Permission.VIEW_FAMILY_LOG)
def round_page(request: HttpRequest, meeting_round) -> HttpResponse:
    """Who comes when, and whose parents have not booked."""
    found = _round(request, meeting_round)
    page = selectors.round_page(request.access, found)
    record_event(
        Action.VIEW_MEETINGS,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
        subject=found,
    )
    context = {
        "page": page,
        "round": found,
        "today": request.access.today,
        "may_book": request.access.can(Permission.LOG_CONTACT),
        "may_ask": request.access.can(Permission.ASK_FOR_VIEWS),
    }
    return render(request, "pupils/bookings/round.html", context)


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def round_ask(request: HttpRequest, meeting_round) -> HttpResponse:
    """Send everybody a link who has not booked."""
    found = _round(request, meeting_round)
    waiting = selectors.round_page(request.access, found).waiting
    try:
        asked = ask_to_book(round=found, children=list(waiting), by=request.user)
        done(request, f"{asked.sent} e-mail{'' if asked.sent == 1 else 's'} on the way.")
        if count := len(asked.unreached):
            warn(request, f"For {count} of the children nobody can be sent a link. Ring them.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect("round", request.school.slug, found.pk)


@school_view(Permission.LOG_CONTACT)
@require_POST
def round_close(request: HttpRequest, meeting_round) -> HttpResponse:
    """Nobody can book any more; what is booked stays."""
    found = _round(request, meeting_round)
    close_round(round=found, by=request.user)
    done(request, "Closed. The meetings that are booked stay.")
    return redirect("round", request.school.slug, found.pk)


@school_view(Permission.LOG_CONTACT)
def round_book(request: HttpRequest, pupil, meeting_round) -> HttpResponse:
    """Book a time for a parent, or change it: they rang."""
    child = open_child(request, pupil, Action.VIEW_MEETINGS)
    found = selectors.round_of_child(request.access, child.pupil, meeting_round)
    if found is None:
        raise Http404
    contacts = contacts_of(child.pupil)
    if not contacts:
        problem(request, "Write down a contact first.")
        return redirect(child_url("child_family", child))
    contact = _chosen(request, contacts)
    contact.pupil = child.pupil
    offered = bookable(found, contact, today=request.access.today)
    form = _book_form(request, child, contacts, contact, offered)

    def book() -> None:
        facts = form.facts
        facts["contact"].pupil = child.pupil
        book_slot(by=request.user, **facts)

    if request.method == "POST" and carried_out(form, book):
        done(request, "Booked. Whoever has an e-mail address gets a confirmation.")
        return redirect("round", request.school.slug, found.pk)
    return child_form(
        request,
        child,
        form,
        heading=f"Book a time: {found.title}",
        submit="Book",
        back="child_meetings",
        tab="meetings",
    )


def _chosen(request: HttpRequest, contacts: list[Contact]) -> Contact:
    """For whom a time is booked; the first in the order of calling until somebody says."""
    asked = request.POST.get("contact") or request.GET.get("for", "")
    return next((each for each in contacts if str(each.pk) == asked), contacts[0])


def _book_form(
    request: HttpRequest, child: Child, contacts: list[Contact], contact: Contact, offered: Bookable
) -> BookForForm:
    return BookForForm(
        request.POST or None,
        offered=offered,
        contacts=contacts,
        verdicts=verdicts_on(contacts, AN_INVITATION, today=child.today),
        chosen=str(contact.pk),
    )


@school_view(Permission.LOG_CONTACT)
@require_POST
def booking_cancel(request: HttpRequest, pupil, booking) -> HttpResponse:
    """Give a time back for a family: the meeting is called off."""
    child = open_child(request, pupil, Action.VIEW_MEETINGS)
    found = selectors.booking_of(request.access, child.pupil, booking)
    if found is None:
        raise Http404
    found.pupil = child.pupil
    try:
        cancel_booking(booking=found, by=request.user)
        done(request, "Cancelled. The time is free again, and the family is told.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect("round", request.school.slug, found.round_id)


def _round(request: HttpRequest, pk: UUID) -> MeetingRound:
    found = selectors.round_of(request.access, pk)
    if found is None:
        raise Http404
    return found
