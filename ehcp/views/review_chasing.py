"""Chasing the council after a review: that somebody spoke to it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.forms import SpokeForm
from ehcp.selectors.review_chasing import chase_now
from ehcp.services.review_talks import spoke_about_review
from ehcp.views.review_opening import open_review, review_form, review_url


@school_view(Permission.EDIT_PLANS)
def spoke(request: HttpRequest, review: UUID) -> HttpResponse:
    """Somebody spoke to the co-ordinator about what is late: the reminder moves."""
    child, found = open_review(request, review)
    chase = chase_now(request.access, found)
    if chase is None:
        done(request, "Nothing of the council’s is late.")
        return redirect(review_url(found, request.school.slug))
    first = {"who": found.plan.coordinator, "on": request.access.today}
    form = SpokeForm(request.POST or None, initial=first)
    if request.method == "POST" and carried_out(
        form,
        lambda: spoke_about_review(review=found, about=chase.about, by=request.user, **form.facts),
    ):
        done(request, "Recorded. The reminder comes later.")
        return redirect(review_url(found, request.school.slug, "chase"))
    return review_form(
        request,
        child,
        found,
        form,
        "chase",
        heading="You spoke to the council",
        note=f"{chase.words}: it was due on {chase.due_on:%-d %B %Y}.",
    )
