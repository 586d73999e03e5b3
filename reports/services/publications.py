"""What a school publishes: drafted from the record, worded, sent to the head, published, kept."""

import datetime as dt
import hashlib
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import Difference, StaleSave, TransitionNotAllowed, version_of
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from reports.models import DutyRecord, Publication, PublicationFile
from reports.publication_codes import OPEN, PublicationState
from reports.publications.kind import Kind
from reports.publications.kinds import kind_of
from reports.selectors.publications import empty_headings, still_lacking
from reports.services.duties import record_duty

PUBLICATION_JOB = "publication"
WORDS = ("words",)


@transaction.atomic
def start_publication(*, kind: Kind, school: School, by: User | None) -> Publication:
    """Begin the next document of a kind; the one that is being written if there is one.

    It begins with the school's words of the last one: they are looked through, not written anew.
    """
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    rows = Publication.objects.filter(school=school, kind=kind.duty)
    if known := rows.filter(state__in=OPEN).first():
        return known
    last = rows.first()
    draft = Publication(school=school, kind=kind.duty, words=last.words if last else {})
    _read(draft)
    draft.save(force_insert=True)
    _record(Action.PREPARE_REPORT, draft, by, step="begun")
    return draft


@transaction.atomic
def read_record_again(*, publication: Publication, by: User | None) -> Publication:
    """Read the record again; the words stay."""
    draft = _draft(publication)
    _read(draft)
    draft.save(update_fields=["content", "cover", "read_on"])
    _record(Action.PREPARE_REPORT, draft, by, step="counted")
    return draft


@transaction.atomic
def write_words(
    *, publication: Publication, words: Mapping[str, str], version: str, by: User | None
) -> Publication:
    """Keep the school's words by heading; empty ones are left out. StaleSave for the second editor."""
    draft = _draft(publication)
    if version != (now := version_of(draft, WORDS)):
        raise StaleSave(_differences(draft), now)
    if unknown := set(words) - set(kind_of(draft.kind).by_key):
        raise TransitionNotAllowed(f"There is no heading {min(unknown)}.")
    draft.words = {key: text.strip() for key, text in words.items() if text.strip()}
    draft.save(update_fields=["words"])
    _record(Action.PREPARE_REPORT, draft, by, step="words")
    return draft


@transaction.atomic
def send_to_head(*, publication: Publication, by: User | None) -> Publication:
    """Give the draft to the head with what the record says now; refused while a heading is empty."""
    draft = _draft(publication)
    _read(draft)
    _require_complete(draft)
    _require_nothing_lacking(draft)
    draft.state = PublicationState.WITH_HEAD
    draft.sent_by, draft.sent_at, draft.sent_back_words = by, timezone.now(), ""
    draft.save()
    _record(Action.PREPARE_REPORT, draft, by, step="sent")
    return draft


@transaction.atomic
def send_back(*, publication: Publication, words: str, by: User | None) -> Publication:
    """Give it back to whoever writes it, and say what is to change."""
    found = _with_head(publication)
    found.state, found.sent_by, found.sent_at = PublicationState.DRAFT, None, None
    found.sent_back_words = words.strip()
    found.save()
    _record(Action.PREPARE_REPORT, found, by, step="sent back")
    return found


@transaction.atomic
def publish(
    *,
    publication: Publication,
    web_address: str,
    by: User | None,
    starts_on: dt.date | None = None,
) -> Publication:
    """Publish it: it never changes again, replaces the one before, and its clock starts anew."""
    found = _with_head(publication)
    _require_complete(found)
    _take_first_day(found, starts_on)
    School.objects.select_for_update(no_key=True).get(pk=found.school_id)
    rows = Publication.objects.filter(school=found.school_id, kind=found.kind)
    rows.filter(state=PublicationState.PUBLISHED).update(state=PublicationState.REPLACED)
    found.state = PublicationState.PUBLISHED
    found.published_by, found.published_at = by, timezone.now()
    found.save()
    _start_printing(found, by)
    _record(Action.PUBLISH_REPORT, found, by)
    _count_as_done(found, web_address, by)
    return found


@transaction.atomic
def withdraw(*, publication: Publication, why: str, by: User | None) -> Publication:
    """Take a published one back: it stays in the record, with the reason."""
    found = _locked(publication)
    if not found.is_published:
        raise TransitionNotAllowed("Only what is published can be withdrawn.")
    found.state = PublicationState.WITHDRAWN
    found.withdrawn_by, found.withdrawn_at = by, timezone.now()
    found.withdrawn_why = why.strip()
    found.save()
    _record(Action.WITHDRAW_REPORT, found, by)
    return found


@transaction.atomic
def ask_for_pdf(*, publication: Publication, by: User | None) -> Publication:
    """Have the PDF made, unless it is there or on its way."""
    found = _locked(publication)
    if not found.is_out:
        raise TransitionNotAllowed("The PDF is made when it is published.")
    is_coming = found.job_id and Job.objects.open().filter(pk=found.job_id).exists()
    if not (found.files.exists() or is_coming):
        _start_printing(found, by)
    return found


@transaction.atomic
def keep_pdf(*, publication: Publication, pdf: bytes) -> PublicationFile:
    """Keep the PDF: whoever comes later gets the first."""
    found = _locked(publication)
    kept = found.files.first()
    return kept or PublicationFile.objects.create(
        school=found.school,
        publication=found,
        pdf=pdf,
        digest=hashlib.sha256(pdf).hexdigest(),
    )


def _read(publication: Publication) -> None:
    today = clock.today()
    reading = kind_of(publication.kind).read(publication.school, today)
    publication.content = reading.content()
    publication.cover = [list(line) for line in reading.cover]
    publication.read_on = today


def _take_first_day(publication: Publication, starts_on: dt.date | None) -> None:
    if bool(starts_on) != bool(kind_of(publication.kind).months):
        raise TransitionNotAllowed(
            "It has no first day." if starts_on else "Say on which day it starts."
        )
    publication.starts_on = starts_on


def _count_as_done(publication: Publication, web_address: str, by: User | None) -> None:
    on = clock.today()
    known = DutyRecord.objects.filter(
        school=publication.school,
        duty=publication.kind,
        done_on=on,
        about_on=publication.starts_on,
    )
    if not known.exists():
        record_duty(
            school=publication.school,
            duty=publication.kind,
            done_on=on,
            about_on=publication.starts_on,
            by=by,
            web_address=web_address,
        )


def _start_printing(publication: Publication, by: User | None) -> None:
    arguments = {"publication": publication.pk, "kind": publication.kind}
    job = start_job(PUBLICATION_JOB, school=publication.school, by=by, arguments=arguments)
    publication.job_id = job.pk
    publication.save(update_fields=["job_id"])


def _require_complete(publication: Publication) -> None:
    if empty := empty_headings(publication):
        asked_by = kind_of(publication.kind).asked_by.capitalize()
        raise TransitionNotAllowed(
            f"{len(empty)} headings say nothing yet. {asked_by} asks for each of them: begin with "
            f"“{empty[0].title}”."
        )


def _require_nothing_lacking(publication: Publication) -> None:
    if lacking := still_lacking(publication, clock.today()):
        raise TransitionNotAllowed(f"It is not complete yet. {lacking[0]}")


def _locked(publication: Publication) -> Publication:
    rows = Publication.objects.select_for_update(of=("self",), no_key=True)
    found = rows.select_related("school").get(school=publication.school_id, pk=publication.pk)
    return found


def _draft(publication: Publication) -> Publication:
    found = _locked(publication)
    if not found.is_draft:
        raise TransitionNotAllowed("It is no longer a draft. Open it again to see where it is.")
    return found


def _with_head(publication: Publication) -> Publication:
    found = _locked(publication)
    if not found.is_with_head:
        raise TransitionNotAllowed("It is not with the head. Open it again to see where it is.")
    return found


def _record(action: Action, publication: Publication, by: User | None, **detail: str) -> None:
    record_event(
        action,
        school=publication.school,
        by=by,
        subject=publication,
        detail={"of": publication.kind, **detail},
    )


def _differences(publication: Publication) -> list[Difference]:
    return [
        Difference(
            heading.key,
            heading.title,
            publication.words.get(heading.key, ""),
            publication.words.get(heading.key) or "empty",
        )
        for heading in kind_of(publication.kind).headings
    ]
