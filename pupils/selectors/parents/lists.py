"""Parents' pages as the SENDCo sees them: who has one, who has read it, who may not have one."""

import datetime as dt
from dataclasses import dataclass

from aylsham.access.current import Access
from pupils.models import (
    Contact,
    Document,
    ParentPage,
    ParentPageNote,
    Pupil,
    SharedPaper,
    StageHold,
)
from pupils.rules.parents import Stage, has_moved
from pupils.rules.sharing import Verdict
from pupils.selectors.approvals import Held, held_papers
from pupils.selectors.homes import shows_home
from pupils.selectors.parents.pages import A_PAGE, NOT_BY_LINK, given_to, is_at_address
from pupils.selectors.parents.stages import stages_of
from pupils.selectors.sharing import verdicts_on


@dataclass(frozen=True)
class PaperLine:
    """A paper on somebody's page; without a title for those who may not read it."""

    paper: SharedPaper
    title: str
    #: Why it does not stand on the page yet.
    held: Held | None = None


@dataclass(frozen=True)
class PersonLine:
    """A contact of the child, the page that they have or had last, and what the rules say."""

    contact: Contact
    page: ParentPage | None
    verdict: Verdict
    #: Empty for an address of a home that is not shown.
    email: str
    #: They were not told of what has moved.
    has_news: bool
    papers: tuple[PaperLine, ...]

    @property
    def is_open(self) -> bool:
        """Whether they can read a page now."""
        return (
            self.page is not None
            and self.page.is_live
            and is_at_address(self.page)
            and self.verdict.answer == "allowed"
        )

    @property
    def why_not(self) -> str:
        """Why they cannot have a page; empty when they can."""
        if not self.contact.email.strip():
            return "There is no e-mail address."
        return " ".join(self.verdict.reasons)


@dataclass(frozen=True)
class ParentsTab:
    """The tab of a child: every contact, and how it stands for the family."""

    people: tuple[PersonLine, ...]
    stages: tuple[Stage, ...]
    hold: StageHold | None
    notes: tuple[ParentPageNote, ...]


@dataclass(frozen=True)
class PageLine:
    """A page in the list of a school."""

    page: ParentPage
    is_never_read: bool
    ends_soon: bool


#: So many days before its end a page is marked.
SOON = dt.timedelta(days=28)


def parents_tab(access: Access, pupil: Pupil, *, knows_stages: bool) -> ParentsTab:
    """Everything about the pages of a child's family; `knows_stages`: the asker may read them."""
    own = {"school_id": pupil.school_id, "pupil": pupil}
    contacts = list(Contact.objects.filter(**own).select_related("home"))
    verdicts = verdicts_on(contacts, A_PAGE, today=access.today)
    pages: dict = {}
    for page in ParentPage.objects.filter(**own).select_related("stopped_by").order_by("pk"):
        pages[page.contact_id] = page
    stages = stages_of(pupil, contacts[0], today=access.today) if contacts and knows_stages else ()
    papers = _papers(access, pupil)
    people = []
    for contact in contacts:
        page = pages.get(contact.pk)
        if page:
            page.contact = contact
        people.append(
            PersonLine(
                contact=contact,
                page=page,
                verdict=verdicts[contact.pk],
                email=page.email if page and shows_home(access, contact.home, pupil.school) else "",
                has_news=bool(
                    knows_stages and page and page.is_whole and has_moved(page.told, stages)
                ),
                papers=tuple(papers.get(page.pk, ())) if page else (),
            )
        )
    notes = ParentPageNote.objects.filter(school_id=pupil.school_id, page__pupil=pupil)
    return ParentsTab(
        people=tuple(people),
        stages=stages,
        hold=StageHold.objects.filter(**own).select_related("held_by").first(),
        notes=tuple(notes.select_related("by", "page__contact").order_by("-id")[:NOTES]),
    )


#: So many entries of the log stand on the tab.
NOTES = 12


def _papers(access: Access, pupil: Pupil) -> dict:
    rows = SharedPaper.objects.filter(
        school_id=pupil.school_id, page__pupil=pupil, ended_on=None
    ).select_related("document", "page")
    held = held_papers(list(rows), pupil)
    seen = dict(
        Document.objects.visible_to(access)
        .filter(pupil=pupil, shared__in=rows)
        .values_list("pk", "title")
    )
    found: dict = {}
    for row in rows:
        line = PaperLine(row, seen.get(row.document_id, ""), held.get(row.pk))
        found.setdefault(row.page_id, []).append(line)
    return found


def can_be_shared(access: Access, page: ParentPage) -> list[Document]:
    """Documents that the asker may read and this person may be given, the newest first."""
    rows = Document.objects.visible_to(access).filter(school_id=page.school_id, pupil=page.pupil)
    rows = rows.exclude(kind__in=NOT_BY_LINK).in_order()
    return list(given_to(page.contact, rows, today=access.today))


def paper_on(page: ParentPage, document: Document) -> SharedPaper:
    """A document as it would stand on a page: for who looks before it is put there."""
    return SharedPaper(school_id=page.school_id, page=page, document=document)


def paper_to_end(pupil: Pupil, pk) -> SharedPaper | None:
    """One paper on a page about this child that was not taken back."""
    rows = SharedPaper.objects.filter(school_id=pupil.school_id, page__pupil=pupil, pk=pk)
    return rows.select_related("page__pupil__school").first()


def pages_of_school(access: Access) -> list[PageLine]:
    """Live pages about children in reach: never read and soon over first; one statement."""
    rows = ParentPage.objects.filter(
        school__in=access.schools,
        pupil__in=Pupil.objects.visible_to(access),
        stopped_on=None,
    ).select_related("pupil", "contact")
    lines = [
        PageLine(
            page=row,
            is_never_read=row.last_read_at is None,
            ends_soon=row.expires_on < access.today + SOON,
        )
        for row in rows.order_by("pupil__last_name", "pupil__first_name", "pk")
    ]
    return sorted(lines, key=lambda line: not (line.ends_soon or line.is_never_read))


def children_without(access: Access) -> int:
    """How many children with SEN support or a plan, in reach, have nobody with a page."""
    pages = ParentPage.objects.filter(school__in=access.schools, stopped_on=None, scope="whole")
    on_register = Pupil.objects.visible_to(access).on_roll(access.today)
    on_register = on_register.filter(
        status_periods__ends_on=None, status_periods__isnull=False
    ).distinct()
    return on_register.exclude(pk__in=pages.values("pupil_id")).count()
