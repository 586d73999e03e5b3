"""Saved lists as their opener has them: in words, and what of them cannot be used."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from reports.codes import ListPage
from reports.filters import ChildrenFilter, RegisterFilter
from reports.list_fields import FIELD_KEY, ListChoices
from reports.models import FederationList, SchoolList
from reports.models.saved_lists import SavedList
from reports.wording import definition, phrase

FORMS = {ListPage.REGISTER: RegisterFilter, ListPage.CHILDREN: ChildrenFilter}
NEEDED = {
    ListPage.REGISTER: Permission.VIEW_REGISTER,
    ListPage.CHILDREN: Permission.VIEW_PUPILS,
}


@dataclass(frozen=True)
class View:
    """What is saved: filters by name with value and words, the order, the columns."""

    filters: Mapping[str, Mapping[str, str]]
    sort: str = ""
    columns: Sequence[str] = ()
    #: Narrowed by a class or a field of one school.
    is_of_one_school: bool = False


@dataclass(frozen=True)
class ListLine:
    """A saved list with what it means for the asker."""

    row: SavedList
    definition: str
    #: What of it the asker may not use, or is gone, each in a sentence.
    left_out: tuple[str, ...]
    may_change: bool

    @property
    def is_of_federation(self) -> bool:
        """Whether it stands over schools."""
        return isinstance(self.row, FederationList)

    @property
    def whose(self) -> str:
        """For whom it is."""
        if not self.row.is_shared:
            return "Only you"
        return "Every school" if self.is_of_federation else "This school"


@dataclass(frozen=True)
class OpenedList:
    """The saved list whose filters a page shows."""

    row: SavedList
    left_out: tuple[str, ...]


def shares_with_federation(access: Access) -> bool:
    """Whether the asker saves lists for colleagues at every school; one statement."""
    ours = {s.pk for s in access.schools_with(Permission.SHARE_LISTS)}
    federation = access.schools[0].federation_id
    every = School.objects.filter(federation=federation).values_list("pk", flat=True)
    return set(every) <= ours


def saved_list_of(access: Access, pk: UUID) -> SavedList | None:
    """One list that the asker may open on this page; at most two statements."""
    for rows in _rows(access):
        if found := rows.filter(pk=pk).first():
            return found
    return None


def saved_lists(access: Access, choices: ListChoices) -> dict[str, list[ListLine]]:
    """The lists that the asker may open, by what they are lists of; three statements."""
    shares_everywhere = shares_with_federation(access)
    rows = [row for part in _rows(access) for row in part]
    return {
        page.label: [
            _line(access, row, choices, shares_everywhere) for row in rows if row.page == page
        ]
        for page in ListPage
        if access.can(NEEDED[page])
    }


def may_change(access: Access, row: SavedList, *, shares_everywhere: bool) -> bool:
    """Own lists are one's own; a school's are changed by whoever shares lists there."""
    if not row.is_shared:
        return row.made_by_id == access.user.pk
    if isinstance(row, FederationList):
        return shares_everywhere
    return access.can(Permission.SHARE_LISTS)


def opened_list(access: Access, form: ChildrenFilter, asked: str) -> OpenedList | None:
    """The list named in an address; None for none, which costs no statement."""
    if not asked:
        return None
    try:
        row = saved_list_of(access, UUID(asked))
    except ValueError:
        return None
    return OpenedList(row, left_out(form, row)) if row else None


def address_of(row: SavedList) -> str:
    """What stands after the `?` of the page that a list opens."""
    query = _query(row)
    query["list"] = row.pk.hex
    if row.sort:
        query["sort"] = row.sort
    if row.columns:
        query["cols"] = ",".join(row.columns)
    return query.urlencode()


def left_out(form: ChildrenFilter, row: SavedList) -> tuple[str, ...]:
    """The filters of a list that do not hold on this page for this person, in sentences."""
    return tuple(
        _why(form, name, each["words"])
        for name, each in row.filters.items()
        if not _is_usable(form, name, each["value"])
    )


def view_of(form: ChildrenFilter, sort: str, columns: Sequence[str]) -> View:
    """What a page shows, to be saved: without what was typed to find a child."""
    filters = {
        name: {"value": "on" if value is True else str(value), "words": phrase(form, name, value)}
        for name, value in form.chosen.items()
        if name not in form.sealed_fields
    }
    own = {each.key for each in form.extra if not each.is_shared}
    return View(filters, sort, tuple(columns), bool({"group", *own} & filters.keys()))


def form_for(access: Access, row: SavedList, choices: ListChoices) -> ChildrenFilter:
    """The filter of a list's page with what the list asks."""
    return FORMS[ListPage(row.page)](_query(row), access=access, choices=choices)


def _rows(access: Access) -> Iterable[QuerySet]:
    """The lists of the page's school, then those over schools: shared ones and one's own."""
    pages = [page for page in ListPage if access.can(NEEDED[page])]
    mine = Q(is_shared=True) | Q(made_by=access.user)
    if access.school:
        yield SchoolList.objects.filter(mine, school=access.school, page__in=pages)
    federations = {school.federation_id for school in access.schools}
    yield FederationList.objects.filter(mine, federation__in=federations, page__in=pages)


def _line(access, row: SavedList, choices: ListChoices, shares_everywhere: bool) -> ListLine:
    form = form_for(access, row, choices)
    only_register = row.page == ListPage.REGISTER
    return ListLine(
        row,
        definition(access, form, only_register=only_register, sort=row.sort),
        left_out(form, row),
        may_change(access, row, shares_everywhere=shares_everywhere),
    )


def _query(row: SavedList) -> QueryDict:
    query = QueryDict(mutable=True)
    for name, each in row.filters.items():
        query[name] = each["value"]
    return query


def _is_usable(form: ChildrenFilter, name: str, value: str) -> bool:
    if name not in form.fields:
        return False
    try:
        form.fields[name].clean(value)
    except ValidationError:
        return False
    return True


def _why(form: ChildrenFilter, name: str, words: str) -> str:
    """Without a word that the asker may not read."""
    if name not in form.fields:
        if name.startswith(FIELD_KEY):
            return "An extra field is left out: it is no longer used, or you may not read it."
        if name == "school":
            return f"“{words}” is left out: this page is of one school."
        label = form.base_fields[name].label if name in form.base_fields else name
        return f"The filter “{label}” is left out: you may not use it."
    if name == "flag":
        return "A mark is left out: you may not see it, or there is none of the kind any more."
    return f"“{words}” is left out: there is no such thing here any more."
