"""Saving lists under a name: filters, order and columns, never a word that somebody typed."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import Federation, School, User
from reports.models import FederationList, SchoolList
from reports.models.saved_lists import SavedList
from reports.selectors.saved_lists import View

#: What an edit of a list starts from.
LIST_FIELDS = ("name", "filters", "sort", "columns")


@transaction.atomic
def save_school_list(
    *,
    school: School,
    page: str,
    name: str,
    view: View,
    is_shared: bool,
    on: dt.date,
    by: User,
) -> SchoolList:
    """Keep a list of a school, for oneself or for everybody there."""
    row = SchoolList(school=school, page=page, is_shared=is_shared, made_by=by)
    return _save(row, school, {"name": name, "view": view, "on": on}, by, "saved")


@transaction.atomic
def save_federation_list(
    *,
    federation: Federation,
    school: School,
    page: str,
    name: str,
    view: View,
    is_shared: bool,
    on: dt.date,
    by: User,
) -> FederationList:
    """Keep a list over schools, for oneself or for every school; written down at `school`."""
    if view.is_of_one_school:
        raise TransitionNotAllowed(
            "A class or a field of this school means nothing in others. Take it off, or keep the "
            "list at this school."
        )
    row = FederationList(federation=federation, page=page, is_shared=is_shared, made_by=by)
    return _save(row, school, {"name": name, "view": view, "on": on}, by, "saved")


@transaction.atomic
def change_list(
    *,
    saved: SavedList,
    school: School,
    name: str,
    version: str,
    on: dt.date,
    by: User,
    view: View | None = None,
) -> SavedList:
    """Call a list otherwise; with a `view`, let it show that from now on."""
    row = type(saved).objects.select_for_update(no_key=True).get(pk=saved.pk)
    require_version(row, LIST_FIELDS, version)
    return _save(row, school, {"name": name, "view": view, "on": on}, by, "changed")


@transaction.atomic
def delete_list(*, saved: SavedList, school: School, by: User) -> None:
    """Forget a list; the children are where they were."""
    _record(saved, school, by, "deleted")
    saved.delete()


def _save(row: SavedList, school: School, facts: dict[str, Any], by: User, step: str) -> Any:
    row.name, row.changed_on = facts["name"].strip(), facts["on"]
    if view := facts["view"]:
        row.filters = {name: dict(each) for name, each in view.filters.items()}
        row.sort, row.columns = view.sort, list(view.columns)
    _require_new_name(row)
    row.save()
    _record(row, school, by, step)
    return row


def _require_new_name(row: SavedList) -> None:
    owner = "school_id" if isinstance(row, SchoolList) else "federation_id"
    same = type(row).objects.filter(
        page=row.page,
        name__iexact=row.name,
        is_shared=row.is_shared,
        **{owner: getattr(row, owner)},
    )
    if not row.is_shared:
        same = same.filter(made_by=row.made_by_id)
    if same.exclude(pk=row.pk).exists():
        raise TransitionNotAllowed("There is a list of this name already.")


def _record(row: SavedList, school: School, by: User, step: str) -> None:
    detail = {"step": step, "page": row.page, "shared": row.is_shared}
    record_event(Action.CHANGE_LISTS, school=school, by=by, subject=row, detail=detail)
