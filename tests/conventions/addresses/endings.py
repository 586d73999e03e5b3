"""Rows of records at the end of their time, and of papers that a worker set."""

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


@row("retention_decision")
def _retention_decision(world):
    """A hold on a record of the same school."""
    from pupils.models import RetentionDecision

    return RetentionDecision.objects.create(
        school=world.school,
        pupil=world.pupil,
        kind="hold",
        reason=f"{world.marker} inquiry",
        proposed_on=TODAY,
        proposed_by=world.membership.user,
    ).pk


@row("certificate")
def _certificate(world):
    """A certificate of a record that is gone."""
    from aylsham import clock
    from aylsham.identifiers import uuid7
    from pupils.models import DeletionCertificate

    by = world.membership.user
    moment = clock.moment()
    return DeletionCertificate.objects.create(
        school=world.school,
        number=1,
        decision_id=uuid7(),
        reference="0000-0000-0000-0000",
        rule_code="records.retention",
        rule_version="1",
        citation="IRMS Schools Toolkit",
        ended_in=2026,
        counts=[["Needs", 1, 1]],
        proposed_on=TODAY,
        proposed_by=by,
        confirmed_at=moment,
        confirmed_by=by,
        rows_deleted_at=moment,
        issued_at=moment,
        pdf=b"%PDF-1.7",
    ).pk


@row("paper")
def _paper(world):
    """A paper that somebody else asked for."""
    from pupils.models import PrintedPaper

    return PrintedPaper.objects.create(
        school=world.school,
        pupil=world.pupil,
        kind="timeline",
        permission="export",
        of_on=TODAY,
        asked_by=world.membership.user,
        html=f"{world.marker} timeline",
    ).pk
