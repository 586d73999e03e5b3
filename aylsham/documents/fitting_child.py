"""The child process that sets what must fit a number of pages, and says so when it does not.

Input: {"documents": [HTML, the roomiest first], "most": pages, "trim": bool}. Output: one line of
JSON, then the PDF of the first document that fits, else of the last. With `trim`, what does not
fit is not set: the answer names the box (`data-box`) that is too long, and by how many words.
"""

import json
import sys
from collections.abc import Iterable, Iterator

from aylsham.documents.child import PANGO_IS_MISSING, SCHEME, own_files
from aylsham.documents.fonts import with_fonts
from aylsham.documents.limits import set_limits


def main(seconds: int, megabytes: int) -> int:
    """Set what comes in; the exit status says how it went."""
    set_limits(seconds, megabytes)
    try:
        import weasyprint
    except (ImportError, OSError):
        return PANGO_IS_MISSING
    asked = json.loads(sys.stdin.buffer.read())
    setter = Setter(weasyprint, asked["most"])
    html, document = "", None
    for html in asked["documents"]:
        document = setter.set(html)
        if len(document.pages) <= asked["most"]:
            break
    fits = len(document.pages) <= asked["most"]
    answer = {"pages": len(document.pages), "starts": _starts(document), "too_long": []}
    if asked["trim"] and not fits:
        answer["too_long"] = setter.too_long(html)
        _say(answer)
        return 0
    _say(answer)
    sys.stdout.buffer.write(document.write_pdf(pdf_variant="pdf/ua-1"))
    return 0


def _say(answer: dict) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")


def _starts(document) -> dict[str, int]:
    """On which page (from 0) each anchor first stands: one that goes on has it on every page."""
    starts: dict[str, int] = {}
    for at, page in enumerate(document.pages):
        for name in page.anchors:
            starts.setdefault(name, at)
    return starts


class Setter:
    """Sets a document, as it is or with the last words of some boxes left out."""

    def __init__(self, weasyprint, most: int):
        self.weasyprint, self.most = weasyprint, most

    def set(self, html: str, cuts: Iterable[tuple[str, int]] = ()):
        """The pages of a document without what is cut: (box, words)."""
        parsed = self.parse(html)
        for box, words in cuts:
            _cut(_boxes(parsed)[box], words)
        return parsed.render(pdf_variant="pdf/ua-1")

    def parse(self, html: str):
        """The elements of a document."""
        return self.weasyprint.HTML(
            string=with_fonts(html), url_fetcher=own_files(), base_url=SCHEME
        )

    def too_long(self, html: str) -> list[tuple[str, int]]:
        """[(box, words)] to shorten, the longest box first, until it fits: found by trying."""
        cuts: list[tuple[str, int]] = []
        lengths = {name: len(_words(box)) for name, box in _boxes(self.parse(html)).items()}
        for box, length in sorted(lengths.items(), key=lambda item: -item[1]):
            # Never the whole box: where half of it is not enough, the next one is long too.
            most = max(1, length // 2) if len(lengths) > 1 else length
            if not self._fits(html, [*cuts, (box, most)]):
                cuts.append((box, most))
                continue
            low, high = 0, most  # `low` words fewer do not fit, `high` fewer do
            while high - low > 1:
                middle = (low + high) // 2
                if self._fits(html, [*cuts, (box, middle)]):
                    high = middle
                else:
                    low = middle
            return [*cuts, (box, high)]
        return cuts

    def _fits(self, html: str, cuts: list[tuple[str, int]]) -> bool:
        return len(self.set(html, cuts).pages) <= self.most


def _boxes(parsed) -> dict:
    return {e.get("data-box"): e for e in parsed.etree_element.iter() if e.get("data-box")}


def _words(element) -> list[str]:
    return "".join(element.itertext()).split()


def _pieces(element) -> Iterator[tuple]:
    """Every (element, "text" or "tail") inside, in the order of reading."""
    yield element, "text"
    for child in element:
        yield from _pieces(child)
        yield child, "tail"


def _cut(box, words: int) -> None:
    """Leave out the last words of a box, and lines that are empty then."""
    left = words
    for piece, name in reversed(list(_pieces(box))):
        said = (getattr(piece, name) or "").split()
        gone = min(left, len(said))
        if gone:
            setattr(piece, name, " ".join(said[: len(said) - gone]))
            left -= gone
    for outer in list(box.iter()):
        for inner in list(outer):
            if not _words(inner):
                outer.remove(inner)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
