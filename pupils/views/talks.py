"""The contact log: written on a phone in twenty seconds, read on the Family tab."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from aylsham.sealed import seal, unseal
from pupils.family_codes import Channel
from pupils.forms.talks import TalkForm
from pupils.list_files import PARENTS_NOT_MET
from pupils.selectors.actions import colleagues_at
from pupils.selectors.family import contacts_of
from pupils.selectors.not_met import not_met
from pupils.selectors.search import find_children
from pupils.selectors.talks import talk_of, talked_about, talks_of
from pupils.services.talks import correct_talk, log_talk
from pupils.views.opening import child_form, child_page, child_url, open_child

ROWS = 50
#: Letters of a name that somebody looks for.
LONGEST = 100


@school_view(Permission.LOG_CONTACT)
def log_contact(request: HttpRequest) -> HttpResponse:
    """Whom is it about? Three letters, or one of the children talked about last."""
    access = request.access
    if request.method == "POST":  # a name is not to be read in an address
        sealed = seal(request.POST.get("q", "").strip()[:LONGEST], request.user)
        return redirect(
            f"{request.path}?{urlencode({'words': sealed})}" if sealed else request.path
        )
    words = unseal(request.GET.get("words", ""), request.user)
    if words:
        found = [(each.id, each.name, each.year_words) for each in find_children(access, words)]
    else:
        found = talked_about(access)
    record_event(
        Action.SEARCH, school=request.school, by=access, pupil_ids=[each[0] for each in found]
    )
    return render(request, "pupils/log_contact.html", {"found": found, "words": words})


@school_view(Permission.LOG_CONTACT)
def talk_add(request: HttpRequest, pupil) -> HttpResponse:
    """Log contact with the family."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    form = _form(request, child)
    if request.method == "POST" and carried_out(
        form,
        lambda: log_talk(
            pupil=child.pupil,
            key=form.cleaned_data["key"] or form.initial["key"],
            actions=form.actions,
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "Logged.")
        return redirect(child_url("child_family", child))
    return child_form(
        request,
        child,
        form,
        heading="Log contact",
        submit="Save",
        back="child_family",
        template="pupils/talk_form.html",
        hands_over="agreed action",
    )


@school_view(Permission.LOG_CONTACT)
def talk_change(request: HttpRequest, pupil, talk) -> HttpResponse:
    """Put an entry right."""
    child = open_child(request, pupil, Action.VIEW_FAMILY_LOG)
    found = talk_of(request.access, child.pupil, talk)
    if found is None:
        raise Http404
    form = _form(request, child, found)
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_talk(
            talk=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The entry is corrected. The history keeps what it said.")
        return redirect(child_url("child_log", child))
    return child_form(
        request,
        child,
        form,
        heading="Correct an entry",
        submit="Save",
        back="child_log",
        template="pupils/talk_form.html",
        hands_over="agreed action",
    )


@school_view(Permission.VIEW_FAMILY_LOG)
def child_log(request: HttpRequest, pupil) -> HttpResponse:
    """Every entry about a child."""
    child = open_child(request, pupil, Action.VIEW_FAMILY_LOG)
    page = Paginator(talks_of(request.access, child.pupil), ROWS).get_page(request.GET.get("page"))
    return child_page(
        request,
        "pupils/child_log.html",
        child,
        tab="family",
        page=page,
        may_log=request.access.can(Permission.LOG_CONTACT),
    )


@school_view(Permission.VIEW_FAMILY_LOG)
@has_file
def parents_not_met(request: HttpRequest) -> HttpResponse:
    """Children on SEN support whose parents were not met this term."""
    return _not_met(request)


@federation_view(Permission.VIEW_FAMILY_LOG)
@has_file
def federation_parents_not_met(request: HttpRequest) -> HttpResponse:
    """The same over all schools."""
    return _not_met(request)


def _not_met(request: HttpRequest) -> HttpResponse:
    access = request.access
    everybody = request.GET.get("show") == "all"
    lines = not_met(access)
    by_school = {s: [x.pupil_id for x in lines if x.school == s] for s in access.schools}
    record_events(
        Action.VIEW_NOT_MET,
        by=access,
        pupil_ids_by_school={school: ids for school, ids in by_school.items() if ids},
    )
    waiting = [line for line in lines if not line.is_met]
    if asks_for_file(request):
        return list_file(request, PARENTS_NOT_MET, lines if everybody else waiting)
    page = Paginator(lines if everybody else waiting, ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "pupils/parents_not_met.html",
        {
            "page": page,
            "number": len(waiting),
            "total": len(lines),
            "everybody": everybody,
            "not_live": [school for school in access.schools if school.live_from is None],
            "may_log": access.can(Permission.LOG_CONTACT),
        },
    )


def _form(request: HttpRequest, child, record=None) -> TalkForm:
    is_meeting = "meeting" in request.GET and record is None
    return TalkForm(
        request.POST or None,
        record=record,
        initial={"is_parent_meeting": True, "how": Channel.IN_PERSON} if is_meeting else {},
        contacts=contacts_of(child.pupil),
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
    )
