"""Keys with which other systems read a school: made and ended by a person, shown once, hashed."""

import datetime as dt
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from aylsham import clock
from aylsham.access.current import Access, SchoolAccess
from aylsham.access.decorators import PageRule
from aylsham.access.permissions import Permission as P
from aylsham.access.roles import Reach
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.exits.codes import KEY_LASTS, Scope
from aylsham.models import ApiKey, School, User
from aylsham.secrets import hash_of, new_secret
from aylsham.tenancy.row_security import set_schools

#: Answers that a key may have in a minute.
A_MINUTE = 60
#: How often it is noted that a key is in use.
NOTED_EVERY = dt.timedelta(minutes=5)
#: What each scope lets a key see; every key sees of whom a row is.
SCOPES: dict[Scope, frozenset[P]] = {
    Scope.PUPILS: frozenset({P.VIEW_NEEDS, P.VIEW_REGISTER}),
    Scope.UPN: frozenset({P.VIEW_NEEDS, P.VIEW_REGISTER}),
    Scope.PLANS: frozenset({P.VIEW_PLANS}),
    Scope.REVIEWS: frozenset({P.VIEW_PLANS}),
    Scope.PROVISION: frozenset({P.VIEW_NEEDS}),
    Scope.DUE: frozenset({P.VIEW_DUE}),
    Scope.CARE: frozenset({P.VIEW_CARE, P.VIEW_NEEDS, P.VIEW_REGISTER}),
}


@dataclass(frozen=True)
class KeyAccess(SchoolAccess):
    """What a key may do at its school: its scopes, over every child."""

    held: frozenset[P] = frozenset()

    @property
    def permissions(self) -> frozenset[P]:  # type: ignore[override]  # decided by the key, no role
        return self.held

    @property
    def reach(self) -> Reach:  # type: ignore[override]
        return Reach.WHOLE_SCHOOL


@transaction.atomic
def make_key(
    *,
    school: School,
    name: str,
    scopes: list[str],
    ends_on: dt.date,
    by: User,
    key: UUID | None = None,
) -> tuple[ApiKey, str]:
    """A key and its secret, which nobody can show again: sent twice (`key`), it is empty."""
    known = ApiKey.objects.filter(pk=key, school=school).first() if key else None
    if known:
        return known, ""
    if not clock.today() <= ends_on <= clock.today() + dt.timedelta(days=KEY_LASTS):
        raise TransitionNotAllowed("A key works from today for at most a year.")
    secret, hashed = new_secret()
    made = ApiKey.objects.create(
        **({"pk": key} if key else {}),
        school=school,
        name=name,
        starts=secret[:6],
        secret_hash=hashed,
        scopes=sorted(scopes),
        made_by=by,
        made_at=clock.moment(),
        ends_on=ends_on,
    )
    detail = {"scopes": made.scopes, "ends_on": ends_on.isoformat()}
    record_event(Action.MAKE_KEY, school=school, by=by, subject=made, detail=detail)
    return made, secret


@transaction.atomic
def end_key(*, key: ApiKey, by: User) -> None:
    """From now on the key opens nothing; ending it twice is the same."""
    key = ApiKey.objects.select_for_update().get(pk=key.pk)
    if key.revoked_at:
        return
    key.revoked_at, key.revoked_by = clock.moment(), by
    key.save(update_fields=["revoked_at", "revoked_by"])
    record_event(Action.END_KEY, school=key.school, by=by, subject=key)


def key_view(scope: Scope) -> Callable:
    """A read-only answer for another system at `/<school>/…`: 401 without a key, 404 at another
    school, 403 without the scope, 429 when it asks too often."""

    def decorate(view):
        @csrf_exempt
        @wraps(view)
        def wrapped(request: HttpRequest, school: str) -> HttpResponse:
            set_schools([])
            if request.method != "GET":
                return refused(405, "Only GET: this is for reading.", Allow="GET")
            key = _key_of(request)
            if key is None:
                said = "Send a key that is live: Authorization: Bearer KEY."
                return refused(401, said, **{"WWW-Authenticate": "Bearer"})
            if key.school.slug != school:
                return refused(404, "There is no such school.")
            if wait := _too_often(key):
                return refused(429, f"Wait {wait} seconds.", **{"Retry-After": str(wait)})
            if scope not in key.scopes:
                return refused(403, f"This key does not open “{scope.value}”.")
            set_schools([key.school_id])
            _note_use(key)
            return view(request, key, access_of_key(key))

        wrapped.page_rule = PageRule("key")  # type: ignore[attr-defined]
        wrapped.scope = scope  # type: ignore[attr-defined]  # read by a test
        return login_not_required(wrapped)

    return decorate


def access_of_key(key: ApiKey) -> Access:
    """The key as an asker: nobody's, at one school, with what its scopes allow."""
    held = frozenset({P.VIEW_PUPILS}).union(*(SCOPES[Scope(s)] for s in key.scopes))
    at = KeyAccess((), {"slug": key.school.slug, "name": key.school.name}, held)
    by_school: dict[UUID, SchoolAccess] = {key.school_id: at}
    return Access(User(), clock.today(), by_school, school=key.school, schools=[key.school])


def refused(status: int, said: str, **headers: str) -> JsonResponse:
    """A sentence that says what to do, as the document describes it."""
    return JsonResponse({"error": said}, status=status, headers=headers)


def _key_of(request: HttpRequest) -> ApiKey | None:
    word, _, secret = request.headers.get("Authorization", "").partition(" ")
    if word.lower() != "bearer" or not secret:
        return None
    live = ApiKey.objects.filter(revoked_at=None, ends_on__gte=clock.today())
    return live.select_related("school").filter(secret_hash=hash_of(secret.strip())).first()


def _too_often(key: ApiKey) -> int:
    """Seconds to wait; 0 while the key may go on."""
    now = time.time()
    minute = f"api:{key.pk}:{int(now // 60)}"
    cache.add(minute, 0, 90)
    return math.ceil(60 - now % 60) if cache.incr(minute) > A_MINUTE else 0


def _note_use(key: ApiKey) -> None:
    now = timezone.now()
    if key.last_used_at is None or key.last_used_at < now - NOTED_EVERY:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)
