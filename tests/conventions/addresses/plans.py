"""Rows of what a plan says, and of what stands around it."""

import datetime as dt

from tests.conventions.addresses.rows import row

SERVED = dt.date(2026, 9, 20)


def _version(world, kind="final"):
    from ehcp.models import PlanVersion
    from ehcp.services.sections import LineFacts, add_lines, mark_of
    from ehcp.services.versions import add_version, check_version

    rows = PlanVersion.objects.filter(school=world.school, plan=world.plan)
    if known := rows.filter(kind=kind).first():
        return known
    version = add_version(
        plan=world.plan, by=None, kind=kind, served_on=SERVED, local_authority="Norfolk"
    )
    words = f"{world.marker} words, for 2 hours a week where possible."
    lines = {section: [LineFacts(words)] for section in ("A", "B", "D", "E", "G", "K")}
    lines["F"] = [LineFacts(words, "F1", page=3, hours_a_week=2 if kind == "final" else 1)]
    add_lines(version=version, lines=lines, mark=mark_of([]), by=None)
    return check_version(version=version, by=None)


@row("plan_version")
def _plan_version(world):
    _version(world)
    return _version(world, "amended").pk


@row("decision_appeal")
def _decision_appeal(world):
    """The parents disagree with ceasing; the plan came by a request, so that is followed there."""
    from ehcp.services.appeals import open_plan_appeal

    facts = {"about": "ceased", "letter_on": SERVED}
    return open_plan_appeal(plan=world.plan, by=None, **facts).pk


@row("plan_terms")
def _plan_terms(world):
    from ehcp.services.standing import add_terms, record_move

    moved = {"moved_on": SERVED, "aware_on": SERVED, "transferred_on": None}
    record_move(
        plan=world.plan, mark="new", by=None, from_authority=f"{world.marker} Shire", **moved
    )
    facts = {"band": f"{world.marker} band", "placement": "base", "setting": "The Nest"}
    return add_terms(plan=world.plan, starts_on=SERVED, top_up_pence=540_000, by=None, **facts).pk


@row("review_invitee")
def _review_invitee(world):
    from aylsham.identifiers import uuid7
    from ehcp.models import AnnualReview, ReviewNote, ReviewTalk
    from ehcp.review_codes import LawRole, NoteKind, Route
    from ehcp.services.review_meetings import Invitation, invite_people, set_up_meeting
    from ehcp.services.review_tasks import give_task
    from pupils.services.meetings.inviting import Guest

    user = world.membership.user
    row = set_up_meeting(
        review=world.review,
        starts_at=dt.time(9, 30),
        length=60,
        place=f"{world.marker} room",
        chair=user,
        key=uuid7(),
        by=user,
    )
    guest = Guest(name=f"Officer {world.marker}", role="SEND officer", by_mail=False)
    told = Invitation(guest, LawRole.COUNCIL, Route.LETTER)
    invite_people(meeting=row, invitations=[told], invited_on=SERVED, by=user)
    give_task(review=world.review, kind="invite", owner=user, by=user)
    words = {"section": "F", "text": f"{world.marker} hours"}
    ReviewNote.objects.create(school=world.school, meeting=row, kind=NoteKind.CHANGE, **words)
    held = AnnualReview.objects.create(
        school=world.school, plan=world.plan, meeting_on=SERVED, is_held=True
    )
    ReviewTalk.objects.create(
        school=world.school,
        review=held,
        about="decision",
        on=SERVED,
        next_on=SERVED + dt.timedelta(days=7),
        who=f"Officer {world.marker}",
        words=f"{world.marker} delay",
    )
    return row.invitees.get(role=LawRole.COUNCIL).pk
