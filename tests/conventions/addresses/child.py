"""Rows of the child's own record."""

import datetime as dt

from pupils.services.emergencies import open_emergency_access
from pupils.services.grants import grant_access
from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("pupil")
def _pupil(world):
    return world.pupil.pk


@row("period")
def _period(world):
    return world.pupil.status_periods.get().pk


@row("need")
def _need(world):
    from pupils.services.needs import add_need

    return add_need(pupil=world.pupil, need_type="SLCN", in_words=world.marker, by=None).pk


@row("diagnosis")
def _diagnosis(world):
    from pupils.services.needs import add_diagnosis

    return add_diagnosis(pupil=world.pupil, name=f"{world.marker} diagnosis", by=None).pk


@row("strategy")
def _strategy(world):
    from pupils.services.strategies import add_strategy

    return add_strategy(
        pupil=world.pupil, text=f"{world.marker} sits in front", since_on=TODAY, by=None
    ).pk


@row("concern")
def _concern(world):
    """A concern with the marker in its words, about which everybody near the child is asked."""
    from aylsham.identifiers import uuid7
    from pupils.services.concerns.raising import raise_concern

    return raise_concern(
        pupil=world.pupil,
        key=uuid7(),
        by=world.membership.user,
        area="CI",
        english="N",
        seen_words=f"{world.marker} loses the thread",
    ).pk


@row("concern_draft")
def _concern_draft(world):
    """A concern that the head has begun; nobody else opens it."""
    from pupils.services.concerns.drafts import begin_concern, keep_concern_draft

    draft = begin_concern(
        pupil=world.pupil, area="CL", spoken="no", offered=["Small steps"], by=world.membership.user
    )
    keep_concern_draft(draft=draft, words={"seen_words": [f"{world.marker} is tired"]})
    return draft.pk


@row("version")
def _version(world):
    from pupils.models import PassportVersion
    from tests.pupils.passports.makers import published

    published(world.pupil, by=world.membership.user, text=f"{world.marker} likes trains")
    return PassportVersion.objects.get(school=world.school).pk


@row("aside")
def _aside(world):
    from tests.pupils.passports.makers import write

    by = world.membership.user
    write(world.pupil, "hard", f"{world.marker} finds noise hard", by=by)
    return write(world.pupil, "hard", f"{world.marker} finds crowds hard", by=by).aside.pk


@row("line_reader")
def _line_reader(world):
    from aylsham.access.roles import Role
    from pupils.services.passports.naming import name_reader
    from pupils.services.strategies import add_strategy
    from tests.factories import member

    closed = add_strategy(
        pupil=world.pupil,
        text=f"{world.marker} needs quiet",
        since_on=TODAY,
        sensitivity=2,
        by=world.membership.user,
    )
    return name_reader(
        pupil=world.pupil,
        line=closed,
        user=member(world.school, Role.COVER),
        reason=f"{world.marker} is walked home",
        ends_on=TODAY,
        today=TODAY,
        by=world.membership.user,
    ).pk


def _round_of(world):
    from pupils.models import ModerationRound
    from pupils.services.moderation.drawing import draw_round
    from pupils.services.needs import add_need, rate_need

    found = ModerationRound.objects.filter(needs__school=world.school).first()
    if found:
        return found
    from aylsham.changes import version_of

    need = add_need(pupil=world.pupil, need_type="SEMH", in_words=world.marker, by=None)
    version = version_of(need, ("level",))
    rate_need(need=need, level=2, on=TODAY, version=version, by=world.membership.user)
    return draw_round(
        federation=world.school.federation,
        schools=[world.school],
        per_school=1,
        approve_by=TODAY,
        rate_by=TODAY,
        settle_by=TODAY,
        today=TODAY,
        by=None,
    )


@row("moderated")
def _moderated(world):
    from pupils.models import ModeratedNeed

    return ModeratedNeed.objects.get(school=world.school, round=_round_of(world)).pk


@row("blind_look")
def _blind_look(world):
    """Words that came from elsewhere: with the marker of the school that rates them."""
    from pupils.models import BlindLook

    return BlindLook.objects.create(
        school=world.school, round=_round_of(world), area="CI", seen=f"{world.marker} waits"
    ).pk


@row("contact")
def _contact(world):
    from pupils.services.details import add_contact

    return add_contact(pupil=world.pupil, by=None, name=f"{world.marker} parent").pk


@row("fact")
def _fact(world):
    from pupils.services.facts import add_fact

    return add_fact(pupil=world.pupil, kind="fsm", starts_on=dt.date(2025, 9, 1), by=None).pk


@row("support")
def _support(world):
    from pupils.services.classes import assign_supporter
    from tests.factories import SEPTEMBER

    return assign_supporter(
        pupil=world.pupil, user=world.membership.user, starts_on=SEPTEMBER, by=None
    ).pk


@row("difference")
def _difference(world):
    from pupils.models import RollDifference

    return RollDifference.objects.create(
        school=world.school,
        pupil=world.pupil,
        field="last_name",
        label="Family name",
        theirs=f"{world.marker}sen",
        first_seen_on=TODAY,
        last_seen_on=TODAY,
    ).pk


@row("plan")
def _plan(world):
    return world.plan.pk


@row("review")
def _review(world):
    return world.review.pk


@row("proposed_review")
def _proposed_review(world):
    from ehcp.models import ProposedReview

    day = world.review.meeting_on
    window = {"earliest_on": day, "latest_on": day, "legal_on": day}
    return ProposedReview.objects.create(school=world.school, plan=world.plan, **window).pk


@row("calendar_person")
def _calendar_person(world):
    from ehcp.models import CalendarPerson

    # Somebody of the council: no child's name, so no marker.
    facts = {"school": world.school, "name": "Ms Hale", "kind": "council"}
    return CalendarPerson.objects.create(**facts).pk


@row("grant")
def _grant(world):
    day = dt.date(2026, 11, 1)
    return grant_access(
        pupil=world.pupil,
        user=world.membership.user,
        reason=f"{world.marker} is visited once a week",
        starts_on=day,
        ends_on=day + dt.timedelta(days=60),
        by=world.membership.user,
    ).pk


@row("emergency")
def _emergency(world):
    return open_emergency_access(
        school=world.school,
        pupil_id=world.pupil.pk,
        reason=f"{world.marker} is in the hall alone",
        by=world.membership.user,
    ).pk


@row("record")
def _record(world):
    from pupils.kept import KEPT
    from pupils.services.kept import add_record

    facts = {"kind": "know", "what": f"{world.marker} allergy", "action": "Ask", "starts_on": TODAY}
    return add_record(kind=KEPT["alert"], pupil=world.pupil, facts=facts, by=None).pk


def _safety_plan_of(world):
    from aylsham.changes import version_of
    from pupils.models import SafetyPlan
    from pupils.services.safety import agree_plan, start_plan, write_draft

    owner = world.membership.user
    found = SafetyPlan.objects.filter(school=world.school, pupil=world.pupil).first()
    if found:
        return found
    plan = start_plan(
        pupil=world.pupil,
        kind="healthcare",
        owner=owner,
        readers="everybody",
        starts_on=TODAY,
        review_on=TODAY + dt.timedelta(days=200),
        by=owner,
    )
    plan = write_draft(
        plan=plan,
        sections={"emergency": f"{world.marker} needs help"},
        version=version_of(plan, ["draft"]),
        by=owner,
    )
    agree_plan(
        plan=plan,
        agreed_on=TODAY,
        agreed_with=f"{world.marker} mother",
        agreed_how="meeting",
        review_on=TODAY + dt.timedelta(days=200),
        must_read=True,
        version=version_of(plan, ["draft"]),
        by=owner,
    )
    return plan


@row("safety_plan")
def _safety_plan(world):
    return _safety_plan_of(world).pk


@row("plan_adult")
def _plan_adult(world):
    from pupils.services.safety import name_adult

    user = world.membership.user
    return name_adult(plan=_safety_plan_of(world), user=user, does="Helps", by=user).pk


@row("arrangement")
def _arrangement(world):
    from pupils.services.arrangements.deciding import consider_arrangement

    return consider_arrangement(
        pupil=world.pupil,
        academic_year=2026,
        test="ks2",
        arrangement="reader",
        in_room=f"{world.marker} needs a reader",
        on=TODAY,
        by=None,
    ).pk


@row("assessment")
def _assessment(world):
    from pupils.services.assessments import record_assessment

    return record_assessment(
        pupil=world.pupil,
        test="yarc",
        part=f"{world.marker} part",
        taken_on=TODAY,
        score=82,
        sensitivity=1,
        by=None,
    ).pk
