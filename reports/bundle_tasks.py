"""Background work on evidence bundles: looking through a record, and making the files."""

import datetime as dt
from collections.abc import Generator
from functools import partial
from typing import Any

from django.urls import reverse

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.access.permissions import Permission
from aylsham.documents.binding import Paper
from aylsham.documents.rendering import PangoMissing, PdfProblem
from aylsham.jobs.codes import JobQueue
from aylsham.jobs.registry import JobFailed, Outside, Step, job_handler
from aylsham.jobs.runner import Work
from aylsham.models import Job
from pupils.selectors.identity import Child, find_child
from reports.bundles.choosing import contents_of
from reports.bundles.evidence import Evidence
from reports.bundles.manifest import Made
from reports.models import EvidenceBundle
from reports.selectors.bundles.gathering import Gathered, gathered
from reports.selectors.bundles.pages import bundle_to_make, decided_of, scope_of
from reports.services.bundles import making
from reports.services.bundles.preparing import LOOK_JOB, MAKE_JOB

#: Looking into one file, or binding hundreds of pages.
LEASE = dt.timedelta(minutes=8)
SOMETHING_NEW = (
    "Since you looked, something came that is flagged or has changed. Decide about it, then make "
    "the bundle."
)
type Looking = Generator[Step, Any, dict[str, Paper]]


def _page(job: Job) -> str:
    # The page that asks is no school's: it sees no bundle.
    return reverse(
        "bundle", args=[job.school.slug, job.arguments["pupil"], job.arguments["bundle"]]
    )


@job_handler(LOOK_JOB, title="Looking through a record for evidence", lease=LEASE, result_url=_page)
def look_through(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read what may go in, count the pages of each file, and keep the list."""
    bundle = bundle_to_make(work.school, work.arguments["bundle"])
    if bundle is None:
        return {}
    found = _gathered(bundle, *_reader(work, bundle))
    files = making.files_in(found.evidence)
    papers = yield from _looked_into(work, files, more=0)
    evidence = found.flagged(making.words_of(papers))
    making.keep_look(bundle=bundle, found=making.found_of(evidence, papers))
    return {"found": len(evidence), "files": len(files)}


@job_handler(
    MAKE_JOB,
    title="Evidence bundle",
    queue=JobQueue.HEAVY,
    lease=LEASE,
    max_attempts=3,
    result_url=_page,
)
def make_evidence(work: Work) -> Generator[Step, Any, dict[str, Any]]:
    """Read everything anew, see that nothing new waits for a person, bind it and keep it."""
    bundle = bundle_to_make(work.school, work.arguments["bundle"])
    if bundle is None:
        return {}
    access, child = _reader(work, bundle)
    found = _gathered(bundle, access, child)
    decided = decided_of(bundle)
    files = making.files_in(found.evidence)
    papers = yield from _looked_into(work, files, more=2)
    evidence = found.flagged(making.words_of(papers))
    now = making.found_of(evidence, papers)
    contents = contents_of(now, decided)
    if contents.open or not contents.going_in:
        making.keep_problem(bundle=bundle, problem=SOMETHING_NEW, found=now)
        return {"state": "waits"}
    order = making.order_of(bundle, access, child, evidence, contents)
    made = yield Outside(
        done=len(files) + 1,
        total=len(files) + 2,
        sentence=f"Setting and binding about {contents.pages} pages",
        compute=partial(_bound, order, papers),
    )
    if page := making.is_too_large(made.bound, bundle.most_mb):
        problem = f"Page {page} alone is larger than the limit. Raise the limit or leave it out."
        making.keep_problem(bundle=bundle, problem=problem)
        return {"state": "too large"}
    kept = making.keep_bundle(bundle=bundle, made=made, by=work.by)
    return {"state": "made" if kept else "changed", "pages": made.bound.pages}


def _reader(work: Work, bundle: EvidenceBundle) -> tuple[Access, Child]:
    """Whoever asked, as they may read today; JobFailed when they may no longer."""
    school, today = bundle.school, clock.today()
    if work.by is None:
        raise JobFailed("Nobody is named who asked for it.")
    posts = posts_of(work.by, today=today)
    access = Access(work.by, today, posts, school=school, schools=[school])
    child = find_child(access, bundle.pupil_id) if access.can(Permission.MAKE_BUNDLES) else None
    if child is None:
        raise JobFailed("Whoever asked for it may no longer read this record.")
    return access, child


def _gathered(bundle: EvidenceBundle, access: Access, child: Child) -> Gathered:
    return gathered(access, child, scope_of(bundle))


def _looked_into(work: Work, files: list[Evidence], *, more: int) -> Looking:
    """The pages of each file by digest, in child processes outside any transaction."""
    papers: dict[str, Paper] = {}
    for number, each in enumerate(files, 1):
        papers[each.digest] = yield Outside(
            done=number - 1,
            total=len(files) + more,
            sentence=f"Reading paper {number} of {len(files)}",
            compute=partial(making.read_paper, work.school, each),
        )
    return papers


def _bound(order: making.Order, papers: dict[str, Paper]) -> Made:
    try:
        return making.make(order, papers)
    except (PangoMissing, PdfProblem) as problem:
        raise JobFailed(str(problem)) from None  # its maker waits at the page: they press again
