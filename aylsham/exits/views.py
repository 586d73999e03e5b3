"""A whole school as one file: asked for, fetched for a week; and its published schema."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import public_view, school_view
from aylsham.access.permissions import Permission
from aylsham.downloads import as_download
from aylsham.exits import selectors, services
from aylsham.exits.schema import schema
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from aylsham.own_lists import SCHOOL_EXPORTS

OUT = Permission.TAKE_OUT_SCHOOL


@school_view(OUT)
@has_file
def school_exports(request: HttpRequest) -> HttpResponse:
    """What was taken out whole; a POST asks for a new file."""
    if request.method == "POST":
        services.ask_for_school(school=request.school, by=request.user)
        done(request, "The file is being made. You can leave this page.")
        return redirect("school_exports", school=request.school.slug)
    lines = selectors.exports_of(request.school)
    if asks_for_file(request):
        return list_file(request, SCHOOL_EXPORTS, lines)
    work = selectors.work_on(lines, request.access)
    return render(request, "aylsham/exits/exports.html", {"lines": lines, "work": work})


@school_view(OUT)
def school_export_file(request: HttpRequest, school_export) -> HttpResponse:
    """The file itself."""
    export = selectors.export_of(request.school, school_export)
    data = services.fetch_school(export=export, by=request.user)
    if data is None:
        problem(request, "That file is no longer here. Ask for a new one.")
        return redirect("school_exports", school=request.school.slug)
    return as_download(data, f"{request.school.slug}-{export.made_at:%Y-%m-%d}.zip")


@public_view
def school_export_schema(request: HttpRequest) -> HttpResponse:
    """What the file holds, column by column, for whoever is to read it."""
    return HttpResponse(
        json.dumps(schema(), ensure_ascii=False), content_type="application/schema+json"
    )
