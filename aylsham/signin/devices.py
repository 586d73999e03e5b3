"""Shared tablets: registering them, and PINs that work on them alone."""

import re
from itertools import pairwise

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.models import DevicePin, Membership, School, SharedDevice, User
from aylsham.secrets import hash_of, new_secret

COOKIE = "aylsham_device"
COOKIE_DAYS = 365
PIN_LENGTH = 6


class WrongPin(Exception):
    """The PIN is wrong; `left` tries remain before the full sign-in is asked for."""

    def __init__(self, left: int):
        super().__init__(f"{left} tries left")
        self.left = left


@transaction.atomic
def register_device(*, school: School, name: str, by: User) -> tuple[SharedDevice, str]:
    """Register the tablet in the person's hands; the secret goes into its cookie."""
    secret, secret_hash = new_secret()
    device = SharedDevice.objects.create(
        school=school,
        name=name,
        secret_hash=secret_hash,
        registered_by=by,
        registered_at=timezone.now(),
    )
    record_event(Action.REGISTER_DEVICE, school=school, by=by, subject=device)
    return device, secret


@transaction.atomic
def revoke_device(device: SharedDevice, *, by: User) -> None:
    """Forget a tablet and every PIN on it: when it is lost, sold or repaired."""
    locked = SharedDevice.objects.select_for_update().get(pk=device.pk)
    if locked.revoked_at:
        raise TransitionNotAllowed("This tablet is forgotten already.")
    locked.revoked_at, locked.revoked_by = timezone.now(), by
    locked.save(update_fields=["revoked_at", "revoked_by"])
    locked.pins.all().delete()
    record_event(Action.REMOVE_DEVICE, school=locked.school, by=by, subject=locked)


def this_device(request) -> SharedDevice | None:
    """The registered tablet that this request comes from."""
    secret = request.COOKIES.get(COOKIE, "")
    if not secret:
        return None
    return (
        SharedDevice.objects.select_related("school")
        .filter(secret_hash=hash_of(secret), revoked_at=None)
        .first()
    )


def is_shared(request) -> bool:
    """Whether the request comes from a tablet that was registered; its secret is not asked for."""
    return COOKIE in request.COOKIES


def people_with_pin(device: SharedDevice, *, today) -> list[DevicePin]:
    """PINs on a tablet of people who still work at its school, by name."""
    still_here = Membership.objects.live(today).filter(
        Q(school=device.school_id) | Q(school=None, federation=device.school.federation_id)
    )
    return list(
        device.pins.filter(user__is_active=True, user__in=still_here.values("user"))
        .select_related("user")
        .order_by("user__name")
    )


def weakness(pin: str) -> str:
    """Why a PIN is refused; empty when it is good."""
    if not re.fullmatch(rf"\d{{{PIN_LENGTH}}}", pin):
        return f"Use {PIN_LENGTH} digits."
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "Choose a PIN that is not the same digit or a row of digits."
    return ""


@transaction.atomic
def set_pin(device: SharedDevice, user: User, pin: str) -> DevicePin:
    """Set a person's PIN on this tablet; raises ValueError when it is weak."""
    if reason := weakness(pin):
        raise ValueError(reason)
    saved, _ = DevicePin.objects.update_or_create(
        device=device,
        user=user,
        defaults={"pin_hash": make_password(pin), "wrong_tries": 0, "set_at": timezone.now()},
    )
    return saved


def owner_of(device: SharedDevice, pin_id) -> User | None:
    """Whose PIN on this tablet that is."""
    saved = device.pins.select_related("user").filter(pk=pin_id).first()
    return saved.user if saved else None


def check_pin(device: SharedDevice, pin_id, pin: str, *, today) -> User:
    """The person whose PIN this is; raises WrongPin. Counts a wrong try even so."""
    allowed = {p.pk for p in people_with_pin(device, today=today)}
    with transaction.atomic():
        saved = (
            DevicePin.objects.select_for_update(of=("self",))
            .select_related("user")
            .filter(pk=pin_id, device=device)
            .first()
        )
        if saved is None or saved.pk not in allowed or saved.is_locked:
            raise WrongPin(0)
        if check_password(pin, saved.pin_hash):
            saved.wrong_tries = 0
            saved.save(update_fields=["wrong_tries"])
            return saved.user
        saved.wrong_tries += 1
        saved.save(update_fields=["wrong_tries"])
        left = DevicePin.WRONG_ALLOWED - saved.wrong_tries
    raise WrongPin(left)
