"""The SEND register and the list of all children, of one school or of all."""

from collections import defaultdict
from functools import lru_cache

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from aylsham.access.current import Access
from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.components import Tile
from aylsham.sealed import opened_query, sealed_address
from reports.codes import ListPage
from reports.filters import ChildrenFilter, RegisterFilter
from reports.lines import child_lines
from reports.selectors.list_choices import list_choices
from reports.selectors.list_rows import Counts, Row
from reports.selectors.lists import PAGE_SIZE, ChildList
from reports.selectors.next_due import next_due
from reports.selectors.saved_lists import opened_list
from reports.wording import definition


class Counted(Paginator):
    """Pages of a list that has been counted already."""

    def __init__(self, count: int) -> None:
        super().__init__(range(count), PAGE_SIZE)

    @cached_property
    def count(self) -> int:
        return len(self.object_list)


@school_view(Permission.VIEW_REGISTER)
def register(request: HttpRequest) -> HttpResponse:
    """The SEND register of a school."""
    return _register(request)


@federation_view(Permission.VIEW_REGISTER)
def federation_register(request: HttpRequest) -> HttpResponse:
    """The SEND register of all the person's schools."""
    return _register(request)


@school_view(Permission.VIEW_PUPILS)
def children(request: HttpRequest) -> HttpResponse:
    """Every child of a school in the person's reach."""
    return _children(request)


@federation_view(Permission.VIEW_PUPILS)
def federation_children(request: HttpRequest) -> HttpResponse:
    """Every child of all the person's schools in reach."""
    return _children(request)


def _register(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return redirect(sealed_address(request, RegisterFilter))
    form = filter_of(request, RegisterFilter)
    return _list(request, form, Action.VIEW_REGISTER, only_register=True)


def _children(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return redirect(sealed_address(request, ChildrenFilter))
    form = filter_of(request, ChildrenFilter)
    return _list(request, form, Action.VIEW_PUPILS, only_register=False)


def filter_of(request: HttpRequest, form_class: type[ChildrenFilter]) -> ChildrenFilter:
    """The filter with what this person may choose from."""
    access = request.access
    query = opened_query(request, form_class)
    return form_class(query, access=access, choices=list_choices(access))


def list_of(request: HttpRequest, form: ChildrenFilter, *, only_register: bool) -> ChildList:
    """The list that the address asks for: filtered, in its order, with its columns."""
    return ChildList(
        request.access,
        form.choice(request.GET.get("sort", "")),
        only_register=only_register,
        fields=form.extra,
        columns=request.GET.get("cols", ""),
    )


def _list(request, form, action, *, only_register: bool) -> HttpResponse:
    access, sort = request.access, request.GET.get("sort", "")
    found = list_of(request, form, only_register=only_register)
    counts, number, rows = found.page(_asked_page(request))
    page = Counted(counts.total).page(number)
    due = next_due(access, [row.id for row in rows]) if rows and "due" in found.columns else {}
    record_rows(request, action, rows)
    query = request.GET.urlencode()
    of = ListPage.REGISTER if only_register else ListPage.CHILDREN
    context = {
        "filter": form,
        "only_register": only_register,
        "counts": counts,
        "page": page,
        "rows": child_lines(rows, due),
        "columns": found.columns,
        "tiles": _tiles(request, counts, found) if only_register else (),
        "definition": definition(
            access, form, only_register=only_register, sort=sort, count=counts.total
        ),
        "opened": opened_list(access, form, request.GET.get("list", "")),
        "lists_url": lists_url(access),
        "save_url": f"{list_url(access, 'save_list')}?of={of}{'&' if query else ''}{query}",
        "query": query,
        "may_export": access.can(Permission.EXPORT),
        "is_federation": access.school is None,
    }
    part = "#list" if request.htmx and request.htmx.target == "list" else ""
    return render(request, f"reports/children.html{part}", context)


def list_url(access: Access, page: str) -> str:
    """Where the register or the list of children is, of a school or over all."""
    return _address(page, access.school.slug) if access.school else _address(f"federation_{page}")


def lists_url(access: Access) -> str:
    """Where the saved lists are."""
    return list_url(access, "saved_lists")


@lru_cache(maxsize=4096)  # each list asks for the same two
def _address(name: str, *args: str) -> str:
    return reverse(name, args=args)


def _asked_page(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 1


def _tiles(request: HttpRequest, counts: Counts, found: ChildList) -> list[Tile]:
    """How many, of which level; each leads to its part of the list."""
    chosen = request.GET.get("status", "")
    tiles = [
        Tile("On the register", counts.total, _with(request, status="", untold="")),
        Tile("SEN support", counts.support, _with(request, status="K"), is_current=chosen == "K"),
        Tile("EHC plans", counts.plans, _with(request, status="E"), is_current=chosen == "E"),
    ]
    if found.columns.untold:
        state = "due_soon" if counts.untold else ""
        tiles.append(Tile("Parents not told", counts.untold, _with(request, untold="on"), state))
    return tiles


def _with(request: HttpRequest, **values: str) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    for key, value in values.items():
        query[key] = value
        if not value:
            del query[key]
    return f"?{query.urlencode()}"


def record_rows(request: HttpRequest, action: Action, rows: list[Row], **detail) -> None:
    """Write down who was shown whom: one event for each school."""
    shown: dict = defaultdict(list)
    for row in rows:
        shown[row.school_id].append(row.id)
    schools = {s.pk: s for s in request.access.schools}
    record_events(
        action,
        by=request.access,
        pupil_ids_by_school={schools[k]: ids for k, ids in shown.items()}
        or {request.access.schools[0]: []},
        detail=detail,
    )
