"""manage governor_report --school SLUG --term "Autumn 2026" --out FILE"""

import hashlib
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem, write_pdf
from aylsham.models import Federation, School
from aylsham.suppression.audience import Audience
from aylsham.tenancy.row_security import school_transaction
from reports.codes import ReportState
from reports.governor.document import document_of, html_of
from reports.governor.terms import TermKey, UnknownTerm
from reports.models import GovernorReport
from reports.selectors.governor import TermNotKnown
from reports.selectors.published import mark_of, pdf_of, reports_of
from reports.services.governor.preparing import draft_unsaved
from reports.services.governor.printing import keep_pdf
from reports.services.governor.recording import record_report


class Command(BaseCommand):
    help = (
        "Write a governor report as a PDF: the published one as it was published, or else a draft "
        "from today's record, which says on every page that it is one."
    )

    def add_arguments(self, parser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--school", metavar="SLUG")
        whose.add_argument("--federation", metavar="SLUG")
        parser.add_argument("--term", required=True, help='such as "Autumn 2026"')
        parser.add_argument("--out", required=True, type=Path, metavar="FILE")
        parser.add_argument(
            "--audience",
            choices=[each.value for each in Audience],
            default=Audience.GOVERNORS.value,
            help="governors: confidential (the default); public: for anybody",
        )
        parser.add_argument(
            "--draft", action="store_true", help="count anew though a report is published"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, **options) -> None:
        owner = _owner(options)
        schools = [owner] if isinstance(owner, School) else list(owner.schools.all())
        try:
            key = TermKey.parse(options["term"])
            with school_transaction(*schools):
                report = _report(owner, key, Audience(options["audience"]), options["draft"])
                pdf = _pdf(report)
                record_report(Action.DOWNLOAD_REPORT, report, by=None, draft=report.is_open)
                _write(options["out"], pdf)
        except (UnknownTerm, TermNotKnown, PdfProblem) as reason:
            raise CommandError(str(reason)) from reason
        self._say(report, options["out"], pdf, is_json=options["json"])

    def _say(self, report: GovernorReport, out: Path, pdf: bytes, *, is_json: bool) -> None:
        if is_json:
            said = {
                "file": str(out),
                "of": report.owner.slug,
                "term": report.key.label,
                "audience": report.audience,
                "state": report.state,
                "version": report.version,
                "bytes": len(pdf),
                "sha256": hashlib.sha256(pdf).hexdigest(),
            }
            self.stdout.write(json.dumps(said, ensure_ascii=False))
            return
        which = "draft, not published" if report.is_open else f"published, version {report.version}"
        self.stdout.write(f"{report.owner.name}, {report.key.label} ({which}): written to {out}.")


def _owner(options) -> School | Federation:
    model, slug = (
        (School, options["school"]) if options["school"] else (Federation, options["federation"])
    )
    owner = model.objects.filter(slug=slug).first()
    if owner is None:
        known = ", ".join(model.objects.order_by("slug").values_list("slug", flat=True))
        noun = model._meta.verbose_name
        raise CommandError(f"No {noun} “{slug}”. There are: {known or 'none'}.")
    return owner


def _report(owner, key: TermKey, audience: Audience, is_draft: bool) -> GovernorReport:
    published = reports_of(owner).published().of(key, audience).first()
    if published and not is_draft:
        return published
    return draft_unsaved(owner=owner, key=key, audience=audience, today=clock.today())


@transaction.atomic
def _pdf(report: GovernorReport) -> bytes:
    """The bytes that were published; printed now if no worker has done it yet."""
    if report.state == ReportState.PUBLISHED and (kept := pdf_of(report)):
        return bytes(kept.pdf)
    pdf = write_pdf(html_of(document_of(report)))
    if report.is_open:
        return pdf
    kept = keep_pdf(report=report, pdf=pdf, made_of=mark_of(report))
    return bytes(kept.pdf) if kept else pdf


def _write(out: Path, pdf: bytes) -> None:
    try:
        out.write_bytes(pdf)
    except OSError as error:
        raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
