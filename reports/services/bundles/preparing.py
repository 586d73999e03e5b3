"""An evidence bundle before it is made: begun, changed, looked through, decided piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.jobs.services import start_job
from aylsham.models import Job, User
from pupils.models import Pupil
from pupils.services.approvals import withdraw_questions
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change
from pupils.sharing_codes import ShareKind
from reports.bundles.choosing import Contents
from reports.models import BundleChoice, EvidenceBundle
from reports.selectors.bundles.pages import contents_now

LOOK_JOB, MAKE_JOB = "evidence_look", "evidence_bundle"
BUNDLE_FIELDS = ("aim", "council", "starts_on", "ends_on", "kinds", "most_mb")
NOT_LOOKED = "The record is still being looked through. Wait until that is done."


@dataclass(frozen=True)
class Said:
    """What a person says of one piece of evidence, as it was shown to them."""

    item: str
    digest: str
    is_in: bool
    reason: str


@transaction.atomic
def start_bundle(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any
) -> EvidenceBundle:
    """Begin a bundle, and look through the record for it."""
    pupil = lock_pupil(pupil)
    if known := added_before(EvidenceBundle, pupil, key):
        return known
    bundle = EvidenceBundle.objects.create(
        school=pupil.school,
        pupil=pupil,
        started_by=by,
        started_at=clock.moment(),
        **as_pk(key),
        **facts,
    )
    _look(bundle, by)
    record_bundle(bundle, by, "begun")
    return bundle


@transaction.atomic
def change_bundle(
    *, bundle: EvidenceBundle, version: str, by: User, **facts: Any
) -> EvidenceBundle:
    """Choose other days, kinds or another limit; what was made of it before goes."""
    bundle = lock_unsent(bundle)
    require_version(bundle, BUNDLE_FIELDS, version)
    for name in BUNDLE_FIELDS:
        setattr(bundle, name, facts[name])
    bundle.save(update_fields=BUNDLE_FIELDS)
    unmake(bundle)
    _look(bundle, by)
    record_bundle(bundle, by, "changed")
    return bundle


@transaction.atomic
def look_again(*, bundle: EvidenceBundle, by: User) -> Job:
    """Look through the record once more; what was decided stays where nothing has changed."""
    bundle = lock_unsent(bundle)
    job = _look(bundle, by)
    record_bundle(bundle, by, "looked")
    return job


@transaction.atomic
def decide(*, bundle: EvidenceBundle, said: Sequence[Said], by: User) -> None:
    """Say of pieces of evidence that they go in or stay out, each with the reason."""
    bundle = lock_unsent(bundle)
    known = {line.found.key: line.found for line in contents_now(bundle).lines}
    for each in said:
        found = known.get(each.item)
        if found is None or found.digest != each.digest:
            raise TransitionNotAllowed(
                "Something has changed since you looked at it. Look at it again."
            )
        if not each.reason.strip():
            raise TransitionNotAllowed(f"Say why, for “{found.title}”.")
        BundleChoice.objects.update_or_create(
            school_id=bundle.school_id,
            bundle=bundle,
            item=each.item,
            defaults={
                "digest": each.digest,
                "is_in": each.is_in,
                "reason": each.reason.strip(),
                "by": by,
                "at": clock.moment(),
            },
        )
        step = "put in" if each.is_in else "left out"
        record_bundle(bundle, by, step, item=each.item, digest=each.digest)
    unmake(bundle)
    bundle.job_id = None  # what a worker makes at this moment is no longer what was chosen
    bundle.save(update_fields=["job_id"])


@transaction.atomic
def ask_to_make(*, bundle: EvidenceBundle, by: User) -> Job:
    """Start making the files, once everything that is flagged is decided."""
    bundle = lock_unsent(bundle)
    require_decided(bundle, contents_now(bundle))
    unmake(bundle)
    job = start_job(MAKE_JOB, school=bundle.school, by=by, arguments=_arguments(bundle))
    bundle.job_id = job.pk
    bundle.save(update_fields=["job_id"])
    record_bundle(bundle, by, "asked for")
    return job


@transaction.atomic
def remove_bundle(*, bundle: EvidenceBundle, by: User) -> None:
    """Throw a bundle away that was not sent."""
    bundle = lock_unsent(bundle)
    pk = bundle.pk
    withdraw_questions(pupil=bundle.pupil, kind=ShareKind.EVIDENCE, ids=[pk], by=by)
    record_bundle(bundle, by, "thrown away")
    bundle.delete()
    bundle.pk = pk


def require_decided(bundle: EvidenceBundle, contents: Contents) -> None:
    """Refuse to make what nobody has looked through, or what still waits for a person."""
    if bundle.looked_at is None:
        raise TransitionNotAllowed(NOT_LOOKED)
    if many := len(contents.open):
        raise TransitionNotAllowed(f"Decide about the {many} flagged items first.")
    if not contents.going_in:
        raise TransitionNotAllowed("Nothing goes in. Choose other days or kinds.")


def unmake(bundle: EvidenceBundle) -> None:
    """Forget what was made of a (locked) bundle: it no longer is what was chosen."""
    bundle.parts.filter(school_id=bundle.school_id).delete()
    bundle.made_at = bundle.made_by = None
    bundle.pages, bundle.manifest, bundle.problem = 0, {}, ""
    bundle.save(update_fields=["made_at", "made_by", "pages", "manifest", "problem"])


def forget_unsent_of(pupil: Pupil) -> None:
    """Forget what was made and found of a child's unsent bundles: something was sealed."""
    rows = EvidenceBundle.objects.filter(school_id=pupil.school_id, pupil=pupil, sent_on=None)
    for bundle in rows.select_for_update(of=("self",), no_key=True):
        unmake(bundle)
        bundle.found, bundle.looked_at, bundle.job_id = [], None, None
        bundle.save(update_fields=["found", "looked_at", "job_id"])


def lock_unsent(bundle: EvidenceBundle) -> EvidenceBundle:
    """The bundle as it is now, locked, unless it was sent: that one stays as it went."""
    pupil = lock_pupil(bundle.pupil)
    rows = EvidenceBundle.objects.filter(school_id=bundle.school_id, pk=bundle.pk)
    if not rows.exists():
        raise TransitionNotAllowed("This bundle was thrown away.")
    bundle = lock(bundle)
    bundle.pupil, bundle.school = pupil, pupil.school
    if bundle.is_sent:
        raise TransitionNotAllowed("This bundle was sent and stays as it is. Begin a new one.")
    return bundle


def record_bundle(bundle: EvidenceBundle, by: User | None, step: str, **detail: Any) -> None:
    """Write down a step; no deadline follows from it."""
    action = Action.SEND_BUNDLE if step == "sent" else Action.CHANGE_BUNDLE
    record_change(
        action,
        pupil=bundle.pupil,
        by=by,
        subject=bundle,
        detail={"step": step} | detail,
        moves_dates=False,
    )


def _look(bundle: EvidenceBundle, by: User | None) -> Job:
    job = start_job(LOOK_JOB, school=bundle.school, by=by, arguments=_arguments(bundle))
    bundle.job_id, bundle.looked_at = job.pk, None
    bundle.save(update_fields=["job_id", "looked_at"])
    return job


def _arguments(bundle: EvidenceBundle) -> dict[str, str]:
    return {"bundle": str(bundle.pk), "pupil": str(bundle.pupil_id)}
