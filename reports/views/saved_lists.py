"""Saved lists: opened in one click, kept under a name, renamed, deleted."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, federation_view, require, school_view
from aylsham.access.permissions import Permission
from aylsham.changes import version_of
from aylsham.editing import carried_out
from aylsham.notices import done
from reports.codes import ForWhom, ListPage
from reports.filters import ChildrenFilter
from reports.forms.saved_lists import ColumnsForm, RenameListForm, SaveListForm
from reports.models import FederationList
from reports.models.saved_lists import SavedList
from reports.selectors.list_choices import list_choices
from reports.selectors.list_rows import columns_for
from reports.selectors.saved_lists import (
    FORMS,
    NEEDED,
    address_of,
    may_change,
    saved_list_of,
    saved_lists,
    shares_with_federation,
    view_of,
)
from reports.services.saved_lists import (
    LIST_FIELDS,
    change_list,
    delete_list,
    save_federation_list,
    save_school_list,
)
from reports.views.lists import filter_of, list_url, lists_url
from reports.wording import definition


@school_view(Permission.VIEW_PUPILS)
def lists(request: HttpRequest) -> HttpResponse:
    """The saved lists that can be opened at a school."""
    return _lists(request)


@federation_view(Permission.VIEW_PUPILS)
def federation_lists(request: HttpRequest) -> HttpResponse:
    """The saved lists over all the person's schools."""
    return _lists(request)


@school_view(Permission.VIEW_PUPILS)
def save(request: HttpRequest) -> HttpResponse:
    """Keep what the register or the list of children shows, and choose its columns."""
    return _save(request)


@federation_view(Permission.VIEW_PUPILS)
def federation_save(request: HttpRequest) -> HttpResponse:
    """The same over all schools."""
    return _save(request)


@school_view(Permission.VIEW_PUPILS)
def open_list(request: HttpRequest, saved_list) -> HttpResponse:
    """The children of a list, as far as its opener may see them."""
    return _open(request, _found(request, saved_list))


@federation_view(Permission.VIEW_PUPILS)
def federation_open(request: HttpRequest) -> HttpResponse:
    """The same over all schools, `?list=` its id: no row of a school."""
    return _open(request, _asked(request))


@school_view(Permission.VIEW_PUPILS)
def change(request: HttpRequest, saved_list) -> HttpResponse:
    """Call a list otherwise."""
    return _change(request, _found(request, saved_list))


@federation_view(Permission.VIEW_PUPILS)
def federation_change(request: HttpRequest) -> HttpResponse:
    """The same over all schools."""
    return _change(request, _asked(request))


@school_view(Permission.VIEW_PUPILS)
@require_POST
def delete(request: HttpRequest, saved_list) -> HttpResponse:
    """Forget a list."""
    return _delete(request, _found(request, saved_list))


@federation_view(Permission.VIEW_PUPILS)
@require_POST
def federation_delete(request: HttpRequest) -> HttpResponse:
    """The same over all schools."""
    return _delete(request, _asked(request))


def _lists(request: HttpRequest) -> HttpResponse:
    found = saved_lists(request.access, list_choices(request.access))
    context = {"found": found, "is_federation": request.access.school is None}
    return render(request, "reports/saved_lists.html", context)


def _open(request: HttpRequest, row: SavedList) -> HttpResponse:
    return redirect(f"{list_url(request.access, row.page)}?{address_of(row)}")


@dataclass(frozen=True)
class _Shown:
    """What the page showed from which somebody saves: its filter, columns, and saved list."""

    page: ListPage
    filter: ChildrenFilter
    #: The list that was opened, where the person may change it.
    opened: SavedList | None
    words: str


def _shown(request: HttpRequest) -> _Shown:
    asked = request.GET.get("of", "")
    if asked not in ListPage.values:
        raise Http404
    page = ListPage(asked)
    require(request, NEEDED[page])
    form = filter_of(request, FORMS[page])
    row = _row(request, request.GET.get("list", ""))
    if row and (row.page != page or not _may_change(request, row)):
        row = None
    words = definition(
        request.access,
        form,
        only_register=page == ListPage.REGISTER,
        sort=request.GET.get("sort", ""),
    )
    return _Shown(page, form, row, words)


def _save(request: HttpRequest) -> HttpResponse:
    if "of" not in request.GET:  # from the menu of schools: nothing is shown that could be kept
        return redirect(lists_url(request.access))
    shown, access = _shown(request), request.access
    every = columns_for(access, shown.filter.extra).chosen
    if "only_columns" in request.POST:
        return _with_columns(request, shown, every)
    now = columns_for(access, shown.filter.extra, request.GET.get("cols", "")).chosen
    form = SaveListForm(
        request.POST or None,
        for_whom=_for_whom(request),
        columns=every,
        shown=[key for key, _ in now],
        initial={"name": shown.opened.name if shown.opened else ""},
    )
    if request.method == "POST" and carried_out(form, lambda: _keep(request, form, shown)):
        done(request, "The list is saved.")
        return redirect(lists_url(access))
    context = {
        "form": form,
        "opened": shown.opened,
        "definition": shown.words,
        "has_words": "text" in shown.filter.chosen,
        "cancel_url": list_url(access, shown.page),
    }
    return render(request, "reports/save_list.html", context)


def _with_columns(request: HttpRequest, shown: _Shown, every) -> HttpResponse:
    """The list as it was, with other columns, for this once."""
    form = ColumnsForm(request.POST, columns=every)
    query = request.GET.copy()
    for name in ("of", "page"):
        query.pop(name, None)
    query["cols"] = ",".join(form.cleaned_data["columns"]) if form.is_valid() else ""
    return redirect(f"{list_url(request.access, shown.page)}?{query.urlencode()}")


def _for_whom(request: HttpRequest) -> list[ForWhom]:
    access, found = request.access, [ForWhom.ME]
    if access.school and access.can(Permission.SHARE_LISTS):
        found.append(ForWhom.SCHOOL)
    if shares_with_federation(access):
        found.append(ForWhom.FEDERATION)
    return found


def _keep(request: HttpRequest, form: SaveListForm, shown: _Shown) -> None:
    access, whom = request.access, form.cleaned_data["for_whom"]
    view = view_of(shown.filter, request.GET.get("sort", ""), form.chosen_columns())
    facts = {"name": form.cleaned_data["name"], "on": access.today, "by": request.user}
    school = access.school or access.schools[0]
    if "over" in request.POST and shown.opened:
        version = version_of(shown.opened, LIST_FIELDS)
        change_list(saved=shown.opened, school=school, view=view, version=version, **facts)
    elif access.school and whom != ForWhom.FEDERATION:
        is_shared = whom == ForWhom.SCHOOL
        save_school_list(school=school, page=shown.page, view=view, is_shared=is_shared, **facts)
    else:
        save_federation_list(
            federation=school.federation,
            school=school,
            page=shown.page,
            view=view,
            is_shared=whom == ForWhom.FEDERATION,
            **facts,
        )


def _change(request: HttpRequest, row: SavedList) -> HttpResponse:
    _require_may_change(request, row)
    initial = {"name": row.name, "version": version_of(row, LIST_FIELDS)}
    form = RenameListForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_list(
            saved=row,
            school=request.access.schools[0],
            name=form.cleaned_data["name"],
            version=form.cleaned_data["version"],
            on=request.access.today,
            by=request.user,
        ),
    ):
        done(request, "The list has its new name.")
        return redirect(lists_url(request.access))
    context = {
        "form": form,
        "delete_url": _delete_url(request, row),
        "cancel_url": lists_url(request.access),
    }
    return render(request, "reports/rename_list.html", context)


def _delete(request: HttpRequest, row: SavedList) -> HttpResponse:
    _require_may_change(request, row)
    delete_list(saved=row, school=request.access.schools[0], by=request.user)
    done(request, "The list is deleted. The children are where they were.")
    return redirect(lists_url(request.access))


def _delete_url(request: HttpRequest, row: SavedList) -> str:
    school = request.access.school
    if school:
        return reverse("saved_list_delete", args=[school.slug, row.pk])
    return f"{reverse('federation_list_delete')}?list={row.pk}"


def _asked(request: HttpRequest) -> SavedList:
    row = _row(request, request.GET.get("list", ""))
    if row is None:
        raise Http404
    return row


def _found(request: HttpRequest, pk: UUID) -> SavedList:
    row = saved_list_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _row(request: HttpRequest, asked: str) -> SavedList | None:
    try:
        return saved_list_of(request.access, UUID(asked)) if asked else None
    except ValueError:
        return None


def _may_change(request: HttpRequest, row: SavedList) -> bool:
    is_for_all = row.is_shared and isinstance(row, FederationList)
    everywhere = is_for_all and shares_with_federation(request.access)
    return may_change(request.access, row, shares_everywhere=everywhere)


def _require_may_change(request: HttpRequest, row: SavedList) -> None:
    if not _may_change(request, row):
        raise Refused(request.access.schools[0], Permission.SHARE_LISTS)
