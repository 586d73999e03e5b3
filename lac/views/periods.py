"""Pages of coming into care, leaving it, and what was before."""

from django.http import HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.models import User
from lac.codes import CareKind
from lac.forms.periods import (
    CORRECT,
    DeclarationForm,
    EnterCareForm,
    FirstPepForm,
    LeaveCareForm,
    RecordPreviousForm,
)
from lac.selectors.rows import declaration_of
from lac.services.declarations import keep_declaration
from lac.services.periods import (
    correct_period,
    end_previous_care,
    enter_care,
    leave_care,
    note_first_pep,
    record_previous_care,
    remove_period,
)
from lac.views.opening import PAGE, asked_to_remove, back_to_care, found_period, open_care
from pupils.forms.details import LastDayForm
from pupils.selectors.adults import NEAR_CHILDREN, posts_at
from pupils.views.opening import child_form


@school_view(Permission.EDIT_CARE)
def enter(request: HttpRequest, pupil) -> HttpResponse:
    """The child came into care: the clocks begin."""
    child = open_care(request, pupil)
    form = EnterCareForm(request.POST or None, initial={"known_since": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: enter_care(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return back_to_care(request, child, "It is recorded. The clocks run.")
    return child_form(
        request, child, form, heading="The child came into care", submit="Record it", back=PAGE
    )


@school_view(Permission.EDIT_CARE)
def previous(request: HttpRequest, pupil) -> HttpResponse:
    """The child was in care before; the family declares it."""
    child = open_care(request, pupil)
    form = RecordPreviousForm(request.POST or None, initial={"known_since": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: record_previous_care(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return back_to_care(request, child, "It is recorded. Now say what the family declared.")
    return child_form(
        request,
        child,
        form,
        heading="The child was in care before",
        submit="Record it",
        back=PAGE,
        note="Record it only if the family wants it recorded. A child adopted from care abroad "
        "counts for the designated teacher’s help. A child who went home to parents, or was "
        "adopted by a step-parent, does not count.",
    )


@school_view(Permission.EDIT_CARE)
def correct(request: HttpRequest, pupil, care_period) -> HttpResponse:
    """Change or put right a time in care, with a reason."""
    child = open_care(request, pupil)
    row = found_period(request, child, care_period)
    form = CORRECT[CareKind(row.kind)](request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_period(
            period=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is changed. The history keeps what it said.")
    heading = f"Change: {row.get_kind_display().lower()}"
    return child_form(request, child, form, heading=heading, submit="Save", back=PAGE)


@school_view(Permission.EDIT_CARE)
def leave(request: HttpRequest, pupil, care_period) -> HttpResponse:
    """The child left care, and through what."""
    child = open_care(request, pupil)
    row = found_period(request, child, care_period)
    form = LeaveCareForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: leave_care(
            period=row,
            last_day=form.cleaned_data["last_day"],
            through=form.ended_through,
            by=request.user,
        ),
    ):
        return back_to_care(request, child, "It is recorded. The clocks have stopped.")
    return child_form(
        request,
        child,
        form,
        heading="The child left care",
        submit="Record it",
        back=PAGE,
        note="Placement, people and who may decide end with that day. After adoption the child "
        "may join again as a new child with a new UPN: nothing here links the two.",
    )


@school_view(Permission.EDIT_CARE)
def end(request: HttpRequest, pupil, care_period) -> HttpResponse:
    """The family no longer wants it recorded that the child was in care."""
    child = open_care(request, pupil)
    row = found_period(request, child, care_period)
    form = LastDayForm(request.POST or None, initial={"last_day": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_previous_care(
            period=row, last_day=form.cleaned_data["last_day"], by=request.user
        ),
    ):
        return back_to_care(
            request, child, "It no longer counts. Colleagues are not told any more."
        )
    heading = "The family no longer wants it recorded"
    return child_form(request, child, form, heading=heading, submit="End it", back=PAGE)


@school_view(Permission.EDIT_CARE)
def remove(request: HttpRequest, pupil, care_period) -> HttpResponse:
    """Take out a time in care that was never true."""
    child = open_care(request, pupil)
    row = found_period(request, child, care_period)
    return asked_to_remove(
        request,
        child,
        f"{row.get_kind_display()}: never true",
        lambda: remove_period(period=row, by=request.user),
        "Its reviews and what was declared go with it. If it was true for a time, end it instead.",
    )


@school_view(Permission.EDIT_CARE)
def first_pep(request: HttpRequest, pupil, care_period) -> HttpResponse:
    """The first PEP was started, or went to the reviewing officer."""
    child = open_care(request, pupil)
    row = found_period(request, child, care_period)
    form = FirstPepForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: note_first_pep(
            period=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is recorded.")
    return child_form(request, child, form, heading="The first PEP", submit="Save", back=PAGE)


@school_view(Permission.EDIT_CARE)
def declaration(request: HttpRequest, pupil, care_period) -> HttpResponse:
    """What the family declared, what was shown to whom, and what may be recorded."""
    child = open_care(request, pupil)
    row = found_period(request, child, care_period)
    staff = posts_at(request.school, today=child.today, roles=NEAR_CHILDREN)
    people = User.objects.filter(pk__in=staff.order_by().values("user")).order_by("name")
    form = DeclarationForm(request.POST or None, record=declaration_of(row), people=people)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_declaration(
            period=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back_to_care(request, child, "It is recorded. No copy of the evidence is kept.")
    return child_form(
        request, child, form, heading="What the family declares", submit="Save", back=PAGE
    )
