"""The room of a session on the board."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from staff.forms.board import RoomForm
from staff.selectors.school_days import room_of
from staff.services.weeks.room_choice import choose_room
from staff.services.weeks.steps import Step
from staff.views.board import done_or_back, found_session


@school_view(Permission.KEEP_STAFF)
@require_POST
def board_room(request: HttpRequest, week_plan: UUID, plan_session: UUID) -> HttpResponse:
    """Another room for one session, or none of its own."""
    row = found_session(request, week_plan, plan_session)
    plan = row.plan
    form = RoomForm(request.POST, record=row)

    def change() -> Step:
        key = form.cleaned_data["room"]
        room = room_of(request.access, key) if key else None
        if key and room is None:
            raise Http404
        return choose_room(
            session=row, room=room, version=form.cleaned_data["version"], by=request.user
        )

    return done_or_back(request, plan, row, form, change, "The room is chosen.")
