"""Evidence bundles of a child: begun, looked at piece by piece, made, taken out, sent."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.jobs.selectors import job_progress
from aylsham.notices import done, problem
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_page, child_url, open_child
from pupils.views.printing import to_work
from reports.forms.bundles import BundleForm, DecideForm, SentForm
from reports.models import EvidenceBundle
from reports.selectors.bundles.pages import (
    bundle_of,
    bundle_page,
    bundles_of,
    contents_now,
    first_facts,
)
from reports.services.bundles import preparing
from reports.services.bundles.sending import mark_of, record_sent

MAKE, TAB = Permission.MAKE_BUNDLES, "bundles"


@school_view(MAKE)
def child_bundles(request: HttpRequest, pupil) -> HttpResponse:
    """The bundles of a child."""
    child = open_child(request, pupil, Action.VIEW_BUNDLE)
    lines = bundles_of(request.access, child.pupil)
    return child_page(request, "reports/bundles/list.html", child, tab=TAB, lines=lines)


@school_view(MAKE)
def bundle_add(request: HttpRequest, pupil) -> HttpResponse:
    """Begin a bundle: the record is looked through for it."""
    child = open_child(request, pupil)
    form = BundleForm(request.POST or None, initial=first_facts(request.access, child.pupil))
    made: list[EvidenceBundle] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            preparing.start_bundle(
                pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
            )
        ),
    ):
        done(request, "The record is being looked through. Nothing leaves the school by that.")
        return _to(child, made[0])
    return _form(request, child, form, "Put evidence together", "Look through the record")


@school_view(MAKE)
def bundle(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """What goes in with its pages, what waits for a person, what was made."""
    child, row = _found(request, pupil, bundle)
    page = bundle_page(row)
    work = job_progress(page.job, request.access) if page.job else None
    return child_page(
        request,
        "reports/bundles/page.html",
        child,
        tab=TAB,
        page=page,
        work=work,
    )


@school_view(MAKE)
def bundle_change(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """Other days, kinds, or another limit."""
    child, row = _found(request, pupil, bundle)
    form = BundleForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: preparing.change_bundle(
            bundle=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The record is looked through again.")
        return _to(child, row)
    return _form(request, child, form, "Change what goes in", "Save", row)


@school_view(MAKE)
def bundle_decide(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """Everything flagged that nobody has decided, or with `?item=` one piece of evidence."""
    child, row = _found(request, pupil, bundle)
    contents, wanted = contents_now(row), request.GET.get("item", "")
    lines = [line for line in contents.lines if line.can_be_decided and line.found.key == wanted]
    form = DecideForm(request.POST or None, lines=lines if wanted else contents.open)
    if not form.lines and request.method != "POST":
        return _to(child, row)
    if request.method == "POST" and carried_out(
        form, lambda: preparing.decide(bundle=row, said=form.said, by=request.user)
    ):
        done(request, "Saved. Your reasons stay with the bundle.")
        return _to(child, row)
    return child_page(
        request,
        "reports/bundles/decide.html",
        child,
        tab=TAB,
        form=form,
        is_one=bool(wanted),
        cancel_url=child_url("bundle", child, row.pk),
    )


@school_view(MAKE)
@require_POST
def bundle_look(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """Look through the record again."""
    child, row = _found(request, pupil, bundle)
    return _work(request, child, row, preparing.look_again)


@school_view(MAKE)
@require_POST
def bundle_make(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """Make the files."""
    child, row = _found(request, pupil, bundle)
    return _work(request, child, row, preparing.ask_to_make)


@school_view(MAKE)
def bundle_sent(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """Note that it went: from then on it stays as it is."""
    child, row = _found(request, pupil, bundle)
    if not row.is_made:
        return _to(child, row)
    form = SentForm(request.POST or None, initial={"seen": mark_of(row), "sent_to": row.council})
    if request.method == "POST" and carried_out(
        form, lambda: record_sent(bundle=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "Noted. The bundle stays as it went.")
        return _to(child, row)
    return _form(request, child, form, "It was sent", "Note it", row)


@school_view(MAKE)
def bundle_remove(request: HttpRequest, pupil, bundle) -> HttpResponse:
    """Throw it away, after asking."""
    child, row = _found(request, pupil, bundle)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: preparing.remove_bundle(bundle=row, by=request.user)
    ):
        done(request, "The bundle is gone. The record is as it was.")
        return redirect(child_url("child_bundles", child))
    return _form(request, child, form, "Throw this bundle away?", "Throw it away", row)


def _found(request: HttpRequest, pupil: UUID, bundle: UUID) -> tuple[Child, EvidenceBundle]:
    child = open_child(request, pupil, Action.VIEW_BUNDLE)
    row = bundle_of(request.access, child.pupil, bundle)
    if row is None:
        raise Http404
    return child, row


def _work(request: HttpRequest, child: Child, row: EvidenceBundle, ask) -> HttpResponse:
    try:
        return to_work(ask(bundle=row, by=request.user))
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return _to(child, row)


def _to(child: Child, row: EvidenceBundle) -> HttpResponse:
    return redirect(child_url("bundle", child, row.pk))


def _form(
    request: HttpRequest,
    child: Child,
    form,
    heading: str,
    submit: str,
    row: EvidenceBundle | None = None,
) -> HttpResponse:
    back = ("bundle", (row.pk,)) if row else ("child_bundles", ())
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back=back[0],
        back_args=back[1],
        tab=TAB,
        hands_over="",
    )
