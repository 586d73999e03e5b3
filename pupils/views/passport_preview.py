"""What would they see? The passport as an LSA, a supply teacher, the family or an outsider gets it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.models import User
from pupils.models import Contact
from pupils.selectors.family import contact_of, contacts_of
from pupils.selectors.identity import Child
from pupils.selectors.passports.named import people_named
from pupils.selectors.passports.preview import (
    LSA,
    READER,
    VIEWERS,
    Preview,
    preview_for,
    preview_for_contact,
    preview_for_person,
)
from pupils.views.opening import child_page, open_child
from pupils.views.parents import READS_PAGE


@school_view(Permission.VIEW_NEEDS)
def passport_preview(request: HttpRequest, pupil) -> HttpResponse:
    """The passport through somebody else's eyes: `?as=` a kind of reader, a person, a contact."""
    key = request.GET.get("as", LSA)
    child = open_child(request, pupil, Action.PREVIEW_SHARING, seen_by=key[:43])
    knows_family = request.access.can(Permission.VIEW_FAMILY_LOG)
    contacts = contacts_of(child.pupil) if knows_family else []
    people = people_named(request.access, child.pupil)
    return child_page(
        request,
        "pupils/passports/preview.html",
        child,
        tab="passport",
        preview=_preview(request, child, key, contacts, people),
        viewers=VIEWERS,
        contacts=contacts,
        knows_family=knows_family,
        may_page=knows_family and all(request.access.can(each) for each in READS_PAGE),
        people=[(f"{READER}{user.pk}", user.name) for user in people],
    )


def contact_to_give(request: HttpRequest, child: Child, key: str) -> Contact:
    """The contact of the child with this id, for those who may know the family; 404 otherwise."""
    require(request, Permission.VIEW_FAMILY_LOG)
    try:
        found = contact_of(child.pupil, UUID(key))
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def _preview(
    request: HttpRequest, child: Child, key: str, contacts: list[Contact], people: list[User]
) -> Preview:
    if key in VIEWERS:
        return preview_for(request.access, child, key)
    if key.startswith(READER):
        require(request, Permission.VIEW_SENSITIVE)
        person = next((each for each in people if f"{READER}{each.pk}" == key), None)
        if person is None:
            raise Http404
        return preview_for_person(request.access, child, person)
    require(request, Permission.VIEW_FAMILY_LOG)
    contact = next((each for each in contacts if str(each.pk) == key), None)
    if contact is None:
        raise Http404
    reads_all = request.access.can(Permission.VIEW_SENSITIVE)
    return preview_for_contact(child, contact, reads_all=reads_all)
