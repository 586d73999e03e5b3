"""The search box: a child by three letters, words in documents, or a page by its name."""

from collections import defaultdict
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_events
from aylsham.sealed import seal, unseal
from pupils.selectors.document_search import FoundDocument, find_documents
from pupils.selectors.search import find_children
from reports.pages import find_pages

MOST = 50
MOST_DOCUMENTS = 10
LONGEST = 100


@school_view(Permission.VIEW_PUPILS)
def search(request: HttpRequest) -> HttpResponse:
    """Find a child of the school, or a page."""
    return _search(request)


@federation_view(Permission.VIEW_PUPILS)
def federation_search(request: HttpRequest) -> HttpResponse:
    """Find a child of any of the person's schools, or a page."""
    return _search(request)


def _search(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        words = request.POST.get("q", "").strip()[:LONGEST]
        sealed = urlencode({"words": seal(words, request.user)}) if words else ""
        return redirect(f"{request.path}?{sealed}" if sealed else request.path)
    words = unseal(request.GET.get("words", ""), request.user)
    found = find_children(request.access, words, most=MOST) if words else []
    documents = find_documents(request.access, words, most=MOST_DOCUMENTS) if words else []
    _record(request, [*((c.school_id, c.id) for c in found), *_about(documents)])
    schools = {s.pk: s for s in request.access.schools}
    context = {
        "search_words": words,
        "children": [(each, schools[each.school_id]) for each in found],
        "are_guesses": bool(found) and all(each.is_guess for each in found),
        "documents": [(each, schools[each.school_id]) for each in documents],
        "pages": find_pages(request.access, words),
        "is_federation": request.access.school is None,
        "most": MOST,
        "is_cut": len(found) == MOST,
    }
    part = "#results" if request.htmx and request.htmx.target == "search-results" else ""
    return render(request, f"reports/search.html{part}", context)


def _about(documents: list[FoundDocument]) -> list[tuple[UUID, UUID]]:
    return [(each.school_id, each.pupil_id) for each in documents]


def _record(request: HttpRequest, children: list[tuple[UUID, UUID]]) -> None:
    """Write down whom the search showed, by school; never the words, which are a child's name."""
    shown: dict = defaultdict(set)
    for school_id, pupil_id in children:
        shown[school_id].add(pupil_id)
    by_school = {s: sorted(shown[s.pk]) for s in request.access.schools if s.pk in shown}
    if by_school:
        record_events(Action.SEARCH, by=request.access, pupil_ids_by_school=by_school)
