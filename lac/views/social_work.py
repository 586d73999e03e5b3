"""Pages of social work with a child, and of reviews of the care plan."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from lac.access import sees_protection
from lac.forms.people import ReviewForm, SocialWorkForm
from lac.models import SocialWorkPeriod
from lac.selectors.rows import live_period, review_of, row_of
from lac.services.social_work import (
    add_social_work,
    change_review,
    change_social_work,
    record_review,
    remove_review,
    remove_social_work,
)
from lac.views.opening import PAGE, asked_to_remove, back_to_care, found, open_care
from pupils.views.opening import child_form, child_url

_ENDED = "If it was true for a time, give it a last day instead."


@school_view(Permission.EDIT_CARE)
def social_work_add(request: HttpRequest, pupil) -> HttpResponse:
    """The child has a social worker, or lives with kin."""
    child = open_care(request, pupil)
    form = SocialWorkForm(
        request.POST or None,
        sees_protection=sees_protection(request.access, request.school),
        initial={"starts_on": child.today},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_social_work(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return back_to_care(request, child, "It is recorded.")
    return child_form(
        request,
        child,
        form,
        heading="A social worker, without being looked after",
        submit="Record it",
        back=PAGE,
    )


@school_view(Permission.EDIT_CARE)
def social_work_change(request: HttpRequest, pupil, social_work) -> HttpResponse:
    """Put it right, or give it a last day."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, SocialWorkPeriod, child.pupil, social_work))
    sees = sees_protection(request.access, request.school)
    form = SocialWorkForm(request.POST or None, record=row, sees_protection=sees)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_social_work(
            period=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is changed.")
    return child_form(
        request,
        child,
        form,
        heading="Change social work",
        submit="Save",
        back=PAGE,
        template="lac/form.html",
        remove_url=child_url("care_social_work_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def social_work_remove(request: HttpRequest, pupil, social_work) -> HttpResponse:
    """Take out what was entered by mistake."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, SocialWorkPeriod, child.pupil, social_work))
    what = f"Social work from {row.starts_on:%-d %B %Y}"
    return asked_to_remove(
        request, child, what, lambda: remove_social_work(period=row, by=request.user), _ENDED
    )


@school_view(Permission.EDIT_CARE)
def review_add(request: HttpRequest, pupil) -> HttpResponse:
    """The council held a review of the care plan."""
    child = open_care(request, pupil)
    period = found(live_period(child.pupil, child.today))
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_review(
            period=period, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return back_to_care(request, child, "The review is recorded. The next one is worked out.")
    heading = "A review of the care plan"
    return child_form(request, child, form, heading=heading, submit="Record it", back=PAGE)


@school_view(Permission.EDIT_CARE)
def review_change(request: HttpRequest, pupil, care_review) -> HttpResponse:
    """Put a review right."""
    child = open_care(request, pupil)
    row = found(review_of(request.access, child.pupil, care_review))
    form = ReviewForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_review(
            review=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is changed.")
    return child_form(
        request,
        child,
        form,
        heading="Change a review of the care plan",
        submit="Save",
        back=PAGE,
        template="lac/form.html",
        remove_url=child_url("care_review_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def review_remove(request: HttpRequest, pupil, care_review) -> HttpResponse:
    """Take out a review that was entered by mistake."""
    child = open_care(request, pupil)
    row = found(review_of(request.access, child.pupil, care_review))
    what = f"Review of {row.held_on:%-d %B %Y}"
    advice = "The next review is worked out again without it."
    return asked_to_remove(
        request, child, what, lambda: remove_review(review=row, by=request.user), advice
    )
