"""Rating blind: the words of another school, and nothing else."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.codes import AreaOfNeed
from pupils.forms.moderation import BlindForm
from pupils.selectors.moderation.pages import look_to_rate
from pupils.services.moderation.rating import rate_blind


@school_view(Permission.MODERATE_LEVELS)
def rate(request: HttpRequest, blind_look) -> HttpResponse:
    """Rate what another school describes."""
    look = look_to_rate(request.access, blind_look)
    if look is None:
        raise Http404
    record_event(Action.VIEW_MODERATION, school=request.school, by=request.access, subject=look)
    form = BlindForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: rate_blind(
            look=look, today=request.access.today, by=request.user, **form.cleaned_data
        ),
    ):
        done(request, "Rated. The child's school sees your rating and your words.")
        return redirect("moderation", request.school.slug)
    context = {
        "look": look,
        "area": AreaOfNeed(look.area).label,
        "form": form,
        "cancel_url": reverse("moderation", args=[request.school.slug]),
    }
    return render(request, "pupils/moderation/rate.html", context)
