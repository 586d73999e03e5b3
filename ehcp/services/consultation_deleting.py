"""Deleting a consultation for good: its rows and their history; a certificate stays."""

from uuid import UUID

from django.db import connection, transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.jobs.services import start_job
from aylsham.models import School
from ehcp.models import Consultation, ConsultationEnd
from ehcp.rules.consultations import KEPT_BY, KEPT_CODE, KEPT_VERSION
from ehcp.services.consultation_ends import against
from pupils.models import DeletionCertificate
from pupils.services.retention.deciding import is_gone_by
from pupils.services.retention.deleting import next_number, reference_of
from pupils.services.retention.tracing import event_model_of

DELETE_JOB = "delete_consultation"


def start_deletions(*, school: School) -> int:
    """Ask for the deletion of every consultation that has lain in the bin for its time; how many."""
    today = clock.today()
    binned = ConsultationEnd.objects.binned().filter(school=school)
    begun = DeletionCertificate.objects.filter(
        school=school, issued_at=None, rule_code=KEPT_CODE
    ).values_list("decision_id", flat=True)
    due = [*(row.pk for row in binned if is_gone_by(row, today)), *begun]
    for end_id in due:
        start_job(
            DELETE_JOB,
            school=school,
            by=None,
            key=f"{DELETE_JOB}:{end_id}:{today.isoformat()}",
            arguments={"end": str(end_id)},
        )
    return len(due)


@transaction.atomic
def delete_consultation(*, school: School, end_id: UUID | str) -> DeletionCertificate | None:
    """Delete the rows of a consultation and their history; None if it must stay.

    The second time finds the certificate, and deletes nothing.
    """
    done = DeletionCertificate.objects.filter(school=school, decision_id=end_id).first()
    if done:
        return done
    rows = Consultation.objects.filter(school=school, pupil=None, ends=end_id)
    row = rows.select_for_update(of=("self",)).first()
    end = ConsultationEnd.objects.binned().filter(school=school, pk=end_id).first()
    if row is None or end is None or not is_gone_by(end, clock.today()) or against(row):
        return None
    certificate = _certificate(end, row)
    _delete(end, row)
    rebuild_deadlines(school)
    record_event(
        Action.DELETE_RECORD,
        school=school,
        by=None,
        subject=certificate,
        detail={"rows": sum(rows for _, rows, _ in certificate.counts), "files": 0},
    )
    return certificate


def certificate_html(certificate: DeletionCertificate) -> str:
    """The certificate as a document."""
    context = {"certificate": certificate, "school": certificate.school, "today": clock.today()}
    return render_to_string("ehcp/print/consultation_certificate.html", context)


def _certificate(end: ConsultationEnd, row: Consultation) -> DeletionCertificate:
    school = end.school
    return DeletionCertificate.objects.create(
        school=school,
        number=next_number(school),
        decision_id=end.pk,
        reference=reference_of(school, row.reference or str(row.pk)),
        rule_code=KEPT_CODE,
        rule_version=KEPT_VERSION,
        citation=KEPT_BY,
        ended_in=row.keep_until.year,
        counts=[
            ["Answers as they were sent", row.replies.count(), 0],
            ["Consultations", 1, _history(row).count()],
            ["Decisions about keeping it", row.ends.count(), 0],
        ],
        proposed_on=end.proposed_on,
        proposed_by=end.proposed_by,
        confirmed_at=end.confirmed_at,
        confirmed_by=end.confirmed_by,
        rows_deleted_at=clock.moment(),
    )


def _delete(end: ConsultationEnd, row: Consultation) -> None:
    """The answers by the owner's function, since the app role may only add them; then the rest."""
    mine = {"school_id": end.school_id}
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget_consultation_replies(%s)", [end.pk])
    ConsultationEnd.objects.filter(**mine, consultation=row)._raw_delete("default")
    Consultation.objects.filter(**mine, pk=row.pk)._raw_delete("default")
    _history(row)._raw_delete("default")


def _history(row: Consultation):
    events = event_model_of(Consultation)
    assert events is not None
    return events._default_manager.filter(school_id=row.school_id, pgh_obj_id=row.pk)
