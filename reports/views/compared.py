"""The federation lead's front page: schools side by side, each number with its cause."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import federation_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.components import Tile
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from reports.forms.compared import SchoolsFilter
from reports.leaders_list_files import SCHOOLS
from reports.selectors.compared import ATTENTION, FIRST, Compared, Wanted, compared
from reports.services.summaries import count_again

#: Schools of one page, where all are asked for.
ROWS = 50


@federation_view(Permission.COMPARE_SCHOOLS)
@has_file
def schools_compared(request: HttpRequest) -> HttpResponse:
    """The same page at its own address, for whoever has another front page; or as a file."""
    if asks_for_file(request):
        form = SchoolsFilter(request.GET)
        found = compared(request.access, _wanted(request, form))
        return list_file(request, SCHOOLS, found.rows, form)
    return compared_page(request)


@federation_view(Permission.COMPARE_SCHOOLS)
@require_POST
def compared_count(request: HttpRequest) -> HttpResponse:
    """Count the schools again: a few at once, many in the background."""
    job = count_again(schools=request.access.schools, by=request.user)
    if job:
        return redirect(f"{reverse('my_work')}?job={job.pk}")
    done(request, "Every school is counted.")
    return redirect("compared")


def compared_page(request: HttpRequest) -> HttpResponse:
    """Those that need attention first; all of them where they are asked for or few."""
    form = SchoolsFilter(request.GET)
    page = compared(request.access, _wanted(request, form))
    is_cut = not form.chosen and request.GET.get("show") != "all" and len(page.rows) > FIRST
    rows = Paginator(page.rows, FIRST if is_cut else ROWS).get_page(request.GET.get("page"))
    shown = {row.school: () for row in rows} or dict.fromkeys(request.access.schools[:1], ())
    record_events(Action.VIEW_SCHOOLS, by=request.access, pupil_ids_by_school=shown)
    context = {
        "page": page,
        "rows": rows,
        "filter": form,
        "is_cut": is_cut,
        "tiles": [] if page.is_protected else _tiles(page),
        "may_see_due": request.access.can(Permission.VIEW_DUE),
    }
    return render(request, "reports/compared.html", context)


def _wanted(request: HttpRequest, form: SchoolsFilter) -> Wanted:
    return Wanted(**form.chosen, sort=request.GET.get("sort", ATTENTION))


def _tiles(page: Compared) -> list[Tile]:
    """Sums over every school, each with the list behind it."""
    due = reverse("federation_due")
    ours = "overdue" if page.late_ours else "on_track"
    return [
        Tile("We are late", page.late_ours or 0, f"{due}?who=school&when=overdue", ours),
        Tile("Others are late", page.late_theirs or 0, f"{due}?who=others&when=overdue", "waiting"),
        Tile("Waiting for others", page.waiting or 0, f"{due}?who=others&when=all", "waiting"),
    ]
