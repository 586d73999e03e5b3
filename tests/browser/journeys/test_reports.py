"""A governor reads and downloads what was published; a SENDCo prepares, a head publishes."""

from aylsham.jobs.runner import run_job
from aylsham.models import Job


def work_off() -> None:
    """What the worker does beside the site."""
    for job in Job.objects.filter(kind="governor_report").to_be_taken().order_by("pk"):
        run_job(job.pk)


def test_a_governor_reads_the_newest_report_and_takes_the_pdf(open_person):
    work_off()
    governor = open_person().sign_in_as("governor@demo.example")
    assert "Three questions to ask" in governor.text
    assert governor.violations() == []
    governor.go("/bure-valley/reports/").follow("Autumn 2026")
    assert "How many children have SEN?" in governor.text
    assert governor.violations() == []
    with governor.page.expect_download() as download:
        governor.page.get_by_role("link", name="PDF").click()
    taken = download.value
    assert taken.suggested_filename == "send-report-bure-valley-2026-autumn-governors-v1.pdf"
    assert taken.path().read_bytes().startswith(b"%PDF-")
    assert governor.faults == []


def test_a_governor_reads_on_a_phone(open_person):
    governor = open_person(width=360, height=740).come_back_as("governor@demo.example")
    governor.go("/john-bears/reports/").follow("Autumn 2026")
    assert "What can be said: 9 children" in governor.text
    assert not governor.is_too_wide()
    assert governor.violations() == []


def test_from_the_wish_to_the_readers_without_script(open_person):
    sendco = open_person(script=False).come_back_as("sendco@demo.example")
    sendco.go("/john-of-gaunt/reports/")
    sendco.page.get_by_label("Anybody").check()
    sendco.press("Prepare the report")
    assert "Waiting for its turn" in sendco.text
    work_off()
    sendco.page.reload()
    sendco.follow("Write your own words")
    sendco.page.get_by_label("In short").fill("A term of settling in.")
    sendco.press("Save your words")
    assert "A term of settling in." in sendco.text
    head = open_person(script=False).come_back_as("head@demo.example")
    head.go(sendco.page.url.removeprefix(head.address))
    head.follow("Publish")
    head.press("Publish it")
    assert "It is published" in head.text
    governor = open_person(script=False).come_back_as("governor@demo.example")
    governor.go("/john-of-gaunt/reports/")
    assert "Anybody" in governor.text
