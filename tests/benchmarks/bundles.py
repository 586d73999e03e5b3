"""`./run bench --bundle`: an evidence bundle of more than 150 pages, made and checked page by page."""

import datetime as dt
import io
import tempfile
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdf
import time_machine

from tests.benchmarks.database import analyze, copy_of, throw_away_database

PAGES, SECONDS = 150, 30
#: A long report, a short one, a scan, over and over.
PAPERS, CYCLES, VOICES = 30, 4, 24
SENTENCE = (
    "The child needs instructions one at a time, with a picture beside each, and time to answer "
    "before anybody says them again. "
)


def main(out: Path | None = None) -> int:
    """Make it, say the seconds, check each reference; 1 if a bar is missed. `out` keeps the PDF."""
    nine = dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/London"))
    with (
        throw_away_database() as template,
        copy_of(template, f"{template}_bundle"),
        tempfile.TemporaryDirectory() as folder,
        time_machine.travel(nine, tick=True),
    ):
        from django.conf import settings

        settings.MEDIA_ROOT = folder
        return _measure(out)


def _measure(out: Path | None) -> int:
    from aylsham.tenancy.row_security import school_transaction
    from tests.factories import SchoolFactory

    school = SchoolFactory(slug="oakfield")
    with school_transaction(school):
        pupil, by = _fill(school)
    analyze()
    with school_transaction(school):
        bundle, asked = _ask(pupil, by)
    from aylsham.jobs.runner import run_job

    began = time.monotonic()
    run_job(asked)
    took = time.monotonic() - began
    with school_transaction(school):
        bundle.refresh_from_db()
        parts = [bytes(part.pdf) for part in bundle.parts.filter(school=school)]
    if out:
        out.write_bytes(parts[0])
    wrong = wrong_references(bundle.manifest, parts)
    size = sum(map(len, parts)) / 1_000_000
    print(
        f"{bundle.pages} pages, {len(bundle.manifest['items'])} items, {size:.1f} MB: {took:.1f} s"
    )
    print(f"  {len(wrong)} wrong references{': ' + '; '.join(wrong[:5]) if wrong else ''}")
    return int(took > SECONDS or bundle.pages < PAGES or bool(wrong))


def wrong_references(manifest: dict, parts: list[bytes]) -> list[str]:
    """Items that do not begin on the page that the index names, and pages that say another number."""
    readers = [pypdf.PdfReader(io.BytesIO(part)) for part in parts]
    words = [page.extract_text() for reader in readers for page in reader.pages]
    pages = len(words)
    wrong = [
        f"page {n}" for n, said in enumerate(words, 1) if f"Bundle page {n} of {pages}" not in said
    ]
    for item in manifest["items"]:
        first = item["first_page"]
        if first and f"{item['number']}. {item['title'][:30]}" not in words[first - 1]:
            wrong.append(f"item {item['number']} is not on page {first}")
    return wrong


def _fill(school):
    """A child with a record of years."""
    from provision.services.cycles import close_cycle
    from tests.factories import TODAY, member
    from tests.provision.aims import a_target, running, say, score
    from tests.provision.makers import given
    from tests.reports.bundles.makers import a_child, a_voice, full_record, noise, paper

    pupil, by = a_child(school=school), member(school)
    full_record(pupil, by)
    for n in range(VOICES):
        kind = ("pupil_views", "parent_views", "advice")[n % 3]
        words = f"{n}. " + SENTENCE * 14
        a_voice(pupil, by, words, kind=kind, given_on=TODAY - dt.timedelta(days=20 * n))
    for n in range(CYCLES):
        a_target(pupil, by=by, text=f"Target {n}: reads the words of list {n}.")
        cycle = running(pupil, by=by)
        for section in ("child_after", "parents_after", "next"):
            say(cycle, section, SENTENCE * 5, by)
        score(cycle, by=by)
        close_cycle(cycle=cycle, closed_on=TODAY, by=by)
        given(school, pupil, by=by, name=f"Small group {n}")
    for n in range(PAPERS):
        on = TODAY - dt.timedelta(days=11 * n)
        if n % 3 == 2:
            name = {"name": f"scan{n}.jpg", "data": noise(n)}
            paper(pupil, f"Scanned letter {n}", kind="letter", of_on=on, **name)
        else:
            pages = 9 if n % 3 == 0 else 3
            paper(pupil, f"Report {n}", data=report(n, pages), kind="ep", of_on=on)
    return pupil, by


def report(number: int, pages: int) -> bytes:
    """A report as an office program writes it: text on every page, with its font."""
    import weasyprint

    leaves = "".join(
        f"<section style='break-before: page'><h2>{number}.{n} What we saw</h2>"
        f"<p>{SENTENCE * 12}</p></section>"
        for n in range(pages)
    )
    return weasyprint.HTML(string=f"<html lang='en'><body>{leaves}</body></html>").write_pdf()


def _ask(pupil, by):
    """Looked through, everything flagged decided, asked for."""
    from reports.selectors.bundles.pages import contents_now
    from reports.services.bundles.preparing import Said, ask_to_make, decide
    from tests.reports.bundles.makers import begun

    bundle = begun(pupil, by)
    said = [
        Said(line.found.key, line.found.digest, True, "Needed.")
        for line in contents_now(bundle).open
    ]
    if said:
        decide(bundle=bundle, said=said, by=by)
    job = ask_to_make(bundle=bundle, by=by)
    return bundle, job.pk
