"""The governor report on paper: pages and seconds, of a usual school and of the longest report."""

import io
import time

import django

#: A report is no longer, and is set no slower on a quiet machine.
MOST_PAGES, MOST_SECONDS = 10, 5.0


def main() -> int:
    """Print pages, seconds and verdicts; 1 if a bar is missed."""
    django.setup()
    import pikepdf

    from aylsham.documents.rendering import write_pdf

    write_pdf("<p>Once, to load what sets pages</p>")
    missed = 0
    for name, html in _papers():
        started = time.monotonic()
        pdf = write_pdf(html())
        seconds = time.monotonic() - started
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            pages = len(opened.pages)
        is_good = pages <= MOST_PAGES and seconds <= MOST_SECONDS
        missed += not is_good
        verdict = "good" if is_good else f"over {MOST_PAGES} pages or {MOST_SECONDS:.0f} s"
        print(
            f"{name}: {pages} pages, {seconds:.1f} s, {len(pdf) // 1024} kB: {verdict}", flush=True
        )
    return 1 if missed else 0


def _papers():
    """Name and HTML of each; drawn up within the time that is measured."""
    from reports.governor.document import html_of, make_document
    from reports.governor.report import Report
    from reports.governor.sentences import WORDED
    from tests.reports.attack.publishing import GOVERNORS, publish
    from tests.reports.attack.schools import of_size
    from tests.reports.governor.fullest import full

    [out] = publish(of_size(1, 300), ((3, GOVERNORS),))
    report = Report.from_json(out.report)
    words = {key: "Word after word. " * 23 for key, _ in WORDED}
    longest = make_document(full(report), words=words, is_draft=True)
    usual = make_document(full(report), words={}, is_draft=True)
    bare = make_document(report, words={}, is_draft=True)
    yield "counts alone", lambda: html_of(bare)
    yield "with every table", lambda: html_of(usual)
    yield "with every table and every box full", lambda: html_of(longest)
