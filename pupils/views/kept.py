"""Dated records of a child: add, change, end; the kind stands in the address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.kept import form_for
from pupils.forms.needs import EndedForm
from pupils.kept import KEPT, KeptKind
from pupils.selectors.identity import Child
from pupils.selectors.kept import record_of
from pupils.services.kept import add_record, change_record, end_record
from pupils.views.opening import child_form, child_url, open_child


@school_view(Permission.VIEW_NEEDS)
def add(request: HttpRequest, pupil, kind) -> HttpResponse:
    """Begin a record of this kind."""
    kept, child = _open(request, pupil, kind)
    form = form_for(kept)(request.POST or None, initial={"starts_on": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: add_record(kind=kept, pupil=child.pupil, facts=form.facts, by=request.user),
    ):
        done(request, "It is on the record.")
        return redirect(child_url(kept.group.page, child))
    return child_form(
        request, child, form, heading=f"Add {kept.noun}", submit="Save", back=kept.group.page
    )


@school_view(Permission.VIEW_NEEDS)
def change(request: HttpRequest, pupil, kind, record) -> HttpResponse:
    """Change what a record says."""
    kept, child = _open(request, pupil, kind)
    row = _found(record_of(kept, child.pupil, record))
    form = form_for(kept)(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_record(
            kind=kept,
            record=row,
            facts=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "It is changed.")
        return redirect(child_url(kept.group.page, child))
    return child_form(
        request, child, form, heading=f"Change {kept.noun}", submit="Save", back=kept.group.page
    )


@school_view(Permission.VIEW_NEEDS)
def end(request: HttpRequest, pupil, kind, record) -> HttpResponse:
    """A record no longer holds."""
    kept, child = _open(request, pupil, kind)
    row = _found(record_of(kept, child.pupil, record))
    form = EndedForm(request.POST or None, initial={"ended_on": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_record(kind=kept, record=row, by=request.user, **form.cleaned_data),
    ):
        done(request, "It has ended. The history keeps what it said.")
        return redirect(child_url(kept.group.page, child))
    return child_form(
        request, child, form, heading=f"End {kept.noun}", submit="End it", back=kept.group.page
    )


def _open(request: HttpRequest, pupil, key: str) -> tuple[KeptKind, Child]:
    """The kind, and the child first: whoever may not see the child learns nothing else."""
    kind = _found(KEPT.get(key))
    child = open_child(request, pupil, kind.group.view)
    require(request, kind.group.edit)
    return kind, child


def _found(row):
    if row is None:
        raise Http404
    return row
