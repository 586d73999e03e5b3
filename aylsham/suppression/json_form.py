"""Tables in and out as JSON, so that anybody can protect some, or attack what was published; pure.

What goes in (every part but `format` may be left out):

    {"format": "aylsham-tables-1",
     "audience": "strict",              or "inside": nothing is hidden, shares keep their base
     "settings": {"threshold": 5, "smallest_base": 10, "round_to": 1,
                  "shows_zero": false, "tells_few": false},
     "tables": [{"name": "years", "rows": ["Year 3", "Year 4", "All"],
                 "columns": ["SEN support", "EHC plan", "Both"], "total_row": "All",
                 "total_column": "Both", "cells": [[7, 2, 9], [6, 5, 11], [13, 7, 20]]}],
     "cells": {"register": 20},         further counts, each by a name of its own
     "sums": [{"whole": "register", "parts": ["years/All/Both"]}],
                                        a table's cell is table/row/column; a sum of one part says
                                        that two counts are the same one
     "open": ["register"],              totals that are shown however small
     "never_shown": [], "derived": [],  counts that are printed nowhere: of no interest, or guarded
     "shares": [{"name": "with a plan", "count": "years/All/EHC plan", "of": "register"}],
     "published": [{"cell": "register", "value": 20, "is_readers": true}]}
                                        the register of figures; null for one that was hidden

What comes out has the same shape, so that it can be read beside what went in: null stands for a
hidden count, each share has its `percent` or null, counts printed nowhere have gone from `cells`,
and `few` names what may be called “fewer than 5”. `exposed` names counts that open totals and what
was published before give away whatever is hidden now.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from aylsham.suppression.counts import Counts, Protected, Sum, holds, joined
from aylsham.suppression.differencing import Figure, beside
from aylsham.suppression.protecting import protect
from aylsham.suppression.settings import Settings
from aylsham.suppression.tables import BadTable, Table

FORMAT = "aylsham-tables-1"
STRICT, INSIDE = "strict", "inside"


@dataclass(frozen=True)
class Share:
    """A count as a percentage of another."""

    name: str
    count: str
    of: str


@dataclass(frozen=True)
class Publication:
    """Tables that are protected together."""

    audience: str
    settings: Settings
    tables: tuple[Table, ...]
    #: The counts of all tables and those beside them.
    counts: Counts
    #: The names of those that stand in no table.
    alone: tuple[str, ...]
    shares: tuple[Share, ...]
    published: tuple[Figure, ...]

    def protected(self) -> Protected:
        """The counts as this audience may see them."""
        if self.audience == INSIDE:
            unprinted = self.counts.never_shown | self.counts.derived
            return Protected(self.counts.values, unprinted, settings=self.settings)
        ours = self.counts.values.keys() - self.counts.never_shown
        counts, known = beside(self.counts, ours, self.published, self.settings)
        return protect(counts, known, self.settings)


def read(data: Mapping[str, Any]) -> Publication:
    """What a JSON object says; BadTable says what is wrong with it."""
    if data.get("format") != FORMAT:
        raise BadTable(f"“format” is not “{FORMAT}”.")
    try:
        found = _publication(data)
    except (KeyError, TypeError, AttributeError) as problem:
        raise BadTable(f"Something is missing or of the wrong kind: {problem}.") from None
    _require_sound(found)
    return found


def _publication(data: Mapping[str, Any]) -> Publication:
    tables = tuple(_table(each) for each in data.get("tables", ()))
    alone = dict(data.get("cells", {}))
    beside_tables = Counts(
        alone,
        tuple(Sum(each["whole"], tuple(each["parts"])) for each in data.get("sums", ())),
        *(frozenset(data.get(kind, ())) for kind in ("open", "never_shown", "derived")),
    )
    settings = data.get("settings", {})
    if unknown := settings.keys() - {each.name for each in fields(Settings)}:
        raise BadTable(f"There is no setting “{min(unknown)}”.")
    return Publication(
        data.get("audience", STRICT),
        Settings(**settings),
        tables,
        joined([*(table.counts() for table in tables), beside_tables]),
        tuple(alone),
        tuple(Share(**each) for each in data.get("shares", ())),
        tuple(
            Figure(each["cell"], each["value"], each.get("is_readers", True))
            for each in data.get("published", ())
        ),
    )


def _table(data: Mapping[str, Any]) -> Table:
    cells = tuple(tuple(row) for row in data["cells"])
    named = {key: data.get(key, "") for key in ("total_row", "total_column")}
    return Table(data["name"], tuple(data["rows"]), tuple(data["columns"]), cells, **named)


def _require_sound(found: Publication) -> None:
    counts = found.counts
    if found.audience not in (STRICT, INSIDE):
        raise BadTable(f"The audience is “{STRICT}” or “{INSIDE}”.")
    if any(type(n) is not int or n < 0 for n in counts.values.values()):
        raise BadTable("Every count is a whole number, none or more.")
    mentioned = {name for each in counts.sums for name in each.cells}
    mentioned |= counts.open | counts.never_shown | counts.derived
    mentioned |= {name for share in found.shares for name in (share.count, share.of)}
    if unknown := mentioned - counts.values.keys():
        raise BadTable(f"There is no count “{min(unknown)}”.")
    if not holds(counts):
        raise BadTable("A total is not the sum of its parts.")


def published(found: Publication) -> dict[str, Any]:
    """What may be published of it, as a JSON object."""
    shown = found.protected()
    unprinted = found.counts.never_shown | found.counts.derived
    return {
        "format": FORMAT,
        "audience": found.audience,
        "settings": asdict(found.settings),
        "tables": [asdict(table) | {"cells": table.shown(shown)} for table in found.tables],
        "cells": {name: shown[name] for name in found.alone if name not in unprinted},
        "sums": [asdict(each) for each in found.counts.sums],
        **{
            kind: sorted(getattr(found.counts, kind)) for kind in ("open", "never_shown", "derived")
        },
        "shares": [
            asdict(each) | {"percent": shown.percent(each.count, each.of)} for each in found.shares
        ],
        "published": [
            {"cell": each.name, "value": each.value, "is_readers": each.is_readers}
            for each in found.published
        ],
        "few": sorted(shown.few & found.counts.values.keys()),
        "exposed": sorted(shown.exposed & found.counts.values.keys()),
    }
