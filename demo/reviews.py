"""A review that has been held: who was asked and came, and what was said line by line."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.calendars import calendar_of
from aylsham.changes import version_of
from aylsham.dates import DAY
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan, PlanLine, PlanVersion, ReviewInvitee, ReviewMeeting
from ehcp.paper_codes import PaperKind
from ehcp.review_codes import LawRole, NoteKind, Onward, Progress, Recommend, Route
from ehcp.section_codes import PlanSection, VersionKind
from ehcp.selectors.meeting_mode import meeting_mode
from ehcp.selectors.papers.page import review_for
from ehcp.services.meeting_notes import NoteWords, finish_record, write_notes
from ehcp.services.meetings import plan_review_meeting, record_papers_sent
from ehcp.services.papers.writing import start_paper
from ehcp.services.review_attendance import hold_with
from ehcp.services.review_meetings import (
    Invitation,
    invite_people,
    record_answer,
    set_up_meeting,
)
from pupils.meeting_codes import Reply
from pupils.models import Contact
from pupils.services.actions import NewAction, Owner
from pupils.services.meetings.inviting import Guest

#: So many days ago it was held; so long before that everybody was told.
HELD, TOLD, PAPERS = 8 * DAY, 24 * DAY, 16 * DAY
PEOPLE = (
    ("Olu Grant", LawRole.COUNCIL, Route.EMAIL),
    ("Hana Frost", LawRole.HEALTH, Route.LETTER),
    ("Sam Cole", LawRole.CARE, Route.LETTER),
)
#: By section, what was said of each of its first lines: what becomes of it, and the words.
SAID: dict[str, tuple[tuple[str, str], ...]] = {
    "B": (
        (Onward.CHANGE, "Understands two parts of an instruction when they are shown as pictures."),
        (Onward.KEEP, ""),
    ),
    "F": (
        (Onward.KEEP, ""),
        (
            Onward.CHANGE,
            (
                "A trained teaching assistant will carry out the speech programme 4 times a week "
                "for 20 minutes, one to one."
            ),
        ),
        (Onward.KEEP, ""),
        (Onward.END, "Reads with the class now; the group has done its work."),
    ),
}
OUTCOMES = (
    (Progress.ON_WAY, Onward.KEEP, "Two steps with pictures on most days; one step without."),
    (Progress.SOME, Onward.KEEP, "Six minutes alone in October, nine in November."),
    (Progress.ON_WAY, Onward.CHANGE, "Visitors understand most of what is said."),
)
NEW_LINE = "A teaching assistant will prepare pictures of the day's steps each morning."
DIFFERENCE = ("Parent", "Asks for the reading group to go on until Easter.")
ACTION = "Send the speech therapist's new programme home"


def load_reviews(school: School, people: dict[str, User]) -> None:
    """One child with a full plan was reviewed last week; the report waits to be checked."""
    assistant, today = people["assistant@demo.example"], clock.today()
    with school_transaction(school):
        plan = _worded(school)
        if plan is None:
            return
        access = Access(assistant, today, posts_of(assistant, today=today), school, [school])
        on = calendar_of(school).previous_school_day(today - HELD) or today - HELD
        row = _set_up(plan, on, assistant)
        _hold(row, on, assistant)
        _said(access, row, people["sendco@demo.example"])
        finish_record(meeting=row, recommendation=Recommend.AMEND, by=assistant)
        review = review_for(access, row.review_id)
        start_paper(review=review, kind=PaperKind.REPORT, access=access)


def _worded(school: School) -> EhcPlan | None:
    """A plan whose wording is taken in, and which no notice is about to change."""
    final = PlanVersion.objects.filter(school=school, kind=VersionKind.FINAL)
    noticed = PlanVersion.objects.filter(school=school, kind=VersionKind.AMENDED)
    plans = EhcPlan.objects.filter(school=school, pk__in=final.values("plan")).maintained()
    found = plans.exclude(pk__in=noticed.values("plan")).select_related("pupil__school")
    return found.order_by("pk").first()


def _set_up(plan: EhcPlan, on: dt.date, by: User) -> ReviewMeeting:
    review = plan_review_meeting(plan=plan, meeting_on=on, by=by)
    row = set_up_meeting(
        review=review,
        starts_at=dt.time(9, 30),
        length=60,
        place="Rainbow room",
        chair=by,
        key=uuid5(NAMESPACE_URL, f"{plan.pk}:review:{on}"),
        by=by,
    )
    told = [_outside(*each) for each in PEOPLE]
    mine = Contact.objects.filter(school=plan.school, pupil=plan.pupil)
    family = mine.filter(has_parental_responsibility=True).first()
    parent = Guest(contact=family) if family else Guest(name="Mother", role="Parent")
    told.append(Invitation(parent, LawRole.PARENT, Route.PHONE))
    invite_people(meeting=row, invitations=told, invited_on=on - TOLD, by=by)
    row.review.refresh_from_db()
    record_papers_sent(review=row.review, invited_on=on - TOLD, advice_sent_on=on - PAPERS, by=by)
    return row


def _outside(name: str, role: LawRole, route: Route) -> Invitation:
    return Invitation(Guest(name=name, role=str(role.label), asks_views=True), role, route)


def _hold(row: ReviewMeeting, on: dt.date, by: User) -> None:
    """The health professional sent a report; everybody else of the invited came."""
    invitees = ReviewInvitee.objects.filter(school=row.school, meeting=row)
    rows = list(invitees.select_related("guest", "meeting__review__plan__pupil"))
    away = next(each for each in rows if each.role == LawRole.HEALTH)
    away.meeting = row
    record_answer(
        invitee=away, reply=Reply.APOLOGIES, sends_report=True, note="Clinic that day.", by=by
    )
    came = [each.pk for each in rows if each.pk != away.pk]
    kind, review = row.review.kind, row.review
    row.review = hold_with(meeting=row, meeting_on=on, came=came, kind=kind, version=None, by=by)
    row.review.plan = review.plan
    row.refresh_from_db(fields=["finished_on"])


def _said(access: Access, row: ReviewMeeting, owner: User) -> None:
    words = [*_of_outcomes(access, row), *_of_lines(row), *_by_itself(row)]
    write_notes(
        meeting=row,
        words=words,
        sitting=uuid5(NAMESPACE_URL, f"{row.pk}:notes"),
        by=access.user,
        action=NewAction(ACTION, Owner(user=owner), clock.today() + 14 * DAY),
    )


def _of_outcomes(access: Access, row: ReviewMeeting) -> Iterator[NoteWords]:
    boxes = meeting_mode(access, row).outcomes
    for box, (progress, onward, text) in zip(boxes, OUTCOMES, strict=False):
        yield _words(
            box.key,
            NoteKind.OUTCOME,
            {"line_id": box.line_id} if box.line_id else {"outcome_id": box.outcome_id},
            {"title": box.text, "sensitivity": box.sensitivity},
            progress=progress,
            onward=onward,
            text=text,
        )


def _of_lines(row: ReviewMeeting) -> Iterator[NoteWords]:
    lines = PlanLine.objects.filter(
        school=row.school, version__plan=row.review.plan, version__kind=VersionKind.FINAL
    ).order_by("position", "pk")
    for section, said in SAID.items():
        mine = [line for line in lines if line.section == section]
        for line, (onward, text) in zip(mine, said, strict=False):
            more = {"section": section, "title": line.text, "sensitivity": line.sensitivity}
            about = {"line_id": line.pk}
            yield _words(f"p{line.pk}", NoteKind.LINE, about, more, onward=onward, text=text)


def _by_itself(row: ReviewMeeting) -> Iterator[NoteWords]:
    """A new line of Section F, and a difference of opinion."""
    key = uuid5(NAMESPACE_URL, f"{row.pk}:new line")
    section = {"section": PlanSection.F.value, "sensitivity": 1}
    yield _words(f"n{key}", NoteKind.LINE, {"pk": key}, section, text=NEW_LINE)
    key, (whose, text) = uuid5(NAMESPACE_URL, f"{row.pk}:difference"), DIFFERENCE
    yield _words(f"d{key}", NoteKind.DIFFERENCE, {"pk": key}, {}, whose=whose, text=text)


def _words(
    key: str, kind: NoteKind, about: dict[str, Any], more: dict[str, Any], **values: str
) -> NoteWords:
    return NoteWords(key, kind, about, values, version_of(None, ()), more)
