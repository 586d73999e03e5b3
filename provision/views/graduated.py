"""The graduated provision map: read, worded, kept, moderated, printed, taken out as a file."""

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import table_file
from aylsham.notices import done, problem
from provision.council_codes import CouncilPaperKind
from provision.forms.graduated import KeepForm, MapLineForm, ModerationForm, OwnLineForm
from provision.models import KeptMap
from provision.rules.graduated_map import SURE_WORDS
from provision.selectors.graduated import graduated_map, line_row
from provision.selectors.kept_maps import grid_of, kept_map_of, kept_maps, moderation_of, rows_of
from provision.services.council_papers import ask_for_council_paper
from provision.services.graduated import (
    add_map_line,
    add_moderation,
    change_moderation,
    keep_map,
    write_map_line,
)
from provision.views.parts import parts
from provision.views.provisions import asked_year
from pupils.views.printing import to_work

PAGE, KEPT = "graduated_map", "kept_map"
PAPERS = ("A4", "A3")
PENCE = Decimal(100)


@school_view(Permission.VIEW_COSTS)
def whole(request: HttpRequest) -> HttpResponse:
    """The map as it would be kept today, and the versions that were kept."""
    year = asked_year(request)
    found = graduated_map(request.access, year, has_hours=False)
    record_event(Action.VIEW_COSTS, school=request.school, by=request.access)
    context = {
        "parts": parts(request, PAGE),
        "map": found,
        "year": year,
        "years": [year - 1, year, year + 1],
        "kept": kept_maps(request.access, year),
        "papers": PAPERS,
        "sure": SURE_WORDS,
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "provision/graduated/map.html", context)


@school_view(Permission.EDIT_PROVISION)
def line_change(request: HttpRequest, map_line: str) -> HttpResponse:
    """Say in the school's words what a line is for and what comes of it."""
    require(request, Permission.VIEW_COSTS)
    year = asked_year(request)
    found = graduated_map(request.access, year, has_hours=False)
    line = found.line(map_line) if found else None
    if line is None:
        raise Http404
    row = line_row(request.access, year, line.key)
    form = MapLineForm(request.POST or None, line=line, row=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_map_line(
            school=request.school,
            year=year,
            key=line.key,
            words=form.words(row),
            is_left_out=form.cleaned_data["is_left_out"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The line is worded.")
        return redirect(_back(request, year))
    return _form(request, form, line.name, year=year)


@school_view(Permission.EDIT_PROVISION)
def line_add(request: HttpRequest) -> HttpResponse:
    """A line of the school's own."""
    year = asked_year(request)
    found = graduated_map(request.access, year, has_hours=False)
    if found is None:
        raise Http404
    form = OwnLineForm(request.POST or None, shape=found.shape)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_map_line(
            school=request.school,
            year=year,
            words=form.facts,
            by=request.user,
            key=form.cleaned_data["key"] or form.initial["key"],
        ),
    ):
        done(request, "The line is on the map.")
        return redirect(_back(request, year))
    return _form(request, form, "Add a line to the map", year=year)


@school_view(Permission.EDIT_PROVISION)
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the map as it stands as the next version."""
    require(request, Permission.VIEW_COSTS)
    year = asked_year(request)
    found = graduated_map(request.access, year, has_hours=True)
    if found is None:
        raise Http404
    form = KeepForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_map(
            school=request.school,
            year=year,
            content=found.content(),
            by=request.user,
            **{name: form.cleaned_data[name] for name in ("note", "key")},
        ),
    ):
        done(request, "The version is kept and stays as it is.")
        return redirect(_back(request, year))
    return _form(request, form, "Keep this version", submit="Keep it", year=year)


@school_view(Permission.VIEW_COSTS)
def kept(request: HttpRequest, kept_map) -> HttpResponse:
    """A version as it stood, and what its moderation said."""
    row = _kept(request, kept_map)
    record_event(Action.VIEW_COSTS, school=request.school, by=request.access, subject=row)
    context = {
        "parts": parts(request, PAGE),
        "kept": row,
        "grid": grid_of(row.content),
        "moderations": row.moderations.all(),
        "papers": PAPERS,
        "may_edit": request.access.can(Permission.EDIT_PROVISION),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "provision/graduated/kept.html", context)


@school_view(Permission.EDIT_PROVISION)
def moderation_add(request: HttpRequest, kept_map) -> HttpResponse:
    """Write down what a moderation said."""
    row = _kept(request, kept_map)
    form = ModerationForm(request.POST or None, initial={"held_on": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: add_moderation(
            kept=row, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The moderation is written down.")
        return redirect(KEPT, request.school.slug, row.pk)
    return _form(request, form, "What the moderation said", back=row)


@school_view(Permission.EDIT_PROVISION)
def moderation_change(request: HttpRequest, kept_map, moderation) -> HttpResponse:
    """Correct a note on a version, or say that what was agreed is done."""
    row = _kept(request, kept_map)
    note = moderation_of(request.access, row, moderation)
    if note is None:
        raise Http404
    form = ModerationForm(request.POST or None, record=note)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_moderation(
            moderation=note, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect(KEPT, request.school.slug, row.pk)
    return _form(request, form, "What the moderation said", back=row)


@school_view(Permission.EXPORT)
def sheet(request: HttpRequest) -> HttpResponse:
    """The map of today, or a version with `?version=`, as a workbook; logged."""
    require(request, Permission.VIEW_COSTS)
    year, content = _content(request)
    record_event(
        Action.EXPORT_LIST,
        school=request.school,
        by=request.access,
        detail={"format": "xlsx", "list": "graduated provision map"},
    )
    columns = content["columns"]
    head = [label for _, label, _, _ in columns]
    rows = [[_cell(row[key], kind) for key, _, kind, _ in columns] for row in rows_of(content)]
    return table_file(
        request, "Graduated provision map", head, rows, f"graduated-provision-map-{year}"
    )


@school_view(Permission.VIEW_COSTS)
@require_POST
def print_it(request: HttpRequest) -> HttpResponse:
    """Start setting the map of today, or a version, as a PDF."""
    year, content = _content(request)
    if not content["lines"]:
        problem(request, "There is nothing to print yet.")
        return redirect(_back(request, year))
    paper = request.POST.get("paper", "")
    facts = {
        "grid": grid_of(content),
        "content": content,
        "version": request.GET.get("version", ""),
        "school": request.school,
        "today": request.access.today,
        "paper": paper if paper in PAPERS else "A4",
    }
    record_event(Action.PRINT, school=request.school, by=request.access)
    job = ask_for_council_paper(
        school=request.school,
        kind=CouncilPaperKind.MAP,
        html=render_to_string("provision/print/graduated.html", facts),
        of_on=request.access.today,
        by=request.user,
    )
    return to_work(job)


def _content(request: HttpRequest):
    """The year, and the map that the address asks for as plain data."""
    year = asked_year(request)
    if version := request.GET.get("version", ""):
        row = _kept(request, version)
        return row.year, row.content
    found = graduated_map(request.access, year, has_hours=True)
    if found is None:
        raise Http404
    return year, found.content()


def _kept(request: HttpRequest, pk) -> KeptMap:
    row = kept_map_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _cell(value, kind: str):
    return Decimal(value) / PENCE if kind == "pence" and value is not None else value


def _back(request: HttpRequest, year: int) -> str:
    return f"{reverse(PAGE, args=[request.school.slug])}?year={year}"


def _form(
    request: HttpRequest, form, heading: str, *, submit: str = "Save", year: int = 0, back=None
) -> HttpResponse:
    cancel = reverse(KEPT, args=[request.school.slug, back.pk]) if back else _back(request, year)
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel}
    return render(request, "pupils/form.html", context)
