"""Rounds of moderation over the schools: drawn, followed, and what they say."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import federation_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.moderation import DrawForm, usual_days
from pupils.list_files import MODERATION_ROUND
from pupils.selectors.moderation.results import round_page, rounds_of
from pupils.services.moderation.drawing import draw_round


@federation_view(Permission.READ_REPORTS)
@has_file
def rounds(request: HttpRequest) -> HttpResponse:
    """The latest round, or the one asked for: figures, no children."""
    found = rounds_of(request.access)
    asked = request.GET.get("round", "")
    drawn = next((r for r in found if str(r.pk) == asked), found[0] if found else None)
    page = round_page(request.access, drawn) if drawn else None
    if asks_for_file(request):
        return list_file(request, MODERATION_ROUND, page.progress if page else [])
    context = {
        "rounds": found,
        "page": page,
        "may_draw": request.access.can(Permission.DRAW_MODERATION),
    }
    return render(request, "pupils/moderation/rounds.html", context)


@federation_view(Permission.DRAW_MODERATION)
def draw(request: HttpRequest) -> HttpResponse:
    """Draw a sample at every school of the federation."""
    access = request.access
    form = DrawForm(request.POST or None, initial={"per_school": 6} | usual_days(access.today))
    if request.method == "POST" and carried_out(
        form,
        lambda: draw_round(
            federation=access.schools[0].federation,
            schools=access.schools,
            today=access.today,
            by=request.user,
            **form.cleaned_data,
        ),
    ):
        done(request, "The sample is drawn. Each SENDCo finds the children under Moderation.")
        return redirect("moderation_rounds")
    context = {"form": form, "cancel_url": reverse("moderation_rounds")}
    return render(request, "pupils/moderation/draw.html", context)
