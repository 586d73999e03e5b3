"""Raising a concern: the parents first, then ticks, kept while one types under its own address."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import sensitivity_choices
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.codes import AreaOfNeed
from pupils.concern_codes import CONCERN_AREAS, stage_of
from pupils.forms.concerns import BeginForm, ConcernForm
from pupils.models import ConcernDraft
from pupils.selectors.concerns import ordinary_provision
from pupils.selectors.concerns.classrooms import seen_in_class
from pupils.selectors.concerns.drafts import is_raised, my_draft, my_drafts
from pupils.selectors.identity import Child
from pupils.services.concerns.drafts import (
    begin_concern,
    discard_concern_draft,
    keep_concern_draft,
)
from pupils.services.concerns.raising import raise_concern
from pupils.views.opening import child_form, child_page, child_url, open_child
from pupils.words import language_words

HOME = "child_register"
PAGE = "concern_draft"


@school_view(Permission.RAISE_CONCERNS)
def concern_add(request: HttpRequest, pupil) -> HttpResponse:
    """Have you spoken to the parents? Then the area, which never stands in an address."""
    child = open_child(request, pupil)
    form = BeginForm(request.POST or None)
    begun: list[ConcernDraft] = []
    if request.method == "POST" and carried_out(
        form, lambda: begun.append(_begin(request, child, **form.cleaned_data))
    ):
        return redirect(child_url(PAGE, child, begun[0].pk))
    return child_page(
        request,
        "pupils/concerns/begin.html",
        child,
        tab="register",
        form=form,
        areas=CONCERN_AREAS,
        drafts=my_drafts(request.access, child.pupil),
        cancel_url=child_url(HOME, child),
    )


@school_view(Permission.RAISE_CONCERNS)
def concern_draft(request: HttpRequest, pupil, concern_draft: UUID) -> HttpResponse:
    """The ticks of one area: raised, or left for later; the address can be opened again."""
    child = open_child(request, pupil)
    if is_raised(request.access, child.pupil, concern_draft):  # pressed twice, or gone back
        return redirect(child_url("concern", child, concern_draft))
    draft = _mine(request, child, concern_draft)
    form = _form(request, child, draft)
    if request.method == "POST" and "save" in request.POST:
        keep_concern_draft(draft=draft, words=form.words)
        done(request, "Kept. It is offered to you on “Raise a concern”.")
        return redirect(child_url(HOME, child))
    if request.method == "POST":
        if carried_out(form, partial(_raise, request, child, draft, form)):
            done(request, "The concern is raised. The other adults are asked what they see.")
            return redirect(child_url("concern", child, draft.pk))
        keep_concern_draft(draft=draft, words=form.words)
    return child_form(
        request,
        child,
        form,
        heading="Raise a concern",
        submit="Raise the concern",
        back=HOME,
        template="pupils/concerns/form.html",
        tab="register",
        draft=draft,
        area_words=AreaOfNeed(draft.area).label,
        hands_over="seen_words parents_said parent_view child_view",
    )


@school_view(Permission.RAISE_CONCERNS)
@require_POST
def concern_draft_keep(request: HttpRequest, pupil, concern_draft: UUID) -> HttpResponse:
    """Keep what is being typed; 410 when it was raised or thrown away meanwhile."""
    child = open_child(request, pupil)
    draft = _mine(request, child, concern_draft)
    try:
        keep_concern_draft(draft=draft, words=_form(request, child, draft).words)
    except TransitionNotAllowed:
        return HttpResponse(status=410)
    return HttpResponse(status=204)


@school_view(Permission.RAISE_CONCERNS)
@require_POST
def concern_draft_discard(request: HttpRequest, pupil, concern_draft: UUID) -> HttpResponse:
    """Throw away what was begun."""
    child = open_child(request, pupil)
    discard_concern_draft(draft=_mine(request, child, concern_draft))
    done(request, "Thrown away.")
    return redirect(child_url("concern_add", child))


def _begin(request: HttpRequest, child: Child, spoken: str, area: str) -> ConcernDraft:
    stage = stage_of(child.pupil.year_group)
    offered = ordinary_provision(child.school, area, stage).lines
    return begin_concern(
        pupil=child.pupil, area=area, spoken=spoken, offered=offered, by=request.user
    )


def _raise(request: HttpRequest, child: Child, draft: ConcernDraft, form: ConcernForm) -> None:
    raise_concern(pupil=child.pupil, key=draft.pk, by=request.user, tried=form.tried, **form.facts)


def _mine(request: HttpRequest, child: Child, pk: UUID) -> ConcernDraft:
    draft = my_draft(request.access, child.pupil, pk)
    if draft is None:
        raise Http404
    return draft


def _form(request: HttpRequest, child: Child, draft: ConcernDraft) -> ConcernForm:
    pupil = child.pupil
    seen = seen_in_class(request.access, pupil)
    return ConcernForm(
        request.POST or None,
        initial={
            "home_language": language_words(pupil.first_language),
            "english": "N" if pupil.is_eal is False else "",
        },
        draft=draft,
        in_class=seen,
        sensitivities=sensitivity_choices(request.access.permissions_at(child.school)),
    )
