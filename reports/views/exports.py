"""Lists taken out as files: with the permission, written down, and saying what they are."""

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from reports.exporting import as_csv, as_xlsx
from reports.filters import ChildrenFilter, RegisterFilter
from reports.selectors.list_rows import Columns, Row
from reports.selectors.lists import ChildList
from reports.selectors.next_due import NextDue, next_due
from reports.views.lists import filter_of, record_rows
from reports.wording import definition

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


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
    if kind not in CONTENT_TYPES:
        raise Http404
    access, sort = request.access, request.GET.get("sort", "")
    form = filter_of(request, form_class)
    found = ChildList(access, form.choice(sort), only_register=only_register)
    rows = found.rows()
    action = Action.EXPORT_REGISTER if only_register else Action.EXPORT_LIST
    record_rows(request, action, rows, format=kind)
    due = next_due(access, [row.id for row in rows]) if found.columns.due else {}
    said = definition(access, form, only_register=only_register, sort=sort)
    head = _head(found.columns)
    table = (_cells(row, due.get(row.id), found.columns) for row in rows)
    title = "SEND register" if only_register else "Children"
    body = as_csv(said, head, table) if kind == "csv" else as_xlsx(said, head, table, title=title)
    name = f"{title.lower().replace(' ', '-')}-{access.today:%Y-%m-%d}.{kind}"
    return HttpResponse(
        body,
        content_type=CONTENT_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _head(columns: Columns) -> list[str]:
    return [
        "Child",
        *(["School"] if columns.school else []),
        "Year",
        "Class",
        "Age",
        *(["SEN status", "Since", "Needs"] if columns.needs else []),
        *(["Parents"] if columns.untold else []),
        "Also",
        *(["Next due", "What"] if columns.due else []),
    ]


def _cells(row: Row, due: NextDue | None, columns: Columns) -> list[object]:
    return [
        row.name,
        *([row.school_name] if columns.school else []),
        row.year,
        row.group,
        row.age,
        *([row.status, row.since_words, row.needs_words] if columns.needs else []),
        *(["not told yet" if row.is_untold else ""] if columns.untold else []),
        row.flags_words,
        *([due.day_words if due else "", due.title if due else ""] if columns.due else []),
    ]
