"""Opening a meeting from a child's record: the child first, then the meeting, then who may."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from aylsham.access.decorators import Refused
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from pupils.models import Meeting, MeetingChild, MeetingInvitee
from pupils.selectors.identity import Child
from pupils.selectors.meetings.page import children_of, invitee_of, meeting_of
from pupils.views.opening import child_url, open_child

TAB, PAGE = "child_meetings", "meeting"


def open_meeting(
    request: HttpRequest, pupil: UUID, pk: UUID, action: Action = Action.VIEW_MEETING, **detail
) -> tuple[Child, Meeting]:
    """The child and one of its meetings; the reading is written down for every child shown."""
    child = open_child(request, pupil, action, meeting=str(pk), **detail)
    meeting = meeting_of(child.pupil, pk)
    if meeting is None:
        raise Http404
    return child, meeting


def meeting_url(child: Child, meeting: Meeting) -> str:
    """The page that a change leads back to: of the class where it is a meeting of one."""
    if meeting.is_of_class:
        return reverse("class_meeting", args=[child.school.slug, meeting.pk])
    return child_url(PAGE, child, meeting.pk)


def note_others(request: HttpRequest, child: Child, pupils, action: Action) -> None:
    """Write down that other children of the same meeting were seen too."""
    others = [pupil.pk for pupil in pupils if pupil.pk != child.pupil.pk]
    if others:
        record_event(action, school=request.school, by=request.access, pupil_ids=others)


def open_to_write(request: HttpRequest, pupil: UUID, pk: UUID) -> tuple[Child, Meeting]:
    """The same for a change: only for those who may see all children of the meeting."""
    child, meeting = open_meeting(request, pupil, pk)
    number = MeetingChild.objects.filter(school=request.school, meeting=meeting).count()
    if number > 1 and len(children_of(request.access, meeting)) < number:
        raise Refused(request.school, Permission.LOG_CONTACT)
    return child, meeting


def open_invitee(
    request: HttpRequest, pupil: UUID, pk: UUID, invitee: UUID
) -> tuple[Child, Meeting, MeetingInvitee]:
    """A child, a meeting and one invited person, for a change."""
    child, meeting = open_to_write(request, pupil, pk)
    found = invitee_of(meeting, invitee)
    if found is None:
        raise Http404
    return child, meeting, found
