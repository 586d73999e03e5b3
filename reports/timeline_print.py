"""The timeline as a document: an index by kind with page numbers, then every entry by its day."""

from collections import defaultdict
from dataclasses import dataclass

from django.template.loader import render_to_string

from aylsham.components import Event
from pupils.selectors.identity import Child
from reports.selectors.timeline.entries import KINDS, Told


@dataclass(frozen=True)
class Numbered:
    """An entry with its number, which the index refers to."""

    number: int
    kind: str
    event: Event


def printed_timeline(child: Child, found: list[Told], words: str) -> str:
    """The HTML that a PDF is set from; `found` comes the latest first."""
    entries = [
        Numbered(n, KINDS[each.kind], each.event) for n, each in enumerate(reversed(found), 1)
    ]
    by_kind: dict[str, list[Numbered]] = defaultdict(list)
    for entry in entries:
        by_kind[entry.kind].append(entry)
    index = [(label, by_kind[label]) for label in KINDS.values() if label in by_kind]
    context = {"child": child, "entries": entries, "index": index, "words": words}
    return render_to_string("reports/print/timeline.html", context | {"today": child.today})
