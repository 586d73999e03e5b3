"""Our own needs in a round: described, left out, taken back, settled."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.codes import AWAY, ModeratedState
from pupils.forms.moderation import DescriptionForm, LeaveOutForm, SettleForm
from pupils.list_files import OWN_MODERATION
from pupils.models import ModeratedNeed
from pupils.selectors.identity import Child
from pupils.selectors.moderation.naming import offered
from pupils.selectors.moderation.pages import (
    level_words,
    looks_for_others,
    looks_to_rate,
    moderated_of,
    own_lines,
)
from pupils.services.moderation.describing import (
    approve_description,
    leave_out,
    take_description_back,
)
from pupils.services.moderation.settling import settle
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "moderated"


@school_view(Permission.MODERATE_LEVELS)
@has_file
def moderation(request: HttpRequest) -> HttpResponse:
    """What waits here: our own needs, for whoever keeps the register, and words of others."""
    access = request.access
    lines = own_lines(access) if access.can(Permission.EDIT_REGISTER) else []
    record_event(
        Action.VIEW_MODERATION,
        school=request.school,
        by=access,
        pupil_ids=sorted({line.pupil_id for line in lines}),
    )
    if asks_for_file(request):
        return list_file(request, OWN_MODERATION, lines)
    context = {
        "lines": lines,
        "is_own": access.can(Permission.EDIT_REGISTER),
        "looks": looks_to_rate(access),
        "for_others": looks_for_others(access),
        "may_read": access.can(Permission.READ_REPORTS),
    }
    return render(request, "pupils/moderation/school.html", context)


@school_view(Permission.EDIT_REGISTER)
def moderated(request: HttpRequest, pupil, moderated) -> HttpResponse:
    """What others rated beside our own rating, and what we make of it."""
    child, row = _open(request, pupil, moderated)
    form = SettleForm(request.POST or None, initial={"level": row.own_level})
    if request.method == "POST" and carried_out(
        form,
        lambda: settle(
            moderated=row, today=request.access.today, by=request.user, **form.cleaned_data
        ),
    ):
        done(request, "Settled.")
        return redirect("moderation", request.school.slug)
    return child_page(
        request,
        "pupils/moderation/one.html",
        child,
        tab="register",
        row=row,
        own=level_words(row.own_level),
        blind=level_words(row.blind_level),
        second=level_words(row.second_level),
        settled=level_words(row.settled_level),
        is_drawn=row.state == ModeratedState.DRAWN,
        is_away=row.state in AWAY,
        form=form if row.state == ModeratedState.RATED else None,
    )


@school_view(Permission.EDIT_REGISTER)
def approve(request: HttpRequest, pupil, moderated) -> HttpResponse:
    """Read the words without names as a stranger would, and let them go."""
    child, row = _open(request, pupil, moderated)
    offer = offered(row)
    initial = {"seen": offer.seen, "impact": offer.impact, "helps": offer.helps}
    form = DescriptionForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: approve_description(
            moderated=row, today=request.access.today, by=request.user, **form.words
        ),
    ):
        done(request, "Another school rates it now. It sees these words and nothing else.")
        return redirect("moderation", request.school.slug)
    return child_page(
        request,
        "pupils/moderation/approve.html",
        child,
        tab="register",
        row=row,
        form=form,
        marks=offer.marks,
        submit="Approve, and let another school rate it",
        hands_over="seen impact helps",
        cancel_url=child_url(PAGE, child, row.pk),
    )


@school_view(Permission.EDIT_REGISTER)
def out(request: HttpRequest, pupil, moderated) -> HttpResponse:
    """Leave the child out of this round."""
    child, row = _open(request, pupil, moderated)
    form = LeaveOutForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: leave_out(moderated=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "Left out of this round.")
        return redirect("moderation", request.school.slug)
    return child_form(
        request,
        child,
        form,
        heading="Leave out of this round",
        submit="Leave out",
        back=PAGE,
        back_args=(row.pk,),
    )


@school_view(Permission.EDIT_REGISTER)
@require_POST
def take_back(request: HttpRequest, pupil, moderated) -> HttpResponse:
    """Take the words back before anybody has rated them."""
    child, row = _open(request, pupil, moderated)
    try:
        take_description_back(moderated=row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "Taken back: the other school no longer has the words.")
    return redirect(child_url(PAGE, child, row.pk))


def _open(request: HttpRequest, pupil, pk) -> tuple[Child, ModeratedNeed]:
    child = open_child(request, pupil, Action.VIEW_MODERATION)
    row = moderated_of(child.pupil, pk)
    if row is None:
        raise Http404
    return child, row
