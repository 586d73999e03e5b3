"""A timetable is pasted, looked at, put right and made into drafts; nothing is written before."""

import hashlib
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done, note, problem
from provision.forms.pasting import PasteForm, PreviewForm
from provision.models import Provision
from provision.selectors.choosing import offered
from provision.selectors.pasting import PastedPage, pasted_page, weeks_left
from provision.services.pasting import add_pasted, is_paste, take_back_pasted

PASTE = "provision/paste/paste.html"
PREVIEW = "provision/paste/preview.html"
#: What the button of the preview sends: drafts are made of the text as it was shown.
MAKE = "make"


@school_view(Permission.EDIT_PROVISION)
def provision_paste(request: HttpRequest) -> HttpResponse:
    """Paste a timetable; the groups in it are shown, and made when somebody says so."""
    initial = {"starts_on": request.access.today, "weeks": weeks_left(request.access)}
    asked = PasteForm(request.POST or None, initial=initial)
    if not asked.is_valid():
        return render(request, PASTE, _context(request, asked))
    form, page = _preview(request, asked)
    if form.is_bound and (made := _made(request, form)) is not None:
        _say(request, form, made, len(form.drafts))
        return redirect(f"{reverse('provisions', args=[request.school.slug])}?state=draft")
    record_event(
        Action.VIEW_PROVISION,
        school=request.school,
        by=request.access,
        pupil_ids=page.pupil_ids,
    )
    if not page.lines and not page.unread:
        asked.add_error("text", "There is nothing in it but empty lines.")
        return render(request, PASTE, _context(request, asked))
    context = _context(request, form) | {"page": page, "mark": _mark(asked.cleaned_data["text"])}
    return render(request, PREVIEW, context)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def paste_undo(request: HttpRequest, paste: UUID) -> HttpResponse:
    """Take the drafts of one paste away again."""
    if not is_paste(request.school, paste):
        raise Http404
    gone, stay = take_back_pasted(school=request.school, key=paste, by=request.user)
    if stay:
        problem(request, f"{stay} stay: somebody has changed or begun them since.")
    if gone:
        done(request, "The drafts are taken back.")
    elif not stay:
        note(request, "The drafts are taken back already.")
    return redirect("provisions", request.school.slug)


def _preview(request: HttpRequest, asked: PasteForm) -> tuple[PreviewForm, PastedPage]:
    """The groups of the text; bound only where somebody answered about this very text."""
    said, choices = asked.cleaned_data, offered(request.access)
    page = pasted_page(request.access, choices, said["text"], said["starts_on"])
    is_made = request.POST.get("step") == MAKE
    if is_made and request.POST.get("mark") != _mark(said["text"]):
        is_made = False
        note(request, "The text has changed since it was read: look at it again, then make drafts.")
    form = PreviewForm(request.POST if is_made else None, initial=said, page=page, offered=choices)
    return form, page


def _mark(text: str) -> str:
    """A short mark of the text that somebody looked at."""
    return hashlib.sha256("".join(text.split()).encode()).hexdigest()[:16]


def _made(request: HttpRequest, form: PreviewForm) -> list[Provision] | None:
    """The drafts that were made; None where something is missing."""
    made: list[Provision] = []

    def make() -> None:
        made.extend(
            add_pasted(school=request.school, drafts=form.drafts, key=form.once, by=request.user)
        )

    return made if carried_out(form, make) else None


def _say(request: HttpRequest, form: PreviewForm, made: list[Provision], asked: int) -> None:
    if made:
        words = "1 draft is made." if len(made) == 1 else f"{len(made)} drafts are made."
        undo = reverse("paste_undo", args=[request.school.slug, form.once])
        done(request, f"{words} Look through them, then begin them.", undo_url=undo)
    if asked > len(made):
        note(request, f"{asked - len(made)} were there already and are not made again.")
    elif not asked:
        note(request, "No group was ticked, so nothing is made.")


def _context(request: HttpRequest, form: PasteForm) -> dict:
    return {"form": form, "cancel_url": reverse("provisions", args=[request.school.slug])}
