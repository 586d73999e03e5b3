"""Referrals of a child: begun, agreed to, sent, answered, chased; and the school's list."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.agency_codes import REFERRAL_STEPS, ReferralStepKind
from pupils.forms.referrals import (
    ConsentForm,
    ReferralFilter,
    ReferralForm,
    ReopenForm,
    StepForm,
    ToldNowForm,
)
from pupils.list_files import REFERRALS
from pupils.selectors.concerns import concern_of
from pupils.selectors.referrals import (
    open_referrals,
    referral_decision,
    referral_of,
    referral_page,
    referrals_of,
    step_of,
    visits_of,
)
from pupils.selectors.services import offered_services
from pupils.services.referrals.following import chase, open_from_concern
from pupils.services.referrals.referring import (
    begin_referral,
    change_referral,
    record_consent,
    reopen,
    take_step,
    tell_parents,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_referrals"
TAB = "referrals"
ROWS = 50
_HEADINGS = {
    "sent": ("It was sent", "Record it as sent"),
    "acknowledged": ("The service has it", "Record it"),
    "accepted": ("The service takes it on", "Record it"),
    "declined": ("The service declined", "Record it"),
    "closed": ("Close the referral", "Close it"),
}


@school_view(Permission.VIEW_REFERRALS)
@has_file
def referrals(request: HttpRequest) -> HttpResponse:
    """The school's referrals, the next to ask about first."""
    return _list(request, may_edit=request.access.can(Permission.EDIT_REFERRALS))


@federation_view(Permission.VIEW_REFERRALS)
@has_file
def federation_referrals(request: HttpRequest) -> HttpResponse:
    """The same over all schools: of children in reach, each as far as the asker may read."""
    return _list(request, may_edit=False)


def _list(request: HttpRequest, *, may_edit: bool) -> HttpResponse:
    access = request.access
    schools = [s for s in access.schools if Permission.VIEW_REFERRALS in access.permissions_at(s)]
    form = ReferralFilter(request.GET, schools=schools)
    lines = [x for x in open_referrals(access) if form.chooses(x, access.today)]
    if asks_for_file(request):
        return list_file(request, REFERRALS, lines, form)
    page = Paginator(lines, ROWS).get_page(request.GET.get("page"))
    shown: dict[str, list] = {school.slug: [] for school in schools}
    for line in page.object_list:
        shown[line.school_slug].append(line.pupil_id)
    record_events(
        Action.VIEW_REFERRALS,
        by=access,
        pupil_ids_by_school={s: shown[s.slug] for s in schools if shown[s.slug] or request.school},
    )
    context = {
        "page": page,
        "form": form,
        "may_edit": may_edit,
        "has_schools": len(schools) > 1,
        "waiting": sum(line.is_waiting for line in lines),
        "long": sum(line.is_long for line in lines),
    }
    return render(request, "pupils/referrals/list.html", context)


@school_view(Permission.VIEW_REFERRALS)
def child_referrals(request: HttpRequest, pupil) -> HttpResponse:
    """A child's referrals, and the visits of providers on which the child was seen."""
    child = open_child(request, pupil, Action.VIEW_REFERRALS)
    return child_page(
        request,
        "pupils/referrals/child.html",
        child,
        tab=TAB,
        lines=referrals_of(request.access, child.pupil),
        visits=visits_of(request.access, child.pupil),
        may_edit=request.access.can(Permission.EDIT_REFERRALS),
    )


@school_view(Permission.EDIT_REFERRALS)
def referral_add(request: HttpRequest, pupil) -> HttpResponse:
    """Begin a referral."""
    child = open_child(request, pupil)
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["key"] or form.initial["key"]
        row = begin_referral(pupil=child.pupil, by=request.user, key=key, **form.facts)
        done(request, "The draft is there. Next: who agreed to it.")
        return redirect(child_url("referral", child, row.pk))
    return child_form(
        request,
        child,
        form,
        heading="Refer to a service",
        submit="Begin the referral",
        back=PAGE,
        template="pupils/referrals/form.html",
        tab=TAB,
    )


@school_view(Permission.EDIT_REFERRALS)
@require_POST
def concern_refer(request: HttpRequest, pupil, concern) -> HttpResponse:
    """From the decision about a concern to the referral, in its words: one press."""
    child = open_child(request, pupil, Action.VIEW_CONCERN)
    found = concern_of(child.pupil, concern)
    if found is None:
        raise Http404
    step = referral_decision(request.access, found)
    if step is None:
        problem(request, "Nobody decided to refer, or the referral was begun already.")
        return redirect(child_url("concern", child, found.pk))
    row = open_from_concern(step=step, offered=offered_services(child.school), by=request.user)
    done(request, "The referral is begun, with the words of the concern.")
    return redirect(child_url("referral", child, row.pk))


@school_view(Permission.VIEW_REFERRALS)
def referral(request: HttpRequest, pupil, referral) -> HttpResponse:
    """One referral with everything that happened."""
    child, found = opened(request, pupil, referral, Action.VIEW_REFERRAL)
    next_steps = [
        (step, ReferralStepKind(step).label)
        for step, (starts, _) in REFERRAL_STEPS.items()
        if found.state in starts
    ]
    return child_page(
        request,
        "pupils/referrals/referral.html",
        child,
        tab=TAB,
        page=referral_page(request.access, found),
        next_steps=next_steps,
        may_edit=request.access.can(Permission.EDIT_REFERRALS),
    )


@school_view(Permission.EDIT_REFERRALS)
def referral_change(request: HttpRequest, pupil, referral) -> HttpResponse:
    """Say it better."""
    child, found = opened(request, pupil, referral)
    form = _form(request, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_referral(
            referral=found,
            version=form.cleaned_data["version"],
            by=request.user,
            **({"sensitivity": found.sensitivity} | form.facts),
        ),
    ):
        done(request, "The referral is changed.")
        return redirect(child_url("referral", child, found.pk))
    template = "pupils/referrals/form.html"
    return _referral_form(request, child, found, form, "Change the referral", "Save", template)


@school_view(Permission.EDIT_REFERRALS)
def referral_consent(request: HttpRequest, pupil, referral) -> HttpResponse:
    """Who agreed."""
    child, found = opened(request, pupil, referral)
    form = ConsentForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_consent(
            referral=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The consent is recorded.")
        return redirect(child_url("referral", child, found.pk))
    return _referral_form(request, child, found, form, "Consent", "Record it")


@school_view(Permission.EDIT_REFERRALS)
def referral_step(request: HttpRequest, pupil, referral, step) -> HttpResponse:
    """Sent, acknowledged, accepted, declined or closed."""
    child, found = opened(request, pupil, referral)
    if step not in REFERRAL_STEPS:
        raise Http404
    form = StepForm(request.POST or None, record=found, step=step)
    if request.method == "POST" and carried_out(
        form, lambda: take_step(referral=found, step=step, by=request.user, **form.facts)
    ):
        done(request, "It is recorded.")
        return redirect(child_url("referral", child, found.pk))
    return _referral_form(request, child, found, form, *_HEADINGS[step])


@school_view(Permission.EDIT_REFERRALS)
def referral_reopen(request: HttpRequest, pupil, referral) -> HttpResponse:
    """It goes on after all."""
    child, found = opened(request, pupil, referral)
    form = ReopenForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: reopen(
            referral=found,
            why=form.cleaned_data["why"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The referral is open again.")
        return redirect(child_url("referral", child, found.pk))
    return _referral_form(request, child, found, form, "Open the referral again", "Open it again")


@school_view(Permission.EDIT_REFERRALS)
@require_POST
def referral_chase(request: HttpRequest, pupil, referral) -> HttpResponse:
    """Chased today: one tap."""
    child, found = opened(request, pupil, referral)
    try:
        chase(referral=found, by=request.user, words=request.POST.get("words", "").strip())
        done(request, "Chased today. The next time is noted.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    if request.POST.get("from") == "list":
        return redirect("referrals", request.school.slug)
    return redirect(child_url("referral", child, found.pk))


@school_view(Permission.EDIT_REFERRALS)
def referral_told(request: HttpRequest, pupil, referral, referral_step) -> HttpResponse:
    """The parents were told of a step."""
    child, found = opened(request, pupil, referral)
    step = step_of(found, referral_step)
    if step is None:
        raise Http404
    step.referral = found
    form = ToldNowForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: tell_parents(step=step, told=form.told, by=request.user)
    ):
        done(request, "It is recorded that the parents know.")
        return redirect(child_url("referral", child, found.pk))
    return _referral_form(request, child, found, form, "Parents told", "Record it")


def opened(request: HttpRequest, pupil, referral, action: Action = Action.VIEW_REFERRAL):
    """The child and the referral, if the asker may read both."""
    child = open_child(request, pupil, action)
    found = referral_of(request.access, child.pupil, referral)
    if found is None:
        raise Http404
    return child, found


def _form(request: HttpRequest, record=None) -> ReferralForm:
    return ReferralForm(
        request.POST or None,
        record=record,
        offered=offered_services(request.school),
        may_hide=request.access.can(Permission.VIEW_SENSITIVE),
    )


def _referral_form(
    request,
    child,
    found,
    form,
    heading: str,
    submit: str,
    template: str = "pupils/child_form.html",
) -> HttpResponse:
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back="referral",
        back_args=(found.pk,),
        tab=TAB,
        template=template,
        note="" if found.is_open else "This referral is over.",
    )
