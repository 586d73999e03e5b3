"""The page of an invited person: no account, a secret address, three answers.

A GET changes nothing, so that a mail scanner cannot answer. The page shows no name but the
person's own: not the child's, not another guest's, and nothing that anybody has written.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from aylsham.access.decorators import public_view
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from pupils.forms.meetings.people import ReplyForm
from pupils.meetings_calendar import calendar_file
from pupils.rules.meetings import ends_at
from pupils.selectors.meetings.guests import InvitedTo, find_guest
from pupils.services.contributions import asking
from pupils.services.meetings.inviting import answer, is_barred
from pupils.views.secret_pages import private


# Without a referrer browsers send the origin "null", which Django's check refuses; nobody can
# forge a request to an address of 256 random bits that they do not know.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@public_view
def meeting_reply(request: HttpRequest, secret: str) -> HttpResponse:
    """Coming, apologies, or another day; and the way to the questions before the meeting."""
    guest = _guest(secret)
    if guest is None:
        return _gone(request)
    if request.method == "POST" and "views" in request.POST and _may_write(guest):
        return private(redirect("contribute", asking.new_link(guest.invitee.ask)))
    form = ReplyForm(request.POST if "reply" in request.POST else None, invitee=guest.invitee)
    is_saved = form.is_bound and carried_out(
        form, lambda: answer(invitee=guest.invitee, by=None, **form.cleaned_data)
    )
    if is_saved:
        return private(redirect(f"{reverse('meeting_reply', args=[secret])}?answered"))
    if request.method == "GET":
        _note_opened(guest)
    meeting = guest.invitee.meeting
    context = {
        "guest": guest,
        "meeting": meeting,
        "school": guest.link.school,
        "ends_at": ends_at(meeting.starts_at, meeting.length),
        "form": form,
        "secret": secret,
        "may_write": _may_write(guest),
        "is_answered": "answered" in request.GET,
    }
    return private(render(request, "contribute/meeting.html", context))


@require_safe
@public_view
def meeting_reply_calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """The meeting as an entry for the person's own calendar."""
    guest = _guest(secret)
    if guest is None:
        return _gone(request)
    path = reverse("meeting_reply", args=[secret])
    return private(
        calendar_file(guest.invitee.meeting, guest.link.school, title="Meeting", path=path)
    )


def _guest(secret: str) -> InvitedTo | None:
    """Whoever the address belongs to, unless an order came after the invitation."""
    guest = find_guest(secret)
    return None if guest is None or is_barred(guest.invitee) else guest


def _may_write(guest: InvitedTo) -> bool:
    return guest.may_write_views and not asking.is_barred(guest.invitee.ask)


def _note_opened(guest: InvitedTo) -> None:
    record_event(
        Action.OPEN_LINK,
        school=guest.link.school,
        by=None,
        # Behind the address of a meeting of a class stands no child.
        pupil_ids=[pk] if (pk := guest.invitee.meeting.pupil_id) else [],
        subject=guest.invitee,
    )


def _gone(request: HttpRequest) -> HttpResponse:
    return private(render(request, "contribute/gone.html", status=404))
