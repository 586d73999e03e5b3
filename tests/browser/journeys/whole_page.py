"""What axe-core asks of a page as a whole, asked of what the server sends: each page can be asked."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from lxml.html import HtmlElement

#: Lists of ids, which must all be on the page.
OF_IDS = (
    *("for", "form", "headers"),
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"),
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: What is not shown as the page opens.
HIDDEN = "ancestor-or-self::*[@hidden or self::template or self::dialog[not(@open)]]"
FOLDED = "ancestor::details[not(@open)] and not(ancestor-or-self::summary)"
FIELDS = "//input[not(@type) or not(contains('hidden submit button image reset', @type))]"
WITHOUT_A_NAME = "[not(@aria-label or @aria-labelledby or @title or ancestor::label)]"
#: What a reader can jump to; others of the kind are told apart by their names.
LANDMARKS = "//nav | //aside | //section[@aria-label or @aria-labelledby] | //form[@aria-label]"
WITHIN = (
    "self::main or self::nav or self::header or self::footer or self::aside or @role or self::a"
)
PRESSED = "self::a[@href] or self::button or self::summary or self::input or self::select"


def title_and_language(tree: HtmlElement) -> Iterator[str]:
    if not (tree.findtext("head/title") or "").strip():
        yield "no title"
    if not tree.get("lang"):
        yield "no language"


def headings(tree: HtmlElement) -> Iterator[str]:
    """One of the page, and none that skips a level."""
    shown = [h for h in tree.iter(*HEADINGS) if not h.xpath(f"{HIDDEN} or ({FOLDED})")]
    levels = [int(heading.tag[1]) for heading in shown]
    if 1 not in levels:
        yield "no h1"
    for (before, _), (level, heading) in pairwise(zip(levels, shown, strict=True)):
        if level > before + 1:
            yield f"h{level} after h{before}: {heading.text_content().strip()[:60]}"


def landmarks(tree: HtmlElement) -> Iterator[str]:
    """One main part, and each other one with a name of its own."""
    if len(tree.xpath("//main")) != 1:
        yield f"{len(tree.xpath('//main'))} main parts"
    names = Counter((each.tag, _name(tree, each)) for each in tree.xpath(LANDMARKS))
    yield from (f"twice {tag} {name!r}" for (tag, name), n in names.items() if n > 1)
    for each in tree.xpath(f"//body/*[not({WITHIN} or self::script or self::dialog)]"):
        inner = each.xpath(f"descendant::*[{WITHIN}]")
        if not inner and each.text_content().strip() and "print-only" not in each.get("class", ""):
            yield f"outside of every landmark: {each.text_content().strip()[:60]}"


def _name(tree: HtmlElement, element: HtmlElement) -> str:
    by = element.get("aria-labelledby", "").split()
    said = [each.text_content() for i in by for each in tree.xpath("//*[@id=$i]", i=i)]
    return " ".join((element.get("aria-label") or " ".join(said)).split())


def ids(tree: HtmlElement) -> Iterator[str]:
    """Each is given once, and each that is named is given."""
    given = Counter(tree.xpath("//@id"))
    yield from (f"twice the id {each}" for each, n in given.items() if n > 1)
    for name in OF_IDS:
        named = chain.from_iterable(map(str.split, tree.xpath(f"//@{name}")))
        yield from (f"{name}={each}: no such id" for each in sorted(set(named) - given.keys()))
    keys = Counter(tree.xpath("//@accesskey"))
    yield from (f"twice the key {each}" for each, n in keys.items() if n > 1)


def fields(tree: HtmlElement) -> Iterator[str]:
    """Each has a name that is read out."""
    labelled = set(tree.xpath("//label/@for"))
    for each in tree.xpath(f"({FIELDS} | //select | //textarea){WITHOUT_A_NAME}"):
        if each.get("id") not in labelled:
            yield f"no label: {each.tag} {each.get('name')}"


def nesting(tree: HtmlElement) -> Iterator[str]:
    """Nothing to press in something to press, no list of terms out of order."""
    inner = tree.xpath(f"//*[self::a[@href] or self::button]//*[{PRESSED}]")
    yield from (f"within something to press: {each.tag}" for each in inner)
    for each in tree.iter("dl"):
        for group in [each, *each.findall("div")]:
            tags = [e.tag for e in group if e.tag in ("dt", "dd")]
            if tags and (tags[0] != "dt" or tags[-1] != "dd"):
                yield f"a list of terms out of order: {each.text_content().strip()[:60]}"


ASKED: tuple[Callable[[HtmlElement], Iterator[str]], ...] = (
    *(title_and_language, headings, landmarks),
    *(ids, fields, nesting),
)


def faults_of(tree: HtmlElement) -> list[str]:
    """What is wrong with a page as a whole."""
    return [fault for ask in ASKED for fault in ask(tree)]
