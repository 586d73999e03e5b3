"""Deleting a record for good: rows, history, files; what stays is the log and a certificate."""

from uuid import UUID

from django.db import connection, models, transaction
from django.db.models import Max, Q, TextField
from django.db.models.functions import Cast, Concat
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.documents import keeping
from aylsham.documents.holders import holders, is_named
from aylsham.jobs.services import start_job
from aylsham.models import Job, School
from aylsham.timescales.registry import REGISTRY
from pupils.codes import ImportState
from pupils.models import (
    ContributionLink,
    DeletionCertificate,
    FileImport,
    ImportedChange,
    Meeting,
    MeetingLink,
    ParentPageLink,
    PassportPrint,
    Pupil,
    RecordsLink,
    RetentionDecision,
    SecretLink,
    TransferLink,
)
from pupils.packs import table
from pupils.rules.retention import CODE, period_of
from pupils.services.retention.deciding import is_gone_by, obstacles_of
from pupils.services.retention.tracing import (
    Keys,
    delete_traced,
    event_model_of,
    history_of,
    rows_of,
)

DELETE_JOB = "delete_record"
#: Secret addresses, which name a row of the child by its plain id.
LINKS = (ContributionLink, RecordsLink, TransferLink, MeetingLink, ParentPageLink, SecretLink)


def start_deletions(*, school: School) -> int:
    """Ask for the deletion of every record that has lain in the bin for its time; how many.

    Once a day: what was held yesterday may go today, and what stopped half-way is gone on with.
    """
    today = clock.today()
    binned = RetentionDecision.objects.binned().filter(school=school)
    begun = DeletionCertificate.objects.filter(school=school, issued_at=None, rule_code=CODE)
    due = [row.pk for row in binned if is_gone_by(row, today)]
    due += begun.values_list("decision_id", flat=True)
    for decision_id in due:
        start_job(
            DELETE_JOB,
            school=school,
            by=None,
            key=f"{DELETE_JOB}:{decision_id}:{today.isoformat()}",
            arguments={"decision": str(decision_id)},
        )
    return len(due)


@transaction.atomic
def delete_record(*, school: School, decision_id: UUID | str) -> DeletionCertificate | None:
    """Delete a record's rows and history; the certificate as far as it goes, None if it must stay.

    The second time finds the certificate, and deletes nothing.
    """
    done = DeletionCertificate.objects.filter(school=school, decision_id=decision_id).first()
    if done:
        return done
    pupil = _locked(school, decision_id)
    decision = RetentionDecision.objects.filter(school=school, pk=decision_id).first()
    if pupil is None or decision is None or decision.ended_on or not _may_go(decision, pupil):
        return None
    _take_meetings(pupil)
    found = rows_of(pupil)
    digests = _digests(school, found)
    certificate = _certificate(decision, pupil, found, digests)
    _forget_elsewhere(school, found)
    _delete(decision, found)
    rebuild_deadlines(school, [pupil.pk])
    record_event(
        Action.DELETE_RECORD,
        school=school,
        by=None,
        pupil_ids=[pupil.pk],
        subject=certificate,
        detail={"rows": sum(rows for _, rows, _ in certificate.counts), "files": len(digests)},
    )
    return certificate


@transaction.atomic
def forget_files(*, certificate: DeletionCertificate) -> None:
    """Delete the files of a record whose rows are gone; those that another child has too stay."""
    school = certificate.school
    for digest in certificate.files_left:
        if not is_named(school.pk, digest):
            keeping.forget(school.pk, digest)
    certificate.files_left = []
    certificate.save(update_fields=["files_left"])


def certificate_html(certificate: DeletionCertificate) -> str:
    """The certificate as a document."""
    today = clock.today()
    context = {"certificate": certificate, "school": certificate.school, "today": today}
    return render_to_string("pupils/retention/certificate_pdf.html", context)


@transaction.atomic
def issue_certificate(*, certificate: DeletionCertificate, pdf: bytes) -> DeletionCertificate:
    """Keep the certificate as it is handed out; the first one stands."""
    if certificate.issued_at is None:
        certificate.issued_at, certificate.pdf = clock.moment(), pdf
        certificate.save(update_fields=["issued_at", "pdf"])
    return certificate


def next_number(school: School) -> int:
    """The number of a school's next certificate."""
    last = DeletionCertificate.objects.filter(school=school).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def reference_of(school: School, upn: str) -> str:
    """What a certificate says of a child: whoever has the UPN can ask, nobody can read it back."""
    digest = salted_hmac("certificate of deletion", f"{school.pk}:{upn}", algorithm="sha256")
    text = digest.hexdigest()[:16]
    return "-".join(text[n : n + 4] for n in range(0, 16, 4))


def _locked(school: School, decision_id: UUID | str) -> Pupil | None:
    rows = Pupil.objects.filter(school=school, retention_decisions=decision_id)
    return rows.select_related("school").select_for_update(of=("self",)).first()


def _may_go(decision: RetentionDecision, pupil: Pupil) -> bool:
    """Confirmed, out of the bin's thirty days, and nothing has come up since."""
    today = clock.today()
    return is_gone_by(decision, today) and not obstacles_of(pupil, today)


def _take_meetings(pupil: Pupil) -> None:
    """A class meeting about this child alone goes with it; one about others too stays with them.

    What was said of this child has a key of its own to it, and goes in any case.
    """
    meetings = Meeting.objects.filter(school_id=pupil.school_id, pupil=None, children__pupil=pupil)
    for meeting in meetings:
        if not meeting.children.exclude(pupil=pupil).exists():
            meeting.pupil, meeting.class_group = pupil, None
            meeting.save(update_fields=["pupil", "class_group"])


def _digests(school: School, found: Keys) -> list[str]:
    digests: set[str] = set()
    for model in holders():
        rows = model.objects.filter(school=school, pk__in=found.get(model, ())).exclude(digest="")
        digests.update(rows.values_list("digest", flat=True))
    return sorted(digests)


def _certificate(
    decision: RetentionDecision, pupil: Pupil, found: Keys, digests: list[str]
) -> DeletionCertificate:
    school = pupil.school
    rule = REGISTRY.rule_for(CODE)
    return DeletionCertificate.objects.create(
        school=school,
        number=next_number(school),
        decision_id=decision.pk,
        reference=reference_of(school, pupil.upn or str(pupil.pk)),
        rule_code=rule.code,
        rule_version=rule.version,
        citation=rule.citation,
        ended_in=period_of(pupil.born_on).through.year,
        counts=_counts(school, found),
        files=len(digests),
        files_left=digests,
        proposed_on=decision.proposed_on,
        proposed_by=decision.proposed_by,
        confirmed_at=decision.confirmed_at,
        confirmed_by=decision.confirmed_by,
        rows_deleted_at=clock.moment(),
    )


def _counts(school: School, found: Keys) -> list[list]:
    """[[kind, rows, rows of history]], in words and sorted by them."""
    counts: dict[str, list[int]] = {}
    for model, keys in found.items():
        rows = model._default_manager.filter(school_id=school.pk, pk__in=keys).count()
        both = counts.setdefault(_title(model), [0, 0])
        both[0] += rows
        both[1] += history_of(model, school.pk, keys).count() if event_model_of(model) else 0
    return [[title, *both] for title, both in sorted(counts.items()) if any(both)]


def _title(model: type[models.Model]) -> str:
    packed = table(model._meta.label_lower)
    words = packed.title if packed else str(model._meta.verbose_name_plural)
    return words[:1].upper() + words[1:]


def _forget_elsewhere(school: School, found: Keys) -> None:
    """What names the child or its rows by plain ids: links, prints, previews of imports."""
    everything = set().union(*found.values())
    for model in LINKS:
        model.objects.filter(school=school, **{f"{model.leads_to}__in": everything}).delete()
    ImportedChange.objects.filter(school=school, row_id__in=everything).delete()
    for pupil_id in found[Pupil]:
        PassportPrint.objects.filter(school=school, pupil_ids__contains=[str(pupil_id)]).delete()
        Job.objects.filter(school=school, arguments__pupil=str(pupil_id)).delete()
        _forget_in_imports(school, pupil_id)


def _forget_in_imports(school: School, pupil_id: UUID) -> None:
    """Files that spoke of the child: what was read of them, and one that still waits, go."""
    text = Concat(Cast("preview", TextField()), Cast("decisions", TextField()))
    rows = FileImport.objects.filter(school=school).annotate(said=text)
    for row in rows.filter(Q(pupil_ids__contains=[pupil_id]) | Q(said__contains=str(pupil_id))):
        row.pupil_ids = [pk for pk in row.pupil_ids if pk != pupil_id]
        row.content, row.preview, row.decisions, row.corrections = None, {}, {}, []
        if row.state in (ImportState.READING, ImportState.READY):
            row.state = ImportState.DISCARDED
        row.save()


def _delete(decision: RetentionDecision, found: Keys) -> None:
    """All rows, then the history that their deletion has just been added to.

    The keys between the rows are checked at the end of the transaction, so no order is needed.
    """
    school_id = decision.school_id
    frozen = {model: keys for model, keys in found.items() if getattr(model, "append_only", False)}
    for model, keys in frozen.items():
        _delete_frozen(model, keys, decision)
    delete_traced(school_id, found, but=set(frozen))


def _delete_frozen(model: type[models.Model], keys: set[UUID], decision: RetentionDecision) -> None:
    """Rows that the app role may only add: the owner's function takes them, by this decision."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT forget_frozen_rows(%s, %s, %s)",
            [model._meta.db_table, sorted(keys), decision.pk],
        )
        if cursor.fetchone()[0] != len(keys):
            raise TransitionNotAllowed("Some rows of this record could not be deleted.")
