"""A review from the invitation to the final plan; the chair has a tablet, a colleague types too."""

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import AnnualReview, EhcPlan, ReviewInvitee, ReviewMeeting, ReviewNote
from ehcp.services.meetings import call_off_review_meeting
from pupils.models import Contact

SLUG = "bure-valley"
SENDCO, ASSISTANT = "sendco@demo.example", "assistant@demo.example"
TEACHER = "teacher@demo.example"


def _plan() -> EhcPlan:
    """A plan without a planned meeting, of a child of the teacher's class with a parent to invite."""
    plans = EhcPlan.objects.maintained().filter(school__slug=SLUG, pupil__closed_on=None)
    plan = plans.filter(pupil__class_group__name="Oak").latest("made_on", "pk")
    for review in AnnualReview.objects.filter(school=plan.school, plan=plan, is_held=False):
        call_off_review_meeting(review=review, by=User.objects.get(email=SENDCO))
    facts = {"relationship": "Mother", "has_parental_responsibility": True}
    Contact.objects.create(
        school=plan.school, pupil=plan.pupil, name="Mia Reed", email="mia@home.example", **facts
    )
    others = Contact.objects.filter(school=plan.school, pupil=plan.pupil)
    others.exclude(name="Mia Reed").update(has_parental_responsibility=False)
    return plan


def _invite_all(sendco) -> None:
    """Tick everybody whom the law names, and write who they are."""
    rows = sendco.page.locator(".ay-inviting__row")
    for number in range(rows.count()):
        row = rows.nth(number)
        words = row.locator("label").first.inner_text()
        hint = row.locator(".govuk-hint").first
        words += hint.inner_text() if hint.count() else ""
        place = next(
            (w for w in ("SEND officer", "Health professional", "social care") if w in words), ""
        )
        if not place:
            continue
        row.locator("input[type=checkbox]").check()
        row.locator("[name$=-name]").fill(f"Officer {place}")
        row.locator("[name$=-route]").select_option("letter")
    sendco.fill(invited_on="2 Nov 2026").press("Invite those ticked")


def test_from_the_invitation_to_the_final_plan(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        plan = _plan()
    sendco = open_person(width=820, height=1180).come_back_as(SENDCO)
    sendco.go(f"/{SLUG}/plans/{plan.pk}/meeting/")
    sendco.fill(meeting_on="23 Nov 2026", kind="annual").press("Save")
    assert "Invite everybody whom the law names" in sendco.text
    assert "Mon 7 Dec" in sendco.text  # the report, two weeks after
    assert sendco.violations() == []

    sendco.follow("Set time and place")
    sendco.fill(starts_at="9.30", place="Rainbow room").press("Save")
    assert sendco.violations() == []
    _invite_all(sendco)
    assert "Everybody whom the law names is invited" in sendco.text
    desk = sendco.page.url.split("#")[0]

    sendco.page.get_by_role("row", name="Officer Health professional").get_by_role(
        "link", name="Answer"
    ).click()
    sendco.fill(answer="report").press("Save")
    sendco.page.get_by_role("row", name="Officer Health professional").get_by_role(
        "link", name="Advice came"
    ).click()
    sendco.fill(received_on="23 Nov 2026").press("Save")
    assert "Report instead" in sendco.text
    assert sendco.violations() == []

    name = _teacher_writes(open_person, plan)
    sendco.page.goto(desk)
    row = sendco.page.get_by_role("row", name=name)
    assert "Here" in row.inner_text()

    sendco.page.goto(f"{desk}came/")
    sendco.page.get_by_label("Mia Reed").check()
    sendco.press("Save who came")
    _in_meeting_mode(sendco, open_person)
    _what_follows(sendco, desk)
    with school_transaction(plan.school):
        review = AnnualReview.objects.get(plan=plan, meeting_on="2026-11-23")
        assert review.final_plan_on is not None
        assert ReviewMeeting.objects.get(review=review).recommendation == "amend"


def _teacher_writes(open_person, plan: EhcPlan) -> str:
    """The class teacher finds what was asked of them, and writes a few lines; whose name it is."""
    with school_transaction(plan.school):
        asked = ReviewInvitee.objects.filter(meeting__review__plan=plan, role="other")
        teachers = asked.select_related("guest__user").filter(guest__role="Class teacher")
        mine = teachers.filter(guest__user__email=TEACHER).get()
    teacher = open_person(width=360).come_back_as(mine.guest.user.email).go(f"/{SLUG}/asks/")
    assert "Write your advice for the review" in teacher.text
    teacher.go(f"/{SLUG}/reviews/invited/{mine.pk}/advice/")
    assert teacher.violations() == []
    assert not teacher.is_too_wide()
    teacher.fill(seen="Reads to two friends.", advice="Keep the group.").press("Send")
    assert teacher.faults == []
    return mine.guest.name


def _in_meeting_mode(sendco, open_person) -> None:
    """Typed words are kept before anything is pressed; a colleague's are shown, not lost."""
    colleague = open_person().come_back_as(ASSISTANT)
    colleague.page.goto(sendco.page.url)
    section_f = sendco.page.locator("[name='text-sF']")
    section_f.fill("Three hours a week instead of two.")
    sendco.page.get_by_text("Draft saved at").wait_for()
    assert not sendco.is_too_wide()
    assert sendco.violations() == []
    colleague.page.locator("[name='text-sF']").fill("Four hours a week.")
    colleague.press("Keep it, and any action")
    assert "Somebody else wrote while you did" in colleague.text
    assert "Three hours a week instead of two." in colleague.text

    sendco.page.get_by_label("Whose opinion").first.fill("Mia Reed")
    sendco.page.get_by_label("What they say").first.fill("Would rather have a base.")
    sendco.page.get_by_label("What will be done").fill("Ring the base")
    sendco.page.locator("[name='action-due_on']").fill("4 Dec 2026")
    sendco.press("Keep it, and any action")
    assert "Ring the base" in sendco.text
    sendco.press("Keep it and finish the record")
    sendco.fill(recommendation="amend").press("Finish")
    assert "The meeting recommends: amend the plan" in sendco.text
    assert "Would rather have a base." in sendco.text
    assert sendco.violations() == []
    note = ReviewNote.objects.filter(section="F", text__startswith="Three hours")
    with school_transaction(*School.objects.filter(slug=SLUG)):
        assert note.count() == 1


def _what_follows(sendco, desk: str) -> None:
    """The report, the decision, the notice, the final plan."""
    sendco.page.goto(desk)
    sendco.follow("Record report sent")
    sendco.fill(report_sent_on="23 Nov 2026").press("Save")
    sendco.follow("Record the letter")
    sendco.fill(decided_on="23 Nov 2026", decision="amend").press("Save")
    sendco.follow("Record the notice")
    sendco.fill(amendment_notice_on="23 Nov 2026").press("Save")
    assert "Mon 7 Dec" in sendco.text  # the fifteenth day, that of the notice being the first
    sendco.follow("Record the final plan")
    sendco.fill(final_plan_on="23 Nov 2026").press("Save")
    last = sendco.page.get_by_role("row", name="Send the final amended plan")
    assert "Done" in last.inner_text()
    assert sendco.faults == []
