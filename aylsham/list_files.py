"""Any list of the product as a file: declared beside its page, taken out under one rule.

A view that shows a list says `@has_file` and, once it has its lines, answers `?as=xlsx` or
`?as=csv` by `list_file`: with the same selector, filters and order as the page, and all pages of it.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from aylsham.access.current import Access
from aylsham.access.decorators import Refused
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.datewords import full_day_words
from aylsham.downloads import as_download
from aylsham.forms import FilterForm
from aylsham.models import School
from aylsham.spreadsheets import About, csv_file, xlsx_file

#: Each kind of file with what people call it.
KINDS = {"xlsx": "Excel", "csv": "CSV"}
#: Where a cell's words are: a path from the line, `place.pupil.full_name`, or a function of it.
Cell = str | Callable[[Any], object]


@dataclass(frozen=True)
class ListFile:
    """What a list looks like as a file: heading → cell, from the page's own lines."""

    title: str
    columns: Mapping[str, Cell]
    #: The ids of the children whom a line names, or one id; they stand in the audit log.
    children: Cell | None = None
    #: The school of a line, for a page over several: the row, its slug or its name.
    school: Cell | None = None
    action: Action = Action.EXPORT_LIST


def has_file(view: Callable) -> Callable:
    """The page's list can be taken out, by who may export: stands below the page's own decorator.

    On a page over several schools only those are shown in the file at which the person may.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        kind = request.GET.get("as", "") if request.method == "GET" else ""
        if not kind:
            return view(request, *args, **kwargs)
        if kind not in KINDS:
            raise Http404
        access = request.access
        if not access.can(Permission.EXPORT):
            raise Refused(access.schools[0], Permission.EXPORT)
        access.schools = [s for s in access.schools if access.can(Permission.EXPORT, s)]
        request.file_kind = kind
        response = view(request, *args, **kwargs)
        if response.status_code == 200 and "Content-Disposition" not in response:
            raise RuntimeError("A page with a file answered with the page.")
        return response

    wrapped.has_file = True  # type: ignore[attr-defined]  # read by the tag and a test
    return wrapped


def asks_for_file(request: HttpRequest) -> bool:
    """Whether the list is asked for as a file, by somebody who may."""
    return hasattr(request, "file_kind")


def list_file(
    request: HttpRequest,
    what: ListFile,
    lines: Iterable[Any],
    chosen: FilterForm | Iterable[tuple[str, str]] = (),
) -> HttpResponse:
    """The lines as a file that says what it is; written down with the children in it.

    `chosen`: the form over the list, or what was chosen in words, (label, words).
    """
    kind, access = request.file_kind, request.access
    lines = [line for line in lines if _is_shown(access, what, line)]
    columns = _columns(what, access)
    rows = [[cell(line, where) for where in columns.values()] for line in lines]
    words = chosen_words(chosen) if isinstance(chosen, FilterForm) else list(chosen)
    about = about_list(access, what.title, words, len(rows))
    record_events(
        what.action,
        by=access,
        pupil_ids_by_school=_children(access, what, lines),
        detail={"list": slugify(what.title), "rows": len(rows), "format": kind},
    )
    if kind == "csv":
        body = csv_file(list(columns), rows, about)
    else:
        body = xlsx_file(what.title, list(columns), rows, about)
    return as_download(body, f"{slugify(what.title)}-{access.today:%Y-%m-%d}.{kind}")


def table_file(
    request: HttpRequest,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    name: str,
) -> HttpResponse:
    """A table that is no list of lines, as a workbook or with `?as=csv`, saying what it is."""
    rows = list(rows)
    about = about_list(request.access, title, [], len(rows))
    if request.GET.get("as") == "csv":
        return as_download(csv_file(headings, rows, about), f"{name}.csv")
    return as_download(xlsx_file(title, headings, rows, about), f"{name}.xlsx")


def about_list(access: Access, title: str, chosen: list[tuple[str, str]], count: int) -> About:
    """`Referrals at Oakfield; State: Sent; as on 23 November 2026; 3 lines.`, and in parts."""
    where = access.schools[0].name if len(access.schools) == 1 else f"{len(access.schools)} schools"
    day = full_day_words(access.today)
    counted = "1 line" if count == 1 else f"{count:,} lines"
    said = [f"{label}: {words}" for label, words in chosen]
    parts = (("Lines", str(count)), ("As on", day), ("Taken out by", access.user.name))
    sentence = "; ".join([f"{title} at {where}", *said, f"as on {day}", counted])
    return About(f"{sentence}.", (*chosen, *parts))


def chosen_words(form: FilterForm) -> list[tuple[str, str]]:
    """What was chosen in a form over a list: (label, words)."""
    return [(str(form.fields[name].label), _choice(form, name)) for name in form.chosen]


def cell(line: Any, where: Cell) -> object:
    """What stands at a path of the line; nothing, where the path ends before."""
    if callable(where):
        return _words(where(line))
    value = line
    for name in where.split("."):
        if value is None:
            return None
        value = value[int(name)] if name.isdigit() else getattr(value, name)
        value = value() if callable(value) and not isinstance(value, type) else value
    return _words(value)


def pounds(where: str) -> Cell:
    """A sum that the line has in pence, in pounds."""
    return lambda line: _divided(cell(line, where), 100)


def hours(where: str) -> Cell:
    """A time that the line has in minutes, in hours."""
    return lambda line: _divided(cell(line, where), 60)


def _divided(value: Any, by: int) -> Decimal | None:
    return None if value is None else round(Decimal(value) / by, 2)


def _words(value: object) -> object:
    """Several things in one cell, and a yes: as people write them."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Collection) and not isinstance(value, str):
        return "; ".join(str(each) for each in value)
    return value


def _choice(form: FilterForm, name: str) -> str:
    value = form.chosen[name]
    if value is True:
        return "yes"
    if isinstance(value, dt.date):
        return full_day_words(value)
    words: dict[str, str] = {}
    for key, label in getattr(form.fields[name], "choices", ()):
        inner = label if isinstance(label, list | tuple) else [(key, label)]
        words |= {str(code): str(said) for code, said in inner}
    # An id that no list to choose from names says nothing to a reader.
    return words.get(str(value), "one" if isinstance(value, UUID) else str(value))


def _columns(what: ListFile, access: Access) -> dict[str, Cell]:
    if access.school or what.school is None or "School" in what.columns:
        return dict(what.columns)
    (first, where), *rest = what.columns.items()
    return {first: where, "School": lambda line: _school_name(access, what, line), **dict(rest)}


def _is_shown(access: Access, what: ListFile, line: Any) -> bool:
    """Whether a line is of a school of the page at which the asker may export."""
    if access.school or what.school is None:
        return True
    return _school(access, what, line) is not None


def _school_name(access: Access, what: ListFile, line: Any) -> str:
    found = _school(access, what, line)
    return found.name if found else ""


def _school(access: Access, what: ListFile, line: Any) -> School | None:
    said = cell(line, what.school) if what.school else None
    return next((s for s in access.schools if said in (s, s.pk, s.slug, s.name)), None)


def _children(access: Access, what: ListFile, lines: list) -> dict[School, list[UUID]]:
    """The children in the file by school: a row of the log for each school of the page."""
    found: dict[School, dict[UUID, None]] = {school: {} for school in access.schools}
    for line in lines if what.children else ():
        school = access.school or _school(access, what, line)
        if school is not None:
            found[school].update(dict.fromkeys(_ids(line, what.children)))
    return {school: list(ids) for school, ids in found.items()}


def _ids(line: Any, where: Cell | None) -> list[UUID]:
    value = where(line) if callable(where) else _reached(line, str(where))
    if value is None:
        return []
    return [value] if isinstance(value, UUID) else [each for each in value if each]


def _reached(line: Any, path: str) -> Any:
    for name in path.split("."):
        line = getattr(line, name) if line is not None else None
    return line
