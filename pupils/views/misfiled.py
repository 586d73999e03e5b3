"""A document on the wrong child, and the register of breaches."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from aylsham import clock
from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.identifiers import as_key
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.breaches import BreachForm, MisfiledForm, WriteDownForm
from pupils.list_files import BREACHES
from pupils.models import Breach
from pupils.selectors.breaches import BreachLine, breach_of, breaches_of
from pupils.selectors.documents import document_of, line_of, sealed_document_of
from pupils.selectors.identity import Child, find_child
from pupils.selectors.openings import who_opened
from pupils.selectors.search import find_children
from pupils.services.documents.misfiled import (
    decide_breach,
    move_document,
    seal_document,
    unseal_document,
    write_down_breach,
)
from pupils.views.opening import child_form, child_url, open_child

#: So many children the letters may fit; with more, one types another letter.
MOST_FOUND = 8


@school_view(Permission.SEAL_DOCUMENTS)
def document_misfiled(request: HttpRequest, pupil, document) -> HttpResponse:
    """Move a document to the right child or seal it, with a note in the breach register."""
    child = open_child(request, pupil, Action.VIEW_DOCUMENTS)
    found = document_of(request.access, child.pupil, document)
    if found is None:
        raise Http404
    children = _children_found(request, "to", but=child)
    looks = "look" in request.POST
    form = MisfiledForm(
        None if looks else request.POST or None,
        children=children,
        initial=request.POST.dict() if looks else {},
    )
    kept: list[Breach] = []
    if (
        request.method == "POST"
        and not looks
        and carried_out(form, lambda: kept.append(_sorted_out(request, found, form)))
    ):
        done(request, "It is off this child's record, and noted in the breach register.")
        return redirect("breach", school=request.school.slug, breach=kept[0].pk)
    return child_form(
        request,
        child,
        form,
        heading="This document is on the wrong child",
        submit="Do it now",
        back="child_documents",
        template="pupils/documents/misfiled.html",
        line=line_of(found),
        openers=who_opened(found),
        has_looked=looks or bool(children),
    )


def _children_found(
    request: HttpRequest, field: str, *, but: Child | None = None
) -> list[tuple[UUID, str]]:
    """The few children whom the typed letters fit, and the one that is chosen already."""
    own = but.pupil.pk if but else None
    words, access = request.POST.get("find", "").strip(), request.access
    found = find_children(access, words, most=MOST_FOUND + 1) if words else []
    children = [(each.id, f"{each.name}, {each.year_words}") for each in found if each.id != own][
        :MOST_FOUND
    ]
    if found:
        ids = [pk for pk, _ in children]
        record_event(Action.SEARCH, school=request.school, by=access, pupil_ids=ids)
    chosen = as_key(request.POST.get(field, ""))
    if chosen and chosen not in dict(children) and (other := find_child(access, chosen)):
        children.append((chosen, other.pupil.full_name))
    return children


def _sorted_out(request: HttpRequest, document, form: MisfiledForm) -> Breach:
    if form.cleaned_data["step"] == "seal":
        return seal_document(document=document, note=form.note, by=request.user)
    to = find_child(request.access, UUID(form.cleaned_data["to"]))
    if to is None:
        raise TransitionNotAllowed("This child is no longer here. Choose another, or seal it.")
    return move_document(document=document, to=to.pupil, note=form.note, by=request.user)


@school_view(Permission.SEAL_DOCUMENTS)
@require_POST
def document_unseal(request: HttpRequest, pupil, document) -> HttpResponse:
    """Open a sealed document again where it lies."""
    child = open_child(request, pupil)
    found = sealed_document_of(request.access, child.pupil, document)
    if found is None:
        raise Http404
    try:
        unseal_document(document=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "The document is on this record again.")
    return redirect(child_url("child_documents", child))


@school_view(Permission.SEAL_DOCUMENTS)
@has_file
def breaches(request: HttpRequest) -> HttpResponse:
    """The school's register of personal data breaches."""
    lines = breaches_of(request.school, request.access, _now())
    _record(request, lines)
    if asks_for_file(request):
        return list_file(request, BREACHES, lines)
    return render(request, "pupils/documents/breaches.html", {"lines": lines})


@school_view(Permission.SEAL_DOCUMENTS)
def breach_add(request: HttpRequest) -> HttpResponse:
    """Write down a breach that has nothing to do with a misfiled document."""
    children = _children_found(request, "pupil")
    looks = "look" in request.POST
    form = WriteDownForm(
        None if looks else request.POST or None,
        children=children,
        initial=request.POST.dict() if looks else {},
    )
    kept: list[Breach] = []
    if (
        request.method == "POST"
        and not looks
        and carried_out(form, lambda: kept.append(_written_down(request, form)))
    ):
        done(request, "It is in the register. The 72 hours run from when it was found.")
        return redirect("breach", school=request.school.slug, breach=kept[0].pk)
    back = reverse("breaches", args=[request.school.slug])
    has_looked = looks or bool(children)
    context = {"form": form, "cancel_url": back, "has_looked": has_looked}
    return render(request, "pupils/documents/breach_add.html", context)


def _written_down(request: HttpRequest, form: WriteDownForm) -> Breach:
    data = form.cleaned_data
    child = find_child(request.access, UUID(data["pupil"])) if data["pupil"] else None
    return write_down_breach(
        school=request.school,
        pupil=child.pupil if child else None,
        note=form.note,
        key=data["key"],
        by=request.user,
    )


@school_view(Permission.SEAL_DOCUMENTS)
def breach(request: HttpRequest, breach) -> HttpResponse:
    """One breach: what happened, the clock, the decision."""
    line = breach_of(request.school, request.access, breach, _now())
    if line is None:
        raise Http404
    _record(request, [line])
    found = line.breach
    back = reverse("breaches", args=[request.school.slug])
    initial = {n: getattr(found, n) for n in BREACH_FIELDS}
    if found.reported_at:
        told = timezone.localtime(found.reported_at)
        initial |= {"reported_on": told.date(), "reported_at": f"{told:%H:%M}"}
    form = BreachForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form, lambda: decide_breach(breach=found, by=request.user, **form.facts)
    ):
        done(request, "The register is brought up to date.")
        return redirect(back)
    context = {"line": line, "form": form, "cancel_url": back}
    return render(request, "pupils/documents/breach.html", context)


BREACH_FIELDS = ("action", "risk", "risk_reason", "families", "families_reason", "families_on")


def _now():
    return timezone.make_aware(clock.now())


def _record(request: HttpRequest, lines: list[BreachLine]) -> None:
    concerned = {pk for each in lines for pk in (each.breach.pupil_id, each.breach.about_id) if pk}
    record_event(
        Action.VIEW_BREACHES, school=request.school, by=request.access, pupil_ids=sorted(concerned)
    )
