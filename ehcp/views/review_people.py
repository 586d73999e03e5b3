"""The people of a review: invited by law, what they answered, whose advice is here, who came."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import weeks_before
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from ehcp.invite_forms import InviteForm
from ehcp.models import ReviewMeeting
from ehcp.review_codes import Route
from ehcp.review_forms import AnswerForm, CameForm, LettersForm, ReceivedForm, ToldForm
from ehcp.rules.preparation import GATHER_WEEKS
from ehcp.selectors.review_desk import review_desk
from ehcp.selectors.review_people import missing_of, suggestions
from ehcp.services import review_meetings as service
from ehcp.services.review_attendance import hold_with
from ehcp.services.review_letters import note_letters
from ehcp.views.review_opening import (
    open_invitee,
    open_meeting,
    review_form,
    review_page,
    review_url,
)
from pupils.services.meetings.inviting import send_again


@school_view(Permission.EDIT_PLANS)
def invite(request: HttpRequest, review: UUID) -> HttpResponse:
    """Invite everybody at once: the list by law with whom we know."""
    child, row, found = open_meeting(request, review)
    if row is None:
        return redirect("review_set_up", request.school.slug, review)
    form = _invite_form(request, row)
    if request.method == "POST" and carried_out(
        form,
        lambda: service.invite_people(
            meeting=row,
            invitations=form.invitations,
            invited_on=form.cleaned_data["invited_on"],
            by=request.user,
        ),
    ):
        missing = missing_of(row, today=request.access.today)
        more = f" Still to be told: {', '.join(m.words for m in missing)}." if missing else ""
        done(request, f"Invited.{more}")
        return redirect(review_url(found, request.school.slug, "people"))
    return review_page(
        request,
        "ehcp/reviewing/invite.html",
        child,
        form=form,
        review=found,
        row=row,
        cancel_url=review_url(found, request.school.slug, "people"),
    )


def _invite_form(request: HttpRequest, row: ReviewMeeting) -> InviteForm:
    access = request.access
    calendar = calendar_of(access.school)
    meeting_on = row.review.meeting_on
    by = calendar.do_by(weeks_before(meeting_on, GATHER_WEEKS))
    found = suggestions(access, row)
    return InviteForm(
        request.POST or None,
        suggested=found.suggested,
        contacts={f"contact:{c.pk}": c for c in found.contacts},
        colleagues={f"user:{u.pk}": u for u in found.colleagues},
        initial={"views_on": max(access.today, by)},
    )


@school_view(Permission.EDIT_PLANS)
def answer(request: HttpRequest, review_invitee: UUID) -> HttpResponse:
    """What somebody told us: coming, apologies, a report instead."""
    child, row = open_invitee(request, review_invitee)
    now = AnswerForm.REPORT if row.sends_report else row.guest.reply
    form = AnswerForm(request.POST or None, initial={"answer": now, "note": row.guest.note})
    return _form(
        request,
        child,
        row,
        form,
        lambda: service.record_answer(invitee=row, by=request.user, **form.facts),
        heading="What they answered",
    )


@school_view(Permission.EDIT_PLANS)
def told(request: HttpRequest, review_invitee: UUID) -> HttpResponse:
    """How and when somebody without an e-mail was told of the day."""
    child, row = open_invitee(request, review_invitee)
    route = Route.LETTER if row.route == Route.EMAIL else row.route
    form = ToldForm(
        request.POST or None,
        initial={"route": route, "invited_on": row.invited_on or request.access.today},
    )
    return _form(
        request,
        child,
        row,
        form,
        lambda: service.told_again(invitee=row, by=request.user, **form.cleaned_data),
        heading="They were told of the day",
    )


@school_view(Permission.EDIT_PLANS)
def letters(request: HttpRequest, review: UUID) -> HttpResponse:
    """Everybody who gets a letter, ticked in one go; a tick taken away takes it back."""
    child, row, found = open_meeting(request, review)
    people = review_desk(request.access, found).by_letter if row else ()
    if row is None or not people or found.is_held:
        return redirect(review_url(found, request.school.slug, "people"))
    form = LettersForm(request.POST or None, people=people)
    if request.method == "POST" and carried_out(
        form, lambda: note_letters(meeting=row, by=request.user, **form.facts)
    ):
        done(request, "Saved. Open the letters again to take it back.")
        return redirect(review_url(found, request.school.slug, "people"))
    return review_form(request, child, found, form, "people", heading="Letters that went")


@school_view(Permission.EDIT_PLANS)
def received(request: HttpRequest, review_invitee: UUID) -> HttpResponse:
    """Somebody's advice, views or report is here."""
    child, row = open_invitee(request, review_invitee)
    day = row.advice_received_on or request.access.today
    form = ReceivedForm(request.POST or None, initial={"received_on": day})
    return _form(
        request,
        child,
        row,
        form,
        lambda: service.record_advice_received(invitee=row, by=request.user, **form.cleaned_data),
        heading="Their advice or report",
        note="File the paper among the child’s documents too.",
    )


@school_view(Permission.EDIT_PLANS)
@require_POST
def again(request: HttpRequest, review_invitee: UUID) -> HttpResponse:
    """Send the e-mail again."""
    _, row = open_invitee(request, review_invitee)
    row.guest.meeting = row.meeting.meeting
    return _step(
        request,
        row,
        lambda: send_again(invitee=row.guest, by=request.user),
        "A new invitation is on its way. The earlier link no longer works.",
    )


@school_view(Permission.EDIT_PLANS)
@require_POST
def remove(request: HttpRequest, review_invitee: UUID) -> HttpResponse:
    """Take somebody off the list."""
    _, row = open_invitee(request, review_invitee)
    return _step(
        request,
        row,
        lambda: service.take_off(invitee=row, by=request.user),
        "Taken off the list. Tell them yourself.",
    )


@school_view(Permission.EDIT_PLANS)
def came(request: HttpRequest, review: UUID) -> HttpResponse:
    """The meeting was held, and who came; pressed again it corrects that."""
    child, row, found = open_meeting(request, review)
    if row is None:
        return redirect("review_set_up", request.school.slug, review)
    form = CameForm(
        request.POST or None, record=found, people=review_desk(request.access, found).people
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: hold_with(
            meeting=row,
            meeting_on=form.cleaned_data.get("meeting_on", found.meeting_on),
            kind=form.cleaned_data.get("kind", found.kind),
            came=form.there,
            version=None if found.is_held else form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "Recorded. Now the outcomes, one by one.")
        return redirect("review_meeting", request.school.slug, review)
    return review_form(
        request,
        child,
        found,
        form,
        heading="Who is here",
        submit="Save who came",
    )


def _form(request, child, row, form, change, *, heading: str, note: str = "") -> HttpResponse:
    """A form about one person that leads back to the list of people."""
    review = row.meeting.review
    if request.method == "POST" and carried_out(form, change):
        done(request, "Saved.")
        return redirect(review_url(review, request.school.slug, "people"))
    said = f"{row.guest.name}. {note}" if note else row.guest.name
    return review_form(request, child, review, form, "people", heading=heading, note=said)


def _step(request, row, change, said: str) -> HttpResponse:
    try:
        change()
        done(request, said)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(review_url(row.meeting.review, request.school.slug, "people"))
