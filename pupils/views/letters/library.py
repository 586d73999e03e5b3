"""The library of letters: templates with their versions, the letterhead."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.letters import LetterheadForm, TemplateForm
from pupils.rules.letters.words import PLACEHOLDERS
from pupils.selectors.letters.library import by_reader, templates, versions_of
from pupils.selectors.letters.preview import children_to_preview, shown_for
from pupils.selectors.letters.values import letterhead_of
from pupils.selectors.strategies import keeps_federation_library
from pupils.services.letters.library import (
    keep_template,
    new_code,
    withdraw_template,
    write_letterhead,
)

PAGE = "letter_templates"
KEEP = Permission.KEEP_LETTERS


@school_view(KEEP)
def template_list(request: HttpRequest) -> HttpResponse:
    """Every template, by whom it is for."""
    found = templates(request.school, retired=True)
    head = letterhead_of(request.school)
    return render(
        request,
        "pupils/letters/templates.html",
        {"groups": by_reader(found), "head": head, "count": len(found)},
    )


@school_view(KEEP)
def template_add(request: HttpRequest) -> HttpResponse:
    """A template of our own."""
    return _edit(request, None)


@school_view(KEEP)
def template_change(request: HttpRequest, letter_code: str) -> HttpResponse:
    """A new version of a template, with a preview on a child."""
    template = templates(request.school, retired=True).get(letter_code)
    if template is None:
        raise Http404
    return _edit(request, template)


@school_view(KEEP)
@require_POST
def template_withdraw(request: HttpRequest, letter_code: str) -> HttpResponse:
    """Back to the version below, or no longer offered."""
    template = templates(request.school, retired=True).get(letter_code)
    if template is None:
        raise Http404
    try:
        withdraw_template(
            school=request.school, wording=template.wording, seen=template.number, by=request.user
        )
        done(request, "Our own version is no longer used. Letters that were written keep it.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(PAGE, request.school.slug)


@school_view(KEEP)
def template_versions(request: HttpRequest, letter_code: str) -> HttpResponse:
    """Every version of a template."""
    found = versions_of(request.school, letter_code)
    if not found:
        raise Http404
    return render(request, "pupils/letters/versions.html", {"versions": found})


@school_view(KEEP)
def letterhead(request: HttpRequest) -> HttpResponse:
    """What stands at the head of the school's letters."""
    row = letterhead_of(request.school)
    form = LetterheadForm(request.POST or None, record=None if row._state.adding else row)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_letterhead(
            school=request.school,
            by=request.user,
            version=form.cleaned_data["version"],
            **form.facts,
        ),
    ):
        done(request, "The letterhead is saved. Letters that were sent keep theirs.")
        return redirect(PAGE, request.school.slug)
    context = {
        "form": form,
        "heading": "Letterhead",
        "submit": "Save",
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "pupils/form.html", context)


def _edit(request: HttpRequest, template) -> HttpResponse:
    school, may_share = request.school, keeps_federation_library(request.access)
    form = TemplateForm(request.POST or None, template=template, may_share=may_share)
    if (
        request.method == "POST"
        and "save" in request.POST
        and carried_out(form, lambda: _keep(request, form, template))
    ):
        done(request, "Kept as a new version. Letters that were written keep theirs.")
        return redirect(PAGE, school.slug)
    children = children_to_preview(request.access)
    shown = None
    if chosen := request.POST.get("child", ""):
        form.is_valid()
        shown = shown_for(request.access, chosen, form.wording)
    if shown:
        record_event(
            Action.VIEW_PUPIL, school=school, by=request.access, pupil_ids=[shown.pupil.pk]
        )
    context = {
        "form": form,
        "template": template,
        "children": children,
        "chosen": chosen,
        "shown": shown,
        "placeholders": PLACEHOLDERS.items(),
        "cancel_url": reverse(PAGE, args=[school.slug]),
    }
    return render(request, "pupils/letters/template_form.html", context)


def _keep(request: HttpRequest, form: TemplateForm, template) -> None:
    is_shared = form.cleaned_data.get("is_shared", False)
    if is_shared and not keeps_federation_library(request.access):
        raise Refused(request.school, KEEP)
    form.code = template.code if template else new_code(request.school, form.cleaned_data["title"])
    keep_template(
        school=request.school,
        wording=form.wording,
        seen=_seen(request, template, is_shared),
        is_shared=is_shared,
        by=request.user,
    )


def _seen(request: HttpRequest, template, is_shared: bool) -> int:
    """The number of the owner's version that the page was opened with."""
    if template is None:
        return 0
    said = request.POST.get("seen", "")
    if not is_shared and said.isdecimal():
        return int(said[:6])
    owner = "Federation" if is_shared else "This school"
    found = versions_of(request.school, template.code)
    return next((each.number for each in found if each.owner == owner), 0)
