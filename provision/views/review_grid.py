"""Reviewing a class or a school together: a row for each target, from box to box by keyboard."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham import clock
from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import version_of
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.forms.review_grid import GridFilter, RowForm
from provision.models import CycleTarget
from provision.selectors.review_grid import grid_classes, review_grid, row_of
from provision.services.cycles import REVIEW_FIELDS, review_target


@school_view(Permission.WRITE_CYCLES)
def cycles_review(request: HttpRequest) -> HttpResponse:
    """Score many targets on one page; rows that cannot be saved say why, the others are saved."""
    if request.method == "POST" and request.headers.get("HX-Request"):
        return _one_row(request)
    chosen = GridFilter(request.GET, classes=grid_classes(request.access))
    rows = review_grid(request.access, chosen.keys)
    record_event(
        Action.VIEW_CYCLES,
        school=request.school,
        by=request.access,
        pupil_ids=list(dict.fromkeys(row.pupil.pk for row in rows)),
    )
    forms = [
        RowForm(request.POST or None, part=row.part, number=n) for n, row in enumerate(rows, 1)
    ]
    if request.method == "POST":
        saved = [_save(request, form) for form in forms if form.is_filled]
        if all(saved):
            done(request, f"{len(saved)} reviewed." if saved else "Nothing was filled in.")
            return redirect(request.get_full_path())
    context = {
        "filter": chosen,
        "rows": list(zip(rows, forms, strict=True)),
        "has_errors": any(form.is_bound and form.is_filled and form.errors for form in forms),
    }
    return render(request, "provision/review_grid.html", context)


def _one_row(request: HttpRequest) -> HttpResponse:
    """The row that somebody types in: saved once it is whole, with a word of how it stands.

    What somebody else changed in between is shown and not written over: that takes the button.
    """
    try:
        row = row_of(request.access, UUID(request.POST.get("row", "")))
    except ValueError:
        row = None
    if row is None:
        raise Http404
    form = RowForm(request.POST, part=row.part, number=1)
    context = {"form": form, "version": request.POST.get(form.add_prefix("version"), "")}
    if form.is_filled and form.is_begun_only:
        context["waits"] = True
    elif form.is_filled and (part := _saved(request, form)):
        context |= {"version": version_of(part, REVIEW_FIELDS), "saved_at": clock.now()}
    return render(request, "provision/review_row_state.html", context)


def _save(request: HttpRequest, form: RowForm) -> bool:
    return _saved(request, form) is not None


def _saved(request: HttpRequest, form: RowForm) -> CycleTarget | None:
    """The target as it is reviewed; None when the row does not fit or somebody was quicker."""
    saved: list[CycleTarget] = []
    carried_out(form, lambda: saved.append(_review(request, form)))
    return saved[0] if saved else None


def _review(request: HttpRequest, form: RowForm) -> CycleTarget:
    return review_target(
        part=form.part,
        version=form.cleaned_data["version"],
        on=request.access.today,
        by=request.user,
        **form.facts,
    )
