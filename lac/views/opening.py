"""Opening what is kept about a child's care, on every page about it: found, written down."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.current import Access
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.models import School
from aylsham.notices import done
from lac.models import CarePeriod
from lac.selectors.rows import row_of
from pupils.selectors.identity import Child
from pupils.views.opening import child_page, child_url, open_child

PAGE = "child_care"


def open_care(request: HttpRequest, pupil) -> Child:
    """The child, if the asker may see it; that care was looked at is written down. 404 otherwise."""
    return open_child(request, pupil, Action.VIEW_CARE)


def shown_by_school(access: Access, rows: Iterable) -> dict[School, list[UUID]]:
    """The children of a list by school, to be written down: of one school even where there is none."""
    ids: dict[UUID, list[UUID]] = defaultdict(list)
    for row in rows:
        ids[row.school.pk].append(row.pupil_id)
    return {s: ids[s.pk] for s in access.schools if access.school or s.pk in ids}


def found(row):
    """The row, or 404."""
    if row is None:
        raise Http404
    return row


def found_period(request: HttpRequest, child: Child, pk) -> CarePeriod:
    """A time in care of this child, or 404."""
    return found(row_of(request.access, CarePeriod, child.pupil, pk))


def back_to_care(request: HttpRequest, child: Child, words: str) -> HttpResponse:
    """Say what was done, on the Care tab."""
    done(request, words)
    return redirect(child_url(PAGE, child))


def asked_to_remove(
    request: HttpRequest, child: Child, what: str, remove: Callable[[], object], advice: str
) -> HttpResponse:
    """Take something out that was never true, after asking."""
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, remove):
        return back_to_care(request, child, "It is taken away. The history keeps what it said.")
    return child_page(
        request,
        "pupils/take_away.html",
        child,
        tab="care",
        what="this",
        which=what,
        note=advice,
        form=form,
        cancel_url=child_url(PAGE, child),
    )
