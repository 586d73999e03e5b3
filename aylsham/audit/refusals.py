"""What was refused, written down after the refused request has been rolled back."""

from uuid import UUID

from django.http import Http404, HttpRequest

from aylsham.access.decorators import Refused, WrongSchool
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction


def record_refusal(request: HttpRequest, exception: Exception) -> None:
    """One event at the school whose page it was; nothing for other exceptions.

    Somebody from outside is written down at the school they tried to enter, if there is one.
    """
    if request.access is None:
        return
    action, school, detail = _what_was_refused(request, exception)
    if school is None:
        return
    match = request.resolver_match
    with school_transaction(school):
        record_event(
            action,
            school=school,
            by=request.access,
            pupil_ids=_pupil_asked_for(match.kwargs),
            detail={"page": match.view_name, "method": request.method, **detail},
        )


def _what_was_refused(request, exception) -> tuple[Action, School | None, dict]:
    match exception:
        case Refused():
            return Action.REFUSED, exception.school, {"permission": exception.permission.value}
        case WrongSchool():
            school = School.objects.filter(slug=exception.slug).first()
            return Action.WRONG_SCHOOL, school, {}
        case Http404() if _pupil_asked_for(request.resolver_match.kwargs):
            return Action.OUT_OF_REACH, request.school, {}
    return Action.REFUSED, None, {}


def _pupil_asked_for(kwargs: dict) -> list[UUID]:
    pupil = kwargs.get("pupil")
    return [pupil] if isinstance(pupil, UUID) else []
