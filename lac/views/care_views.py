"""Pages that let a colleague know of a child's care, and take that back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.models import User
from aylsham.notices import problem
from lac.forms.care_views import GiveViewForm
from lac.selectors.care_views import end_of_school_year, view_of
from lac.services.care_views import end_care_view, give_care_view
from lac.views.opening import PAGE, back_to_care, found, open_care
from pupils.selectors.adults import WITH_CHILDREN, posts_at
from pupils.views.opening import child_form, child_url


@school_view(Permission.EDIT_CARE)
def view_give(request: HttpRequest, pupil) -> HttpResponse:
    """Let a colleague know; the tab posts here for the class teacher in one press."""
    child = open_care(request, pupil)
    staff = posts_at(request.school, today=child.today, roles=WITH_CHILDREN)
    people = User.objects.filter(pk__in=staff.order_by().values("user")).order_by("name")
    days = {"starts_on": child.today, "ends_on": end_of_school_year(child.today)}
    form = GiveViewForm(request.POST or None, people=people, initial=days)
    if request.method == "POST" and carried_out(
        form, lambda: give_care_view(pupil=child.pupil, by=request.user, **form.facts)
    ):
        return back_to_care(request, child, "They know now. It ends by itself, or when you end it.")
    return child_form(
        request,
        child,
        form,
        heading="Let a colleague know",
        submit="Let them know",
        back=PAGE,
        hands_over="",
        note="They read on the child’s page that the child is or was in care, the day of the next "
        "PEP, and what they are to write. Nothing else, and no other page opens to them.",
    )


@school_view(Permission.EDIT_CARE)
@require_POST
def view_end(request: HttpRequest, pupil, care_view) -> HttpResponse:
    """Take it back."""
    child = open_care(request, pupil)
    row = found(view_of(child.pupil, care_view))
    try:
        end_care_view(view=row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(PAGE, child))
    return back_to_care(request, child, "They are no longer told.")
