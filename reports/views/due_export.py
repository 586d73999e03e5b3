"""What is due as a file, saying what was chosen."""

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.datewords import full_day_words
from aylsham.downloads import as_download
from aylsham.spreadsheets import About, csv_file, xlsx_file
from reports.forms.due import DueFilterForm
from reports.selectors.due import DueItem, due_items
from reports.selectors.due_counts import DueFilter
from reports.selectors.due_rows import count_due
from reports.views.due import record_seen, school_of
from reports.wording import choice_words

HEAD = ["Do by", "Last day", "What", "Kind", "Child", "School", "Who owes it", "Rule", "When"]


@school_view(Permission.EXPORT)
def due_export(request: HttpRequest) -> HttpResponse:
    """What is due at one school."""
    require(request, Permission.VIEW_DUE)
    return _file(request)


@federation_view(Permission.EXPORT)
def federation_due_export(request: HttpRequest) -> HttpResponse:
    """What is due at all schools at which the person may see and export it."""
    require(request, Permission.VIEW_DUE)
    access = request.access
    access.schools = [s for s in access.schools if access.can(Permission.VIEW_DUE, s)]
    return _file(request)


def _file(request: HttpRequest) -> HttpResponse:
    kind, access = request.GET.get("as", ""), request.access
    if kind not in ("csv", "xlsx"):
        raise Http404
    counts = count_due(access, DueFilter(school=school_of(request)))
    form = DueFilterForm(request.GET, access=access, counts=counts)
    items = due_items(access, form.due_filter)
    record_seen(request, items, Action.EXPORT_LIST, format=kind)
    about, rows = _about(request, form, len(items)), map(_cells, items)
    if kind == "csv":
        body = csv_file(HEAD, rows, about)
    else:
        body = xlsx_file("What is due", HEAD, rows, about)
    return as_download(body, f"what-is-due-{access.today:%Y-%m-%d}.{kind}")


def _about(request: HttpRequest, form: DueFilterForm, count: int) -> About:
    """What the file is, in a sentence and in parts."""
    access = request.access
    where = access.school.name if access.school else f"{len(access.schools)} schools"
    chosen = [(form.fields[n].label, choice_words(form, n, v)) for n, v in form.chosen.items()]
    chosen = chosen or [("When", "To the next four weeks")]
    said = "; ".join(f"{label}: {words}" for label, words in chosen)
    day = full_day_words(access.today)
    sentence = f"What is due at {where}; {said}; as on {day}; {count} lines."
    return About(
        sentence,
        (*chosen, ("Lines", str(count)), ("As on", day), ("Taken out by", access.user.name)),
    )


def _cells(item: DueItem) -> list[object]:
    child = item.pupil.name if item.pupil else ""
    days = (item.do_by.isoformat(), item.due_on.isoformat())
    return [
        *(*days, item.title, item.kind_words, child, item.school.name),
        *(item.who, item.citation, item.band.label),
    ]
