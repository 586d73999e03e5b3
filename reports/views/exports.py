"""Lists taken out as files: with the permission, written down, and saying what they are."""

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.datewords import full_day_words
from aylsham.downloads import as_download
from aylsham.spreadsheets import About, csv_file, xlsx_file
from reports.filters import ChildrenFilter, RegisterFilter
from reports.selectors.list_rows import Columns, Row
from reports.selectors.next_due import NextDue, next_due
from reports.selectors.saved_lists import opened_list
from reports.views.lists import filter_of, list_of, record_rows
from reports.wording import choice_words, definition

KINDS = ("csv", "xlsx")


@school_view(Permission.EXPORT)
def register(request: HttpRequest) -> HttpResponse:
    """The register of a school as a file."""
    require(request, Permission.VIEW_REGISTER)
    return _export(request, RegisterFilter, only_register=True)


@federation_view(Permission.EXPORT)
def federation_register(request: HttpRequest) -> HttpResponse:
    """The register of all the person's schools as a file."""
    _keep_schools(request, Permission.VIEW_REGISTER)
    return _export(request, RegisterFilter, only_register=True)


@school_view(Permission.EXPORT)
def children(request: HttpRequest) -> HttpResponse:
    """The children of a school as a file."""
    require(request, Permission.VIEW_PUPILS)
    return _export(request, ChildrenFilter, only_register=False)


@federation_view(Permission.EXPORT)
def federation_children(request: HttpRequest) -> HttpResponse:
    """The children of all the person's schools as a file."""
    _keep_schools(request, Permission.VIEW_PUPILS)
    return _export(request, ChildrenFilter, only_register=False)


def _keep_schools(request: HttpRequest, permission: Permission) -> None:
    """Only the schools at which the person has this permission beside EXPORT."""
    require(request, permission)
    access = request.access
    access.schools = [s for s in access.schools if access.can(permission, s)]


def _export(
    request: HttpRequest, form_class: type[ChildrenFilter], *, only_register: bool
) -> HttpResponse:
    kind = request.GET.get("as", "")
    if kind not in KINDS:
        raise Http404
    access = request.access
    form = filter_of(request, form_class)
    found = list_of(request, form, only_register=only_register)
    rows = found.rows()
    action = Action.EXPORT_REGISTER if only_register else Action.EXPORT_LIST
    record_rows(request, action, rows, format=kind)
    has_due = "due" in found.columns
    due = next_due(access, [row.id for row in rows]) if has_due else {}
    about = _about(request, form, found.columns, len(rows), only_register=only_register)
    head = _head(found.columns)
    table = (_cells(row, due.get(row.id), found.columns) for row in rows)
    title = "SEND register" if only_register else "Children"
    if kind == "csv":
        body = csv_file(head, table, about)
    else:
        body = xlsx_file(title, head, table, about)
    return as_download(body, f"{title.lower().replace(' ', '-')}-{access.today:%Y-%m-%d}.{kind}")


def _about(
    request: HttpRequest,
    form: ChildrenFilter,
    columns: Columns,
    count: int,
    *,
    only_register: bool,
) -> About:
    """What the file is, in a sentence and in parts."""
    access, sort = request.access, request.GET.get("sort", "")
    said = definition(access, form, only_register=only_register, sort=sort, count=count)
    opened = opened_list(access, form, request.GET.get("list", ""))
    parts = [("Saved list", opened.row.name)] if opened else []
    parts += [(form.fields[n].label, choice_words(form, n, v)) for n, v in form.chosen.items()]
    parts += [("Left out", words) for words in opened.left_out] if opened else []
    parts += [
        ("Columns", ", ".join(label for _, label in columns.chosen)),
        ("Children", str(count)),
        ("As on", full_day_words(access.today)),
        ("Taken out by", access.user.name),
    ]
    sentence = f"{opened.row.name}: {said}" if opened else said
    return About(sentence, tuple(parts))


def _head(columns: Columns) -> list[str]:
    shown = [
        ("school", ["School"]),
        ("year", ["Year"]),
        ("class", ["Class"]),
        ("age", ["Age"]),
        ("status", ["SEN status"]),
        ("since", ["Since"]),
        ("need", ["Needs"]),
        ("also", ["Also"]),
        ("due", ["Next due", "What"]),
    ]
    return _row_of("Child", shown, columns, ["Parents"], [f.name for f in columns.extra])


def _cells(row: Row, due: NextDue | None, columns: Columns) -> list[object]:
    shown: list[tuple[str, list]] = [
        ("school", [row.school_name]),
        ("year", [row.year]),
        ("class", [row.group]),
        ("age", [row.age]),
        ("status", [row.status]),
        ("since", [row.since_words]),
        ("need", [row.needs_words]),
        ("also", [row.flags_words]),
        ("due", [due.day_words if due else "", due.title if due else ""]),
    ]
    untold = ["not told yet" if row.is_untold else ""]
    return _row_of(row.name, shown, columns, untold, list(row.extra))


def _row_of(first: object, shown, columns: Columns, untold: list, extra: list) -> list:
    cells = [first]
    for key, each in shown:
        if key in columns:
            cells += each
        # Beside the status, as on the page.
        if key == "need" and columns.untold and "status" in columns:
            cells += untold
    return cells + extra
