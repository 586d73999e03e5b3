"""The phase leader's queue: a half-term's sample, each paper beside what good looks like."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.calendars import calendar_of
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, note, problem
from provision.forms.quality import DrawForm, LeaveOutForm, LookForm
from provision.list_files import QUALITY
from provision.models import SampledPaper
from provision.quality_codes import SampleState
from provision.selectors.quality import (
    half_term_of,
    hearers,
    look_of,
    paper_of,
    quality_queue,
    years_of,
)
from provision.services.quality import close_paper, draw_sample, leave_out, look_at
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_page, child_url, open_child

QUEUE, ONE = "quality", "quality_look"
#: Where a paper is read in full.
FULL = {"plan": "cycle", "passport": "child_passport", "session": "child_provision"}


@school_view(Permission.CHECK_CYCLES)
@has_file
def quality(request: HttpRequest) -> HttpResponse:
    """What to look at this half-term, what waits for an answer, what is often weak."""
    half_term_on = half_term_of(calendar_of(request.school), request.access.today)
    queue = quality_queue(request.access, request.school, half_term_on)
    record_event(
        Action.VIEW_QUALITY, school=request.school, by=request.access, pupil_ids=queue.pupil_ids
    )
    if asks_for_file(request):
        return list_file(request, QUALITY, queue.lines)
    context = {
        "queue": queue,
        "to_look": queue.count(SampleState.DRAWN) + queue.count(SampleState.ANSWERED),
        "closed": queue.count(SampleState.CLOSED),
        "draw": DrawForm(initial={"upto": queue.draws_upto}),
    }
    return render(request, "provision/quality/queue.html", context)


@school_view(Permission.CHECK_CYCLES)
@require_POST
def quality_draw(request: HttpRequest) -> HttpResponse:
    """Draw the half-term's sample, or a few more."""
    form = DrawForm(request.POST)
    if form.is_valid():
        rows = draw_sample(
            school=request.school,
            years=years_of(request.access, request.school),
            half_term_on=half_term_of(calendar_of(request.school), request.access.today),
            upto=form.cleaned_data["upto"],
            on=request.access.today,
            by=request.user,
        )
        said = f"{len(rows)} drawn." if rows else "There is nothing more to draw."
        (done if rows else note)(request, said)
    return redirect(QUEUE, request.school.slug)


@school_view(Permission.CHECK_CYCLES)
def quality_look(request: HttpRequest, pupil, sampled_paper) -> HttpResponse:
    """A paper beside its checklist; what is said goes to the teacher's weekly ask."""
    child, found = _opened(request, pupil, sampled_paper)
    form = LookForm(request.POST or None, paper=found, adults=hearers(request.access, child.pupil))
    if request.method == "POST" and carried_out(
        form,
        lambda: look_at(
            paper=found,
            marks=form.marks,
            feedback=form.cleaned_data["feedback"],
            hears=form.hears,
            on=request.access.today,
            by=request.user,
        ),
    ):
        told = form.cleaned_data["feedback"].strip()
        done(request, f"{form.hears} finds it in their weekly ask." if told else "It is closed.")
        return redirect(QUEUE, request.school.slug)
    args = (found.subject_id,) if found.kind == "plan" else ()
    return child_page(
        request,
        "provision/quality/look.html",
        child,
        look=look_of(request.access, found),
        form=form,
        paper=found,
        full_url=child_url(FULL[found.kind], child, *args),
    )


@school_view(Permission.CHECK_CYCLES)
def quality_leave_out(request: HttpRequest, pupil, sampled_paper) -> HttpResponse:
    """A paper of the sample that nobody needs to look at, with the reason."""
    child, found = _opened(request, pupil, sampled_paper)
    form = LeaveOutForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: leave_out(
            paper=found, why=form.cleaned_data["why"], on=request.access.today, by=request.user
        ),
    ):
        done(request, "It is left out. Draw again for another.")
        return redirect(QUEUE, request.school.slug)
    return child_form(
        request,
        child,
        form,
        heading="Leave this one out",
        submit="Leave it out",
        back=ONE,
        back_args=(found.pk,),
    )


@school_view(Permission.CHECK_CYCLES)
@require_POST
def quality_close(request: HttpRequest, pupil, sampled_paper) -> HttpResponse:
    """What was improved has been seen."""
    _, found = _opened(request, pupil, sampled_paper)
    try:
        close_paper(paper=found, on=request.access.today, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is closed.")
    return redirect(QUEUE, request.school.slug)


def _opened(request: HttpRequest, pupil, pk) -> tuple[Child, SampledPaper]:
    child = open_child(request, pupil, Action.VIEW_QUALITY)
    found = paper_of(child.pupil, pk)
    years = years_of(request.access, request.school)
    if found is None or (years and found.year_group not in years):
        raise Http404
    return child, found
