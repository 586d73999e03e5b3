"""The list of hashes that comes with a bundle: files, pieces of evidence, pages, what stayed out."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aylsham.documents.binding import Bound
from aylsham.spreadsheets import csv_file
from reports.bundle_codes import KINDS
from reports.bundles.choosing import Contents, Line
from reports.bundles.document import Item

FORMAT = "aylsham-evidence-1"
#: How the hash of a page is worked out, for whoever wants to check one.
OF_PAGES = (
    "SHA-256 over the page’s content stream, uncompressed; then, in the order of their names, over "
    "all that it draws: of a form its stream, uncompressed, and what that draws; of a picture its "
    "bytes as they stand in the file."
)


@dataclass(frozen=True)
class Made:
    """A bundle that was bound, and what stands in it."""

    bound: Bound
    items: tuple[Item, ...]
    contents: Contents


def part_name(made_on: str, number: int, count: int) -> str:
    """The name of a file; no child's."""
    part = f"-part-{number}-of-{count}" if count > 1 else ""
    return f"evidence-{made_on}{part}.pdf"


def manifest_of(made: Made, made_at: dt.datetime) -> dict[str, Any]:
    """Everything that was bound, with its hashes, as plain data."""
    count, on = len(made.bound.parts), f"{made_at:%Y-%m-%d}"
    digests = [digest for part in made.bound.parts for digest in part.digests]
    return {
        "format": FORMAT,
        "made_at": made_at.isoformat(timespec="seconds"),
        "pages": len(digests),
        "parts": [
            {
                "file": part_name(on, n, count),
                "sha256": hashlib.sha256(part.pdf).hexdigest(),
                "bytes": len(part.pdf),
                "first_page": part.first_page,
                "last_page": part.last_page,
            }
            for n, part in enumerate(made.bound.parts, 1)
        ],
        "items": list(_items(made)),
        "left_out": [_left_out(line) for line in made.contents.left_out],
        "redrawn_pages": list(made.bound.redrawn),
        "page_sha256_is": OF_PAGES,
        "page_sha256": digests,
    }


def _items(made: Made) -> Iterator[dict[str, Any]]:
    starts, same = made.bound.starts, _copies(made.contents)
    last = starts["left-out"] - 1
    for item in made.items:
        found, first = item.line.found, starts.get(item.anchor)
        drawn = len(item.pages)
        yield {
            "number": item.number,
            "kind": KINDS[found.kind],
            "title": found.title,
            "day": found.of_on.isoformat() if found.of_on else "",
            "source": found.source,
            "sha256": found.digest,
            "of": "file" if found.is_file else "words",
            "first_page": first,
            "last_page": first + drawn - 1 if drawn and first else _until(made, item, last),
            "attached": f"item-{item.number}.{found.extension}" if found.is_attachment else "",
            "why_attached": found.problem,
            "decided": item.line.decided.reason if item.line.decided else "",
            "also_found": same.get(found.digest, 0),
        }


def _until(made: Made, item: Item, last: int) -> int:
    """The last page of an item of ours: where the next one of ours begins, or its kind ends."""
    first = made.bound.starts.get(item.anchor, 1)
    others = [at for name, at in made.bound.starts.items() if name[0] in "if" and at > first]
    return max(first, min([*others, last + 1]) - 1 if others else last)


def _copies(contents: Contents) -> dict[str, int]:
    """How often the same evidence was found besides, by digest."""
    known: dict[str, int] = {}
    for line in contents.lines:
        known[line.found.digest] = known.get(line.found.digest, -1) + 1
    return {digest: many for digest, many in known.items() if many}


def _left_out(line: Line) -> dict[str, Any]:
    on = line.found.of_on
    return {
        "what": line.title_out,
        "day": on.isoformat() if on else "",
        "why": line.why_out,
        "sha256": line.found.digest,
    }


def as_csv(manifest: Mapping[str, Any]) -> bytes:
    """A row for each page: the file in which it is, the item, the hash."""
    rows = []
    for number, digest in enumerate(manifest["page_sha256"], 1):
        part = next(p for p in manifest["parts"] if p["first_page"] <= number <= p["last_page"])
        item = _item_at(manifest, number) or {"number": "", "title": ""}
        rows.append((number, part["file"], item["number"], item["title"], digest))
    return csv_file(("page", "file", "item", "title", "sha256"), rows)


def _item_at(manifest: Mapping[str, Any], page: int) -> Mapping[str, Any] | None:
    for item in reversed(manifest["items"]):
        if item["first_page"] and item["first_page"] <= page <= item["last_page"]:
            return item
    return None
