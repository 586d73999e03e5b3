"""What every preview says of the file itself, whatever kind of list it is."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from pupils.importing.care_lists import ParsedList
from pupils.importing.columns import Vocabulary, suggest
from pupils.importing.faults import Fault
from pupils.importing.marks import ParsedMarks
from pupils.importing.plans import ParsedPlans
from pupils.importing.provision_map import ParsedMap
from pupils.importing.roll import ParsedRoll


def file_preview(
    parsed: ParsedRoll | ParsedPlans | ParsedMarks | ParsedMap | ParsedList,
    vocabulary: Vocabulary,
    *,
    faults: Iterable[Fault],
    warnings: Iterable[Fault],
    names: dict[int, str],
) -> dict[str, Any]:
    """Columns, faults and what was passed over, as the page shows them; `names` by row."""
    return {
        "columns": [list(pair) for pair in parsed.columns.items()],  # in the file's order
        "samples": {heading: list(values) for heading, values in parsed.samples.items()},
        "unrecognised": [
            {"heading": heading, "suggestion": suggest(heading, vocabulary) or ""}
            for heading in parsed.unrecognised
        ],
        "header_row": parsed.header_row,
        "written": dict(parsed.written),
        "faults": [_fault(each, names) for each in faults],
        "warnings": [_fault(each, names) for each in warnings],
        "notices": list(parsed.notices),
        "skipped": [dataclasses.asdict(each) for each in parsed.skipped],
    }


def _fault(found: Fault, names: dict[int, str]) -> dict[str, Any]:
    return {**dataclasses.asdict(found), "name": names.get(found.row, "")}
