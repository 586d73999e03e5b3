"""Papers shared with professionals outside: shared, watched, stopped."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.shares import AgainForm, ShareForm, StopForm
from pupils.list_files import SHARES
from pupils.models import OutsideShare
from pupils.rules.shares import ENDS_SOON_DAYS
from pupils.selectors.approval_page import waiting_share
from pupils.selectors.approvals import is_asked, share_leaving
from pupils.selectors.going_out import GoesOut
from pupils.selectors.identity import Child
from pupils.selectors.shares import (
    item_of,
    items_of,
    notes_of,
    offer_with_words,
    offers_of,
    over_words,
    school_shares,
    share_of,
    shares_of,
)
from pupils.services.shares.sharing import (
    Chosen,
    require_shareable,
    send_share_again,
    share_papers,
    stop_paper,
    stop_share,
    stop_shares,
)
from pupils.sharing_codes import ShareKind
from pupils.views.opening import child_form, child_page, child_url, open_child

TAB, PAGE = "child_shares", "share"
ON_ITS_WAY = "The link is on its way. Any earlier one no longer works."
CORRECTED = "The address is corrected. Nothing is sent to it before a second person has looked."


@school_view(Permission.SHARE_OUTSIDE)
@has_file
def shares(request: HttpRequest) -> HttpResponse:
    """Everything of the school that somebody outside may read now, what ends next first."""
    lines = school_shares(request.access)
    record_event(
        Action.VIEW_SHARES,
        school=request.school,
        by=request.access,
        pupil_ids=list(dict.fromkeys(line.share.pupil_id for line in lines)),
    )
    if asks_for_file(request):
        return list_file(request, SHARES, lines)
    context = {"lines": lines, "soon": ENDS_SOON_DAYS}
    return render(request, "pupils/shares/school.html", context)


@school_view(Permission.SHARE_OUTSIDE)
@require_POST
def shares_stop(request: HttpRequest) -> HttpResponse:
    """Stop every share that was ticked."""
    ticked = set(request.POST.getlist("share"))
    chosen = [line.share for line in school_shares(request.access) if str(line.share.pk) in ticked]
    if not chosen:
        problem(request, "Tick at least one.")
    else:
        number = stop_shares(shares=chosen, by=request.user)
        done(request, f"{number} stopped. The links no longer work.")
    return redirect("shares", request.school.slug)


@school_view(Permission.SHARE_OUTSIDE)
def child_shares(request: HttpRequest, pupil) -> HttpResponse:
    """What of a child is or was shared with whom outside."""
    child = open_child(request, pupil, Action.VIEW_SHARES)
    return child_page(
        request,
        "pupils/shares/child.html",
        child,
        tab="shares",
        lines=shares_of(child.pupil, today=request.access.today),
    )


@school_view(Permission.SHARE_OUTSIDE)
def share_add(request: HttpRequest, pupil) -> HttpResponse:
    """Share papers with a named professional: first what they will have, then the press."""
    child = open_child(request, pupil, Action.VIEW_SHARES)
    form = ShareForm(request.POST or None, offers=offers_of(request.access, child.pupil))
    made: list[OutsideShare] = []
    chosen, leaving = [], None
    if request.method == "POST" and form.is_valid():
        chosen = _chosen(request, child, form)
        if carried_out(form, lambda: require_shareable(child.pupil, chosen)):
            leaving = _preview(child, form, chosen)
    if (
        leaving
        and request.POST.get("seen") == leaving.digest
        and carried_out(
            form,
            lambda: made.append(
                share_papers(
                    pupil=child.pupil,
                    papers=chosen,
                    key=form.cleaned_data["key"],
                    by=request.user,
                    **form.facts,
                )
            ),
        )
    ):
        return _after(request, child, made[0])
    needs_look = leaving is not None and is_asked(leaving)
    return child_form(
        request,
        child,
        form,
        heading="Share with a professional",
        submit=_press(leaving is not None, needs_look),
        leaving=leaving,
        papers=[_as_read(each) for each in chosen] if leaving else [],
        needs_look=needs_look,
        back=TAB,
        template="pupils/shares/add.html",
        tab="shares",
        hands_over="",
    )


def _press(is_shown: bool, needs_look: bool) -> str:
    if not is_shown:
        return "See what they will get"
    return "Go on to the second look" if needs_look else "Share and send the link"


def _after(request: HttpRequest, child: Child, made: OutsideShare) -> HttpResponse:
    """To the share; or, where nothing went yet, to asking somebody to look at it."""
    found = share_of(child.pupil, made.pk)
    if found is None or found.has_link:
        done(request, "The link is on its way. You see here what is opened, and when.")
        return redirect(child_url(PAGE, child, made.pk))
    done(request, "Nothing is sent yet: a second person has to look at it first. Choose who.")
    return redirect(child_url("approval_ask", child, ShareKind.OUTSIDE, made.pk))


def _preview(child: Child, form: ShareForm, chosen: list[Chosen]):
    """What would leave if it were pressed now."""
    share = OutsideShare(school=child.school, pupil=child.pupil, **form.facts)
    return share_leaving(share, child.pupil, [_as_read(each) for each in chosen])


def _as_read(chosen: Chosen) -> GoesOut:
    return GoesOut(
        chosen.label[:150],
        chosen.version,
        chosen.parts,
        chosen.gives_original,
        chosen.sensitivity,
    )


@school_view(Permission.SHARE_OUTSIDE)
def share(request: HttpRequest, pupil, outside_share) -> HttpResponse:
    """One share: its papers, and who opened what, when and from what."""
    child, found = _opened(request, pupil, outside_share)
    over = over_words(found, today=request.access.today, is_here=child.is_on_roll)
    waits = not over and not found.has_link
    return child_page(
        request,
        "pupils/shares/share.html",
        child,
        tab="shares",
        share=found,
        over=over,
        waiting=waiting_share(request.access, found, child.pupil) if waits else None,
        items=items_of(found),
        notes=notes_of(found),
        form=StopForm(),
        again=AgainForm(initial={"email": found.email}, auto_id="again_%s"),
    )


@school_view(Permission.SHARE_OUTSIDE)
@require_POST
def share_again(request: HttpRequest, pupil, outside_share) -> HttpResponse:
    """Send a new link, to a corrected address if need be."""
    child, found = _opened(request, pupil, outside_share)
    form = AgainForm(request.POST)
    if carried_out(
        form,
        lambda: send_share_again(share=found, email=form.cleaned_data["email"], by=request.user),
    ):
        is_sent = (now := share_of(child.pupil, found.pk)) is not None and now.has_link
        done(request, ON_ITS_WAY if is_sent else CORRECTED)
    else:
        problem(request, " ".join(e for errors in form.errors.values() for e in errors))
    return redirect(child_url(PAGE, child, found.pk))


@school_view(Permission.SHARE_OUTSIDE)
@require_POST
def share_stop(request: HttpRequest, pupil, outside_share) -> HttpResponse:
    """Stop a whole share at once."""
    child, found = _opened(request, pupil, outside_share)
    form = StopForm(request.POST)
    if carried_out(
        form, lambda: stop_share(share=found, why=form.cleaned_data["why"], by=request.user)
    ):
        done(request, "Stopped. The link no longer works.")
    else:
        problem(request, " ".join(e for errors in form.errors.values() for e in errors))
    return redirect(child_url(PAGE, child, found.pk))


@school_view(Permission.SHARE_OUTSIDE)
@require_POST
def share_paper_stop(request: HttpRequest, pupil, outside_share, shared_item) -> HttpResponse:
    """Stop one paper of a share."""
    child, found = _opened(request, pupil, outside_share)
    item = item_of(found, shared_item)
    if item is None:
        raise Http404
    item.share = found
    try:
        stop_paper(item=item, by=request.user)
        done(request, "Stopped. The other papers stay open.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(child_url(PAGE, child, found.pk))


def _chosen(request: HttpRequest, child: Child, form: ShareForm) -> list[Chosen]:
    """The ticked papers with their words as they stand now."""
    found = []
    for key in form.cleaned_data["papers"]:
        offer = form.offers[key]
        if offer.version is None:
            offer = offer_with_words(request.access, child.pupil, offer)
        gives = not offer.is_markable and form.cleaned_data["originals"]
        found.append(Chosen(offer.label, offer.version, offer.parts, gives, offer.sensitivity))
    return found


def _opened(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_SHARES)
    found = share_of(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found
