"""Lock screen, shared tablets and their PINs."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from aylsham import clock, navigation
from aylsham.access.current import Access, posts_of
from aylsham.access.decorators import public_view, school_view, staff_view
from aylsham.access.permissions import Permission
from aylsham.audit.signins import record_sign_in
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import SharedDevice
from aylsham.models.signins import SignInKind
from aylsham.own_lists import DEVICES
from aylsham.signin import devices
from aylsham.signin.forms import DeviceForm, PinForm, SetPinForm, UnlockForm
from aylsham.signin.session import lock, unlock

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


def _next(request) -> str:
    """Where the person was, if it is one of our pages."""
    target = _asked_for(request)
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe else reverse("home")


@staff_view
def locked(request):
    """Asks for the password again; what was on the screen is gone."""
    form = UnlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _is_password(request, form):
        unlock(request)
        return redirect(_next(request))
    return render(
        request,
        "signin/locked.html",
        {"form": form, "next": _next(request), "device": devices.this_device(request)},
    )


def _is_password(request, form) -> bool:
    """Whether the password is right; the sign-in library slows down guessing."""
    try:
        if get_adapter().reauthenticate(request.user, form.cleaned_data["password"]):
            return True
        form.add_error("password", "That is not your password. Try again.")
    except ValidationError as too_often:
        form.add_error("password", too_often)
    return False


@staff_view
@require_POST
def lock_now(request):
    """Locks the screen at once."""
    lock(request)
    return redirect(f"{reverse('locked')}?next={_next(request)}")


@public_view
def switch(request):
    """On a shared tablet: choose your name, type your PIN."""
    device = devices.this_device(request)
    if device is None:
        return redirect("account_login")
    form = PinForm(request.POST if "pin" in request.POST else None)
    if request.method == "POST":
        if request.user.is_authenticated:
            logout(request)
        if form.is_bound and form.is_valid():
            return _try_pin(request, device, form)
    return _show_switch(request, device, form)


def _try_pin(request, device, form):
    person, pin = form.cleaned_data["person"], form.cleaned_data["pin"]
    try:
        user = devices.check_pin(device, person, pin, today=clock.today())
    except devices.WrongPin as wrong:
        record_sign_in(SignInKind.WRONG_PIN, request, user=devices.owner_of(device, person))
        form.add_error("pin", _wrong_pin_words(wrong.left))
        return _show_switch(request, device, form)
    login(request, user, backend=BACKEND)
    record_authentication(request, user, "pin", device=str(device.pk))
    unlock(request)
    return redirect(_next(request) if _asked_for(request) else _first_page(user, device))


def _first_page(user, device) -> str:
    """The session log for whoever may log, which sends on all but the LSA who gives something."""
    today = clock.today()
    access = Access(user, today, posts_of(user, today=today))
    for entry in (each for each in navigation.entries() if each.begins_turn):
        may = entry.permission is None or access.can(entry.permission, device.school)
        if may and (url := entry.url_for(device.school)):
            return f"{url}?first"
    return reverse("home")


def _asked_for(request) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""


def _wrong_pin_words(left: int) -> str:
    if left <= 0:
        return "This PIN no longer works. Sign in with your e-mail address and password."
    return f"That is not your PIN. {left} {'try' if left == 1 else 'tries'} left."


def _show_switch(request, device, form):
    people = devices.people_with_pin(device, today=clock.today())
    chosen = str(form.data.get("person") or request.GET.get("person") or "")
    person = next((p for p in people if str(p.pk) == chosen), None)
    if person and not form.is_bound:
        form = PinForm(initial={"person": person.pk})
    context = {
        "device": device,
        "people": people,
        "person": person,
        "form": form,
        "next": _next(request) if _asked_for(request) else "",
    }
    return render(request, "signin/switch.html", context)


@staff_view
def set_pin(request):
    """On a shared tablet: set your PIN for it, after signing in in full."""
    device = devices.this_device(request)
    here = device and device.school_id in request.access.by_school
    form = SetPinForm(request.POST or None)
    if here and request.method == "POST" and form.is_valid():
        devices.set_pin(device, request.user, form.cleaned_data["pin"])
        messages.success(request, f"Your PIN is set on {device.name}.")
        return redirect("home")
    return render(
        request, "signin/set_pin.html", {"form": form, "device": device if here else None}
    )


@school_view(Permission.MANAGE_DEVICES)
@has_file
def device_list(request):
    """The school's shared tablets; registers the one in the person's hands."""
    form = DeviceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        device, secret = devices.register_device(
            school=request.school, name=form.cleaned_data["name"], by=request.user
        )
        messages.success(request, f"{device.name} is registered. Now set your PIN on it.")
        response = redirect("set_pin")
        response.set_cookie(
            devices.COOKIE,
            secret,
            max_age=devices.COOKIE_DAYS * 86_400,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
        return response
    known = SharedDevice.objects.filter(school=request.school, revoked_at=None).order_by("name")
    if asks_for_file(request):
        return list_file(request, DEVICES, known)
    context = {"form": form, "devices": known, "this": devices.this_device(request)}
    return render(request, "signin/devices.html", context)


@school_view(Permission.MANAGE_DEVICES)
@require_POST
def forget_device(request):
    """Forgets a tablet and the PINs on it."""
    device = SharedDevice.objects.filter(
        school=request.school, pk=request.POST.get("device"), revoked_at=None
    ).first()
    if device:
        devices.revoke_device(device, by=request.user)
        messages.success(request, f"{device.name} is forgotten. Its PINs no longer work.")
    return redirect("devices", school=request.school.slug)
