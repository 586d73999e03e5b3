"""Putting the outcomes of a plan on the child's record."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.section_forms import OutcomesForm
from ehcp.selectors.writing import loose_outcomes
from ehcp.services.plan_outcomes import adopt_outcomes
from ehcp.views.versions import TAB, opened_version, version_url
from pupils.views.opening import child_form


@school_view(Permission.EDIT_PLANS)
def version_outcomes(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """Which outcomes, and by when; then targets can be written towards them."""
    child, found = opened_version(request, plan_version)
    require(request, Permission.WRITE_CYCLES)
    lines = loose_outcomes(request.access, found)
    if not lines:  # somebody was quicker
        return redirect(version_url(found))
    form = OutcomesForm(request.POST or None, lines=lines)
    if request.method == "POST" and carried_out(
        form, lambda: adopt_outcomes(version=found, by=request.user, **form.facts)
    ):
        done(request, "They are on the child’s record. Write a target towards each.")
        return redirect("child_targets", request.school.slug, found.plan.pupil_id)
    return child_form(
        request,
        child,
        form,
        heading="Put outcomes on the child’s record",
        submit="Put them there",
        note="Then this term’s targets can lead to them, and the next review shows what became "
        "of each.",
        tab=TAB,
        cancel_url=version_url(found),
    )
