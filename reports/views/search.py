"""The search box: a child by three letters, words in notes and documents, a page by its name."""

from collections import defaultdict
from dataclasses import dataclass, replace
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
from pupils.selectors.note_search import FoundNote, find_notes, near_words
from pupils.selectors.search import find_children
from reports.pages import find_pages

MOST = 50
MOST_DOCUMENTS = MOST_NOTES = 10
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
    written = _written(request, words)
    found = find_children(request.access, words, most=MOST) if words else []
    if written.about and not written.meant and all(each.is_guess for each in found):
        found = []  # the words stand somewhere: they are no slip of a name
    _record(request, [*((c.school_id, c.id) for c in found), *written.about])
    schools = {s.pk: s for s in request.access.schools}
    context = {
        "search_words": words,
        "children": [(each, schools[each.school_id]) for each in found],
        "are_guesses": bool(found) and all(each.is_guess for each in found),
        "documents": [(each, schools[each.school_id]) for each in written.documents],
        "notes": [(each, schools[each.school_id]) for each in written.notes],
        "meant": written.meant,
        "pages": find_pages(request.access, words),
        "is_federation": request.access.school is None,
        "most": MOST,
        "is_cut": len(found) == MOST,
    }
    part = "#results" if request.htmx and request.htmx.target == "search-results" else ""
    return render(request, f"reports/search.html{part}", context)


@dataclass(frozen=True)
class _Written:
    """What was found in words that people wrote."""

    documents: list[FoundDocument]
    notes: list[FoundNote]
    #: What the words were taken for; empty: they were looked for as they stand.
    meant: str = ""

    @property
    def about(self) -> list[tuple[UUID, UUID]]:
        """School and child of each."""
        return [(each.school_id, each.pupil_id) for each in (*self.documents, *self.notes)]


def _written(request: HttpRequest, words: str) -> _Written:
    """Documents and notes with these words; when there are none, with the words likely meant."""
    found = _with_words(request, words)
    if found.about or not words:
        return found
    # Said only where something readable has the word: the guess itself comes from every note.
    near = near_words(words)
    if not near:
        return found
    guessed = _with_words(request, near)
    return replace(guessed, meant=near) if guessed.about else found


def _with_words(request: HttpRequest, words: str) -> _Written:
    if not words:
        return _Written([], [])
    return _Written(
        find_documents(request.access, words, most=MOST_DOCUMENTS),
        find_notes(request.access, words, most=MOST_NOTES),
    )


def _record(request: HttpRequest, children: list[tuple[UUID, UUID]]) -> None:
    """Write down whom the search showed, by school; never the words, which are a child's name."""
    shown: dict = defaultdict(set)
    for school_id, pupil_id in children:
        shown[school_id].add(pupil_id)
    by_school = {s: sorted(shown[s.pk]) for s in request.access.schools if s.pk in shown}
    if by_school:
        record_events(Action.SEARCH, by=request.access, pupil_ids_by_school=by_school)
