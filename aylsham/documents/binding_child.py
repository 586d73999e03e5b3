"""The child process that binds a bundle: our own tagged pages, and pages of files between them.

WeasyPrint sets every page, those of the files too, so that numbers, index, bookmarks and tags are
right by themselves. A page of a file has an anchor `fNpP` and a figure whose alternative text holds
its words; the page itself is then drawn as that figure. Run as `python -m
aylsham.documents.binding_child SECONDS MEGABYTES`: a line of JSON, the HTML and the files come in; a
line of JSON goes out and after it the parts. No Django, no network, no secret.
"""

import json
import re
import sys

from aylsham.documents.child import PANGO_IS_MISSING, SCHEME, own_files
from aylsham.documents.drawing import Papers, draw_into, page_digests
from aylsham.documents.fonts import with_fonts
from aylsham.documents.languages import tag_languages
from aylsham.documents.limits import set_limits

_PAPER = re.compile(r"f(\d+)p(\d+)")
#: What a part weighs beside its pages: fonts, tags; and a page of ours.
BASE, OWN_PAGE = 250_000, 6_000
#: A part that came out too large is tried again with so much less than would seem to fit.
SLACK = 0.92


def main(seconds: int, megabytes: int) -> int:
    """Bind what comes in; the exit status says how it went."""
    set_limits(seconds, megabytes)
    try:
        import weasyprint
    except (ImportError, OSError):
        return PANGO_IS_MISSING
    asked = json.loads(sys.stdin.buffer.readline())
    html = sys.stdin.buffer.read(asked["html"]).decode()
    papers = Papers([sys.stdin.buffer.read(size) for size in asked["papers"]])
    tag_languages(html)
    parsed = weasyprint.HTML(string=with_fonts(html), url_fetcher=own_files(), base_url=SCHEME)
    binder = Binder(parsed.render(pdf_variant="pdf/ua-1"), papers, asked["most"])
    parts = binder.parts(asked["cuts"])
    head = {
        "starts": {name: at + 1 for name, at in binder.starts.items()},
        "redrawn": sorted(papers.redrawn),
        "parts": [
            {"size": len(pdf), "first_page": first + 1, "digests": page_digests(pdf)}
            for first, pdf in parts
        ],
    }
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for _, pdf in parts:
        sys.stdout.buffer.write(pdf)
    return 0


class Binder:
    """The pages as they were set, made into PDFs of a size."""

    def __init__(self, document, papers: Papers, most: int):
        self.document, self.papers, self.most = document, papers, most
        self.starts: dict[str, int] = {}
        #: Page of the bundle → (paper, page of it), all from 0.
        self.drawn: dict[int, tuple[int, int]] = {}
        for at, page in enumerate(document.pages):
            for name in page.anchors:
                self.starts.setdefault(name, at)
                if found := _PAPER.fullmatch(name):
                    self.drawn[at] = (int(found[1]), int(found[2]))

    def parts(self, cuts: list[str]) -> list[tuple[int, bytes]]:
        """[(first page from 0, PDF)], each within the limit."""
        count, first = len(self.document.pages), 0
        if not self.most:
            return [(0, self.part(0, count))]
        weights = [self._weight(at) for at in range(count)]
        ends = sorted({self.starts[name] for name in cuts if name in self.starts})
        found = []
        while first < count:
            last = _end(weights, first, self.most)
            pdf = b""
            while True:
                last = _whole_item(ends, first, last) if last < count else last
                pdf = self.part(first, last)
                if len(pdf) <= self.most:
                    break
                if last - first == 1:
                    pdf = self._small(first)
                    break
                fits = (last - first) * self.most / len(pdf) * SLACK
                last = first + max(1, min(int(fits), last - first - 1))
            found.append((first, pdf))
            first = last
        return found

    def part(self, first: int, last: int) -> bytes:
        """The pages from `first` on and before `last`, tagged, with the drawn pages in place."""
        pages = self.document.pages[first:last]
        pdf = self.document.copy(pages).write_pdf(pdf_variant="pdf/ua-1")
        drawn = {at - first: what for at, what in self.drawn.items() if first <= at < last}
        return draw_into(pdf, self.papers, drawn, first_page=first + 1)

    def _small(self, at: int) -> bytes:
        """One page that alone is over the limit, drawn as a picture that fits."""
        pdf = b""
        for dots in (150, 100, 70) if at in self.drawn else ():
            self.papers.redraw(*self.drawn[at], dots=dots, number=at + 1)
            pdf = self.part(at, at + 1)
            if len(pdf) <= self.most:
                break
        return pdf or self.part(at, at + 1)

    def _weight(self, at: int) -> int:
        return OWN_PAGE + (self.papers.weight(*self.drawn[at]) if at in self.drawn else 0)


def _end(weights: list[int], first: int, most: int) -> int:
    total, last = BASE, first
    while last < len(weights) and (last == first or total + weights[last] <= most):
        total += weights[last]
        last += 1
    return last


def _whole_item(ends: list[int], first: int, last: int) -> int:
    """The end of an item before `last`, unless that would leave more than half the room empty."""
    best = max((end for end in ends if first < end <= last), default=last)
    return best if best - first >= (last - first) / 2 else last


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
