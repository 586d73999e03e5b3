"""Telling the safeguarding lead, and the lead's own page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.safeguarding import EnterForm, HandOverTextForm, LeadForm, TellForm
from pupils.selectors.identity import find_child
from pupils.selectors.safeguarding import (
    HandOverLine,
    candidates,
    hand_over_of,
    hand_overs,
    named_lead,
    own_notes,
    own_text,
    who_is_told,
    written_text,
)
from pupils.services.safeguarding import (
    enter_hand_over,
    give_back_hand_over,
    hand_over,
    hand_over_text,
    name_safeguarding_lead,
    see_hand_over,
)
from pupils.services.sealing import words_with
from pupils.views.opening import child_form, child_url, open_child

TOLD = "The safeguarding lead is told. If the child is in danger now, go to them in person as well."


@school_view(Permission.VIEW_PUPILS)
def tell(request: HttpRequest, pupil) -> HttpResponse:
    """Tell the lead about a child, straight or with the words of a form that was not saved."""
    child = open_child(request, pupil)
    form = TellForm(_instead(request) if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form,
        lambda: hand_over(
            pupil=child.pupil,
            words=form.cleaned_data["words"],
            key=form.cleaned_data["key"],
            by=request.user,
        ),
    ):
        done(request, TOLD)
        return redirect(child_url("safeguarding_tell", child))
    return child_form(
        request,
        child,
        form,
        heading="Tell the safeguarding lead",
        submit="Tell them now",
        back="child_family",
        template="pupils/safeguarding/tell.html",
        told=who_is_told(child.school, request.access.today),
        notes=own_notes(request.access, child.pupil),
        hands_over="",
        tab="tell",
    )


@school_view(Permission.VIEW_PUPILS)
def tell_text(request: HttpRequest, pupil, text_kind, written) -> HttpResponse:
    """Hand over words that stand on the record, and take them out of it."""
    if find_child(request.access, pupil) is None:
        return _own_words(request, pupil, text_kind, written)
    child = open_child(request, pupil)
    found = written_text(request.access, child.pupil, text_kind, written)
    if found is None:
        raise Http404
    kind, row = found
    form = HandOverTextForm(request.POST or None, kind=kind, row=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: hand_over_text(
            pupil=child.pupil, kind=kind, row=row, by=request.user, **form.facts
        ),
    ):
        done(request, TOLD)
        return redirect(child_url("safeguarding_tell", child))
    return child_form(
        request,
        child,
        form,
        heading=f"Hand over {kind.noun}",
        submit="Hand over now",
        back="child_family",
        template="pupils/safeguarding/tell_text.html",
        paragraphs=[] if "fields_chosen" in form.fields else kind.words_of(row),
        along=[] if kind.stays else words_with(kind, row),
        hands_over="",
        told=who_is_told(child.school, request.access.today),
    )


def _own_words(request: HttpRequest, pupil, text_kind, written) -> HttpResponse:
    """Hand over one's own words about a child whose record one may not open: nothing else of it."""
    found = own_text(request.access, pupil, text_kind, written)
    if found is None:
        raise Http404
    kind, row, child = found
    form = HandOverTextForm(request.POST or None, kind=kind, row=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: hand_over_text(pupil=child, kind=kind, row=row, by=request.user, **form.facts),
    ):
        done(request, TOLD)
        return redirect("school_home", request.school.slug)
    context = {
        "form": form,
        "heading": f"Hand over {kind.noun}",
        "submit": "Hand over now",
        "cancel_url": reverse("school_home", args=[request.school.slug]),
        "paragraphs": [] if "fields_chosen" in form.fields else kind.words_of(row),
        "along": [] if kind.stays else words_with(kind, row),
        "told": who_is_told(request.school, request.access.today),
    }
    return render(request, "pupils/safeguarding/tell_own.html", context)


@school_view(Permission.RECEIVE_HAND_OVERS)
def hand_over_list(request: HttpRequest) -> HttpResponse:
    """What was handed over at the school, and how it stands."""
    lines = hand_overs(request.access)
    _record(request, lines)
    return render(
        request,
        "pupils/safeguarding/list.html",
        {"lines": lines, "told": who_is_told(request.school, request.access.today)},
    )


@school_view(Permission.RECEIVE_HAND_OVERS)
def hand_over_page(request: HttpRequest, hand_over) -> HttpResponse:
    """One of them in full; entering it in the safeguarding system takes the words away from here."""
    line = _found(request, hand_over)
    form = EnterForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: enter_hand_over(hand_over=line.row, by=request.user, **form.cleaned_data),
    ):
        done(request, "It is noted as entered. The words are no longer kept here.")
        return redirect("hand_overs", school=request.school.slug)
    context = {
        "line": line,
        "form": form,
        "cancel_url": reverse("hand_overs", args=[request.school.slug]),
    }
    return render(request, "pupils/safeguarding/page.html", context)


@school_view(Permission.RECEIVE_HAND_OVERS)
@require_POST
def hand_over_seen(request: HttpRequest, hand_over) -> HttpResponse:
    """The lead has read it."""
    return _step(request, hand_over, see_hand_over, "Its author can see that you have read it.")


@school_view(Permission.RECEIVE_HAND_OVERS)
@require_POST
def hand_over_back(request: HttpRequest, hand_over) -> HttpResponse:
    """It is no matter of safeguarding."""
    said = "It is given back. What was sealed stands on the record again."
    return _step(request, hand_over, give_back_hand_over, said)


@school_view(Permission.NAME_SAFEGUARDING_LEAD)
def lead(request: HttpRequest) -> HttpResponse:
    """Who is told, and who while the lead is away."""
    school, today = request.school, request.access.today
    form = LeadForm(
        request.POST or None,
        record=named_lead(school),
        people=candidates(school, today),
    )
    if request.method == "POST" and carried_out(
        form, lambda: name_safeguarding_lead(school=school, by=request.user, **form.facts)
    ):
        done(request, "Saved.")
        return redirect("safeguarding_lead", school=school.slug)
    context = {"form": form, "told": who_is_told(school, today), "people": form.people}
    return render(request, "pupils/safeguarding/lead.html", context)


def _instead(request: HttpRequest):
    """The form as posted; words meant for another form are what the lead is told."""
    data = request.POST.copy()
    if "instead" in data:
        # The fields that hold words; one that ends in a colon stands for all that begin so.
        asked = data["instead"].split()
        chosen = (n for n in data for a in asked if n == a or (a.endswith(":") and n.startswith(a)))
        data["words"] = "\n\n".join(filter(None, (data[name].strip() for name in chosen)))
        data.setdefault("key", str(TellForm().initial["key"]))
    return data


def _step(request: HttpRequest, pk, service, said: str) -> HttpResponse:
    line = _found(request, pk)
    try:
        service(hand_over=line.row, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, said)
    return redirect("hand_over", school=request.school.slug, hand_over=pk)


def _found(request: HttpRequest, pk) -> HandOverLine:
    line = hand_over_of(request.access, pk)
    if line is None:
        raise Http404
    _record(request, [line])
    return line


def _record(request: HttpRequest, lines: list[HandOverLine]) -> None:
    concerned = sorted({line.row.pupil_id for line in lines})
    record_event(
        Action.VIEW_HAND_OVERS, school=request.school, by=request.access, pupil_ids=concerned
    )
