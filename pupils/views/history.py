"""What was changed in a child's record, by whom and when."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.history import history_of_pupil
from pupils.views.opening import child_page, open_child


@school_view(Permission.VIEW_REGISTER)
def child_history(request: HttpRequest, pupil) -> HttpResponse:
    """Every change that the asker may know of, in sentences."""
    child = open_child(request, pupil, Action.VIEW_HISTORY)
    lines = history_of_pupil(request.access, request.school, pupil)
    return child_page(request, "pupils/child_history.html", child, tab="history", lines=lines)
