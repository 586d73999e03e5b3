"""Background work on documents: words for the search, the bin, records at their end."""

from collections.abc import Generator
from functools import partial
from typing import Any

from celery import shared_task
from django.utils import timezone

from aylsham import clock
from aylsham.jobs.registry import Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.jobs.services import start_once_a_day
from pupils.selectors.documents import text_of, version_to_read
from pupils.services.concerns.drafts import forget_old_drafts
from pupils.services.contributions.attaching import forget_unsent_files
from pupils.services.documents.binning import empty_bin, sweep_files
from pupils.services.documents.words import keep_words
from pupils.services.papers import forget_papers
from pupils.services.passports.printing import (
    forget_class_sets,
)
from pupils.services.print_batches import forget_batches
from pupils.services.retention.deleting import (
    DELETE_JOB,
    certificate_html,
    delete_record,
    forget_files,
    issue_certificate,
    start_deletions,
)
from pupils.services.searching import SEARCH_JOB, keep_search_words
from pupils.services.shares.copies import forget_copies
from pupils.tasks.setting import write_pages


@job_handler("read_document", title="Reading a document for the search", can_be_cancelled=False)
def read_document(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read the words of one version, in a child process outside any transaction."""
    version = version_to_read(work.school, work.arguments["version"])
    if version is None:
        return {}
    text = yield Outside(compute=partial(text_of, version))
    keep_words(version=version, text=text)
    return {"letters": len(text or "")}


@shared_task(name="pupils.tasks.tidy_all_documents")
def tidy_all_documents() -> None:
    """Ask every school, once a night, to empty its bin of documents."""
    start_once_a_day("tidy_documents", on=clock.today())


@shared_task(name="pupils.tasks.keep_all_search_words")
def keep_all_search_words() -> None:
    """Ask every school, once a night, to make what the search looks in agree with its notes."""
    start_once_a_day(SEARCH_JOB, on=clock.today())


@job_handler(SEARCH_JOB, title="Words for the search", can_be_cancelled=False)
def keep_words_of_school(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Make a school's copy of its notes, and the words that it uses, agree with what is written."""
    yield Step(sentence="Looking through what is written.")
    return keep_search_words(school=work.school)


@job_handler("tidy_documents", title="Emptying the bin of documents", can_be_cancelled=False)
def tidy_documents(work: Work) -> Generator[Step, None, dict[str, Any]]:
    """Delete what lay in the bin long enough; records at the end of their time have own jobs."""
    records = start_deletions(school=work.school)
    deleted = empty_bin(school=work.school, now=timezone.now())
    yield Step(sentence="The bin is emptied.")
    forget_class_sets(school=work.school, now=timezone.now())
    forget_papers(school=work.school, now=clock.moment())
    forget_batches(school=work.school, now=clock.moment())
    forget_copies(school=work.school, now=clock.moment())
    forget_unsent_files(school=work.school, today=clock.today())
    forget_old_drafts(school=work.school, today=clock.today())
    swept = sweep_files(school=work.school, now=timezone.now())
    return {"records": records, "deleted": deleted, "swept": swept}


@job_handler(DELETE_JOB, title="Deleting a record for good", can_be_cancelled=False)
def delete_one_record(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Rows first, then files, then the certificate: each is done once, whoever goes on with it."""
    certificate = delete_record(school=work.school, decision_id=work.arguments["decision"])
    if certificate is None or certificate.issued_at:
        return {}
    yield Step(done=1, total=3, sentence="The rows are deleted.")
    forget_files(certificate=certificate)
    html = certificate_html(certificate)
    pdf = yield Outside(
        done=2, total=3, sentence="The files are deleted.", compute=partial(write_pages, html)
    )
    issue_certificate(certificate=certificate, pdf=pdf)
    return {"certificate": certificate.number}
