"""Maps of councils' forms: seen, changed in versions, downloaded, taken back."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from ehcp.map_codes import MapKind
from ehcp.selectors.maps import FEDERATION, SCHOOL
from ehcp.services.maps import keep_map
from pupils.selectors.strategies import keeps_federation_library
from reports.forms.council_maps import MapForm
from reports.list_files import COUNCIL_MAPS
from reports.selectors.council_maps import (
    FIXED,
    content_of,
    known_keys,
    map_lines,
    name_of,
    own_number,
    shipped,
    versions_of,
)

KEEP = Permission.KEEP_LETTERS


@school_view(KEEP)
@has_file
def council_maps(request: HttpRequest) -> HttpResponse:
    """Every form and order that the school uses, and whose version it is."""
    groups = {str(kind.label): lines for kind, lines in map_lines(request.school).items()}
    if asks_for_file(request):
        return list_file(
            request,
            COUNCIL_MAPS,
            [(label, line) for label, lines in groups.items() for line in lines],
        )
    kinds = [(kind.value, str(kind.label)) for kind in MapKind]
    return render(request, "reports/council_maps/list.html", {"groups": groups, "kinds": kinds})


@school_view(KEEP)
def council_map_add(request: HttpRequest, map_kind: str) -> HttpResponse:
    """A map of a form that nobody has mapped yet; it begins as a copy of ours."""
    kind = _kind(map_kind)
    return _edit(request, kind, "", next(iter(shipped(kind).values())))


@school_view(KEEP)
def council_map(request: HttpRequest, map_kind: str, council_map: str) -> HttpResponse:
    """A new version of a map."""
    kind = _kind(map_kind)
    content = content_of(request.school, kind, council_map)
    if content is None or (kind, council_map) == FIXED:
        raise Http404
    return _edit(request, kind, council_map, content)


@school_view(KEEP)
def council_map_versions(request: HttpRequest, map_kind: str, council_map: str) -> HttpResponse:
    """Every version of a map."""
    kind = _kind(map_kind)
    versions = versions_of(request.school, kind, council_map)
    if not versions:
        raise Http404
    return render(request, "reports/council_maps/versions.html", {"versions": versions})


@school_view(KEEP)
def council_map_file(request: HttpRequest, map_kind: str, council_map: str) -> HttpResponse:
    """The map as a file; `?version=` names an earlier one."""
    kind, key = _kind(map_kind), request.GET.get("version", "")
    content = content_of(request.school, kind, council_map, key)
    if content is None:
        raise Http404
    response = HttpResponse(_as_text(content), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{kind}-{council_map}.json"'
    return response


@school_view(KEEP)
@require_POST
def council_map_back(request: HttpRequest, map_kind: str, council_map: str) -> HttpResponse:
    """Use the version below again: the federation's, ours, or none."""
    kind, school = _kind(map_kind), request.school
    content = content_of(school, kind, council_map)
    if content is None:
        raise Http404
    try:
        keep_map(
            school=school,
            kind=kind,
            code=council_map,
            content=content,
            seen=own_number(school, kind, council_map, SCHOOL),
            is_withdrawn=True,
            by=request.user,
        )
        done(request, "Our own version is no longer used. Papers that were begun keep it.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect("council_maps", school.slug)


def _edit(request: HttpRequest, kind: MapKind, code: str, content: dict) -> HttpResponse:
    school = request.school
    form = MapForm(
        request.POST or None,
        request.FILES or None,
        kind=kind,
        may_share=keeps_federation_library(request.access),
        initial={
            "text": _as_text(content),
            "seen": own_number(school, kind, code, SCHOOL) if code else 0,
            "seen_shared": own_number(school, kind, code, FEDERATION) if code else 0,
        },
    )
    is_check = "check" in request.POST
    if (
        request.method == "POST"
        and not is_check
        and carried_out(form, lambda: _keep(request, form, kind, code))
    ):
        done(request, "Kept as a new version. Papers that were begun keep theirs.")
        return redirect("council_maps", school.slug)
    context = {
        "form": form,
        "heading": name_of(kind, content) if code else str(kind.label),
        "is_good": is_check and form.is_valid(),
        "keys": known_keys(kind),
        "cancel_url": reverse("council_maps", args=[school.slug]),
    }
    return render(request, "reports/council_maps/form.html", context)


def _keep(request: HttpRequest, form: MapForm, kind: MapKind, code: str) -> None:
    if form.is_for_all and not keeps_federation_library(request.access):
        raise Refused(request.school, KEEP)
    keep_map(
        school=request.school,
        kind=kind,
        code=code or _new_code(request, kind, form.content),
        content=form.content,
        seen=form.number_seen,
        is_shared=form.is_for_all,
        by=request.user,
    )


def _new_code(request: HttpRequest, kind: MapKind, content: dict) -> str:
    """A code that no other map of the kind has."""
    name = f"{content.get('council', '')} {name_of(kind, content)}"
    stem = slugify(name)[:30].strip("-") or "map"
    taken = {line.code for line in map_lines(request.school)[kind]} | {"add"}
    numbered = (stem if n == 1 else f"{stem}-{n}" for n in range(1, 100))
    return next(
        each
        for each in numbered
        if each not in taken and not versions_of(request.school, kind, each)
    )


def _kind(text: str) -> MapKind:
    if text not in MapKind.values:
        raise Http404
    return MapKind(text)


def _as_text(content: dict) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)
