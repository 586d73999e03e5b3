"""Pages of what is passed on about a child in care, and of the safeguarding file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from lac.forms.moves import FileForm, SharedForm
from lac.models import InformationShared, SafeguardingFile
from lac.selectors.moves import moves_page
from lac.selectors.rows import row_of
from lac.services.moves import (
    add_file,
    change_file,
    change_shared,
    remove_file,
    remove_shared,
    share_information,
)
from lac.views.opening import asked_to_remove, found, open_care
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_page, child_url

PAGE = "care_moves"


@school_view(Permission.READ_CARE)
def care_moves(request: HttpRequest, pupil) -> HttpResponse:
    """What was passed on, to whom, and whether it arrived."""
    child = open_care(request, pupil)
    return child_page(
        request,
        "lac/moves/page.html",
        child,
        tab="care_moves",
        page=moves_page(request.access, child.pupil),
        may_edit=request.access.can(Permission.EDIT_CARE),
    )


@school_view(Permission.EDIT_CARE)
def shared_add(request: HttpRequest, pupil) -> HttpResponse:
    """Something was passed on."""
    child = open_care(request, pupil)
    form = SharedForm(request.POST or None, initial={"shared_on": child.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: share_information(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return _back(request, child, "It is recorded.")
    return child_form(
        request, child, form, heading="What was passed on", submit="Record it", back=PAGE
    )


@school_view(Permission.EDIT_CARE)
def shared_change(request: HttpRequest, pupil, information_shared) -> HttpResponse:
    """Say that it arrived, or put it right."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, InformationShared, child.pupil, information_shared))
    form = SharedForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_shared(
            shared=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, "It is changed.")
    return child_form(
        request,
        child,
        form,
        heading="What was passed on",
        submit="Save",
        back=PAGE,
        template="lac/form.html",
        remove_url=child_url("care_shared_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def shared_remove(request: HttpRequest, pupil, information_shared) -> HttpResponse:
    """Take out what was entered by mistake."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, InformationShared, child.pupil, information_shared))
    what = f"What was passed on on {row.shared_on:%-d %B %Y}"
    advice = "If it was passed on, leave it: it says who knows."
    return asked_to_remove(
        request, child, what, lambda: remove_shared(shared=row, by=request.user), advice
    )


@school_view(Permission.EDIT_CARE, when_closed=True)
def file_add(request: HttpRequest, pupil) -> HttpResponse:
    """The child leaves: the safeguarding file has to follow."""
    child = open_care(request, pupil)
    form = FileForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_file(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        return _back(request, child, "It is recorded. The file itself is not kept here.")
    return _file_form(request, child, form, "The safeguarding file", "Record it")


@school_view(Permission.EDIT_CARE, when_closed=True)
def file_change(request: HttpRequest, pupil, safeguarding_file) -> HttpResponse:
    """Say when it was sent and received."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, SafeguardingFile, child.pupil, safeguarding_file))
    form = FileForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_file(
            file=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, child, "It is changed.")
    return _file_form(
        request,
        child,
        form,
        "The safeguarding file",
        "Save",
        template="lac/form.html",
        remove_url=child_url("care_file_remove", child, row.pk),
    )


@school_view(Permission.EDIT_CARE)
def file_remove(request: HttpRequest, pupil, safeguarding_file) -> HttpResponse:
    """Take out what was entered by mistake."""
    child = open_care(request, pupil)
    row = found(row_of(request.access, SafeguardingFile, child.pupil, safeguarding_file))
    what = f"The safeguarding file for {row.to_school}"
    advice = "If the file was sent, leave it: it is your proof."
    return asked_to_remove(
        request, child, what, lambda: remove_file(file=row, by=request.user), advice
    )


def _file_form(request: HttpRequest, child: Child, form, heading: str, submit: str, **more):
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back=PAGE,
        hands_over="",
        note="The file is not kept here: only that it was sent and received. It goes apart from "
        "the main record, from one safeguarding lead to the other.",
        **more,
    )


def _back(request: HttpRequest, child: Child, words: str) -> HttpResponse:
    done(request, words)
    return redirect(child_url(PAGE, child))
