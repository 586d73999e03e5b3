"""Safety plans: begun, written, agreed word for word, read, ended."""

import datetime as dt

from django.db import IntegrityError, transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.codes import SAFETY_PLAN_SECTIONS, ReadSubject, SafetyPlanKind
from pupils.models import PlanAdult, Pupil, ReadReceipt, SafetyPlan, SafetyPlanVersion
from pupils.services.recording import lock, lock_pupil, record_change

FRAME_FIELDS = ("owner", "readers", "review_on")
DRAFT_FIELDS = ("draft",)
ADULT_FIELDS = ("does", "trained_on", "training_ends_on")


@transaction.atomic
def start_plan(
    *,
    pupil: Pupil,
    kind: str,
    owner: User,
    readers: str,
    starts_on: dt.date,
    review_on: dt.date,
    by: User,
) -> SafetyPlan:
    """Begin a plan; nobody has to read it before a first version is agreed."""
    pupil = lock_pupil(pupil)
    if SafetyPlan.objects.filter(school=pupil.school, pupil=pupil, kind=kind, ended_on=None):
        raise TransitionNotAllowed(
            f"This child has one already: {SafetyPlanKind(kind).label.lower()}. Open that."
        )
    plan = SafetyPlan.objects.create(
        school=pupil.school,
        pupil=pupil,
        kind=kind,
        owner=owner,
        readers=readers,
        starts_on=starts_on,
        review_on=review_on,
    )
    _record("started", plan, by)
    return plan


@transaction.atomic
def change_frame(
    *, plan: SafetyPlan, owner: User, readers: str, review_on: dt.date, version: str, by: User
) -> SafetyPlan:
    """Change who holds a plan, who must read it and when it is looked at again."""
    plan = _locked(plan)
    require_version(plan, FRAME_FIELDS, version)
    plan.owner, plan.readers, plan.review_on = owner, readers, review_on
    plan.save(update_fields=FRAME_FIELDS)
    _record("changed", plan, by)
    return plan


@transaction.atomic
def write_draft(
    *, plan: SafetyPlan, sections: dict[str, str], version: str, by: User
) -> SafetyPlan:
    """Write the text that is to be agreed; what adults follow stays as it is until then."""
    plan = _locked(plan)
    require_version(plan, DRAFT_FIELDS, version)
    known = {section.key for section in SAFETY_PLAN_SECTIONS[SafetyPlanKind(plan.kind)]}
    plan.draft = {key: text for key, text in sections.items() if key in known and text.strip()}
    plan.save(update_fields=DRAFT_FIELDS)
    _record("written", plan, by)
    return plan


@transaction.atomic
def agree_plan(
    *,
    plan: SafetyPlan,
    agreed_on: dt.date,
    agreed_with: str,
    agreed_how: str,
    review_on: dt.date,
    must_read: bool,
    version: str,
    by: User,
) -> SafetyPlanVersion:
    """Put the draft into force as the next version, as it was agreed.

    With `must_read` everybody is asked to read it again; a first version always is read.
    """
    plan = _locked(plan)
    require_version(plan, DRAFT_FIELDS, version)
    now = _in_force(plan)
    if not plan.draft:
        raise TransitionNotAllowed("Nothing is written yet.")
    if now and now.sections == plan.draft and now.agreed_on == agreed_on:
        raise TransitionNotAllowed("This version was agreed on that day already.")
    if review_on <= agreed_on:
        raise TransitionNotAllowed("The day to look at it again must be after the agreement.")
    made = SafetyPlanVersion.objects.create(
        school_id=plan.school_id,
        plan=plan,
        number=plan.version + 1,
        sections=plan.draft,
        agreed_on=agreed_on,
        agreed_with=agreed_with,
        agreed_how=agreed_how,
        agreed_by=by,
    )
    plan.version, plan.review_on = made.number, review_on
    if must_read:
        plan.must_read_from = made.number
    plan.save(update_fields=["version", "review_on", "must_read_from"])
    _record("agreed", plan, by, Action.AGREE_SAFETY_PLAN)
    return made


@transaction.atomic
def end_plan(*, plan: SafetyPlan, ended_on: dt.date, by: User) -> SafetyPlan:
    """End a plan; `ended_on` is its last day."""
    plan = _locked(plan)
    if ended_on < plan.starts_on:
        raise TransitionNotAllowed(f"It began on {plan.starts_on:%-d %B %Y}, after that day.")
    plan.ended_on = ended_on
    plan.save(update_fields=["ended_on"])
    _record("ended", plan, by)
    return plan


@transaction.atomic
def name_adult(
    *,
    plan: SafetyPlan,
    user: User,
    does: str,
    by: User,
    trained_on: dt.date | None = None,
    training_ends_on: dt.date | None = None,
) -> PlanAdult:
    """Name an adult in a plan, with what they do and their training for it."""
    plan = _locked(plan)
    if PlanAdult.objects.filter(school_id=plan.school_id, plan=plan, user=user).exists():
        raise TransitionNotAllowed(f"{user.name} is named in this plan already.")
    row = PlanAdult.objects.create(
        school_id=plan.school_id,
        plan=plan,
        user=user,
        does=does,
        trained_on=trained_on,
        training_ends_on=training_ends_on,
    )
    _record("adult_named", plan, by)
    return row


@transaction.atomic
def change_adult(
    *,
    adult: PlanAdult,
    does: str,
    trained_on: dt.date | None,
    training_ends_on: dt.date | None,
    version: str,
    by: User,
) -> PlanAdult:
    """Change what a named adult does, or their training."""
    plan = _locked(adult.plan)
    row = lock(adult)
    require_version(row, ADULT_FIELDS, version)
    row.does, row.trained_on, row.training_ends_on = does, trained_on, training_ends_on
    row.save(update_fields=ADULT_FIELDS)
    _record("adult_changed", plan, by)
    return row


@transaction.atomic
def remove_adult(*, adult: PlanAdult, by: User) -> None:
    """Take an adult out of a plan; the history keeps that they were named."""
    plan = _locked(adult.plan)
    lock(adult).delete()
    _record("adult_removed", plan, by)


@transaction.atomic
def confirm_read(*, plan: SafetyPlan, shown: str, by: User) -> None:
    """The person has read the version their page showed, if it is in force still.

    Saying so twice changes nothing.
    """
    if not plan.version:
        raise TransitionNotAllowed("There is nothing to read yet.")
    if shown != str(plan.version):
        raise TransitionNotAllowed(
            "A new version was agreed after you opened this plan. What stands here is the new one: "
            "read it, then confirm."
        )
    try:
        with transaction.atomic():
            ReadReceipt.objects.create(
                school_id=plan.school_id,
                pupil_id=plan.pupil_id,
                user=by,
                subject=ReadSubject.SAFETY_PLAN,
                subject_id=plan.pk,
                version=plan.version,
            )
    except IntegrityError:
        return
    record_event(
        Action.CONFIRM_READ,
        school=plan.school,
        by=by,
        pupil_ids=[plan.pupil_id],
        subject=plan,
        detail={"version": plan.version},
    )


def _locked(plan: SafetyPlan) -> SafetyPlan:
    lock_pupil(plan.pupil)
    plan = lock(plan)
    if plan.ended_on:
        raise TransitionNotAllowed(f"This plan ended on {plan.ended_on:%-d %B %Y}.")
    return plan


def _in_force(plan: SafetyPlan) -> SafetyPlanVersion | None:
    return SafetyPlanVersion.objects.filter(
        school_id=plan.school_id, plan=plan, number=plan.version
    ).first()


def _record(step: str, plan: SafetyPlan, by, action: Action = Action.CHANGE_SAFETY) -> None:
    detail = {"step": step, "kind": plan.kind}
    record_change(action, pupil=plan.pupil, by=by, subject=plan, detail=detail)
