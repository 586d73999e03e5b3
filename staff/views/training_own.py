"""How a training was, said by somebody who came."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from staff.forms.training_plan import HowItWasForm
from staff.selectors.training_plan import invitation_to
from staff.services.attendance import ANSWER_FIELDS, say_how_it_was


@school_view(Permission.OPEN_TODAY)
def training_said(request: HttpRequest, training_session) -> HttpResponse:
    """Three short questions about a training that one came to."""
    row = invitation_to(request.school, request.user, training_session)
    if row is None:
        raise Http404
    initial = {name: getattr(row, name) for name in ANSWER_FIELDS}
    form = HowItWasForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: say_how_it_was(invitation=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "Thank you.")
        return redirect("my_training", request.school.slug)
    context = {
        "form": form,
        "heading": row.session.title or row.session.topic.name,
        "submit": "Send",
        "note": "About a minute. Your answers are shown without your name, once three have answered.",
        "cancel_url": reverse("my_training", args=[request.school.slug]),
        "crumb": "My training",
    }
    return render(request, "staff/training/form.html", context)
