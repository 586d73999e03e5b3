"""INDES: who of the register has a record, and a child's records side by side."""

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
from provision.forms.indes import IndesAnswerForm, IndesForm, TakeBackForm
from provision.list_files import INDES
from provision.selectors.indes import (
    child_indes,
    framework_now,
    indes_of,
    linkable,
    school_indes,
    sections_of,
)
from provision.services.indes import (
    add_indes,
    answer_indes,
    change_indes,
    put_back_indes,
    take_back_indes,
)
from provision.views.parts import parts
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, CHILD, TAB = "indes", "child_indes", "indes"
FORM = "provision/indes/form.html"


@school_view(Permission.VIEW_REGISTER)
@has_file
def school(request: HttpRequest) -> HttpResponse:
    """The register, and how each child's record stands."""
    page = school_indes(request.access)
    record_event(
        Action.VIEW_INDES,
        school=request.school,
        by=request.access,
        pupil_ids=[line.pupil.pk for line in page.lines],
    )
    if asks_for_file(request):
        return list_file(request, INDES, page.lines)
    context = {
        "parts": parts(request, PAGE),
        "page": page,
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
    }
    return render(request, "provision/indes/school.html", context)


@school_view(Permission.VIEW_NEEDS)
def child(request: HttpRequest, pupil) -> HttpResponse:
    """A child's records side by side."""
    found = open_child(request, pupil, Action.VIEW_INDES)
    return child_page(
        request,
        "provision/indes/child.html",
        found,
        tab=TAB,
        page=child_indes(request.access, found),
        may_edit=request.access.can(Permission.EDIT_PROVISION),
    )


@school_view(Permission.EDIT_PROVISION)
def add(request: HttpRequest, pupil) -> HttpResponse:
    """Fill in the framework; it begins with what the newest record says on the same framework."""
    found = open_child(request, pupil, Action.VIEW_INDES)
    framework = framework_now(request.access)
    if framework is None:
        raise Http404
    newest = child_indes(request.access, found).newest
    form = IndesForm(
        request.POST or None,
        sections=sections_of(framework),
        areas=_areas(newest) if newest and newest.framework == framework.version else {},
        linkable=linkable(request.access, found),
        initial={"completed_on": request.access.today},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_indes(
            pupil=found.pupil,
            framework=framework.version,
            areas=form.areas,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        done(request, "The record is written down.")
        return redirect(child_url(CHILD, found))
    return _form(request, found, form, "Fill in INDES", framework=framework)


@school_view(Permission.EDIT_PROVISION)
def change(request: HttpRequest, pupil, indes_record) -> HttpResponse:
    """Change a record that was not sent yet."""
    found, record = _found(request, pupil, indes_record)
    areas = _areas(record)
    framework = framework_now(request.access)
    usual = sections_of(framework) if framework and framework.version == record.framework else []
    form = IndesForm(
        request.POST or None,
        record=record,
        sections=list(dict.fromkeys([*usual, *areas])),
        areas=areas,
        linkable=linkable(request.access, found),
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_indes(
            record=record,
            areas=form.areas,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The record is changed.")
        return redirect(child_url(CHILD, found))
    return _form(request, found, form, "Change the INDES record", framework=framework)


@school_view(Permission.EDIT_PROVISION)
def answer(request: HttpRequest, pupil, indes_record) -> HttpResponse:
    """Say when a record was sent, and what came back."""
    found, record = _found(request, pupil, indes_record)
    form = IndesAnswerForm(request.POST or None, record=record)
    if request.method == "POST" and carried_out(
        form,
        lambda: answer_indes(
            record=record, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is written down.")
        return redirect(child_url(CHILD, found))
    return child_form(
        request,
        found,
        form,
        heading="Sent, and answered",
        submit="Save",
        back=CHILD,
        tab=TAB,
    )


@school_view(Permission.EDIT_PROVISION)
def take_back(request: HttpRequest, pupil, indes_record) -> HttpResponse:
    """Put aside a record that was filled in by mistake."""
    found, record = _found(request, pupil, indes_record)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: take_back_indes(
            record=record, on=request.access.today, by=request.user, **form.cleaned_data
        ),
    ):
        done(request, "It is taken back. It stands below, with your reason.")
        return redirect(child_url(CHILD, found))
    return child_form(
        request,
        found,
        form,
        heading="Take the record back",
        submit="Take it back",
        back=CHILD,
        tab=TAB,
    )


@school_view(Permission.EDIT_PROVISION)
@require_POST
def put_back(request: HttpRequest, pupil, indes_record) -> HttpResponse:
    """Let a record that was taken back count again."""
    found, record = _found(request, pupil, indes_record)
    try:
        put_back_indes(record=record, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It counts again.")
    return redirect(child_url(CHILD, found))


def _areas(record):
    return {area.section: area for area in record.areas.all()}


def _found(request: HttpRequest, pupil, pk):
    found = open_child(request, pupil, Action.VIEW_INDES)
    record = indes_of(request.access, found.pupil, pk)
    if record is None:
        raise Http404
    return found, record


def _form(request: HttpRequest, found, form, heading: str, *, framework) -> HttpResponse:
    texts = [row.add_prefix(name) for row in form.rows for name in ("evidence", "impact")]
    return child_form(
        request,
        found,
        form,
        heading=heading,
        submit="Save",
        back=CHILD,
        tab=TAB,
        template=FORM,
        framework=framework,
        hands_over=" ".join(texts),
    )
