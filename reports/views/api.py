"""Answers to other systems, read with a key; and the document that describes them."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from aylsham.access.current import Access
from aylsham.access.decorators import public_view
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.exits.keys import key_view, refused
from aylsham.models import ApiKey
from reports.api.document import PAGE_SIZE, document
from reports.api.resources import Resource


@public_view
def api_document(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1, for anybody."""
    return JsonResponse(document())


def answer_of(resource: Resource) -> Callable:
    """The page of one kind of answer."""

    @key_view(resource.scope)
    def answer(request: HttpRequest, key: ApiKey, access: Access) -> HttpResponse:
        number = request.GET.get("page", "1")
        if not number.isascii() or not number.isdigit() or not 1 <= int(number[:6]) <= 99999:
            return refused(404, "There is no such page.")
        found = resource.read(access, frozenset(key.scopes))
        pages = max(-(-len(found) // PAGE_SIZE), 1)
        if int(number) > pages:
            return refused(404, "There is no such page.")
        first = (int(number) - 1) * PAGE_SIZE
        items = found[first : first + PAGE_SIZE]
        _record(key, resource, items)
        body = {"count": len(found), "page": int(number), "pages": pages, "items": items}
        return JsonResponse(body)

    return answer


def _record(key: ApiKey, resource: Resource, items: list[dict]) -> None:
    """In the school's log, with every child of the page."""
    of = "pupil_id" if "pupil_id" in resource.fields else "id"
    named = (item[of] for item in items)
    pupils = sorted({UUID(pk) for pk in named if pk})
    record_event(
        Action.READ_BY_KEY,
        school=key.school,
        by=None,
        pupil_ids=pupils,
        subject=key,
        detail={"scope": resource.scope.value},
        as_name=f"Key: {key.name}",
    )
