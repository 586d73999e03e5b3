"""manage governor_report: a clean standard output, the right exit status, the bytes as published."""

import hashlib
import io
import json

import pytest
from django.core.management import CommandError, call_command

from aylsham.audit.codes import Action
from aylsham.documents import rendering
from aylsham.documents.rendering import PangoMissing
from aylsham.models import AuditEvent
from reports.management.commands import governor_report
from reports.models import SchoolReport
from reports.selectors.published import mark_of, pdf_of
from reports.services.governor.printing import keep_pdf
from tests.factories import behind_the_wall
from tests.reports.governor.makers import published, reportable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def quick_printer(monkeypatch):
    """What is printed does not matter here."""
    monkeypatch.setattr(governor_report, "write_pdf", lambda html: b"%PDF-" + html[:20].encode())


@pytest.fixture
def school():
    return reportable(slug="oak", name="Oak")


def run(out, **more) -> str:
    stdout = io.StringIO()
    options = {"school": "oak", "term": "Autumn 2026", "out": str(out)} | more
    if options.get("federation"):
        options.pop("school")
    args = [f"--{key}={value}" for key, value in options.items() if value is not True]
    flags = [f"--{key}" for key, value in options.items() if value is True]
    call_command("governor_report", *args, *flags, stdout=stdout)
    return stdout.getvalue()


def test_a_draft_is_written_and_nothing_is_kept(school, tmp_path):
    said = run(tmp_path / "r.pdf")
    assert said == f"Oak, Autumn 2026 (draft, not published): written to {tmp_path / 'r.pdf'}.\n"
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    behind_the_wall(school)
    assert not SchoolReport.objects.exists()
    assert AuditEvent.objects.filter(school=school, action=Action.DOWNLOAD_REPORT).count() == 1


def test_a_published_report_is_written_as_it_was_published(school, tmp_path):
    published(school)
    report = SchoolReport.objects.get()
    keep_pdf(report=report, pdf=b"%PDF-as-published", made_of=mark_of(report))
    said = json.loads(run(tmp_path / "r.pdf", json=True))
    assert (tmp_path / "r.pdf").read_bytes() == b"%PDF-as-published"
    assert (said["state"], said["version"]) == ("published", 1)
    assert said["sha256"] == hashlib.sha256(b"%PDF-as-published").hexdigest()
    assert json.loads(run(tmp_path / "d.pdf", json=True, draft=True))["state"] == "draft"


def test_it_prints_and_keeps_what_no_worker_has_printed_yet(school, tmp_path):
    published(school)
    run(tmp_path / "r.pdf")
    behind_the_wall(school)
    assert bytes(pdf_of(SchoolReport.objects.get()).pdf) == (tmp_path / "r.pdf").read_bytes()


def test_the_federation_has_one_too(school, tmp_path):
    said = run(tmp_path / "r.pdf", federation=school.federation.slug, audience="public")
    assert said.startswith(f"{school.federation.name}, Autumn 2026")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"school": "elm"}, "No school “elm”. There are: oak."),
        ({"term": "Autumn"}, "Write it like “Autumn 2026”"),
        ({"term": "Spring 2027"}, "has not begun"),
        ({"term": "Autumn 2031"}, "has not entered the dates"),
        ({"out": "/nowhere/r.pdf"}, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(school, tmp_path, more, words):
    with pytest.raises(CommandError, match=words):
        run(**{"out": tmp_path / "r.pdf"} | more)
    assert not (tmp_path / "r.pdf").exists()


def test_without_pango_it_says_how_to_install_it(school, tmp_path, monkeypatch):
    def missing(html):
        raise PangoMissing

    monkeypatch.setattr(governor_report, "write_pdf", missing)
    with pytest.raises(CommandError, match="apt install libpango"):
        run(tmp_path / "r.pdf")
    assert rendering.HOW_TO_INSTALL
