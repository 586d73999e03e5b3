"""One decorator says who may open a page; it also sets the row-security wall."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.current import Access
from aylsham.access.exceptions import can_by_exception
from aylsham.access.permissions import Permission
from aylsham.models import School
from aylsham.tenancy.row_security import set_schools


class Request(HttpRequest):
    """What the middleware makes of a request: who is asking, and on a school's page, which."""

    access: Access
    school: School


class Refused(PermissionDenied):
    """Right school, missing permission: a 403, written down after the rollback."""

    def __init__(self, school: School, permission: Permission):
        super().__init__(f"You may not {permission.label} at {school}.")
        self.school = school
        self.permission = permission


class WrongSchool(Http404):
    """A school the person does not belong to: the same 404 as for one that does not exist."""

    def __init__(self, slug: str):
        super().__init__()
        self.slug = slug


@dataclass(frozen=True)
class PageRule:
    """Who may open a page: what the test that walks every address reads."""

    level: str  # school, federation, staff or public
    permission: Permission | None = None


#: Asked before a POST to a page about somebody's record, with the asker's access and the record's
#: id: raises TransitionNotAllowed where nothing may be written any more.
Guard = Callable[[Access, UUID], None]
_guards: list[Guard] = []


def register_guard(guard: Guard) -> None:
    """Let a floor that keeps records say which of them nobody writes on."""
    if guard not in _guards:
        _guards.append(guard)


def school_view(permission: Permission, *, when_closed: bool = False) -> Callable:
    """A page of one school, `/<school>/…`; the view finds `request.school` and `request.access`.

    404 for a school that the person does not belong to, 403 without the permission. A POST on a
    child's record that is closed answers with a sentence, unless the page says `when_closed`: it
    only reads, or does what a school owes although the record is closed.
    """

    def decorate(view):
        @wraps(view)
        def wrapped(request: Request, school: str, *args, **kwargs) -> HttpResponse:
            access = _access_to_school(request, school)
            set_schools([request.school.pk])
            _require(access, permission)
            if request.method == "POST" and "pupil" in kwargs and not when_closed:
                for guard in _guards:
                    guard(access, kwargs["pupil"])
            return _finished(view(request, *args, **kwargs))

        return _ruled(wrapped, PageRule("school", permission))

    return decorate


def federation_view(permission: Permission) -> Callable:
    """A page over all of the person's schools at which they have the permission."""

    def decorate(view):
        @wraps(view)
        def wrapped(request: Request, *args, **kwargs) -> HttpResponse:
            access = request.access
            access.schools = access.schools_with(permission)
            set_schools(s.pk for s in access.schools)
            if not access.schools:
                if not access.by_school:
                    raise Http404
                raise Refused(access.all_schools[0], permission)
            return _finished(view(request, *args, **kwargs))

        return _ruled(wrapped, PageRule("federation", permission))

    return decorate


def staff_view(view):
    """A page for anybody who is signed in; it sees no school's rows."""

    @wraps(view)
    def wrapped(request: Request, *args, **kwargs) -> HttpResponse:
        set_schools([])
        request.access.schools = request.access.all_schools
        return _finished(view(request, *args, **kwargs))

    return _ruled(wrapped, PageRule("staff"))


def public_view(view):
    """A page for anybody; it sees no school's rows."""

    @wraps(view)
    def wrapped(request: Request, *args, **kwargs) -> HttpResponse:
        set_schools([])
        return _finished(view(request, *args, **kwargs))

    return login_not_required(_ruled(wrapped, PageRule("public")))


def _ruled(view: Callable, rule: PageRule) -> Callable:
    view.page_rule = rule  # type: ignore[attr-defined]  # read by the middleware and a test
    return view


def _access_to_school(request: Request, slug: str) -> Access:
    access = request.access
    for at in access.by_school.values():
        if at.slug == slug:
            access.school, access.schools = at.school, [at.school]
            request.school = at.school
            return access
    raise WrongSchool(slug)


def _require(access: Access, permission: Permission) -> None:
    if not (access.can(permission) or can_by_exception(access, permission)):
        raise Refused(access.schools[0], permission)


def require(request: Request, permission: Permission) -> None:
    """A further permission, for part of a page; raises Refused (403)."""
    if not request.access.can(permission):
        raise Refused(request.access.schools[0], permission)


def _finished(response: HttpResponse) -> HttpResponse:
    # Rendered or streamed later means outside the transaction, without the wall.
    lazy = hasattr(response, "render") and not getattr(response, "is_rendered", True)
    if lazy or response.streaming:
        raise RuntimeError("A view of case data must return a finished response.")
    return response
