"""What is due: the list, its counts and its filters."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.components import Tile
from reports.bands import Band
from reports.forms.due import DueFilterForm
from reports.lines import due_lines
from reports.selectors.changes import recent_changes
from reports.selectors.due import DueItem, due_items, grouped
from reports.selectors.due_counts import OTHERS, DueCounts, DueFilter
from reports.selectors.due_rows import count_due
from reports.selectors.phase_strip import phase_strip

ROWS = 50


@school_view(Permission.VIEW_DUE)
def due(request: HttpRequest) -> HttpResponse:
    """What is due at one school."""
    return due_page(request)


@federation_view(Permission.VIEW_DUE)
def federation_due(request: HttpRequest) -> HttpResponse:
    """What is due at all schools."""
    return due_page(request)


def due_page(request: HttpRequest) -> HttpResponse:
    """The SENDCo's front page: what is due, who owes it, and the step that moves it on."""
    access = request.access
    counts = count_due(access, DueFilter(school=school_of(request)))
    form = DueFilterForm(request.GET or None, access=access, counts=counts)
    chosen = form.due_filter
    shown = counts.under(chosen)
    page = Paginator(range(shown.total), ROWS).get_page(request.GET.get("page"))
    items = due_items(
        access, chosen, first=page.start_index() - 1 if shown.total else 0, limit=ROWS
    )
    record_seen(request, items)
    context = {
        "filter": form,
        "tiles": due_tiles(counts, chosen, request),
        "groups": [(band, shown.by_band[band], due_lines(each)) for band, each in grouped(items)],
        "page": page,
        "later": counts.under(replace(chosen, bands=(Band.LATER,))).total,
        "is_narrowed": bool(form.is_bound and form.chosen),
        "strip": phase_strip(access, counts),
        "export_url": _export_url(request) if access.can(Permission.EXPORT) else "",
        "query": _query(request),
    }
    if request.htmx:
        return render(request, "reports/due.html#list", context)
    context["changes"] = recent_changes(access)
    return render(request, "reports/due.html", context)


def due_tiles(counts: DueCounts, chosen: DueFilter, request: HttpRequest) -> list[Tile]:
    """How much there is of each, under the school, kind and owner that are chosen."""
    by_band = counts.under(chosen, but="bands").by_band
    others = counts.under(replace(chosen, who="", bands=tuple(Band)))
    tiles = [
        Tile(
            band.label,
            by_band[band],
            _url(chosen, when=band.code),
            band.state,
            is_current=chosen.bands == (band,),
        )
        for band in Band
        if band != Band.ADVISED or by_band[band]
    ]
    waiting = Tile(
        "Waiting for others",
        others.from_others,
        _url(replace(chosen, who=""), who=OTHERS, when="all"),
        "waiting",
        is_current=chosen.who == OTHERS,
    )
    return [*tiles, waiting]


def record_seen(
    request: HttpRequest, items: list[DueItem], action: Action = Action.VIEW_DUE, **detail: str
) -> None:
    """Write down whose deadlines were shown: a row for each school of the page."""
    seen: dict = {school: set() for school in request.access.schools[:1]}
    for item in items:
        seen.setdefault(item.school, set())
        if item.pupil:
            seen[item.school].add(item.pupil.id)
    record_events(action, by=request.access, pupil_ids_by_school=seen, detail=detail)


def school_of(request: HttpRequest) -> str:
    """The school that was chosen on a page over several; another word chooses none."""
    chosen = request.GET.get("school", "")
    return chosen if any(school.slug == chosen for school in request.access.schools) else ""


def _url(chosen: DueFilter, **more: str) -> str:
    weight = str(chosen.weight.value) if chosen.weight else ""
    query = {
        "school": chosen.school,
        "who": chosen.who,
        "kind": chosen.kind,
        "weight": weight,
    } | more
    return "?" + urlencode({name: value for name, value in query.items() if value})


def _export_url(request: HttpRequest) -> str:
    """Where the list is taken out; it also stands on front pages, with other addresses."""
    school = request.access.school
    return reverse("due_export", args=[school.slug]) if school else reverse("federation_due_export")


def _query(request: HttpRequest) -> str:
    """What is chosen, for the address of the file."""
    chosen = {name: value for name, value in request.GET.items() if name not in ("page", "as")}
    return urlencode(chosen)
