"""A child's voice clip: recorded, heard, its words written down, taken back."""

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_permissions_policy.decorators import permissions_policy_override

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents import keeping
from aylsham.documents.checks.sounds import MOST_SECONDS
from aylsham.documents.inspecting import Upload
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.about_me import ClipForm, ClipWordsForm
from pupils.models import VoiceClip
from pupils.selectors.documents import versions_of
from pupils.selectors.identity import Child, find_child
from pupils.selectors.openings import has_just_heard
from pupils.selectors.passports.own_words import clip_of
from pupils.services.documents.clips import keep_clip, take_back_clip, write_clip_words
from pupils.views.about_me import PAGE, child_facing, child_to_record
from pupils.views.documents import taken
from pupils.views.opening import child_form, child_url

#: Only here may a page of ours ask for the microphone.
MICROPHONE = {
    "camera": [],
    "geolocation": [],
    "microphone": ["self"],
    "payment": [],
    "usb": [],
}


@school_view(Permission.RECORD_VOICE)
@permissions_policy_override(MICROPHONE)
def clip_record(request: HttpRequest, pupil) -> HttpResponse:
    """Record the child's voice, or choose a recording."""
    child = child_to_record(request, pupil)
    form = ClipForm(request.POST or None, request.FILES or None, access=request.access)

    def keep() -> None:
        data = form.cleaned_data
        keep_clip(
            pupil=child.pupil,
            upload=Upload.of(data["file"]),
            words=data["words"],
            sensitivity=data.get("sensitivity") or None,
            by=request.user,
        )

    if request.method == "POST" and taken(form, keep):
        done(request, "The voice clip is kept.")
        return redirect(child_url(PAGE, child))
    return child_facing(request, "pupils/about_me/record.html", child, form=form, most=MOST_SECONDS)


@school_view(Permission.VIEW_NEEDS)
def clip(request: HttpRequest, pupil, clip) -> HttpResponse:
    """The sound, for the player on our pages; each listening is written down once."""
    child, found = _found(request, pupil, clip)
    document = found.document
    version = versions_of(document)[0]
    try:
        data = keeping.read(version.school_id, version.digest)
    except OSError:
        raise Http404 from None
    if not has_just_heard(document, request.user, timezone.now()):
        record_event(
            Action.HEAR_VOICE,
            school=child.school,
            by=request.access,
            pupil_ids=[pupil],
            subject=document,
        )
    return sound_answer(data, version.media_type, request.headers.get("Range", ""))


@school_view(Permission.RECORD_VOICE)
def clip_words(request: HttpRequest, pupil, clip) -> HttpResponse:
    """Write down every word of the clip."""
    child, found = child_to_record(request, pupil), _found(request, pupil, clip)[1]
    form = ClipWordsForm(request.POST or None, record=found)

    def write() -> None:
        data = form.cleaned_data
        write_clip_words(clip=found, words=data["words"], version=data["version"], by=request.user)

    if request.method == "POST" and carried_out(form, write):
        done(request, "The words are saved.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="The words of the voice clip",
        submit="Save the words",
        back=PAGE,
        template="pupils/about_me/words.html",
        tab="passport",
        clip=found,
    )


@school_view(Permission.RECORD_VOICE)
@require_POST
def clip_take_back(request: HttpRequest, pupil, clip) -> HttpResponse:
    """The child takes the clip back."""
    child, found = _found(request, pupil, clip)
    try:
        take_back_clip(clip=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(PAGE, child))
    undo = ""
    if request.access.can(Permission.EDIT_DOCUMENTS):
        undo = child_url("document_restore", child, found.document_id)
    done(
        request,
        "The voice clip is taken back. It is deleted for good after 30 days.",
        undo_url=undo,
    )
    return redirect(child_url(PAGE, child))


def sound_answer(data: bytes, media_type: str, asked: str) -> HttpResponse:
    """The whole sound, or the part of it that a player asks for (RFC 9110, 14.2)."""
    part = re.fullmatch(r"bytes=(\d{1,9})-(\d{0,9})", asked)
    start = int(part[1]) if part else 0
    end = min(int(part[2]) if part and part[2] else len(data) - 1, len(data) - 1)
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Disposition": "inline",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if part and start > end:
        headers["Content-Range"] = f"bytes */{len(data)}"
        return HttpResponse(status=416, headers=headers)
    if part:
        headers["Content-Range"] = f"bytes {start}-{end}/{len(data)}"
    status = 206 if part else 200
    body = data[start : end + 1]
    return HttpResponse(body, content_type=media_type, headers=headers, status=status)


def _found(request: HttpRequest, pupil: UUID, pk: UUID) -> tuple[Child, VoiceClip]:
    """The child and the clip, if the asker may hear it."""
    child = find_child(request.access, pupil)
    found = clip_of(request.access, child.pupil, pk) if child else None
    if child is None or found is None:
        raise Http404
    return child, found
