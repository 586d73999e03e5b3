"""Rows of services outside school, and of papers."""

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


def _referral_of(world):
    """A referral that was sent, with the marker in its words, for all the names about it."""
    from aylsham.changes import version_of
    from pupils.models import Referral
    from pupils.services.referrals.referring import STEP_FIELDS, begin_referral, take_step

    known = Referral.objects.filter(school=world.school).first()
    if known:
        return known
    by = world.membership.user
    referral = begin_referral(
        pupil=world.pupil,
        by=by,
        service=f"{world.marker} therapy",
        kind="speech",
        owed_by="health",
        reason=f"{world.marker} is hard to understand",
        no_consent_why=f"{world.marker} asked by phone",
    )
    version = version_of(referral, STEP_FIELDS)
    return take_step(
        referral=referral, step="sent", on=TODAY, words=f"To {world.marker}", version=version, by=by
    )


@row("referral")
def _referral(world):
    return _referral_of(world).pk


@row("referral_step")
def _referral_step(world):
    return _referral_of(world).steps.order_by("-id").first().pk


@row("appointment")
def _appointment(world):
    from pupils.services.referrals.following import add_appointment

    facts = {"on": TODAY, "state": "offered", "place": f"{world.marker} clinic"}
    return add_appointment(referral=_referral_of(world), by=world.membership.user, **facts).pk


@row("recommendation")
def _recommendation(world):
    from pupils.services.advice import write_recommendations

    texts = [f"{world.marker} has visual support"]
    return write_recommendations(document=filed_of(world), texts=texts, by=None)[0].pk


def filed_of(world):
    """A document with the school's marker in its title, filed once for all the names about it."""
    from pupils.models import Document
    from pupils.services.documents.filing import file_document
    from tests.documents.making import pdf, upload

    known = Document.objects.filter(school=world.school, title__startswith=world.marker).first()
    return known or file_document(
        pupil=world.pupil,
        kind="ep",
        title=f"{world.marker} report",
        upload=upload("report.pdf", pdf(f"{world.marker} words")),
    )


@row("clip")
def _clip(world):
    from pupils.services.documents.clips import keep_clip
    from tests.documents.making import upload
    from tests.documents.sounds import wav

    return keep_clip(
        pupil=world.pupil,
        upload=upload("clip.wav", wav(1, note=world.marker.encode())),
        words=f"{world.marker} says so",
        by=world.membership.user,
    ).pk


@row("document")
def _document(world):
    return filed_of(world).pk


@row("document_version")
def _document_version(world):
    return filed_of(world).versions.get().pk


@row("breach")
def _breach(world):
    from django.utils import timezone

    from pupils.models import Breach

    return Breach.objects.create(
        school=world.school,
        pupil=world.pupil,
        happened=f"{world.marker} was filed on another child",
        action="It was moved.",
        found_at=timezone.now(),
        recorded_at=timezone.now(),
        recorded_by=world.membership.user,
    ).pk
