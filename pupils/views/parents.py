"""Parents' pages as the SENDCo keeps them: sent, renewed, stopped, previewed, with papers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.parents import ShareForm
from pupils.list_files import PARENTS_PAGES
from pupils.models import Contact, ParentPage, SharedPaper
from pupils.parent_codes import PageScope
from pupils.selectors.approval_page import page_paper
from pupils.selectors.approvals import is_asked, paper_leaving, papers_leaving
from pupils.selectors.family import contact_of
from pupils.selectors.identity import Child
from pupils.selectors.parents.lists import (
    can_be_shared,
    children_without,
    pages_of_school,
    paper_on,
    paper_to_end,
    parents_tab,
)
from pupils.selectors.parents.pages import A_PAGE, page_of, view_of
from pupils.selectors.sharing import may_receive
from pupils.services.approvals import refusal_to_leave
from pupils.services.parents.news import count_as_told, hold_news, let_news_go
from pupils.services.parents.pages import send_page, stop_page
from pupils.services.parents.papers import share_paper, take_back_paper
from pupils.sharing_codes import ShareKind
from pupils.views.opening import child_form, child_page, child_url, open_child

TAB, KEY = "child_parents", "parents"
#: To see somebody's page one must be allowed to read whatever can stand on it.
READS_PAGE = (
    Permission.VIEW_NEEDS,
    Permission.VIEW_REFERRALS,
    Permission.VIEW_PLANS,
    Permission.VIEW_SENSITIVE,
)


@school_view(Permission.VIEW_FAMILY_LOG)
@has_file
def parents_pages(request: HttpRequest) -> HttpResponse:
    """Who has a page, who has never opened it, whose ends soon."""
    access = request.access
    lines = pages_of_school(access)
    record_event(
        Action.VIEW_PARENT_PAGES,
        school=request.school,
        by=access,
        pupil_ids=list(dict.fromkeys(line.page.pupil_id for line in lines)),
    )
    if asks_for_file(request):
        return list_file(request, PARENTS_PAGES, lines)
    context = {"lines": lines, "without": children_without(access)}
    return render(request, "pupils/parents/school.html", context)


@school_view(Permission.VIEW_FAMILY_LOG)
def child_parents(request: HttpRequest, pupil) -> HttpResponse:
    """The pages of a child's family, and how things stand as they read it."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    access = request.access
    reads = all(access.can(each) for each in READS_PAGE)
    return child_page(
        request,
        "pupils/parents/child.html",
        child,
        tab=KEY,
        parents=parents_tab(access, child.pupil, knows_stages=reads),
        reads_page=reads,
        today=access.today,
        may_send=access.can(Permission.ASK_FOR_VIEWS) and child.is_on_roll,
    )


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def parent_send(request: HttpRequest, pupil, contact) -> HttpResponse:
    """Send a page for the first time, or a new address for a new time."""
    child, found = _contact(request, pupil, contact)
    try:
        send_page(contact=found, by=request.user, scope=PageScope.WHOLE)
        done(request, "The link is on its way. Any earlier one no longer works.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(child_url(TAB, child))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def parent_stop(request: HttpRequest, pupil, contact) -> HttpResponse:
    """The page shows nothing any more."""
    child, page = _page(request, pupil, contact)
    stop_page(page=page, by=request.user)
    done(request, "Stopped. The link no longer works.")
    return redirect(child_url(TAB, child))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def parent_told(request: HttpRequest, pupil, contact) -> HttpResponse:
    """This person was told of the stages otherwise: no e-mail follows."""
    child, page = _page(request, pupil, contact)
    count_as_told(page=page, by=request.user)
    done(request, "Noted. No e-mail goes out about what has moved so far.")
    return redirect(child_url(TAB, child))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def parents_news(request: HttpRequest, pupil) -> HttpResponse:
    """Hold the e-mails about stages back, or let them go again."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    if "hold" in request.POST:
        hold_news(pupil=child.pupil, by=request.user)
        done(request, "Held back. Nobody is sent an e-mail about this child's stages.")
    else:
        let_news_go(pupil=child.pupil, by=request.user)
        done(request, "E-mails go out again, the next on the morning after something moves.")
    return redirect(child_url(TAB, child))


@school_view(Permission.VIEW_FAMILY_LOG)
def parent_preview(request: HttpRequest, pupil, contact) -> HttpResponse:
    """The page as this person would read it now, sent or not."""
    child = open_child(request, pupil, Action.PREVIEW_SHARING, contact=str(contact))
    for permission in READS_PAGE:
        require(request, permission)
    found = contact_of(child.pupil, contact)
    if found is None:
        raise Http404
    today = request.access.today
    verdict = may_receive(found, A_PAGE, today=today)
    page = page_of(found) or _would_be(child, found)
    page.pupil, page.school, page.contact = child.pupil, child.school, found
    found.pupil = child.pupil
    return child_page(
        request,
        "pupils/parents/preview.html",
        child,
        tab=KEY,
        contact=found,
        verdict=verdict,
        is_shut=verdict.answer != "allowed",
        view=view_of(page, today=today),
        today=today,
    )


def _would_be(child: Child, contact: Contact) -> ParentPage:
    """A page that nobody has made: what would stand on it."""
    return ParentPage(school=child.school, pupil=child.pupil, contact=contact, email=contact.email)


@school_view(Permission.ASK_FOR_VIEWS)
def paper_share(request: HttpRequest, pupil, contact) -> HttpResponse:
    """Put a document on one person's page: first what they will have, then the press."""
    child, page = _page(request, pupil, contact)
    require(request, Permission.VIEW_DOCUMENTS)
    documents = can_be_shared(request.access, page)
    form = ShareForm(request.POST or None, documents=documents)
    shown = leaving = None
    made: list[SharedPaper] = []
    if request.method == "POST" and form.is_valid():
        paper = paper_on(page, form.facts["document"])
        if shown := page_paper(paper):
            leaving = paper_leaving(paper, child.pupil, shown.version.digest)
    is_seen = leaving is not None and request.POST.get("seen") == leaving.digest
    if is_seen and carried_out(
        form, lambda: made.append(share_paper(page=page, by=request.user, **form.facts))
    ):
        return _after_sharing(request, child, made[0])
    needs_look = leaving is not None and is_asked(leaving)
    return child_form(
        request,
        child,
        form,
        heading="Share a paper",
        submit=_press(leaving is not None, needs_look),
        template="pupils/parents/share.html",
        leaving=leaving,
        papers=[shown] if shown else [],
        contact=page.contact,
        needs_look=needs_look,
        back=TAB,
        tab=KEY,
        note="Only what you may read, and this person may be given, can be chosen. Papers of care, "
        "of courts and of social workers, and what a parent or the child said, are not shared by a "
        "link.",
    )


def _press(is_shown: bool, needs_look: bool) -> str:
    if not is_shown:
        return "See what they will read"
    return "Go on to the second look" if needs_look else "Put it on the page"


def _after_sharing(request: HttpRequest, child: Child, paper: SharedPaper) -> HttpResponse:
    """To the list; or, where it is not on the page yet, to asking somebody to look at it."""
    if not refusal_to_leave(papers_leaving([paper], child.pupil)[0]):
        done(request, "It stands on the page now.")
        return redirect(child_url(TAB, child))
    done(request, "It is not on the page yet: a second person has to look at it first. Choose who.")
    return redirect(child_url("approval_ask", child, ShareKind.PAGE, paper.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def paper_end(request: HttpRequest, pupil, shared_paper) -> HttpResponse:
    """Take a paper back."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    paper = paper_to_end(child.pupil, shared_paper)
    if paper is None:
        raise Http404
    take_back_paper(paper=paper, by=request.user)
    done(request, "Taken back. It no longer stands on the page.")
    return redirect(child_url(TAB, child))


def _contact(request: HttpRequest, pupil: UUID, contact: UUID) -> tuple[Child, Contact]:
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = contact_of(child.pupil, contact)
    if found is None:
        raise Http404
    found.pupil = child.pupil
    return child, found


def _page(request: HttpRequest, pupil: UUID, contact: UUID) -> tuple[Child, ParentPage]:
    """The live page of a contact; 404 without one."""
    child, found = _contact(request, pupil, contact)
    page = page_of(found)
    if page is None:
        raise Http404
    return child, page
