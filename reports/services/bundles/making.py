"""Making an evidence bundle: read, looked into, set, bound, and kept with its hashes."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from aylsham import clock
from aylsham.access.current import Access
from aylsham.documents import keeping
from aylsham.documents.binding import BROKEN, Bound, Paper, bind, look_into
from aylsham.documents.fitting import fit_pdf
from aylsham.models import School, User
from pupils.selectors.identity import Child
from pupils.words import year_words
from reports.bundles.choosing import Contents
from reports.bundles.document import Cover, Item, html_of, items_of, summary_html
from reports.bundles.evidence import Evidence, Found
from reports.bundles.manifest import Made, manifest_of
from reports.bundles.summary import SIZES, Summary, summary_of
from reports.models import BundlePart, EvidenceBundle
from reports.selectors.bundles.pages import scope_of
from reports.services.bundles.preparing import record_bundle, unmake

MB = 1_000_000
#: A bundle that nobody sent is kept for so long.
KEPT_FOR = dt.timedelta(days=60)


@dataclass(frozen=True)
class Order:
    """Everything that making a bundle needs; from here on there is no database."""

    cover: Cover
    contents: Contents
    evidence: Mapping[str, Evidence]
    most_mb: int


def files_in(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The files whose pages are needed: each once, however often it was filed."""
    chosen = {each.digest: each for each in reversed(evidence) if each.file and not each.left_out}
    return list(reversed(chosen.values()))


def read_paper(school: School, each: Evidence) -> Paper:
    """The pages of a file; one that is missing on the disk says so. No database."""
    assert each.file is not None
    try:
        data = keeping.read(school.pk, each.file.digest)
    except OSError:
        return Paper(problem=BROKEN)
    return look_into(data, each.file.extension)


def found_of(evidence: Sequence[Evidence], papers: Mapping[str, Paper]) -> list[Found]:
    """What a bundle remembers of what was looked through."""
    nothing = Paper()
    looked = ((each, papers.get(each.digest, nothing)) for each in evidence)
    return [Found.of(e, pages=len(p.pages), problem=p.problem) for e, p in looked]


def words_of(papers: Mapping[str, Paper]) -> dict[str, str]:
    """The words that stand in the pages of files, by digest."""
    return {
        digest: " ".join(page.words for page in paper.pages) for digest, paper in papers.items()
    }


@transaction.atomic
def keep_look(*, bundle: EvidenceBundle, found: Sequence[Found]) -> None:
    """Keep what was found; `bundle` is as the work began with it."""
    rows = EvidenceBundle.objects.select_for_update(of=("self",), no_key=True)
    row = rows.filter(school_id=bundle.school_id, pk=bundle.pk, sent_on=None).first()
    if row is None or scope_of(row) != scope_of(bundle):
        return  # thrown away, sent, or changed: another look is on its way
    row.found, row.looked_at = [each.as_json() for each in found], clock.moment()
    row.save(update_fields=["found", "looked_at"])


def cover_of(bundle: EvidenceBundle, child: Child, by: User | None) -> Cover:
    """What stands on the first page."""
    pupil = child.pupil
    place = [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name]
    return Cover(
        child=pupil.full_name,
        born_on=pupil.born_on,
        place=", ".join(filter(None, place)),
        school=child.school.name,
        aim=bundle.get_aim_display(),
        council=bundle.council,
        days=scope_of(bundle).words,
        made_on=child.today,
        made_by=by.name if by else "",
    )


def make(order: Order, papers: Mapping[str, Paper]) -> Made:
    """Set and bind everything; no database. PdfProblem if it cannot be had."""
    pages = {digest: paper.pages for digest, paper in papers.items() if paper.pages}
    items = items_of(order.contents, order.evidence, pages)
    summary = _summary(order, items)
    bound = bind(
        html_of(order.cover, summary, items, order.contents),
        [papers[digest] for digest in pages],
        most_bytes=order.most_mb * MB,
        cuts=[item.anchor for item in items],
    )
    return Made(bound, tuple(items), order.contents)


def _summary(order: Order, items: Sequence[Item]) -> Summary:
    """The roomiest summary that takes two pages at most."""
    numbered = [(item.number, item.evidence) for item in items]
    left_out = len(order.contents.left_out)
    sizes = [summary_of(numbered, size=n, left_out=left_out) for n in range(len(SIZES))]
    fitted = fit_pdf([summary_html(order.cover, each) for each in sizes], most=2)
    return next(each for each in sizes if f"size-{each.size}" in fitted.starts)


def is_too_large(bound: Bound, most_mb: int) -> int:
    """The first page of a part that is over the limit all the same; 0 when all fit."""
    over = (part.first_page for part in bound.parts if len(part.pdf) > most_mb * MB)
    return next(over, 0) if most_mb else 0


@transaction.atomic
def keep_bundle(*, bundle: EvidenceBundle, made: Made, by: User | None) -> EvidenceBundle | None:
    """Keep the files with their hashes; None when the bundle was changed or thrown away meanwhile."""
    rows = EvidenceBundle.objects.select_for_update(of=("self",), no_key=True)
    row = rows.filter(school_id=bundle.school_id, pk=bundle.pk, sent_on=None).first()
    if row is None or row.job_id != bundle.job_id:
        return None
    row.pupil, row.school = bundle.pupil, bundle.school
    unmake(row)
    row.made_at, row.made_by, row.pages = clock.moment(), by, made.bound.pages
    row.manifest = manifest_of(made, row.made_at)
    row.save(update_fields=["made_at", "made_by", "pages", "manifest"])
    for number, part in enumerate(made.bound.parts, 1):
        BundlePart.objects.create(
            school=row.school,
            bundle=row,
            number=number,
            first_page=part.first_page,
            last_page=part.last_page,
            pdf=part.pdf,
            size=len(part.pdf),
            digest=hashlib.sha256(part.pdf).hexdigest(),
        )
    record_bundle(row, by, "made", pages=row.pages, parts=len(made.bound.parts))
    return row


@transaction.atomic
def keep_problem(*, bundle: EvidenceBundle, problem: str, found: Sequence[Found] = ()) -> None:
    """Say why it could not be made; with `found`, what the record holds by now."""
    rows = EvidenceBundle.objects.select_for_update(of=("self",), no_key=True)
    row = rows.filter(school_id=bundle.school_id, pk=bundle.pk, sent_on=None).first()
    if row is None:
        return
    row.problem = problem
    if found:
        row.found, row.looked_at = [each.as_json() for each in found], clock.moment()
    row.save(update_fields=["problem", "found", "looked_at"])


def forget_unsent(*, school: School, now: dt.datetime) -> int:
    """Throw bundles away that were begun long ago and never sent; how many."""
    old = EvidenceBundle.objects.filter(school=school, sent_on=None, started_at__lt=now - KEPT_FOR)
    return old.delete()[0]


def order_of(
    bundle: EvidenceBundle,
    access: Access,
    child: Child,
    evidence: Sequence[Evidence],
    contents: Contents,
) -> Order:
    """What is to be made, with everything read."""
    return Order(
        cover_of(bundle, child, access.user),
        contents,
        {each.key: each for each in evidence},
        bundle.most_mb,
    )
