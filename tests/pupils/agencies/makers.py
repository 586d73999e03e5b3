"""Referrals, reports and providers of tests, made by the services."""

import datetime as dt
from decimal import Decimal

from aylsham.changes import version_of
from pupils.models import Referral
from pupils.services.advice import ADVICE_FIELDS, write_recommendations
from pupils.services.documents.filing import file_document
from pupils.services.providers import add_provider
from pupils.services.referrals.referring import (
    CONSENT_FIELDS,
    STEP_FIELDS,
    begin_referral,
    record_consent,
    take_step,
)
from tests.documents.making import pdf, upload
from tests.factories import TODAY

SPEECH = {"service": "NHS speech therapy", "kind": "speech", "owed_by": "health"}
CAMHS = {"service": "Mind clinic", "kind": "camhs", "owed_by": "health"}


def drafted(pupil, *, by, **more) -> Referral:
    """A draft to speech therapy."""
    facts = SPEECH | {"reason": "Sounds are hard to tell apart"} | more
    return begin_referral(pupil=pupil, by=by, **facts)


def agreed(referral: Referral, *, by) -> Referral:
    """The mother agreed last week."""
    return record_consent(
        referral=referral,
        version=version_of(referral, CONSENT_FIELDS),
        by=by,
        consent_by="Mrs Reed",
        consent_on=TODAY - dt.timedelta(days=7),
        consent_how="signed",
        no_consent_why="",
    )


def step(referral: Referral, name: str, *, by, on=TODAY, words="Yes", **more) -> Referral:
    """A step on a day, from the newest version."""
    referral.refresh_from_db()
    version = version_of(referral, STEP_FIELDS)
    return take_step(
        referral=referral, step=name, on=on, words=words, version=version, by=by, **more
    )


def sent(pupil, *, by, on=TODAY, **more) -> Referral:
    """Agreed to and sent."""
    return step(agreed(drafted(pupil, by=by, **more), by=by), "sent", by=by, on=on)


def report_on(pupil, **more):
    """A report of a therapist on file."""
    facts = {"kind": "slt", "title": "Assessment", "author": "Priya Nair"} | more
    words = facts.pop("words", str(pupil.pk))
    return file_document(pupil=pupil, upload=upload("report.pdf", pdf(words)), **facts)


def advised(pupil, *texts, by=None, **more):
    """What a report recommends, written down."""
    return write_recommendations(document=report_on(pupil, **more), texts=texts, by=by)


def open_page(row) -> str:
    """The version that an open page of a decision carries."""
    row.refresh_from_db()
    return version_of(row, ADVICE_FIELDS)


def provider_at(school, *, by=None, **more):
    """Six days of psychology at £520.50."""
    facts = {
        "name": "Broadland Psychology",
        "kind": "bought",
        "does": "Educational psychology",
        "academic_year": 2026,
        "days": Decimal("6"),
        "pence_a_day": 52050,
        "report_due_on": None,
    }
    provider = add_provider(school=school, by=by, **facts | more)
    provider.refresh_from_db()  # days as the database has them: 6.0
    return provider
