"""Papers on a parent's page: shared with one person, taken back.

What the school wants a second person to look at first stands on the page once they have approved
it: `selectors.approvals.held_papers` is asked at every opening.
"""

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.models import Document, ParentPage, SharedPaper
from pupils.selectors.parents.pages import may_have
from pupils.selectors.parents.papers import papers_of_others
from pupils.services.approvals import withdraw_questions
from pupils.services.parents.pages import is_barred
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.sharing_codes import ShareKind


@transaction.atomic
def share_paper(*, page: ParentPage, document: Document, is_checked: bool, by: User) -> SharedPaper:
    """Let the person of a page open a document from it; shared already, nothing changes.

    `is_checked`: somebody has read it and nothing in it has to stay out, which no rule can see.
    """
    pupil = lock_pupil(page.pupil)
    contact = page.contact
    page = lock(page)
    page.pupil, page.school, page.contact = pupil, pupil.school, contact
    if not page.is_live or not page.is_whole or is_barred(page):
        raise TransitionNotAllowed("This person has no page now, or not one that shows papers.")
    if not is_checked:
        raise TransitionNotAllowed("Read it through first, then tick that you have.")
    if document.pupil_id != pupil.pk or document.binned_at or document.sealed_at:
        raise TransitionNotAllowed("This document is not on the record any more.")
    if document.pk in papers_of_others(contact):
        raise TransitionNotAllowed("It was written to somebody else, or signed by somebody else.")
    if not may_have(contact, document, today=clock.today()):
        raise TransitionNotAllowed("The sharing rules do not let this person have this document.")
    row, is_new = SharedPaper.objects.get_or_create(
        school=pupil.school,
        page=page,
        document=document,
        ended_on=None,
        defaults={"shared_on": clock.today(), "shared_by": by},
    )
    if is_new:
        _record(row, page, by, "paper_shared")
    return row


@transaction.atomic
def take_back_paper(*, paper: SharedPaper, by: User) -> None:
    """The person can no longer open the document."""
    page = paper.page
    pupil = lock_pupil(page.pupil)
    paper = lock(paper)
    if paper.ended_on is None:
        paper.ended_on = clock.today()
        paper.save(update_fields=["ended_on"])
        withdraw_questions(pupil=pupil, kind=ShareKind.PAGE, ids=[paper.pk], by=by)
        _record(paper, page, by, "paper_taken_back")


def _record(paper: SharedPaper, page: ParentPage, by: User, step: str) -> None:
    record_change(
        Action.SEND_PARENT_PAGE,
        pupil=page.pupil,
        by=by,
        subject=paper,
        detail={"step": step, "document": str(paper.document_id)},
        moves_dates=False,
    )
