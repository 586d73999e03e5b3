"""A child's photo."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from aylsham.documents.inspecting import Upload
from aylsham.notices import done
from pupils.forms.documents import PhotoForm
from pupils.selectors.identity import find_child
from pupils.selectors.openings import has_seen_photo_today
from pupils.services.documents.photos import remove_photo, set_photo
from pupils.views.documents import taken
from pupils.views.opening import child_form, child_url, open_child


@school_view(Permission.VIEW_PUPILS)
def photo(request: HttpRequest, pupil) -> HttpResponse:
    """The picture itself; written down once a day, for the page around it was written down."""
    child = find_child(request.access, pupil)
    if child is None or not child.photo:
        raise Http404
    try:
        data = keeping.read(request.school.pk, child.photo)
    except OSError:
        raise Http404 from None
    if not has_seen_photo_today(request.school, request.user, pupil):
        record_event(Action.VIEW_PHOTO, school=request.school, by=request.access, pupil_ids=[pupil])
    headers = {"Content-Security-Policy": "sandbox; default-src 'none'"}
    return HttpResponse(data, content_type="image/jpeg", headers=headers)


@school_view(Permission.ADD_DOCUMENTS)
def photo_change(request: HttpRequest, pupil) -> HttpResponse:
    """Choose a photo of the child."""
    child = open_child(request, pupil)
    form = PhotoForm(request.POST or None, request.FILES or None)

    def change() -> None:
        upload = Upload.of(form.cleaned_data["file"])
        set_photo(pupil=child.pupil, upload=upload, by=request.user)

    if request.method == "POST" and taken(form, change):
        done(request, "The photo is saved.")
        return redirect(child_url("child_documents", child))
    return child_form(
        request,
        child,
        form,
        heading="Photo",
        submit="Save the photo",
        back="child_documents",
        template="pupils/documents/photo.html",
    )


@school_view(Permission.ADD_DOCUMENTS)
@require_POST
def photo_remove(request: HttpRequest, pupil) -> HttpResponse:
    """Show no photo any more."""
    child = open_child(request, pupil)
    remove_photo(pupil=child.pupil, by=request.user)
    done(request, "The photo is removed.")
    return redirect(child_url("child_documents", child))
