"""Keys of other systems: made, shown once, ended."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham import clock
from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.exits.forms import KeyForm
from aylsham.exits.keys import end_key, make_key
from aylsham.exits.selectors import key_of, keys_of
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from aylsham.own_lists import API_KEYS

KEYS = Permission.TAKE_OUT_SCHOOL


@school_view(KEYS)
@has_file
def api_keys(request: HttpRequest) -> HttpResponse:
    """The keys of a school; a POST makes one, and its secret stands on that page alone."""
    form = KeyForm(request.POST or None, access=request.access)
    made = None
    if request.method == "POST" and form.is_valid():
        made = make_key(school=request.school, by=request.user, **form.cleaned_data)
        form = KeyForm(access=request.access)
    if asks_for_file(request):
        return list_file(request, API_KEYS, keys_of(request.school))
    context = {
        "form": form,
        "made": made,
        "keys": keys_of(request.school),
        "today": clock.today(),
    }
    return render(request, "aylsham/exits/keys.html", context)


@school_view(KEYS)
@require_POST
def end_api_key(request: HttpRequest) -> HttpResponse:
    """End a key."""
    key = key_of(request.school, request.POST.get("key", ""))
    if key is None:
        raise Http404
    end_key(key=key, by=request.user)
    done(request, "The key has ended. It opens nothing any more.")
    return redirect("api_keys", school=request.school.slug)
